// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/plant.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

constexpr double pi = 3.14159265358979323846, golden = 2.399963229728653; ///< the golden angle: leaves never line up
using V = glm::dvec3;

/// A tuft of leaves: a ball with a ragged rim and a flat underside. Its normals stay round, so it takes light as one.
Patch clump(Plant& p, const V& centre, const V& radii, double ragged) {
    const int around = p.coarse ? 7 : 10, down = p.coarse ? 4 : 5;
    Patch ball = sphere(V(1), around, down);
    const double turn = p.between(0, 6.28), c = std::cos(turn), s = std::sin(turn);
    std::vector<V> placed;
    for (std::size_t i = 0; i < ball.positions.size(); ++i) {
        V v = ball.positions[i];
        v = {c * v.x + s * v.z, v.y, c * v.z - s * v.x};
        ball.normals[i] = glm::normalize(v / radii);
        // The seam and the poles of the ball hold several points at one place: they go the same way.
        const auto same = std::find_if(placed.begin(), placed.end(), [&](const V& o) { return glm::distance(o, v) < 1e-6; });
        const auto number = std::uint32_t(same - placed.begin());
        if (same == placed.end()) placed.push_back(v);
        Random own(std::uint32_t(p.seed) * 977u + std::uint32_t(std::lround(centre.y * 1000)) * 31u + number);
        const double out = 1 + ragged * own.between(-1, 1);
        if (v.y < 0) v.y *= .62;
        ball.positions[i] = centre + v * radii * out;
    }
    return ball;
}

struct Crown {
    V centre{0}, radii{1};
    int clumps = 9;
    double size = .45;   ///< of a clump, as a share of the crown's smaller radius
    double low = -.55;   ///< how far down the clumps sit, -1 … 1
    double ragged = .12;
    double drop = .8;    ///< height of a clump to its width
};

/// Clumps about a filled middle. Returns the places of those below the middle, where limbs go.
std::vector<V> growCrown(Plant& p, Crown crown) {
    const std::uint32_t leaf = p.m["leaf"];
    if (p.coarse) crown.clumps = std::max(3, crown.clumps / 3), crown.size *= 1.45;
    const double r = std::min(crown.radii.x, crown.radii.y) * crown.size, a0 = p.between(0, 6.28);
    const auto first = p.out.parts;
    p.out.addTo(first, clump(p, crown.centre, crown.radii * .74, crown.ragged), leaf);
    std::vector<V> lower;
    for (int i = 0; i < crown.clumps; ++i) {
        const double y = crown.low + (1 - crown.low) * (i + .5) / crown.clumps, ring = std::sqrt(std::max(0.0, 1 - y * y)), a = a0 + golden * i;
        const double size = r * p.between(.82, 1.18);
        const V at = crown.centre + (crown.radii - V(size * .7)) * V(std::sin(a) * ring, y, std::cos(a) * ring);
        p.out.addTo(first, clump(p, at, V(size, size * crown.drop, size), crown.ragged), leaf);
        if (y < .25) lower.push_back(at);
    }
    return lower;
}

struct Broad {
    double trunk, width, height, girth; ///< clear stem, crown's radii and stem's radius, as shares of the height
    int clumps;
    double size, low, drop;
    int limbs;
};

Broad shapeOf(const std::string& kind) {
    if (kind == "oak") return {.24, .46, .38, .036, 12, .46, -.5, .8, 4};
    if (kind == "street") return {.40, .27, .29, .020, 8, .52, -.6, .85, 3};
    return {.30, .33, .34, .024, 9, .50, -.6, .85, 3}; // round
}

