// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/shapes.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {
constexpr double pi = 3.14159265358979323846;
}

double interpolate(double x, const std::vector<glm::dvec2>& table) {
    if (x <= table.front().x) return table.front().y;
    for (std::size_t i = 1; i < table.size(); ++i)
        if (x <= table[i].x) {
            const double w = table[i].x - table[i - 1].x;
            return w <= 0 ? table[i].y : table[i - 1].y + (table[i].y - table[i - 1].y) * (x - table[i - 1].x) / w;
        }
    return table.back().y;
}

std::vector<double> spread(double a, double b, int n) {
    std::vector<double> v;
    for (int i = 0; i < n; ++i)
        v.push_back(n > 1 ? a + (b - a) * i / (n - 1) : a);
    return v;
}

Patch flatFaces(const std::vector<glm::dvec3>& points, const std::vector<std::vector<int>>& faces) {
    Patch out;
    for (const auto& face : faces) {
        glm::dvec3 n(0);
        for (std::size_t i = 0; i < face.size(); ++i)
            n += glm::cross(points[face[i]], points[face[(i + 1) % face.size()]]);
        const double length = glm::length(n);
        if (length < 1e-12) continue;
        const auto base = std::uint32_t(out.positions.size());
        for (const int i : face) {
            out.positions.push_back(points[i]);
            out.normals.push_back(n / length);
        }
        for (std::uint32_t i = 1; i + 1 < face.size(); ++i)
            out.triangles.push_back({base, base + i, base + i + 1});
    }
    return out;
}

Patch box(const glm::dvec3& size, const glm::dvec3& at, const glm::dvec2& taper) {
    const double w = size.x / 2, h = size.y, d = size.z / 2, u = w * taper.x, v = d * taper.y;
    std::vector<glm::dvec3> p{{-w, 0, -d}, {w, 0, -d}, {w, 0, d}, {-w, 0, d},
                              {-u, h, -v}, {u, h, -v}, {u, h, v}, {-u, h, v}};
    Patch out = flatFaces(p, {{0, 1, 2, 3}, {7, 6, 5, 4}, {3, 2, 6, 7}, {1, 0, 4, 5}, {0, 3, 7, 4}, {2, 1, 5, 6}});
    return out.moved(at);
}

Patch roundedBox(const glm::dvec3& size, double bevel) {
    const glm::dvec3 half = size / 2.0;
    const double b = std::min({bevel, half.x * .99, half.y * .99, half.z * .99});
    Patch out;
    // One vertex per corner and axis: corner (sx, sy, sz) seen from the face whose normal is `axis`.
    const auto index = [](const glm::ivec3& s, int axis) {
        return std::uint32_t(((((s.x + 1) / 2) * 2 + (s.y + 1) / 2) * 2 + (s.z + 1) / 2) * 3 + axis);
    };
    for (int sx = -1; sx <= 1; sx += 2)
        for (int sy = -1; sy <= 1; sy += 2)
            for (int sz = -1; sz <= 1; sz += 2)
                for (int axis = 0; axis < 3; ++axis) {
                    const glm::dvec3 s(sx, sy, sz);
                    glm::dvec3 n(0);
                    n[axis] = s[axis];
                    out.positions.push_back(s * (half - b) + b * n + glm::dvec3(0, half.y, 0));
                    out.normals.push_back(n);
                }
    const auto triangle = [&](std::uint32_t p, std::uint32_t q, std::uint32_t r) {
        const glm::dvec3 n = glm::cross(out.positions[q] - out.positions[p], out.positions[r] - out.positions[p]);
        const glm::dvec3 outwards = out.normals[p] + out.normals[q] + out.normals[r];
        if (glm::dot(n, outwards) < 0) std::swap(q, r);
        out.triangles.push_back({p, q, r});
    };
    const auto quad = [&](std::uint32_t p, std::uint32_t q, std::uint32_t r, std::uint32_t s) {
        triangle(p, q, r);
        triangle(p, r, s);
    };
    for (int axis = 0; axis < 3; ++axis) {
        const int o0 = axis == 0 ? 1 : 0, o1 = axis == 2 ? 1 : 2;
        const auto corner = [&](int a, int p, int r) {
            glm::ivec3 s;
            s[axis] = a;
            s[o0] = p;
            s[o1] = r;
            return s;
        };
        for (int a = -1; a <= 1; a += 2)
            quad(index(corner(a, -1, -1), axis), index(corner(a, 1, -1), axis), index(corner(a, 1, 1), axis),
                 index(corner(a, -1, 1), axis));
        for (int p = -1; p <= 1; p += 2)
            for (int r = -1; r <= 1; r += 2)
                quad(index(corner(-1, p, r), o0), index(corner(-1, p, r), o1), index(corner(1, p, r), o1),
                     index(corner(1, p, r), o0));
    }
    for (int sx = -1; sx <= 1; sx += 2)
        for (int sy = -1; sy <= 1; sy += 2)
            for (int sz = -1; sz <= 1; sz += 2)
                triangle(index({sx, sy, sz}, 0), index({sx, sy, sz}, 1), index({sx, sy, sz}, 2));
    return out;
}

