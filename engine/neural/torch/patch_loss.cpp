// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/neural/torch/patch_loss.h"

#include <cmath>

namespace rushes::neural {
namespace {

constexpr float kDifference = 0.7f, kSquare = 0.6f, kSlope = 0.25f;

float sign(float v) { return float(int(v > 0) - int(v < 0)); }

/// Every term compares two pictures through a linear map, so it is a function of their difference `e` alone (side x side x 3).
double addSlopes(const float* e, int side, float scale, float* gradient) {
    const int row = side * 3;
    const float each = kSlope / float(3 * side * (side - 1));
    double sum = 0;
    for (int y = 0; y < side; ++y) {
        const float* a = e + y * row;
        float* g = gradient + y * row;
        float along = 0, down = 0;
        for (int i = 0; i < row - 3; ++i) along += std::abs(a[i + 3] - a[i]);
        for (int i = 0; i < row - 3; ++i) g[i] -= sign(a[i + 3] - a[i]) * each * scale;
        for (int i = 0; i < row - 3; ++i) g[i + 3] += sign(a[i + 3] - a[i]) * each * scale;
        if (y + 1 < side) {
            for (int i = 0; i < row; ++i) down += std::abs(a[i + row] - a[i]);
            for (int i = 0; i < row; ++i) g[i] -= sign(a[i + row] - a[i]) * each * scale;
            for (int i = 0; i < row; ++i) g[i + row] += sign(a[i + row] - a[i]) * each * scale;
        }
        sum += double(along) + double(down);
    }
    return sum * double(each);
}

} // namespace

PatchLoss::PatchLoss(int patch)
    : m_patch(patch), m_error(std::size_t(patch * patch * 3)), m_half(m_error.size() / 4), m_halfGradient(m_error.size() / 4) {}

double PatchLoss::operator()(const float* out, const float* target, float scale, float* gradient) {
    const int values = m_patch * m_patch * 3, half = m_patch / 2;
    const float each = 1.0f / float(values);
    double sum = 0;
    for (int i = 0; i < values; ++i) {
        const float e = m_error[std::size_t(i)] = out[i] - target[i];
        sum += double(kDifference * std::abs(e) + kSquare * e * e);
        gradient[i] = (kDifference * sign(e) + 2 * kSquare * e) * each * scale;
    }
    double loss = sum * double(each) + addSlopes(m_error.data(), m_patch, scale, gradient);
    const auto upper = [&](int x, int y, int c) { return (2 * y * m_patch + 2 * x) * 3 + c; };
    for (int y = 0, i = 0; y < half; ++y)
        for (int x = 0; x < half; ++x)
            for (int c = 0; c < 3; ++c, ++i) {
                const float* e = m_error.data() + upper(x, y, c);
                m_half[std::size_t(i)] = 0.25f * (e[0] + e[3] + e[m_patch * 3] + e[m_patch * 3 + 3]);
                m_halfGradient[std::size_t(i)] = 0;
            }
    loss += addSlopes(m_half.data(), half, scale, m_halfGradient.data());
    for (int y = 0, i = 0; y < half; ++y)
        for (int x = 0; x < half; ++x)
            for (int c = 0; c < 3; ++c, ++i) {
                float* g = gradient + upper(x, y, c);
                const float share = 0.25f * m_halfGradient[std::size_t(i)];
                g[0] += share, g[3] += share, g[m_patch * 3] += share, g[m_patch * 3 + 3] += share;
            }
    return loss;
}

} // namespace rushes::neural
