// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/noise.h"
#include "engine/sets/set_builder.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

constexpr double pi = 3.14159265358979323846;
using V = glm::dvec3;

glm::dvec3 landNormal(const Terrain& land, double x, double z) {
    constexpr double e = .5;
    return glm::normalize(
        V(-(land.height(x + e, z) - land.height(x - e, z)), 2 * e, -(land.height(x, z + e) - land.height(x, z - e))));
}

/// A polar grid, rings widening outwards: a few thousand triangles reach kilometres.
Patch groundMesh(const SetBuilder& set, const Ground& g) {
    const bool hilly = !set.terrain.flat();
    const int around = g.around > 0 ? g.around : hilly ? 72 : 40, rings = g.rings > 0 ? g.rings : hilly ? 44 : 10;
    Patch out;
    const auto add = [&](double x, double z) {
        out.positions.emplace_back(x, set.height(x, z), z);
        out.normals.push_back(hilly ? landNormal(set.terrain, x, z) : V(0, 1, 0));
    };
    add(g.at.x, g.at.y);
    for (int j = 0; j < rings; ++j) {
        const double r = g.firstRing * std::pow(g.radius / g.firstRing, rings > 1 ? double(j) / (rings - 1) : 1.0);
        for (int i = 0; i < around; ++i)
            add(g.at.x + r * std::sin(2 * pi * i / around), g.at.y + r * std::cos(2 * pi * i / around));
    }
    const auto n = std::uint32_t(around);
    for (std::uint32_t i = 0; i < n; ++i)
        out.triangles.push_back({0, 1 + i, 1 + (i + 1) % n});
    for (std::uint32_t j = 0; j + 1 < std::uint32_t(rings); ++j)
        for (std::uint32_t i = 0; i < n; ++i) {
            const std::uint32_t b = 1 + j * n, k = (i + 1) % n;
            out.triangles.push_back({b + i, b + n + i, b + n + k});
            out.triangles.push_back({b + i, b + n + k, b + k});
        }
    return out;
}

bool inBand(const Ground::Band& band, const V& centre, double steepness) {
    if (band.above) {
        const double wobble = band.wobble != 0 ? 2 * fbm(centre.x / 30, centre.z / 30) * band.wobble : 0;
        if (centre.y <= *band.above + wobble) return false;
    }
    if (band.below && centre.y >= *band.below) return false;
    return !band.steep || steepness < *band.steep;
}

Ground::Band readBand(const Node& n, const Vocabulary& words) {
    Ground::Band b;
    b.material = words.materials.index(n.at("mat"));
    if (const auto v = n.find("above")) b.above = v->number();
    if (const auto v = n.find("below")) b.below = v->number();
    if (const auto v = n.find("steep")) b.steep = v->number();
    b.wobble = n.number("wob", 0);
    n.finish();
    return b;
}

/// Silhouette strips around the set: without a horizon an exterior looks like a model on a table.
struct Horizon : Element {
    std::string shape;
    double dist = 100, h = 10, y = -2, frequency = 1, blockWidth = 10, gap = 1;
    glm::dvec2 arc{0, 360};
    int layers = 1, points = 180;
    bool fade = false, windows = false;
    std::optional<std::uint32_t> material;
    std::uint32_t windowMaterial = 0;

    void build(SetBuilder& set, Random& random) const override {
        for (int i = 0; i < layers; ++i) {
            Soup soup;
            const double distance = dist * (1 + .55 * i), height = h * (1 + .5 * i);
            if (shape == "skyline")
                skyline(soup, set, random, distance, height);
            else
                soup.add(ridgeLine(set, i, distance, height),
                         material ? *material : set.material(i == 0 ? "far1" : "far0"));
            Placing placing;
            placing.casts = false;
            placing.name = "horizon";
            set.addSoup(soup, placing);
        }
    }

    void skyline(Soup& soup, SetBuilder& set, Random& random, double distance, double height) const {
        const std::uint32_t tones[3] = {set.material("far0"), set.material("far1"), set.material("far0")};
        for (double a = arc.x; a < arc.y;) {
            const double w = random.between(.6, 1.6) * blockWidth, da = w / distance * 180 / pi;
            const double hh = height * std::pow(random.between(.25, 1.), 1.5), c = (a + da / 2) * pi / 180;
            const glm::dmat3 r = turnY(a + da / 2 + 180);
            const V at(distance * std::sin(c), y, distance * std::cos(c));
            soup.add(box({w, hh, w * .8}).turned(r).moved(at), tones[random.below(3)]);
            if (random.unit() < .25)
                soup.add(box({w * .4, hh * .18, w * .4}, {0, hh, 0}).turned(r).moved(at), tones[0]);
            if (windows && hh > height * .35) litWindows(soup, random, w, hh, r, at);
            a += da * (1 + random.between(0, .5) * gap);
        }
    }

