// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "assets/bake/base_mesh.h"
#include <glm/geometric.hpp>

#include <algorithm>
#include <functional>
#include <queue>
#include <set>

namespace rushes::bake {
namespace {

using figures::Triangle;
using Vec = glm::dvec3;

/// The sum of squared distances to planes, as the ten numbers of a symmetric 4x4 matrix.
struct Quadric {
    std::array<double, 10> m{};
    void addPlane(const Vec& n, double d, double weight) {
        const double v[4] = {n.x, n.y, n.z, d};
        int k = 0;
        for (int i = 0; i < 4; ++i)
            for (int j = i; j < 4; ++j)
                m[std::size_t(k++)] += weight * v[i] * v[j];
    }
    void add(const Quadric& other) {
        for (std::size_t i = 0; i < m.size(); ++i)
            m[i] += other.m[i];
    }
    double at(const Vec& p) const {
        return m[0] * p.x * p.x + 2 * m[1] * p.x * p.y + 2 * m[2] * p.x * p.z + 2 * m[3] * p.x + m[4] * p.y * p.y +
               2 * m[5] * p.y * p.z + 2 * m[6] * p.y + m[7] * p.z * p.z + 2 * m[8] * p.z + m[9];
    }
};

struct Collapse {
    double cost;
    int from, to, stampFrom, stampTo;
    bool operator>(const Collapse& o) const { return std::tie(cost, from, to) > std::tie(o.cost, o.from, o.to); }
};

/// Half-edge collapse by quadric error (Garland and Heckbert 1997): vertices stay a subset of the input, so morphs,
/// weights and regions are reused by their numbers.
class Decimator {
public:
    Decimator(const std::vector<glm::vec3>& points, const std::vector<Triangle>& triangles,
              const std::function<double(const glm::vec3&)>& weight)
        : m_triangles(triangles), m_alive(triangles.size(), true), m_count(triangles.size()) {
        for (const auto& p : points)
            m_points.push_back(Vec(p));
        m_facesOf.resize(points.size());
        m_quadrics.resize(points.size());
        m_stamp.assign(points.size(), 0);
        m_gone.assign(points.size(), false);
        gather(weight);
    }

    /// Collapses the cheapest edges until `target` triangles are left.
    std::vector<Triangle> reduceTo(std::size_t target) {
        while (m_count > target && !m_queue.empty()) {
            const Collapse c = m_queue.top();
            m_queue.pop();
            const auto u = std::size_t(c.from), v = std::size_t(c.to);
            if (m_gone[u] || m_gone[v] || m_stamp[u] != c.stampFrom || m_stamp[v] != c.stampTo) continue;
            if (mayCollapse(c.from, c.to)) collapse(c.from, c.to);
        }
        std::vector<Triangle> out;
        for (std::size_t i = 0; i < m_triangles.size(); ++i)
            if (m_alive[i]) out.push_back(m_triangles[i]);
        return out;
    }

private:
    Vec cross(const Triangle& t) const {
        return glm::cross(m_points[t[1]] - m_points[t[0]], m_points[t[2]] - m_points[t[0]]);
    }
    bool has(std::size_t face, int v) const {
        const auto& t = m_triangles[face];
        return t[0] == v || t[1] == v || t[2] == v;
    }

    void gather(const std::function<double(const glm::vec3&)>& weight) {
        std::map<std::pair<int, int>, std::vector<std::pair<std::size_t, Vec>>> edges;
        for (std::size_t f = 0; f < m_triangles.size(); ++f) {
            const auto& t = m_triangles[f];
            for (const auto v : t)
                m_facesOf[v].insert(f);
            Vec n = cross(t);
            const double area = glm::length(n);
            if (area < 1e-12) continue;
            n /= area;
            for (std::size_t k = 0; k < 3; ++k) {
                m_quadrics[t[k]].addPlane(n, -glm::dot(n, m_points[t[0]]), area * weight(glm::vec3(m_points[t[k]])));
                edges[std::minmax(int(t[k]), int(t[(k + 1) % 3]))].push_back({f, n});
            }
        }
        for (const auto& [edge, faces] : edges) {
            if (faces.size() != 1) continue;
            const Vec d = m_points[std::size_t(edge.second)] - m_points[std::size_t(edge.first)];
            const Vec m = glm::normalize(glm::cross(d, faces[0].second) + Vec(1e-15));
            for (const int v : {edge.first, edge.second})
                m_quadrics[std::size_t(v)].addPlane(m, -glm::dot(m, m_points[std::size_t(edge.first)]),
                                                    30 * glm::dot(d, d));
        }
        for (const auto& [edge, faces] : edges)
            pushBoth(edge.first, edge.second);
    }

