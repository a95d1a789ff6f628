// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/lens_blur.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rushes::render {
namespace {

constexpr float kLargestShare = 0.045f; ///< of the picture's height: radius above which blur costs and tells nothing more
constexpr float kSharp = 0.6f;          ///< pixels of radius below which nothing is done
constexpr int kBand = 16;

/// Rows of colour and radius that can be turned on their side.
struct Planes {
    int width = 0, height = 0;
    std::vector<float> r, g, b;
    std::vector<float> radius; ///< pixels that each point is spread over
    std::vector<float> weight; ///< how much a point gives to its blurred neighbours

    Planes(int w, int h) : width(w), height(h) {
        for (auto* list : {&r, &g, &b, &radius, &weight}) list->resize(std::size_t(w) * std::size_t(h));
    }
    std::size_t at(int x, int y) const { return std::size_t(y) * std::size_t(width) + std::size_t(x); }
};

int bandsOf(int rows) { return (rows + kBand - 1) / kBand; }

template <class Work> void eachRow(int rows, WorkerPool& pool, const Work& work) {
    pool.share(bandsOf(rows), [&](int band) {
        for (int y = band * kBand; y < std::min(rows, (band + 1) * kBand); ++y) work(y);
    });
}

Planes turned(const Planes& in, WorkerPool& pool) {
    Planes out(in.height, in.width);
    eachRow(out.height, pool, [&](int y) {
        for (int x = 0; x < out.width; ++x) {
            const std::size_t to = out.at(x, y), from = in.at(y, x);
            out.r[to] = in.r[from];
            out.g[to] = in.g[from];
            out.b[to] = in.b[from];
            out.radius[to] = in.radius[from];
            out.weight[to] = in.weight[from];
        }
    });
    return out;
}

/// One row by running sums: the mean over 2 radius + 1 points, each as heavy as its own blur.
void blurRow(Planes& p, int y, std::vector<double>& sums) {
    const int n = p.width;
    sums.assign(std::size_t(n + 1) * 4, 0.0);
    const std::size_t row = p.at(0, y);
    for (int x = 0; x < n; ++x) {
        const std::size_t i = row + std::size_t(x), s = std::size_t(x) * 4;
        const double w = double(p.weight[i]);
        sums[s + 4] = sums[s] + w * double(p.r[i]);
        sums[s + 5] = sums[s + 1] + w * double(p.g[i]);
        sums[s + 6] = sums[s + 2] + w * double(p.b[i]);
        sums[s + 7] = sums[s + 3] + w;
    }
    for (int x = 0; x < n; ++x) {
        const std::size_t i = row + std::size_t(x);
        const float radius = p.radius[i];
        if (radius < kSharp) continue;
        // The part of the radius beyond a whole pixel mixes two windows, or the blur would step where depth slopes.
        const int whole = int(radius);
        const double part = double(radius - float(whole));
        double c[4] = {0, 0, 0, 0};
        for (int k = 0; k < 2; ++k) {
            const std::size_t from = std::size_t(std::max(0, x - whole - k)) * 4, to = std::size_t(std::min(n, x + whole + k + 1)) * 4;
            const double share = (k ? part : 1 - part) / double(2 * (whole + k) + 1);
            for (std::size_t m = 0; m < 4; ++m) c[m] += share * (sums[to + m] - sums[from + m]);
        }
        if (c[3] <= 1e-9) continue;
        p.r[i] = float(c[0] / c[3]);
        p.g[i] = float(c[1] / c[3]);
        p.b[i] = float(c[2] / c[3]);
    }
}

/// Lets the radius of what is in front of the focus reach over its edge.
void spreadRow(const Planes& p, int y, const std::vector<float>& front, std::vector<float>& out) {
    std::vector<double> sums(std::size_t(p.width) + 1, 0.0);
    const std::size_t row = p.at(0, y);
    float most = 0;
    for (int x = 0; x < p.width; ++x) {
        sums[std::size_t(x) + 1] = sums[std::size_t(x)] + double(front[row + std::size_t(x)]);
        most = std::max(most, front[row + std::size_t(x)]);
    }
    const int reach = int(most);
    for (int x = 0; x < p.width; ++x) {
        const int from = std::max(0, x - reach), to = std::min(p.width, x + reach + 1);
        const float mean = reach ? float((sums[std::size_t(to)] - sums[std::size_t(from)]) / double(2 * reach + 1)) : 0.0f;
        out[row + std::size_t(x)] = std::max(front[row + std::size_t(x)], std::min(most, 2 * mean));
    }
}

std::vector<float> turnedPlane(const std::vector<float>& in, int width, int height) {
    std::vector<float> out(in.size());
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) out[std::size_t(x) * std::size_t(height) + std::size_t(y)] = in[std::size_t(y) * std::size_t(width) + std::size_t(x)];
    return out;
}

