// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/night_light.h"

#include "engine/render/palette.h"
#include "engine/render/vector_math.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::render {
namespace {

/// Light of the night sky, and the moon's on what it reaches.
struct Ambient {
    glm::vec3 set, figure; ///< in the shade
    glm::vec3 moon;        ///< added where the moon shines
};

RUSHES_ROWS void ambientRow(const std::uint32_t* __restrict flags, const std::uint8_t* __restrict shade, int n, const Ambient a, float* __restrict r,
                            float* __restrict g, float* __restrict b) {
    RUSHES_APART for (int x = 0; x < n; ++x) {
        const float f = float(int(flags[x] & kFigure)), lit = (flags[x] & kEmits) != 0 ? 1.0f : 0.0f;
        const float moon = (255 - float(int(shade[x]))) * (1 / 255.0f) * ((flags[x] & kSky) != 0 || flags[x] == 0 ? 0.0f : 1.0f);
        const float cr = a.set.r + (a.figure.r - a.set.r) * f + a.moon.r * moon, cg = a.set.g + (a.figure.g - a.set.g) * f + a.moon.g * moon;
        const float cb = a.set.b + (a.figure.b - a.set.b) * f + a.moon.b * moon;
        r[x] = cr + (1 - cr) * lit;
        g[x] = cg + (1 - cg) * lit;
        b[x] = cb + (1 - cb) * lit;
    }
}

/// A lamp with what the row function needs ready.
struct Lamp {
    float x, y, z, dx, dy, dz;
    float perRadius, cosOuter, perCone;
    float r, g, b;
};

/// A pool has two rings, as a marker would draw it: the full light and a softer one, with soft edges between.
RUSHES_INLINE float pool(float reach) {
    const float core = lane::smooth((reach - 0.48f) * 6.0f), ring = lane::smooth((reach - 0.14f) * 5.0f), wash = lane::unit(reach);
    return 0.50f * core + 0.30f * ring + 0.20f * wash;
}

RUSHES_ROWS void lampRow(const float* __restrict px, const float* __restrict py, const float* __restrict pz, const float* __restrict nx, const float* __restrict ny,
                         const float* __restrict nz, int n, Lamp l, float* __restrict r, float* __restrict g, float* __restrict b) {
    RUSHES_APART for (int i = 0; i < n; ++i) {
        const float vx = l.x - px[i], vy = l.y - py[i], vz = l.z - pz[i];
        const float d = std::sqrt(vx * vx + vy * vy + vz * vz) + 1e-4f, reach = lane::unit(1 - d * l.perRadius);
        const float facing = (vx * nx[i] + vy * ny[i] + vz * nz[i]) / d, cone = lane::unit((-(vx * l.dx + vy * l.dy + vz * l.dz) / d - l.cosOuter) * l.perCone);
        const float k = pool(reach * lane::unit(0.35f + 0.85f * facing)) * cone;
        r[i] = lane::least(r[i] + k * l.r, 1.0f);
        g[i] = lane::least(g[i] + k * l.g, 1.0f);
        b[i] = lane::least(b[i] + k * l.b, 1.0f);
    }
}

/// Columns of row y that a sphere may touch; empty when none. Generous: the sphere's box, seen from the camera.
bool columns(const RowCamera& c, int width, int y, const glm::vec3& centre, float radius, int& from, int& to) {
    const glm::vec3 d = centre - c.eye;
    const float z = glm::dot(d, c.forward);
    if (z + radius < kNearM) return false;
    from = 0;
    to = width;
    if (z - radius < 0.3f) return true; // about us
    const float near = z - radius, far = z + radius, midX = glm::dot(d, c.right), midY = glm::dot(d, c.up);
    const auto widest = [&](float side, float sign) { return side / (side * sign > 0 ? near : far); };
    const float top = c.midY - widest(midY + radius, 1) / c.perY, bottom = c.midY - widest(midY - radius, -1) / c.perY;
    if (float(y) < top - 1 || float(y) > bottom + 1) return false;
    from = std::max(0, int(std::floor(c.midX + std::clamp(widest(midX - radius, -1) / c.perX, -1e6f, 1e6f))) - 1);
    to = std::min(width, int(std::ceil(c.midX + std::clamp(widest(midX + radius, 1) / c.perX, -1e6f, 1e6f))) + 1);
    return from < to;
}

Lamp lampOf(const Light& light, float night) {
    const glm::vec3 direction = glm::length(light.direction) > 1e-4f ? glm::normalize(light.direction) : glm::vec3(0, -1, 0);
    const float half = std::clamp(light.coneDegrees, 1.0f, 180.0f) * 0.0174533f, outer = light.coneDegrees >= 179 ? -1.5f : std::cos(half);
    const float soft = light.coneDegrees >= 179 ? 0.1f : std::max(std::cos(half * 0.75f) - outer, 0.02f);
    const glm::vec3 power = light.colour * (light.intensity * night * 0.62f);
    return {light.position.x, light.position.y, light.position.z, direction.x, direction.y, direction.z, 1 / std::max(light.radiusM, 0.1f), outer, 1 / soft,
            power.r, power.g, power.b};
}

RUSHES_ROWS void glowSpan(const float* __restrict depth, int n, float behind, float dx0, float dy2, float perRadius2, glm::vec3 colour, float* __restrict r,
                          float* __restrict g, float* __restrict b) {
    RUSHES_APART for (int i = 0; i < n; ++i) {
        const float dx = dx0 + float(i), t = lane::unit(1 - (dx * dx + dy2) * perRadius2), k = t * t * t * (depth[i] < behind ? 1.0f : 0.0f);
        r[i] += (1 - r[i]) * k * colour.r;
        g[i] += (1 - g[i]) * k * colour.g;
        b[i] += (1 - b[i]) * k * colour.b;
    }
}

} // namespace

