// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/baked_data.h"
#include "engine/figures/body.h"
#include "engine/figures/bones.h"
#include "engine/figures/morphs.h"
#include "tests/unit/engine/figures/figures_fixture.h"

#include <cmath>
#include <set>

using namespace rushes;
using namespace rushes::figures;
using figures::testing::child;
using figures::testing::library;
using figures::testing::make;
using figures::testing::man;

namespace {

double naturalStature(double maleness, double age) {
    MacroSliders sliders;
    sliders.maleness = maleness;
    sliders.age = age;
    const BakedData& data = library()->data();
    const auto body = morphed(data, macroWeights(sliders));
    float low = 1e9f, high = -1e9f;
    for (std::uint32_t i = 0; i < data.vertexCount[0]; ++i) {
        low = std::min(low, body.vertices[i].y);
        high = std::max(high, body.vertices[i].y);
    }
    return double(high - low) * 0.1;
}

void checkMesh(const geometry::Mesh& mesh, std::size_t materials) {
    REQUIRE(mesh.triangles() > 0);
    REQUIRE(mesh.normals.size() == mesh.positions.size());
    REQUIRE(mesh.surfaceOf.size() == mesh.positions.size());
    for (const auto& p : mesh.positions)
        REQUIRE(std::isfinite(p.x + p.y + p.z));
    for (const auto& n : mesh.normals)
        REQUIRE(std::abs(glm::length(n) - 1) < 1e-3f);
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        REQUIRE(std::max({mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]}) < mesh.positions.size());
        const auto s = mesh.surfaceOf[mesh.indices[i]];
        REQUIRE((s == mesh.surfaceOf[mesh.indices[i + 1]] && s == mesh.surfaceOf[mesh.indices[i + 2]]));
        REQUIRE(s < mesh.surfaces.size());
    }
    for (const auto& s : mesh.surfaces)
        REQUIRE(s.material < materials);
}

} // namespace

TEST_CASE("Stature follows sex and age as the table says", "[figures]") {
    const double table[][3] = {{0, .602, .602},       {.05, .803, .777},   {.10, 1.004, .953},
                               {.1875, 1.357, 1.261}, {.25, 1.432, 1.327}, {.36, 1.563, 1.443},
                               {.5, 1.730, 1.590},    {.75, 1.715, 1.583}, {1, 1.700, 1.576}};
    for (const auto& row : table) {
        CAPTURE(row[0]);
        CHECK(naturalStature(1, row[0]) == Approx(row[1]).margin(0.01));
        CHECK(naturalStature(0, row[0]) == Approx(row[2]).margin(0.01));
    }
}

TEST_CASE("A wanted stature is met and the head keeps its size", "[figures]") {
    for (const double height : {1.55, 1.78, 1.98}) {
        CharacterDesign design;
        design.heightM = height;
        const auto body = sizedBody(library()->data(), design);
        float high = 0;
        for (std::uint32_t i = 0; i < library()->data().vertexCount[0]; ++i)
            high = std::max(high, body.vertices[i].y);
        CHECK(double(high) == Approx(height).margin(0.01));
    }
    const RestHeights& r = man().rest();
    CHECK(r.stature == Approx(1.78).margin(0.01));
    CHECK(r.eyes / r.stature == Approx(0.928).margin(0.012));
    CHECK(r.shoulders / r.stature == Approx(0.806).margin(0.02));
    CHECK(r.hips / r.stature == Approx(0.520).margin(0.02));
    CHECK(r.knees / r.stature == Approx(0.28).margin(0.02));
    CHECK(r.headHeight > 0.20);
    CHECK(r.headHeight < 0.27);
    CHECK(child().rest().stature / child().rest().headHeight < 6.2);
}

TEST_CASE("Every outfit makes a whole figure at every level", "[figures]") {
    for (int outfit = 0; outfit <= int(Outfit::cape); ++outfit) {
        CharacterDesign design;
        design.outfit = Outfit(outfit);
        design.hair = Hair(outfit % 12);
        design.headwear = Headwear(outfit % 5);
        design.maleness = outfit % 2;
        CAPTURE(nameOf(design.outfit));
        const auto figure = make(design);
        const BodyPose pose = evaluate(*figure, {.idle = 0});
        std::size_t last = 1000000;
        for (int level = 0; level < lodCount; ++level) {
            const auto mesh = figure->mesh(pose, Lod(level));
            checkMesh(mesh, figure->materials()->size());
            CHECK(mesh.triangles() < last);
            last = mesh.triangles();
            CHECK(mesh.bounds.low.y > -0.01f);
            CHECK(mesh.bounds.high.y > figure->height() * 0.98);
            CHECK(mesh.bounds.high.y < figure->height() + 0.35);
        }
        CHECK(last < 3600);
    }
}

