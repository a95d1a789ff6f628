// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/line_distance.h"

#include "engine/render/vector_math.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace rushes::look {
namespace {

/// One step down a column: 0 on a mark, one more than above elsewhere.
RUSHES_ROWS void stepRow(const std::uint8_t* __restrict marked, const std::uint8_t* __restrict before, int n, std::uint8_t far, std::uint8_t* __restrict out) {
    RUSHES_APART for (int x = 0; x < n; ++x) {
        const std::uint8_t next = std::uint8_t(before[x] < far ? before[x] + 1 : far);
        out[x] = marked[x] ? std::uint8_t(0) : next;
    }
}

RUSHES_ROWS void backRow(const std::uint8_t* __restrict below, int n, std::uint8_t* __restrict out) {
    RUSHES_APART for (int x = 0; x < n; ++x) {
        const std::uint8_t next = std::uint8_t(below[x] + 1);
        out[x] = out[x] < next ? out[x] : next;
    }
}

RUSHES_ROWS void squareRow(const std::uint8_t* __restrict in, int n, std::uint16_t* __restrict out) {
    RUSHES_APART for (int x = 0; x < n; ++x) out[x] = std::uint16_t(in[x] * in[x]);
}

RUSHES_ROWS void nearestRow(const std::uint16_t* __restrict left, const std::uint16_t* __restrict right, int n, std::uint16_t add, std::uint16_t* __restrict best) {
    RUSHES_APART for (int x = 0; x < n; ++x) {
        const std::uint16_t near = left[x] < right[x] ? left[x] : right[x];
        const std::uint16_t d = std::uint16_t(near + add);
        best[x] = best[x] < d ? best[x] : d;
    }
}

} // namespace

void lineDistance(const std::vector<std::uint8_t>& marked, int width, int height, int far, float* out, int stride) {
    assert(far <= 60); // squares of twice that fit into 16 bits
    const auto w = std::size_t(width), pad = std::size_t(far);
    std::vector<std::uint8_t> column(w * std::size_t(height)), none(w, std::uint8_t(far));
    for (int y = 0; y < height; ++y)
        stepRow(marked.data() + std::size_t(y) * w, y ? column.data() + std::size_t(y - 1) * w : none.data(), width, std::uint8_t(far), column.data() + std::size_t(y) * w);
    for (int y = height - 2; y >= 0; --y) backRow(column.data() + std::size_t(y + 1) * w, width, column.data() + std::size_t(y) * w);
    const int most = far * far;
    std::vector<float> root(std::size_t(2 * most) + 1);
    for (int i = 0; i <= 2 * most; ++i) root[std::size_t(i)] = std::sqrt(float(std::min(i, most)));
    std::vector<std::uint16_t> squares(w + 2 * pad, std::uint16_t(most)), best(w);
    for (int y = 0; y < height; ++y) {
        const std::uint8_t* row = column.data() + std::size_t(y) * w;
        float* to = out + std::size_t(y) * w * std::size_t(stride);
        if (*std::min_element(row, row + width) >= far) {
            for (int x = 0; x < width; ++x) to[x * stride] = float(far);
            continue;
        }
        squareRow(row, width, squares.data() + pad);
        std::copy_n(squares.data() + pad, width, best.data());
        for (int k = 1; k < far; ++k) nearestRow(squares.data() + pad - std::size_t(k), squares.data() + pad + std::size_t(k), width, std::uint16_t(k * k), best.data());
        for (int x = 0; x < width; ++x) to[x * stride] = root[best[std::size_t(x)]];
    }
}

} // namespace rushes::look
