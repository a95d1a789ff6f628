// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/paint_rows.h"

#include "engine/render/colour_rows.h"
#include "engine/render/contact.h"
#include "engine/render/night_light.h"
#include "engine/render/palette.h"
#include "engine/render/pattern_rows.h"
#include "engine/render/vector_math.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <bit>

namespace rushes::render {
namespace {

/// Of a chunk: what the pen and what stands close add to its paint; the last, that it would take the latter.
constexpr std::uint8_t kPatternMark = 1, kHatchMark = 2, kTouchMark = 4, kTakesTouch = 8, kMarked = kPatternMark | kHatchMark | kTouchMark;
constexpr int kSkySteps = 1024; ///< entries of the sky's table, over elevations -0.25 … 0.75

/// All bits that are set somewhere.
RUSHES_ROWS std::uint32_t anyOf(const std::uint32_t* __restrict list, int n) {
    std::uint32_t bits = 0;
    for (int x = 0; x < n; ++x) bits |= list[x];
    return bits;
}
RUSHES_ROWS std::uint32_t anyOf(const std::uint8_t* __restrict list, int n) {
    std::uint8_t bits = 0;
    for (int x = 0; x < n; ++x) bits |= list[x];
    return bits;
}

RUSHES_ROWS void strengthRow(float strength, int n, float* __restrict ink) {
    for (int x = 0; x < n; ++x) ink[x] = lane::least(ink[x], 1.0f) * strength;
}

/// The coarse plane at a row between two of its own.
RUSHES_ROWS void coarseRow(const std::uint8_t* __restrict above, const std::uint8_t* __restrict below, float mix, int count, float* __restrict between) {
    for (int i = 0; i < count; ++i) between[i] = (float(int(above[i])) * (1 - mix) + float(int(below[i])) * mix) * (1 / 255.0f);
}

/// (x + 0.5) / step - 0.5, one place to the right, in parts of 2 * step = 2^octaves.
RUSHES_INLINE int coarsePlace(int x, int octaves) { return x * 2 + 1 + (1 << (octaves - 1)); }

/// Reads such a row between its points.
RUSHES_ROWS void contactRow(const float* __restrict between, int octaves, Columns columns, float* __restrict out) {
    const float per = 1 / float(1 << octaves);
    for (int x = 0; x < columns.count; ++x) {
        const int at = coarsePlace(columns.first + x, octaves), i = at >> octaves;
        const float k = float(at & ((1 << octaves) - 1)) * per;
        out[x] = between[i] + (between[i + 1] - between[i]) * k;
    }
}

/// The same, leaving out points that lie on something else than the pixel does.
RUSHES_ROWS void contactRowByDepth(const std::uint8_t* __restrict above, const std::uint8_t* __restrict below, const float* __restrict aboveZ, const float* __restrict belowZ, float mix,
                                   int octaves, const float* __restrict z, int n, float* __restrict out) {
    const float per = 1 / float(1 << octaves);
    for (int x = 0; x < n; ++x) {
        const int at = coarsePlace(x, octaves), i = at >> octaves;
        const float k = float(at & ((1 << octaves) - 1)) * per, far = 1 / (z[x] + 0.05f);
        const float a = (1 - k) * (1 - mix) / (0.01f + lane::size(aboveZ[i] - z[x]) * far), b = k * (1 - mix) / (0.01f + lane::size(aboveZ[i + 1] - z[x]) * far);
        const float c = (1 - k) * mix / (0.01f + lane::size(belowZ[i] - z[x]) * far), d = k * mix / (0.01f + lane::size(belowZ[i + 1] - z[x]) * far);
        const float sum = float(int(above[i])) * a + float(int(above[i + 1])) * b + float(int(below[i])) * c + float(int(below[i + 1])) * d;
        out[x] = sum / (a + b + c + d + 1e-6f) * (1 / 255.0f);
    }
}

RUSHES_ROWS void skyRow(const std::uint32_t* __restrict table, const std::int32_t* __restrict id, int n, Basis b, std::int32_t* __restrict at, float* __restrict red,
                        float* __restrict green, float* __restrict blue, float* __restrict fade) {
    for (int x = 0; x < n; ++x) {
        const float rx = b.fx + b.dx * float(x), ry = b.fy + b.dy * float(x), rz = b.fz + b.dz * float(x);
        const float elevation = ry / std::sqrt(rx * rx + ry * ry + rz * rz);
        at[x] = int(lane::unit(elevation + 0.25f) * float(kSkySteps - 1));
    }
    for (int x = 0; x < n; ++x) {
        const std::uint32_t c = table[at[x]];
        const float empty = id[x] == 0 ? 1.0f : 0.0f;
        red[x] += (float(int(c & 1023u)) * (1 / 1023.0f) - red[x]) * empty;
        green[x] += (float(int(c >> 10 & 1023u)) * (1 / 1023.0f) - green[x]) * empty;
        blue[x] += (float(int(c >> 20 & 1023u)) * (1 / 1023.0f) - blue[x]) * empty;
        fade[x] += (0.8f - fade[x]) * empty;
    }
}

RUSHES_ROWS void multiplyRow(const float* __restrict k, int n, float* __restrict c) {
    for (int x = 0; x < n; ++x) c[x] *= k[x];
}

/// How much of it lies on what looks up.
float snowOf(const Atmosphere& air) { return air.indoor ? 0.0f : lane::unit(air.snow * 2.2f) * 0.92f; }

} // namespace

std::vector<std::uint32_t> skyTable(const View& view) {
    std::vector<std::uint32_t> table;
    for (int i = 0; i < kSkySteps; ++i) {
        const glm::vec3 sky = skyColour(float(i) / float(kSkySteps - 1) - 0.25f, view.look, view.atmosphere);
        const glm::vec3 c = glm::clamp(sky, glm::vec3(0), glm::vec3(1)) * 1023.0f + 0.5f;
        table.push_back(std::uint32_t(c.r) | std::uint32_t(c.g) << 10 | std::uint32_t(c.b) << 20);
    }
    return table;
}

PaintRow::PaintRow(const ToneFrame& frame) : m_frame(frame), m_row(frame.width()), m_rule(colourRule()) {
    const auto n = std::size_t(frame.width());
    for (auto* list : {&red, &green, &blue, &fade, &m_u, &m_v, &m_footU, &m_footV, &m_foot, &m_across, &m_footAcross, &m_pattern, &m_hatch, &m_near, &m_kr, &m_kg, &m_kb}) list->resize(n);
    m_coarse.resize(n / std::size_t(frame.contactStep) + 8);
    m_at.resize(n);
    m_marks.resize((n + kChunk - 1) / kChunk);
}

void PaintRow::paint(int y) {
    m_row.decodeDepth(m_frame, y);
    m_row.decodeFlags(m_frame, y);
    const bool night = m_frame.view->atmosphere.night > 0;
    m_allNormals = m_frame.lit() || night || snowOf(m_frame.view->atmosphere) > 0;
    if (m_allNormals) m_row.decodeNormals(m_frame, y); // else where there are marks
    if (night) m_row.locate(m_frame, y);
    m_plain = !m_frame.lit() && snowOf(m_frame.view->atmosphere) <= 0;
    findMarks(y);
    if (m_frame.lit()) contactByDepth(y);
    marks(y);
    colours(y);
    sky(y);
    light(y);
}

std::uint8_t PaintRow::marksIn(int y, Columns columns) const {
    const Look look = m_frame.view->look;
    const std::uint32_t flags = anyOf(m_row.flags.data() + columns.first, columns.count);
    const bool pattern = (flags & kPattern) && look != Look::clay;
    const bool hatch = look == Look::board && (flags & (kHatched | kFigure)) && anyOf(m_frame.shade.row(y) + columns.first, columns.count);
    return std::uint8_t((pattern ? kPatternMark : 0) | (hatch ? kHatchMark : 0) | (look == Look::board && (flags & kHatched) ? kTakesTouch : 0));
}

Columns PaintRow::columnsOf(std::size_t chunk) const {
    const int from = int(chunk) * kChunk;
    return {from, std::min(kChunk, m_row.width - from)};
}

template <class Work> void PaintRow::eachRun(std::uint8_t marks, const Work& work) const {
    const std::size_t chunks = m_marks.size();
    for (std::size_t first = 0; first < chunks;) {
        std::size_t end = first;
        while (end < chunks && (m_marks[end] & marks)) ++end;
        const int from = int(first) * kChunk;
        if (end > first) work(Columns{from, std::min(int(end) * kChunk, m_row.width) - from});
        first = end + 1;
    }
}

template <class Work> void PaintRow::eachPiece(Columns run, const std::vector<std::uint8_t>& one, const Work& work) {
    const int last = run.first + run.count;
    for (int from = run.first; from < last;) {
        const bool alone = one[std::size_t(from / kChunk)];
        int end = std::min(from + kChunk, last);
        while (!alone && end < last && !one[std::size_t(end / kChunk)]) end = std::min(end + kChunk, last);
        work(Columns{from, end - from}, alone);
        from = end;
    }
}

void PaintRow::findMarks(int y) {
    for (std::size_t i = 0; i < m_marks.size(); ++i) m_marks[i] = marksIn(y, columnsOf(i));
    if (m_frame.lit()) return;
    const float at = (float(y) + 0.5f) / float(m_frame.contactStep) - 0.5f;
    const int j = lane::wholeBelow(at), octaves = contactOctaves();
    const auto *above = m_frame.contact.row(j) - 1, *below = m_frame.contact.row(j + 1) - 1; // with a point of padding on either side
    coarseRow(above, below, at - float(j), m_frame.contact.width() + 2, m_coarse.data());
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        if (!(m_marks[i] & kTakesTouch)) continue;
        const Columns c = columnsOf(i);
        const auto first = m_coarse.begin() + (coarsePlace(c.first, octaves) >> octaves), last = m_coarse.begin() + (coarsePlace(c.first + c.count - 1, octaves) >> octaves) + 2;
        if (*std::max_element(first, last) > kTouchFrom) m_marks[i] |= kTouchMark;
    }
}

