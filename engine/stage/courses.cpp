// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/courses.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {

bool isOfDepth(std::string_view course) { return course == "towards_camera" || course == "away_from_camera" || course == "past_camera"; }
bool isAcross(std::string_view course) { return course == "left_to_right" || course == "right_to_left" || course == "across"; }
bool isOfFrame(std::string_view course) { return course == "into_frame" || course == "out_of_frame"; }
bool isLoop(std::string_view course) { return course == "around" || course == "in_circles"; }

int sideOf(std::string_view course) { return course == "left_to_right" ? 1 : course == "right_to_left" ? -1 : 0; }

namespace {

constexpr float cameraRoom = 7.5f; ///< metres before a walk's end that the camera may want
constexpr float eyeLevel = 1.5f;

/// Metres of `reach` that are free from `here` along a direction.
float freeAlong(const sets::BuiltSet& set, const glm::vec3& here, const glm::vec3& direction, float reach) {
    for (const float share : {1.0f, 0.8f, 0.6f, 0.45f, 0.3f})
        if (set.pathClear(here, here + direction * (reach * share))) return reach * share;
    return 0;
}

/// Metres that the camera can be away along a direction and see somebody at `here`.
float clearBefore(const sets::BuiltSet& set, const glm::vec3& here, const glm::vec3& direction) {
    float least = cameraRoom;
    for (const float aside : {-0.35f, 0.0f, 0.35f})
        for (const float height : {0.7f, eyeLevel}) {
            const glm::vec3 from = here + glm::vec3(direction.z, 0, -direction.x) * aside + glm::vec3(0, height, 0);
            least = std::min(least, set.hit(from, direction, cameraRoom).value_or(cameraRoom));
        }
    return least;
}

} // namespace

Way depthWay(const sets::BuiltSet& set, const glm::vec3& here, const DepthWay& wish) {
    Way best{here - heading(wish.view) * 1.2f, here};
    float most = -1e9f;
    for (const float turn : {0.0f, 14.0f, -14.0f, 30.0f, -30.0f, 50.0f, -50.0f, 75.0f, -75.0f, 100.0f, -100.0f, 140.0f, -140.0f, 180.0f})
        for (const float shift : {0.0f, -1.5f, 1.5f, -3.0f}) {
            const glm::vec3 toCamera = heading(wish.view + turn), end = here + toCamera * shift;
            if (shift != 0 && !set.pathClear(here, end)) continue;
            const float behind = freeAlong(set, end, -toCamera, wish.reach);
            const float before = clearBefore(set, end, toCamera);
            float beside = 0;
            for (const float side : {-0.5f, 0.5f}) {
                const glm::vec3 lane = end + heading(wish.view + turn + 90) * (side * wish.wide);
                if (wish.wide > 0) beside += set.pathClear(lane, lane - toCamera * std::max(0.5f, behind)) ? 1.0f : 0.0f;
            }
            const float score = 3.5f * behind / wish.reach + 0.8f * before + 1.2f * beside - std::abs(turn) / 40 - 0.15f * std::abs(shift);
            if (score <= most || behind <= 0) continue;
            most = score;
            const glm::vec3 far = end - toCamera * behind;
            best = wish.away ? Way{end, far} : Way{far, end};
        }
    for (auto& point : best) point.y = set.groundHeight(point.x, point.z, point.y);
    return best;
}

Way roundWay(const sets::BuiltSet& set, const glm::vec3& middle, float radius, const glm::vec3& here, float reach) {
    constexpr float step = 15; // degrees
    const float from = yawOf(here - middle), degrees = std::min(330.0f, glm::degrees(reach / std::max(0.3f, radius)));
    Way way;
    for (float turned = 0; turned < degrees + step * 0.5f; turned += step) {
        const glm::vec3 p = middle + heading(from + turned) * radius;
        way.push_back({p.x, set.groundHeight(p.x, p.z, middle.y), p.z});
    }
    return way;
}

} // namespace rushes::stage
