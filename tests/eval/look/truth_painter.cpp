// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/truth_painter.h"

#include "tests/eval/look/planes.h"
#include "tests/eval/look/value_noise.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::eval {
namespace {

using glm::vec3;
using look::GuideFrame;

/// From 0 at `a` to 1 at `b`, eased; `a` may be the larger.
float step(float a, float b, float x) {
    const float t = std::clamp((x - a) / (b - a), 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

/// All that a look reads of one pixel.
struct Spot {
    vec3 place, albedo; ///< place: rest point, scaled
    float light, towards, viewX, silhouette, crease, foot; ///< distances in pixels; foot: scaled metres a pixel covers
    bool background, figure;
    std::uint32_t object, label, cloth;
    float broad, streaks, grain, blotch, ink; ///< noises: shared, so that they are worked out once

    /// How much of a texture of so many waves a metre is left where pixels grow as large as the waves.
    float kept(float waves) const { return step(0.5f, 0.2f, foot * waves); }
};

std::uint32_t mixed(std::uint32_t a, std::uint32_t b) {
    std::uint32_t h = a * 0x9E3779B1u + b * 0x85EBCA77u;
    h ^= h >> 16;
    h *= 0x7feb352du;
    return h ^ h >> 15;
}

Spot spotAt(const GuideFrame& f, int x, int y, float scale) {
    const auto i = std::size_t(y) * std::size_t(f.width) + std::size_t(x);
    const float *rest = f.rest.at(x, y), *albedo = f.albedo.at(x, y), *distance = f.distance.at(x, y);
    Spot s;
    s.background = f.object[i] == 0;
    s.place = vec3(rest[0], rest[1], rest[2]) * (s.background ? scale * 0.05f : scale);
    s.albedo = {albedo[0], albedo[1], albedo[2]};
    s.light = f.light.at(x, y)[0];
    s.towards = *f.towards.at(x, y);
    s.viewX = f.normalView.at(x, y)[0];
    s.silhouette = std::min(distance[look::kIdLine], distance[look::kDepthLine]);
    s.crease = distance[look::kCreaseLine];
    s.foot = s.background ? 0.003f : *f.depth.at(x, y) / f.focalPx * scale;
    s.figure = f.figure[i] != 0;
    s.object = mixed(f.object[i], 0);
    s.label = mixed(f.object[i], f.part[i] + 1);
    s.cloth = mixed(f.part[i], 77) % 4;
    s.broad = valueNoise(s.place, s.label, vec3(5), 3);
    s.streaks = valueNoise(s.place, s.label, vec3(42, 11, 42), 2);
    s.grain = valueNoise(s.place, s.label, vec3(70), 2);
    s.blotch = valueNoise(s.place, s.label, vec3(2), 2);
    s.ink = valueNoise(s.place, s.object, vec3(9), 2);
    return s;
}

/// Coverage of a pen of this half width at a distance.
float pen(float width, float distance) { return step(width + 0.8f, width - 0.8f, distance); }

/// Three opaque tones with ragged borders, dry streaks, broken ink.
vec3 gouache(const Spot& s) {
    const vec3 shade = s.albedo * 0.42f + vec3(0.03f, 0.03f, 0.10f), middle = s.albedo * 0.95f + 0.02f;
    const vec3 high = glm::clamp(s.albedo * 1.15f + vec3(0.10f, 0.08f, 0.02f), 0.0f, 1.0f);
    const float tone = s.light + 0.10f * s.broad;
    vec3 paint = glm::mix(glm::mix(shade, middle, step(0.16f, 0.22f, tone)), high, step(0.62f, 0.70f, tone));
    if (s.background) paint = s.albedo + 0.05f * s.blotch;
    paint = paint * (1 + 0.13f * s.streaks * s.kept(42)) + 0.05f * s.grain * s.kept(70) + vec3(1, 0.2f, -1) * (0.05f * s.blotch);
    const float broken = step(-0.55f, -0.25f, s.ink);
    const float outer = pen(1.5f + 1.4f * s.ink + 0.6f * (1 - s.light), s.silhouette) * broken, inner = 0.8f * pen(0.7f + 0.9f * s.ink, s.crease);
    return glm::mix(paint, vec3(0.15f, 0.10f, 0.12f), std::max(outer, inner));
}

/// One direction of pen strokes: how dark a pixel is by them.
float strokes(const Spot& s, const vec3& direction, float threshold, float dark) {
    constexpr float kWaves = 24;
    const float phase = glm::dot(s.place, glm::normalize(direction)) * kWaves + 0.5f * s.broad + 0.15f * s.streaks;
    const float wave = std::fabs(phase - std::floor(phase) - 0.5f) * 2;
    float width = std::clamp((dark - threshold) * 1.2f, -0.1f, 1.0f) * 0.55f + 0.05f;
    width = dark > threshold - 0.02f ? width + 0.12f : 0;
    const float soft = std::clamp(s.foot * kWaves * 2, 0.04f, 1.0f), kept = s.kept(kWaves * 1.2f);
    return step(width + soft, width - soft * 0.3f, wave) * kept + (1 - kept) * width * 0.8f;
}

/// Pen on tinted paper: two directions of strokes where it is dark.
vec3 hatch(const Spot& s) {
    const float strongest = std::max({s.albedo.x, s.albedo.y, s.albedo.z, 0.2f});
    const vec3 paper = vec3(0.95f, 0.92f, 0.85f) * (0.62f + 0.38f / strongest * s.albedo) + 0.03f * s.grain;
    const float dark = 1 - (0.1f + 0.9f * s.light) + 0.08f * s.broad;
    float ink = s.background ? 0 : std::max({0.0f, strokes(s, {0.8f, 1, 0.55f}, 0.45f, dark), strokes(s, {-0.9f, 0.8f, 0.7f}, 0.72f, dark)});
    ink *= 0.8f + 0.2f * s.grain;
    const float line = std::max(pen(1.6f + 1.0f * s.ink, s.silhouette), pen(1.0f + 0.7f * s.ink, s.crease));
    return glm::mix(paper, vec3(0.17f, 0.12f, 0.10f), std::clamp(std::max(ink * 0.85f, line), 0.0f, 1.0f));
}

/// Stripes, checks and streaks on people, courses of bricks on everything else.
vec3 patterned(const Spot& s) {
    const vec3& p = s.place;
    if (s.background) return s.albedo;
    if (s.figure) {
        if (s.cloth == 1) return s.albedo * (0.55f + 0.6f * step(-0.15f, 0.15f, std::sin(p.y * 60)));
        if (s.cloth == 2) return s.albedo + 0.22f * step(0.25f, 0.4f, std::fabs(std::sin(p.x * 70) * std::sin(p.y * 70) * std::sin(p.z * 70 + 1)));
        if (s.cloth == 3) return s.albedo + 0.18f * step(0.1f, 0.3f, valueNoise(p, s.label, vec3(90, 8, 90), 1));
        return s.albedo;
    }
    const auto middle = [](float t) { return std::fabs(t - std::floor(t) - 0.5f); };
    const float joint = std::min(middle(p.y * 4), middle((p.x + p.z) * 2 + std::floor(p.y * 4) * 0.5f) * 2);
    return s.albedo * (1 - 0.22f * step(0.46f, 0.49f, std::max(0.5f - joint * 2, 0.0f)) * s.kept(20));
}

/// Two flat tones on patterned cloth, a rim light on people, thin ink.
vec3 cel(const Spot& s) {
    const vec3 base = patterned(s) * (1 + 0.06f * s.blotch);
    vec3 paint = glm::mix(base * vec3(0.48f, 0.5f, 0.58f), base * 1.08f, step(0.27f, 0.31f, s.light));
    if (s.figure) paint = glm::mix(paint, vec3(1, 0.97f, 0.85f), 0.7f * step(0.60f, 0.68f, 1 - s.towards) * step(0, 0.1f, s.viewX));
    if (s.background) paint = s.albedo + 0.03f * s.blotch;
    const float line = std::max(pen(1.15f + 0.5f * s.ink, s.silhouette), 0.7f * step(1.3f, 0.2f, s.crease));
    return glm::mix(paint, vec3(0.10f, 0.08f, 0.16f), line);
}

void put(look::Plane& plane, int x, int y, const vec3& colour) {
    for (int c = 0; c < 3; ++c) plane.at(x, y)[c] = std::clamp(colour[c], 0.0f, 1.0f);
}

} // namespace

const char* nameOf(Truth truth) {
    constexpr const char* kNames[kTruths] = {"gouache", "hatch", "cel"};
    return kNames[int(truth)];
}

std::array<look::Plane, kTruths> paintTruths(const GuideFrame& raw, float textureScale) {
    std::array<look::Plane, kTruths> out;
    for (auto& plane : out) plane = look::Plane::create(raw.width, raw.height, 3);
    eachRow(raw.height, [&](int y) {
        for (int x = 0; x < raw.width; ++x) {
            const Spot spot = spotAt(raw, x, y, textureScale);
            put(out[int(Truth::gouache)], x, y, gouache(spot));
            put(out[int(Truth::hatch)], x, y, hatch(spot));
            put(out[int(Truth::cel)], x, y, cel(spot));
        }
    });
    return out;
}

} // namespace rushes::eval
