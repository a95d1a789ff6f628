// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/nature.h"
#include "engine/sets/random.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace rushes::sets {

namespace {

constexpr double pi = 3.14159265358979323846;
using V = glm::dvec3;
constexpr std::array kinds{"oak",  "round", "street", "birch", "poplar", "pine",  "fir", "palm",
                           "bare", "bush",  "fern",   "grass", "cactus", "coral", "kelp"};

struct CrownShape {
    int lumps = 7;
    double lump = .45, flatten = .8, cell = .16;
};

Patch crown(const V& centre, double r, std::uint32_t seed, const CrownShape& shape) {
    Random random(seed);
    std::vector<Cone> balls{{centre, r * .62, centre, r * .62}};
    for (int i = 0; i < shape.lumps; ++i) {
        const double a = 2 * pi * (i + random.between(-.3, .3)) / shape.lumps, y = random.between(-.5, .75),
                     flat = std::sqrt(1 - y * y * .6);
        const V p = V(std::sin(a) * flat, y * shape.flatten, std::cos(a) * flat) * (r * .62) + centre;
        const double radius = r * shape.lump * random.between(.75, 1.1);
        balls.push_back({p, radius, p, radius});
    }
    return blob(balls, r * .05, r * shape.cell, BlobNoise{r * .07, 9 / r});
}

Patch stick(const V& a, const V& b, double ra, double rb, int n = 6) { return sweep({a, b}, {ra, rb}, n); }

/// Shared state of one plant.
struct Plant {
    const std::string& kind;
    double h;
    int seed;
    bool coarse;
    const MaterialTable& m;
    Random random;
    Soup out;

