// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/ink_rows.h"

#include "engine/render/vector_math.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace rushes::render {

struct InkRule {
    float pixelsPerUnit; ///< samples that a metre at a metre covers
    float pixelsPerMetre; ///< the same in pixels of the picture
    float scale;         ///< of line widths, 1 at 720 rows
    float lens;          ///< makes distances comparable between lenses
    float fogNear, fogPer, fogAmount;
    float fx, fy, fz; ///< forward
    float creaseSet, creaseFigure;
};

namespace {

/// Share of the outline's width that an inner line gets.
constexpr int kPenBlock = 32; ///< pixels that are looked at together where lines are: most chunks have a few of them
constexpr float kPartShare = 0.62f, kCreaseShare = 0.55f, kOverlapShare = 0.80f, kLipShare = 0.55f;

/// A line between two keys as seen from `a`, which draws it when it is clearly nearer or, side by side, has the larger key: the
/// choice must not flip along an edge. 1 outline, `inner` where the part changes, kLipShare between lips.
RUSHES_INLINE float lineOf(std::uint32_t a, std::uint32_t b, float da, float db, float inner) {
    const std::uint32_t d = a ^ b;
    const float object = (d >> 18) != 0 ? 1.0f : 0.0f, part = ((d >> 2) & 0xffffu) != 0 ? inner : 0.0f, lip = (d & 3u) == 3u ? kLipShare : 0.0f;
    const float nearer = da > db * 1.02f ? 1.0f : 0.0f, level = (db <= da * 1.02f ? 1.0f : 0.0f), larger = a > b ? 1.0f : 0.0f;
    return lane::most(object * lane::most(nearer, level * larger), lane::most(part, lip) * (1 - object) * larger);
}

struct Neighbour {
    const std::uint32_t* key;
    const float* depth;
};

/// Lines where the surface changes, drawn on the nearer side.
RUSHES_ROWS void borders(const Neighbour c, const Neighbour up, const Neighbour down, const std::uint32_t* __restrict flags, int n, float* __restrict share) {
    const std::uint32_t *__restrict k = c.key, *__restrict ku = up.key, *__restrict kd = down.key;
    const float *__restrict d = c.depth, *__restrict du = up.depth, *__restrict dd = down.depth;
    RUSHES_APART for (int x = 1; x < n - 1; ++x) {
        const float inner = (flags[x] >> 8 & 3u) == 2u ? 0.0f : kPartShare;
        const float right = lineOf(k[x], k[x + 1], d[x], d[x + 1], inner), left = lineOf(k[x], k[x - 1], d[x], d[x - 1], inner);
        const float below = lineOf(k[x], kd[x], d[x], dd[x], inner), above = lineOf(k[x], ku[x], d[x], du[x], inner);
        share[x] = lane::most(lane::most(right, left), lane::most(below, above));
    }
}

/// Inner overlaps: depth bends away from both neighbours of the same object by more than a step. Near / z is linear on planes.
RUSHES_ROWS void overlaps(const Neighbour c, const Neighbour up, const Neighbour down, const std::uint32_t* __restrict flags, int n, InkRule rule,
                          float* __restrict share) {
    const std::uint32_t *__restrict k = c.key, *__restrict ku = up.key, *__restrict kd = down.key;
    const float *__restrict d = c.depth, *__restrict du = up.depth, *__restrict dd = down.depth;
    RUSHES_APART for (int x = 1; x < n - 1; ++x) {
        const float z = kNearM / (d[x] + 1e-7f);
        const float figure = float(int(flags[x] & kFigure)), soft = (flags[x] >> 8 & 3u) != 0 ? 2.5f : 1.0f;
        const float ofFigure = lane::most(0.02f, 9 * z / rule.pixelsPerUnit), ofSet = lane::most(0.025f, 0.012f * z) * soft;
        const float step = (ofSet + (ofFigure - ofSet) * figure) * d[x] * d[x] * (1 / kNearM);
        const float same = ((k[x] ^ k[x + 1]) | (k[x] ^ k[x - 1])) == 0 ? 1.0f : 0.0f, sameV = ((k[x] ^ ku[x]) | (k[x] ^ kd[x])) == 0 ? 1.0f : 0.0f;
        const float bend = (2 * d[x] - d[x - 1] - d[x + 1]) * same, bendV = (2 * d[x] - du[x] - dd[x]) * sameV;
        const float found = lane::most(bend, bendV) > step ? kOverlapShare : 0.0f;
        share[x] = lane::most(share[x], found);
    }
}

/// 1 when one flat surface nowhere steps back behind itself: overlaps() would find nothing. Strict, where that has limits.
RUSHES_ROWS int unbroken(const float* __restrict da, const float* __restrict d, const float* __restrict dc, int n) {
    float most = -1;
    for (int x = 1; x < n - 1; ++x) {
        const float bend = lane::most(2 * d[x] - d[x - 1] - d[x + 1], 2 * d[x] - da[x] - dc[x]);
        most = lane::most(most, bend - 0.02f * d[x] * d[x] * (1 / kNearM));
    }
    return most > 0 ? 0 : 1;
}

/// How far two normals differ, when both lie on one part.
struct Normals {
    const std::uint32_t* key;
    const float *x, *y, *z;
};
RUSHES_INLINE float bend(const Normals& a, int i, const Normals& b, int j) {
    return a.key[i] == b.key[j] ? 1 - (a.x[i] * b.x[j] + a.y[i] * b.y[j] + a.z[i] * b.z[j]) : 0.0f;
}

/// Creases: the normal turns from one sample to the next inside one part. Where it goes on turning (a bevel), only the first counts.
RUSHES_ROWS void creases(const Normals up, const Normals c, const Normals down, const std::uint32_t* __restrict flags, int n, InkRule rule, float* __restrict share) {
    RUSHES_APART for (int x = 1; x < n - 1; ++x) {
        const float right = bend(c, x, c, x + 1), left = bend(c, x - 1, c, x), below = bend(c, x, down, x), above = bend(up, x, c, x);
        const float figure = float(int(flags[x] & kFigure)), facing = -(c.x[x] * rule.fx + c.y[x] * rule.fy + c.z[x] * rule.fz);
        const float limit = rule.creaseSet + (rule.creaseFigure - rule.creaseSet) * figure;
        const float allowed = ((flags[x] >> 8 & 3u) == 0 ? 1.0f : 0.0f) * ((flags[x] & (kVariant | kSky)) == 0 ? 1.0f : 0.0f) * (facing > 0.12f * figure ? 1.0f : 0.0f);
        const float across = right > limit && left <= limit ? 1.0f : 0.0f, along = below > limit && above <= limit ? 1.0f : 0.0f;
        share[x] = lane::most(share[x], lane::most(across, along) * allowed * kCreaseShare);
    }
}

/// Width in pixels of the picture, then what the blur needs to come out at that width.
RUSHES_ROWS void press(const float* __restrict share, const float* __restrict z, const std::uint32_t* __restrict flags, const std::uint8_t* __restrict shade, int n,
                       InkRule rule, std::int32_t* __restrict scratch, std::uint8_t* __restrict ink) {
    RUSHES_APART for (int x = 0; x < n; ++x) {
        const float weight = float(int(flags[x] >> 16 & 255u)) * (1 / kWeightUnit), figure = float(int(flags[x] & kFigure));
        const float distance = z[x] * rule.lens;
        const float octaves = float(int(__builtin_bit_cast(std::uint32_t, lane::most(distance, 0.5f)))) * (1 / 8388608.0f) - 127.0f; // about log2
        const float ofSet = lane::within(1.25f - 0.21f * (octaves - 2.0f), 0.35f, 1.35f), ofFigure = lane::within(0.95f - 0.07f * (octaves - 2.0f), 0.60f, 0.95f);
        const float fog = lane::unit((z[x] - rule.fogNear) * rule.fogPer) * rule.fogAmount;
        const float sky = (flags[x] & kSky) != 0 ? 1.0f : 0.0f, detail = share[x] < 0.9f ? figure : 0.0f;
        // People far away: the outline stays under three centimetres, the lines of a face go before they fill it.
        const float perMetre = rule.pixelsPerMetre / z[x];
        const float size = float(int(__builtin_bit_cast(std::uint32_t, lane::most(perMetre, 1.0f)))) * (1 / 8388608.0f) - 127.0f;
        const float inner = 1 - detail * (1 - lane::within((size - 4.8f) * 0.29f, 0.12f, 1.0f));
        const float drawn = (ofSet + (ofFigure - ofSet) * figure) * (1 - 0.5f * fog) * inner;
        const float base = (drawn + (0.9f - drawn) * sky) * weight;
        const float pressure = 1 + 0.60f * float(int(shade[x])) * (1 / 255.0f);
        const float asked = base * share[x] * pressure * rule.scale, most = lane::most(perMetre * 0.030f, 0.75f);
        const float width = figure > 0 && asked > most ? most : asked;
        const float thin = 0.95f + 0.5f * width, wide = 1.45f + 0.45f * (width - 1);
        scratch[x] = share[x] > 0 ? int(lane::least((width < 1 ? thin : wide) * 100, 255.0f)) : 0;
    }
    RUSHES_APART for (int x = 0; x < n; ++x) ink[x] = std::uint8_t(scratch[x]);
}

RUSHES_ROWS int anyShare(const float* __restrict share, int n) {
    float most = 0;
    for (int x = 0; x < n; ++x) most = lane::most(most, share[x]);
    return most > 0 ? 1 : 0;
}

/// Rows of bytes about one row: [0] two above … [4] two below.
struct Rows5 {
    const std::uint8_t* row[5];
};

RUSHES_ROWS void halveRow(const std::uint8_t* __restrict a, const std::uint8_t* __restrict b, int n, std::uint8_t* __restrict out) {
    RUSHES_APART for (int x = 0; x < n; ++x) {
        const int p = a[2 * x], q = a[2 * x + 1], r = b[2 * x], t = b[2 * x + 1], sum = (p + q + r + t) >> 1;
        const int top = p > q ? p : q, bottom = r > t ? r : t, most = top > bottom ? top : bottom; // two lines in one pixel are no stronger than one
        out[x] = std::uint8_t(sum < most ? sum : most);
    }
}

/// Binomial blur, five samples each way; 1 is a mark of 100 all over. Where lines crowd, the sum is held to little more than what
/// one of them gives, or they run together into blots.
RUSHES_ROWS void blurFive(const Rows5 r, int n, std::uint16_t* __restrict column, std::uint8_t* __restrict peak, float* __restrict out) {
    const std::uint8_t *__restrict a = r.row[0], *__restrict b = r.row[1], *__restrict c = r.row[2], *__restrict d = r.row[3], *__restrict e = r.row[4];
    RUSHES_APART for (int x = -4; x < n + 4; ++x) column[x + 4] = std::uint16_t(a[x] + e[x] + 4 * (b[x] + d[x]) + 6 * c[x]);
    RUSHES_APART for (int x = -4; x < n + 4; ++x) {
        const std::uint8_t above = b[x] > d[x] ? b[x] : d[x];
        peak[x + 4] = above > c[x] ? above : c[x];
    }
    const std::uint16_t* __restrict m = column + 4;
    const std::uint8_t* __restrict p = peak + 4;
    RUSHES_APART for (int x = -1; x < n + 1; ++x) {
        const float sum = float(int(m[x - 2]) + int(m[x + 2]) + 4 * (int(m[x - 1]) + int(m[x + 1])) + 6 * int(m[x])) * (1 / 25600.0f);
        const int side = p[x - 1] > p[x + 1] ? p[x - 1] : p[x + 1], most = side > p[x] ? side : p[x];
        const float limit = float(most) * (0.415f / 100);
        out[x] = sum < limit ? sum : limit;
    }
}

/// 1 where any of five rows has ink.
RUSHES_ROWS int anyInk(const Rows5 r, int from, int to) {
    const std::uint8_t *__restrict a = r.row[0], *__restrict b = r.row[1], *__restrict c = r.row[2], *__restrict d = r.row[3], *__restrict e = r.row[4];
    std::uint8_t bits = 0;
    for (int x = from; x < to; ++x) bits |= a[x] | b[x] | c[x] | d[x] | e[x];
    return bits != 0;
}

/// Reads the blurred line a little beside the pixel, then makes it ink.
RUSHES_ROWS void wanderRow(const float* __restrict above, const float* __restrict here, const float* __restrict below, const std::uint8_t* __restrict pushX,
                           const std::uint8_t* __restrict pushY, float amount, int n, float* __restrict out) {
    RUSHES_APART for (int x = 0; x < n; ++x) {
        const float dx = lane::within((float(int(pushX[x])) - 128) * amount, -1, 1), dy = lane::within((float(int(pushY[x])) - 128) * amount, -1, 1);
        const float ax = lane::size(dx), ay = lane::size(dy);
        const float side = dx < 0 ? here[x - 1] : here[x + 1], row = dy < 0 ? above[x] : below[x];
        const float cornerL = dy < 0 ? above[x - 1] : below[x - 1], cornerR = dy < 0 ? above[x + 1] : below[x + 1], corner = dx < 0 ? cornerL : cornerR;
        const float near = here[x] + (side - here[x]) * ax, far = row + (corner - row) * ax;
        out[x] = lane::unit((near + (far - near) * ay - 0.35f) * 4);
    }
}

InkRule ruleOf(const ToneFrame& frame) {
    const Atmosphere& air = frame.view->atmosphere;
    const RowCamera& c = frame.camera;
    const float halfTangent = c.perY * float(frame.height()) / 2;
    InkRule rule{};
    rule.pixelsPerUnit = c.pixelsPerUnit;
    rule.pixelsPerMetre = c.pixelsPerUnit / float(frame.samples);
    rule.scale = std::max(std::pow(frame.scale, 0.6f), 0.62f); // small pictures keep their lines, large ones do not get rails
    rule.lens = halfTangent / 0.34f;
    rule.fogNear = air.fogNearM;
    rule.fogPer = 1 / std::max(air.fogFarM - air.fogNearM, 0.1f);
    rule.fogAmount = air.fogAmount;
    rule.fx = c.forward.x;
    rule.fy = c.forward.y;
    rule.fz = c.forward.z;
    rule.creaseSet = 0.12f;
    rule.creaseFigure = 0.16f;
    return rule;
}

} // namespace

