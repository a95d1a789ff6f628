// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/rebuilt_shots.h"

#include "tests/eval/look/mannequin.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>

using namespace rushes;
using namespace rushes::eval;

TEST_CASE("Solids face outwards and answer each other point by point", "[eval][look]") {
    const Solid solids[] = {{Solid::Kind::box, {1, 2, 3}}, {Solid::Kind::cone, {0.3f, 0.2f, 1}}, {Solid::Kind::ellipsoid, {1, 0.5f, 0.7f}}, {Solid::Kind::cylinder, {0.4f, 0, 0.1f}}};
    const glm::mat4 moved = glm::rotate(glm::translate(glm::mat4(1), {1, 2, 3}), 0.7f, {0, 1, 0});
    for (const Solid& solid : solids) {
        INFO(int(solid.kind));
        geometry::Mesh rest, now;
        addSolid(rest, solid, glm::mat4(1), 4, 0);
        addSolid(now, solid, moved, 4, 0);
        REQUIRE(rest.positions.size() == now.positions.size());
        for (std::size_t i = 0; i < rest.positions.size(); i += 7) CHECK(glm::distance(now.positions[i], glm::vec3(moved * glm::vec4(rest.positions[i], 1))) < 1e-4f);
        for (std::size_t t = 0; t + 2 < rest.indices.size(); t += 3) {
            const glm::vec3 &a = rest.positions[rest.indices[t]], &b = rest.positions[rest.indices[t + 1]], &c = rest.positions[rest.indices[t + 2]];
            const glm::vec3 face = glm::cross(b - a, c - a);
            if (glm::length(face) < 1e-6f) continue; // at a pole
            REQUIRE(glm::dot(face, rest.normals[rest.indices[t]] + rest.normals[rest.indices[t + 1]] + rest.normals[rest.indices[t + 2]]) > 0);
        }
    }
}

TEST_CASE("A rounded cone reaches from ball to ball", "[eval][look]") {
    geometry::Mesh mesh;
    addSolid(mesh, {Solid::Kind::cone, {0.3f, 0.2f, 1}}, glm::mat4(1), 0, 0);
    mesh.measure();
    CHECK(mesh.bounds.low.y == Approx(-0.3f).margin(1e-4));
    CHECK(mesh.bounds.high.y == Approx(1.2f).margin(1e-4));
    CHECK(mesh.bounds.high.x == Approx(0.3f).margin(2e-3));
}

TEST_CASE("The rebuilt shots move what the prototype's moved", "[eval][look]") {
    CHECK_FALSE(rebuiltScene("bus"));
    for (const char* name : {"street", "orbit", "car", "head"}) {
        INFO(name);
        const auto scene = rebuiltScene(name);
        REQUIRE(scene);
        std::vector<glm::mat4> rest;
        for (const auto& piece : scene->pieces) rest.push_back(piece.rest);
        SceneMoment first{rest, {}, {}, 0}, last{rest, {}, {}, 0};
        scene->move(0, first);
        scene->move(1, last);
        for (std::size_t i = 0; i < rest.size(); ++i)
            if (scene->pieces[i].object >= 10) CHECK(first.at[i] == rest[i]);
        CHECK((first.eye != last.eye || first.target != last.target));
    }
    const auto street = rebuiltScene("street");
    SceneMoment end;
    for (const auto& piece : street->pieces) end.at.push_back(piece.rest);
    street->move(1, end);
    CHECK(end.at.front()[3].x == Approx(2.3f).margin(1e-4)); // the pelvis of the first walker, 4.6 m on
}
