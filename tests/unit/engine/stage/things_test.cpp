// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/staging.h"
#include "engine/stage/thing_layout.h"
#include "engine/stage/thing_shape.h"
#include "tests/unit/engine/stage/staged.h"

#include <catch2/catch.hpp>

using namespace rushes;
using namespace rushes::stage;
using test::library;

namespace {

StagedShot staged(std::string prompt) { return test::staged(std::move(prompt), 4); }

const StagedProp& propOf(const StagedShot& shot, const std::string& noun) {
    for (const auto& prop : shot.blocking.props) {
        const auto* subject = shot.description.subject(prop.subject);
        if (subject && subject->noun == noun) return prop;
    }
    FAIL("there is no " << noun);
    return shot.blocking.props.front();
}

/// Middle of a prop in the frame, 0..1, y down.
glm::vec2 seenAt(const StagedShot& shot, const std::string& noun) {
    const StagedProp& prop = propOf(shot, noun);
    const auto pixel = shot.camera.front().project(prop.path.front() + glm::vec3(0, prop.prop->size.y * prop.scale * 0.5f, 0), {1000, 1000});
    REQUIRE(pixel);
    return glm::vec2(*pixel) * 0.001f;
}

bool inFrame(const glm::vec2& p) { return p.x > 0.02f && p.x < 0.98f && p.y > 0.02f && p.y < 0.98f; }

float shareOf(const StagedShot& shot, const std::string& noun) {
    const StagedProp& prop = propOf(shot, noun);
    const auto& camera = shot.camera.front();
    return frameShare(prop, camera, glm::dot(prop.path.front() - camera.eye, camera.forward()));
}

} // namespace

TEST_CASE("Left and right are the frame's", "[stage][things]") {
    for (const auto& [a, b] : {std::pair{"dog", "cow"}, {"bus", "bench"}, {"cup", "couch"}, {"giraffe", "bird"}}) {
        INFO(a << " and " << b);
        const auto left = staged(std::string("a ") + a + " to the left of a " + b), right = staged(std::string("a ") + a + " to the right of a " + b);
        CHECK(seenAt(left, a).x < seenAt(left, b).x);
        CHECK(seenAt(right, a).x > seenAt(right, b).x);
        for (const char* noun : {a, b}) CHECK(inFrame(seenAt(left, noun)));
    }
}

TEST_CASE("What is on something stands on it, and what is under it below", "[stage][things]") {
    const auto stacked = staged("a toaster on top of an oven");
    const StagedProp &oven = propOf(stacked, "oven"), &toaster = propOf(stacked, "toaster");
    CHECK(toaster.path.front().y - oven.path.front().y == Approx(oven.prop->size.y).margin(0.03));
    const auto swapped = staged("an oven below a toaster");
    CHECK(seenAt(swapped, "oven").y > seenAt(swapped, "toaster").y);
    const auto under = staged("a cat under a table");
    CHECK(propOf(under, "cat").path.front().y == Approx(propOf(under, "table").path.front().y).margin(0.01));
    const auto seat = staged("an apple on a chair");
    CHECK(propOf(seat, "apple").path.front().y < propOf(seat, "chair").prop->size.y * 0.7f);
}

TEST_CASE("Small things beside large ones come forward until they are seen", "[stage][things]") {
    for (const auto& [small, large] : {std::pair{"bicycle", "airplane"}, {"cup", "couch"}, {"toothbrush", "refrigerator"}, {"bird", "elephant"}}) {
        const auto shot = staged(std::string("a ") + small + " and a " + large);
        INFO(small << " and " << large);
        CHECK(shareOf(shot, small) > 0.004f);
        CHECK(inFrame(seenAt(shot, small)));
        CHECK(inFrame(seenAt(shot, large)));
    }
}

TEST_CASE("The frame opens for what stands beside a person", "[stage][things]") {
    const auto shot = staged("a car to the right of a woman");
    const auto car = seenAt(shot, "car");
    CHECK(inFrame(car));
    CHECK(car.x > 0.5f);
}

TEST_CASE("Boats lie on water, and a table of the set is used as it stands", "[stage][things]") {
    for (const char* prompt : {"a boat", "a boat on a river", "a sailboat on a lake"}) {
        INFO(prompt);
        const auto shot = staged(prompt);
        REQUIRE(!shot.blocking.props.empty());
        const auto at = shot.blocking.props.front().path.front();
        const auto water = shot.blocking.set->waterHeight(at.x, at.z);
        REQUIRE(water);
        CHECK(at.y == Approx(*water).margin(0.7));
    }
    const auto shot = staged("a laptop on a desk in an office");
    REQUIRE(shot.blocking.setSubjects.size() == 1);
    const auto& desk = shot.blocking.set->objects[shot.blocking.setSubjects.front().second - 1u];
    CHECK(desk.name == "desk");
    CHECK(propOf(shot, "laptop").path.front().y == Approx(desk.bounds.high.y).margin(0.02));
}

TEST_CASE("A location's name gives it a plan of its own, the same in every shot", "[stage][things]") {
    const auto setOf = [](const std::string& location, const std::string& prompt) {
        generate::ShotRequest request;
        request.prompt = prompt;
        request.location = location;
        request.duration = {2, time::rate24};
        request.width = 320;
        request.height = 180;
        auto shot = stageShot(library(), request);
        REQUIRE(shot);
        return shot->blocking.set;
    };
    const auto elm = setOf("Elm Street", "A dog sits."), again = setOf("ELM STREET", "A man waits."), baker = setOf("Baker Street", "A dog sits.");
    CHECK(elm->kit == "city_street");
    CHECK(baker->kit == "city_street");
    CHECK(elm->seed == again->seed);
    CHECK(elm->triangles() == again->triangles());
    CHECK(elm->seed != baker->seed);
    CHECK(elm->triangles() != baker->triangles());
    CHECK(setOf("Street", "A dog sits.")->seed == 1);
}

TEST_CASE("A table has room below and a flat top, a seat is where things go on a chair", "[stage][things]") {
    const auto table = library().sets().prop("table"), chair = library().sets().prop("chair"), oven = library().sets().prop("oven");
    REQUIRE((table && chair && oven));
    CHECK(isTable(**table, 1));
    CHECK_FALSE(isTable(**chair, 1));
    CHECK(clearBelow(**table, 1, {0.2f, 0.2f}).value_or(0) > 0.5f);
    CHECK_FALSE(clearBelow(**oven, 1, {0.2f, 0.2f}));
    CHECK(restHeight(**chair, 1, {0.05f, 0.05f}) == Approx(*(*chair)->seatHeight));
    CHECK(std::abs(presentingYaw(**library().sets().prop("stop sign"), reading::SubjectKind::prop)) < 40);
}

TEST_CASE("Who stands under a tree does not stand in it", "[stage]") {
    for (const char* prompt : {"A woman stands under a willow by a lake", "A man waits under an oak tree in a field"}) {
        INFO(prompt);
        const auto shot = staged(prompt);
        REQUIRE(shot.blocking.people.size() == 1);
        const auto tree = std::find_if(shot.blocking.props.begin(), shot.blocking.props.end(), [](const auto& prop) { return prop.model.starts_with("tree:"); });
        REQUIRE(tree != shot.blocking.props.end());
        const glm::vec3 apart = tree->path.front() - shot.blocking.people.front().beats.front().path.front();
        CHECK(std::hypot(apart.x, apart.z) > 0.7f);
        CHECK(std::hypot(apart.x, apart.z) < 0.5f * tree->prop->size.x);
    }
}
