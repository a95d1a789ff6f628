// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/camera.h"
#include "engine/reading/shot_description.h"
#include "engine/stage/blocking.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rushes::stage {

/// What the frame is to hold, in the world. For a person it follows the landmarks of the body.
struct FrameSubject {
    glm::vec3 top{0}, bottom{0};  ///< the frame reaches from just above `top` to `bottom`
    std::vector<glm::vec3> inside; ///< must be inside the frame with a margin
    std::vector<glm::vec3> ends;   ///< of a group: heads and, in full and wider sizes, feet: inside the frame's height wherever they stand
    glm::vec3 focus{0};           ///< what is sharp and what the camera turns about (the eyes)
    glm::vec3 main{0};            ///< the main person's eyes, also in a group
    glm::vec3 facing{0, 0, 1};    ///< where it looks, on the floor
    float headroom = 0.08f;       ///< share of the frame above `top`
    float leading = 0.26f;        ///< looking room: share of the frame's half width that a profile is moved off the middle
    float share = 1;              ///< of the frame's height that top..bottom fill (wide shots: less than 1)
    std::uint16_t object = 0;     ///< of the main subject
    bool lies = false;            ///< the body is as low as it is long: seen best from a little above
    bool mainLies = false; ///< of a group: the first of them does
    bool group = false;           ///< several people: no looking room, both sides count
};

/// The lens a director of photography would reach for first, by size. Millimetres on Super 35.
double defaultLens(reading::ShotSize size, std::size_t people);

/// Top and bottom of the frame on a body, by the trade's cuts: close-up at the shoulders, medium at the waist, medium full at
/// mid-thigh, full at the feet.
FrameSubject frameOfPerson(const StagedPerson& person, const PersonMoment& moment, reading::ShotSize size);

/// The frame that holds all of them; the first is the main one.
FrameSubject frameOfGroup(const std::vector<FrameSubject>& subjects);

FrameSubject frameOfBox(const geometry::Bounds& box, reading::ShotSize size, float yaw);

/// A camera that looks along `direction` (unit, from the eye) and frames the subject: distance from the lens, height from the
/// headroom. `aspect` is width : height, `roll` in degrees.
geometry::Camera solveCamera(const FrameSubject& subject, const glm::vec3& direction, double lensMm, double aspect, float rollDegrees);

} // namespace rushes::stage
