// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/free_floor.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>

namespace rushes::sets {

namespace {

constexpr float step = .35f;               ///< what one steps up without climbing
constexpr float ankle = .30f, head = 1.9f; ///< obstacles between these heights block
constexpr float farthest = 3.0f;

/// Separating axes of a triangle and an upright box (Akenine-Moeller 2001).
bool overlaps(const SightIndex::Triangle& t, const glm::vec3& centre, const glm::vec3& half) {
    const std::array<glm::vec3, 3> v{t.a - centre, t.b - centre, t.c - centre};
    for (int i = 0; i < 3; ++i)
        if (std::min({v[0][i], v[1][i], v[2][i]}) > half[i] || std::max({v[0][i], v[1][i], v[2][i]}) < -half[i])
            return false;
    const std::array<glm::vec3, 3> edge{v[1] - v[0], v[2] - v[1], v[0] - v[2]};
    const auto apart = [&](const glm::vec3& axis) {
        const float p0 = glm::dot(v[0], axis), p1 = glm::dot(v[1], axis), p2 = glm::dot(v[2], axis),
                    r = glm::dot(half, glm::abs(axis));
        return std::min({p0, p1, p2}) > r || std::max({p0, p1, p2}) < -r;
    };
    if (apart(glm::cross(edge[0], edge[1]))) return false;
    for (const glm::vec3& e : edge)
        if (apart({0, -e.z, e.y}) || apart({e.z, 0, -e.x}) || apart({-e.y, e.x, 0})) return false;
    return true;
}

} // namespace

FreeFloor::FreeFloor(const SightIndex& sight, Terrain terrain, const Options& options)
    : m_options(options), m_terrain(std::move(terrain)) {
    const glm::vec2 size = options.high - options.low;
    m_nx = std::clamp(int(std::ceil(size.x / cell)), 1, 240);
    m_nz = std::clamp(int(std::ceil(size.y / cell)), 1, 240);
    m_floor.resize(std::size_t(m_nx) * m_nz);
    m_blocked.assign(m_floor.size(), 0);
    for (int z = 0; z < m_nz; ++z)
        for (int x = 0; x < m_nx; ++x) {
            const float px = options.low.x + (float(x) + .5f) * cell, pz = options.low.y + (float(z) + .5f) * cell;
            m_floor[index(x, z)] = float(m_terrain.height(px, pz));
        }
    raiseFloors(sight);
    blockObstacles(sight);
    blockEdges();
    shutUnreachable();
    measureClearance();
}

glm::ivec2 FreeFloor::cellOf(float x, float z) const {
    return {int(std::floor((x - m_options.low.x) / cell)), int(std::floor((z - m_options.low.y) / cell))};
}

glm::vec3 FreeFloor::centre(int x, int z) const {
    return {m_options.low.x + (float(x) + .5f) * cell, m_floor[index(x, z)], m_options.low.y + (float(z) + .5f) * cell};
}

bool FreeFloor::inside(float x, float z) const {
    const glm::ivec2 c = cellOf(x, z);
    return c.x >= 0 && c.y >= 0 && c.x < m_nx && c.y < m_nz;
}

float FreeFloor::height(float x, float z) const {
    const glm::ivec2 c = cellOf(x, z);
    return inside(x, z) ? m_floor[index(c.x, c.y)] : float(m_terrain.height(x, z));
}

float FreeFloor::clearance(float x, float z) const {
    const glm::ivec2 c = cellOf(x, z);
    return inside(x, z) ? m_clearance[index(c.x, c.y)] : 0;
}

/// Floors, pavements, decks and stairs over the land: upward faces within a step of where one stands.
void FreeFloor::raiseFloors(const SightIndex& sight) {
    const std::vector<float> land = m_floor;
    for (const auto& t : sight.triangles()) {
        const glm::vec3 n = glm::cross(t.b - t.a, t.c - t.a);
        if (n.y < .7f * glm::length(n) || furniture(t.object)) continue;
        const glm::vec3 low = glm::min(t.a, glm::min(t.b, t.c)), high = glm::max(t.a, glm::max(t.b, t.c));
        const glm::ivec2 from = glm::max(cellOf(low.x, low.z), glm::ivec2(0)),
                         to = glm::min(cellOf(high.x, high.z), glm::ivec2(m_nx - 1, m_nz - 1));
        const float area = (t.b.x - t.a.x) * (t.c.z - t.a.z) - (t.c.x - t.a.x) * (t.b.z - t.a.z);
        if (std::abs(area) < 1e-6f) continue;
        for (int z = from.y; z <= to.y; ++z)
            for (int x = from.x; x <= to.x; ++x) {
                const float px = m_options.low.x + (float(x) + .5f) * cell,
                            pz = m_options.low.y + (float(z) + .5f) * cell;
                const float u = ((px - t.a.x) * (t.c.z - t.a.z) - (t.c.x - t.a.x) * (pz - t.a.z)) / area;
                const float v = ((t.b.x - t.a.x) * (pz - t.a.z) - (px - t.a.x) * (t.b.z - t.a.z)) / area;
                if (u < -1e-4f || v < -1e-4f || u + v > 1.0002f) continue;
                const float y = t.a.y + u * (t.b.y - t.a.y) + v * (t.c.y - t.a.y);
                const float base = m_options.deck ? *m_options.deck : land[index(x, z)];
                float& floor = m_floor[index(x, z)];
                if (y <= base + step && (y > floor || (m_options.deck && floor > base + step))) floor = y;
            }
    }
}

void FreeFloor::blockObstacles(const SightIndex& sight) {
    for (const auto& t : sight.triangles()) {
        const glm::vec3 low = glm::min(t.a, glm::min(t.b, t.c)), high = glm::max(t.a, glm::max(t.b, t.c));
        const glm::ivec2 from = glm::max(cellOf(low.x, low.z), glm::ivec2(0)),
                         to = glm::min(cellOf(high.x, high.z), glm::ivec2(m_nx - 1, m_nz - 1));
        for (int z = from.y; z <= to.y; ++z)
            for (int x = from.x; x <= to.x; ++x) {
                if (m_blocked[index(x, z)]) continue;
                const float floor = m_floor[index(x, z)];
                const float foot = furniture(t.object) ? .06f : ankle;
                if (high.y < floor + foot || low.y > floor + head) continue;
                glm::vec3 middle = centre(x, z);
                middle.y = floor + (foot + head) / 2;
                if (overlaps(t, middle, {cell / 2, (head - foot) / 2, cell / 2})) m_blocked[index(x, z)] = 1;
            }
    }
}

void FreeFloor::blockEdges() {
    const std::vector<unsigned char> obstacles = m_blocked;
    for (int z = 0; z < m_nz; ++z)
        for (int x = 0; x < m_nx; ++x) {
            const float floor = m_floor[index(x, z)];
            bool edge = m_options.water && *m_options.water > floor + .08f;
            for (const glm::ivec2 d : {glm::ivec2(1, 0), glm::ivec2(-1, 0), glm::ivec2(0, 1), glm::ivec2(0, -1)}) {
                const int u = x + d.x, v = z + d.y;
                if (u < 0 || v < 0 || u >= m_nx || v >= m_nz)
                    edge = edge || m_options.walled;
                else if (!obstacles[index(u, v)])
                    edge = edge || std::abs(m_floor[index(u, v)] - floor) > .45f;
            }
            if (edge) m_blocked[index(x, z)] = 1;
        }
}

void FreeFloor::shutUnreachable() {
    std::vector<int> open;
    std::vector<unsigned char> reached(m_floor.size(), 0);
    for (const glm::vec2& seed :
         m_options.seeds) { // the nearest open cell within a metre: a seat stands among furniture
        const glm::ivec2 c = cellOf(seed.x, seed.y);
        int best = -1, nearest = 17;
        for (int z = std::max(c.y - 4, 0); z <= std::min(c.y + 4, m_nz - 1); ++z)
            for (int x = std::max(c.x - 4, 0); x <= std::min(c.x + 4, m_nx - 1); ++x) {
                const int d = (x - c.x) * (x - c.x) + (z - c.y) * (z - c.y);
                if (!m_blocked[index(x, z)] && d < nearest) best = index(x, z), nearest = d;
            }
        if (best >= 0 && !reached[best]) reached[best] = 1, open.push_back(best);
    }
    if (open.empty()) return;
    while (!open.empty()) {
        const int here = open.back(), x = here % m_nx, z = here / m_nx;
        open.pop_back();
        for (const glm::ivec2 d : {glm::ivec2(1, 0), glm::ivec2(-1, 0), glm::ivec2(0, 1), glm::ivec2(0, -1)}) {
            const int u = x + d.x, v = z + d.y;
            if (u < 0 || v < 0 || u >= m_nx || v >= m_nz || m_blocked[index(u, v)] || reached[index(u, v)]) continue;
            reached[index(u, v)] = 1;
            open.push_back(index(u, v));
        }
    }
    for (std::size_t i = 0; i < reached.size(); ++i)
        if (!reached[i]) m_blocked[i] = 1;
}

/// Two sweeps of a chamfer distance: within 8 % of the true one.
void FreeFloor::measureClearance() {
    m_clearance.assign(m_floor.size(), farthest);
    for (std::size_t i = 0; i < m_floor.size(); ++i)
        if (m_blocked[i]) m_clearance[i] = 0;
    const auto relax = [&](int x, int z, int dx, int dz) {
        const int u = x + dx, v = z + dz;
        if (u < 0 || v < 0 || u >= m_nx || v >= m_nz) return;
        const float d = m_clearance[index(u, v)] + cell * (dx != 0 && dz != 0 ? 1.414f : 1.0f);
        m_clearance[index(x, z)] = std::min(m_clearance[index(x, z)], d);
    };
    for (int z = 0; z < m_nz; ++z)
        for (int x = 0; x < m_nx; ++x)
            relax(x, z, -1, 0), relax(x, z, 0, -1), relax(x, z, -1, -1), relax(x, z, 1, -1);
    for (int z = m_nz - 1; z >= 0; --z)
        for (int x = m_nx - 1; x >= 0; --x)
            relax(x, z, 1, 0), relax(x, z, 0, 1), relax(x, z, 1, 1), relax(x, z, -1, 1);
    for (float& c : m_clearance)
        c = c <= 0 ? 0 : c - cell / 2; // from the cell's centre to the obstacle's edge
}

std::optional<glm::vec3> FreeFloor::freeSpotNear(const glm::vec3& point, float clearRadius,
                                                 const std::vector<glm::vec3>& avoid) const {
    std::optional<glm::vec3> best;
    float nearest = 12.0f * 12.0f;
    for (int z = 0; z < m_nz; ++z)
        for (int x = 0; x < m_nx; ++x) {
            if (m_clearance[index(x, z)] < clearRadius) continue;
            const glm::vec3 c = centre(x, z);
            const float dx = c.x - point.x, dz = c.z - point.z, d = dx * dx + dz * dz;
            if (d >= nearest) continue;
            const float apart = clearRadius + .3f;
            if (std::any_of(avoid.begin(), avoid.end(), [&](const glm::vec3& a) {
                    return (a.x - c.x) * (a.x - c.x) + (a.z - c.z) * (a.z - c.z) < apart * apart;
                }))
                continue;
            nearest = d;
            best = c;
        }
    return best;
}

bool FreeFloor::pathClear(const glm::vec3& a, const glm::vec3& b, float halfWidth) const {
    const float length = glm::length(glm::vec2(b.x - a.x, b.z - a.z));
    const int n = std::max(1, int(std::ceil(length / (cell / 2))));
    for (int i = 0; i <= n; ++i) {
        const float t = float(i) / float(n), along = t * length;
        if (along < .3f || length - along < .3f) continue; // one may start from a chair or end at a counter
        if (clearance(a.x + (b.x - a.x) * t, a.z + (b.z - a.z) * t) < halfWidth) return false;
    }
    return true;
}

std::vector<glm::vec3> FreeFloor::path(const glm::vec3& a, const glm::vec3& b) const {
    if (pathClear(a, b)) return {a, b};
    const auto start = freeSpotNear(a, .2f, {}), goal = freeSpotNear(b, .2f, {});
    if (!start || !goal) return {};
    const glm::ivec2 from = cellOf(start->x, start->z), to = cellOf(goal->x, goal->z);
    std::vector<float> cost(m_floor.size(), 1e30f);
    std::vector<int> before(m_floor.size(), -1);
    using Entry = std::pair<float, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    const auto guess = [&](int x, int z) { return std::hypot(float(x - to.x), float(z - to.y)) * cell; };
    cost[index(from.x, from.y)] = 0;
    open.push({guess(from.x, from.y), index(from.x, from.y)});
    while (!open.empty()) {
        const int here = open.top().second, x = here % m_nx, z = here / m_nx;
        open.pop();
        if (x == to.x && z == to.y) break;
        for (int dz = -1; dz <= 1; ++dz)
            for (int dx = -1; dx <= 1; ++dx) {
                const int u = x + dx, v = z + dz;
                if ((dx == 0 && dz == 0) || u < 0 || v < 0 || u >= m_nx || v >= m_nz || m_clearance[index(u, v)] < .2f)
                    continue;
                const float narrow = m_clearance[index(u, v)] < .4f ? 1.5f : 1.0f;
                const float next = cost[here] + std::hypot(float(dx), float(dz)) * cell * narrow;
                if (next >= cost[index(u, v)]) continue;
                cost[index(u, v)] = next;
                before[index(u, v)] = here;
                open.push({next + guess(u, v), index(u, v)});
            }
    }
    if (cost[index(to.x, to.y)] > 1e29f) return {};
    std::vector<glm::vec3> cells{b};
    for (int i = index(to.x, to.y); i >= 0; i = before[i])
        cells.push_back(centre(i % m_nx, i / m_nx));
    cells.push_back(a);
    std::reverse(cells.begin(), cells.end());
    std::vector<glm::vec3> corners{cells.front()}; // pull the string: skip what can be seen past
    for (std::size_t i = 0; i + 1 < cells.size();) {
        std::size_t next = i + 1;
        for (std::size_t k = cells.size() - 1; k > next; --k)
            if (pathClear(cells[i], cells[k], .19f)) {
                next = k;
                break;
            }
        corners.push_back(cells[next]);
        i = next;
    }
    return corners;
}

} // namespace rushes::sets
