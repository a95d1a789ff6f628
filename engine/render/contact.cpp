// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/contact.h"

#include "engine/render/oct_normal.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace rushes::render {
namespace {

constexpr int kTaps = 20, kTapsBoard = 10;
constexpr float kSmallest = 5; ///< samples; a smaller reach is not worth the looking
constexpr float kReachM = 50; ///< farther things get none

struct Grid {
    int step; ///< samples between points
    int width, height;
    std::vector<glm::vec3> points;
    std::vector<float> z; ///< 0 where nothing is
};

Grid gridOf(const ToneFrame& f, WorkerPool& pool) {
    const int step = f.contactStep;
    Grid g{step, (f.width() + step - 1) / step, (f.height() + step - 1) / step, {}, {}};
    g.points.resize(std::size_t(g.width) * std::size_t(g.height));
    g.z.resize(g.points.size());
    const RowCamera& c = f.camera;
    pool.share(g.height, [&](int j) {
        const int y = std::min(j * step + step / 2, f.height() - 1);
        for (int i = 0; i < g.width; ++i) {
            const int x = std::min(i * step + step / 2, f.width() - 1);
            const float d = f.geometry.depth[std::size_t(y) * std::size_t(f.width()) + std::size_t(x)];
            const std::size_t at = std::size_t(j) * std::size_t(g.width) + std::size_t(i);
            if (d <= kNearM / (kReachM * 4)) continue;
            g.z[at] = kNearM / d;
            g.points[at] = c.eye + g.z[at] * (c.forward + c.right * ((float(x) + 0.5f - c.midX) * c.perX) - c.up * ((float(y) + 0.5f - c.midY) * c.perY));
        }
    });
    return g;
}

/// Offsets on a sunflower spiral, for each of 16 turns, so that neighbouring points look in different directions.
struct Spiral {
    std::array<std::array<glm::vec2, kTaps>, 16> at;
    int taps;
    explicit Spiral(int count) : taps(count) {
        for (int turn = 0; turn < 16; ++turn)
            for (int k = 0; k < taps; ++k) {
                const float r = std::sqrt((float(k) + 0.5f) / float(taps)), a = float(turn) * 0.3927f + float(k) * 2.399963f;
                at[std::size_t(turn)][std::size_t(k)] = {r * std::cos(a), r * std::sin(a)};
            }
    }
};

/// What the look asks of the search.
struct Reach {
    const Spiral& spiral;
    float radiusM, pixelsPerUnit;
    float most; ///< points of the grid
};

float filled(const Grid& g, int i, int j, const glm::vec3& normal, const Reach& reach) {
    const float radiusM = reach.radiusM;
    const std::size_t at = std::size_t(j) * std::size_t(g.width) + std::size_t(i);
    const float z = g.z[at], radius = std::clamp(reach.pixelsPerUnit * radiusM / z / float(g.step), 1.5f, reach.most);
    const glm::vec3 p = g.points[at];
    float sum = 0;
    for (int k = 0; k < reach.spiral.taps; ++k) {
        const glm::vec2 tap = reach.spiral.at[std::size_t((i * 7 + j * 13) & 15)][std::size_t(k)];
        const int x = i + int(std::lround(tap.x * radius)), y = j + int(std::lround(tap.y * radius));
        if (x < 0 || y < 0 || x >= g.width || y >= g.height) continue;
        const std::size_t other = std::size_t(y) * std::size_t(g.width) + std::size_t(x);
        if (g.z[other] == 0) continue;
        const glm::vec3 v = g.points[other] - p;
        const float d2 = glm::dot(v, v);
        if (d2 > radiusM * radiusM * 4) continue;
        const float rise = glm::dot(v, normal) - 0.006f - 0.0015f * z;
        if (rise > 0) sum += rise / (d2 + 0.0006f);
    }
    return std::min(1.0f, sum * 2.2f * radiusM / float(reach.spiral.taps));
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
    static const Spiral few(kTapsBoard), many(kTaps);
    const bool board = !frame.lit();
    const float radius = frame.view->atmosphere.contactRadiusM * (board ? 1.0f : 1.6f);
    const Reach reach{board ? few : many, radius, frame.camera.pixelsPerUnit, board ? 24.0f : 48.0f};
    const Reach ofFigures{reach.spiral, board ? radius : 0.2f, reach.pixelsPerUnit, reach.most}; // a chin darkens the neck, not the shoulders
    const int step = grid.step;
    frame.contact.fit(grid.width, grid.height);
    std::vector<std::uint8_t> raw(grid.z.size(), 0);
    pool.share(grid.height, [&](int j) {
        const int y = std::min(j * step + step / 2, frame.height() - 1);
        for (int i = 0; i < grid.width; ++i) {
            const std::size_t at = std::size_t(j) * std::size_t(grid.width) + std::size_t(i);
            if (grid.z[at] == 0 || grid.z[at] > kReachM || frame.camera.pixelsPerUnit * radius / grid.z[at] < kSmallest * float(frame.samples)) continue;
            const int x = std::min(i * step + step / 2, frame.width() - 1);
            const std::uint32_t word = frame.geometry.words[std::size_t(y) * std::size_t(frame.width()) + std::size_t(x)], flags = frame.table->flags[word & 0xffffu];
            if ((flags & (kSky | kEmits)) || (flags >> 8 & 3u) == 2u || (board && (flags & (kHatched | kFigure)) != kHatched)) continue; // would not be drawn
            glm::vec3 n = glm::normalize(octNormal(word));
            if (glm::dot(n, grid.points[at] - frame.camera.eye) > 0.15f * grid.z[at]) n = -n;
            raw[at] = std::uint8_t(filled(grid, i, j, n, flags & kFigure ? ofFigures : reach) * 255.0f + 0.5f);
        }
    });
    std::vector<std::uint8_t> calm(raw.size());
    const auto keep = [&](int j, int i, std::uint8_t v) { calm[std::size_t(j) * std::size_t(grid.width) + std::size_t(i)] = v; };
    const auto put = [&](int j, int i, std::uint8_t v) { frame.contact.row(j)[i] = v; };
    if (board) {
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
