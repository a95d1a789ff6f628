// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/body_pose.h"

#include <glm/vec3.hpp>

#include <cstdint>
#include <vector>

namespace rushes::figures {

struct Body;      // body.h
struct BodyLevel; // body.h

/// Points that may be what stands on the floor and that one bone moves most: looked at together.
struct GroundGroup {
    std::vector<std::uint32_t> points;
    std::vector<std::size_t> bones;      ///< all that move one of them
    glm::vec3 low{1e9f}, high{-1e9f};    ///< at rest
    bool otherwiseMoved = false;         ///< by twists, by legs under cloth, by the face
};
std::vector<GroundGroup> groundGroups(const BodyLevel& level);

/// Height above the floor of what a posed body would stand on, metres.
float lowestPoint(const Body& body, const BodyPose& pose);

} // namespace rushes::figures