void broadleaf(Plant& p) {
    const Broad b = shapeOf(p.kind);
    const double h = p.h, tr = h * b.girth, lean = p.between(-.05, .05) * h;
    const V fork(lean * .5, h * b.trunk, p.between(-.02, .02) * h);
    const auto bark = p.m["bark"];
    p.out.add(sweep({{0, -.1, 0}, {0, h * b.trunk * .3, 0}, fork, fork + V(lean * .5, h * b.height * .8, 0)}, {tr * 1.8, tr * 1.1, tr * .95, tr * .4}, p.coarse ? 5 : 7), bark);
    const V centre(lean, h * (1 - b.height), 0);
    auto lower = growCrown(p, {centre, V(b.width, b.height, b.width) * h, b.clumps, b.size, b.low, .12, b.drop});
    if (p.coarse) return;
    for (std::size_t i = 0; i < lower.size() && int(i) < b.limbs; ++i) {
        const V bend = glm::mix(fork, lower[i], .45) - V(0, .04 * h, 0);
        p.out.addTo(0, sweep({fork - V(0, h * .03 * double(i), 0), bend, lower[i]}, {tr * .62, tr * .42, tr * .18}, 5), bark);
    }
}

/// White stem up into a slender crown whose tufts hang.
void birch(Plant& p) {
    const double h = p.h, tr = h * .015, lean = p.between(-.05, .05) * h;
    const auto stem = [&](double t) { return V(lean * t * t, h * t, 0); };
    p.out.add(sweep({stem(0) - V(0, .1, 0), stem(.3), stem(.65), stem(.9)}, {tr * 1.5, tr * 1.05, tr * .7, tr * .2}, p.coarse ? 5 : 6), p.m["birchbark"]);
    const auto lower = growCrown(p, {stem(.67), V(.165, .33, .165) * h, 15, .52, -.95, .2, 1.25});
    for (std::size_t i = 0; i < lower.size() && i < 4 && !p.coarse; ++i) p.out.addTo(0, stick(stem(.3 + .05 * double(i)), lower[i], tr * .4, tr * .14, 4), p.m["bark"]);
}

void poplar(Plant& p) {
    const double h = p.h;
    p.out.add(stick({0, -.1, 0}, {0, h * .5, 0}, h * .02, h * .012, p.coarse ? 5 : 6), p.m["bark"]);
    growCrown(p, {{0, h * .54, 0}, V(.115, .46, .115) * h, 12, .62, -.9, .14, 1.5});
}

/// A dome from which curtains hang nearly to the ground.
void willow(Plant& p) {
    const double h = p.h, tr = h * .03, r = h * .46;
    const V top(p.between(-.04, .04) * h, h * .68, 0);
    p.out.add(sweep({{0, -.1, 0}, {0, h * .2, 0}, top}, {tr * 1.7, tr, tr * .5}, p.coarse ? 5 : 7), p.m["bark"]);
    growCrown(p, {top + V(0, h * .02, 0), V(r * .92, h * .30, r * .92), 9, .60, -.05, .12, .75});
    const int strands = p.coarse ? 10 : 30;
    const auto first = p.out.parts;
    for (int i = 0; i < strands; ++i) {
        const double a = golden * i, out = r * (i % 2 == 0 ? p.between(.9, 1.05) : p.between(.5, .75)), wide = r * (p.coarse ? .34 : .2);
        const double low = std::max(h * p.between(.16, .34), std::min(2.3, h * .45)); // people walk below
        const V d(std::sin(a), 0, std::cos(a)), side = glm::cross(d, V(0, 1, 0)) * wide;
        Patch curtain;
        for (int k = 0; k < 5; ++k) {
            const double t = k / 4.0;
            const V c = V(top.x, 0, 0) + d * (out * (.72 + .28 * std::sin(pi * .5 * std::min(1.0, t * 1.6)))) + V(0, glm::mix(h * .80, low, t), 0);
            const V w = side * (t < .9 ? 1 - .35 * t : .08);
            curtain.positions.insert(curtain.positions.end(), {c - w, c + d * (wide * .25), c + w});
            for (int n = 0; n < 3; ++n) curtain.normals.push_back(glm::normalize(d + V(0, .45 - .4 * t, 0)));
        }
        strip(curtain, 5, 3);
        p.out.addTo(first + (p.coarse ? 0 : std::uint32_t(i) % 3), curtain, p.m["leaf"]);
    }
}

