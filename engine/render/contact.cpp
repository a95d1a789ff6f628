// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/contact.h"

#include "engine/render/oct_normal.h"
#include "engine/render/vector_math.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace rushes::render {
namespace {

constexpr int kTaps = 20, kTapsBoard = 10;
constexpr float kSmallest = 5; ///< samples; a smaller reach is not worth the looking
constexpr float kReachM = 50; ///< farther things get none
constexpr int kRows = 8; ///< of the grid, a task

struct Grid {
    int step; ///< samples between points
    int width, height;
    std::vector<float> z; ///< 0 where nothing is
};

Grid gridOf(const ToneFrame& f, WorkerPool& pool) {
    const int step = f.contactStep;
    Grid g{step, (f.width() + step - 1) / step, (f.height() + step - 1) / step, {}};
    g.z.resize(std::size_t(g.width) * std::size_t(g.height));
    pool.share(g.height, [&](int j) {
        const float* depth = f.geometry.depth + std::size_t(std::min(j * step + step / 2, f.height() - 1)) * std::size_t(f.width());
        float* z = g.z.data() + std::size_t(j) * std::size_t(g.width);
        for (int i = 0; i < g.width; ++i) {
            const float d = depth[std::min(i * step + step / 2, f.width() - 1)];
            z[i] = d <= kNearM / (kReachM * 4) ? 0 : kNearM / d;
        }
    });
    return g;
}

constexpr int kTurns = 16;

/// Offsets on a sunflower spiral, for each of some turns, so that neighbouring points look in different directions.
struct Spiral {
    std::array<std::array<float, kTurns>, kTaps> x{}, y{};
    int taps;
    explicit Spiral(int count) : taps(count) {
        for (int turn = 0; turn < kTurns; ++turn)
            for (int k = 0; k < taps; ++k) {
                const float r = std::sqrt((float(k) + 0.5f) / float(taps)), a = float(turn) * 0.3927f + float(k) * 2.399963f;
                x[std::size_t(k)][std::size_t(turn)] = r * std::cos(a);
                y[std::size_t(k)][std::size_t(turn)] = r * std::sin(a);
            }
    }
};

/// Points of a row of the grid that are looked at: the column, which way the surface there looks, how far it feels others.
struct PointRow {
    std::vector<std::int32_t> column;
    std::vector<float> px, py, pz, nx, ny, nz, depth, radiusM, radius, sum; ///< places from the eye; `radius` in points of the grid
    int count = 0;

