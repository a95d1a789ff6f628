// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/wings.h"

#include "engine/sets/shapes.h"

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <cmath>

namespace rushes::sets {
namespace {

using V = glm::dvec3;

/// Out along the wing, forward, in the plane that is `up` degrees over level.
V onWing(const V& root, double side, double up, double out, double forward) {
    const double a = glm::radians(up);
    return root + V(side * out * std::cos(a), out * std::sin(a), forward);
}

} // namespace

Patch plate(const std::vector<V>& outline, double thick) {
    V normal(0);
    for (std::size_t i = 0; i < outline.size(); ++i) normal += glm::cross(outline[i], outline[(i + 1) % outline.size()]);
    normal = normal / (glm::length(normal) + 1e-12);
    const V middle = [&] {
        V sum(0);
        for (const V& p : outline) sum += p;
        return sum / double(outline.size());
    }();
    Patch out;
    const auto fan = [&](double sign) {
        const auto base = std::uint32_t(out.positions.size());
        out.positions.push_back(middle + normal * (thick * .5 * sign));
        out.normals.push_back(normal * sign);
        for (const V& p : outline) out.positions.push_back(p + normal * (thick * .5 * sign)), out.normals.push_back(normal * sign);
        const auto n = std::uint32_t(outline.size());
        for (std::uint32_t i = 0; i < n; ++i) {
            const std::uint32_t a = base + 1 + i, b = base + 1 + (i + 1) % n;
            out.triangles.push_back(sign > 0 ? Corner3{base, a, b} : Corner3{base, b, a});
        }
    };
    fan(1), fan(-1);
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const V &p = outline[i], &q = outline[(i + 1) % outline.size()], half = normal * (thick * .5);
        const V along = q - p, n = glm::cross(along, normal) / (glm::length(along) + 1e-12);
        const auto base = std::uint32_t(out.positions.size());
        for (const V& corner : {p - half, q - half, q + half, p + half}) out.positions.push_back(corner), out.normals.push_back(n);
        out.triangles.push_back({base, base + 1, base + 2});
        out.triangles.push_back({base, base + 2, base + 3});
    }
    return out;
}

std::vector<Patch> wing(const WingShape& s, double side, double flap, double spread) {
    const double c = s.chord;
    if (spread < .3) { // along the flank, its tip over the tail
        const V r = s.root;
        const double l = s.backward, h = s.membrane ? c * .9 : c * .5;
        const std::vector<V> outline{r + V(0, h * .3, c * .15),          r + V(side * .1 * h, h * .62, -l * .12), r + V(side * .06 * h, h * .4, -l * .6),
                                     r + V(0, s.membrane ? -h * .1 : 0, -l), r + V(side * .12 * h, -h * .55, -l * .5), r + V(side * .12 * h, -h * .6, -l * .12)};
        return {plate(outline, s.thick * 2)};
    }
    const double inner = s.span * .44 * spread, outer = s.span * .56 * spread, tip = flap * .55 - (s.membrane ? 6 : 0);
    const V root = s.root;
    const auto on = [&](double out, double forward) { return onWing(root, side, flap, out, forward); };
    const V wristAt = on(inner, c * .18);
    const auto beyond = [&](double out, double forward) { return onWing({wristAt.x, wristAt.y, root.z}, side, tip, out, forward); };
    const std::vector<V> arm{on(0, c * .45), on(inner, c * .6), on(inner, s.membrane ? -c * .75 : -c * .42), on(inner * .45, s.membrane ? -c * .35 : -c * .5), on(0, -c * .5)};
    std::vector<V> hand;
    if (s.membrane)
        hand = {beyond(0, c * .6), beyond(outer * .45, c * .5), beyond(outer, -c * .2), beyond(outer * .62, -c * .3), beyond(outer * .5, -c * .8), beyond(outer * .25, -c * .45), beyond(0, -c * .75)};
    else
        hand = {beyond(0, c * .6), beyond(outer * .5, c * .48), beyond(outer, -c * .12), beyond(outer * .8, -c * .2), beyond(outer * .86, -c * .4), beyond(outer * .62, -c * .3), beyond(outer * .6, -c * .52), beyond(outer * .3, -c * .4), beyond(0, -c * .42)};
    return {plate(arm, s.thick), plate(hand, s.thick)};
}

} // namespace rushes::sets
