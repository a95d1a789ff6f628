// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/control_passes.h"

#include "engine/render/vector_math.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <limits>

namespace rushes::render {
namespace {

/// RGBA of every one of the 65,536 normal codes in camera space.
std::vector<std::uint32_t> normalColours(const geometry::Camera& camera) {
    std::vector<std::uint32_t> colours(65536);
    const glm::vec3 back = -camera.forward();
    for (std::uint32_t code = 0; code < 65536; ++code) {
        const float x = (float(code >> 8) - 128) / 127, y = (float(code & 255u) - 128) / 127, z = 1 - std::fabs(x) - std::fabs(y), t = std::max(-z, 0.0f);
        const glm::vec3 n = glm::normalize(glm::vec3(x + (x >= 0 ? -t : t), y + (y >= 0 ? -t : t), z));
        glm::vec3 c(glm::dot(n, camera.right), glm::dot(n, camera.up), glm::dot(n, back));
        if (c.z < -0.15f) c = -c; // as the tone pass: surfaces are seen from their front
        const auto byte = [](float v) { return std::uint32_t(std::clamp(v * 127.5f + 128.0f, 0.0f, 255.0f)); };
        colours[code] = byte(c.x) | byte(c.y) << 8 | byte(c.z) << 16 | 0xff000000u;
    }
    return colours;
}

} // namespace

void fillControlPasses(const View& view, const GeometryFrame& geometry, const SurfaceTable& table, int samples, const Passes& passes, WorkerPool& pool, Picture& picture) {
    const int width = geometry.width / samples, height = geometry.height / samples;
    if (passes.depth) picture.depth = Image::create(width, height, PixelFormat::grey32f);
    if (passes.normal) picture.normal = Image::create(width, height, PixelFormat::rgba8);
    if (passes.id) picture.id = Image::create(width, height, PixelFormat::grey16);
    if (!passes.depth && !passes.normal && !passes.id) return;
    const auto colours = passes.normal ? normalColours(view.camera) : std::vector<std::uint32_t>();
    pool.share(height, [&](int y) {
        const std::uint32_t* words = geometry.words + std::size_t(y * samples) * std::size_t(geometry.width);
        const float* depth = geometry.depth + std::size_t(y * samples) * std::size_t(geometry.width);
        for (int x = 0; x < width; ++x) {
            const std::uint32_t word = words[x * samples];
            const bool sky = (table.flags[word & 0xffffu] & kSky) != 0 || word == 0;
            if (passes.depth) picture.depth.rowAs<float>(y)[x] = sky ? std::numeric_limits<float>::infinity() : kNearM / depth[x * samples];
            if (passes.normal) picture.normal.rowAs<std::uint32_t>(y)[x] = sky ? 0xffff8080u : colours[word >> 16];
            if (passes.id) picture.id.rowAs<std::uint16_t>(y)[x] = table.object[word & 0xffffu];
        }
    });
}

std::vector<ObjectBox> measureObjects(const GeometryFrame& geometry, const SurfaceTable& table) {
    std::vector<ObjectBox> boxes(65536);
    for (int y = 0; y < geometry.height; ++y) {
        const std::uint32_t* words = geometry.words + std::size_t(y) * std::size_t(geometry.width);
        for (int x = 0; x < geometry.width; ++x) {
            const std::uint16_t object = table.object[words[x] & 0xffffu];
            auto& box = boxes[object];
            if (box.pixels++ == 0) box = {object, 1, x, y, x + 1, y + 1};
            box.x0 = std::min(box.x0, x);
            box.x1 = std::max(box.x1, x + 1);
            box.y1 = y + 1;
        }
    }
    boxes[0].pixels = 0; // the background is no object
    std::erase_if(boxes, [](const ObjectBox& box) { return box.pixels == 0; });
    return boxes;
}

} // namespace rushes::render