void PaintRow::marks(int y) {
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        if (m_plain && !(m_marks[i] & kMarked)) continue; // nobody will look at these
        const Columns c = columnsOf(i);
        std::fill_n(m_pattern.begin() + c.first, c.count, 0.0f);
        std::fill_n(m_hatch.begin() + c.first, c.count, 0.0f);
        if (!m_frame.lit()) std::fill_n(m_near.begin() + c.first, c.count, 0.0f);
    }
    eachRun(kTouchMark, [&](Columns run) { contactRow(m_coarse.data(), contactOctaves(), run, m_near.data() + run.first); });
    eachRun(kPatternMark | kHatchMark, [&](Columns run) {
        if (!m_allNormals) m_row.decodeNormals(m_frame, y, run);
        m_row.locate(m_frame, y, run);
    });
    const Basis basis = basisOf(m_frame.camera, y);
    eachRun(kPatternMark, [&](Columns run) {
        eachPiece(run, m_row.flat, [&](Columns piece, bool face) { coordinateRow(surfaces(piece), places(piece), piece, basis, m_frame.camera.perY, face); });
        patterns(run);
    });
    eachRun(kHatchMark, [&](Columns run) {
        eachPiece(run, m_row.flat, [&](Columns piece, bool face) { acrossRow(surfaces(piece), places(piece), piece, basis, face); });
        eachPiece(run, m_row.same, [&](Columns piece, bool same) { hatching(y, piece, same); });
    });
}

