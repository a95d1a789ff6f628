// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/palette.h"

#include <glm/common.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace rushes::render {
namespace {

// Marker greys that were tuned by eye on storyboards: each step is one pass of the marker more.
constexpr std::array<float, 7> kSetGreys{1.0f, 0.86f, 0.70f, 0.50f, 0.30f, 0.16f, 0.07f};
constexpr std::array<float, 7> kFigureGreys{1.0f, 0.84f, 0.66f, 0.44f, 0.24f, 0.12f, 0.06f};
const glm::vec3 kWarmLight{1.0f, 0.93f, 0.80f}, kWarmShade{0.93f, 0.91f, 0.97f};
const glm::vec3 kColdLight{0.91f, 0.95f, 1.0f}, kColdShade{0.88f, 0.93f, 1.0f};

/// The hour of the day as tints of light and of shade.
Paint tintOf(const Atmosphere& air) {
    const float k = std::clamp(std::fabs(air.warmth), 0.0f, 1.0f);
    return {glm::mix(glm::vec3(1), air.warmth > 0 ? kWarmLight : kColdLight, k), glm::mix(glm::vec3(1), air.warmth > 0 ? kWarmShade : kColdShade, k)};
}

/// Gouache, not neon: a saturated colour is thinned with paper as an artist's wash is.
glm::vec3 washed(const glm::vec3& colour) {
    const float high = std::max({colour.r, colour.g, colour.b}), low = std::min({colour.r, colour.g, colour.b});
    const float saturation = high > 1e-4f ? (high - low) / high : 0.0f;
    const float bright = std::clamp((high - 0.22f) / 0.45f, 0.0f, 1.0f); // a navy coat stays dark
    // A thinned blue is still blue, a thinned red is pink.
    const float red = std::clamp((colour.r - std::max(colour.g, colour.b)) / 0.4f, 0.0f, 1.0f) * std::clamp(1.5f - 2.2f * std::fabs(colour.g - colour.b) / std::max(high, 0.05f), 0.0f, 1.0f);
    const float thin = std::clamp((saturation - 0.12f) * 0.9f, 0.0f, 0.55f) * (0.3f + 0.7f * bright) * (1 - 0.6f * red);
    return glm::mix(colour, glm::vec3(0.96f), thin);
}

Paint boardPaint(const geometry::Material& m, bool figure) {
    if (m.tinted) {
        const glm::vec3 wash = washed(m.colour);
        return {wash, wash * markerGrey(1, figure)};
    }
    const float lit = markerGrey(m.tone, figure), shade = m.emits ? lit : markerGrey(m.tone + 1, figure);
    return {glm::vec3(lit), glm::vec3(shade)};
}

Paint plainPaint(const geometry::Material& m, Look look) {
    glm::vec3 c = m.colour;
    // Plaster with a breath of the colour, dark things a little darker.
    if (look == Look::clay) c = 0.16f * c + 0.84f * (glm::vec3(0.76f, 0.75f, 0.73f) + 0.24f * (c.r + c.g + c.b) / 3.0f);
    return {c, c};
}

/// In the colour look the light itself has the hour's colour.
Paint tinted(Paint paint, const Atmosphere& air, Look look) {
    if (look == Look::colour) return paint;
    const Paint tint = tintOf(air);
    return {paint.lit * tint.lit, paint.shade * tint.shade};
}

} // namespace

float markerGrey(float tone, bool figure) {
    const auto& greys = figure ? kFigureGreys : kSetGreys;
    const float t = std::clamp(tone, 0.0f, float(greys.size() - 1));
    const auto i = std::min(std::size_t(t), greys.size() - 2);
    return greys[i] + (greys[i + 1] - greys[i]) * (t - float(i));
}

