// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rushes::neural {

/// Adam (Kingma, Ba 2015), with 0.9 and 0.99.
struct Adam {
    std::vector<float> mean, square;
    std::int64_t steps = 0;

    explicit Adam(std::size_t count) : mean(count), square(count) {}

    void step(float* weights, const float* slopes, double rate) {
        constexpr float b1 = 0.9f, b2 = 0.99f;
        ++steps;
        const float size = float(rate / (1 - std::pow(double(b1), double(steps))));
        const float root = float(1 / std::sqrt(1 - std::pow(double(b2), double(steps))));
        for (std::size_t i = 0; i < mean.size(); ++i) {
            mean[i] = b1 * mean[i] + (1 - b1) * slopes[i];
            square[i] = b2 * square[i] + (1 - b2) * slopes[i] * slopes[i];
            weights[i] -= size * mean[i] / (std::sqrt(square[i]) * root + 1e-8f);
        }
    }
};

} // namespace rushes::neural