SurfaceLists PaintRow::surfaces(Columns c) const {
    const auto from = [&](const auto& list) { return list.data() + c.first; };
    return {from(m_row.z), from(m_row.nx), from(m_row.ny), from(m_row.nz), from(m_row.px), from(m_row.py), from(m_row.pz)};
}

PlaceLists PaintRow::places(Columns c) {
    const auto from = [&](auto& list) { return list.data() + c.first; };
    return {from(m_u), from(m_v), from(m_footU), from(m_footV), from(m_foot), from(m_across), from(m_footAcross)};
}

void PaintRow::patterns(Columns columns) {
    if (m_frame.view->look == Look::clay) return;
    const auto& table = *m_frame.table;
    const bool alongX = std::fabs(m_frame.camera.forward.x) > std::fabs(m_frame.camera.forward.z);
    const int last = columns.first + columns.count;
    for (int x = columns.first; x < last;) {
        const std::int32_t index = table.pattern[std::size_t(m_row.id[std::size_t(x)])];
        int end = x;
        while (end < last && table.pattern[std::size_t(m_row.id[std::size_t(end)])] == index)
            end = m_row.same[std::size_t(end / kChunk)] ? std::min((end / kChunk + 1) * kChunk, last) : end + 1;
        if (index) {
            const auto& pattern = table.patterns[std::size_t(index)];
            const bool water = pattern.kind == geometry::PatternKind::waves || pattern.kind == geometry::PatternKind::ripples;
            const bool swap = water && alongX; // crests lie across the view
            const float *u = m_u.data() + x, *v = m_v.data() + x, *fu = m_footU.data() + x, *fv = m_footV.data() + x;
            patternSpan({swap ? v : u, swap ? u : v, swap ? fv : fu, swap ? fu : fv, m_foot.data() + x, m_pattern.data() + x, end - x, pattern,
                         float(m_frame.view->seconds)});
            strengthRow(pattern.strength, end - x, m_pattern.data() + x);
        }
        x = end;
    }
}

void PaintRow::hatching(int y, Columns c, bool same) {
    const float samples = float(m_frame.samples);
    const HatchRule rule{std::max(5.2f * m_frame.scale, 3.6f) * samples, std::max(4.0f * m_frame.scale, 3.3f) * samples};
    const auto from = [&](auto& list) { return list.data() + c.first; };
    const HatchLists lists{from(m_across), from(m_footAcross), from(m_row.flags), m_frame.shade.row(y) + c.first, from(m_row.id), m_frame.table->anchorX.data(), m_frame.table->anchorY.data()};
    hatchRow(lists, c, y, rule, same, from(m_hatch));
}

