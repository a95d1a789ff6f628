// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/colour_rows.h"

#include "engine/render/surface_table.h"
#include "engine/render/vector_math.h"

namespace rushes::render {
namespace {

/// What a stretch has; constants where the body is built in, so that each kind pays for its own work alone.
struct Has {
    bool lit, weather, marks, face; ///< `face`: one surface all along
};

RUSHES_INLINE void colourBody(const ColourLists& s, int n, const ColourRule& rule, const ColourOut& o, const Has has) {
    const bool lit = has.lit, weather = has.weather;
    float *__restrict red = o.red, *__restrict green = o.green, *__restrict blue = o.blue, *__restrict fade = o.fade;
    const std::int32_t* __restrict id = s.id;
    const std::uint32_t *__restrict flags = s.flags, *__restrict paintLit = s.paintLit, *__restrict paintShade = s.paintShade;
    const float *__restrict z = s.z, *__restrict ny = s.ny, *__restrict pattern = s.pattern, *__restrict hatch = s.hatch, *__restrict near = s.near;
    const std::uint8_t *__restrict shade = s.shade, *__restrict cast = s.cast, *__restrict turn = s.turn, *__restrict steep = s.steep;
    const std::uint32_t faceLit = paintLit[id[0]], faceShade = paintShade[id[0]], faceFlags = flags[0];
    RUSHES_APART for (int x = 0; x < n; ++x) {
        const std::uint32_t a = has.face ? faceLit : paintLit[id[x]], b = has.face ? faceShade : paintShade[id[x]], f = has.face ? faceFlags : flags[x];
        const float inShade = float(int(shade[x])) * (1 / 255.0f), plain = (f & (kEmits | kSky)) != 0 ? 1.0f : 0.0f;
        const float open = 1 - plain, figure = float(int(f & kFigure));
        const float upright = 1 - 0.045f * float(int(steep[x])), side = upright + (1 - upright) * lane::most(lane::most(figure, inShade), plain);
        const float facing = lane::most((float(int(turn[x])) - 128) * (1 / 127.0f), 0.0f), blocked = float(int(cast[x])) * (1 / 255.0f);
        const float up = 0.5f + 0.5f * ny[x], sun = facing * (1 - 0.92f * blocked);
        const float lampR = rule.light.ambientR + rule.light.skyR * up + rule.light.sunR * sun, lampG = rule.light.ambientG + rule.light.skyG * up + rule.light.sunG * sun;
        const float lampB = rule.light.ambientB + rule.light.skyB * up + rule.light.sunB * sun;
        const float takes = lit || (f & (kHatched | kFigure)) == kHatched ? open : 0.0f; // the board keeps people and walls clean
        const float touched = has.marks ? 1 - rule.contact * lane::unit(lit ? near[x] : near[x] - kTouchFrom) * takes : 1.0f;
        const float dark = (f & kDarkPattern) != 0 ? 1.0f : 0.0f, pale = lane::within(1.15f - 0.12f * (z[x] - 8) / rule.patternFar, 0.25f, 1.0f);
        const float ink = has.marks ? pattern[x] * pale * rule.pattern : 0.0f;
        const float board = side * (1 - (has.marks ? hatch[x] : 0.0f)) * (1 - ink * (1 - dark)), clean = lit ? 1 - ink * (1 - dark) : board;
        const float kr = (lit ? lampR + (1 - lampR) * plain : 1.0f) * clean * touched, kg = (lit ? lampG + (1 - lampG) * plain : 1.0f) * clean * touched;
        const float kb = (lit ? lampB + (1 - lampB) * plain : 1.0f) * clean * touched;
        const float mixed = lit ? 0.0f : inShade * (1 - rule.calm * figure), lift = ink * dark * 0.25f;
        const float near0 = lane::unit((z[x] - rule.fogNear) * rule.fogPer), inFog = (f & kSky) != 0 ? 0.0f : 1.0f, fog = near0 * (1.5f - 0.5f * near0) * rule.fogAmount * inFog;
        const float covered = weather ? lane::unit((ny[x] - 0.5f) * 3) * (1 - figure) * open : 0.0f, white = covered * rule.snow, damp = 1 - covered * rule.wet;
        const float snowy = (250 - 26 * mixed) * white, bare = (1 - white) * damp;
        const float r = ((float(int(a & 255u)) + (float(int(b & 255u)) - float(int(a & 255u))) * mixed) * bare + snowy) * (kr * (1 / 255.0f)) + lift;
        const float g = ((float(int(a >> 8 & 255u)) + (float(int(b >> 8 & 255u)) - float(int(a >> 8 & 255u))) * mixed) * bare + snowy) * (kg * (1 / 255.0f)) + lift;
        const float c = ((float(int(a >> 16 & 255u)) + (float(int(b >> 16 & 255u)) - float(int(a >> 16 & 255u))) * mixed) * bare + snowy) * (kb * (1 / 255.0f)) + lift;
        red[x] = r + (rule.fogR - r) * fog;
        green[x] = g + (rule.fogG - g) * fog;
        blue[x] = c + (rule.fogB - c) * fog;
        fade[x] = (f & kSky) != 0 ? 0.5f : 1 - 0.6f * fog;
    }
}

RUSHES_ROWS void lit(const ColourLists s, int n, ColourRule rule, const ColourOut o) { colourBody(s, n, rule, o, {true, true, true, false}); }
RUSHES_ROWS void boardInSnow(const ColourLists s, int n, ColourRule rule, const ColourOut o) { colourBody(s, n, rule, o, {false, true, true, false}); }
RUSHES_ROWS void marked(const ColourLists s, int n, ColourRule rule, const ColourOut o) { colourBody(s, n, rule, o, {false, false, true, false}); }
RUSHES_ROWS void plain(const ColourLists s, int n, ColourRule rule, const ColourOut o) { colourBody(s, n, rule, o, {false, false, false, false}); }
RUSHES_ROWS void markedFace(const ColourLists s, int n, ColourRule rule, const ColourOut o) { colourBody(s, n, rule, o, {false, false, true, true}); }
RUSHES_ROWS void plainFace(const ColourLists s, int n, ColourRule rule, const ColourOut o) { colourBody(s, n, rule, o, {false, false, false, true}); }

} // namespace

void colourRow(ColourKind kind, const ColourLists& lists, int count, const ColourRule& rule, const ColourOut& out) {
    switch (kind) {
    case ColourKind::lit: return lit(lists, count, rule, out);
    case ColourKind::boardInSnow: return boardInSnow(lists, count, rule, out);
    case ColourKind::marked: return marked(lists, count, rule, out);
    case ColourKind::plain: return plain(lists, count, rule, out);
    case ColourKind::markedFace: return markedFace(lists, count, rule, out);
    case ColourKind::plainFace: return plainFace(lists, count, rule, out);
    }
}

} // namespace rushes::render
