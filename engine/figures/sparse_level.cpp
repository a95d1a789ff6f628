// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/sparse_level.h"

#include "engine/geometry/welding.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace rushes::figures {
namespace {

using Points = std::vector<std::uint32_t>;
constexpr std::uint32_t kNone = 0xffffffffu;

std::vector<Points> neighbours(const BodyLevel& level, const Points& weld) {
    std::vector<Points> list(level.rest.size());
    for (const Face& f : level.faces)
        for (std::size_t k = 0; k < 3; ++k) {
            const auto a = weld[f[k]], b = weld[f[(k + 1) % 3]];
            if (a == b) continue;
            list[a].push_back(b);
            list[b].push_back(a);
        }
    return list;
}

/// Of each point, the one that it becomes: a region grows about each point that none has taken yet.
Points regions(const BodyLevel& level, float reach) {
    const Points weld = geometry::welded(level.rest); // layers meet in seams
    const auto near = neighbours(level, weld);
    Points region(level.rest.size(), kNone), open;
    for (std::uint32_t seed = 0; seed < region.size(); ++seed) {
        if (weld[seed] != seed || region[seed] != kNone) continue;
        region[seed] = seed;
        open.assign(1, seed);
        while (!open.empty()) {
            const auto at = open.back();
            open.pop_back();
            for (const auto next : near[at]) {
                if (region[next] != kNone || glm::distance(level.rest[next], level.rest[seed]) > reach) continue;
                region[next] = seed;
                open.push_back(next);
            }
        }
    }
    for (std::uint32_t i = 0; i < region.size(); ++i) region[i] = region[weld[i]];
    return region;
}

/// Keeps the points that regions became, with all that hangs on them; returns each point's new number, or kNone.
Points keepPoints(const BodyLevel& level, const Points& region, BodyLevel& out) {
    Points kept(level.rest.size(), kNone);
    for (std::uint32_t i = 0; i < region.size(); ++i) {
        if (region[i] != i) continue;
        kept[i] = std::uint32_t(out.rest.size());
        out.rest.push_back(level.rest[i]);
        out.weights.push_back(level.weights[i]);
    }
    const auto list = [&](const Points& from, Points& to) {
        for (const auto p : from)
            if (kept[p] != kNone) to.push_back(kept[p]);
    };
    list(level.groundPoints, out.groundPoints);
    list(level.hangingPoints, out.hangingPoints);
    const auto carried = [&](const auto& from, auto& to) {
        for (std::size_t i = 0; i < from.size(); ++i)
            for (auto item : from[i]) {
                if (kept[item.point] == kNone) continue;
                item.point = kept[item.point];
                to[i].push_back(item);
            }
    };
    carried(level.faceMoves, out.faceMoves);
    carried(level.twists, out.twists);
    return kept;
}

} // namespace

BodyLevel sparseLevel(const BodyLevel& level, float reachM) {
    BodyLevel out;
    const Points region = regions(level, reachM), kept = keepPoints(level, region, out);
    std::map<std::pair<std::uint32_t, std::uint16_t>, std::uint32_t> corners; // a point has one for each surface
    for (std::size_t f = 0; f < level.faces.size(); ++f) {
        Face face;
        for (std::size_t k = 0; k < 3; ++k) face[k] = kept[region[level.faces[f][k]]];
        if (face[0] == face[1] || face[1] == face[2] || face[0] == face[2]) continue;
        out.faces.push_back(face);
        out.closed->push_back((*level.closed)[f]);
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint16_t surface = level.cornerSurface[level.indices[f * 3 + k]];
            const auto [at, fresh] = corners.try_emplace({face[k], surface}, std::uint32_t(out.cornerPoint.size()));
            if (fresh) {
                out.cornerPoint.push_back(face[k]);
                out.cornerSurface.push_back(surface);
            }
            out.indices.push_back(at->second);
        }
    }
    return out;
}

} // namespace rushes::figures
