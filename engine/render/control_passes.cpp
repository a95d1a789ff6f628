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

struct Source {
    const GeometryFrame& geometry;
    const SurfaceTable& table;
    int samples, width, height;

    const std::uint32_t* words(int y) const { return geometry.words + std::size_t(y * samples) * std::size_t(geometry.width); }
    const float* depth(int y) const { return geometry.depth + std::size_t(y * samples) * std::size_t(geometry.width); }
};

void depthRow(const Source& s, int y, float* out) {
    const auto *words = s.words(y);
    const float* depth = s.depth(y);
    for (int x = 0; x < s.width; ++x) {
        const std::uint32_t word = words[x * s.samples];
        const bool sky = word == 0 || (s.table.flags[word & 0xffffu] & kSky) != 0;
        out[x] = sky ? std::numeric_limits<float>::infinity() : kNearM / depth[x * s.samples];
    }
}

void normalRow(const Source& s, int y, const std::vector<std::uint32_t>& colours, std::uint32_t* out) {
    const auto* words = s.words(y);
    for (int x = 0; x < s.width; ++x) {
        const std::uint32_t word = words[x * s.samples];
        out[x] = word == 0 || (s.table.flags[word & 0xffffu] & kSky) != 0 ? 0xffff8080u : colours[word >> 16];
    }
}

void idRow(const Source& s, int y, std::uint16_t* out) {
    const auto* words = s.words(y);
    for (int x = 0; x < s.width; ++x) out[x] = s.table.object[words[x * s.samples] & 0xffffu];
}

/// Adds a row's runs of one surface to the boxes of their objects.
void boxRow(const Source& s, int y, std::vector<ObjectBox>& boxes) {
    const auto* words = s.words(y);
    for (int x = 0; x < s.width;) {
        const std::uint32_t surface = words[x * s.samples] & 0xffffu;
        int end = x + 1;
        while (end < s.width && (words[end * s.samples] & 0xffffu) == surface) ++end;
        const std::uint16_t object = s.table.object[surface];
        auto& box = boxes[object];
        if (box.pixels == 0) box = {object, 0, x, y, end, y + 1};
        box.pixels += end - x;
        box.x0 = std::min(box.x0, x);
        box.x1 = std::max(box.x1, end);
        box.y1 = y + 1;
        x = end;
    }
}

std::vector<ObjectBox> measureObjects(const Source& s, WorkerPool& pool) {
    constexpr int kParts = 4;
    const std::size_t count = std::size_t(*std::max_element(s.table.object.begin(), s.table.object.end())) + 1;
    std::vector<std::vector<ObjectBox>> parts(kParts, std::vector<ObjectBox>(count));
    pool.share(kParts, [&](int part) {
        for (int y = s.height * part / kParts; y < s.height * (part + 1) / kParts; ++y) boxRow(s, y, parts[std::size_t(part)]);
    });
    std::vector<ObjectBox> boxes;
    for (std::size_t object = 1; object < count; ++object) { // the background is no object
        ObjectBox sum;
        for (const auto& part : parts) {
            const ObjectBox& box = part[object];
            if (box.pixels == 0) continue;
            if (sum.pixels == 0) sum = {box.object, 0, box.x0, box.y0, box.x1, box.y1};
            sum.pixels += box.pixels;
            sum.x0 = std::min(sum.x0, box.x0);
            sum.x1 = std::max(sum.x1, box.x1);
            sum.y1 = box.y1;
        }
        if (sum.pixels > 0) boxes.push_back(sum);
    }
    return boxes;
}

} // namespace

void fillControlPasses(const View& view, const GeometryFrame& geometry, const SurfaceTable& table, int samples, const Passes& passes, WorkerPool& pool, Picture& picture) {
    const Source source{geometry, table, samples, geometry.width / samples, geometry.height / samples};
    if (passes.boxes) picture.boxes = measureObjects(source, pool);
    if (passes.depth) picture.depth = Image::create(source.width, source.height, PixelFormat::grey32f);
    if (passes.normal) picture.normal = Image::create(source.width, source.height, PixelFormat::rgba8);
    if (passes.id) picture.id = Image::create(source.width, source.height, PixelFormat::grey16);
    if (!passes.depth && !passes.normal && !passes.id) return;
    const auto colours = passes.normal ? normalColours(view.camera) : std::vector<std::uint32_t>();
    constexpr int kBand = 16;
    pool.share((source.height + kBand - 1) / kBand, [&](int band) {
        for (int y = band * kBand; y < std::min(source.height, (band + 1) * kBand); ++y) {
            if (passes.depth) depthRow(source, y, picture.depth.rowAs<float>(y));
            if (passes.normal) normalRow(source, y, colours, picture.normal.rowAs<std::uint32_t>(y));
            if (passes.id) idRow(source, y, picture.id.rowAs<std::uint16_t>(y));
        }
    });
}

} // namespace rushes::render