Planes read(const View& view, const GeometryFrame& geometry, int samples, WorkerPool& pool, const Image& picture) {
    Planes p(picture.width, picture.height);
    const float limit = std::max(2.0f, kLargestShare * float(picture.height));
    std::vector<float> front(p.r.size(), 0.0f);
    eachRow(p.height, pool, [&](int y) {
        const float* depth = geometry.depth + std::size_t(y * samples) * std::size_t(geometry.width);
        const auto* pixels = picture.rowAs<std::uint8_t>(y);
        for (int x = 0; x < p.width; ++x) {
            const std::size_t i = p.at(x, y);
            p.r[i] = pixels[x * 4];
            p.g[i] = pixels[x * 4 + 1];
            p.b[i] = pixels[x * 4 + 2];
            const float d = depth[x * samples], c = confusionPixels(view.camera, p.width, d > 1e-6f ? kNearM / d : 1e5f) * 0.5f;
            p.radius[i] = std::min(std::fabs(c), limit);
            if (c < 0) front[i] = p.radius[i];
        }
    });
    std::vector<float> spread(front.size());
    eachRow(p.height, pool, [&](int y) { spreadRow(p, y, front, spread); });
    Planes side(p.height, p.width);
    const auto onSide = turnedPlane(spread, p.width, p.height);
    eachRow(side.height, pool, [&](int y) { spreadRow(side, y, onSide, side.radius); });
    const auto back = turnedPlane(side.radius, side.width, side.height);
    for (std::size_t i = 0; i < back.size(); ++i) {
        p.weight[i] = std::clamp((p.radius[i] - 0.3f) * 0.5f, 0.03f, 1.0f);
        p.radius[i] = std::max(p.radius[i], back[i]);
    }
    return p;
}

void write(const Planes& p, WorkerPool& pool, Image& picture) {
    const auto byte = [](float v) { return std::uint8_t(std::clamp(v + 0.5f, 0.0f, 255.0f)); };
    eachRow(p.height, pool, [&](int y) {
        auto* pixels = picture.rowAs<std::uint8_t>(y);
        for (int x = 0; x < p.width; ++x) {
            const std::size_t i = p.at(x, y);
            pixels[x * 4] = byte(p.r[i]);
            pixels[x * 4 + 1] = byte(p.g[i]);
            pixels[x * 4 + 2] = byte(p.b[i]);
        }
    });
}

void blurRows(Planes& p, WorkerPool& pool) {
    eachRow(p.height, pool, [&](int y) {
        std::vector<double> sums;
        blurRow(p, y, sums);
    });
}

} // namespace

float confusionPixels(const geometry::Camera& camera, int width, float z) {
    const float f = camera.focalMm, focus = std::max(camera.focusM * 1000, f * 1.5f), distance = std::max(z * 1000, 1.0f);
    const float diameterMm = f * f / (std::max(camera.stop, 0.5f) * (focus - f)) * (distance - focus) / distance;
    return diameterMm / camera.sensorWidthMm * float(width);
}

void blurByLens(const View& view, const GeometryFrame& geometry, int samples, WorkerPool& pool, Image& picture) {
    Planes planes = read(view, geometry, samples, pool, picture);
    // Two boxes each way make a round enough spot; each has 0.62 of the radius, so that together they have its spread.
    for (auto& radius : planes.radius) radius *= 0.62f;
    for (int pass = 0; pass < 2; ++pass) {
        blurRows(planes, pool);
        planes = turned(planes, pool);
        blurRows(planes, pool);
        planes = turned(planes, pool);
    }
    write(planes, pool, picture);
}

} // namespace rushes::render
