// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/weather.h"

#include "engine/render/vector_math.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace rushes::render {
namespace {

const glm::vec3 kBox{18, 12, 18}; ///< metres about the eye that drops fill
constexpr int kRainDrops = 9500, kSnowFlakes = 7000; ///< at full strength

struct Canvas {
    Image& picture;
    const GeometryFrame& geometry;
    int samples;
    RowCamera camera; ///< of the picture, not of the samples

    bool hidden(int x, int y, float z) const {
        const float d = geometry.depth[std::size_t(y * samples) * std::size_t(geometry.width) + std::size_t(x * samples)];
        return d > kNearM / z;
    }
    void blend(int x, int y, float z, float value, float alpha) {
        if (x < 0 || y < 0 || x >= picture.width || y >= picture.height || alpha <= 0.004f || hidden(x, y, z)) return;
        auto* p = picture.rowAs<std::uint8_t>(y) + x * 4;
        for (int c = 0; c < 3; ++c) p[c] = std::uint8_t(float(p[c]) + (value * 255 - float(p[c])) * alpha + 0.5f);
    }
};

struct Seen {
    float x, y, z;
};

std::optional<Seen> see(const RowCamera& c, const glm::vec3& p) {
    const glm::vec3 d = p - c.eye;
    const float z = glm::dot(d, c.forward);
    if (z < 0.5f) return std::nullopt;
    return Seen{c.midX + glm::dot(d, c.right) / z / c.perX - 0.5f, c.midY - glm::dot(d, c.up) / z / c.perY - 0.5f, z};
}

/// Drop i now: fixed to the world, wrapped into the box about the eye.
glm::vec3 dropAt(int i, int seed, const glm::vec3& moved, const glm::vec3& eye) {
    const glm::vec3 start = glm::vec3(lane::hash(i, seed), lane::hash(i, seed + 1), lane::hash(i, seed + 2)) * kBox + moved - eye;
    const auto wrap = [](float v, float box) { return v - std::floor(v / box + 0.5f) * box; };
    return eye + glm::vec3(wrap(start.x, kBox.x), wrap(start.y, kBox.y), wrap(start.z, kBox.z));
}

void drawStreak(Canvas& canvas, const Seen& a, const Seen& b, float value, float alpha) {
    const bool tall = std::fabs(b.y - a.y) >= std::fabs(b.x - a.x);
    const Seen& low = tall ? (a.y < b.y ? a : b) : (a.x < b.x ? a : b);
    const Seen& high = &low == &a ? b : a;
    const float from = tall ? low.y : low.x, to = tall ? high.y : high.x, across0 = tall ? low.x : low.y, across1 = tall ? high.x : high.y;
    const int limit = tall ? canvas.picture.height : canvas.picture.width;
    for (int i = std::max(0, int(std::ceil(from))); i <= std::min(limit - 1, int(to)); ++i) {
        const float t = to > from ? (float(i) - from) / (to - from) : 0, across = across0 + (across1 - across0) * t, z = low.z + (high.z - low.z) * t;
        const float tip = std::min(1.0f, 4 * std::min(t, 1 - t) + 0.25f); // drawn with a flick: thin at both ends
        const int whole = int(std::floor(across));
        const float part = across - float(whole);
        for (int k = 0; k < 2; ++k) {
            const float cover = (k ? part : 1 - part) * alpha * tip;
            if (tall) canvas.blend(whole + k, i, z, value, cover);
            else canvas.blend(i, whole + k, z, value, cover);
        }
    }
}

void drawFlake(Canvas& canvas, const Seen& at, float radius, float value, float rim) {
    const int reach = int(radius + 1.5f);
    for (int y = int(at.y) - reach; y <= int(at.y) + reach + 1; ++y)
        for (int x = int(at.x) - reach; x <= int(at.x) + reach + 1; ++x) {
            const float d = std::hypot(float(x) - at.x, float(y) - at.y);
            const float disc = std::clamp(radius + 0.5f - d, 0.0f, 1.0f), edge = std::clamp(1 - std::fabs(d - radius), 0.0f, 1.0f) * rim;
            canvas.blend(x, y, at.z, value, disc);
            canvas.blend(x, y, at.z, 0.35f, edge);
        }
}

void drawRain(const View& view, Canvas& canvas) {
    const Atmosphere& air = view.atmosphere;
    const float strength = std::clamp(air.rain, 0.0f, 1.0f), night = std::clamp(air.night, 0.0f, 1.0f);
    const glm::vec3 slant = glm::length(air.wind) > 0.3f ? glm::vec3(air.wind.x, 0, air.wind.y) : glm::vec3(0.95f, 0, 0.55f); // rain that falls straight reads as scratches
    const glm::vec3 speed = slant + glm::vec3(0, -8.5f - 2 * strength, 0);
    const int drops = int(float(kRainDrops) * strength * (0.35f + 0.65f * strength));
    const float value = 0.22f + 0.62f * night;
    for (int i = 0; i < drops; ++i) {
        const glm::vec3 v = speed * (0.85f + 0.3f * lane::hash(i, 40));
        const glm::vec3 p = dropAt(i, int(view.seed) * 3 + 11, v * float(view.seconds), canvas.camera.eye);
        const auto a = see(canvas.camera, p), b = see(canvas.camera, p + v * (0.040f + 0.02f * strength));
        if (!a || !b) continue;
        const float far = std::clamp(1.1f - a->z / 11, 0.15f, 0.9f);
        drawStreak(canvas, *a, *b, value, far * (0.55f + 0.2f * strength));
    }
}

void drawSnow(const View& view, Canvas& canvas) {
    const Atmosphere& air = view.atmosphere;
    const float strength = std::clamp(air.snow, 0.0f, 1.0f), night = std::clamp(air.night, 0.0f, 1.0f), t = float(view.seconds);
    const int flakes = int(float(kSnowFlakes) * strength);
    for (int i = 0; i < flakes; ++i) {
        const float own = lane::hash(i, 50);
        const glm::vec3 fall = glm::vec3(air.wind.x, -1.1f - 0.7f * own, air.wind.y) * t;
        const glm::vec3 sway(0.18f * lane::sineOfTurns(t * (0.3f + 0.3f * own) + own * 7), 0, 0.18f * lane::sineOfTurns(t * 0.37f + own * 3));
        const auto at = see(canvas.camera, dropAt(i, int(view.seed) * 3 + 23, fall + sway, canvas.camera.eye));
        if (!at) continue;
        const float radius = std::clamp((0.010f + 0.012f * own) / canvas.camera.perY / at->z, 0.55f, 0.012f * float(canvas.picture.height));
        drawFlake(canvas, *at, radius, 1.0f - 0.08f * night, radius > 0.9f ? 0.45f * (1 - night) : 0.3f * (1 - night));
    }
}

} // namespace

void drawWeather(const View& view, const GeometryFrame& geometry, int samples, Image& picture) {
    if (view.atmosphere.indoor || (view.atmosphere.rain <= 0 && view.atmosphere.snow <= 0)) return;
    Canvas canvas{picture, geometry, samples, rowCamera(view.camera, picture.width, picture.height)};
    if (view.atmosphere.rain > 0) drawRain(view, canvas);
    if (view.atmosphere.snow > 0) drawSnow(view, canvas);
}

} // namespace rushes::render
