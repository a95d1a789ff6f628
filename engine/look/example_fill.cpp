// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/example_fill.h"

#include "engine/look/residual.h"
#include "engine/look/steady_hash.h"

#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace rushes::look {
namespace {

constexpr float kCleanPx = 2.2f, kLeastRadius = 5, kMostRadius = 60;
constexpr int kLeastPixels = 60;
constexpr float kRootThree = 1.7320508f;

glm::vec3 restAt(const GuideFrame& f, std::size_t i) { return {f.rest.data[3 * i], f.rest.data[3 * i + 1], f.rest.data[3 * i + 2]}; }

/// The two coordinates that lie in the plane across an axis.
glm::vec2 inPlane(const glm::vec3& p, int axis) { return {axis == 0 ? p.z : p.x, axis == 1 ? p.z : p.y}; }

int axisOf(const glm::vec3& n) {
    const glm::vec3 a = glm::abs(n);
    return a.x >= a.y && a.x >= a.z ? 0 : a.y >= a.z ? 1 : 2;
}

float fraction(float x) { return x - std::floor(x); }

Plane smoothed(const Plane& in, int radius) {
    Plane half = in, out = in;
    const auto pass = [radius](const Plane& from, Plane& to, int dx, int dy) {
        for (int y = 0; y < from.height; ++y)
            for (int x = 0; x < from.width; ++x)
                for (int c = 0; c < 3; ++c) {
                    float sum = 0;
                    for (int k = -radius; k <= radius; ++k) sum += from.at(std::clamp(x + k * dx, 0, from.width - 1), std::clamp(y + k * dy, 0, from.height - 1))[c];
                    to.at(x, y)[c] = sum / float(2 * radius + 1);
                }
    };
    pass(in, half, 1, 0);
    pass(half, out, 0, 1);
    return out;
}

/// Side of a square about each marked pixel that is marked throughout, as steps from its centre (chessboard distance), two passes.
std::vector<int> chessDistance(const std::vector<std::uint8_t>& marked, int width, int height) {
    std::vector<int> d(marked.size());
    const auto at = [&](int x, int y) { return x < 0 || y < 0 || x >= width || y >= height ? 0 : d[std::size_t(y) * std::size_t(width) + std::size_t(x)]; };
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto i = std::size_t(y) * std::size_t(width) + std::size_t(x);
            if (marked[i]) d[i] = 1 + std::min({at(x - 1, y), at(x - 1, y - 1), at(x, y - 1), at(x + 1, y - 1)});
        }
    for (int y = height - 1; y >= 0; --y)
        for (int x = width - 1; x >= 0; --x) {
            const auto i = std::size_t(y) * std::size_t(width) + std::size_t(x);
            if (marked[i]) d[i] = std::min(d[i], 1 + std::min({at(x + 1, y), at(x + 1, y + 1), at(x, y + 1), at(x - 1, y + 1)}));
        }
    return d;
}

/// How the plane's coordinates change over a square of pixels: uv = slope * px, by least squares; nothing where it degenerates.
struct Slope {
    glm::vec2 right{0}, down{0};
    float most = 0, least = 0; ///< singular values, metres a pixel
};
std::optional<Slope> slopeAt(const GuideFrame& f, int cx, int cy, int reach, int axis) {
    Slope s;
    double squares = 0;
    for (int y = -reach; y <= reach; ++y)
        for (int x = -reach; x <= reach; ++x) {
            const auto i = std::size_t(std::clamp(cy + y, 0, f.height - 1)) * std::size_t(f.width) + std::size_t(std::clamp(cx + x, 0, f.width - 1));
            const glm::vec2 uv = inPlane(restAt(f, i), axis);
            s.right += uv * float(x);
            s.down += uv * float(y);
            squares += double(x * x);
        }
    s.right /= float(squares);
    s.down /= float(squares);
    const float a = glm::dot(s.right, s.right), d = glm::dot(s.down, s.down), b = glm::dot(s.right, s.down), middle = (a + d) / 2, root = std::sqrt(std::max(0.0f, (a - d) * (a - d) / 4 + b * b));
    s.most = std::sqrt(middle + root);
    s.least = std::sqrt(std::max(0.0f, middle - root));
    if (s.least < 1e-6f || s.most / s.least > 12) return {};
    return s;
}

} // namespace

