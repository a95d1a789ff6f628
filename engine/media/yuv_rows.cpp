// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/yuv_rows.h"

#include "engine/base/row_builds.h"

#include <cmath>

namespace rushes::media {
namespace {

/// Weights of the bytes of a pixel as they lie in memory, in 1/65536; the sum of a row, and what it starts from.
struct Weights {
    int first, second, third, start;
};

constexpr double kRed = 0.2126, kGreen = 0.7152, kBlue = 0.0722; ///< of luma
constexpr int kHalf = 1 << 15;

int fixed(double weight, double range) { return int(std::lround(weight * range / 255 * 65536)); }

/// Blue and red lie the other way round in bgra8.
Weights ordered(int red, int green, int blue, int start, bool blueFirst) { return blueFirst ? Weights{blue, green, red, start} : Weights{red, green, blue, start}; }

RUSHES_ROWS void lumaRow(const std::uint32_t* __restrict pixels, int n, Weights w, std::int32_t* __restrict scratch, std::uint8_t* __restrict luma) {
    RUSHES_APART for (int x = 0; x < n; ++x) {
        const auto p = pixels[x];
        scratch[x] = (int(p & 255u) * w.first + int(p >> 8 & 255u) * w.second + int(p >> 16 & 255u) * w.third + w.start) >> 16;
    }
    RUSHES_APART for (int x = 0; x < n; ++x) luma[x] = std::uint8_t(scratch[x]);
}

/// First and third byte in one word, second in another.
RUSHES_ROWS void sumRows(const std::uint32_t* __restrict above, const std::uint32_t* __restrict below, int n, std::uint32_t* __restrict outer, std::uint32_t* __restrict green) {
    RUSHES_APART for (int x = 0; x < n; ++x) {
        outer[x] = (above[x] & 0xff00ffu) + (below[x] & 0xff00ffu);
        green[x] = (above[x] >> 8 & 255u) + (below[x] >> 8 & 255u);
    }
}

/// `outer` and `green` start one pixel early. Three columns weighed 1 2 1 about the even one: eight times a byte.
RUSHES_ROWS void chromaRow(const std::uint32_t* __restrict outer, const std::uint32_t* __restrict green, int n, Weights w, std::int32_t* __restrict scratch,
                           std::uint8_t* __restrict chroma) {
    RUSHES_APART for (int x = 0; x < n; ++x) {
        const std::uint32_t both = outer[2 * x] + 2 * outer[2 * x + 1] + outer[2 * x + 2], middle = green[2 * x] + 2 * green[2 * x + 1] + green[2 * x + 2];
        scratch[x] = (int(both & 0xffffu) * w.first + int(middle) * w.second + int(both >> 16) * w.third + w.start) >> 19;
    }
    RUSHES_APART for (int x = 0; x < n; ++x) chroma[x] = std::uint8_t(scratch[x]);
}

} // namespace

void YuvRows::convert(const Image& image, const YuvPlanes& to) {
    const bool blueFirst = image.format == PixelFormat::bgra8;
    const int n = image.width, blueRange = fixed(0.5, 224);
    const Weights luma = ordered(fixed(kRed, 219), fixed(kGreen, 219), fixed(kBlue, 219), (16 << 16) + kHalf, blueFirst);
    const int cbRed = fixed(-kRed / (2 * (1 - kBlue)), 224), crBlue = fixed(-kBlue / (2 * (1 - kRed)), 224);
    const int middle = (128 << 19) + (kHalf << 3); // the green weight is what makes grey grey
    const Weights cb = ordered(cbRed, -cbRed - blueRange, blueRange, middle, blueFirst), cr = ordered(blueRange, -blueRange - crBlue, crBlue, middle, blueFirst);
    m_scratch.resize(std::size_t(n));
    m_outer.resize(std::size_t(n) + 1);
    m_green.resize(std::size_t(n) + 1);
    const auto row = [&](int plane, int y) { return to.plane[plane] + std::ptrdiff_t(y) * to.stride[plane]; };
    for (int y = 0; y + 1 < image.height; y += 2) {
        const auto *above = image.rowAs<std::uint32_t>(y), *below = image.rowAs<std::uint32_t>(y + 1);
        lumaRow(above, n, luma, m_scratch.data(), row(0, y));
        lumaRow(below, n, luma, m_scratch.data(), row(0, y + 1));
        sumRows(above, below, n, m_outer.data() + 1, m_green.data() + 1);
        m_outer[0] = m_outer[1];
        m_green[0] = m_green[1];
        chromaRow(m_outer.data(), m_green.data(), n / 2, cb, m_scratch.data(), row(1, y / 2));
        chromaRow(m_outer.data(), m_green.data(), n / 2, cr, m_scratch.data(), row(2, y / 2));
    }
}

} // namespace rushes::media
