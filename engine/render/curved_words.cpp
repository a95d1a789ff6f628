// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/curved_words.h"

#include "engine/render/oct_normal.h"

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::render {
namespace {

constexpr std::uint32_t kNoId = 0xffffffffu;

RUSHES_ROWS void normalWords(const float* __restrict nx, const float* __restrict ny, const float* __restrict nz, const std::uint32_t* __restrict id, int n, std::uint32_t* __restrict words) {
    RUSHES_APART for (int x = 0; x < n; ++x) {
        const std::uint32_t word = octWord(nx[x], ny[x], nz[x]) | id[x];
        words[x] = id[x] == kNoId ? words[x] : word;
    }
}

/// Angles of a real eye: the pupil's edge at 10.5 degrees, the iris' at 24.5.
std::uint32_t eyeId(const DetailSurface& surface, const glm::vec2& place) {
    const float s = glm::length(place);
    if (glm::length(place - glm::vec2(0.10f, 0.12f)) < 0.065f) return surface.firstVariant + 3;
    if (s < 0.1822f) return surface.firstVariant + 2;
    if (s > 0.4147f) return surface.id;
    return s > 0.3584f ? surface.firstVariant : surface.firstVariant + 1;
}

struct Strokes {
    float each, width, seed; ///< degrees from one to the next, share of them, which ones
};

bool onStroke(float turn, float fall, const Strokes& strokes) {
    const float q = turn / strokes.each + 0.35f * std::sin(fall * 5 + strokes.seed + glm::radians(turn * 2));
    const float gate = std::sin(std::floor(q) * 12.9898f + strokes.seed) * 0.5f + 0.5f;
    return std::fabs(q - std::floor(q) - 0.5f) < strokes.width && fall > gate * 0.75f && fall < gate * 1.25f + 0.42f;
}

std::uint32_t hairId(const DetailSurface& surface, const glm::vec2& place) {
    const float turn = glm::degrees(std::atan2(place.y, place.x)) + 180, fall = glm::length(place) - 1;
    return onStroke(turn, fall, {9, 0.07f, 0}) || onStroke(turn, fall, {5.3f, 0.05f, 2.1f}) ? surface.firstVariant : surface.id;
}

} // namespace

void NormalRow::add(const CurvedSpan& s, std::uint32_t id, int width) {
    if (int(m_id.size()) != width) {
        for (auto* list : {&m_x, &m_y, &m_z}) list->assign(std::size_t(width), 0);
        m_id.assign(std::size_t(width), kNoId);
    }
    const int first = int(s.x), last = first + s.count;
    m_first = m_last ? std::min(m_first, first) : first;
    m_last = std::max(m_last, last);
    const glm::vec3 at = s.start.normal + s.perColumn.normal * s.x + s.perRow.normal * s.y, d = s.perColumn.normal;
    float *__restrict nx = m_x.data() + first, *__restrict ny = m_y.data() + first, *__restrict nz = m_z.data() + first;
    std::uint32_t* __restrict ids = m_id.data() + first;
    for (int i = 0; i < s.count; ++i) {
        nx[i] = at.x + d.x * float(i);
        ny[i] = at.y + d.y * float(i);
        nz[i] = at.z + d.z * float(i);
        ids[i] = id;
    }
}

void NormalRow::finish(std::uint32_t* words) {
    if (!m_last) return;
    normalWords(m_x.data() + m_first, m_y.data() + m_first, m_z.data() + m_first, m_id.data() + m_first, m_last - m_first, words + m_first);
    std::fill(m_id.begin() + m_first, m_id.begin() + m_last, kNoId);
    m_first = m_last = 0;
}

void detailWords(const CurvedSpan& s, const DetailSurface& surface, std::uint32_t* words) {
    for (int i = 0; i < s.count; ++i) {
        const float x = s.x + float(i);
        const glm::vec3 n = s.start.normal + s.perColumn.normal * x + s.perRow.normal * s.y;
        const glm::vec2 place = (s.start.place + s.perColumn.place * x + s.perRow.place * s.y) / (s.start.inverseW + s.perColumn.inverseW * x + s.perRow.inverseW * s.y);
        words[i] = octWord(n.x, n.y, n.z) | ((surface.eye ? eyeId(surface, place) : hairId(surface, place)) & 0xffffu);
    }
}

} // namespace rushes::render
