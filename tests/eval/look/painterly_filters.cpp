// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/painterly_filters.h"

#include "tests/eval/look/planes.h"
#include "tests/eval/look/value_noise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace rushes::eval {
namespace {

using look::Plane;

constexpr float kHeight = 360;

float eased(float a, float b, float x) {
    const float t = std::clamp((x - a) / (b - a), 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

/// Slopes of the grey picture, smoothed: 2 channels, right and down.
Plane slopes(const Plane& picture, float sigma) {
    const Plane grey = greyOf(picture);
    Plane out = Plane::create(picture.width, picture.height, 2);
    const auto at = [&grey](int x, int y) { return *grey.at(std::clamp(x, 0, grey.width - 1), std::clamp(y, 0, grey.height - 1)); };
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            float* to = out.at(x, y);
            for (int k = -1; k <= 1; ++k) {
                const float weight = k == 0 ? 2 : 1;
                to[0] += weight * (at(x + 1, y + k) - at(x - 1, y + k));
                to[1] += weight * (at(x + k, y + 1) - at(x + k, y - 1));
            }
        }
    return blurred(out, sigma);
}

struct Stroke {
    float x, y, angle, half, radius; ///< half its length, half its width
    std::array<float, 3> colour;
};

/// A straight stroke with round ends and soft borders.
void draw(const Stroke& s, Plane& canvas) {
    const float dx = std::cos(s.angle), dy = std::sin(s.angle), reach = s.half + s.radius + 1;
    const int left = std::max(0, int(s.x - reach)), right = std::min(canvas.width - 1, int(s.x + reach) + 1);
    const int top = std::max(0, int(s.y - reach)), bottom = std::min(canvas.height - 1, int(s.y + reach) + 1);
    for (int y = top; y <= bottom; ++y)
        for (int x = left; x <= right; ++x) {
            const float px = float(x) - s.x, py = float(y) - s.y, along = std::clamp(px * dx + py * dy, -s.half, s.half);
            const float cover = std::clamp(s.radius + 0.5f - std::hypot(px - along * dx, py - along * dy), 0.0f, 1.0f);
            if (cover <= 0) continue;
            float* to = canvas.at(x, y);
            for (std::size_t c = 0; c < 3; ++c) to[c] += (s.colour[c] - to[c]) * cover;
        }
}

struct Brush {
    float width;
    int strokes; ///< at 640 x 360
};

void paintWith(const Brush& brush, const Plane& picture, const Plane& forms, Draws& draws, Plane& canvas) {
    const float scale = float(picture.height) / kHeight;
    const int count = int(float(brush.strokes) * float(picture.width) * float(picture.height) / (640 * kHeight) / (scale * scale));
    for (int i = 0; i < count; ++i) {
        const int x = draws.below(picture.width), y = draws.below(picture.height);
        const float *here = picture.at(x, y), *there = canvas.at(x, y), *slope = forms.at(x, y);
        const float missing = std::fabs(here[0] - there[0]) + std::fabs(here[1] - there[1]) + std::fabs(here[2] - there[2]);
        if (brush.width < 9 && missing < 14 / 255.0f) continue;
        const bool formed = std::fabs(slope[0]) + std::fabs(slope[1]) > 2 / 255.0f;
        Stroke stroke{float(x), float(y), formed ? std::atan2(slope[0], -slope[1]) : 0.6f + 0.5f * draws.normal(), brush.width * 2.2f * scale, brush.width * scale / 2, {}};
        const float brighter = 1 + 0.08f * draws.normal();
        for (std::size_t c = 0; c < 3; ++c) stroke.colour[c] = std::clamp(here[c] * brighter + 6 / 255.0f * draws.normal(), 0.0f, 1.0f);
        draw(stroke, canvas);
    }
}

/// Weights of the four neighbours of a place between them (Keys' cubic, a = -0.75).
std::array<float, 4> cubic(float t) {
    constexpr float a = -0.75f;
    const auto near = [](float d) { return ((a + 2) * d - (a + 3)) * d * d + 1; };
    const auto far = [](float d) { return ((a * d - 5 * a) * d + 8 * a) * d - 4 * a; };
    return {far(1 + t), near(t), near(1 - t), far(2 - t)};
}

/// A field of numbers of standard deviation about 1 that changes over `columns` x `rows` cells.
Plane smoothField(int width, int height, int columns, int rows, Draws& draws) {
    Plane coarse = Plane::create(columns, rows, 1), out = Plane::create(width, height, 1);
    for (float& v : coarse.data) v = draws.normal();
    for (int y = 0; y < height; ++y) {
        const float v = (float(y) + 0.5f) * float(rows) / float(height) - 0.5f;
        const auto wy = cubic(v - std::floor(v));
        for (int x = 0; x < width; ++x) {
            const float u = (float(x) + 0.5f) * float(columns) / float(width) - 0.5f;
            const auto wx = cubic(u - std::floor(u));
            for (int j = 0; j < 4; ++j)
                for (int i = 0; i < 4; ++i)
                    *out.at(x, y) += wx[std::size_t(i)] * wy[std::size_t(j)] *
                                     *coarse.at(std::clamp(int(std::floor(u)) + i - 1, 0, columns - 1), std::clamp(int(std::floor(v)) + j - 1, 0, rows - 1));
        }
    }
    return out;
}

Plane displaced(const Plane& picture, const Plane& right, const Plane& down, float pixels) {
    Plane out = Plane::create(picture.width, picture.height, 3);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) sample(picture, float(x) + *right.at(x, y) * pixels, float(y) + *down.at(x, y) * pixels, out.at(x, y));
    return out;
}

} // namespace

