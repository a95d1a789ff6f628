// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/colour_transfer.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rushes::eval {
namespace {

constexpr std::size_t kTerms = 9, kColumns = kTerms + 3;
using Row = std::array<double, kColumns>;

/// Gauss-Jordan elimination with the largest pivot of each column.
void solve(std::array<Row, kTerms>& rows) {
    for (std::size_t k = 0; k < kTerms; ++k) {
        std::size_t best = k;
        for (std::size_t i = k + 1; i < kTerms; ++i)
            if (std::fabs(rows[i][k]) > std::fabs(rows[best][k])) best = i;
        std::swap(rows[k], rows[best]);
        const double pivot = rows[k][k];
        for (double& v : rows[k]) v /= pivot;
        for (std::size_t i = 0; i < kTerms; ++i) {
            if (i == k) continue;
            const double factor = rows[i][k];
            for (std::size_t j = k; j < kColumns; ++j) rows[i][j] -= factor * rows[k][j];
        }
    }
}

} // namespace

ColourTransfer::Terms ColourTransfer::termsOf(const float* colour) {
    const double r = double(colour[0]) * 2 - 1, g = double(colour[1]) * 2 - 1, b = double(colour[2]) * 2 - 1;
    return {r, g, b, r * r, g * g, b * b, r * g, g * b, 1};
}

ColourTransfer::ColourTransfer(const look::Plane& stage, const look::Plane& painted) {
    std::array<Row, kTerms> rows{};
    for (std::size_t i = 0; i < stage.data.size() / 3; ++i) {
        const Terms terms = termsOf(stage.data.data() + 3 * i);
        for (std::size_t a = 0; a < kTerms; ++a) {
            for (std::size_t b = 0; b < kTerms; ++b) rows[a][b] += terms[a] * terms[b];
            for (std::size_t c = 0; c < 3; ++c) rows[a][kTerms + c] += terms[a] * (double(painted.data[3 * i + c]) * 2 - 1);
        }
    }
    // So small that it only matters where a picture has too few colours to tell terms apart.
    for (std::size_t a = 0; a < kTerms; ++a) rows[a][a] += 1e-9 * double(stage.data.size());
    solve(rows);
    for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t a = 0; a < kTerms; ++a) m_weights[c][a] = rows[a][kTerms + c];
}

look::Plane ColourTransfer::apply(const look::Plane& stage) const {
    look::Plane out = look::Plane::create(stage.width, stage.height, 3);
    for (std::size_t i = 0; i < stage.data.size() / 3; ++i) {
        const Terms terms = termsOf(stage.data.data() + 3 * i);
        for (std::size_t c = 0; c < 3; ++c) {
            double sum = 0;
            for (std::size_t a = 0; a < kTerms; ++a) sum += m_weights[c][a] * terms[a];
            out.data[3 * i + c] = float(std::clamp(sum * 0.5 + 0.5, 0.0, 1.0));
        }
    }
    return out;
}

} // namespace rushes::eval