Paint paintOf(const geometry::Material& material, bool figure, Look look, const Atmosphere& air) {
    Paint paint = look == Look::board ? boardPaint(material, figure) : plainPaint(material, look);
    if (material.emits) { // lamps and lit rooms are warm at night
        const glm::vec3 glow = glm::mix(glm::vec3(1), glm::vec3(1.0f, 0.95f, 0.80f), std::clamp(air.night, 0.0f, 1.0f));
        return {paint.lit * glow, paint.lit * glow};
    }
    return tinted(paint, air, look);
}

Paint paintOfVariant(const geometry::Material& material, std::uint32_t index, bool figure, Look look, const Atmosphere& air) {
    if (material.detail == geometry::DetailKind::eye) {
        constexpr std::array<float, 4> greys{0.08f, 0.40f, 0.03f, 1.0f}; // rim, iris, pupil, highlight
        const glm::vec3 grey(greys[std::min<std::size_t>(index, 3)]);
        return {grey, grey * (index == 3 ? 1.0f : 0.9f)};
    }
    Paint paint = paintOf(material, figure, look, air);
    const float lightness = (paint.lit.r + paint.lit.g + paint.lit.b) / 3.0f;
    const float k = lightness < 0.5f ? 1.45f : 0.6f; // strokes are light on dark hair, dark on light hair
    return {glm::min(paint.lit * k + (k > 1 ? 0.02f : 0.0f), glm::vec3(1)), glm::min(paint.shade * k, glm::vec3(1))};
}

namespace {

/// How much of the sun the weather takes away.
float overcast(const Atmosphere& air) {
    const float wet = std::clamp(std::max(air.rain, air.snow) * 1.6f, 0.0f, 1.0f), foggy = air.fogFarM < 60 && air.fogAmount > 0.8f ? 1.0f : 0.0f;
    return std::max({wet, foggy, air.clouds >= 9 ? 0.6f : 0.0f});
}

/// The sky of the colour look: from the horizon up through a middle to the top, by the hour.
glm::vec3 paintedSky(float elevation, const Atmosphere& air) {
    struct Bands {
        glm::vec3 horizon, middle, top;
    };
    constexpr Bands day{{0.87f, 0.93f, 0.97f}, {0.60f, 0.78f, 0.95f}, {0.32f, 0.54f, 0.86f}};
    constexpr Bands golden{{1.0f, 0.80f, 0.52f}, {0.96f, 0.77f, 0.66f}, {0.50f, 0.58f, 0.78f}};
    constexpr Bands cold{{0.96f, 0.80f, 0.76f}, {0.72f, 0.76f, 0.88f}, {0.40f, 0.50f, 0.74f}};
    constexpr Bands cloud{{0.86f, 0.87f, 0.88f}, {0.76f, 0.78f, 0.80f}, {0.64f, 0.67f, 0.70f}};
    const auto at = [&](const Bands& b) {
        const float low = std::clamp(elevation / 0.16f, 0.0f, 1.0f), high = std::clamp((elevation - 0.10f) / 0.65f, 0.0f, 1.0f);
        return glm::mix(glm::mix(b.horizon, b.middle, std::sqrt(low)), b.top, std::sqrt(high));
    };
    glm::vec3 sky = at(day);
    if (air.warmth > 0) sky = glm::mix(sky, at(golden), std::min(1.0f, air.warmth * 1.15f));
    if (air.warmth < 0 && air.night < 0.8f) sky = glm::mix(sky, at(cold), std::min(1.0f, -air.warmth * 1.6f));
    return glm::mix(sky, at(cloud), overcast(air)) * air.skyValue;
}

} // namespace

