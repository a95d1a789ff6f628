// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/view.h"

#include <vector>

namespace rushes::render {

/// Clouds, discs and stars as flat shapes far away, so that the pen outlines them like everything else. They move with the eye.
/// One thread; keeps its mesh while the atmosphere stays the same.
class SkyObjects {
public:
    /// Instances to draw behind the world; valid until the next call.
    const std::vector<geometry::Instance>& of(const View& view);

private:
    struct Recipe {
        int clouds = -1, stars = -1;
        std::vector<SkyDisc> discs;
        std::uint32_t seed = 0;
    };
    void build(const Recipe& recipe);

    Recipe m_recipe;
    std::vector<geometry::Instance> m_instances; ///< clouds first
    std::size_t m_cloudInstances = 0;
};

} // namespace rushes::render