    void litWindows(Soup& soup, Random& random, double w, double hh, const glm::dmat3& r, const V& at) const {
        const std::uint32_t part = soup.parts;
        for (double v = 4; v < hh - 2; v += 4.2)
            for (double u = -w * .4; u < w * .4; u += 2.6)
                if (random.unit() < .55) {
                    const double z = w * .41;
                    soup.quad({r * V(u, v, z) + at, r * V(u + 1.3, v, z) + at, r * V(u + 1.3, v + 1.7, z) + at,
                               r * V(u, v + 1.7, z) + at},
                              r * V(0, 0, 1), windowMaterial, int(part));
                }
    }

    double outline(const SetBuilder& set, int layer, double x) const {
        const double seed = set.seed;
        if (shape == "hills") return .5 + .9 * fbm(x * .35 + seed + layer * 7, layer * 3.3, 3);
        if (shape == "mountains")
            return std::clamp(.35 + .9 * ridgeNoise(x * .22 + seed + layer * 5, layer * 2., 5), .02, 2.);
        if (shape == "trees")
            return .62 +
                   .5 * std::abs(std::sin(x * 6.1 + 2 * valueNoise(x * 2, 0))) * valueNoise(x * 3. + seed, layer) +
                   .3 * fbm(x * 1.1 + seed, layer * 9., 3);
        if (shape == "cliff") return .8 + .25 * fbm(x * 1.2 + seed, 0, 4);
        return .5;
    }

    Patch ridgeLine(const SetBuilder& set, int layer, double distance, double height) const {
        Patch out;
        const int n = points;
        for (int row = 0; row < 2; ++row)
            for (int i = 0; i < n; ++i) {
                const double a = (arc.x + (arc.y - arc.x) * i / (n - 1)) * pi / 180,
                             x = (arc.y - arc.x) / 360 * 40 * i / (n - 1) * frequency;
                double t = outline(set, layer, x);
                if (fade) t *= std::clamp(std::min(i, n - 1 - i) / (n * .15), 0., 1.);
                const double d = row == 0 ? distance : distance * 1.08;
                out.positions.emplace_back(d * std::sin(a), row == 0 ? y : y + height * t, d * std::cos(a));
                out.normals.push_back(glm::normalize(V(-std::sin(a), .3, -std::cos(a))));
            }
        for (std::uint32_t q = 0; q + 1 < std::uint32_t(n); ++q) {
            const auto m = std::uint32_t(n);
            out.triangles.push_back({q, q + 1, m + q + 1});
            out.triangles.push_back({q, m + q + 1, m + q});
        }
        return out;
    }
};

/// A tunnel of noisy rings with stalactites.
struct Cave : Element {
    double length = 40, radius = 4.5;
    int stalactites = 26;

    void build(SetBuilder& set, Random& random) const override {
        constexpr int rings = 26, around = 30;
        std::vector<V> points;
        for (int j = 0; j < rings; ++j) {
            const double z = 8 + (-length - 8) * j / (rings - 1);
            for (int i = 0; i < around; ++i) {
                const double a = 2 * pi * i / around;
                const double q =
                    radius *
                    (1 + .30 * fbm(std::sin(a) * 1.3 + z * .16 + set.seed * 3., std::cos(a) * 1.3 + z * .11, 3) * 1.6 +
                     .10 * hashNoise(i, j)) *
                    (1 - .35 * j / rings + .25 * std::sin(j * .7));
                points.emplace_back(q * std::sin(a) + 2.2 * std::sin(z * .12),
                                    std::max(q * std::cos(a) * .8 + 1.6, .25 * hashNoise(i * 3., j)), z);
            }
        }
        std::vector<std::vector<int>> faces;
        for (int j = 0; j + 1 < rings; ++j)
            for (int i = 0; i < around; ++i) {
                const int a = j * around + i, b = j * around + (i + 1) % around;
                faces.push_back({a, b, b + around});
                faces.push_back({a, b + around, a + around});
            }
        Patch walls = flatFaces(points, faces);
        for (V& n : walls.normals)
            n = -n;
        Soup soup;
        soup.add(walls, set.material("cave"));
        Placing placing;
        placing.casts = false;
        placing.name = "cave";
        set.addSoup(soup, placing);
        addStalactites(set, random);
    }

