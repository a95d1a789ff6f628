// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/hats.h"

#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>

namespace rushes::figures {

using glm::vec3;

std::optional<TurnedHat> turnedHat(Headwear what) {
    if (what == Headwear::hat)
        return TurnedHat{{{0.150f, 0.050f}, {0.150f, 0.055f}, {0.099f, 0.062f}, {0.097f, 0.088f}, {0.088f, 0.140f}, {0.062f, 0.150f}, {0.001f, 0.134f}}, 2};
    if (what == Headwear::topHat)
        return TurnedHat{{{0.150f, 0.052f}, {0.150f, 0.058f}, {0.098f, 0.066f}, {0.096f, 0.10f}, {0.100f, 0.215f}, {0.098f, 0.220f}, {0.001f, 0.220f}}, 2};
    if (what == Headwear::wideHat)
        return TurnedHat{{{0.205f, 0.052f}, {0.205f, 0.057f}, {0.102f, 0.060f}, {0.100f, 0.084f}, {0.086f, 0.150f}, {0.060f, 0.162f}, {0.001f, 0.138f}}, 2, 0.060f};
    if (what == Headwear::pointedHat)
        return TurnedHat{{{0.205f, 0.052f}, {0.205f, 0.057f}, {0.100f, 0.062f}, {0.094f, 0.090f}, {0.060f, 0.200f}, {0.028f, 0.320f}, {0.001f, 0.390f}}, 2};
    if (what == Headwear::chefHat)
        return TurnedHat{{{0.098f, 0.045f}, {0.097f, 0.120f}, {0.125f, 0.150f}, {0.132f, 0.200f}, {0.100f, 0.225f}, {0.001f, 0.228f}}};
    if (what == Headwear::crown) return TurnedHat{{{0.099f, 0.055f}, {0.103f, 0.088f}, {0.108f, 0.130f}, {0.103f, 0.088f}}, -1, 0};
    return std::nullopt;
}

Solid solidOf(const TurnedHat& hat, int around) {
    Solid out;
    const auto n = std::uint32_t(around);
    const bool crown = hat.profile.size() == 4; // open above, with points
    for (std::size_t row = 0; row < hat.profile.size(); ++row)
        for (std::uint32_t k = 0; k < n; ++k) {
            const auto [r, height] = hat.profile[row];
            const float a = 6.2831853f * float(k) / float(n), side = std::sin(a), brim = smoothStep(0.11f, 0.20f, r);
            const float y = crown && row == 2 && k % 2 ? hat.profile[1].second : height;
            out.points.push_back({side * r * 0.90f, y + brim * hat.curl * side * side, std::cos(a) * r * 1.06f - 0.004f});
        }
    for (std::uint32_t j = 0; j + 1 < hat.profile.size(); ++j)
        for (std::uint32_t k = 0; k < n; ++k) {
            const std::uint32_t a = j * n + k, b = j * n + (k + 1) % n;
            out.faces.push_back({a, b, a + n});
            out.faces.push_back({b, b + n, a + n});
        }
    return out;
}

std::optional<ShellStyle> shellHat(Headwear what) {
    ShellStyle s;
    if (what == Headwear::softCap) {
        s.thickness = [](float, float t) { return 0.020f + 0.012f * (1 - t); };
        s.line = [](float p) { return std::abs(p) < 90 ? 7.95f - 0.45f * std::abs(p) / 90 : 7.50f - 0.40f * (std::abs(p) - 90) / 90; };
        return s;
    }
    if (what == Headwear::hardHat) {
        s.thickness = [](float p, float t) { return 0.040f - 0.008f * t + 0.030f * smoothStep(0.90f, 1.0f, t) * (0.5f + smoothStep(60, 0, std::abs(p))); };
        s.line = [](float p) { return std::abs(p) < 80 ? 7.95f - 0.20f * std::abs(p) / 80 : 7.75f - 0.55f * (std::abs(p) - 80) / 100; };
        return s;
    }
    if (what == Headwear::veil || what == Headwear::hood) {
        const bool veil = what == Headwear::veil;
        s.thickness = [](float p, float t) { return 0.030f + 0.022f * smoothStep(0.2f, 0.9f, t) + 0.035f * smoothStep(120, 180, std::abs(p)) * t; };
        s.line = [](float p) {
            const float at[6] = {0, 30, 50, 70, 90, 180}, to[6] = {7.98f, 7.86f, 7.2f, 6.72f, 6.6f, 6.2f};
            return interpolate(std::abs(p), at, to, 6);
        };
        s.hang = [veil](float) { return veil ? 0.26f : 0.05f; };
        s.openDegrees = veil ? 72 : 62;
        s.hangIn = veil ? -0.06f : -0.03f;
        s.hangRows = veil ? 6 : 3;
        return s;
    }
    return std::nullopt;
}

namespace {

/// Rings of a rounded box from bottom to top: (half width, height); deeper than wide.
Solid boxedHead(const std::vector<std::pair<float, float>>& rings, float square, int around) {
    Solid out;
    const auto n = std::uint32_t(around);
    for (const auto& [r, y] : rings)
        for (std::uint32_t k = 0; k < n; ++k) {
            const float a = 6.2831853f * float(k) / float(n), c = std::cos(a), s = std::sin(a);
            const float k2 = std::pow(std::pow(std::abs(c), square) + std::pow(std::abs(s), square), -1 / square);
            out.points.push_back({s * r * k2 * 0.90f, y, c * r * k2 * 1.12f + 0.008f});
        }
    for (std::uint32_t j = 0; j + 1 < rings.size(); ++j)
        for (std::uint32_t k = 0; k < n; ++k) {
            const std::uint32_t a = j * n + k, b = j * n + (k + 1) % n;
            out.faces.push_back({a, b, a + n});
            out.faces.push_back({b, b + n, a + n});
        }
    return out;
}

/// A strip of the same rounded box, `half` a turn's part wide, a little before it.
Solid slitOf(float r, float low, float high, float square, float half) {
    Solid out;
    constexpr std::uint32_t n = 12;
    for (std::uint32_t k = 0; k <= n; ++k)
        for (const float y : {low, high}) {
            const float a = half * (-1 + 2 * float(k) / n), c = std::cos(a), s = std::sin(a);
            const float k2 = std::pow(std::pow(std::abs(c), square) + std::pow(std::abs(s), square), -1 / square) * 1.03f;
            out.points.push_back({s * r * k2 * 0.90f, y, c * r * k2 * 1.12f + 0.008f});
        }
    for (std::uint32_t k = 0; k < n; ++k) {
        out.faces.push_back({2 * k, 2 * k + 2, 2 * k + 1});
        out.faces.push_back({2 * k + 2, 2 * k + 3, 2 * k + 1});
    }
    return out;
}

} // namespace

std::optional<ClosedHelm> closedHelm(Headwear what, bool fine) {
    const int around = fine ? 32 : 16;
    if (what == Headwear::knightHelm)
        return ClosedHelm{boxedHead({{0.088f, -0.165f}, {0.098f, -0.10f}, {0.112f, 0.0f}, {0.114f, 0.06f}, {0.100f, 0.115f}, {0.060f, 0.145f}, {0.001f, 0.152f}}, 2, around),
                          slitOf(0.113f, 0.012f, 0.030f, 2, 1.05f)};
    if (what == Headwear::robotHead)
        return ClosedHelm{boxedHead({{0.060f, -0.165f}, {0.075f, -0.13f}, {0.104f, -0.12f}, {0.108f, -0.02f}, {0.108f, 0.10f}, {0.098f, 0.125f}, {0.001f, 0.130f}}, 4, around),
                          slitOf(0.108f, -0.005f, 0.038f, 4, 0.80f)};
    return std::nullopt;
}

} // namespace rushes::figures
