// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/ways.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

glm::vec3 flat(const glm::vec3& v) { return {v.x, 0, v.z}; }

glm::vec3 unit(const glm::vec3& v) {
    const float length = glm::length(v);
    return length > 1e-4f ? v / length : glm::vec3(0, 0, 1);
}

} // namespace

float lengthOf(const Way& way) {
    float total = 0;
    for (std::size_t i = 1; i < way.size(); ++i) total += glm::distance(way[i - 1], way[i]);
    return total;
}

Way firstOf(const Way& way, float reach) {
    if (way.size() < 2) return way;
    Way kept{way.front()};
    for (std::size_t i = 1; i < way.size(); ++i) {
        const float leg = glm::distance(way[i], kept.back());
        if (leg >= reach) {
            kept.push_back(kept.back() + (way[i] - kept.back()) * (reach / std::max(leg, 1e-4f)));
            break;
        }
        reach -= leg;
        kept.push_back(way[i]);
    }
    return kept;
}

Way lastOf(const Way& way, float reach) {
    Way kept = firstOf(Way(way.rbegin(), way.rend()), reach);
    std::reverse(kept.begin(), kept.end());
    return kept;
}

Way beside(const Way& way, float aside, float behind) {
    if (way.size() < 2) return way;
    const float length = lengthOf(way);
    Way out;
    for (std::size_t i = 0; i < way.size(); ++i) {
        const glm::vec3 before = i > 0 ? unit(flat(way[i] - way[i - 1])) : unit(flat(way[1] - way[0]));
        const glm::vec3 after = i + 1 < way.size() ? unit(flat(way[i + 1] - way[i])) : before;
        const glm::vec3 ahead = unit(before + after);
        out.push_back(way[i] + glm::vec3(ahead.z, 0, -ahead.x) * aside);
    }
    if (std::abs(behind) < 1e-3f) return out;
    if (behind < 0) {
        out.back() += unit(out.back() - out[out.size() - 2]) * -behind;
        return lastOf(out, length);
    }
    out.front() -= unit(out[1] - out.front()) * behind;
    return firstOf(out, length);
}

bool wayClear(const sets::BuiltSet& set, const Way& way) {
    for (std::size_t i = 1; i < way.size(); ++i)
        if (!set.pathClear(way[i - 1], way[i])) return false;
    return !way.empty();
}

glm::vec3 clearStep(const sets::BuiltSet& set, const glm::vec3& here, float yaw, float reach, bool arriving) {
    for (float length = reach; length > 0.7f; length *= 0.7f)
        for (const float turn : {0.0f, 25.0f, -25.0f, 50.0f, -50.0f, 80.0f, -80.0f, 115.0f, -115.0f, 150.0f, -150.0f, 180.0f}) {
            const glm::vec3 walk = heading(yaw + turn) * length;
            if (set.pathClear(arriving ? here - walk : here, arriving ? here : here + walk)) return walk;
        }
    return heading(yaw) * std::min(reach, 1.2f);
}

glm::vec3 stepTowards(const sets::BuiltSet& set, const glm::vec3& here, float yaw, float reach, bool arriving) {
    glm::vec3 best(0);
    float most = 0;
    for (const float turn : {0.0f, 20.0f, -20.0f, 38.0f, -38.0f, 55.0f, -55.0f})
        for (const float share : {1.0f, 0.75f, 0.55f, 0.4f, 0.28f}) {
            const glm::vec3 walk = heading(yaw + turn) * reach * share;
            const float worth = reach * share * std::cos(glm::radians(turn));
            if (worth <= most || !set.pathClear(arriving ? here - walk : here, arriving ? here : here + walk)) continue;
            best = walk;
            most = worth;
        }
    return best;
}

Way wayIn(const sets::BuiltSet& set, const glm::vec3& here, float yaw, float reach) {
    if (const auto* door = set.mark("enter"))
        if (Way way = lastOf(set.path(door->position, here), reach); way.size() > 1) return way;
    return {here - clearStep(set, here, yaw, reach, true), here};
}

Way wayOut(const sets::BuiltSet& set, const glm::vec3& here, float yaw, float reach) {
    const Way straight{here, here + clearStep(set, here, yaw, reach, false)};
    if (!set.environment.interior && wayClear(set, straight)) return straight;
    for (const char* name : {"exit", "enter"})
        if (const auto* door = set.mark(name))
            if (Way way = firstOf(set.path(here, door->position), reach); way.size() > 1 && lengthOf(way) > 0.7f) return way;
    return straight;
}

std::optional<float> rightOfPicture(const sets::BuiltSet& set) {
    if (set.shots.empty()) return std::nullopt;
    return yawOf(set.shots.front().target - set.shots.front().eye) - 90;
}

Way onGround(const sets::BuiltSet& set, const Way& way) {
    constexpr float stride = 0.3f, noticed = 0.04f; // metres
    if (way.empty()) return way;
    Way out{way.front()};
    out.front().y = set.groundHeight(way.front().x, way.front().z, way.front().y + 0.1f);
    for (std::size_t i = 1; i < way.size(); ++i) {
        const int steps = std::max(1, int(std::ceil(glm::length(flat(way[i] - way[i - 1])) / stride)));
        Way leg;
        float y = out.back().y;
        for (int k = 1; k <= steps; ++k) {
            glm::vec3 p = glm::mix(way[i - 1], way[i], float(k) / float(steps));
            p.y = y = set.groundHeight(p.x, p.z, y + 0.1f);
            leg.push_back(p);
        }
        const glm::vec3 from = out.back(), to = leg.back();
        const bool even = std::all_of(leg.begin(), leg.end(), [&](const auto& p) {
            const float share = glm::length(flat(p - from)) / std::max(1e-4f, glm::length(flat(to - from)));
            return std::abs(p.y - glm::mix(from.y, to.y, share)) < noticed;
        });
        if (even) out.push_back(to);
        else out.insert(out.end(), leg.begin(), leg.end());
    }
    return out;
}

} // namespace rushes::stage