Patch lathe(const Polygon& profile, int n) {
    Patch out;
    if (profile.size() < 2) return out;
    std::vector<glm::dvec2> edge;
    for (std::size_t i = 0; i + 1 < profile.size(); ++i) {
        const glm::dvec2 d = profile[i + 1] - profile[i];
        edge.push_back(glm::dvec2(d.y, -d.x) / (glm::length(d) + 1e-12));
    }
    const auto m = std::uint32_t(n);
    for (std::size_t i = 0; i < edge.size(); ++i) {
        glm::dvec2 ends[2] = {edge[i], edge[i]};
        if (i > 0 && glm::dot(edge[i - 1], edge[i]) > .74) ends[0] = edge[i - 1] + edge[i];
        if (i + 1 < edge.size() && glm::dot(edge[i + 1], edge[i]) > .74) ends[1] = edge[i + 1] + edge[i];
        const auto base = std::uint32_t(out.positions.size());
        for (int side = 0; side < 2; ++side) {
            const double length = glm::length(ends[side]);
            const glm::dvec2 normal = length > 0 ? ends[side] / length : glm::dvec2(0, 1);
            const glm::dvec2 p = profile[i + side];
            for (int j = 0; j < n; ++j) {
                const double a = 2 * pi * j / n;
                out.positions.emplace_back(p.x * std::sin(a), p.y, p.x * std::cos(a));
                out.normals.emplace_back(normal.x * std::sin(a), normal.y, normal.x * std::cos(a));
            }
        }
        const auto add = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
            const auto& p = out.positions;
            if (glm::length(glm::cross(p[b] - p[a], p[c] - p[a])) > 1e-9) out.triangles.push_back({a, b, c});
        };
        for (std::uint32_t j = 0; j < m; ++j) {
            const std::uint32_t k = (j + 1) % m;
            add(base + j, base + k, base + m + k);
            add(base + j, base + m + k, base + m + j);
        }
    }
    return out;
}

Patch sphere(const glm::dvec3& radii, int around, int down) {
    Patch out;
    for (int j = 0; j <= down; ++j)
        for (int i = 0; i < around; ++i) {
            const double b = pi * j / down, a = 2 * pi * i / around;
            const glm::dvec3 unit(std::sin(b) * std::sin(a), std::cos(b), std::sin(b) * std::cos(a));
            out.positions.push_back(unit * radii);
            out.normals.push_back(glm::normalize(unit / radii));
        }
    const auto n = std::uint32_t(around);
    for (std::uint32_t j = 0; j < std::uint32_t(down); ++j)
        for (std::uint32_t i = 0; i < n; ++i) {
            const std::uint32_t a = j * n + i, b = j * n + (i + 1) % n;
            if (j > 0) out.triangles.push_back({a, a + n, b});
            if (j + 1 < std::uint32_t(down)) out.triangles.push_back({b, a + n, b + n});
        }
    return out;
}