Plane brushStrokes(const Plane& picture, std::uint64_t seed) {
    const float scale = float(picture.height) / kHeight;
    Draws draws(seed);
    Plane canvas = blurred(picture, 6 * scale);
    const Plane forms = slopes(picture, 3 * scale);
    for (const Brush& brush : {Brush{9, 1500}, Brush{5, 4500}, Brush{2, 9000}}) paintWith(brush, picture, forms, draws, canvas);
    return canvas;
}

Plane inkWash(const Plane& picture, std::uint64_t seed) {
    const float scale = float(picture.height) / kHeight;
    Draws draws(seed);
    const auto hand = std::uint32_t(draws.number());
    const Plane field[2] = {smoothField(picture.width, picture.height, 40, 24, draws), smoothField(picture.width, picture.height, 40, 24, draws)};
    const Plane soft = blurred(displaced(picture, field[0], field[1], 1.2f * scale), 1.6f * scale), grey = greyOf(soft), wide = blurred(grey, 2.4f * scale);
    Plane out = Plane::create(picture.width, picture.height, 3);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            const glm::vec3 place(float(x) / scale, float(y) / scale, 0);
            const float bleed = 0.06f * valueNoise(place, hand, glm::vec3(0.06f), 3), grain = valueNoise(place, hand + 1, glm::vec3(0.5f), 2);
            const float dark = 1 - *grey.at(x, y) + bleed;
            float ink = 0;
            for (const float wash : {0.25f, 0.45f, 0.65f, 0.82f}) {
                const float border = std::fabs(dark - wash);
                ink += 0.2f * eased(wash - 0.02f, wash + 0.02f, dark) + 0.06f * eased(0.05f, 0, border); // pigment gathers at a wash's border
            }
            const float line = eased(0.025f, 0.07f, *wide.at(x, y) - *grey.at(x, y)) * eased(-0.6f, -0.1f, valueNoise(place, hand + 2, glm::vec3(0.03f), 2));
            ink = std::clamp(ink * (1 + 0.12f * grain) + 0.6f * line, 0.0f, 0.95f);
            constexpr float kPaper[3] = {0.96f, 0.94f, 0.89f}, kInk[3] = {0.10f, 0.11f, 0.15f};
            for (int c = 0; c < 3; ++c) {
                const float tint = 0.25f * (soft.at(x, y)[c] - *grey.at(x, y));
                out.at(x, y)[c] = std::clamp(kPaper[c] + (kInk[c] - kPaper[c]) * ink + tint + 0.015f * grain, 0.0f, 1.0f);
            }
        }
    return out;
}

Plane wobbled(const Plane& painting, std::uint64_t seed) {
    Draws draws(seed);
    const Plane right = smoothField(painting.width, painting.height, 20, 12, draws), down = smoothField(painting.width, painting.height, 20, 12, draws);
    return displaced(painting, right, down, 2.0f * float(painting.height) / kHeight);
}

} // namespace rushes::eval