    void addStalactites(SetBuilder& set, Random& random) const {
        for (int i = 0; i < stalactites; ++i) {
            const double x = random.between(-4, 4), z = random.between(-length * .8, 2);
            if (std::abs(x) < 1.4 || !set.roomFor(x, z, .6)) continue;
            const double h = random.between(.6, 2.2);
            const bool up = random.unit() < .5;
            Patch cone = lathe({{h * .22, 0}, {h * .12, h * .4}, {0, h}}, 7);
            if (up)
                for (std::size_t k = 0; k < cone.positions.size(); ++k)
                    cone.positions[k].y *= -1, cone.normals[k].y *= -1;
            Soup soup;
            soup.add(cone, set.material("rock"));
            Placing placing;
            placing.at = {x + 2.2 * std::sin(z * .12), up ? 4.4 + random.between(-.5, .3) : 0, z};
            placing.name = "stalactite";
            set.addSoup(soup, placing);
        }
    }
};

} // namespace

Ground readGround(const Node& n, const Vocabulary& words) {
    Ground g;
    g.none = n.flag("none", false);
    g.y = n.number("y", 0);
    g.radius = n.number("r", g.radius);
    g.firstRing = n.number("r0", g.firstRing);
    if (g.radius <= g.firstRing || g.firstRing <= 0) n.wrong("`r` must be larger than `r0`");
    g.around = n.whole("na", 0);
    g.rings = n.whole("nr", 0);
    if (g.around > 720 || g.rings > 400) n.wrong("`na` is at most 720 and `nr` at most 400");
    g.at = n.vec2("at", g.at);
    const auto mat = n.find("mat");
    g.material = mat ? words.materials.index(*mat) : words.materials["ground"];
    if (const auto height = n.find("height"))
        for (const Node& h : height->items())
            g.height.push_back(readLandTerm(h));
    if (const auto bands = n.find("bands"))
        for (const Node& b : bands->items())
            g.bands.push_back(readBand(b, words));
    if (const auto water = n.find("water")) {
        Ground::Water w;
        w.y = water->at("y").number();
        w.radius = water->number("r", w.radius);
        const auto material = water->find("mat");
        w.material = material ? words.materials.index(*material) : words.materials["water"];
        water->finish();
        g.water = w;
    }
    n.finish();
    return g;
}

void buildGround(SetBuilder& set, const Ground& g) {
    if (g.none) return;
    const Patch land = groundMesh(set, g);
    Soup soup;
    soup.addTo(0, land, g.material);
    for (auto& t : soup.triangles) {
        const V c = (land.positions[t.corner[0]] + land.positions[t.corner[1]] + land.positions[t.corner[2]]) / 3.0;
        const double steep =
            (land.normals[t.corner[0]].y + land.normals[t.corner[1]].y + land.normals[t.corner[2]].y) / 3;
        for (const auto& band : g.bands)
            if (inBand(band, c, steep)) t.material = band.material;
    }
    Placing placing;
    placing.casts = !set.terrain.flat();
    placing.name = "ground";
    set.addSoup(soup, placing);
    if (!g.water) return;
    Patch disc;
    disc.positions.emplace_back(0, g.water->y, 0);
    for (int i = 0; i < 32; ++i)
        disc.positions.emplace_back(g.water->radius * std::sin(2 * pi * i / 32), g.water->y,
                                    g.water->radius * std::cos(2 * pi * i / 32));
    disc.normals.assign(33, V(0, 1, 0));
    for (std::uint32_t i = 0; i < 32; ++i)
        disc.triangles.push_back({0, 1 + i, 1 + (i + 1) % 32});
    Soup water;
    water.add(disc, g.water->material);
    placing.casts = false;
    placing.name = "water";
    set.addSoup(water, placing);
}

std::unique_ptr<Element> readHorizon(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<Horizon>();
    e->shape = n.choice("kind", "", {"hills", "mountains", "trees", "skyline", "cliff", "flat"});
    e->dist = n.at("dist").number();
    e->h = n.at("h").number();
    if (e->dist <= 0) n.at("dist").wrong("must be more than 0");
    e->y = n.number("y", e->y);
    e->frequency = n.number("freq", 1);
    e->blockWidth = n.number("w", e->blockWidth);
    if (e->blockWidth < .2) n.at("w").wrong("must be .2 or more");
    e->gap = n.number("gap", 1);
    e->arc = n.vec2("arc", e->arc);
    e->layers = n.whole("layers", 1);
    e->points = std::clamp(n.whole("n", 180), 2, 2000);
    e->fade = n.flag("fade", false);
    e->windows = n.flag("windows", false);
    if (const auto m = n.find("mat")) e->material = words.materials.index(*m);
    const auto window = n.find("wmat");
    e->windowMaterial = window ? words.materials.index(*window) : words.materials["far1"];
    return e;
}

std::unique_ptr<Element> readCave(const Node& n, const Vocabulary&) {
    auto e = std::make_unique<Cave>();
    e->length = n.number("len", e->length);
    e->radius = n.number("r", e->radius);
    e->stalactites = n.whole("stal", e->stalactites);
    return e;
}

} // namespace rushes::sets