Path3 catmull(const Path3& p, int steps, bool closed) {
    const int n = int(p.size());
    Path3 out;
    if (n < 3 && !closed) {
        if (n < 2) return p;
        for (int i = 0; i <= steps; ++i)
            out.push_back(p[0] + (p[1] - p[0]) * (double(i) / steps));
        return out;
    }
    const auto at = [&](int i) { return closed ? p[((i % n) + n) % n] : p[std::clamp(i, 0, n - 1)]; };
    for (int i = 0; i < (closed ? n : n - 1); ++i) {
        const glm::dvec3 a = at(i - 1), b = at(i), c = at(i + 1), d = at(i + 2);
        for (int s = 0; s < steps; ++s) {
            const double t = double(s) / steps;
            out.push_back(.5 * ((2.0 * b) + (c - a) * t + (2.0 * a - 5.0 * b + 4.0 * c - d) * (t * t) +
                                (3.0 * b - a - 3.0 * c + d) * (t * t * t)));
        }
    }
    if (!closed) out.push_back(p.back());
    return out;
}

Patch sweep(const Path3& path, const std::vector<double>& radius, int n, bool closed, const Polygon& section) {
    Patch out;
    const int m = int(path.size());
    if (m < 2) return out;
    Polygon ring = section;
    if (ring.empty())
        for (int i = 0; i < n; ++i)
            ring.emplace_back(std::cos(2 * pi * i / n), std::sin(2 * pi * i / n));
    n = int(ring.size());
    glm::dvec3 side(0);
    for (int k = 0; k < m; ++k) {
        glm::dvec3 d = closed ? path[(k + 1) % m] - path[(k + m - 1) % m]
                              : path[std::min(k + 1, m - 1)] - path[std::max(k - 1, 0)];
        d /= glm::length(d) + 1e-12;
        if (k == 0) side = std::abs(d.z) < .9 ? glm::cross(d, glm::dvec3(0, 0, 1)) : glm::cross(glm::dvec3(0, 1, 0), d);
        side -= d * glm::dot(side, d);
        side /= glm::length(side) + 1e-12;
        const glm::dvec3 other = glm::cross(d, side);
        const double r = radius.size() == 1 ? radius[0] : radius[std::min<std::size_t>(k, radius.size() - 1)];
        for (const glm::dvec2& s : ring) {
            const glm::dvec3 q = s.x * side + s.y * other;
            out.positions.push_back(path[k] + r * q);
            out.normals.push_back(q / (glm::length(q) + 1e-12));
        }
    }
    const auto u = [](int i) { return std::uint32_t(i); };
    for (int k = 0; k < (closed ? m : m - 1); ++k)
        for (int i = 0; i < n; ++i) {
            const int a = k * n + i, b = k * n + (i + 1) % n, c = ((k + 1) % m) * n + i,
                      d = ((k + 1) % m) * n + (i + 1) % n;
            out.triangles.push_back({u(a), u(b), u(c)});
            out.triangles.push_back({u(b), u(d), u(c)});
        }
    if (closed) return out;
    for (int end = 0; end < 2; ++end) {
        const int e = end == 0 ? 0 : m - 1;
        const glm::dvec3 along = end == 0 ? path[0] - path[1] : path[m - 1] - path[m - 2];
        const glm::dvec3 normal = along / (glm::length(along) + 1e-12);
        const auto base = std::uint32_t(out.positions.size());
        for (int i = 0; i < n; ++i) {
            out.positions.push_back(out.positions[e * n + i]);
            out.normals.push_back(normal);
        }
        for (int i = 1; i + 1 < n; ++i)
            end == 0 ? out.triangles.push_back({base, base + u(i) + 1, base + u(i)})
                     : out.triangles.push_back({base, base + u(i), base + u(i) + 1});
    }
    return out;
}

Patch torus(double radius, double tube, int around, int n) {
    Path3 ring;
    for (int i = 0; i < around; ++i)
        ring.emplace_back(radius * std::cos(2 * pi * i / around), radius * std::sin(2 * pi * i / around), 0);
    return sweep(ring, {tube}, n, true);
}

} // namespace rushes::sets