    double between(double a, double b) { return random.between(a, b); }
};

double share(const std::string& kind, std::array<double, 5> values) { // oak, round, street, birch, poplar
    for (std::size_t i = 0; i < 5; ++i)
        if (kind == kinds[i]) return values[i];
    return 0;
}

void broadleaf(Plant& p) {
    const double h = p.h, trunk = h * share(p.kind, {.30, .32, .38, .35, .15}),
                 r = h * share(p.kind, {.40, .33, .27, .22, .16});
    const double tr = h * share(p.kind, {.032, .020, .020, .014, .020}), lean = p.between(-.04, .04) * h;
    const V top(lean, std::max(h * .62, h - r * 1.05), p.between(-.03, .03) * h);
    p.out.add(sweep({{0, -.1, 0}, {0, trunk * .25, 0}, {lean * .4, trunk, 0}, top},
                    {tr * 1.7, tr * 1.05, tr * .9, tr * .35}, 7),
              p.kind == "birch" ? p.m["birchbark"] : p.m["bark"]);
    for (int i = 0; i < (p.coarse ? 0 : 3); ++i) {
        const double a = p.between(0, 6.28), y = trunk * p.between(.85, 1.15);
        p.out.addTo(0,
                    stick({lean * .4, y, 0}, {std::sin(a) * r * .6, trunk + r * .75, std::cos(a) * r * .6}, tr * .5,
                          tr * .2, 5),
                    p.m["bark"]);
    }
    if (p.kind == "poplar") {
        std::vector<Cone> balls;
        for (const auto& [q, w] : std::initializer_list<std::pair<double, double>>{
                 {.2, .5}, {.35, .85}, {.5, 1}, {.65, .9}, {.8, .62}, {.93, .28}})
            balls.push_back({{0, h * q, 0}, r * w, {0, h * q, 0}, r * w});
        p.out.add(blob(balls, r * .15, r * (p.coarse ? .5 : .28), BlobNoise{r * .15, 7 / r}), p.m["leaf"]);
        return;
    }
    p.out.add(crown({lean, h - r * .92, 0}, r, std::uint32_t(p.seed), {p.coarse ? 5 : 8, .46, .8, p.coarse ? .3 : .17}),
              p.m["leaf"]);
}

void conifer(Plant& p) {
    const double h = p.h, tr = h * .018;
    p.out.add(stick({0, -.1, 0}, {0, h * .9, 0}, tr * 1.4, tr * .3, 6), p.m["bark"]);
    const bool fir = p.kind == "fir";
    const int tiers = p.coarse ? 4 : 6, m = p.coarse ? 7 : 11;
    const double y0 = h * (fir ? .10 : .38);
    for (int i = 0; i < tiers; ++i) {
        const double q = double(i) / tiers, y = y0 + (h - y0) * q,
                     r = h * (fir ? .22 : .20) * (1 - q * .82) * p.between(.9, 1.1);
        const double rise = (h - y0) / tiers * 1.65, a0 = p.between(0, 6);
        Patch skirt;
        skirt.positions.push_back({0, std::min(y + rise, h), 0});
        for (int k = 0; k < m * 2; ++k) {
            const double rr = r * (k % 2 == 0 ? 1 : .72) * p.between(.92, 1.08), a = a0 + pi * k / m;
            skirt.positions.push_back(
                {std::sin(a) * rr, y - (k % 2 == 0 ? .10 * r : 0) + p.between(-.02, .02) * h * .3, std::cos(a) * rr});
        }
        for (const V& v : skirt.positions)
            skirt.normals.push_back(glm::normalize(v - V(0, y - .3 * r, 0)));
        for (std::uint32_t k = 0; k < std::uint32_t(2 * m); ++k)
            skirt.triangles.push_back({0, 1 + k, 1 + (k + 1) % std::uint32_t(2 * m)});
        p.out.add(skirt, p.m["needle"]);
    }
}

/// A strip of `columns` points per row.
void strip(Patch& patch, std::uint32_t rows, std::uint32_t columns) {
    for (std::uint32_t k = 0; k + 1 < rows; ++k)
        for (std::uint32_t q = 0; q + 1 < columns; ++q) {
            const std::uint32_t b = k * columns + q;
            patch.triangles.push_back({b, b + 1, b + columns});
            patch.triangles.push_back({b + 1, b + columns + 1, b + columns});
        }
}

void palm(Plant& p) {
    const double h = p.h, lean = p.between(.08, .2) * h;
    auto radius = spread(.03, .018, 10);
    for (auto& r : radius)
        r *= h * 1.1;
    p.out.add(sweep(catmull({{0, -.1, 0}, {lean * .2, h * .35, 0}, {lean * .6, h * .7, 0}, {lean, h * .93, 0}}, 3),
                    radius, 7),
              p.m["bark"]);
    for (int i = 0; i < 11; ++i) {
        const double a = 2 * pi * i / 11 + p.between(-.2, .2), l = h * p.between(.30, .38);
        const V d(std::sin(a), 0, std::cos(a)), s = glm::cross(d, V(0, 1, 0)), root(lean, h * .93, 0);
        const double droop = p.between(.45, 1.0), up = p.between(.2, .55);
        Patch leaf;
        for (int k = 0; k < 6; ++k) {
            const double t = k / 5.0, w = l * .12 * std::sin(pi * std::min(.08 + t * .9, 1.0));
            const V c = root + d * (l * t * (1 - .15 * t)) + V(0, l * (up * t - droop * t * t), 0);
            leaf.positions.insert(leaf.positions.end(),
                                  {c + s * w - V(0, w * .5, 0), c + V(0, w * .25, 0), c - s * w - V(0, w * .5, 0)});
        }
        leaf.normals.assign(leaf.positions.size(), glm::normalize(V(0, .8, 0) + d * .4));
        strip(leaf, 6, 3);
        p.out.addTo(1 + std::uint32_t(i) % 4, leaf, p.m["leaf"]);
    }
}

void branch(Plant& p, const V& a, const V& d, double l, double r, int depth) {
    const V b = a + d * l;
    p.out.addTo(0, stick(a, b, r, r * .62, depth > 1 ? 5 : 4), p.m["bark"]);
    if (depth == 0) return;
    for (int i = 0; i < (depth > 1 ? 2 : 3); ++i) {
        V next = d + V(p.random.normal(), p.random.normal(), p.random.normal()) * .5;
        next.y = std::abs(next.y) * .8 + .1;
        const double back = p.between(0, .2), length = p.between(.6, .78);
        branch(p, b - d * (l * back), glm::normalize(next), l * length, r * .6, depth - 1);
    }
}

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
    if (kind == "pine" || kind == "fir")
        conifer(p);
    else if (kind == "palm")
        palm(p);
    else if (kind == "bare")
        branch(p, {0, -.1, 0}, {0, 1, 0}, p.h * .32, p.h * .028, o.coarse ? 3 : 4);
    else if (kind == "bush")
        p.out.add(crown({0, p.h * .42, 0}, p.h * .62, std::uint32_t(o.seed), {6, .5, .5, o.coarse ? .4 : .22}),
                  materials["leaf"]);
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
    else
        broadleaf(p);
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
