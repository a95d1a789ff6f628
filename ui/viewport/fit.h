// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>

namespace rushes::ui {

/// A rectangle of pixels.
struct PixelRect {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const PixelRect&) const = default;
};

/// The largest rectangle of the picture's shape inside width x height, centred in what is left when `above` and `below` pixels are kept
/// free for the HUD.
inline PixelRect fitPicture(int width, int height, int pictureWidth, int pictureHeight, int above = 0, int below = 0) {
    if (width < 1 || height < 1 || pictureWidth < 1 || pictureHeight < 1) return {};
    const int room = std::max(1, height - above - below);
    const double scale = std::min(double(width) / pictureWidth, double(room) / pictureHeight);
    PixelRect rect;
    rect.width = std::clamp(int(std::lround(pictureWidth * scale)), 1, width);
    rect.height = std::clamp(int(std::lround(pictureHeight * scale)), 1, room);
    rect.x = (width - rect.width) / 2;
    rect.y = std::min(above, height - 1) + (room - rect.height) / 2;
    return rect;
}

} // namespace rushes::ui
