// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/frame_list.h"

#include <glm/mat4x4.hpp>

#include <vector>

namespace rushes::render {

/// A square seen from the light, in parallel projection: world (metres) to texels and depth 0..1.
struct ShadowFrame {
    glm::vec3 right{-1, 0, 0}, up{0, 1, 0}, away{0, 0, -1}; ///< left-handed; `away` points from the light
    float lowU = 0, lowV = 0, lowQ = 0;                    ///< metres along the three
    float texelsPerM = 1;
    float rangeM = 1;
    int size = 0; ///< texels each way; 0 when there is nothing

    glm::mat4 clip() const;
    float texelM() const { return 1 / texelsPerM; }
    bool operator==(const ShadowFrame&) const = default;
};

/// The map of what stands: `radius` about the heart.
ShadowFrame standingFrame(const View& view, int size);
/// The map of what moves, fitted to it. Its place snaps to texels and its size to steps, so that edges do not crawl.
ShadowFrame movingFrame(const View& view, const std::vector<DrawItem>& moving, int size);

/// A map read back from the device.
struct ShadowMap {
    ShadowFrame frame;
    const float* texels = nullptr; ///< size * size, 1 where nothing is; the device's read-back memory, valid until it is drawn again
};

} // namespace rushes::render
