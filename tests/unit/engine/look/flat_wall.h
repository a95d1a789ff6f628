// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/look/guide_frame.h"
#include "engine/look/guide_lines.h"

namespace rushes::look {

/// A wall seen square on, with a panel of another part in it; `offset` pixels of camera travel to the right. A metre is 10 pixels.
inline GuideFrame flatWall(int width, int height, float offset) {
    GuideFrame f;
    f.width = width;
    f.height = height;
    f.focalPx = 20;
    for (auto* plane : {&f.colour, &f.albedo, &f.normalView, &f.normalWorld, &f.rest}) *plane = Plane::create(width, height, 3);
    f.light = Plane::create(width, height, 2);
    f.towards = f.depth = Plane::create(width, height, 1);
    f.object.assign(f.pixels(), 7);
    f.part.resize(f.pixels());
    f.moving.assign(f.pixels(), 0);
    f.figure.assign(f.pixels(), 0);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto i = std::size_t(y) * std::size_t(width) + std::size_t(x);
            const float u = (float(x) + offset) / 10, v = float(y) / 10;
            const bool panel = u > 2 && u < 4 && v > 1 && v < 3;
            f.part[i] = panel ? 2 : 1;
            for (int c = 0; c < 3; ++c) f.colour.at(x, y)[c] = f.albedo.at(x, y)[c] = panel ? 0.2f : 0.7f;
            f.light.at(x, y)[0] = f.light.at(x, y)[1] = 1;
            f.normalView.at(x, y)[2] = f.normalWorld.at(x, y)[2] = 1;
            *f.towards.at(x, y) = 1;
            *f.depth.at(x, y) = 2;
            f.rest.at(x, y)[0] = u;
            f.rest.at(x, y)[1] = -v;
        }
    fillLineDistances(f, std::vector<std::uint8_t>(f.pixels(), 2));
    return f;
}

} // namespace rushes::look
