// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "sets_support.h"
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <set>

using namespace rushes;
using namespace rushes::sets;
using test::library;

namespace {

/// The kits where people act in water or in a seat have no free floor of their own.
bool walkable(const std::string& kit) { return kit != "car_interior" && kit != "reef"; }

} // namespace

TEST_CASE("Every kit builds whole", "[sets]") {
    REQUIRE(library().kitNames().size() >= 55);
    for (const std::string& name : library().kitNames()) {
        INFO(name);
        const auto built = library().build(name);
        REQUIRE(built);
        const BuiltSet& set = **built;
        REQUIRE(!set.instances.empty());
        CHECK(set.triangles() < 61000);
        for (std::size_t i = 0; i < set.objects.size(); ++i) {
            REQUIRE(set.objects[i].object == i + 1);
            REQUIRE(!set.objects[i].name.empty());
        }
        for (const auto& instance : set.instances) {
            REQUIRE(instance.object >= 1);
            REQUIRE(instance.object <= set.objects.size());
            INFO(set.objects[instance.object - 1u].name);
            REQUIRE(test::defect(*instance.mesh) == "");
            for (const auto& surface : instance.mesh->surfaces)
                REQUIRE(surface.material < instance.materials->size());
        }
        REQUIRE(!set.shots.empty());
        CHECK(glm::length(set.environment.sun) == Approx(1).margin(1e-3));
    }
}

TEST_CASE("Every kit has the standard marks, on the ground and clear", "[sets]") {
    for (const std::string& name : library().kitNames()) {
        const BuiltSet& set = **library().build(name);
        INFO(name);
        CHECK(set.mark("centre"));
        CHECK(set.mark("talk_a"));
        CHECK(set.mark("talk_b"));
        std::set<std::string> names;
        for (const Mark& m : set.marks) {
            INFO(m.name);
            CHECK(names.insert(m.name).second);
            CHECK(std::isfinite(m.position.x + m.position.y + m.position.z + m.yaw));
            if (!walkable(name)) continue;
            if (!m.seat && m.pose == "stand")
                CHECK(std::abs(set.groundHeight(m.position.x, m.position.z, m.position.y, .25f) - m.position.y) < .3f);
            if (!m.seat && m.pose == "stand" && m.derived) {
                CHECK_FALSE(set.waterHeight(m.position.x, m.position.z));
                CHECK_FALSE(set.blocked(m.position + glm::vec3(0, .5f, 0), m.position + glm::vec3(0, 1.7f, 0)));
            }
        }
    }
}

TEST_CASE("Two people stand 1.1 m apart face to face on the sets of the sample film", "[sets]") {
    for (const char* name : {"harbour", "city_street", "bar", "office", "living_room"}) {
        INFO(name);
        const BuiltSet& set = **library().build(name);
        const Mark *a = set.mark("talk_a"), *b = set.mark("talk_b");
        REQUIRE(a);
        REQUIRE(b);
        CHECK(glm::distance(a->position, b->position) == Approx(1.1).margin(.06));
        const float yaw = glm::radians(a->yaw);
        CHECK(glm::dot(glm::vec3(std::sin(yaw), 0, std::cos(yaw)), glm::normalize(b->position - a->position)) > .95f);
        CHECK_FALSE(set.blocked(a->position + glm::vec3(0, 1.6f, 0), b->position + glm::vec3(0, 1.6f, 0)));
        for (const char* mark : {"centre", "talk_c", "enter", "exit"}) {
            INFO(mark);
            CHECK(set.mark(mark));
        }
        CHECK_FALSE(set.path(set.mark("enter")->position, set.mark("talk_a")->position).empty());
    }
}

TEST_CASE("The same seed gives the same set, another seed another one", "[sets]") {
    const auto second = SetLibrary::load();
    REQUIRE(second);
    const BuiltSet &a = **library().build("city_street"), &b = **(*second)->build("city_street"),
                   &c = **library().build("city_street", 7);
    REQUIRE(a.instances.size() == b.instances.size());
    for (std::size_t i = 0; i < a.instances.size(); ++i) {
        CHECK(a.instances[i].transform == b.instances[i].transform);
        CHECK(a.instances[i].mesh->positions == b.instances[i].mesh->positions);
    }
    CHECK(a.triangles() != c.triangles());
    CHECK(library().build("city_street")->get() == &a); // kept
}

