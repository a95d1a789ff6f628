// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/hair_shell.h"

#include "engine/figures/seeded.h"
#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>

namespace rushes::figures {

using glm::vec3;

namespace {

const vec3 skullCentre(0, 7.62f, 0.42f); ///< on the base mesh, decimetres

vec3 directionOf(float azimuth, float elevation) {
    const float a = glm::radians(azimuth), e = glm::radians(elevation);
    return {std::cos(e) * std::sin(a), std::sin(e), std::cos(e) * std::cos(a)};
}

int cellOf(float x, int cells) { return std::clamp(int((x + 1) * 0.5f * float(cells)), 0, cells - 1); }

} // namespace

float interpolate(float x, const float* at, const float* to, int count) {
    if (x <= at[0]) return to[0];
    for (int i = 1; i < count; ++i)
        if (x <= at[i]) return to[i - 1] + (to[i] - to[i - 1]) * (x - at[i - 1]) / (at[i] - at[i - 1]);
    return to[count - 1];
}

float hairline(float azimuth) {
    static constexpr float at[10] = {0, 25, 45, 62, 72, 84, 100, 118, 150, 180};
    static constexpr float to[10] = {8.02f, 8.02f, 7.98f, 7.75f, 7.35f, 7.62f, 7.55f, 7.10f, 6.85f, 6.80f};
    return interpolate(std::abs(azimuth), at, to, 10);
}

Skull::Skull(const Tailor& tailor) : m_tailor(tailor), m_buckets(std::size_t(cells * cells * cells)) {
    const BakedData& d = tailor.data;
    for (std::uint32_t v = 0; v < d.vertexCount[std::size_t(Group::body)]; ++v) {
        float head = 0;
        for (std::size_t k = 0; k < 4; ++k)
            if (d.weights[v].bone[k] == bones::head || d.weights[v].bone[k] == bones::neck)
                head += float(d.weights[v].share[k]) / 255;
        const vec3 p = d.vertices[v] - skullCentre;
        if (head <= 0.6f || d.vertices[v].y <= 6.3f) continue;
        const bool ear = std::abs(p.x) > 0.70f && p.y < 0.15f && p.y > -0.75f && p.z < 0.15f && p.z > -0.55f;
        const bool inside = glm::length(p) < 0.75f && p.z > -0.2f;
        if (ear || inside) continue;
        const vec3 direction = unit(p);
        m_buckets[std::size_t((cellOf(direction.x, cells) * cells + cellOf(direction.y, cells)) * cells +
                              cellOf(direction.z, cells))]
            .push_back(std::uint16_t(m_vertices.size()));
        m_vertices.push_back(std::uint16_t(v));
        m_directions.push_back(direction);
    }
}

Combo Skull::skin(const vec3& direction) const {
    std::vector<std::pair<float, std::uint16_t>> near;
    const int cx = cellOf(direction.x, cells), cy = cellOf(direction.y, cells), cz = cellOf(direction.z, cells);
    for (int reach = 1; near.size() < 8 && reach <= cells; ++reach) {
        near.clear();
        for (int x = std::max(0, cx - reach); x <= std::min(cells - 1, cx + reach); ++x)
            for (int y = std::max(0, cy - reach); y <= std::min(cells - 1, cy + reach); ++y)
                for (int z = std::max(0, cz - reach); z <= std::min(cells - 1, cz + reach); ++z)
                    for (const auto i : m_buckets[std::size_t((x * cells + y) * cells + z)])
                        near.push_back({glm::distance(m_directions[i], direction), i});
    }
    const std::size_t count = std::min<std::size_t>(8, near.size());
    std::partial_sort(near.begin(), near.begin() + std::ptrdiff_t(count), near.end());
    float sum = 0;
    for (std::size_t k = 0; k < count; ++k)
        sum += 1 / ((near[k].first + 0.02f) * (near[k].first + 0.02f));
    Combo out;
    for (std::size_t k = 0; k < count; ++k)
        out.add(m_vertices[near[k].second], 1 / ((near[k].first + 0.02f) * (near[k].first + 0.02f)) / sum);
    return out;
}

float Skull::elevationOf(float azimuth, float height) const {
    constexpr float step = 3;
    float lastY = 0;
    for (float e = 90; e > -76; e -= step) {
        const float y = skin(directionOf(azimuth, e)).of(m_tailor.data.vertices).y;
        if (y <= height && e < 90) return e + step * (1 - (lastY - height) / (lastY - y + 1e-9f));
        lastY = y;
    }
    return -75;
}

namespace {

/// Points of a shell while it is built: where on the skin, which way out, how far, how far it hangs.
struct ShellPoints {
    std::vector<Combo> skin;
    std::vector<vec3> direction, hang;
    std::vector<float> thickness;

