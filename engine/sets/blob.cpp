// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/shapes.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

class Field {
public:
    Field(const std::vector<Cone>& cones, double k, std::optional<BlobNoise> noise)
        : m_cones(cones), m_k(k), m_noise(noise) {}

    double at(const glm::dvec3& p) const {
        double sum = 0;
        for (const Cone& c : m_cones) {
            const glm::dvec3 ab = c.b - c.a, ap = p - c.a;
            const double l = glm::dot(ab, ab), t = l > 1e-12 ? std::clamp(glm::dot(ap, ab) / l, 0.0, 1.0) : 0.0;
            const double d = glm::length(ap - t * ab) - (c.ra + t * (c.rb - c.ra));
            const double e = -d / m_k;
            if (e > -60) sum += std::exp(std::min(e, 60.0)); // farther cones add nothing a float would show
        }
        double f = sum > 0 ? -m_k * std::log(sum) : 60 * m_k;
        if (m_noise) {
            const double q = m_noise->frequency;
            f += m_noise->amplitude * std::sin(p.x * q + 1.3) * std::sin(p.y * q * 1.1 + .4) *
                 std::sin(p.z * q * .93 + 2.1);
        }
        return f;
    }

    glm::dvec3 normal(const glm::dvec3& p, double e) const {
        const glm::dvec3 g(at(p + glm::dvec3(e, 0, 0)) - at(p - glm::dvec3(e, 0, 0)),
                           at(p + glm::dvec3(0, e, 0)) - at(p - glm::dvec3(0, e, 0)),
                           at(p + glm::dvec3(0, 0, e)) - at(p - glm::dvec3(0, 0, e)));
        return g / (glm::length(g) + 1e-9);
    }

private:
    const std::vector<Cone>& m_cones;
    double m_k;
    std::optional<BlobNoise> m_noise;
};

struct Grid {
    glm::dvec3 low;
    double cell = 0;
    glm::ivec3 n;

    std::size_t index(const glm::ivec3& i) const { return (std::size_t(i.x) * n.y + i.y) * n.z + i.z; }
    glm::dvec3 point(const glm::ivec3& i) const { return low + glm::dvec3(i) * cell; }
};

Grid gridFor(const std::vector<Cone>& cones, double k, double cell) {
    glm::dvec3 low(1e30), high(-1e30);
    for (const Cone& c : cones) {
        low = glm::min(low, glm::min(c.a - c.ra, c.b - c.rb));
        high = glm::max(high, glm::max(c.a + c.ra, c.b + c.rb));
    }
    Grid g;
    g.low = low - cell * 2 - k;
    g.cell = cell;
    g.n = glm::ivec3(glm::ceil((high + cell * 2 + k - g.low) / cell)) + 1;
    return g;
}

/// Where the surface passes the cell: the mean of the crossings of its edges; none when all corners are on one side.
bool cellVertex(const Grid& g, const std::vector<float>& f, const glm::ivec3& i, glm::dvec3& out) {
    double v[8];
    int inside = 0;
    for (int c = 0; c < 8; ++c) {
        v[c] = f[g.index(i + glm::ivec3(c & 1, c >> 1 & 1, c >> 2))];
        inside += v[c] < 0;
    }
    if (inside == 0 || inside == 8) return false;
    glm::dvec3 sum(0);
    int count = 0;
    for (int c = 0; c < 8; ++c)
        for (int axis = 0; axis < 3; ++axis) {
            if (c >> axis & 1) continue;
            const double a = v[c], b = v[c | 1 << axis];
            if ((a < 0) == (b < 0)) continue;
            glm::dvec3 p(c & 1, c >> 1 & 1, c >> 2);
            p[axis] += a / (a - b + 1e-12);
            sum += p;
            ++count;
        }
    out = g.low + (glm::dvec3(i) + sum / double(count)) * g.cell;
    return true;
}

} // namespace

Patch blob(const std::vector<Cone>& cones, double k, double cell, std::optional<BlobNoise> noise) {
    Patch out;
    if (cones.empty()) return out;
    const Field field(cones, k, noise);
    const Grid g = gridFor(cones, k, cell);
    std::vector<float> f(std::size_t(g.n.x) * g.n.y * g.n.z);
    for (glm::ivec3 i(0); i.x < g.n.x; ++i.x)
        for (i.y = 0; i.y < g.n.y; ++i.y)
            for (i.z = 0; i.z < g.n.z; ++i.z)
                f[g.index(i)] = float(field.at(g.point(i)));
    std::vector<std::int32_t> vertex(f.size(), -1);
    for (glm::ivec3 i(0); i.x + 1 < g.n.x; ++i.x)
        for (i.y = 0; i.y + 1 < g.n.y; ++i.y)
            for (i.z = 0; i.z + 1 < g.n.z; ++i.z) {
                glm::dvec3 p;
                if (!cellVertex(g, f, i, p)) continue;
                vertex[g.index(i)] = std::int32_t(out.positions.size());
                out.positions.push_back(p);
            }
    for (int axis = 0; axis < 3; ++axis) {
        const int u = (axis + 1) % 3, v = (axis + 2) % 3;
        glm::ivec3 low(0), step(0), du(0), dv(0);
        step[axis] = du[u] = dv[v] = 1;
        low[u] = low[v] = 1;
        glm::ivec3 i;
        for (i.x = low.x; i.x + 1 < g.n.x; ++i.x)
            for (i.y = low.y; i.y + 1 < g.n.y; ++i.y)
                for (i.z = low.z; i.z + 1 < g.n.z; ++i.z) {
                    const bool here = f[g.index(i)] < 0;
                    if (here == (f[g.index(i + step)] < 0)) continue;
                    const std::int32_t q[4] = {vertex[g.index(i - du - dv)], vertex[g.index(i - dv)],
                                               vertex[g.index(i)], vertex[g.index(i - du)]};
                    if (q[0] < 0 || q[1] < 0 || q[2] < 0 || q[3] < 0) continue;
                    const auto add = [&](int a, int b, int c) {
                        out.triangles.push_back({std::uint32_t(q[a]), std::uint32_t(q[b]), std::uint32_t(q[c])});
                    };
                    here ? add(0, 1, 2) : add(0, 2, 1);
                    here ? add(0, 2, 3) : add(0, 3, 2);
                }
    }
    for (const auto& p : out.positions)
        out.normals.push_back(field.normal(p, cell * .3));
    return out;
}

} // namespace rushes::sets