TEST_CASE("Night lights the lamps and the windows, and leaves the street as it was", "[sets]") {
    BuildOptions options;
    options.night = 1;
    const BuiltSet &day = **library().build("city_street"), &night = **library().build("city_street", 0, options);
    CHECK(day.environment.lamps.empty());
    CHECK(night.environment.lamps.size() >= 4);
    CHECK(night.environment.night == 1);
    CHECK(day.objects.size() == night.objects.size());
    CHECK(day.triangles() == night.triangles());
    for (const Lamp& lamp : night.environment.lamps) {
        CHECK(lamp.radius > 0);
        CHECK(lamp.position.y > night.groundHeight(lamp.position.x, lamp.position.z));
    }
    const BuiltSet& bar = **library().build("bar", 0, options);
    CHECK(bar.environment.interior);
    CHECK(bar.environment.lamps.size() >= 3);
}

TEST_CASE("Walls open for a camera outside them and take what hangs on them along", "[sets]") {
    const BuiltSet& set = **library().build("bar");
    const glm::vec3 outside(8, 1.6f, 0), inside(0, 1.6f, 0);
    int hidden = 0;
    for (const auto& instance : set.instances) {
        if (!instance.removablePlane) continue;
        const auto dropped = [&](const glm::vec3& eye) {
            return glm::dot(glm::vec3(*instance.removablePlane), eye) + instance.removablePlane->w < 0;
        };
        CHECK_FALSE(dropped(inside));
        hidden += dropped(outside);
    }
    CHECK(hidden == 4); // the east wall, two pictures, a clock
    CHECK_FALSE(set.blocked(outside, inside));
    SightOptions all;
    all.ignoreRemovable = false;
    CHECK(set.blocked(outside, inside, all));
}

TEST_CASE("What stands at an opening wall hides what is behind it from an eye inside", "[sets]") {
    const BuiltSet& set = **library().build("kitchen");
    int tried = 0;
    for (const auto& instance : set.instances) {
        if (!instance.removablePlane || set.objects[instance.object - 1u].name.find("wall") != std::string::npos) continue;
        geometry::Bounds box;
        for (const auto& p : instance.mesh->positions) box.add(glm::vec3(instance.transform * glm::vec4(p, 1)));
        const glm::vec3 middle = box.centre(), eye(set.heart.x, 1.5f, set.heart.z);
        if (box.size().y < 1.2f || glm::dot(glm::vec3(*instance.removablePlane), middle) + instance.removablePlane->w < 0) continue;
        CHECK(set.blocked(eye, glm::vec3(middle.x, 1.0f, middle.z)));
        ++tried;
    }
    CHECK(tried > 0); // a fridge, a cupboard
}

TEST_CASE("The surface under the feet is the pavement, not the land", "[sets]") {
    const BuiltSet& set = **library().build("city_street");
    CHECK(set.groundHeight(-5.5f, 1.f) == Approx(.16).margin(.02));
    CHECK(set.groundHeight(0, 1.f) == Approx(.02).margin(.03));
    const BuiltSet& harbour = **library().build("harbour");
    CHECK(harbour.groundHeight(0, -2) == Approx(0).margin(.02));
    CHECK(harbour.waterHeight(0, -12) == Approx(-1.3f));
    CHECK_FALSE(harbour.waterHeight(0, 2));
}

TEST_CASE("A free spot is free, and a way round the furniture is found", "[sets]") {
    const BuiltSet& set = **library().build("bar");
    const auto spot = set.freeSpotNear({0.1f, 0, 2.3f}, .35f); // in the middle of a table
    REQUIRE(spot);
    CHECK(glm::length(*spot - glm::vec3(.1f, 0, 2.3f)) > .5f);
    const auto other = set.freeSpotNear(*spot, .35f, {*spot});
    REQUIRE(other);
    CHECK(glm::distance(*spot, *other) > .6f);
    const glm::vec3 a(-2.6f, 0, 0.2f), b(-2.6f, 0, 2.7f); // either side of a table with stools
    CHECK_FALSE(set.pathClear(a, b));
    const auto way = set.path(a, b);
    REQUIRE(way.size() >= 3);
    for (std::size_t i = 0; i + 1 < way.size(); ++i)
        CHECK(glm::distance(way[i], way[i + 1]) < 6);
    CHECK_FALSE(set.freeSpotNear({100, 0, 100}));
}

TEST_CASE("Kits take other seeds and weather", "[sets]") {
    BuildOptions fog;
    fog.weather = Weather::fog;
    for (const char* name : {"forest", "suburban_house", "alley", "river", "mountain"}) {
        INFO(name);
        for (const std::uint32_t seed : {2u, 991u}) {
            const auto built = library().build(name, seed, fog);
            REQUIRE(built);
            CHECK((*built)->environment.fogAmount > .9f);
            CHECK((*built)->mark("talk_a"));
        }
    }
    CHECK(library().build("atlantis").error().category == ErrorCategory::notFound);
}
