// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/guide_passes.h"

#include <algorithm>

namespace rushes::render {
namespace {

constexpr std::uint32_t kPartBits = 0x3ffffu, kFigureBit = 1u << 18;

/// What blocks the light: with soft edges where the look has them.
const std::uint8_t* blockRow(const ToneFrame& frame, int y) { return frame.lit() ? frame.soft.row(y) : frame.cast.row(frame.castRow(y)); }

void guideRow(const ToneFrame& frame, int y, Picture& picture) {
    const int step = frame.samples, row = y * step;
    const auto* words = frame.geometry.words + std::size_t(row) * std::size_t(frame.width());
    const auto *turn = frame.turn.row(row), *block = blockRow(frame, row);
    auto *albedo = picture.albedo.rowAs<std::uint32_t>(y), *light = picture.light.rowAs<std::uint32_t>(y), *part = picture.part.rowAs<std::uint32_t>(y);
    const auto& table = *frame.table;
    for (int x = 0; x < picture.albedo.width; ++x) {
        const std::uint32_t word = words[x * step], surface = word & 0xffffu, flags = table.flags[surface];
        if (word == 0 || (flags & kSky)) {
            albedo[x] = 0;
            light[x] = 0x0000ffffu;
            part[x] = 0;
            continue;
        }
        const int facing = std::clamp((int(turn[x * step]) - 128) * 2, 0, 255), lit = facing * (255 - block[x * step]) / 255;
        albedo[x] = table.lit[surface] | 0xff000000u;
        light[x] = std::uint32_t(lit) | std::uint32_t(facing) << 8 | std::uint32_t(255 - block[x * step]) << 16 | 0xff000000u;
        part[x] = (table.keys[surface] & kPartBits) | (flags & kFigure ? kFigureBit : 0);
    }
}

} // namespace

void fillGuidePasses(const ToneFrame& frame, WorkerPool& pool, Picture& picture) {
    const int width = frame.width() / frame.samples, height = frame.height() / frame.samples;
    for (auto* image : {&picture.albedo, &picture.light, &picture.part}) *image = Image::create(width, height, PixelFormat::rgba8);
    constexpr int kBand = 16;
    pool.share((height + kBand - 1) / kBand, [&](int band) {
        for (int y = band * kBand; y < std::min(height, (band + 1) * kBand); ++y) guideRow(frame, y, picture);
    });
}

} // namespace rushes::render
