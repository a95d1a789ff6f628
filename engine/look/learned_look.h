// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/cancel_token.h"
#include "engine/base/image.h"
#include "engine/base/result.h"
#include "engine/look/example_fill.h"
#include "engine/look/look_painter.h"
#include "engine/look/net_guides.h"
#include "engine/look/residual.h"
#include "engine/neural/pixel_net.h"

#include <memory>
#include <optional>
#include <vector>

namespace rushes::look {

/// A frame of a shot as somebody painted it.
struct PaintedFrame {
    GuideFrame guides;
    Image picture; ///< rgba8, as large as the guides
};

struct LookOptions {
    int steps = 1500;                    ///< of learning; 600 are a usable preview, more than 2500 gain nothing
    std::optional<Looseness> looseness;  ///< nothing: measured from the paintings
    bool carry = true;                   ///< the painted residual along the surfaces; false shows what the network alone learned
    bool fill = true;                    ///< by example where nobody painted
    int workers = 2;
    std::uint64_t seed = 1;
};

/// A look learned from one painted frame or a few, and painted over other frames of the same people and places.
class LearnedLook : public LookPainter {
public:
    /// Fails as `badInput` without frames or when sizes differ, `unsupported` where there is no neural library.
    static Result<std::unique_ptr<LearnedLook>> create(std::vector<PaintedFrame> frames, const LookOptions& options = {});
    ~LearnedLook() override;

    Result<void> learn(int steps, const CancelToken& cancel) override;
    int stepsTaken() const override { return m_taken; }
    int stepsInAll() const override { return m_options.steps; }
    const Looseness& looseness(std::size_t frame) const; ///< of a painted frame

    /// Paints with these parts from now on, as LookOptions::carry and fill say; what was learned stays.
    void setParts(bool carry, bool fill);

    /// Colours -1..1, 3 channels, of a frame of any size.
    Result<Plane> paint(const GuideFrame& frame);
    Result<Image> paintImage(const GuideFrame& frame) override;

private:
    struct Key;
    LearnedLook(std::vector<PaintedFrame> frames, const LookOptions& options);
    Result<void> open();
    Result<void> prepare();

    LookOptions m_options;
    std::vector<Key> m_keys;
    std::unique_ptr<NetGuides> m_guides;
    std::unique_ptr<neural::PixelNet> m_net;
    ExampleFill m_fill;
    int m_taken = 0;
    bool m_stale = true; ///< residuals are of an earlier step
};

} // namespace rushes::look
