// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace rushes::look {

constexpr float kFarM = 200;   ///< depth where nothing is
constexpr float kSkyM = 50;    ///< rest points of the background lie on a sphere of this radius about the world's origin
constexpr int kFarPx = 24;     ///< distances to lines are cut off here, in pixels of the raw frame; at 12 when halved

/// Floats, rows from the top, the channels of a pixel side by side.
struct Plane {
    int width = 0, height = 0, channels = 0;
    std::vector<float> data;

    static Plane create(int width, int height, int channels) {
        return {width, height, channels, std::vector<float>(std::size_t(width) * std::size_t(height) * std::size_t(channels))};
    }
    float* at(int x, int y) { return data.data() + (std::size_t(y) * std::size_t(width) + std::size_t(x)) * std::size_t(channels); }
    const float* at(int x, int y) const { return data.data() + (std::size_t(y) * std::size_t(width) + std::size_t(x)) * std::size_t(channels); }
};

/// Kinds of line that distances are kept to, in the order of GuideFrame::distance.
enum LineKind : int { kIdLine = 0, kDepthLine = 1, kCreaseLine = 2, kShadowLine = 3, kLineKinds = 4 };

/// Where a frame was seen from: finds places of what stands still without a search.
struct GuideCamera {
    std::array<float, 3> eye{}, right{}, up{}, forward{}; ///< world, unit axes
    float sample = 0.5f; ///< where in its pixel a frame's rest point was taken, each way
};

/// What the stage knows about every pixel of a frame, exactly. What a look is learned from and painted by.
struct GuideFrame {
    int width = 0, height = 0;
    float focalPx = 1; ///< pixels that a metre at a metre covers
    std::optional<GuideCamera> camera;
    Plane colour;      ///< 3: the stage's colour picture, sRGB 0..1
    Plane albedo;      ///< 3: the surface's own colour, sRGB 0..1
    Plane light;       ///< 2: light that arrives (facing times not shadowed), and facing the light alone; 0..1. Background 1
    Plane normalView;  ///< 3: x right, y up, z to the camera. Background 0 0 1
    Plane normalWorld; ///< 3: background 0 0 0
    Plane towards;     ///< 1: cosine between normal and the line to the eye, 0..1. Background 1
    Plane depth;       ///< 1: metres along the view axis; kFarM where nothing is
    Plane distance;    ///< kLineKinds: pixels to the nearest line of each kind, cut off (kFarPx); the nearer surface's pixel carries a line
    Plane rest;        ///< 3: metres on the surface at rest: the world's for what stands, the body's or the thing's own for what moves
    std::vector<std::uint32_t> object; ///< who or what: the same number in every shot where it is the same; 0 the background
    std::vector<std::uint32_t> part;   ///< of the object: its surfaces
    std::vector<std::uint8_t> moving;  ///< 1 where `rest` is a body's or a thing's own
    std::vector<std::uint8_t> figure;  ///< 1 on people

    std::uint64_t surface(std::size_t pixel) const { return std::uint64_t(object[pixel]) << 32 | part[pixel]; } ///< object and part as one number
    std::size_t pixels() const { return std::size_t(width) * std::size_t(height); }
};

/// Half the size each way: what may be mixed is averaged over four pixels, numbers and rest points are those of the upper left
/// one, and distances are in the new pixels. Both sides must be even.
GuideFrame halved(const GuideFrame& frame);

} // namespace rushes::look
