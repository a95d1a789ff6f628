// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/look/guide_frame.h"

#include <cstdint>
#include <map>
#include <vector>

namespace rushes::look {

/// Paint for surface that no painted frame saw: the largest clean square of the residual of each kind of surface, laid over the
/// surface's own plane in hexagons with offsets by hash, blended so that its contrast stays (after Heitz and Neyret, "High-Performance
/// By-Example Noise using a Histogram-Preserving Blending Operator", 2018). It is a function of the surface point, so it stays put.
class ExampleFill {
public:
    /// Finds the squares of a painted frame; `residual` (3 channels) is what the network lacks there. Both are copied as far as needed.
    void add(const GuideFrame& key, const Plane& residual);

    /// `axes` are facingAxes() of the frame. Adds the fill times `amount` (0..1 a pixel; below 0.05 is left out) to `picture` (3 channels), rows `first` to before `last`.
    void apply(const GuideFrame& frame, const std::vector<std::uint8_t>& axes, const std::vector<float>& amount, int first, int last, Plane& picture) const;

private:
    /// A kind of surface: what is filled from what.
    struct Kind {
        std::uint32_t object = 0, part = 0;
        int axis = 0, light = 0; ///< that it faces most; in shade, between, in light
        bool figure = false;
        float albedo[3]{};
    };
    struct Example {
        Kind kind;
        int source = 0;             ///< which residual
        float centreX = 0, centreY = 0, radius = 0; ///< pixels
        float perMetre[2][2]{};     ///< pixels a metre in the plane
        float metresPerPixel = 0, cell = 0, slack = 0;
        float mean[3]{};
    };
    struct Source {
        Plane levels[3]; ///< the residual, and smoothed over 3 and 5 pixels more
    };
    struct Spot;

    void addKind(const GuideFrame& key, const Kind& kind, const std::vector<std::size_t>& pixels);
    int pick(const Kind& kind) const;
    void paintAt(const Spot& spot, const Example& example, float* add) const;
    static Kind kindOf(const GuideFrame& frame, const std::vector<std::uint8_t>& axes, std::size_t pixel);

    std::vector<Example> m_examples;
    std::vector<Source> m_sources;
};

/// For every pixel the axis (0..2) of the rest frame that its surface faces most: from the world's normal where it stands still, else
/// from how the rest points change from pixel to pixel.
std::vector<std::uint8_t> facingAxes(const GuideFrame& frame);

} // namespace rushes::look
