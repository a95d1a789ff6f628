// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/structure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace rushes::media {
namespace {

constexpr int kWidth = 160, kHeight = 90, kCell = 5, kDirections = 8;
constexpr float kFlat = 8; ///< levels of grey: weaker edges than that are no structure

using Plane = std::vector<float>;

std::size_t at(int x, int y) { return std::size_t(y) * kWidth + std::size_t(x); }

/// Luma (BT.709), each value the mean of the pixels that it stands for.
Plane smallLuma(const Image& picture) {
    Plane out(std::size_t(kWidth) * kHeight);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            const int left = x * picture.width / kWidth, right = std::max(left + 1, (x + 1) * picture.width / kWidth);
            const int top = y * picture.height / kHeight, bottom = std::max(top + 1, (y + 1) * picture.height / kHeight);
            double sum = 0;
            for (int row = top; row < bottom; ++row) {
                const auto* pixel = picture.rowAs<std::uint8_t>(row) + left * 4;
                for (int column = left; column < right; ++column, pixel += 4) sum += 0.2126 * pixel[0] + 0.7152 * pixel[1] + 0.0722 * pixel[2];
            }
            out[at(x, y)] = float(sum / ((right - left) * (bottom - top)));
        }
    return out;
}

/// Along rows and columns by these weights; the border is repeated.
Plane smoothed(const Plane& plane, std::span<const float> weights) {
    const int reach = int(weights.size()) / 2;
    float total = 0;
    for (const float weight : weights) total += weight;
    Plane across(plane.size()), out(plane.size());
    for (const bool down : {false, true})
        for (int y = 0; y < kHeight; ++y)
            for (int x = 0; x < kWidth; ++x) {
                float sum = 0;
                for (int i = -reach; i <= reach; ++i)
                    sum += weights[std::size_t(i + reach)] * (down ? across[at(x, std::clamp(y + i, 0, kHeight - 1))] : plane[at(std::clamp(x + i, 0, kWidth - 1), y)]);
                (down ? out : across)[at(x, y)] = sum / total;
            }
    return out;
}

} // namespace

Structure Structure::of(const Image& picture) {
    Structure out;
    if (picture.width < 1 || picture.height < 1 || picture.format != PixelFormat::rgba8) return out;
    static constexpr std::array<float, 5> bell{1, 4, 6, 4, 1};
    static constexpr std::array<float, 25> wide = [] { std::array<float, 25> all{}; all.fill(1); return all; }();
    const Plane luma = smoothed(smallLuma(picture), bell);
    Plane gx(luma.size()), gy(luma.size()), energy(luma.size());
    for (int y = 1; y + 1 < kHeight; ++y)
        for (int x = 1; x + 1 < kWidth; ++x) {
            gx[at(x, y)] = luma[at(x + 1, y)] - luma[at(x - 1, y)];
            gy[at(x, y)] = luma[at(x, y + 1)] - luma[at(x, y - 1)];
            energy[at(x, y)] = gx[at(x, y)] * gx[at(x, y)] + gy[at(x, y)] * gy[at(x, y)];
        }
    const Plane around = smoothed(energy, wide);
    constexpr int columns = kWidth / kCell, rows = kHeight / kCell;
    std::vector<float> cells(std::size_t(columns) * rows * kDirections);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            const float strength = std::sqrt(energy[at(x, y)]) / (std::sqrt(around[at(x, y)]) + kFlat);
            if (strength <= 0) continue;
            const double turn = std::atan2(gy[at(x, y)], gx[at(x, y)]) / std::numbers::pi; // lines have no sign: half a turn is the same
            const double place = (turn - std::floor(turn)) * kDirections, whole = std::floor(place);
            float* cell = cells.data() + (std::size_t(y / kCell) * columns + std::size_t(x / kCell)) * kDirections;
            cell[int(whole) % kDirections] += strength * float(1 - (place - whole));
            cell[(int(whole) + 1) % kDirections] += strength * float(place - whole);
        }
    // The mean over the picture goes, or every two pictures with upright lines would be alike.
    std::array<double, kDirections> mean{};
    for (std::size_t i = 0; i < cells.size(); ++i) mean[i % kDirections] += cells[i] = std::sqrt(cells[i]);
    double length = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i] -= float(mean[i % kDirections] / (columns * rows));
        length += double(cells[i]) * double(cells[i]);
    }
    if (length < 1e-6) return out;
    for (float& value : cells) value /= float(std::sqrt(length));
    out.m_cells = std::move(cells);
    return out;
}

double Structure::likeness(const Structure& other) const {
    if (m_cells.empty() || other.m_cells.empty()) return 0;
    double sum = 0;
    for (std::size_t i = 0; i < m_cells.size(); ++i) sum += double(m_cells[i]) * double(other.m_cells[i]);
    return sum;
}

} // namespace rushes::media
