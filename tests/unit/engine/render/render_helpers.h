// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// What the renderer's tests share: one device with the validation layer, and ways to look into a picture.
#pragma once

#include "engine/render/renderer.h"

#include <catch2/catch.hpp>

namespace rushes::render::test {

inline std::shared_ptr<gpu::Device> device() {
    static const auto shared = gpu::Device::create({.preferSoftware = true, .validation = true});
    REQUIRE(shared);
    return *shared;
}

inline std::unique_ptr<Renderer> renderer(int threads = 2) {
    auto made = Renderer::create(device(), {.threads = threads});
    REQUIRE(made);
    return std::move(*made);
}

inline Picture drawn(Renderer& r, const View& view, const Passes& passes = {}) {
    auto picture = r.draw(view, passes);
    if (!picture) FAIL(picture.error().text());
    return std::move(*picture);
}

constexpr Passes kAll{.colour = true, .depth = true, .normal = true, .id = true, .lines = true};

inline double meanGrey(const Image& image) {
    double sum = 0;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < 3; ++c) sum += image.rowAs<std::uint8_t>(y)[x * 4 + c];
    return sum / (3.0 * image.width * image.height);
}

inline long inkOf(const Image& lines) {
    long sum = 0;
    for (int y = 0; y < lines.height; ++y)
        for (int x = 0; x < lines.width; ++x) sum += lines.rowAs<std::uint8_t>(y)[x];
    return sum;
}

/// Where a world point is seen, in pixels.
inline glm::vec2 placeOf(const View& view, const glm::vec3& point) {
    geometry::Camera camera = view.camera;
    camera.fitSensor(view.width, view.height);
    const auto p = camera.project(point, {view.width, view.height});
    REQUIRE(p);
    REQUIRE((p->x >= 4 && p->y >= 4 && p->x < float(view.width) - 4 && p->y < float(view.height) - 4));
    return {p->x, p->y};
}

/// Pixel that shows a world point.
inline glm::ivec2 pixelOf(const View& view, const glm::vec3& point) { return glm::ivec2(placeOf(view, point)); }

} // namespace rushes::render::test
