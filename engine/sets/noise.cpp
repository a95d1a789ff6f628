// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/noise.h"

#include <cmath>
#include <cstdint>
#include <vector>

namespace rushes::sets {

namespace {

double hashOf(double i, double j) {
    const double x = std::sin(i * 127.1 + j * 311.7) * 43758.5453;
    return x - std::floor(x);
}

/// Neighbouring lookups share lattice points; a small memo per thread saves most of the sines.
struct Memo {
    struct Slot {
        double i = 1e300, j = 1e300, value = 0;
    };
    std::vector<Slot> slots = std::vector<Slot>(4096);

    double at(double i, double j) {
        const auto a = std::uint64_t(std::int64_t(i)), b = std::uint64_t(std::int64_t(j));
        Slot& s = slots[(a * 0x9e3779b1u + b * 0x85ebca6bu) >> 3 & 4095u];
        if (s.i != i || s.j != j) s = {i, j, hashOf(i, j)};
        return s.value;
    }
};

double ease(double f) { return f * f * (3 - 2 * f); }

} // namespace

double hashNoise(double i, double j) { return hashOf(i, j); }

double valueNoise(double x, double y) {
    thread_local Memo memo;
    const double i = std::floor(x), j = std::floor(y), f = ease(x - i), g = ease(y - j);
    return (memo.at(i, j) * (1 - f) + memo.at(i + 1, j) * f) * (1 - g) +
           (memo.at(i, j + 1) * (1 - f) + memo.at(i + 1, j + 1) * f) * g;
}

double fbm(double x, double y, int octaves) {
    double sum = 0, a = 0.5;
    for (int k = 0; k < octaves; ++k) {
        sum += a * (valueNoise(x + k * 17.3, y - k * 9.1) * 2 - 1);
        x *= 2.03;
        y *= 2.03;
        a *= 0.5;
    }
    return sum;
}

double ridgeNoise(double x, double y, int octaves) {
    double sum = 0, a = 0.5;
    for (int k = 0; k < octaves; ++k) {
        sum += a * (1 - std::abs(valueNoise(x + k * 13.7, y + k * 5.9) * 2 - 1) * 2);
        x *= 2.1;
        y *= 2.1;
        a *= 0.5;
    }
    return sum;
}

} // namespace rushes::sets