    explicit PointRow(int width) : column(std::size_t(width)) {
        for (auto* list : {&px, &py, &pz, &nx, &ny, &nz, &depth, &radiusM, &radius, &sum}) list->resize(column.size());
    }
    void add(int i, const glm::vec3& ray, float z, const glm::vec3& normal) {
        const auto at = std::size_t(count++);
        column[at] = i;
        depth[at] = z;
        px[at] = z * ray.x;
        py[at] = z * ray.y;
        pz[at] = z * ray.z;
        nx[at] = normal.x;
        ny[at] = normal.y;
        nz[at] = normal.z;
        sum[at] = 0;
    }
};

struct PointLists {
    const std::int32_t* column;
    const float *px, *py, *pz, *nx, *ny, *nz, *depth, *radiusM, *radius;
    int count;
};

/// Where the rays of a grid's points go: forward + right * (column's sample) - up * (row's sample).
struct GridRays {
    glm::vec3 forward, right, up;
    float midX, midY, perX, perY;
    int step, lastX, lastY; ///< samples
    RUSHES_INLINE float across(int i) const { return (float(least(i * step + step / 2, lastX)) + 0.5f - midX) * perX; }
    RUSHES_INLINE float down(int j) const { return (float(least(j * step + step / 2, lastY)) + 0.5f - midY) * perY; }
    static RUSHES_INLINE int least(int a, int b) { return a < b ? a : b; }
};

RUSHES_INLINE int rounded(float x) { return int(x + (x < 0 ? -0.5f : 0.5f)); }

/// The points of the grid, and where the taps of each turn lie.
struct Field {
    const float* z;
    int width, height;
};
struct Taps {
    const float *x, *y;
};

/// Adds what one tap of each point finds: how far it rises above the point's surface, by nearness.
RUSHES_ROWS void tapRow(const PointLists p, int j, const Taps taps, const Field field, const GridRays rays, float* __restrict sum) {
    const std::int32_t* __restrict column = p.column;
    const float *__restrict px = p.px, *__restrict py = p.py, *__restrict pz = p.pz, *__restrict nx = p.nx, *__restrict ny = p.ny, *__restrict nz = p.nz;
    const float *__restrict depth = p.depth, *__restrict radiusM = p.radiusM, *__restrict radius = p.radius;
    const float *__restrict tapX = taps.x, *__restrict tapY = taps.y, *__restrict z = field.z;
    const int width = field.width, lastX = field.width - 1, lastY = field.height - 1;
    RUSHES_APART for (int n = 0; n < p.count; ++n) {
        const int i = column[n], turn = (i * 7 + j * 13) & (kTurns - 1);
        const int x = i + rounded(tapX[turn] * radius[n]), y = j + rounded(tapY[turn] * radius[n]);
        const int lowX = x > 0 ? x : 0, lowY = y > 0 ? y : 0, safeX = lowX < lastX ? lowX : lastX, safeY = lowY < lastY ? lowY : lastY;
        const float other = (safeX == x ? 1.0f : 0.0f) * (safeY == y ? 1.0f : 0.0f) * z[safeY * width + safeX];
        const float across = rays.across(safeX), down = rays.down(safeY);
        const float vx = other * (rays.forward.x + rays.right.x * across - rays.up.x * down) - px[n], vy = other * (rays.forward.y + rays.right.y * across - rays.up.y * down) - py[n];
        const float vz = other * (rays.forward.z + rays.right.z * across - rays.up.z * down) - pz[n];
        const float d2 = vx * vx + vy * vy + vz * vz, rise = vx * nx[n] + vy * ny[n] + vz * nz[n] - 0.006f - 0.0015f * depth[n];
        const float counts = (other > 0 ? 1.0f : 0.0f) * (d2 <= radiusM[n] * radiusM[n] * 4 ? 1.0f : 0.0f);
        sum[n] += lane::most(rise, 0) / (d2 + 0.0006f) * counts;
    }
}

/// Middle of three, which takes out lone specks.
std::uint8_t middle(std::uint8_t a, std::uint8_t b, std::uint8_t c) { return std::max(std::min(a, b), std::min(std::max(a, b), c)); }

/// Specks out, then a 3 x 3 blur.
template <class Put> void smooth(const Grid& grid, const std::vector<std::uint8_t>& from, WorkerPool& pool, Put put) {
    pool.share(grid.height, [&](int j) {
        const auto row = [&](int y) { return from.data() + std::size_t(std::clamp(y, 0, grid.height - 1)) * std::size_t(grid.width); };
        const std::uint8_t *a = row(j - 1), *b = row(j), *c = row(j + 1);
        for (int i = 0; i < grid.width; ++i) {
            int sum = 0;
            for (int k = -1; k <= 1; ++k) {
                const int x = std::clamp(i + k, 0, grid.width - 1);
                sum += (k == 0 ? 2 : 1) * (int(middle(a[x], b[x], c[x])) * 2 + a[x] + c[x]);
            }
            put(j, i, std::uint8_t(sum / 16));
        }
    });
}

/// A 5 x 5 blur that does not cross from one thing to another in front of it.
template <class Put> void smoothByDepth(const Grid& grid, const std::vector<std::uint8_t>& from, WorkerPool& pool, Put put) {
    pool.share(grid.height, [&](int j) {
        for (int i = 0; i < grid.width; ++i) {
            const float z = grid.z[std::size_t(j) * std::size_t(grid.width) + std::size_t(i)];
            float sum = 0, weights = 0;
            for (int b = std::max(0, j - 2); b <= std::min(grid.height - 1, j + 2); ++b)
                for (int a = std::max(0, i - 2); a <= std::min(grid.width - 1, i + 2); ++a) {
                    const std::size_t at = std::size_t(b) * std::size_t(grid.width) + std::size_t(a);
                    const float apart = std::fabs(grid.z[at] - z) / std::max(z, 0.1f), w = apart < 0.04f ? 1.0f : 0.02f;
                    sum += w * float(from[at]);
                    weights += w;
                }
            put(j, i, std::uint8_t(sum / weights + 0.5f));
        }
    });
}

/// Takes the points of a row where contact would be drawn.
void choosePoints(const ToneFrame& frame, const Grid& grid, int j, PointRow& points) {
    const bool board = !frame.lit();
    const float radius = frame.view->atmosphere.contactRadiusM * (board ? 1.0f : 1.6f), ofFigures = board ? radius : 0.2f; // a chin darkens the neck, not the shoulders
    const float most = board ? 24.0f : 48.0f;
    const RowCamera& c = frame.camera;
    const float* z = grid.z.data() + std::size_t(j) * std::size_t(grid.width);
    const int y = std::min(j * grid.step + grid.step / 2, frame.height() - 1);
    points.count = 0;
    for (int i = 0; i < grid.width; ++i) {
        if (z[i] == 0 || z[i] > kReachM || c.pixelsPerUnit * radius / z[i] < kSmallest * float(frame.samples)) continue;
        const int x = std::min(i * grid.step + grid.step / 2, frame.width() - 1);
        const std::uint32_t word = frame.geometry.words[std::size_t(y) * std::size_t(frame.width()) + std::size_t(x)], flags = frame.table->flags[word & 0xffffu];
        if ((flags & (kSky | kEmits)) || (flags >> 8 & 3u) == 2u || (board && (flags & (kHatched | kFigure)) != kHatched)) continue; // would not be drawn
        const glm::vec3 ray = c.forward + c.right * ((float(x) + 0.5f - c.midX) * c.perX) - c.up * ((float(y) + 0.5f - c.midY) * c.perY);
        const glm::vec3 n = glm::normalize(octNormal(word));
        const float reach = flags & kFigure ? ofFigures : radius;
        points.radiusM[std::size_t(points.count)] = reach;
        points.radius[std::size_t(points.count)] = std::clamp(c.pixelsPerUnit * reach / z[i] / float(grid.step), 1.5f, most);
        points.add(i, ray, z[i], glm::dot(n, ray) > 0.15f ? -n : n);
    }
}

/// One row of the grid before it is smoothed.
void searchRow(const ToneFrame& frame, const Grid& grid, int j, PointRow& points, std::uint8_t* raw) {
    static const Spiral few(kTapsBoard), many(kTaps);
    const Spiral& spiral = frame.lit() ? many : few;
    choosePoints(frame, grid, j, points);
    const RowCamera& c = frame.camera;
    const GridRays rays{c.forward, c.right, c.up, c.midX, c.midY, c.perX, c.perY, grid.step, frame.width() - 1, frame.height() - 1};
    const PointLists lists{points.column.data(), points.px.data(), points.py.data(), points.pz.data(), points.nx.data(), points.ny.data(), points.nz.data(),
                           points.depth.data(), points.radiusM.data(), points.radius.data(), points.count};
    for (std::size_t k = 0; k < std::size_t(spiral.taps); ++k)
        tapRow(lists, j, {spiral.x[k].data(), spiral.y[k].data()}, {grid.z.data(), grid.width, grid.height}, rays, points.sum.data());
    for (std::size_t n = 0; n < std::size_t(points.count); ++n) {
        const float filled = std::min(1.0f, points.sum[n] * 2.2f * points.radiusM[n] / float(spiral.taps));
        raw[points.column[n]] = std::uint8_t(filled * 255.0f + 0.5f);
    }
}

/// `contactZ`: rows with one more point at both ends.
void keepDepth(ToneFrame& frame, const Grid& grid) {
    const std::size_t stride = std::size_t(grid.width) + 2;
    frame.contactZ.resize(stride * std::size_t(grid.height));
    for (int j = 0; j < grid.height; ++j) {
        float* row = frame.contactZ.data() + stride * std::size_t(j);
        const float* z = grid.z.data() + std::size_t(j) * std::size_t(grid.width);
        std::copy(z, z + grid.width, row + 1);
        row[0] = row[1];
        row[stride - 1] = row[stride - 2];
    }
}

} // namespace

