// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/mesh.h"
#include "engine/render/view.h"

#include <cstdint>
#include <vector>

namespace rushes::render {

/// Bits of SurfaceTable::flags; softness in bits 8-9, line weight * 48 in bits 16-23.
enum SurfaceFlag : std::uint32_t {
    kFigure = 1, kEmits = 2, kHatched = 4, kVariant = 8, kSky = 16, kDarkPattern = 32, kTone4 = 64, kPattern = 128,
};
constexpr float kWeightUnit = 48;

/// Where numbers of surfaces stand for: one entry a surface of every instance in the frame, filled anew each frame.
/// Entry 0 is the background. Lists of their own, since the tone pass gathers from them.
struct SurfaceTable {
    /// object << 18 | part << 2 | sub: what differs decides which line is drawn.
    std::vector<std::uint32_t> keys;
    std::vector<std::uint32_t> flags;
    std::vector<std::uint32_t> lit, shade; ///< packed colours
    std::vector<std::int32_t> pattern;     ///< index into `patterns`, 0 none
    std::vector<std::uint16_t> object;     ///< for the id pass
    std::vector<float> anchorX, anchorY;   ///< pixels that a figure's hatching hangs on
    std::vector<geometry::Pattern> patterns;

    void clear();
    std::size_t size() const { return keys.size(); }

    struct Placement {
        const geometry::Instance* instance = nullptr;
        bool sky = false;
        glm::vec2 anchor{0};
    };
    /// Adds the instance's surfaces and variants; returns the first number. `collapsed` is set when they do not fit into
    /// 16 bits any more and the whole instance shares one number.
    std::uint32_t add(const Placement& placement, const View& view, bool& collapsed);

private:
    void push(std::uint32_t key, std::uint32_t flags, std::uint32_t lit, std::uint32_t shade, std::int32_t pattern, const Placement& placement);
    std::uint32_t m_objects = 0;
};

} // namespace rushes::render