std::vector<std::uint8_t> facingAxes(const GuideFrame& f) {
    std::vector<std::uint8_t> axes(f.pixels(), 2);
    for (int y = 0; y < f.height; ++y)
        for (int x = 0; x < f.width; ++x) {
            const auto i = std::size_t(y) * std::size_t(f.width) + std::size_t(x);
            if (!f.object[i]) continue;
            const float* n = f.normalWorld.data.data() + 3 * i;
            if (!f.moving[i]) {
                axes[i] = std::uint8_t(axisOf({n[0], n[1], n[2]}));
                continue;
            }
            const auto right = x + 1 < f.width ? i + 1 : i - 1, down = y + 1 < f.height ? i + std::size_t(f.width) : i - std::size_t(f.width);
            axes[i] = std::uint8_t(axisOf(glm::cross(restAt(f, right) - restAt(f, i), restAt(f, down) - restAt(f, i))));
        }
    return axes;
}

ExampleFill::Kind ExampleFill::kindOf(const GuideFrame& f, const std::vector<std::uint8_t>& axes, std::size_t i) {
    const float light = f.light.data[2 * i];
    Kind kind{f.object[i], f.part[i], axes[i], f.object[i] ? int(light > 0.2f) + int(light > 0.6f) : 2, f.figure[i] != 0, {}};
    std::copy_n(f.albedo.data.data() + 3 * i, 3, kind.albedo);
    return kind;
}

void ExampleFill::add(const GuideFrame& key, const Plane& residual) {
    m_sources.push_back({{residual, smoothed(residual, 1), smoothed(smoothed(residual, 1), 2)}});
    const auto axes = facingAxes(key);
    std::map<std::tuple<std::uint32_t, std::uint32_t, int, int>, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < key.pixels(); ++i) {
        const float* d = key.distance.data.data() + std::size_t(kLineKinds) * i;
        if (*std::min_element(d, d + kLineKinds) <= kCleanPx) continue;
        const Kind kind = kindOf(key, axes, i);
        groups[{kind.object, kind.part, kind.axis, kind.light}].push_back(i);
    }
    for (const auto& [name, pixels] : groups)
        if (int(pixels.size()) >= kLeastPixels) addKind(key, kindOf(key, axes, pixels[pixels.size() / 2]), pixels);
}

void ExampleFill::addKind(const GuideFrame& key, const Kind& kind, const std::vector<std::size_t>& pixels) {
    const auto w = std::size_t(key.width);
    int x0 = key.width, y0 = key.height, x1 = 0, y1 = 0;
    for (const auto i : pixels) {
        x0 = std::min(x0, int(i % w)), x1 = std::max(x1, int(i % w) + 1);
        y0 = std::min(y0, int(i / w)), y1 = std::max(y1, int(i / w) + 1);
    }
    const int width = x1 - x0;
    std::vector<std::uint8_t> marked(std::size_t(width) * std::size_t(y1 - y0));
    for (const auto i : pixels) marked[std::size_t(int(i / w) - y0) * std::size_t(width) + std::size_t(int(i % w) - x0)] = 1;
    const auto distance = chessDistance(marked, width, y1 - y0);
    const auto most = std::size_t(std::max_element(distance.begin(), distance.end()) - distance.begin());
    const float radius = std::min(float(distance[most]) - 1, kMostRadius);
    if (radius < kLeastRadius - 1) return;
    Example e;
    e.kind = kind;
    e.source = int(m_sources.size()) - 1;
    e.centreX = float(x0 + int(most % std::size_t(width)));
    e.centreY = float(y0 + int(most / std::size_t(width)));
    e.radius = radius;
    const auto slope = slopeAt(key, int(e.centreX), int(e.centreY), std::max(2, int(radius / 2)), kind.axis);
    if (!slope) return;
    const float det = slope->right.x * slope->down.y - slope->right.y * slope->down.x;
    e.perMetre[0][0] = slope->down.y / det, e.perMetre[0][1] = -slope->down.x / det;
    e.perMetre[1][0] = -slope->right.y / det, e.perMetre[1][1] = slope->right.x / det;
    e.metresPerPixel = std::sqrt(slope->most * slope->least);
    e.cell = 0.62f * radius * slope->least;
    e.slack = 0.38f * radius;
    const int reach = int(radius * 0.8f);
    float count = 0;
    for (int y = -reach; y <= reach; ++y)
        for (int x = -reach; x <= reach; ++x, ++count) {
            const float* p = m_sources.back().levels[0].at(std::clamp(int(e.centreX) + x, 0, key.width - 1), std::clamp(int(e.centreY) + y, 0, key.height - 1));
            for (int c = 0; c < 3; ++c) e.mean[c] += p[c];
        }
    for (float& m : e.mean) m /= count;
    m_examples.push_back(e);
}