TEST_CASE("No figure shows its trunk, at any level, in any outfit or age", "[figures]") {
    for (const double years : {3.0, 9.0, 30.0})
        for (int outfit = 0; outfit <= int(Outfit::cape); ++outfit) {
            CharacterDesign design;
            design.ageYears = years;
            design.maleness = outfit % 2;
            design.outfit = Outfit(outfit);
            const auto figure = make(design);
            const auto& materials = *figure->materials();
            const RestHeights& rest = figure->rest();
            CAPTURE(years, nameOf(design.outfit));
            for (const BodyLevel& level : figure->body().levels)
                for (std::size_t c = 0; c < level.cornerPoint.size(); ++c) {
                    if (materials[figure->body().surfaces[level.cornerSurface[c]].material].name != "skin") continue;
                    const glm::vec3 p = level.rest[level.cornerPoint[c]];
                    const bool trunk = std::abs(p.x) < 0.035 * rest.stature && p.y > rest.hips - 0.02 * rest.stature &&
                                       p.y < rest.hips + 0.62 * (rest.neck - rest.hips);
                    CAPTURE(p.x, p.y, p.z, rest.hips, rest.neck, &level - figure->body().levels.data());
                    REQUIRE_FALSE(trunk);
                }
        }
}

TEST_CASE("Shares of the bones sum to one on every point", "[figures]") {
    for (const BodyLevel& level : man().body().levels)
        for (const BoneShares& w : level.weights) {
            REQUIRE(w.share[0] + w.share[1] + w.share[2] + w.share[3] == Approx(1).margin(1e-4));
            for (std::size_t k = 0; k < 4; ++k)
                REQUIRE(w.bone[k] < boneCount);
        }
}

TEST_CASE("The same design gives the same figure, another seed another face", "[figures]") {
    CharacterDesign design = designFor({.noun = "woman"}, 7);
    const auto a = make(design), b = make(design);
    const BodyPose pose = evaluate(*a, {.motion = "talk", .seconds = 2.5});
    CHECK(a->mesh(pose, Lod::close).positions == b->mesh(pose, Lod::close).positions);
    CHECK(a->mesh(pose, Lod::far).surfaceOf == b->mesh(pose, Lod::far).surfaceOf);
    CharacterDesign other = design;
    other.seed = 8;
    CHECK(make(other)->mesh(pose, Lod::close).positions != a->mesh(pose, Lod::close).positions);
    CHECK(design.key() != other.key());
}

TEST_CASE("What is said of a face is in it", "[figures]") {
    const auto library = testing::library();
    // How far a face stands out at its foremost point, and how wide it is at the jaw, metres.
    const auto measure = [&](std::vector<std::string> words) {
        PersonWords person{.noun = "man", .sex = "m", .face = std::move(words)};
        const auto design = designFor(person, 7);
        const auto body = sizedBody(library->data(), design);
        const auto head = body.joints[std::size_t(bones::head)];
        float nose = 0, jaw = 0;
        for (std::uint32_t i = 0; i < library->data().vertexCount[std::size_t(Group::body)]; ++i) {
            const auto d = body.vertices[i] - head;
            if (std::abs(d.x) < 0.012f && d.y > -0.02f && d.y < 0.08f) nose = std::max(nose, d.z);
            if (d.y > -0.09f && d.y < -0.05f && d.z > 0.02f) jaw = std::max(jaw, std::abs(d.x));
        }
        return std::pair(nose, jaw);
    };
    const auto plain = measure({}), big = measure({"big nose"}), square = measure({"square jaw"});
    CHECK(big.first > plain.first + 0.003f);
    CHECK(square.second > plain.second + 0.001f);
    CHECK(measure({"purple nose", "big", ""}) == plain);
    CHECK(designFor({.noun = "man", .face = {"big nose"}}, 7).key() != designFor({.noun = "man"}, 7).key());
}

TEST_CASE("A design that is no person is refused", "[figures]") {
    CharacterDesign design;
    design.weight = 1.5;
    CHECK(!Figure::create(library(), design));
    design = {};
    design.heightM = 9;
    CHECK(!Figure::create(library(), design));
    design = {};
    design.ageYears = std::nan("");
    CHECK(!Figure::create(library(), design));
    CHECK(!Figure::create(nullptr, {}));
}

TEST_CASE("Words make fitting people", "[figures]") {
    CHECK(designFor({.noun = "man"}, 1).maleness == 1);
    CHECK(designFor({.noun = "grandmother"}, 1).ageYears > 60);
    CHECK(designFor({.noun = "boy"}, 3).heightM < 1.45);
    CHECK(designFor({.noun = "policeman"}, 2).outfit == Outfit::uniform);
    CHECK(designFor({.noun = "astronaut"}, 2).headwear == Headwear::helmet);
    CHECK(designFor({.noun = "woman", .clothes = {"coat"}}, 5).outfit == Outfit::coat);
    CHECK(designFor({.noun = "man", .builds = {"tall"}}, 5).heightM >
          designFor({.noun = "man", .builds = {"short"}}, 5).heightM + 0.1);
    CHECK(designFor({.noun = "person", .sex = "f"}, 5).maleness == 0);
    const auto red =
        designFor({.noun = "woman", .clothes = {"dress"}, .clothesColour = glm::vec3(0.8f, 0.1f, 0.1f)}, 4);
    CHECK(red.colours.upper.r == Approx(0.8f));
    std::set<std::string> keys;
    std::set<int> outfits;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const auto design = designFor({.noun = "person"}, seed);
        keys.insert(design.key());
        outfits.insert(int(design.outfit));
        CHECK(design.key() == designFor({.noun = "person"}, seed).key());
    }
    CHECK(keys.size() == 40);
    CHECK(outfits.size() >= 5);
}
