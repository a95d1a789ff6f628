// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timeline_layout.h"

#include <cmath>

namespace rushes::ui {

std::int64_t TimelineScale::frame(int x) const { return std::int64_t(std::floor(double(x - left + scrolled) / pixelsPerFrame)); }
std::int64_t TimelineScale::edge(int x) const { return std::int64_t(std::llround(double(x - left + scrolled) / pixelsPerFrame)); }

std::int64_t rulerStep(double pixelsPerFrame, int nominalRate, int room) {
    const auto fits = [&](std::int64_t frames) { return double(frames) * pixelsPerFrame >= room; };
    for (const std::int64_t frames : {1, 2, 5, 10})
        if (frames < nominalRate && fits(frames)) return frames;
    for (const std::int64_t seconds : {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600})
        if (fits(seconds * nominalRate)) return seconds * nominalRate;
    return std::int64_t(7200) * nominalRate;
}

} // namespace rushes::ui
