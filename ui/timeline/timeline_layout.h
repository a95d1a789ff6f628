// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/project/cut.h"
#include "ui/theme/tokens.h"

#include <QRect>

#include <cstdint>

namespace rushes::ui {

/// Frames to pixels and back. Plain arithmetic, so that it can be tested without a window.
struct TimelineScale {
    double pixelsPerFrame = 2;
    int left = 0;    ///< x of frame 0 when nothing is scrolled
    int scrolled = 0;

    int x(std::int64_t frame) const { return left + int(double(frame) * pixelsPerFrame) - scrolled; }
    /// The frame whose span holds x; may be negative or past the end.
    std::int64_t frame(int x) const;
    /// Nearest edge between frames.
    std::int64_t edge(int x) const;
};

/// Frames between two labels of the ruler, so that labels stand at least `room` pixels apart: 1, 2, 5, 10 … frames, then whole seconds.
std::int64_t rulerStep(double pixelsPerFrame, int nominalRate, int room);

enum class TimelineHit { none, ruler, clip, trimStart, trimEnd };

} // namespace rushes::ui