LitLight litLight(Look look, const Atmosphere& air) {
    if (look == Look::clay)
        return air.indoor ? LitLight{{0.57f, 0.565f, 0.56f}, {0.20f, 0.20f, 0.205f}, {0.38f, 0.375f, 0.36f}} : LitLight{{0.52f, 0.525f, 0.54f}, {0.17f, 0.175f, 0.185f}, {0.46f, 0.45f, 0.42f}};
    if (air.indoor) {
        const glm::vec3 warm = glm::mix(glm::vec3(1), glm::vec3(1.05f, 0.98f, 0.88f), std::clamp(air.warmth, 0.0f, 1.0f));
        return {glm::vec3(0.56f, 0.555f, 0.55f) * warm, glm::vec3(0.17f), glm::vec3(0.44f, 0.42f, 0.38f) * warm};
    }
    LitLight light{{0.41f, 0.45f, 0.52f}, {0.16f, 0.18f, 0.22f}, {0.68f, 0.61f, 0.50f}};
    if (air.warmth > 0) light.sun = glm::mix(light.sun, glm::vec3(0.98f, 0.66f, 0.36f), std::min(1.0f, air.warmth));
    if (air.warmth > 0) light.ambient = glm::mix(light.ambient, glm::vec3(0.38f, 0.36f, 0.44f), std::min(1.0f, air.warmth));
    if (air.warmth < 0) light.sun = glm::mix(light.sun, glm::vec3(0.52f, 0.58f, 0.66f), std::min(1.0f, -air.warmth * 1.5f));
    const float grey = overcast(air);
    light.sun *= 1 - 0.75f * grey;
    light.ambient += glm::vec3(0.16f, 0.15f, 0.13f) * grey;
    light.sky += glm::vec3(0.12f, 0.11f, 0.09f) * grey;
    return light;
}

glm::vec3 skyColour(float elevation, Look look, const Atmosphere& air) {
    if (look == Look::colour) return paintedSky(elevation, air);
    const float rise = std::pow(std::clamp(elevation / 0.5f, 0.0f, 1.0f), 0.8f);
    glm::vec3 sky = kPaper * (1 - rise * air.skyTone) * air.skyValue;
    if (air.warmth > 0) sky *= glm::mix(glm::vec3(1), glm::mix(glm::vec3(1.0f, 0.90f, 0.76f), glm::vec3(0.97f, 0.97f, 1.0f), rise), std::min(air.warmth, 1.0f));
    if (air.warmth < 0) sky *= glm::mix(glm::vec3(1), kColdLight, std::min(-air.warmth, 1.0f));
    return sky;
}

glm::vec3 fogColour(Look look, const Atmosphere& air) {
    if (look == Look::colour) return glm::mix(paintedSky(0.02f, air), glm::vec3(0.85f, 0.87f, 0.89f) * air.fogValue, 0.35f);
    const glm::vec3 base = look == Look::board ? kPaper : look == Look::clay ? glm::vec3(0.93f, 0.93f, 0.92f) : glm::vec3(0.92f, 0.94f, 0.96f);
    return base * air.fogValue * tintOf(air).lit;
}

glm::vec3 nightLight(Look look, const Atmosphere& air, bool figure) {
    // Lit looks are darker by day already: they keep more of it, so that a face is read.
    if (look != Look::board) return glm::mix(glm::vec3(1), figure ? glm::vec3(0.60f, 0.63f, 0.70f) : glm::vec3(0.40f, 0.43f, 0.51f), std::clamp(air.night, 0.0f, 1.0f));
    const glm::vec3 dark = figure ? glm::vec3(0.47f, 0.50f, 0.57f) : glm::vec3(0.335f, 0.36f, 0.43f);
    return glm::mix(glm::vec3(1), dark, std::clamp(air.night, 0.0f, 1.0f));
}

glm::vec3 moonLight(const Atmosphere& air) {
    return air.indoor ? glm::vec3(0) : glm::vec3(0.105f, 0.115f, 0.125f) * std::clamp(air.night, 0.0f, 1.0f);
}

std::uint32_t packColour(const glm::vec3& colour) {
    const glm::vec3 c = glm::clamp(colour, glm::vec3(0), glm::vec3(1)) * 255.0f + 0.5f;
    return std::uint32_t(c.r) | std::uint32_t(c.g) << 8 | std::uint32_t(c.b) << 16;
}

} // namespace rushes::render
