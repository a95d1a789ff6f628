// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/camera.h"
#include "engine/geometry/mesh.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace rushes::render {

/// What the frame is drawn as: ink and marker on paper, white plaster, or plain lit colours.
enum class Look : std::uint8_t { board, clay, colour };

/// A lamp in the set (a practical). By day it does nothing; at night it makes a pool of light.
struct Light {
    glm::vec3 position{0};
    glm::vec3 direction{0, -1, 0};
    float coneDegrees = 180;       ///< half angle; 180 shines all round
    float radiusM = 5;             ///< light is gone at this distance
    glm::vec3 colour{1, 0.93f, 0.8f}; ///< sRGB 0..1
    float intensity = 1;           ///< 1 brings the paper back to full white at the centre of the pool
};

/// Sun, moon or planet: a drawn disc, not a light.
struct SkyDisc {
    float azimuth = 0;      ///< radians, atan2(x, z)
    float elevation = 0.3f; ///< sine of the angle over the horizon
    float radius = 0.03f;   ///< radians
    float value = 1;        ///< grey, 1 white
    bool ring = false;
};

/// Light from the sky, the air and the weather.
struct Atmosphere {
    glm::vec3 sunDirection{-0.45f, 0.8f, 0.55f}; ///< TO the sun (or the moon); need not be unit
    bool indoor = false;     ///< walls take shade only when turned well away from the light
    float warmth = 0;        ///< 0 neutral … 1 golden hour; negative is cold (dawn, dusk, moon)
    float night = 0;         ///< 0 day … 1 night: all but what emits or is lit by a Light goes dark
    float fogNearM = 18;
    float fogFarM = 120;
    float fogAmount = 0.75f; ///< 0 none … 1 the far is paper
    float fogValue = 1;      ///< grey that things fade to
    float skyTone = 0.1f;    ///< how much darker than the paper the top of the sky is
    float skyValue = 1;      ///< grey of the whole sky
    int clouds = 0;
    int stars = 0;
    std::vector<SkyDisc> discs;
    float rain = 0;          ///< 0 none … 1 storm
    float snow = 0;          ///< 0 none … 1 blizzard
    glm::vec2 wind{0, 0};    ///< metres a second along x and z
    float contactRadiusM = 0.5f; ///< reach of the darkening where things meet
};

/// Where an instance's surface was and is at rest, for the motion and rest passes. Points are as many as the mesh's.
struct SurfaceTrace {
    std::shared_ptr<const std::vector<glm::vec3>> rest;   ///< unposed, in the surface's own space, metres; null: the mesh's own points
    std::shared_ptr<const std::vector<glm::vec3>> before; ///< in the frame before; null: as now
    std::optional<glm::mat4> transformBefore;             ///< nothing: as now
};

/// One frame to draw: everything the renderer needs, nothing it keeps.
struct View {
    std::vector<geometry::Instance> instances;
    std::vector<Light> lights;
    geometry::Camera camera;     ///< its sensor is fitted to width : height by the renderer
    Atmosphere atmosphere;
    glm::vec3 heart{0};          ///< where the action is: centre of the shadow map
    float shadowRadiusM = 30;    ///< how far from the heart shadows are drawn
    int width = 1280;
    int height = 720;
    Look look = Look::board;
    bool fine = false;           ///< twice the samples each way: stills, exports; about three times the time
    bool depthOfField = false;   ///< blur by the camera's focus and stop
    std::int64_t frame = 0;      ///< moves grain and line wobble "on twos"
    double seconds = 0;          ///< moves water, rain and snow
    std::uint32_t seed = 1;
    std::vector<SurfaceTrace> traces; ///< one an instance when the motion or rest pass is asked for; else empty
    std::optional<geometry::Camera> cameraBefore; ///< of the frame before; nothing: it did not move
};

} // namespace rushes::render
