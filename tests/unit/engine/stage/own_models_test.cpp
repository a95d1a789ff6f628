// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/models/import.h"
#include "engine/models/model_file.h"
#include "engine/stage/draw.h"
#include "engine/stage/own_models.h"
#include "tests/unit/engine/models/small_models.h"
#include "tests/unit/engine/project/temporary_folder.h"
#include "tests/unit/engine/stage/staged.h"

#include <algorithm>

using namespace rushes;
using generate::ReferenceRole;
using stage::ShotDrawer;
using stage::test::library;
using stage::test::requestFor;
using stage::test::staged;

namespace {

void bring(generate::ShotRequest& request, ReferenceRole role, const std::string& subject, const std::filesystem::path& file) {
    generate::Reference reference;
    reference.role = role;
    reference.subject = subject;
    reference.file = file;
    request.references.push_back(std::move(reference));
    if (role == ReferenceRole::figureModel) request.cast.push_back({subject, {}, true});
    if (role == ReferenceRole::placeModel) request.location = subject;
}

geometry::Mesh meshOf(const render::View& view, std::uint16_t object) {
    const auto found = std::find_if(view.instances.begin(), view.instances.end(), [&](const auto& instance) { return instance.object == object; });
    REQUIRE(found != view.instances.end());
    return *found->mesh;
}

/// Height of the lowest point of the left and of the right half of somebody.
std::pair<float, float> feet(const geometry::Mesh& mesh) {
    std::pair<float, float> low{9, 9};
    for (const auto& p : mesh.positions) (p.x > 0 ? low.first : low.second) = std::min(p.x > 0 ? low.first : low.second, p.y);
    return low;
}

} // namespace

TEST_CASE("A film's own figure stands, walks and keeps its size", "[stage][models]") {
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "doll.gltf", test::doll().gltf().dump());
    auto request = requestFor("BOB walks down a street, full shot", 24);
    bring(request, ReferenceRole::figureModel, "BOB", folder / "doll.gltf");
    const auto shot = staged(request);
    REQUIRE(shot.blocking.people.size() == 1);
    const auto& bob = shot.blocking.people.front();
    REQUIRE(bob.own);
    CHECK(bob.own->hasLimbs());
    CHECK(bob.figure->height() == Approx(1.8).margin(0.03));
    const ShotDrawer drawer(library(), shot);
    float lifted = 0;
    for (const std::int64_t frame : {6, 8, 10, 12, 14, 16}) {
        const auto mesh = meshOf(drawer.view(frame, 320, 180), bob.object);
        const auto [left, right] = feet(mesh);
        CHECK(std::min(left, right) == Approx(0).margin(0.05)); // one foot is on the ground
        lifted = std::max(lifted, std::abs(left - right));
        CHECK(mesh.bounds.size().x < 1.0f); // the arms hang: it is a T-pose no more
    }
    CHECK(lifted > 0.03f);
    CHECK(shot.warnings.empty());
}

TEST_CASE("A figure without a skeleton goes along in one piece", "[stage][models]") {
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "statue.obj", test::objBox({0, 0.9f, 0}, {0.5f, 1.8f, 0.3f}, 0));
    auto request = requestFor("BOB walks down a street", 24);
    bring(request, ReferenceRole::figureModel, "BOB", folder / "statue.obj");
    const auto shot = staged(request);
    const ShotDrawer drawer(library(), shot);
    const auto& bob = shot.blocking.people.front();
    CHECK_FALSE(bob.own->hasLimbs());
    const auto early = meshOf(drawer.view(4, 320, 180), bob.object), late = meshOf(drawer.view(16, 320, 180), bob.object);
    CHECK(early.bounds.size().y == Approx(1.8f).margin(0.12));
    CHECK(late.bounds.low.y == Approx(0).margin(0.15));
    CHECK(early.bounds.low != late.bounds.low); // it bobs
}