int PaintRow::contactOctaves() const { return std::countr_zero(unsigned(2 * m_frame.contactStep)); }

void PaintRow::contactByDepth(int y) {
    const float at = (float(y) + 0.5f) / float(m_frame.contactStep) - 0.5f;
    const int j = lane::wholeBelow(at);
    const auto *above = m_frame.contact.row(j) - 1, *below = m_frame.contact.row(j + 1) - 1;
    const int coarse = m_frame.contact.width() + 2, last = m_frame.contact.height() - 1;
    const auto depth = [&](int row) { return m_frame.contactZ.data() + std::size_t(coarse) * std::size_t(std::clamp(row, 0, last)); };
    contactRowByDepth(above, below, depth(j), depth(j + 1), at - float(j), contactOctaves(), m_row.z.data(), m_row.width, m_near.data());
}

ColourRule PaintRow::colourRule() const {
    const Atmosphere& air = m_frame.view->atmosphere;
    const Look look = m_frame.view->look;
    const glm::vec3 fog = fogColour(look, air);
    ColourRule rule{};
    rule.fogNear = air.fogNearM;
    rule.fogPer = 1 / std::max(air.fogFarM - air.fogNearM, 0.1f);
    rule.fogAmount = air.fogAmount;
    rule.fogR = fog.r, rule.fogG = fog.g, rule.fogB = fog.b;
    rule.patternFar = 14;
    const LitLight light = litLight(look, air);
    rule.light = {light.ambient.r, light.ambient.g, light.ambient.b, light.sky.r, light.sky.g, light.sky.b, light.sun.r, light.sun.g, light.sun.b};
    rule.snow = snowOf(air);
    rule.wet = air.indoor || look != Look::colour ? 0.0f : lane::unit(air.rain * 1.6f) * 0.22f;
    rule.calm = 0.6f * lane::unit(air.night);
    rule.contact = m_frame.lit() ? 0.62f : 0.34f;
    rule.pattern = m_frame.lit() ? 0.5f : 1.0f;
    return rule;
}

void PaintRow::colours(int y) {
    const auto work = [&](Columns c, ColourKind kind) {
        const int x = c.first;
        const ColourLists lists{m_row.id.data() + x, m_row.flags.data() + x, m_frame.table->lit.data(), m_frame.table->shade.data(), m_row.z.data() + x, m_row.ny.data() + x,
                                m_pattern.data() + x, m_hatch.data() + x, m_near.data() + x, m_frame.shade.row(y) + x, m_frame.soft.row(y) + x, m_frame.turn.row(y) + x,
                                m_frame.steep.row(y) + x};
        colourRow(kind, lists, c.count, m_rule, {red.data() + x, green.data() + x, blue.data() + x, fade.data() + x});
    };
    if (!m_plain) return work({0, m_row.width}, m_frame.lit() ? ColourKind::lit : ColourKind::boardInSnow);
    const std::uint8_t* same = m_row.same.data();
    const std::size_t chunks = m_marks.size();
    for (std::size_t first = 0; first < chunks;) {
        const bool marked = m_marks[first] & kMarked, face = same[first];
        std::size_t end = first + 1;
        while (!face && end < chunks && !same[end] && bool(m_marks[end] & kMarked) == marked) ++end;
        const int from = int(first) * kChunk;
        work({from, std::min(int(end) * kChunk, m_row.width) - from}, face ? (marked ? ColourKind::markedFace : ColourKind::plainFace) : (marked ? ColourKind::marked : ColourKind::plain));
        first = end;
    }
}

void PaintRow::sky(int y) {
    const auto& id = m_row.id;
    if (std::find(id.begin(), id.end(), 0) == id.end()) return;
    skyRow(m_frame.sky.data(), id.data(), m_row.width, basisOf(m_frame.camera, y), m_at.data(), red.data(), green.data(), blue.data(), fade.data());
}

void PaintRow::light(int y) {
    if (m_frame.view->atmosphere.night <= 0) return;
    const NightRow night{m_frame, m_row, y, m_kr.data(), m_kg.data(), m_kb.data()};
    nightRow(night);
    multiplyRow(m_kr.data(), m_row.width, red.data());
    multiplyRow(m_kg.data(), m_row.width, green.data());
    multiplyRow(m_kb.data(), m_row.width, blue.data());
    glowRow(night, red.data(), green.data(), blue.data());
}

} // namespace rushes::render