InkRows::InkRows(ToneFrame& frame, int first)
    : m_frame(frame), m_y(first), m_rows{SurfaceRow(frame.width()), SurfaceRow(frame.width()), SurfaceRow(frame.width())}, m_share(std::size_t(frame.width())),
      m_scratch(std::size_t(frame.width())) {
    m_rows[0].start(frame, std::max(first - 1, 0));
    m_rows[1].start(frame, first);
}

bool InkRows::calm(int chunk) const {
    if (m_frame.geometry.faces) { // one triangle, which is flat
        const auto face = [&](int row) { return m_frame.facesRow(m_rows[std::size_t(row)].y)[chunk]; };
        if (face(1) != kManyFaces && face(0) == face(1) && face(2) == face(1)) return true;
    }
    const int width = m_frame.width(), from = std::max(chunk * kChunk - 1, 0), to = std::min((chunk + 1) * kChunk + 1, width);
    const std::uint32_t* words = m_frame.geometry.words;
    const auto at = [&](int row, int x) { return std::size_t(m_rows[std::size_t(row)].y) * std::size_t(width) + std::size_t(x); };
    const std::uint32_t word = words[at(1, chunk * kChunk)];
    for (int row = 0; row < 3; ++row) { // one word, to the neighbours that are looked at
        if (!m_frame.evenRow(m_rows[std::size_t(row)].y)[chunk] || words[at(row, chunk * kChunk)] != word) return false;
        if (words[at(row, from)] != word || words[at(row, to - 1)] != word) return false;
    }
    const float* depth = m_frame.geometry.depth;
    return unbroken(depth + at(0, from), depth + at(1, from), depth + at(2, from), to - from) != 0;
}

