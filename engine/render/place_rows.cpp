// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/place_rows.h"

#include "engine/render/vector_math.h"

namespace rushes::render {
namespace {

/// Hatching runs across this direction: along the ground or the wall, and away or up.
constexpr float kAcrossU = 0.62f, kAcrossV = 0.78f;

RUSHES_INLINE void coordinates(const SurfaceLists& s, const PlaceLists& o, Columns columns, const Basis& b, float perY, bool face) {
    const float *__restrict z = s.z, *__restrict nx = s.nx, *__restrict ny = s.ny, *__restrict nz = s.nz, *__restrict px = s.px, *__restrict py = s.py, *__restrict pz = s.pz;
    const float faceX = nx[0], faceY = ny[0], faceZ = nz[0];
    float *__restrict u = o.u, *__restrict v = o.v, *__restrict footU = o.footU, *__restrict footV = o.footV, *__restrict foot = o.foot;
    RUSHES_APART for (int x = 0; x < columns.count; ++x) {
        const float normalX = face ? faceX : nx[x], normalY = face ? faceY : ny[x], normalZ = face ? faceZ : nz[x];
        const float at = float(columns.first + x), rx = b.fx + b.dx * at, ry = b.fy + b.dy * at, rz = b.fz + b.dz * at;
        const float facing = lane::least(normalX * rx + normalY * ry + normalZ * rz, -0.04f);
        const float kx = (normalX * b.dx + normalY * b.dy + normalZ * b.dz) / facing, ky = (normalX * b.ux + normalY * b.uy + normalZ * b.uz) / facing;
        const float ax = z[x] * (b.dx - rx * kx), ay = z[x] * (b.dy - ry * kx), az = z[x] * (b.dz - rz * kx);
        const float cx = z[x] * (b.ux - rx * ky), cy = z[x] * (b.uy - ry * ky), cz = z[x] * (b.uz - rz * ky);
        const float level = lane::size(normalY) > 0.75f ? 1.0f : 0.0f;
        const float l = 1 / std::sqrt(normalX * normalX + normalZ * normalZ + 1e-9f);
        const float tx = level + (1 - level) * normalZ * l, tz = (1 - level) * -normalX * l;
        u[x] = px[x] * tx + pz[x] * tz;
        v[x] = level * pz[x] + (1 - level) * py[x];
        const float ua = ax * tx + az * tz, uc = cx * tx + cz * tz, va = level * az + (1 - level) * ay, vc = level * cz + (1 - level) * cy;
        footU[x] = lane::size(ua) + lane::size(uc);
        footV[x] = lane::size(va) + lane::size(vc);
        foot[x] = z[x] * perY;
    }
}

RUSHES_INLINE void acrosses(const SurfaceLists& s, const PlaceLists& o, Columns columns, const Basis& b, bool face) {
    const float *__restrict z = s.z, *__restrict nx = s.nx, *__restrict ny = s.ny, *__restrict nz = s.nz, *__restrict px = s.px, *__restrict py = s.py, *__restrict pz = s.pz;
    const float faceX = nx[0], faceY = ny[0], faceZ = nz[0];
    float *__restrict across = o.across, *__restrict footAcross = o.footAcross;
    RUSHES_APART for (int x = 0; x < columns.count; ++x) {
        const float normalX = face ? faceX : nx[x], normalY = face ? faceY : ny[x], normalZ = face ? faceZ : nz[x];
        const float at = float(columns.first + x), rx = b.fx + b.dx * at, ry = b.fy + b.dy * at, rz = b.fz + b.dz * at;
        const float facing = lane::least(normalX * rx + normalY * ry + normalZ * rz, -0.04f);
        const float kx = (normalX * b.dx + normalY * b.dy + normalZ * b.dz) / facing, ky = (normalX * b.ux + normalY * b.uy + normalZ * b.uz) / facing;
        const float level = lane::size(normalY) > 0.75f ? 1.0f : 0.0f;
        // Axes of the world, not of the face: on normalX post the face turns from pixel to pixel.
        const float alongX = lane::most(level, lane::size(normalX) > lane::size(normalZ) ? 0.0f : 1.0f), gx = kAcrossU * alongX, gy = kAcrossV * (1 - level);
        const float gz = kAcrossU * (1 - alongX) + kAcrossV * level;
        // The pixel's steps along the face, seen along that axis.
        const float ha = z[x] * ((b.dx - rx * kx) * gx + (b.dy - ry * kx) * gy + (b.dz - rz * kx) * gz);
        const float hc = z[x] * ((b.ux - rx * ky) * gx + (b.uy - ry * ky) * gy + (b.uz - rz * ky) * gz);
        across[x] = px[x] * gx + py[x] * gy + pz[x] * gz;
        footAcross[x] = std::sqrt(ha * ha + hc * hc);
    }
}

/// Of the columns; constants where the body is built in, so that each kind pays for its own work alone.
enum class Surfaces { many, one, oneOfSet };

RUSHES_INLINE void hatches(const HatchLists& s, Columns columns, int y, const HatchRule& rule, const Surfaces surfaces, float* __restrict hatch) {
    const float *__restrict across = s.across, *__restrict footAcross = s.footAcross, *__restrict anchorX = s.anchorX, *__restrict anchorY = s.anchorY;
    const std::uint32_t* __restrict flags = s.flags;
    const std::uint8_t* __restrict shade = s.shade;
    const std::int32_t* __restrict id = s.id;
    const bool one = surfaces != Surfaces::many;
    const std::uint32_t flagsOfOne = flags[0];
    const float oneX = anchorX[id[0]], oneY = anchorY[id[0]];
    RUSHES_APART for (int x = 0; x < columns.count; ++x) {
        const std::uint32_t flag = one ? flagsOfOne : flags[x];
        const float figure = surfaces == Surfaces::oneOfSet ? 0.0f : float(int(flag & kFigure)), takes = (flag & kHatched) != 0 ? 1.0f : 0.45f * figure;
        const float foot = footAcross[x] + 1e-7f;
        const float wanted = foot * rule.period, per = lane::powerBelow(wanted), crowded = wanted / per - 1;
        const float q = across[x] / per;
        const int line = lane::wholeBelow(q);
        const float onSet = lane::unit(1.05f - lane::size(q - float(line) - 0.5f) * per / foot) * (1 - crowded * float(line & 1));
        const float along = ((float(columns.first + x) - (one ? oneX : anchorX[id[x]])) * 0.8f + float(y) - (one ? oneY : anchorY[id[x]])) * 0.78f / rule.figurePeriod;
        const float onFigure = lane::unit(1.05f - lane::size(along - lane::below(along) - 0.5f) * rule.figurePeriod);
        const float ink = surfaces == Surfaces::oneOfSet ? onSet * 0.21f : onSet * 0.21f + (onFigure * 0.28f - onSet * 0.21f) * figure;
        hatch[x] = ink * takes * float(int(shade[x])) * (1 / 255.0f);
    }
}

RUSHES_ROWS void coordinatesOfMany(const SurfaceLists s, const PlaceLists o, Columns columns, Basis b, float perY) { coordinates(s, o, columns, b, perY, false); }
RUSHES_ROWS void coordinatesOfFace(const SurfaceLists s, const PlaceLists o, Columns columns, Basis b, float perY) { coordinates(s, o, columns, b, perY, true); }
RUSHES_ROWS void acrossMany(const SurfaceLists s, const PlaceLists o, Columns columns, Basis b) { acrosses(s, o, columns, b, false); }
RUSHES_ROWS void acrossFace(const SurfaceLists s, const PlaceLists o, Columns columns, Basis b) { acrosses(s, o, columns, b, true); }
RUSHES_ROWS void hatchMany(const HatchLists s, Columns columns, int y, HatchRule rule, float* hatch) { hatches(s, columns, y, rule, Surfaces::many, hatch); }
RUSHES_ROWS void hatchOne(const HatchLists s, Columns columns, int y, HatchRule rule, float* hatch) { hatches(s, columns, y, rule, Surfaces::one, hatch); }
RUSHES_ROWS void hatchOneOfSet(const HatchLists s, Columns columns, int y, HatchRule rule, float* hatch) { hatches(s, columns, y, rule, Surfaces::oneOfSet, hatch); }

} // namespace

Basis basisOf(const RowCamera& c, int y) {
    const glm::vec3 d = c.forward - c.up * ((float(y) + 0.5f - c.midY) * c.perY) + c.right * ((0.5f - c.midX) * c.perX), s = c.right * c.perX, t = c.up * -c.perY;
    return {d.x, d.y, d.z, s.x, s.y, s.z, t.x, t.y, t.z};
}

void coordinateRow(const SurfaceLists& surface, const PlaceLists& places, Columns columns, const Basis& basis, float perY, bool face) {
    (face ? coordinatesOfFace : coordinatesOfMany)(surface, places, columns, basis, perY);
}

void acrossRow(const SurfaceLists& surface, const PlaceLists& places, Columns columns, const Basis& basis, bool face) { (face ? acrossFace : acrossMany)(surface, places, columns, basis); }

void hatchRow(const HatchLists& lists, Columns columns, int y, const HatchRule& rule, bool same, float* hatch) {
    if (!same) return hatchMany(lists, columns, y, rule, hatch);
    (lists.flags[0] & kFigure ? hatchOne : hatchOneOfSet)(lists, columns, y, rule, hatch);
}

} // namespace rushes::render