    void add(const Combo& s, const vec3& d, float t, const vec3& h = vec3(0)) {
        skin.push_back(s);
        direction.push_back(d);
        thickness.push_back(t);
        hang.push_back(h);
    }
};

void joinRows(std::vector<Face>& faces, std::uint32_t from, std::uint32_t to, std::uint32_t around,
              const std::vector<bool>& columns) {
    for (std::uint32_t k = 0; k < around; ++k) {
        const std::uint32_t next = (k + 1) % around;
        if (!columns[k] || !columns[next]) continue;
        faces.push_back({from + k, to + k, from + next});
        faces.push_back({from + next, to + k, to + next});
    }
}

} // namespace

Layer Skull::shell(const ShellStyle& style, std::uint16_t surface) const {
    static constexpr int arounds[4] = {72, 36, 24, 14}, rowCounts[4] = {18, 10, 7, 5};
    const int level = m_tailor.level, around = arounds[level], rows = rowCounts[level];
    const int hangRows = level == 0 ? style.hangRows : level == 1 ? (style.hangRows + 1) / 2 : 2;
    Seeded random(style.seed);
    std::vector<float> azimuth, elevation;
    for (int k = 0; k < around; ++k) {
        azimuth.push_back(-180 + 360 * float(k) / float(around));
        elevation.push_back(
            elevationOf(azimuth.back(), style.line(azimuth.back()) + style.jag * float(random.between(-1, 1))));
    }
    ShellPoints points;
    for (int r = 0; r <= rows; ++r)
        for (std::size_t k = 0; k < azimuth.size(); ++k) {
            const float t = float(r) / float(rows);
            const vec3 d = directionOf(azimuth[k], r == 0 ? 89.9f : 90 + (elevation[k] - 90) * t);
            points.add(skin(d), d, style.thickness(azimuth[k], t));
        }
    const auto n = std::uint32_t(around), rim = std::uint32_t(rows) * n;
    Layer out;
    const std::vector<bool> all(std::size_t(around), true);
    for (std::uint32_t r = 0; r < std::uint32_t(rows); ++r)
        joinRows(out.faces, r * n, (r + 1) * n, n, all);
    // An inner lip gives the rim its thickness.
    for (std::uint32_t k = 0; k < n; ++k)
        points.add(points.skin[rim + k], points.direction[rim + k], 0.001f);
    joinRows(out.faces, rim, rim + n, n, all);
    if (style.hang) {
        std::vector<bool> hanging;
        for (const float a : azimuth)
            hanging.push_back(std::abs(a) > style.openDegrees);
        std::uint32_t previous = rim;
        for (int r = 1; r <= hangRows; ++r) {
            const auto first = std::uint32_t(points.skin.size());
            const float s = float(r) / float(hangRows);
            for (std::uint32_t k = 0; k < n; ++k) {
                const vec3 outward(std::sin(glm::radians(azimuth[k])), 0, std::cos(glm::radians(azimuth[k])));
                const vec3 h =
                    vec3(0, -style.hang(azimuth[k]) * s, -0.01f * s) +
                    outward * (-style.hangIn * s * s + style.wave * std::sin(s * 7 + azimuth[k] * 0.09f) * s);
                points.add(points.skin[rim + k], points.direction[rim + k], points.thickness[rim + k] * (1 - 0.15f * s),
                           h);
            }
            joinRows(out.faces, previous, first, n, hanging);
            previous = first;
        }
    }
    for (std::size_t i = 0; i < points.skin.size(); ++i) {
        out.rest.push_back(points.skin[i].of(m_tailor.body.vertices) + points.direction[i] * points.thickness[i] +
                           points.hang[i] * m_tailor.headSize);
        const float loose = std::clamp((glm::length(points.hang[i]) - 0.10f) / 0.30f, 0.0f, 1.0f) * 0.75f;
        out.weights.push_back(BoneShares{{std::uint8_t(bones::head), std::uint8_t(bones::spine3)}, {1 - loose, loose}});
    }
    out.surface.assign(out.faces.size(), surface);
    out.grounds = false;
    return out;
}

} // namespace rushes::figures
