// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/pattern_rows.h"

#include "engine/render/vector_math.h"

namespace rushes::render {
namespace {

using geometry::PatternKind;
using namespace lane;

constexpr float kLine = 1.3f; ///< half width of a line in pixels, its soft edge included

/// How much of a line `distance` metres away covers a pixel of `foot` metres.
RUSHES_INLINE float cover(float distance, float foot) { return most(kLine - distance / (foot + 1e-6f), 0.0f); }
/// 0 when a period is smaller than `from` pixels, 1 when it is larger than about `from` + 1 pixels.
RUSHES_INLINE float visible(float period, float foot, float per, float from) { return unit(period / (foot + 1e-6f) / per - from); }
/// Metres to the nearest border of a cell.
RUSHES_INLINE float toBorder(float cells, float period) { return (0.5f - size(cells - below(cells) - 0.5f)) * period; }
/// The cell size at a distance: `start` doubled until it is not less than `wanted`.
RUSHES_INLINE float doubled(float start, float wanted) { return start * most(powerBelow(most(wanted / start, 1e-6f)) * 2.0f, 1.0f); }

#define RUSHES_SPAN(name)                                                                                                                          \
    RUSHES_ROWS void name(const float* __restrict u, const float* __restrict v, const float* __restrict fu, const float* __restrict fv,           \
                          const float* __restrict foot, float* __restrict out, int n, float a, float b, float density, float t)

RUSHES_SPAN(boards) {
    for (int x = 0; x < n; ++x) {
        const int c = wholeBelow(u[x] / a);
        const float lu = cover(toBorder(u[x] / a, a), fu[x]) * visible(a, fu[x], 5, 0.6f);
        const float lv = cover(toBorder(v[x] / b + hash(c, 3), b), fv[x]) * visible(b, fv[x], 6, 1.0f);
        out[x] = most(lu, lv);
    }
    (void)foot, (void)density, (void)t;
}

/// Courses of cells; `stagger` shifts every second course, `jitter` each by chance. `patchy` > 0 draws patches only, as an artist does.
RUSHES_INLINE float masonry(float u, float v, float fu, float fv, float a, float b, float stagger, float jitter, float patchy) {
    const int r = wholeBelow(v / b);
    const float lv = cover(toBorder(v / b, b), fv) * visible(b, fv, 5, 0.8f);
    const float uu = u / a + stagger * float(r & 1) + jitter * hash(r, 1);
    const int c = wholeBelow(uu);
    const float lu = cover(toBorder(uu, a), fu) * visible(a, fu, 6, 0.8f);
    const float patch = noise(u * 0.55f + 7, v * 0.75f + 3) * 0.65f + noise(u * 1.9f, v * 2.3f) * 0.35f;
    const float drawn = (patch < patchy ? 0.0f : 1.0f) * (patchy > 0 && hash(c, r) < 0.25f ? 0.0f : 1.0f);
    return most(lu, lv) * drawn;
}

RUSHES_SPAN(tiles) {
    for (int x = 0; x < n; ++x) out[x] = masonry(u[x], v[x], fu[x], fv[x], a, b, 0, 0, 0);
    (void)foot, (void)density, (void)t;
}
RUSHES_SPAN(bricks) {
    for (int x = 0; x < n; ++x) out[x] = masonry(u[x], v[x], fu[x], fv[x], a, b, 0.5f, 0, 0.58f);
    (void)foot, (void)density, (void)t;
}
RUSHES_SPAN(cobbles) {
    for (int x = 0; x < n; ++x) out[x] = masonry(u[x], v[x], fu[x], fv[x], a, b, 0.5f, 0.3f, 0.50f);
    (void)foot, (void)density, (void)t;
}
RUSHES_SPAN(shingles) {
    for (int x = 0; x < n; ++x) out[x] = masonry(u[x], v[x], fu[x], fv[x], a, b, 0.5f, 0, 0);
    (void)foot, (void)density, (void)t;
}
RUSHES_SPAN(grooves) {
    for (int x = 0; x < n; ++x) out[x] = cover(toBorder(u[x] / a, a), fu[x]) * visible(a, fu[x], 4, 0.8f);
    (void)v, (void)fv, (void)foot, (void)b, (void)density, (void)t;
}
RUSHES_SPAN(courses) {
    for (int x = 0; x < n; ++x) out[x] = cover(toBorder(v[x] / a, a), fv[x]) * visible(a, fv[x], 4, 0.8f);
    (void)u, (void)fu, (void)foot, (void)b, (void)density, (void)t;
}

/// Broken strokes in rows that bend a little. The level comes from the footprint along the view, or the sea turns black at the horizon.
RUSHES_SPAN(waves) {
    for (int x = 0; x < n; ++x) {
        const float want = most(foot[x] * 9, fv[x] * 3.2f) / a, mixed = want * (0.8f + 0.5f * noise(u[x] * 0.03f, v[x] * 0.03f));
        const float level = want > 1 ? powerBelow(most(mixed, 1.0f)) : 1.0f, per = a * level;
        const float w = v[x] + 0.25f * per * sineOfTurns(u[x] / per * 0.0875f + noise(u[x] / per * 0.3f, v[x] / per * 0.3f) * 0.95f + t * 0.11f) + t * 0.12f;
        const int r = wholeBelow(w / per);
        const float along = (u[x] + t * 0.2f * hash(r, 5)) / (per * 3.2f) + hash(r, 9) * 3, q = along - below(along);
        const float swell = sineOfTurns(unit((q - 0.1f) * 1.25f) * 0.5f);
        const float away = size(w / per - float(r) - 0.5f) * per, line = most(kLine * 0.4f + 1.3f * swell - away / (fv[x] * 0.5f + 1e-6f), 0.0f);
        out[x] = swell > 0.05f && hash(wholeBelow(along), r) < density ? line : 0.0f;
    }
    (void)fu, (void)b;
}

RUSHES_SPAN(ripples) {
    for (int x = 0; x < n; ++x) {
        const float per = doubled(a, foot[x] * 10);
        const float w = v[x] + per * 1.1f * sineOfTurns(u[x] / per * 0.0366f + 0.95f * noise(u[x] / per * 0.12f, v[x] / per * 0.1f));
        const int r = wholeBelow(w / per);
        const float gate = noise(u[x] / per * 0.22f + float(r) * 13.7f, float(r) * 5.1f);
        const float away = size(w / per - float(r) - 0.5f) * per, line = most(kLine - away / (most(fv[x], foot[x]) * 0.6f + 1e-6f), 0.0f);
        out[x] = gate > 1 - density ? line : 0.0f;
    }
    (void)fu, (void)b, (void)t;
}

/// The cell (i, j) of marks scattered at one size: where its mark lies, and whether there is one.
struct Mark {
    float du, dv, chance, drawn;
};
RUSHES_INLINE Mark markOf(float u, float v, float per, int i, int j, float density) {
    const float chance = hash(i * 7 + int(per * 64), j);
    const float crowd = 0.35f + 1.3f * noise(float(i) * 0.21f + per, float(j) * 0.21f);
    const float mu = (float(i) + 0.2f + 0.6f * hash(i, j + 7)) * per, mv = (float(j) + 0.2f + 0.6f * hash(i + 3, j)) * per;
    return {u - mu, v - mv, chance, chance > density * crowd ? 0.0f : 1.0f};
}

RUSHES_SPAN(dots) {
    for (int x = 0; x < n; ++x) {
        const float per = doubled(a, foot[x] * 14);
        const int i = wholeBelow(u[x] / per), j = wholeBelow(v[x] / per);
        // A dot is far smaller than its cell and lies well inside it: only its own cell can show it.
        const Mark m = markOf(u[x], v[x], per, i, j, density);
        const float du = m.du / (fu[x] + 1e-6f), dv = m.dv / (fv[x] + 1e-6f);
        out[x] = m.drawn * unit(1.25f - std::sqrt(du * du + dv * dv));
    }
    (void)b, (void)t;
}

RUSHES_INLINE float blades(const Mark& m, float per, float fu, float length) {
    const float inside = m.dv > -least(length, per * 0.2f) && m.dv < length * 0.4f ? m.drawn : 0.0f; // a fan, not a cross
    const float lean = per * 0.10f + m.dv * 0.45f, nearest = least(size(m.du), least(size(m.du - lean), size(m.du + lean)));
    return most(1.25f - nearest / (fu * 0.5f + 1e-6f), 0.0f) * inside;
}

RUSHES_SPAN(ticks) {
    for (int x = 0; x < n; ++x) {
        const float per = doubled(a, foot[x] * 14);
        const int i = wholeBelow(u[x] / per), j = wholeBelow(v[x] / per);
        // A tuft reaches into the cell before its own.
        const float own = blades(markOf(u[x], v[x], per, i, j, density), per, fu[x], per * 0.33f * (0.6f + hash(j, i)));
        const float next = blades(markOf(u[x], v[x], per, i, j + 1, density), per, fu[x], per * 0.33f * (0.6f + hash(j + 1, i)));
        out[x] = unit(most(own, next));
    }
    (void)fv, (void)b, (void)t;
}

RUSHES_INLINE float arc(const Mark& m, float per, float foot) {
    const float d = std::sqrt(m.du * m.du + m.dv * m.dv) + 1e-6f, turn = m.chance * 0.4775f;
    const float rise = (m.dv * sineOfTurns(turn + 0.25f) + m.du * sineOfTurns(turn)) / d;
    return rise > 0.15f ? m.drawn * unit(1.25f - size(d - per * 0.30f) / (foot * 0.6f + 1e-6f)) : 0.0f;
}

RUSHES_SPAN(arcs) {
    for (int x = 0; x < n; ++x) {
        const float per = doubled(a, foot[x] * 14);
        const int i = wholeBelow(u[x] / per), j = wholeBelow(v[x] / per);
        // Arcs reach over borders: the four cells about the nearest corner.
        const int si = u[x] / per - float(i) < 0.5f ? -1 : 1, sj = v[x] / per - float(j) < 0.5f ? -1 : 1;
        const float o = most(arc(markOf(u[x], v[x], per, i, j, density), per, foot[x]), arc(markOf(u[x], v[x], per, i + si, j, density), per, foot[x]));
        const float p = most(arc(markOf(u[x], v[x], per, i, j + sj, density), per, foot[x]), arc(markOf(u[x], v[x], per, i + si, j + sj, density), per, foot[x]));
        out[x] = most(o, p);
    }
    (void)fu, (void)fv, (void)b, (void)t;
}

/// Shelves `b` apart with spines of about `a`: backs of different height, some gone.
RUSHES_SPAN(books) {
    for (int x = 0; x < n; ++x) {
        const int r = wholeBelow(v[x] / b);
        const float uu = u[x] / a + hash(r, 11) * 5, high = v[x] / b - float(r);
        const int c = wholeBelow(uu);
        const float top = 0.66f + 0.24f * hash(c, r), gone = hash(c / 3, r + 17) < 0.08f ? 0.0f : 1.0f;
        const float spine = high < top ? cover(toBorder(uu, a), fu[x]) * visible(a, fu[x], 3, 0.7f) * gone : 0.0f;
        const float edge = cover(size(high - top) * b, fv[x]) * visible(a, fu[x], 3, 0.7f) * gone;
        const float shelf = cover(toBorder(v[x] / b, b), fv[x]) * visible(b, fv[x], 5, 0.8f);
        out[x] = most(most(spine, edge), shelf);
    }
    (void)foot, (void)density, (void)t;
}

/// Sizes that a pattern has when its material does not say.
struct Sizes {
    float a, b;
};
Sizes defaults(PatternKind kind) {
    switch (kind) {
    case PatternKind::tiles: return {0.4f, 0.4f};
    case PatternKind::boards: return {0.14f, 2.2f};
    case PatternKind::bricks: return {0.24f, 0.08f};
    case PatternKind::cobbles: return {0.18f, 0.14f};
    case PatternKind::shingles: return {0.25f, 0.2f};
    case PatternKind::books: return {0.04f, 0.32f};
    default: return {0.4f, 0.4f};
    }
}

using Draw = void (*)(const float*, const float*, const float*, const float*, const float*, float*, int, float, float, float, float);

Draw drawerOf(PatternKind kind) {
    switch (kind) {
    case PatternKind::tiles: return tiles;
    case PatternKind::boards: return boards;
    case PatternKind::bricks: return bricks;
    case PatternKind::cobbles: return cobbles;
    case PatternKind::shingles: return shingles;
    case PatternKind::grooves: return grooves;
    case PatternKind::courses: return courses;
    case PatternKind::waves: return waves;
    case PatternKind::ticks: return ticks;
    case PatternKind::dots: return dots;
    case PatternKind::arcs: return arcs;
    case PatternKind::ripples: return ripples;
    case PatternKind::books: return books;
    case PatternKind::none: break;
    }
    return nullptr;
}

} // namespace

void patternSpan(const PatternSpan& s) {
    const Draw draw = drawerOf(s.pattern.kind);
    if (!draw) return;
    const Sizes usual = defaults(s.pattern.kind);
    const float a = s.pattern.a > 0 ? s.pattern.a : usual.a, b = s.pattern.b > 0 ? s.pattern.b : s.pattern.a > 0 ? a : usual.b;
    draw(s.u, s.v, s.footU, s.footV, s.foot, s.out, s.count, a, b, s.pattern.density, s.seconds);
}

} // namespace rushes::render
