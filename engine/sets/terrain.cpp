// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/terrain.h"

#include "engine/sets/noise.h"

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

double dune(double x, double z, double scale, double seed) {
    const double u = (z + .35 * x + scale * .9 * fbm(x / scale / 2.5 + seed, z / scale / 2.5)) / scale,
                 f = u - std::floor(u);
    return f < .72 ? std::pow(f / .72, 1.6) : std::pow((1 - f) / .28, 1.1); // long windward side, short lee
}

double termHeight(const LandTerm& t, double x, double z, double setSeed) {
    const double seed = t.seed + setSeed * 3.7, s = t.scale;
    switch (t.kind) {
    case LandKind::fbm:
        return t.amplitude * fbm(x / s + seed, z / s + seed * 1.3);
    case LandKind::ridge:
        return t.amplitude * ridgeNoise(x / s + seed, z / s + seed);
    case LandKind::dunes:
        return t.amplitude * dune(x, z, s, seed);
    case LandKind::slope:
        return x * t.x + z * t.z;
    case LandKind::peak: {
        const double r2 = ((x - t.at.x) * (x - t.at.x) + (z - t.at.y) * (z - t.at.y)) / (s * s);
        return t.amplitude * std::exp(-std::pow(r2, t.power)) * (1 + .25 * ridgeNoise(x / s * 3 + seed, z / s * 3));
    }
    case LandKind::valley: {
        const double side = std::abs(x - t.x - t.bend * std::sin(z / t.length)) - t.width / 2;
        return t.amplitude * std::pow(std::clamp(side / s, 0.0, 1.0), 1.5);
    }
    case LandKind::crater: {
        const double r = std::hypot(x - t.at.x, z - t.at.y) / s;
        return t.amplitude * (r < 1 ? (r * r - 1) * .9 + .35 : .35 * std::exp(-((r - 1) * 2.2) * ((r - 1) * 2.2)));
    }
    case LandKind::shore:
        return t.amplitude * std::tanh((z - t.z + t.wobble * std::sin(x / 17)) / s);
    case LandKind::step:
        return t.amplitude * std::clamp((z * t.dz + x * t.dx - t.d) / std::max(s, .01), 0.0, 1.0);
    }
    return 0;
}

} // namespace

LandTerm readLandTerm(const Node& n) {
    static const std::vector<std::string> kinds{"fbm",    "ridge",  "dunes", "slope", "peak",
                                                "valley", "crater", "shore", "step"};
    LandTerm t;
    const std::string kind = n.choice("kind", "", kinds);
    t.kind = LandKind(std::find(kinds.begin(), kinds.end(), kind) - kinds.begin());
    t.amplitude = n.number("amp", 0);
    t.scale = n.number("scale", 40);
    if (t.scale <= 0) n.at("scale").wrong("must be more than 0");
    t.seed = n.number("seed", 0);
    t.at = n.vec2("at", t.at);
    if (t.kind == LandKind::slope || t.kind == LandKind::valley) t.x = n.number("x", 0);
    if (t.kind == LandKind::slope || t.kind == LandKind::shore) t.z = n.number("z", 0);
    if (t.kind == LandKind::peak) t.power = n.number("pow", t.power);
    if (t.kind == LandKind::valley) {
        t.bend = n.number("bend", 0);
        t.length = n.number("len", t.length);
        t.width = n.at("w").number();
    }
    if (t.kind == LandKind::shore) t.wobble = n.number("wob", t.wobble);
    if (t.kind == LandKind::step) {
        t.dx = n.number("dx", 0);
        t.dz = n.number("dz", 0);
        t.d = n.at("d").number();
    }
    if (const auto keep = n.find("keep")) {
        t.keep = keep->vec2();
        if (t.keep->y <= t.keep->x) keep->wrong("the second radius must be larger than the first");
        t.keepCentre = {n.number("kx", 0), n.number("kz", 0)};
    }
    n.finish();
    return t;
}

double Terrain::height(double x, double z) const {
    double y = m_base;
    for (const LandTerm& t : m_terms) {
        double share = 1;
        if (t.keep) {
            const double r = std::hypot(x - t.keepCentre.x, z - t.keepCentre.y);
            share = std::clamp((r - t.keep->x) / (t.keep->y - t.keep->x), 0.0, 1.0);
            if (share == 0) continue;
        }
        y += share * termHeight(t, x, z, m_seed);
    }
    return y;
}

} // namespace rushes::sets