/// Whorls of boughs as skirts with drooping points; a fir to the ground, a pine high on a bare stem and full of gaps.
void conifer(Plant& p) {
    const double h = p.h, tr = h * .018;
    const bool fir = p.kind == "fir";
    p.out.add(stick({0, -.1, 0}, {0, h * .94, 0}, tr * 1.5, tr * .3, p.coarse ? 5 : 6), p.m["bark"]);
    const int tiers = p.coarse ? 5 : fir ? 10 : 8, points = p.coarse ? 6 : fir ? 11 : 8;
    const double y0 = h * (fir ? .07 : .30);
    for (int i = 0; i < tiers; ++i) {
        const double q = double(i) / tiers, y = y0 + (h - y0) * q, r = h * (fir ? .22 : .20) * std::pow(1 - q, fir ? .95 : .75) * p.between(.88, 1.12) + h * .012;
        const double rise = (h - y0) / tiers * (fir ? 1.9 : 1.35), a0 = p.between(0, 6), notch = fir ? .66 : .46;
        Patch skirt;
        skirt.positions.push_back({0, std::min(y + rise, h), 0});
        for (int k = 0; k < points * 2; ++k) {
            const bool tip = k % 2 == 0;
            const double rr = r * (tip ? p.between(.85, 1.15) : notch), a = a0 + pi * k / points;
            skirt.positions.push_back({std::sin(a) * rr, y + (tip ? -r * p.between(.10, .26) : r * .10), std::cos(a) * rr});
        }
        for (const V& v : skirt.positions) skirt.normals.push_back(glm::normalize(v - V(0, y - .3 * r, 0)));
        for (std::uint32_t k = 0; k < std::uint32_t(2 * points); ++k) skirt.triangles.push_back({0, 1 + k, 1 + (k + 1) % std::uint32_t(2 * points)});
        p.out.add(skirt, p.m["needle"]);
    }
    for (int i = 0; i < (fir || p.coarse ? 0 : 4); ++i) { // dead stubs on the bare stem
        const double a = p.between(0, 6.28), y = h * p.between(.12, .28);
        p.out.addTo(0, stick({0, y, 0}, {std::sin(a) * h * .05, y + h * .012, std::cos(a) * h * .05}, tr * .3, tr * .1, 4), p.m["bark"]);
    }
}

/// A frond: a ridge with leaflets as teeth on both sides.
Patch frond(const V& root, const V& d, double length, double up, double droop, int rows) {
    const V side = glm::cross(d, V(0, 1, 0));
    Patch leaf;
    for (int k = 0; k < rows; ++k) {
        const double t = double(k) / (rows - 1), full = length * .17 * std::sin(pi * std::min(.12 + t * .88, 1.0)), w = full * (k % 2 == 0 ? .38 : 1);
        const V c = root + d * (length * t * (1 - .18 * t)) + V(0, length * (up * t - droop * t * t), 0), back = d * (k % 2 == 0 ? 0 : length * .05);
        leaf.positions.insert(leaf.positions.end(), {c + side * w - V(0, w * .55, 0) + back, c + V(0, full * .12, 0), c - side * w - V(0, w * .55, 0) + back});
    }
    leaf.normals.assign(leaf.positions.size(), glm::normalize(V(0, .8, 0) + d * .4));
    strip(leaf, std::uint32_t(rows), 3);
    return leaf;
}