void InkRows::draw(int first, int last) {
    const int n = m_frame.width(), chunks = (n + kChunk - 1) / kChunk;
    for (auto& row : m_rows)
        for (int chunk = std::max(first - 1, 0); chunk < std::min(last + 1, chunks); ++chunk) row.need(m_frame, chunk);
    const int from = first * kChunk, to = std::min(last * kChunk, n);
    const int reach = std::max(from - 1, 0), count = std::min(to + 1, n) - reach; // with the neighbours that are looked at
    const SurfaceRow &up = m_rows[0], &row = m_rows[1], &down = m_rows[2];
    const InkRule rule = ruleOf(m_frame);
    std::fill_n(m_share.data() + reach, count, 0.0f);
    const auto neighbour = [&](const SurfaceRow& r) { return Neighbour{r.key.data() + reach, r.depth + reach}; };
    const auto normals = [&](const SurfaceRow& r) { return Normals{r.key.data() + reach, r.nx.data() + reach, r.ny.data() + reach, r.nz.data() + reach}; };
    const std::uint32_t* flags = row.flags.data() + reach;
    float* share = m_share.data() + reach;
    borders(neighbour(row), neighbour(up), neighbour(down), flags, count, share);
    overlaps(neighbour(row), neighbour(up), neighbour(down), flags, count, rule, share);
    creases(normals(up), normals(row), normals(down), flags, count, rule, share);
    pressWhereDrawn(from, to, rule);
}

