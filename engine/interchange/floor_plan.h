// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/interchange/page.h"

#include <cstdint>

namespace rushes::interchange {

/// A shot seen from above, for the crew. Metres on the floor: x to the right of the page, y (the world's z) down it.
struct FloorPlan {
    struct Outline {
        std::vector<glm::vec2> points; ///< closed
        std::string name;              ///< written when the outline is large enough
        bool wall = false;             ///< drawn dark
        bool opened = false;           ///< taken away for this shot: dashed
        std::uint16_t object = 0;      ///< the number that the shot gives it; 0: none
    };
    struct Mark {
        std::string name;
        std::vector<glm::vec2> path; ///< one point: stays; more: from the first to the last
        float yaw = 0;               ///< degrees at the end: 0 faces down the page (+z), 90 to the right (+x)
        bool figure = true;          ///< false: a thing
    };
    struct CameraMark {
        glm::vec2 eye{0};
        glm::vec2 forward{0, -1};  ///< unit
        float horizontalAngle = 40; ///< degrees
    };
    std::string title, subtitle; ///< "Shot 12A, BAR - NIGHT", what is to be seen
    std::string lens;            ///< "35 mm on Super 35, 1.55 m high, f/2.8, focus 3.4 m"
    std::vector<std::string> notes;
    std::vector<Outline> outlines;
    std::vector<Mark> marks;
    std::vector<CameraMark> camera; ///< along the move; the first and the last are drawn with their angle of view
    float reach = 4;                ///< metres: how far the angle of view is drawn
};

/// The plan on an A4 page, landscape, with a scale bar and a scale that fits the marks, the camera and the set about them.
Page drawFloorPlan(const FloorPlan& plan);

/// The outline that holds all points, counterclockwise (Andrew's monotone chain, 1979). Fewer than three points come back as they are.
std::vector<glm::vec2> convexHull(std::vector<glm::vec2> points);

} // namespace rushes::interchange
