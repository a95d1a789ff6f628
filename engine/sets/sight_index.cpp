// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/sight_index.h"

#include "engine/geometry/ray.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace rushes::sets {

namespace {

bool meetsBox(const glm::vec3& low, const glm::vec3& high, const glm::vec3& from, const glm::vec3& inverse,
              float reach) {
    const glm::vec3 a = (low - from) * inverse, b = (high - from) * inverse;
    const glm::vec3 near = glm::min(a, b), far = glm::max(a, b);
    const float enter = std::max({near.x, near.y, near.z, 0.0f}), leave = std::min({far.x, far.y, far.z, reach});
    return enter <= leave * 1.00001f;
}

glm::vec3 middle(const SightIndex::Triangle& t) { return (t.a + t.b + t.c) / 3.0f; }

} // namespace

SightIndex::SightIndex(const std::vector<geometry::Instance>& instances) {
    for (const auto& instance : instances) {
        std::vector<glm::vec3> world;
        world.reserve(instance.mesh->positions.size());
        for (const auto& p : instance.mesh->positions)
            world.push_back(glm::vec3(instance.transform * glm::vec4(p, 1)));
        std::int32_t plane = -1;
        if (instance.removablePlane) {
            const auto known = std::find(m_planes.begin(), m_planes.end(), *instance.removablePlane);
            plane = std::int32_t(known - m_planes.begin());
            if (known == m_planes.end()) m_planes.push_back(*instance.removablePlane);
        }
        const auto& index = instance.mesh->indices;
        for (std::size_t i = 0; i + 2 < index.size(); i += 3)
            m_triangles.push_back({world[index[i]], world[index[i + 1]], world[index[i + 2]], instance.object, plane});
    }
    m_nodes.reserve(m_triangles.size() / 2 + 8);
    if (!m_triangles.empty()) split(0, std::uint32_t(m_triangles.size()), 0);
}

std::uint32_t SightIndex::split(std::uint32_t first, std::uint32_t count, int depth) {
    const auto me = std::uint32_t(m_nodes.size());
    m_nodes.emplace_back();
    glm::vec3 low(1e30f), high(-1e30f), mLow(1e30f), mHigh(-1e30f);
    for (std::uint32_t i = first; i < first + count; ++i) {
        const Triangle& t = m_triangles[i];
        low = glm::min(low, glm::min(t.a, glm::min(t.b, t.c)));
        high = glm::max(high, glm::max(t.a, glm::max(t.b, t.c)));
        mLow = glm::min(mLow, middle(t));
        mHigh = glm::max(mHigh, middle(t));
    }
    m_nodes[me].low = low - 1e-4f;
    m_nodes[me].high = high + 1e-4f;
    if (count <= 6 || depth > 40) {
        m_nodes[me].first = first;
        m_nodes[me].count = count;
        return me;
    }
    const glm::vec3 spread = mHigh - mLow;
    const int axis = spread.x >= spread.y && spread.x >= spread.z ? 0 : spread.y >= spread.z ? 1 : 2;
    const auto begin = m_triangles.begin() + first;
    std::nth_element(begin, begin + count / 2, begin + count, [axis](const Triangle& a, const Triangle& b) {
        return a.a[axis] + a.b[axis] + a.c[axis] < b.a[axis] + b.b[axis] + b.c[axis];
    });
    split(first, count / 2, depth + 1);
    const std::uint32_t second = split(first + count / 2, count - count / 2, depth + 1);
    m_nodes[me].first = second;
    return me;
}

template <class Take>
void SightIndex::walk(const glm::vec3& from, const glm::vec3& direction, float& reach, Take take) const {
    if (m_nodes.empty()) return;
    glm::vec3 inverse;
    for (int i = 0; i < 3; ++i)
        inverse[i] = 1.0f / (std::abs(direction[i]) > 1e-12f ? direction[i] : 1e-12f);
    std::uint32_t stack[64];
    int top = 0;
    stack[top++] = 0;
    while (top > 0) {
        const std::uint32_t i = stack[--top];
        const Node& n = m_nodes[i];
        if (!meetsBox(n.low, n.high, from, inverse, reach)) continue;
        if (n.count > 0) {
            for (std::uint32_t k = n.first; k < n.first + n.count; ++k)
                take(m_triangles[k]);
        } else if (top < 62) {
            stack[top++] = n.first;
            stack[top++] = i + 1;
        }
    }
}

std::optional<float> SightIndex::hit(const glm::vec3& from, const glm::vec3& direction, float reach,
                                     const SightOptions& options) const {
    // What an eye outside would have taken away does not stop its sight; seen from inside it does.
    const glm::vec3 end = from + direction * reach;
    std::array<bool, 64> gone{};
    for (std::size_t i = 0; i < std::min(gone.size(), m_planes.size()); ++i) {
        const auto outside = [&](const glm::vec3& p) { return glm::dot(glm::vec3(m_planes[i]), p) + m_planes[i].w < 0; };
        gone[i] = options.ignoreRemovable && (outside(from) || outside(end));
    }
    std::optional<float> nearest;
    walk(from, direction, reach, [&](const Triangle& t) {
        if ((t.plane >= 0 && (t.plane >= int(gone.size()) ? options.ignoreRemovable : gone[std::size_t(t.plane)])) || (options.ignoreObject != 0 && t.object == options.ignoreObject))
            return;
        const auto d = geometry::rayToTriangle(from, direction, t.a, t.b, t.c);
        if (d && *d < reach) {
            reach = *d;
            nearest = d;
        }
    });
    return nearest;
}

std::optional<float> SightIndex::surfaceBelow(const glm::vec3& from, float reach) const {
    std::optional<float> height;
    walk(from, {0, -1, 0}, reach, [&](const Triangle& t) {
        const glm::vec3 n = glm::cross(t.b - t.a, t.c - t.a);
        if (n.y < .5f * glm::length(n)) return; // downward or steep
        const auto d = geometry::rayToTriangle(from, {0, -1, 0}, t.a, t.b, t.c);
        if (d && *d < reach) {
            reach = *d;
            height = from.y - *d;
        }
    });
    return height;
}

} // namespace rushes::sets
