// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/mesh.h"

#include <glm/vec3.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::sets {

/// A named place on the set where someone can be.
struct Mark {
    std::string name; ///< enter, exit, centre, talk_a, talk_b, sit_1 …, and the kit's own (bench, barman, driver)
    glm::vec3 position{0}; ///< on the surface: what the person's feet stand on (for seats: the ground below the seat)
    float yaw = 0;         ///< degrees about Y: where the person looks; 0 is +Z, +90 is +X
    std::optional<float> seat; ///< height of the seat's top above `position`, metres
    std::string pose;          ///< "stand", "sit", "lie", "drive"
    float clear = 0.9f;        ///< metres kept free around it; 0: among furniture
    bool derived = false;      ///< found by rule, not written in the kit
    std::vector<std::string> who; ///< nouns of those who are here, or of what they are at: "judge", "wheel"
};

/// A camera that the kit's author composed. World space, degrees.
struct SetShot {
    struct Figure {
        std::string who; ///< as written: "Woman/sit_chair"
        glm::vec3 position{0};
        float yaw = 0;
        std::optional<float> seat;
    };
    std::string name;
    glm::vec3 eye{0}, target{0};
    float verticalFov = 40;
    std::vector<Figure> figures;
};

/// A practical light: what a lamp, a pane or a neon sign gives at night.
struct Lamp {
    glm::vec3 position{0};
    float radius = 6;                  ///< metres it reaches
    glm::vec3 colour{1, 0.92f, 0.75f}; ///< sRGB 0..1
    float strength = 1;
    std::uint16_t object = 0; ///< the object that carries it; 0 for light without one (a doorway, a shop window)
};

struct SkyDisc {
    float azimuth = 0, elevation = 0, radius = 0; ///< degrees
    float value = 1;                              ///< grey 0..1
    bool ring = false;
};

struct Sky {
    float tone = 0; ///< strength of the gradient
    float base = 1; ///< grey value, 1 white
    int clouds = 0, stars = 0;
    std::vector<SkyDisc> discs;
};

struct Environment {
    glm::vec3 sun{-0.4f, 0.8f, 0.45f}; ///< unit, direction TO the light
    float fogNear = 60, fogFar = 300;  ///< metres
    float fogAmount = 0;               ///< share of paper at `fogFar`
    float fogValue = 1;                ///< grey the distance fades to
    Sky sky;
    float shadowRadius = 20; ///< of the shadow map about the action, metres
    float aoRadius = 0.5f;   ///< metres
    bool interior = false;
    float night = 0;         ///< 0 day … 1 night
    std::vector<Lamp> lamps; ///< nearest to the heart first, at most 24; empty outdoors by day
};

/// What an object number in the id pass stands for.
struct ObjectInfo {
    std::uint16_t object = 0;
    std::string name;  ///< prop name, or the element: "ground", "wall n", "facades"
    bool prop = false; ///< a prop; else part of the set itself
    glm::vec3 position{0};
    float yaw = 0;
    geometry::Bounds bounds; ///< world
};

/// What wheels go on: the middle as points on the surface, a few metres apart.
struct Road {
    std::vector<glm::vec3> points;
    float width = 0; ///< metres
};

struct SightOptions {
    bool ignoreRemovable = true; ///< what is left out while the eye is outside of it (walls, ceilings, what stands at them) does not block when either end is
    std::uint16_t ignoreObject = 0;
};

class SightIndex;
class FreeFloor;

/// A kit made into geometry. Immutable after `build`; any thread may read it.
struct BuiltSet {
    std::string kit;
    std::uint32_t seed = 1;
    std::vector<geometry::Instance>
        instances; ///< object numbers 1, 2, … in a stable order; several instances may share one number
    std::vector<ObjectInfo> objects; ///< [i] has object number i + 1
    std::vector<Mark> marks;
    std::vector<Road> roads; ///< carriageways and tracks, in the order of the kit
    std::vector<Mark> moreSeats; ///< seats beyond the dozen that have marks, nearest to the heart first: for an audience
    std::vector<SetShot> shots;
    Environment environment;
    glm::vec3 heart{0};            ///< where the action is: on the surface
    geometry::Bounds actionBounds; ///< inside of the room, or what is within about 25 m of the heart

    std::size_t triangles() const;

    const Mark* mark(std::string_view name) const;
    const SetShot* shot(std::string_view name) const;

    /// Height of the surface a person at (x, z) stands on: the highest upward face not more than `step` above `near` (a
    /// kerb, a stair, not a table); falls back to the lie of the land. Without `near` it starts from the land.
    float groundHeight(float x, float z) const;
    float groundHeight(float x, float z, float near, float step = 0.35f) const;
    /// The surface of the water here, when it is above the ground.
    std::optional<float> waterHeight(float x, float z) const;

    /// True when a triangle of the set lies on the segment.
    bool blocked(const glm::vec3& from, const glm::vec3& to, const SightOptions& options = {}) const;
    /// Distance in metres to the first triangle along a unit direction, none within `reach`.
    std::optional<float> hit(const glm::vec3& from, const glm::vec3& direction, float reach,
                             const SightOptions& options = {}) const;

    /// Nearest spot on the surface to `point` (25 cm grid) with `clearRadius` metres free of furniture, walls, water
    /// and drops; none within 12 m. `avoid` are other people's spots, kept `clearRadius` + 0.3 m apart.
    std::optional<glm::vec3> freeSpotNear(const glm::vec3& point, float clearRadius = 0.35f,
                                          const std::vector<glm::vec3>& avoid = {}) const;
    /// True when one can walk straight from `a` to `b` (a corridor 50 cm wide).
    bool pathClear(const glm::vec3& a, const glm::vec3& b) const;
    /// A way round the furniture: corner points from `a` to `b`, both included; empty when there is none.
    std::vector<glm::vec3> path(const glm::vec3& a, const glm::vec3& b) const;

    std::shared_ptr<const SightIndex> sight; ///< filled by build
    std::shared_ptr<const FreeFloor> floor;  ///< filled by build
};

} // namespace rushes::sets