    void pushBoth(int u, int v) {
        for (const auto& [a, b] : {std::pair{u, v}, std::pair{v, u}}) {
            const Vec& p = m_points[std::size_t(b)];
            const Vec d = m_points[std::size_t(a)] - p;
            const double cost =
                m_quadrics[std::size_t(a)].at(p) + m_quadrics[std::size_t(b)].at(p) + 1e-7 * glm::dot(d, d);
            m_queue.push({cost, a, b, m_stamp[std::size_t(a)], m_stamp[std::size_t(b)]});
        }
    }

    std::set<int> neighbours(int v) const {
        std::set<int> out;
        for (const auto f : m_facesOf[std::size_t(v)])
            for (const auto x : m_triangles[f])
                out.insert(x);
        out.erase(v);
        return out;
    }

    bool mayCollapse(int u, int v) const {
        const auto nu = neighbours(u), nv = neighbours(v);
        std::size_t common = 0, shared = 0;
        for (const int x : nu)
            common += nv.contains(x);
        for (const auto f : m_facesOf[std::size_t(u)])
            shared += has(f, v);
        if (common != shared) return false;
        for (const auto f : m_facesOf[std::size_t(u)]) {
            if (has(f, v)) continue;
            Triangle moved = m_triangles[f];
            for (auto& x : moved)
                if (x == u) x = std::uint16_t(v);
            const Vec before = cross(m_triangles[f]), after = cross(moved);
            if (glm::dot(before, after) <= 0.2 * glm::length(before) * glm::length(after)) return false;
        }
        return true;
    }

    void collapse(int u, int v) {
        const auto faces = m_facesOf[std::size_t(u)];
        for (const auto f : faces) {
            if (has(f, v)) {
                m_alive[f] = false;
                --m_count;
                for (const auto x : m_triangles[f])
                    m_facesOf[x].erase(f);
            } else {
                for (auto& x : m_triangles[f])
                    if (x == u) x = std::uint16_t(v);
                m_facesOf[std::size_t(v)].insert(f);
            }
        }
        m_gone[std::size_t(u)] = true;
        m_quadrics[std::size_t(v)].add(m_quadrics[std::size_t(u)]);
        ++m_stamp[std::size_t(v)];
        for (const int x : neighbours(v))
            pushBoth(x, v);
    }

    std::vector<Vec> m_points;
    std::vector<Triangle> m_triangles;
    std::vector<bool> m_alive, m_gone;
    std::vector<std::set<std::size_t>> m_facesOf;
    std::vector<Quadric> m_quadrics;
    std::vector<int> m_stamp;
    std::size_t m_count;
    std::priority_queue<Collapse, std::vector<Collapse>, std::greater<>> m_queue;
};

} // namespace

void decimateLevels(figures::BakedData& out, const std::vector<glm::vec3>& average) {
    const auto& base = out.vertices;
    // The face keeps its detail, hands and feet give theirs up first.
    std::vector<Triangle> body;
    const auto& full = out.triangles[std::size_t(figures::Group::body)];
    for (std::size_t t = 0; t < full.size(); ++t)
        if (!(out.bodyMask[t] & figures::faceMask::insideMouth)) body.push_back(full[t]);
    const float headFrom = 6.2f, handFrom = 4.3f, footBelow = -7.8f;
    (void)base;
    Decimator bodies(average, body, [&](const glm::vec3& p) {
        if (p.y > headFrom) return 6.0;
        if (std::abs(p.x) > handFrom) return 0.35;
        return p.y < footBelow ? 0.5 : 1.0;
    });
    Decimator tights(average, out.triangles[std::size_t(figures::Group::tights)],
                     [&](const glm::vec3& p) { return p.y < footBelow ? 0.5 : 1.0; });
    Decimator skirts(average, out.triangles[std::size_t(figures::Group::skirt)], [](const glm::vec3&) { return 1.0; });
    const std::size_t bodyCounts[3] = {6000, 2600, 900}, tightsCounts[3] = {2600, 1200, 420},
                      skirtCounts[3] = {500, 160, 60};
    for (std::size_t level = 0; level < 3; ++level) {
        out.bodyLevels[level] = bodies.reduceTo(bodyCounts[level]);
        out.tightsLevels[level] = tights.reduceTo(tightsCounts[level]);
        out.skirtLevels[level] = skirts.reduceTo(skirtCounts[level]);
    }
}

} // namespace rushes::bake
