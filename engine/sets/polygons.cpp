// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/shapes.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

double signedArea(const Polygon& p) {
    double area = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const glm::dvec2 a = p[i], b = p[(i + 1) % p.size()];
        area += a.x * b.y - b.x * a.y;
    }
    return area;
}

double side(const glm::dvec2& a, const glm::dvec2& b, const glm::dvec2& c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// What of the polygon is above (sign 1) or below (sign -1) the height.
Polygon halfAt(const Polygon& p, double y, double sign) {
    Polygon out;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const glm::dvec2 a = p[i], b = p[(i + 1) % p.size()];
        const double da = sign * (a.y - y), db = sign * (b.y - y);
        if (da >= 0) out.push_back(a);
        if (da * db < 0) out.emplace_back(a.x + da / (da - db) * (b.x - a.x), y);
    }
    return out;
}

Polygon band(const Polygon& p, double y0, double y1) {
    const Polygon above = halfAt(p, y0, 1);
    return above.empty() ? above : halfAt(above, y1, -1);
}

/// Points where edges cross the break heights, so that no face bends inside.
Polygon splitAtHeights(const Polygon& p, const std::vector<glm::dvec2>& pinch) {
    Polygon out;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const glm::dvec2 a = p[i], b = p[(i + 1) % p.size()];
        out.push_back(a);
        std::vector<double> cuts;
        for (const glm::dvec2& q : pinch)
            if ((a.y - q.x) * (b.y - q.x) < 0) cuts.push_back((q.x - a.y) / (b.y - a.y));
        std::sort(cuts.begin(), cuts.end());
        for (const double t : cuts)
            if (t > 1e-4 && t < 1 - 1e-4) out.push_back(a + (b - a) * t);
    }
    return out;
}

void addCap(Patch& out, const Polygon& p, const auto& halfDepth) {
    if (p.size() < 3) return;
    const auto triangles = earClip(p);
    double y0 = 1e30, y1 = -1e30;
    for (const auto& q : p) {
        y0 = std::min(y0, q.y);
        y1 = std::max(y1, q.y);
    }
    const double slope = y1 - y0 < 1e-6 ? 0 : (halfDepth(y1) - halfDepth(y0)) / (y1 - y0);
    for (const double s : {1.0, -1.0}) {
        const auto base = std::uint32_t(out.positions.size());
        const glm::dvec3 n = glm::dvec3(0, -slope, s) / std::hypot(1.0, slope);
        for (const auto& q : p) {
            out.positions.emplace_back(q.x, q.y, s * halfDepth(q.y));
            out.normals.push_back(n);
        }
        for (const Corner3& t : triangles)
            s > 0 ? out.triangles.push_back({base + t[0], base + t[1], base + t[2]})
                  : out.triangles.push_back({base + t[0], base + t[2], base + t[1]});
    }
}

} // namespace

std::vector<Corner3> earClip(const Polygon& p) {
    std::vector<std::uint32_t> index(p.size());
    for (std::uint32_t i = 0; i < p.size(); ++i)
        index[i] = i;
    if (signedArea(p) < 0) std::reverse(index.begin(), index.end());
    std::vector<Corner3> out;
    for (int guard = 0; index.size() > 3 && guard < 2000; ++guard) {
        bool clipped = false;
        for (std::size_t k = 0; k < index.size() && !clipped; ++k) {
            const std::uint32_t a = index[(k + index.size() - 1) % index.size()], b = index[k],
                                c = index[(k + 1) % index.size()];
            if (side(p[a], p[b], p[c]) <= 1e-12) continue;
            const bool holds = std::any_of(index.begin(), index.end(), [&](std::uint32_t q) {
                return q != a && q != b && q != c && side(p[a], p[b], p[q]) >= -1e-12 &&
                       side(p[b], p[c], p[q]) >= -1e-12 && side(p[c], p[a], p[q]) >= -1e-12;
            });
            if (holds) continue;
            out.push_back({a, b, c});
            index.erase(index.begin() + std::ptrdiff_t(k));
            clipped = true;
        }
        if (!clipped) index.erase(index.begin()); // degenerate: drop a point and go on
    }
    if (index.size() == 3) out.push_back({index[0], index[1], index[2]});
    return out;
}

Polygon roundCorners(const Polygon& p, double radius, int steps) {
    if (radius <= 0) return p;
    Polygon out;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const glm::dvec2 a = p[(i + p.size() - 1) % p.size()], b = p[i], c = p[(i + 1) % p.size()];
        const double la = glm::length(a - b), lc = glm::length(c - b), q = std::min({radius, la * .45, lc * .45});
        const glm::dvec2 u = b + (a - b) / la * q, v = b + (c - b) / lc * q;
        for (const double t : spread(0, 1, steps + 1))
            out.push_back((1 - t) * (1 - t) * u + 2 * t * (1 - t) * b + t * t * v);
    }
    return out;
}

Patch extrude(Polygon p, double depth, const std::vector<glm::dvec2>& pinch) {
    if (signedArea(p) < 0) std::reverse(p.begin(), p.end());
    const auto halfDepth = [&](double y) { return depth / 2 * (pinch.empty() ? 1.0 : interpolate(y, pinch)); };
    if (!pinch.empty()) p = splitAtHeights(p, pinch);
    Patch out;
    const std::size_t n = p.size();
    std::vector<glm::dvec2> edge(n);
    for (std::size_t i = 0; i < n; ++i) {
        const glm::dvec2 d = p[(i + 1) % n] - p[i];
        edge[i] = glm::dvec2(d.y, -d.x) / (glm::length(d) + 1e-12);
    }
    for (std::size_t i = 0; i < n; ++i) {
        const glm::dvec2 before = edge[(i + n - 1) % n], here = edge[i], after = edge[(i + 1) % n];
        const glm::dvec2 na = glm::normalize(glm::dot(here, before) > .74 ? here + before : here);
        const glm::dvec2 nb = glm::normalize(glm::dot(here, after) > .74 ? here + after : here);
        const glm::dvec2 a = p[i], b = p[(i + 1) % n];
        const auto base = std::uint32_t(out.positions.size());
        out.positions.insert(out.positions.end(), {{a.x, a.y, -halfDepth(a.y)},
                                                   {b.x, b.y, -halfDepth(b.y)},
                                                   {b.x, b.y, halfDepth(b.y)},
                                                   {a.x, a.y, halfDepth(a.y)}});
        out.normals.insert(out.normals.end(), {{na.x, na.y, 0}, {nb.x, nb.y, 0}, {nb.x, nb.y, 0}, {na.x, na.y, 0}});
        out.triangles.push_back({base, base + 1, base + 2});
        out.triangles.push_back({base, base + 2, base + 3});
    }
    if (pinch.empty()) {
        addCap(out, p, halfDepth);
        return out;
    }
    for (std::size_t i = 0; i + 1 < pinch.size(); ++i)
        addCap(out, band(p, pinch[i].x, pinch[i + 1].x), halfDepth);
    addCap(out, band(p, -1e6, pinch.front().x), halfDepth);
    addCap(out, band(p, pinch.back().x, 1e6), halfDepth);
    return out;
}

Patch flatPolygon(const Polygon& polygon) {
    Patch out;
    for (const auto& p : polygon) {
        out.positions.emplace_back(p.x, p.y, 0);
        out.normals.emplace_back(0, 0, 1);
    }
    out.triangles = earClip(polygon);
    return out;
}

} // namespace rushes::sets