int ExampleFill::pick(const Kind& k) const {
    int best = -1;
    float least = 1e9f;
    for (std::size_t i = 0; i < m_examples.size(); ++i) {
        const Kind& o = m_examples[i].kind;
        float apart = 0;
        for (int c = 0; c < 3; ++c) apart += std::fabs(o.albedo[c] - k.albedo[c]) / 3;
        const float cost = (o.object != k.object ? 4.0f : 0.0f) + (o.part != k.part ? 4.0f : 0.0f) + 10 * apart + (o.axis != k.axis ? 1.5f : 0.0f) + 2.2f * float(std::abs(o.light - k.light)) +
                           8 / m_examples[i].radius + (o.figure != k.figure ? 6.0f : 0.0f);
        if (cost < least) least = cost, best = int(i);
    }
    return best;
}

/// A pixel to fill: where in the plane, and how many metres a pixel covers there.
struct ExampleFill::Spot {
    glm::vec2 uv;
    float metresPerPixel;
    int example;
};

void ExampleFill::paintAt(const Spot& spot, const Example& e, float* add) const {
    const glm::vec2 q = spot.uv / e.cell;
    const float x = q.x - q.y / kRootThree, y = q.y * 2 / kRootThree;
    const int bx = int(std::floor(x)), by = int(std::floor(y));
    const float fx = fraction(x), fy = fraction(y), rest = 1 - fx - fy;
    const bool low = rest > 0;
    const struct {
        int x, y;
        float weight;
    } corners[3] = {{low ? bx : bx + 1, low ? by : by + 1, low ? rest : -rest}, {low ? bx : bx + 1, low ? by + 1 : by, low ? fy : 1 - fy}, {low ? bx + 1 : bx, low ? by : by + 1, low ? fx : 1 - fx}};
    const float level = std::log2(std::clamp(spot.metresPerPixel / e.metresPerPixel, 1.0f, 8.0f));
    const float share[3] = {std::clamp(1 - level, 0.0f, 1.0f), 1 - std::clamp(1 - level, 0.0f, 1.0f) - std::clamp(level - 1, 0.0f, 1.0f), std::clamp(level - 1, 0.0f, 1.0f)};
    float sum[3]{}, squares = 0;
    for (const auto& corner : corners) {
        const float w = corner.weight * corner.weight;
        const glm::vec2 vertex = glm::vec2(float(corner.x) + 0.5f * float(corner.y), float(corner.y) * (kRootThree / 2)) * e.cell, d = spot.uv - vertex;
        float px[2];
        for (int k = 0; k < 2; ++k) {
            float off = e.perMetre[k][0] * d.x + e.perMetre[k][1] * d.y + (steadyHash(std::uint32_t(corner.x), std::uint32_t(corner.y), std::uint32_t(spot.example), k ? 977u : 0u) * 2 - 1) * e.slack;
            off = std::fmod(off + e.radius, 4 * e.radius); // mirrored at the square's border
            if (off < 0) off += 4 * e.radius;
            px[k] = (off > 2 * e.radius ? 4 * e.radius - off : off) - e.radius;
        }
        for (int l = 0; l < 3; ++l) {
            if (share[l] <= 0) continue;
            float taken[3];
            sampleBilinear(m_sources[std::size_t(e.source)].levels[l], e.centreX + px[0], e.centreY + px[1], taken);
            for (int c = 0; c < 3; ++c) sum[c] += (taken[c] - e.mean[c]) * share[l] * w;
        }
        squares += w * w;
    }
    const float gain = std::clamp((e.radius - 4) / 8, 0.0f, 1.0f) / std::max(std::sqrt(squares), 1e-4f);
    for (int c = 0; c < 3; ++c) add[c] = sum[c] * gain;
}

void ExampleFill::apply(const GuideFrame& f, const std::vector<std::uint8_t>& axes, const std::vector<float>& amount, int first, int last, Plane& picture) const {
    if (m_examples.empty()) return;
    std::map<std::tuple<std::uint32_t, std::uint32_t, int, int, int>, int> picks;
    for (std::size_t i = std::size_t(first) * std::size_t(f.width), end = std::size_t(last) * std::size_t(f.width); i < end; ++i) {
        if (amount[i] < 0.05f) continue;
        Kind kind = kindOf(f, axes, i);
        int tone = 0; // sixteen steps a channel: the choice must not hang on which pixel asks first
        for (float& c : kind.albedo) {
            const int step = int(c * 15 + 0.5f);
            c = float(step) / 15;
            tone = tone * 16 + step;
        }
        const auto [place, fresh] = picks.try_emplace({kind.object, kind.part, kind.axis, kind.light, tone}, -1);
        if (fresh) place->second = pick(kind);
        if (place->second < 0) continue;
        const Spot spot{inPlane(restAt(f, i), kind.axis), (f.object[i] ? f.depth.data[i] : kSkyM) / f.focalPx, place->second};
        float add[3];
        paintAt(spot, m_examples[std::size_t(place->second)], add);
        for (std::size_t c = 0; c < 3; ++c) picture.data[3 * i + c] += add[c] * amount[i];
    }
}

} // namespace rushes::look
