// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/guide_frame.h"

#include <cassert>

namespace rushes::look {
namespace {

Plane mean(const Plane& plane, float scale = 1) {
    Plane out = Plane::create(plane.width / 2, plane.height / 2, plane.channels);
    const float k = 0.25f * scale;
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            const float *a = plane.at(2 * x, 2 * y), *b = plane.at(2 * x, 2 * y + 1);
            float* to = out.at(x, y);
            for (int c = 0; c < plane.channels; ++c) to[c] = (a[c] + a[c + plane.channels] + b[c] + b[c + plane.channels]) * k;
        }
    return out;
}

Plane upperLeft(const Plane& plane) {
    Plane out = Plane::create(plane.width / 2, plane.height / 2, plane.channels);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x)
            for (int c = 0; c < plane.channels; ++c) out.at(x, y)[c] = plane.at(2 * x, 2 * y)[c];
    return out;
}

template <class T> std::vector<T> upperLeft(const std::vector<T>& list, int width, int height) {
    std::vector<T> out;
    out.reserve(list.size() / 4);
    for (int y = 0; y < height; y += 2)
        for (int x = 0; x < width; x += 2) out.push_back(list[std::size_t(y) * std::size_t(width) + std::size_t(x)]);
    return out;
}

} // namespace

GuideFrame halved(const GuideFrame& f) {
    assert(f.width % 2 == 0 && f.height % 2 == 0);
    GuideFrame out;
    out.width = f.width / 2;
    out.height = f.height / 2;
    out.focalPx = f.focalPx / 2;
    out.camera = f.camera;
    if (out.camera) out.camera->sample /= 2;
    out.colour = mean(f.colour);
    out.albedo = mean(f.albedo);
    out.light = mean(f.light);
    out.normalView = mean(f.normalView);
    out.normalWorld = mean(f.normalWorld);
    out.towards = mean(f.towards);
    out.distance = mean(f.distance, 0.5f);
    out.depth = upperLeft(f.depth);
    out.rest = upperLeft(f.rest);
    out.object = upperLeft(f.object, f.width, f.height);
    out.part = upperLeft(f.part, f.width, f.height);
    out.moving = upperLeft(f.moving, f.width, f.height);
    out.figure = upperLeft(f.figure, f.width, f.height);
    return out;
}

} // namespace rushes::look