void InkRows::pressWhereDrawn(int from, int to, const InkRule& rule) {
    const SurfaceRow& row = m_rows[1];
    std::uint8_t* ink = m_frame.ink.row(m_y);
    const auto drawn = [&](int at) { return anyShare(m_share.data() + at, std::min(kPenBlock, to - at)) != 0; };
    for (int at = from; at < to;) {
        int end = at;
        while (end < to && drawn(end)) end = std::min(end + kPenBlock, to);
        if (end > at) press(m_share.data() + at, row.z.data() + at, row.flags.data() + at, m_frame.shade.row(m_y) + at, end - at, rule, m_scratch.data(), ink + at);
        if (end < to) std::memset(ink + end, 0, std::size_t(std::min(kPenBlock, to - end)));
        at = end + kPenBlock;
    }
}

void InkRows::next() {
    m_rows[2].start(m_frame, std::min(m_y + 1, m_frame.height() - 1));
    const int chunks = (m_frame.width() + kChunk - 1) / kChunk;
    int busy = 0; // first of the chunks at hand that may have lines
    for (int chunk = 0; chunk <= chunks; ++chunk) {
        if (chunk < chunks && !calm(chunk)) continue;
        if (chunk > busy) draw(busy, chunk);
        if (chunk < chunks) std::memset(m_frame.ink.row(m_y) + chunk * kChunk, 0, std::size_t(std::min(kChunk, m_frame.width() - chunk * kChunk)));
        busy = chunk + 1;
    }
    m_frame.ink.pad(m_y);
    ++m_y;
    std::rotate(m_rows.begin(), m_rows.begin() + 1, m_rows.end());
}

