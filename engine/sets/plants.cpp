// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/nature.h"
#include "engine/sets/plant.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace rushes::sets {

namespace {

constexpr double pi = 3.14159265358979323846;
using V = glm::dvec3;
constexpr std::array kinds{"oak",  "round", "street", "birch", "poplar", "pine",  "fir", "palm",
                           "bare", "willow", "bush",  "fern",   "grass", "cactus", "coral", "kelp"};

void fern(Plant& p) {
    for (int i = 0; i < 7; ++i) {
        const double a = 2 * pi * i / 7 + p.between(-.3, .3), l = p.h * p.between(.8, 1.2);
        const V d(std::sin(a), 0, std::cos(a)), s = glm::cross(d, V(0, 1, 0));
        Patch leaf;
        for (int k = 0; k < 5; ++k) {
            const double t = k / 4.0, w = l * .14 * std::sin(pi * std::min(.1 + t * .9, 1.0));
            const V c = d * (l * t) + V(0, l * (1.1 * t - .9 * t * t), 0);
            leaf.positions.insert(leaf.positions.end(), {c + s * w, c - s * w});
        }
        leaf.normals.assign(leaf.positions.size(), V(0, 1, 0));
        strip(leaf, 5, 2);
        p.out.addTo(std::uint32_t(i) % 3, leaf, p.m["leaf"]);
    }
}

void grass(Plant& p) {
    for (int i = 0; i < 9; ++i) {
        const double a = p.between(0, 6.28), l = p.h * p.between(.6, 1.1);
        const V d(std::sin(a), 0, std::cos(a)), s = glm::cross(d, V(0, 1, 0)) * (p.h * .045),
                                                o = d * (p.between(0, .12) * p.h);
        Patch blade;
        blade.positions = {o - s, o + s, o + d * (l * .45) + V(0, l, 0)};
        blade.normals.assign(3, V(0, 1, 0));
        blade.triangles = {{0, 1, 2}};
        p.out.addTo(std::uint32_t(i) % 4, blade, p.m["leaf"]);
    }
}

void cactus(Plant& p) {
    const double h = p.h;
    p.out.add(
        sweep({{0, -.1, 0}, {0, h * .5, 0}, {0, h * .93, 0}, {0, h, 0}}, {h * .085, h * .09, h * .075, h * .02}, 10),
        p.m["cactus"]);
    for (const auto& [side, y] : std::initializer_list<std::pair<double, double>>{{1, .38}, {-1, .52}}) {
        const Path3 arm{{0, h * y, 0},
                        {side * h * .16, h * (y + .01), 0},
                        {side * h * .19, h * (y + .08), 0},
                        {side * h * .19, h * (y + .30), 0},
                        {side * h * .19, h * (y + .33), 0}};
        p.out.add(sweep(arm, {h * .05, h * .055, h * .055, h * .05, h * .015}, 9), p.m["cactus"]);
    }
}

void coral(Plant& p) {
    for (int i = 0; i < 6; ++i) {
        const double a = p.between(0, 6.28);
        V at(0), d(std::sin(a) * .5, 1, std::cos(a) * .5);
        for (int q = 0; q < 3; ++q) {
            const V next = at + d * (p.h * .3);
            p.out.addTo(0, stick(at, next, p.h * .07 * (1 - .2 * q), p.h * .06 * (1 - .2 * q), p.coarse ? 4 : 6),
                        p.m["coral"]);
            at = next;
            d += V(p.random.normal(), p.random.normal(), p.random.normal()) * .4;
            d.y = std::abs(d.y);
            d = glm::normalize(d);
        }
    }
}

void kelp(Plant& p) {
    for (int i = 0; i < 4; ++i) {
        const double a = p.between(0, 6.28), h = p.h;
        const V root = V(std::sin(a), 0, std::cos(a)) * (h * .06);
        Patch leaf;
        for (int k = 0; k < 8; ++k) {
            const double t = k / 7.0, w = h * .03 * (1 - t * .6);
            const V c = root + V(std::sin(t * 5 + a) * h * .06, h * t, std::cos(t * 4 + a) * h * .03);
            leaf.positions.insert(leaf.positions.end(), {c + V(w, 0, 0), c - V(w, 0, 0)});
        }
        leaf.normals.assign(leaf.positions.size(), V(0, .2873, .9578));
        strip(leaf, 8, 2);
        p.out.addTo(std::uint32_t(i), leaf, p.m["leaf"]);
    }
}

} // namespace

bool isTreeKind(const std::string& kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); }

Soup tree(const std::string& kind, const TreeOptions& o, const MaterialTable& materials) {
    Plant p{kind, o.height, o.seed, o.coarse, materials, Random(std::uint32_t(o.seed) + 1000), {}};
    if (growTree(p))
        return std::move(p.out);
    if (kind == "bush")
        growBush(p);
    else if (kind == "fern")
        fern(p);
    else if (kind == "grass")
        grass(p);
    else if (kind == "cactus")
        cactus(p);
    else if (kind == "coral")
        coral(p);
    else if (kind == "kelp")
        kelp(p);
    return std::move(p.out);
}

Patch rock(const glm::dvec3& size, int seed) {
    Random random{std::uint32_t(seed)};
    Patch ball = sphere(V(1), 9, 6);
    V cut[7];
    for (V& k : cut) {
        k = V(random.normal(), random.normal(), random.normal());
        k = glm::normalize(k);
    }
    for (const V& k : cut) { // plane cuts make facets
        const double d = random.between(.55, .9);
        for (V& p : ball.positions)
            p -= k * std::max(glm::dot(p, k) - d, 0.0);
    }
    std::vector<std::vector<int>> faces;
    for (V& p : ball.positions) {
        p *= size / 2.0;
        p.y = std::max(p.y + size.y * .28, -.02);
    }
    for (const Corner3& t : ball.triangles)
        faces.push_back({int(t[0]), int(t[1]), int(t[2])});
    return flatFaces(ball.positions, faces);
}

} // namespace rushes::sets
