// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/shapes.h"

#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>
#include <set>
#include <tuple>

namespace rushes::sets {

namespace {

using V = glm::dvec3;

/// Sum of squared distances to planes: x'Ax + 2b'x + c.
struct Quadric {
    glm::dmat3 a{0.0};
    V b{0};
    double c = 0;

    void addPlane(const V& n, double d, double weight) {
        a += weight * glm::outerProduct(n, n);
        b += weight * d * n;
        c += weight * d * d;
    }
    Quadric operator+(const Quadric& o) const { return {a + o.a, b + o.b, c + o.c}; }
    double at(const V& p) const { return glm::dot(p, a * p) + 2 * glm::dot(b, p) + c; }
};

struct Candidate {
    double cost;
    std::uint32_t a, b;
    int versionA, versionB;
    V at;
    bool operator>(const Candidate& o) const { return std::tie(cost, a, b) > std::tie(o.cost, o.a, o.b); }
};

class Simplifier {
public:
    explicit Simplifier(const Soup& soup) : m_in(soup) {
        weld();
        m_quadrics.resize(m_points.size());
        m_version.assign(m_points.size(), 0);
        m_around.resize(m_points.size());
        for (std::uint32_t i = 0; i < m_faces.size(); ++i)
            addFace(i);
        keepSeams();
        std::set<std::pair<std::uint32_t, std::uint32_t>> edges;
        for (const auto& f : m_faces)
            for (int k = 0; k < 3; ++k)
                edges.insert(std::minmax(f.corner[k], f.corner[(k + 1) % 3]));
        for (const auto& [a, b] : edges)
            push(a, b);
    }

    Soup run(std::size_t target) {
        while (m_alive > target && !m_queue.empty()) {
            const Candidate c = m_queue.top();
            m_queue.pop();
            if (m_version[c.a] == c.versionA && m_version[c.b] == c.versionB) collapse(c);
        }
        return output();
    }

private:
    void weld() {
        std::map<std::array<double, 3>, std::uint32_t> at;
        std::vector<std::uint32_t> to;
        for (const V& p : m_in.positions) {
            const std::array<double, 3> key{std::round(p.x * 1e5), std::round(p.y * 1e5), std::round(p.z * 1e5)};
            const auto [it, isNew] = at.try_emplace(key, std::uint32_t(m_points.size()));
            if (isNew) m_points.push_back(p);
            to.push_back(it->second);
        }
        for (const auto& t : m_in.triangles) {
            const Corner3 c{to[t.corner[0]], to[t.corner[1]], to[t.corner[2]]};
            if (c[0] != c[1] && c[1] != c[2] && c[2] != c[0]) m_faces.push_back({c, t.material, t.part});
        }
        m_dead.assign(m_faces.size(), false);
        m_alive = m_faces.size();
    }

    V faceNormal(const Soup::Triangle& f) const {
        return glm::cross(m_points[f.corner[1]] - m_points[f.corner[0]], m_points[f.corner[2]] - m_points[f.corner[0]]);
    }

    void addFace(std::uint32_t i) {
        const auto& f = m_faces[i];
        const V n = faceNormal(f);
        const double area = glm::length(n);
        for (const auto v : f.corner) {
            m_around[v].push_back(i);
            if (area > 1e-14) m_quadrics[v].addPlane(n / area, -glm::dot(n / area, m_points[f.corner[0]]), area);
        }
    }

    /// Planes through open edges and seams, upright on the face, hold them in place.
    void keepSeams() {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> users;
        for (std::uint32_t i = 0; i < m_faces.size(); ++i)
            for (int k = 0; k < 3; ++k)
                users[std::minmax(m_faces[i].corner[k], m_faces[i].corner[(k + 1) % 3])].push_back(i);
        for (const auto& [edge, faces] : users) {
            const auto& first = m_faces[faces[0]];
            const bool seam = faces.size() != 2 || first.material != m_faces[faces[1]].material ||
                              first.part != m_faces[faces[1]].part;
            if (!seam) continue;
            const V along = m_points[edge.second] - m_points[edge.first], n = glm::cross(along, faceNormal(first));
            const double l = glm::length(n);
            if (l < 1e-14) continue;
            const double weight = 4 * glm::dot(along, along);
            for (const auto v : {edge.first, edge.second})
                m_quadrics[v].addPlane(n / l, -glm::dot(n / l, m_points[edge.first]), weight);
        }
    }