TEST_CASE("A film's own prop stands for its word, in the hand and on the ground", "[stage][models]") {
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "chair.obj", test::chairObj());
    test::writeBytes(folder / "lamp.obj", test::objBox({0, 0, 0}, {0.1f, 0.3f, 0.1f}, 0));
    auto request = requestFor("Two chairs on a beach");
    bring(request, ReferenceRole::propModel, "chair", folder / "chair.obj");
    const auto chairs = staged(request);
    REQUIRE(chairs.blocking.props.size() == 2);
    CHECK(chairs.blocking.props[0].model == "own chair");
    CHECK(chairs.blocking.props[0].prop->size.y == Approx(1.1f).margin(0.02));
    CHECK(chairs.blocking.props[0].prop->seatHeight.value_or(0) == Approx(0.5f).margin(0.03));
    auto held = requestFor("A woman holds a lantern in a forest");
    bring(held, ReferenceRole::propModel, "lantern", folder / "lamp.obj");
    const auto lamp = staged(held);
    const auto own = std::find_if(lamp.blocking.props.begin(), lamp.blocking.props.end(), [](const auto& prop) { return prop.model == "own lantern"; });
    REQUIRE(own != lamp.blocking.props.end());
    CHECK(own->holder.has_value());
}

TEST_CASE("A film's own room is the set, from every side", "[stage][models]") {
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "room.obj", test::roomObj());
    for (const char* prompt : {"ANNA talks to BOB in the attic, wide shot", "Close up of ANNA talking to BOB in the attic", "ANNA walks through the attic, from behind"}) {
        INFO(prompt);
        auto request = requestFor(prompt);
        request.cast = {{"ANNA", {}, true}, {"BOB", {}, true}};
        bring(request, ReferenceRole::placeModel, "ATTIC", folder / "room.obj");
        const auto shot = staged(request);
        CHECK(shot.blocking.set->kit == "own:ATTIC");
        CHECK(shot.blocking.set->environment.interior);
        for (const auto& person : shot.blocking.people) {
            const glm::vec3 at = person.beats.front().path.front();
            CHECK(std::abs(at.x) < 3.9f); // inside the walls, on the floor, not in the table
            CHECK(std::abs(at.z) < 2.9f);
            CHECK(at.y == Approx(0).margin(0.06));
            CHECK_FALSE((at.x < -1.6f && at.z < -1.5f));
        }
        CHECK(shot.warnings.empty());
    }
}

TEST_CASE("A broken model is said, and the usual one drawn", "[stage][models]") {
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "bad.glb", "glTF but not really");
    test::writeBytes(folder / "kept.model", "RUSHMDL1 and then nothing");
    auto request = requestFor("BOB sits on a chair in the kitchen");
    bring(request, ReferenceRole::figureModel, "BOB", folder / "bad.glb");
    bring(request, ReferenceRole::propModel, "chair", folder / "kept.model");
    bring(request, ReferenceRole::placeModel, "KITCHEN", folder / "gone.model");
    const auto shot = staged(request);
    CHECK(shot.warnings.size() >= 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(shot.warnings[i].find("usual") != std::string::npos);
    CHECK_FALSE(shot.blocking.people.front().own);
    CHECK(shot.blocking.set->kit.find("own") == std::string::npos);
    CHECK(stage::brokenModels(request).size() == 2); // the plan opens no foreign formats
}

TEST_CASE("A kept model is drawn as the file that it was made from", "[stage][models]") {
    const test::TemporaryFolder folder;
    test::writeBytes(folder / "doll.gltf", test::doll().gltf().dump());
    const auto model = models::importModel(folder / "doll.gltf", {.use = models::Use::figure});
    REQUIRE(model.has_value());
    test::writeBytes(folder / "kept.model", models::encode(*model));
    auto one = requestFor("BOB waves on a beach"), other = one;
    bring(one, ReferenceRole::figureModel, "BOB", folder / "doll.gltf");
    bring(other, ReferenceRole::figureModel, "BOB", folder / "kept.model");
    const auto a = staged(one), b = staged(other);
    const ShotDrawer da(library(), a), db(library(), b);
    CHECK(meshOf(da.view(5, 320, 180), a.blocking.people[0].object).positions == meshOf(db.view(5, 320, 180), b.blocking.people[0].object).positions);
}
