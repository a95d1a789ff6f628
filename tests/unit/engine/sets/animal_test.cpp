// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "sets_support.h"

using namespace rushes;
using namespace rushes::sets;
using test::library;

namespace {

geometry::Bounds boundsOf(const std::string& name, const std::string& act, float phase = 0.5f) {
    PropOptions options;
    options.pose = act;
    options.phase = phase;
    const auto prop = library().prop(name, options);
    REQUIRE(prop);
    CHECK(test::defect(*(*prop)->mesh) == "");
    return (*prop)->mesh->bounds;
}

} // namespace

TEST_CASE("Animals lie, sit and rear as high as they should, with their feet on the ground", "[sets]") {
    for (const char* name : {"dog", "cat", "horse", "cow", "bear", "deer", "elephant", "rabbit", "sheep"}) {
        INFO(name);
        const float standing = (*library().prop(name))->mesh->bounds.high.y;
        for (const char* act : {"sleep", "lie", "sit", "rear", "eat", "gallop", "dead"}) {
            INFO(act);
            const auto bounds = boundsOf(name, act);
            CHECK(bounds.low.y > -0.08f * standing);
            if (std::string_view(act) != "gallop") CHECK(bounds.low.y < 0.05f * standing);
        }
        if (std::string_view(name) != "elephant") CHECK(boundsOf(name, "sleep").high.y < 0.85f * standing); // it sleeps on its feet
        CHECK(boundsOf(name, "rear").high.y > 1.15f * standing);
    }
}

TEST_CASE("A sleeping cat is curled up, a grazing cow has its muzzle at the ground", "[sets]") {
    const auto standing = (*library().prop("cat"))->mesh->bounds;
    CHECK(boundsOf("cat", "sleep").size().z < 0.75f * standing.size().z);
    CHECK(boundsOf("cat", "sleep").size().x > 1.3f * standing.size().x);
    CHECK(boundsOf("cow", "eat", 0).high.y < 0.95f * (*library().prop("cow"))->mesh->bounds.high.y);
}

TEST_CASE("Birds open their wings to fly and fold them to perch", "[sets]") {
    for (const char* name : {"crow", "hawk", "gull", "owl", "swan"}) {
        INFO(name);
        CHECK(boundsOf(name, "fly").size().x > 2.2f * boundsOf(name, "wait").size().x);
        CHECK(boundsOf(name, "eat", 0).size().y < 1.2f * boundsOf(name, "sing").size().y);
    }
}

TEST_CASE("A verb finds the act of its animal", "[sets]") {
    CHECK(library().animalAct("cat", "sleep", {}) == "sleep");
    CHECK(library().animalAct("crow", "take", {"off"}) == "take_off");
    CHECK(library().animalAct("cow", "graze", {}) == "eat");
    CHECK(library().animalAct("dog", "wag", {"tail"}) == "wag");
    CHECK(library().animalAct("dog", "philosophize", {}).empty());
    CHECK(library().animalAct("car", "sleep", {}).empty());
    REQUIRE(library().act("horse", "gallop"));
    CHECK(library().act("horse", "gallop")->gait);
    CHECK(library().act("horse", "sleep") != library().act("cat", "sleep")); // each family in its own way
}

TEST_CASE("Wheels, rotors and pedals are parts that turn", "[sets]") {
    for (const char* name : {"bicycle", "car, driven", "bus, manned", "helicopter", "tank", "stagecoach"}) {
        INFO(name);
        const auto prop = library().prop(name);
        REQUIRE(prop);
        REQUIRE_FALSE((*prop)->joints.empty());
        for (const auto& joint : (*prop)->joints) CHECK_FALSE(joint.vertices.empty());
    }
    // A wheel's axle lies across the way, so that the top of the wheel goes ahead.
    const auto car = library().prop("car, driven");
    const auto& wheel = (*car)->joints.front();
    CHECK(wheel.axis.x * float(wheel.turning.amount) > 0.3f);
}

TEST_CASE("Things that move by themselves keep to their keys", "[sets]") {
    const ThingMotion* bounce = library().motionFor("bounce", {}, {"ball"});
    REQUIRE(bounce);
    CHECK(bounce->at(0).up > 0.8);
    CHECK(bounce->at(0.4).up == Approx(0).margin(1e-6));
    CHECK(bounce->at(0.2).up > 0.5 * bounce->at(0).up); // it falls slowly first
    CHECK(bounce->at(99).go == Approx(bounce->keys.back().go));
    const ThingMotion* swing = library().motionFor("swing", {}, {"lamp"});
    REQUIRE(swing);
    CHECK(swing->at(0.3).tip == Approx(swing->at(2.3).tip));
    CHECK(library().motionFor("open", {}, {"door"}) != nullptr);
    CHECK(library().motionFor("open", {}, {"bottle"}) == nullptr);
}