    void push(std::uint32_t a, std::uint32_t b) {
        const Quadric q = m_quadrics[a] + m_quadrics[b];
        V best = (m_points[a] + m_points[b]) * .5;
        for (const V& p : {m_points[a], m_points[b]})
            if (q.at(p) < q.at(best)) best = p;
        const double det = glm::determinant(q.a), scale = q.a[0][0] + q.a[1][1] + q.a[2][2];
        if (std::abs(det) > 1e-6 * scale * scale * scale) {
            const V p = -(glm::inverse(q.a) * q.b);
            if (glm::distance(p, best) < 2 * glm::distance(m_points[a], m_points[b]) && q.at(p) < q.at(best)) best = p;
        }
        m_queue.push(
            {q.at(best) + 1e-9 * glm::distance(m_points[a], m_points[b]), a, b, m_version[a], m_version[b], best});
    }

    /// A face that would turn over says no.
    bool wouldFlip(std::uint32_t v, std::uint32_t other, const V& to) const {
        for (const auto i : m_around[v]) {
            if (m_dead[i]) continue;
            auto f = m_faces[i];
            if (std::find(f.corner.begin(), f.corner.end(), other) != f.corner.end()) continue;
            V p[3];
            for (int k = 0; k < 3; ++k)
                p[k] = f.corner[k] == v ? to : m_points[f.corner[k]];
            const V before = faceNormal(f), after = glm::cross(p[1] - p[0], p[2] - p[0]);
            if (glm::dot(before, after) < .2 * glm::length(before) * glm::length(after)) return true;
        }
        return false;
    }

    void collapse(const Candidate& c) {
        if (wouldFlip(c.a, c.b, c.at) || wouldFlip(c.b, c.a, c.at)) return;
        m_points[c.a] = c.at;
        m_quadrics[c.a] = m_quadrics[c.a] + m_quadrics[c.b];
        ++m_version[c.a];
        ++m_version[c.b];
        std::vector<std::uint32_t> faces;
        std::set<std::uint32_t> neighbours;
        for (const auto v : {c.a, c.b})
            for (const auto i : m_around[v]) {
                if (m_dead[i]) continue;
                auto& f = m_faces[i];
                for (auto& k : f.corner)
                    if (k == c.b) k = c.a;
                if (f.corner[0] == f.corner[1] || f.corner[1] == f.corner[2] || f.corner[2] == f.corner[0]) {
                    m_dead[i] = true;
                    --m_alive;
                    continue;
                }
                faces.push_back(i);
                for (const auto k : f.corner)
                    if (k != c.a) neighbours.insert(k);
            }
        std::sort(faces.begin(), faces.end());
        faces.erase(std::unique(faces.begin(), faces.end()), faces.end());
        m_around[c.a] = std::move(faces);
        m_around[c.b].clear();
        for (const auto n : neighbours)
            push(std::min(c.a, n), std::max(c.a, n));
    }

    /// Corner normals over the faces of the same part that turn less than 50 degrees.
    Soup output() const {
        Soup out;
        out.parts = m_in.parts;
        for (std::uint32_t i = 0; i < m_faces.size(); ++i) {
            if (m_dead[i]) continue;
            const V own = faceNormal(m_faces[i]);
            if (glm::length(own) < 1e-14) continue;
            const auto base = std::uint32_t(out.positions.size());
            for (const auto v : m_faces[i].corner) {
                V n(0);
                for (const auto k : m_around[v]) {
                    if (m_dead[k] || m_faces[k].part != m_faces[i].part) continue;
                    const V other = faceNormal(m_faces[k]);
                    if (glm::dot(own, other) > .64 * glm::length(own) * glm::length(other)) n += other;
                }
                out.positions.push_back(m_points[v]);
                out.normals.push_back(glm::length(n) > 1e-14 ? glm::normalize(n) : glm::normalize(own));
            }
            out.triangles.push_back({{base, base + 1, base + 2}, m_faces[i].material, m_faces[i].part});
        }
        return out;
    }

    const Soup& m_in;
    std::vector<V> m_points;
    std::vector<Soup::Triangle> m_faces;
    std::vector<bool> m_dead;
    std::size_t m_alive = 0;
    std::vector<Quadric> m_quadrics;
    std::vector<int> m_version;
    std::vector<std::vector<std::uint32_t>> m_around;
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> m_queue;
};

} // namespace

Soup simplified(const Soup& soup, std::size_t target) {
    if (soup.triangles.size() <= target) return soup;
    return Simplifier(soup).run(target);
}

} // namespace rushes::sets
