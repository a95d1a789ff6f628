// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/ways.h"

#include <string_view>

namespace rushes::stage {

/// Ways that the words give with respect to the camera, which comes later and keeps to them (reading's Action::course).
bool isOfDepth(std::string_view course);  ///< towards_camera, away_from_camera, past_camera: along the camera's look
bool isAcross(std::string_view course);   ///< left_to_right, right_to_left, across
bool isOfFrame(std::string_view course);  ///< into_frame, out_of_frame: over the picture's edge
bool isLoop(std::string_view course);     ///< around, in_circles

/// +1 to the picture's right, -1 to its left, 0 where the course says neither.
int sideOf(std::string_view course);

struct DepthWay {
    float view = 0;  ///< degrees: from the action to where the set is seen from
    float reach = 1; ///< metres
    float wide = 0;  ///< metres that a company takes up side by side
    bool away = false;
};

/// Straight towards where the camera will be, ending about `here`, or away from it, starting there: of the lines near to the set's composed view
/// the one with the most room for the walk, the company and the camera.
Way depthWay(const sets::BuiltSet& set, const glm::vec3& here, const DepthWay& wish);

/// Round `middle`, from where `here` is on the circle: `reach` metres of it, counterclockwise seen from above.
Way roundWay(const sets::BuiltSet& set, const glm::vec3& middle, float radius, const glm::vec3& here, float reach);

} // namespace rushes::stage
