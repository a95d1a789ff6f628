// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "sets_support.h"
#include <glm/geometric.hpp>

#include <set>

using namespace rushes;
using namespace rushes::sets;
using test::library;

TEST_CASE("Every prop builds whole at every detail", "[sets]") {
    REQUIRE(library().propNames().size() >= 360);
    for (const std::string& name : library().propNames()) {
        INFO(name);
        std::size_t full = 0;
        for (const Detail detail : {Detail::full, Detail::coarse, Detail::box}) {
            PropOptions options;
            options.detail = detail;
            const auto prop = library().prop(name, options);
            REQUIRE(prop);
            const auto& mesh = *(*prop)->mesh;
            REQUIRE(test::defect(mesh) == "");
            REQUIRE(mesh.triangles() >= 2);
            for (const auto& surface : mesh.surfaces)
                REQUIRE(surface.material < (*prop)->materials->size());
            if (detail == Detail::full) full = mesh.triangles();
            CHECK(mesh.triangles() <= full);
            if (detail == Detail::box) CHECK(mesh.triangles() <= 12);
        }
    }
}

TEST_CASE("Triangles face outwards, as their normals do", "[sets]") {
    for (const char* name :
         {"crate", "barrel", "car", "dog", "couch", "tree:oak:6:1", "tree:fir:9:2", "rock:1:1:1:4", "lighthouse"}) {
        INFO(name);
        const auto prop = library().prop(name);
        REQUIRE(prop);
        const auto& m = *(*prop)->mesh;
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < m.indices.size(); i += 3) {
            const auto a = m.indices[i], b = m.indices[i + 1], c = m.indices[i + 2];
            const glm::vec3 n = glm::cross(m.positions[b] - m.positions[a], m.positions[c] - m.positions[a]);
            wrong += glm::dot(n, m.normals[a] + m.normals[b] + m.normals[c]) < 0;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("Props have the size of the things they are", "[sets]") {
    const auto height = [](const char* name) { return (*library().prop(name))->size.y; };
    CHECK(height("chair") == Approx(.9).margin(.25));
    CHECK(height("car") == Approx(1.45).margin(.2));
    CHECK(height("elephant") > 2.5f);
    CHECK(height("cup") < .2f);
    CHECK((*library().prop("chair"))->seatHeight == 0.47f);
    CHECK((*library().prop("chair"))->pose == "sit");
    CHECK((*library().prop("bed"))->pose == "lie");
    CHECK((*library().prop("umbrella"))->hold == Hold::oneHand);
    CHECK((*library().prop("backpack"))->hold == Hold::onBack);
}

TEST_CASE("An animal walks in place and keeps its size", "[sets]") {
    PropOptions walk;
    walk.pose = "walk";
    walk.phase = .25f;
    const auto standing = library().prop("horse"), walking = library().prop("horse", walk);
    REQUIRE(standing);
    REQUIRE(walking);
    CHECK((*standing)->mesh != (*walking)->mesh);
    CHECK((*standing)->mesh->bounds.high.y == Approx((*walking)->mesh->bounds.high.y).margin(.05));
    walk.phase = 1.25f; // the same place in the cycle
    CHECK((*library().prop("horse", walk))->mesh == (*walking)->mesh);
}

TEST_CASE("Trees and rocks grow on demand, other seeds differ", "[sets]") {
    PropOptions other;
    other.seed = 5;
    const auto a = library().prop("tree:oak:6"), b = library().prop("tree:oak:6", other);
    REQUIRE(a);
    REQUIRE(b);
    CHECK((*a)->mesh->positions != (*b)->mesh->positions);
    CHECK((*a)->size.y == Approx(6).margin(1));
    for (const char* wrong :
         {"tree:elm:6", "tree:oak", "tree:oak:0", "rock:1:1", "tree:oak:6:1:1", "no such thing", ""}) {
        INFO(wrong);
        CHECK_FALSE(library().hasProp(wrong));
        const auto prop = library().prop(wrong);
        REQUIRE_FALSE(prop);
        CHECK(prop.error().category == ErrorCategory::notFound);
    }
}

TEST_CASE("Two libraries make the same prop, bit for bit", "[sets]") {
    const auto second = SetLibrary::load();
    REQUIRE(second);
    for (const char* name : {"cat", "trawler", "tree:birch:8:2", "rock:1:.7:.8:3"}) {
        const auto a = library().prop(name), b = (*second)->prop(name);
        CHECK((*a)->mesh->positions == (*b)->mesh->positions);
        CHECK((*a)->mesh->indices == (*b)->mesh->indices);
    }
}

TEST_CASE("Trees of a kind are light, stand on the ground and are told apart by their shape", "[sets]") {
    PropOptions coarse;
    coarse.detail = Detail::coarse;
    const auto tree = [](const std::string& kind, const PropOptions& options = {}) {
        auto made = library().prop("tree:" + kind + ":8", options);
        REQUIRE(made.has_value());
        return *made;
    };
    for (const char* kind : {"oak", "round", "street", "birch", "poplar", "willow", "pine", "fir", "palm", "bare"}) {
        INFO(kind);
        const auto full = tree(kind), far = tree(kind, coarse);
        CHECK(full->mesh->triangles() < 1400);
        CHECK(far->mesh->triangles() * 2 < full->mesh->triangles());
        CHECK(full->mesh->bounds.low.y == Approx(-.1f).margin(.15));
        CHECK(full->size.y == Approx(8).margin(1.2));
        CHECK(far->size.y == Approx(full->size.y).margin(1));
    }
    CHECK(tree("oak")->size.x > 1.5f * tree("birch")->size.x);
    CHECK(tree("birch")->size.x > 1.1f * tree("poplar")->size.x);
    for (const char* noun : {"oak tree", "birch", "willow", "poplar", "palm tree", "fir", "bare trees"}) {
        const auto match = library().propFor(noun);
        REQUIRE(match.has_value());
        CHECK(match->exact);
        CHECK((match->name != "tree:oak:7") == (std::string(noun) != "oak tree"));
    }
}

TEST_CASE("A monkey sits upright at rest, a lion wears a mane, a bear shows its muzzle", "[sets]") {
    const auto animal = [](const std::string& name, const PropOptions& options = {}) {
        auto made = library().prop(name, options);
        REQUIRE(made.has_value());
        return *made;
    };
    PropOptions walk;
    walk.pose = "walk";
    const auto sitting = animal("monkey"), walking = animal("monkey", walk);
    CHECK(sitting->mesh->bounds.high.y > walking->mesh->bounds.low.y + .55f);
    CHECK(sitting->size.x < .5f);
    CHECK(sitting->mesh->bounds.low.y == Approx(0).margin(.03));
    const auto shown = [](const Prop& prop, const std::string& material) {
        std::size_t count = 0;
        for (const auto i : prop.mesh->indices) count += (*prop.materials)[prop.mesh->surfaces[prop.mesh->surfaceOf[i]].material].name == material;
        return double(count) / double(prop.mesh->indices.size());
    };
    const auto lion = animal("lion"), bear = animal("bear");
    CHECK(shown(*lion, "fur3") > .15);
    CHECK(shown(*lion, "fur1") > .4);
    CHECK(shown(*bear, "fur2") > .01);
    CHECK(shown(*bear, "fur2") < .1);
}
