// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/yuv_rows.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

using namespace rushes;
using namespace rushes::media;

namespace {

using Colour = std::array<double, 3>;

Colour colourAt(const Image& image, int x, int y) {
    const auto* p = image.rowAs<std::uint8_t>(y) + std::clamp(x, 0, image.width - 1) * 4;
    Colour c{double(p[0]), double(p[1]), double(p[2])};
    if (image.format == PixelFormat::bgra8) std::swap(c[0], c[2]);
    return c;
}

double luma(const Colour& c) { return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]; }

/// Of the pair that starts at an even column and row: columns weighed 1 2 1.
Colour chromaSource(const Image& image, int x, int y) {
    Colour sum{};
    for (int row = 0; row < 2; ++row)
        for (int k = -1; k <= 1; ++k) {
            const Colour c = colourAt(image, x + k, y + row);
            for (std::size_t i = 0; i < 3; ++i) sum[i] += c[i] * (k == 0 ? 0.25 : 0.125);
        }
    return sum;
}

} // namespace

TEST_CASE("Pixels become yuv420p by the formulas of BT.709", "[media]") {
    constexpr int width = 38, height = 6;
    for (const auto format : {PixelFormat::rgba8, PixelFormat::bgra8}) {
        Image image = Image::create(width, height, format);
        std::mt19937 random(7);
        for (auto& byte : image.data) byte = std::byte(random() & 255u);
        std::vector<std::uint8_t> y(width * height), cb(width * height / 4), cr(width * height / 4);
        YuvRows().convert(image, {{y.data(), cb.data(), cr.data()}, {width, width / 2, width / 2}});
        double worst = 0;
        for (int row = 0; row < height; ++row)
            for (int x = 0; x < width; ++x) {
                worst = std::max(worst, std::fabs(16 + luma(colourAt(image, x, row)) * 219 / 255 - y[std::size_t(row * width + x)]));
                if (x % 2 || row % 2) continue;
                const Colour c = chromaSource(image, x, row);
                const auto at = std::size_t(row / 2 * width / 2 + x / 2);
                worst = std::max(worst, std::fabs(128 + (c[2] - luma(c)) / 1.8556 * 224 / 255 - cb[at]));
                worst = std::max(worst, std::fabs(128 + (c[0] - luma(c)) / 1.5748 * 224 / 255 - cr[at]));
            }
        CHECK(worst < 0.52); // rounded to the nearest
    }
}

TEST_CASE("Grey has no colour", "[media]") {
    Image image = Image::create(512, 2, PixelFormat::rgba8);
    for (int row = 0; row < 2; ++row)
        for (int x = 0; x < 512; ++x) std::fill_n(image.rowAs<std::uint8_t>(row) + x * 4, 4, std::uint8_t(x / 2));
    std::vector<std::uint8_t> y(1024), cb(256), cr(256);
    YuvRows().convert(image, {{y.data(), cb.data(), cr.data()}, {512, 256, 256}});
    CHECK(y.front() == 16);
    CHECK(y.back() == 235);
    CHECK(std::all_of(cb.begin(), cb.end(), [](auto v) { return v == 128; }));
    CHECK(std::all_of(cr.begin(), cr.end(), [](auto v) { return v == 128; }));
}
