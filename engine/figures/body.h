// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/figure.h"
#include "engine/figures/garment.h"
#include "engine/figures/lowest_point.h"
#include "engine/figures/motion_track.h"
#include "engine/figures/skeleton.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rushes::figures {

/// A dressed body at one level of detail, ready to bend: points are shared within a sheet, corners repeat where the
/// surface changes.
struct BodyLevel {
    std::vector<glm::vec3> rest; ///< metres
    std::vector<BoneShares> weights;
    std::vector<Face> faces;                ///< over points, for normals
    std::vector<std::uint32_t> cornerPoint; ///< output vertex → point
    std::vector<std::uint16_t> cornerSurface;
    std::vector<std::uint32_t> indices;      ///< over output vertices
    std::shared_ptr<std::vector<std::uint8_t>> closed = std::make_shared<std::vector<std::uint8_t>>(); ///< see geometry::Mesh
    std::vector<std::uint32_t> groundPoints; ///< points that may be what stands on the floor
    std::vector<GroundGroup> groundGroups;   ///< the same

    std::vector<std::uint32_t> hangingPoints; ///< points of skirts

    struct Move {
        std::uint32_t point;
        glm::vec3 by;
    };
    std::array<std::vector<Move>, faceUnitCount> faceMoves;

    /// Points that turn about a limb's axis before skinning, so that forearms, upper arms and thighs twist along their
    /// length.
    struct Twist {
        std::uint32_t point;
        float share;
    };
    std::array<std::vector<Twist>, 6> twists; ///< forearm, upper arm, thigh; left, right of each
};

/// How thick a leg bone's flesh is, metres, at five places from its start to its end.
using LegGirth = std::array<float, 5>;

/// What a Figure keeps: skeleton, dressed levels, motion tracks fitted to its legs.
struct Body {
    Skeleton skeleton;
    SizedBody sized;
    float size = 1; ///< see Tailor
    float headSize = 1;
    float sole = 0;                 ///< metres the shoes lift the bare sole
    std::array<LegGirth, 4> legs{}; ///< left thigh, right thigh, left calf, right calf
    glm::vec3 chin{0}, headTop{0};  ///< at rest
    std::array<BodyLevel, lodCount> levels;
    std::vector<geometry::Surface> surfaces;
    std::map<std::string, MotionTrack, std::less<>> tracks;
};

/// Points of one level in figure space.
std::vector<glm::vec3> bend(const Body& body, const BodyLevel& level, const BodyPose& pose, const PosedBones& bones);

/// Measures the legs of the undressed body.
std::array<LegGirth, 4> measureLegs(const BakedData& data, const SizedBody& sized, const Skeleton& skeleton);

/// Joins layers into one level.
BodyLevel joinLayers(const Tailor& tailor, const std::vector<Layer>& layers);

} // namespace rushes::figures
