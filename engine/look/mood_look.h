// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/look/look_painter.h"
#include "engine/look/net_guides.h"
#include "engine/neural/pixel_net.h"

#include <memory>
#include <vector>

namespace rushes::look {

/// A picture that is not painted over a frame: a still, a palette, a photograph.
struct MoodSource {
    Image picture;       ///< rgba8
    double strength = 1; ///< 0 the stage's own colours … 1 the picture's
};

/// A shot in the colours and small patterns of a loose picture: their distribution is matched (neural::PixelNet::setMood), over the same
/// guides as a painted look, so that it is as steady in time.
class MoodLook : public LookPainter {
public:
    /// `frames` are a few of the shot, spread over it. Fails as `badInput` without frames, `unsupported` without the neural library.
    static Result<std::unique_ptr<MoodLook>> create(const std::vector<GuideFrame>& frames, const MoodSource& mood, std::uint64_t seed);

    Result<void> learn(int steps, const CancelToken& cancel) override;
    int stepsTaken() const override { return m_taken; }
    int stepsInAll() const override;
    Result<Image> paintImage(const GuideFrame& frame) override;

private:
    MoodLook() = default;
    std::unique_ptr<NetGuides> m_guides;
    std::unique_ptr<neural::PixelNet> m_net;
    int m_taken = 0;
};

} // namespace rushes::look