PenRows::PenRows(const ToneFrame& frame, int first) : m_frame(frame), m_y(first), m_width(frame.width() / frame.samples) {
    for (auto& row : m_rows) {
        row.values.resize(std::size_t(m_width) + 2);
        row.busy.resize(std::size_t((m_width + kPenBlock - 1) / kPenBlock));
    }
    m_out.resize(std::size_t(m_width));
    m_column.resize(std::size_t(m_width) + 8);
    m_peak.resize(std::size_t(m_width) + 8);
    for (auto& row : m_small) row.resize(std::size_t(m_width) + 2 * kRowPad);
    blur(first - 1, m_rows[1]);
    blur(first, m_rows[2]);
}

void PenRows::blur(int y, Row& into) {
    Rows5 rows;
    const int last = m_frame.height() / m_frame.samples - 1;
    for (int i = 0; i < 5; ++i) {
        const int at = std::clamp(y + i - 2, 0, last);
        rows.row[i] = m_frame.ink.row(at);
        if (m_frame.samples == 1) continue;
        std::uint8_t* half = m_small[i].data() + kRowPad;
        halveRow(m_frame.ink.row(at * 2), m_frame.ink.row(at * 2 + 1), m_width, half);
        std::memset(half - kRowPad, half[0], kRowPad);
        std::memset(half + m_width, half[m_width - 1], kRowPad);
        rows.row[i] = half;
    }
    std::fill(into.values.begin(), into.values.end(), 0.0f);
    for (std::size_t chunk = 0; chunk < into.busy.size(); ++chunk) {
        const int from = int(chunk) * kPenBlock, to = std::min(from + kPenBlock, m_width);
        into.busy[chunk] = std::uint8_t(anyInk(rows, from - 4, to + 4)); // as far as the blur of its neighbours' edges looks
        if (!into.busy[chunk]) continue;
        Rows5 part = rows;
        for (auto& row : part.row) row += from;
        blurFive(part, to - from, m_column.data(), m_peak.data(), into.values.data() + 1 + from);
    }
}

const std::vector<float>& PenRows::next() {
    std::rotate(m_rows.begin(), m_rows.begin() + 1, m_rows.end());
    blur(m_y + 1, m_rows[2]);
    const float amount = 0.8f / 127 * std::min(m_frame.scale, 1.6f);
    for (std::size_t chunk = 0; chunk < m_rows[0].busy.size(); ++chunk) {
        const int from = int(chunk) * kPenBlock, count = std::min(kPenBlock, m_width - from);
        if (m_rows[0].busy[chunk] | m_rows[1].busy[chunk] | m_rows[2].busy[chunk]) {
            const auto at = [&](const Row& row) { return row.values.data() + 1 + from; };
            wanderRow(at(m_rows[0]), at(m_rows[1]), at(m_rows[2]), m_frame.pushX.row(m_y) + from, m_frame.pushY.row(m_y) + from, amount, count, m_out.data() + from);
        } else {
            std::fill_n(m_out.data() + from, count, 0.0f);
        }
    }
    ++m_y;
    return m_out;
}

} // namespace rushes::render