void fillContact(ToneFrame& frame, WorkerPool& pool) {
    frame.contactStep = frame.lit() ? kContactStepLit : kContactStepBoard;
    const Grid grid = gridOf(frame, pool);
    frame.contact.fit(grid.width, grid.height);
    std::vector<std::uint8_t> raw(grid.z.size(), 0);
    pool.share((grid.height + kRows - 1) / kRows, [&](int task) {
        PointRow points(grid.width);
        for (int j = task * kRows; j < std::min(grid.height, (task + 1) * kRows); ++j) searchRow(frame, grid, j, points, raw.data() + std::size_t(j) * std::size_t(grid.width));
    });
    std::vector<std::uint8_t> calm(raw.size());
    const auto keep = [&](int j, int i, std::uint8_t v) { calm[std::size_t(j) * std::size_t(grid.width) + std::size_t(i)] = v; };
    const auto put = [&](int j, int i, std::uint8_t v) { frame.contact.row(j)[i] = v; };
    if (!frame.lit()) {
        smooth(grid, raw, pool, keep);
        smooth(grid, calm, pool, put);
    } else {
        smoothByDepth(grid, raw, pool, keep);
        smoothByDepth(grid, calm, pool, put);
        keepDepth(frame, grid);
    }
    for (int j = 0; j < grid.height; ++j) frame.contact.pad(j);
}

} // namespace rushes::render