void palm(Plant& p) {
    const double h = p.h, lean = p.between(.08, .2) * h, tr = h * .021;
    const Path3 path = catmull({{0, -.1, 0}, {lean * .2, h * .35, 0}, {lean * .6, h * .7, 0}, {lean, h * .9, 0}}, p.coarse ? 2 : 4);
    std::vector<double> radius;
    for (std::size_t i = 0; i < path.size(); ++i) // old leaf bases ring the stem
        radius.push_back(tr * (1.7 - .9 * std::min(1.0, double(i) / double(path.size()) * 2.5)) * (p.coarse || i % 2 == 0 ? 1 : .86));
    p.out.add(sweep(path, radius, p.coarse ? 5 : 7), p.m["bark"]);
    const V root(lean, h * .9, 0);
    const int fronds = p.coarse ? 8 : 15;
    for (int i = 0; i < fronds; ++i) {
        const double a = golden * i + p.between(-.15, .15), t = double(i) / fronds; // the youngest stand up
        p.out.addTo(1 + std::uint32_t(i) % 5, frond(root, {std::sin(a), 0, std::cos(a)}, h * p.between(.30, .37), .15 + .65 * t, .95 - .25 * t, p.coarse ? 6 : 12), p.m["leaf"]);
    }
    for (int i = 0; i < (p.coarse ? 0 : 3); ++i) {
        const double a = 2.1 * i + .4;
        p.out.addTo(0, sphere(V(h * .022), 6, 4).moved(root + V(std::sin(a), -.9, std::cos(a)) * (h * .028)), p.m["bark"]);
    }
}

/// A limb that bends upwards and forks, finer and finer.
void limb(Plant& p, const V& from, const V& direction, double length, double r, int depth) {
    const V bend = from + direction * (length * .5), next = glm::normalize(direction + V(p.random.normal() * .16, .22, p.random.normal() * .16)), end = bend + next * (length * .5);
    const int sides = depth > 2 ? 6 : depth > 1 ? 4 : 3;
    if (depth > 1) p.out.addTo(0, sweep({from, bend, end}, {r, r * .82, r * .62}, sides), p.m["bark"]);
    else p.out.addTo(0, stick(from, end, r, r * .3, sides), p.m["bark"]);
    if (depth == 0) return;
    const int forks = depth > 3 || (depth == 3 && !p.coarse && p.random.unit() < .4) ? 3 : 2;
    const double a0 = p.between(0, 6.28);
    for (int i = 0; i < forks; ++i) {
        const double a = a0 + 2 * pi * i / forks + p.between(-.4, .4), open = p.between(.5, .85);
        V side = V(std::sin(a), 0, std::cos(a));
        side = glm::normalize(side - next * glm::dot(side, next) + V(1e-6));
        const V root = glm::mix(bend, end, i == 0 ? 1.0 : p.between(.55, 1.0));
        limb(p, root, glm::normalize(next * std::cos(open) + side * std::sin(open)), length * p.between(.66, .82), r * (i == 0 ? .62 : .5), depth - 1);
    }
}

void bare(Plant& p) {
    limb(p, {0, -.1, 0}, {0, 1, 0}, p.h * .36, p.h * .03, p.coarse ? 3 : 4);
    const double grown = p.out.high().y; // twigs go where they like; the height is the height
    for (V& v : p.out.positions) v *= p.h / grown;
}

} // namespace

void strip(Patch& patch, std::uint32_t rows, std::uint32_t columns) {
    for (std::uint32_t k = 0; k + 1 < rows; ++k)
        for (std::uint32_t q = 0; q + 1 < columns; ++q) {
            const std::uint32_t b = k * columns + q;
            patch.triangles.push_back({b, b + 1, b + columns});
            patch.triangles.push_back({b + 1, b + columns + 1, b + columns});
        }
}

bool growTree(Plant& p) {
    if (p.kind == "oak" || p.kind == "round" || p.kind == "street") broadleaf(p);
    else if (p.kind == "birch") birch(p);
    else if (p.kind == "poplar") poplar(p);
    else if (p.kind == "willow") willow(p);
    else if (p.kind == "pine" || p.kind == "fir") conifer(p);
    else if (p.kind == "palm") palm(p);
    else if (p.kind == "bare") bare(p);
    else return false;
    return true;
}

void growBush(Plant& p) { growCrown(p, {{0, p.h * .38, 0}, V(p.h * .6, p.h * .55, p.h * .6), 6, .62, -.3, .14, .75}); }

} // namespace rushes::sets