void nightRow(const NightRow& night) {
    const Atmosphere& air = night.frame.view->atmosphere;
    const SurfaceRow& row = night.row;
    const Look look = night.frame.view->look;
    const Ambient ambient{nightLight(look, air, false), nightLight(look, air, true), moonLight(air)};
    ambientRow(row.flags.data(), night.frame.shade.row(night.y), row.width, ambient, night.red, night.green, night.blue);
    for (const Light& light : night.frame.view->lights) {
        int from = 0, to = 0;
        if (!columns(night.frame.camera, row.width, night.y, light.position, light.radiusM, from, to)) continue;
        lampRow(row.px.data() + from, row.py.data() + from, row.pz.data() + from, row.nx.data() + from, row.ny.data() + from, row.nz.data() + from, to - from,
                lampOf(light, air.night), night.red + from, night.green + from, night.blue + from);
    }
}

void glowRow(const NightRow& night, float* red, float* green, float* blue) {
    const RowCamera& c = night.frame.camera;
    for (const Light& light : night.frame.view->lights) {
        const glm::vec3 d = light.position - c.eye;
        const float z = glm::dot(d, c.forward);
        if (z < 0.4f) continue;
        const float x = c.midX + glm::dot(d, c.right) / z / c.perX - 0.5f, y = c.midY - glm::dot(d, c.up) / z / c.perY - 0.5f;
        const float radius = std::clamp(light.radiusM * 0.16f, 0.12f, 1.1f) * c.pixelsPerUnit / z, dy = float(night.y) - y;
        if (std::fabs(dy) >= radius || x + radius < 0 || x - radius > float(night.row.width)) continue;
        const int from = std::max(0, int(x - radius)), to = std::min(night.row.width, int(x + radius) + 2);
        if (from >= to) continue;
        const glm::vec3 colour = light.colour * (0.55f * std::min(light.intensity, 1.5f) * night.frame.view->atmosphere.night);
        glowSpan(night.row.depth + from, to - from, kNearM / std::max(z - 0.45f, 0.1f), float(from) - x, dy * dy, 1 / (radius * radius), colour, red + from,
                 green + from, blue + from);
    }
}

} // namespace rushes::render
