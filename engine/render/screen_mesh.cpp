// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/screen_mesh.h"

#include "engine/render/curved_words.h"
#include "engine/render/oct_normal.h"
#include "engine/render/triangle_cut.h"

#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <glm/vector_relational.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace rushes::render {
namespace {

constexpr float kGuardPixels = 4096;

glm::vec3 positionAt(const std::byte* bytes) {
    glm::vec3 p;
    std::memcpy(&p, bytes, sizeof(p));
    return p;
}

template <class Vertex> Vertex vertexAt(const std::byte* bytes) {
    Vertex v;
    std::memcpy(&v, bytes, sizeof(v));
    return v;
}

/// Carries normals from the model to the world; see normalMatrix().
glm::vec3 worldNormal(const glm::mat3& matrix, std::uint32_t word) {
    const glm::vec3 n = octNormal(word);
    // As the shader does it: rows times the normal.
    return {glm::dot(matrix[0], n), glm::dot(matrix[1], n), glm::dot(matrix[2], n)};
}

/// Whether the eye lies outside the instance's box, with room for the near plane, and the instance is not mirrored.
bool showsFrontsAlone(const geometry::Instance& instance, const glm::vec3& eye) {
    const glm::mat3 turn(instance.transform);
    if (glm::determinant(turn) <= 0) return false;
    const glm::vec3 at = glm::inverse(turn) * (eye - glm::vec3(instance.transform[3]));
    const geometry::Bounds& box = instance.mesh->bounds;
    const float scale = std::min({glm::length(turn[0]), glm::length(turn[1]), glm::length(turn[2])}), room = 4 * kNearM / scale;
    return !box.empty() && (glm::any(glm::lessThan(at, box.low - room)) || glm::any(glm::greaterThan(at, box.high + room)));
}

} // namespace

void ScreenMeshes::begin(int width, int height) {
    m_size = {width, height, {1 + 2 * kGuardPixels / float(width), 1 + 2 * kGuardPixels / float(height)}};
    m_triangles.clear();
    m_backs.clear();
    m_corners.resize(0);
    m_normals.resize(0);
    m_words.assign(1, 0);
    m_curvedOf.assign(1, 0);
    m_curved.clear();
    m_slopes.resize(1);
}

void ScreenMeshes::transform(const VertexSource& source, const glm::mat4& clip) {
    m_first = m_corners.size();
    m_corners.resize(m_first + source.count);
    m_normals.resize(m_corners.size());
    placeCorners(source, clip, m_size, m_corners, m_first);
}

std::uint32_t ScreenMeshes::numberOf(const std::uint32_t (&corner)[3], const std::uint32_t* indices, const Run& run, const Job& job) {
    if (!job.numbered) return 0;
    const std::byte* first = job.source.bytes + indices[0] * job.source.stride; // the first corner speaks for the triangle
    const std::uint32_t word = vertexAt<PackedVertex>(first).word, mask = job.item.collapsed ? 0u : 0xffffu, id = (job.item.firstId + (word & mask)) & 0xffffu;
    const auto number = std::uint32_t(m_words.size());
    if (run.curve == Curve::none) {
        const glm::vec3 n = worldNormal(job.normals, word);
        m_words.push_back(octWord(n.x, n.y, n.z) | id);
        m_curvedOf.push_back(0);
        return number;
    }
    CurvedTriangle triangle{{corner[0], corner[1], corner[2]}, id, 0, job.item.collapsed ? Curve::plain : run.curve};
    if (triangle.curve != Curve::plain) triangle.firstVariant = (job.item.firstId + vertexAt<PackedDetailVertex>(first).variants) & 0xffffu;
    m_words.push_back(0);
    m_curvedOf.push_back(std::uint32_t(m_curved.size()));
    m_curved.push_back(triangle);
    return number;
}

void ScreenMeshes::addTriangle(const std::uint32_t (&corner)[3], const std::uint32_t* indices, const Run& run, const Job& job) {
    const ScreenCorners& at = m_corners;
    const auto [i, j, k] = corner;
    // As coversCentre() has it: between two centres there is nothing to draw.
    if (at.row[i] == at.row[j] && at.row[i] == at.row[k]) return;
    if (at.column[i] == at.column[j] && at.column[i] == at.column[k]) return;
    ScreenTriangle t{{at.gridX[i], at.gridX[j], at.gridX[k]}, {at.gridY[i], at.gridY[j], at.gridY[k]}, 0, 0, 0, 0};
    // From where the corners really are: on the grid, two triangles of one plane would no longer lie in one.
    const double ax = at.x[i], ay = at.y[i], az = at.z[i];
    const double bx = at.x[j] - ax, by = at.y[j] - ay, bz = at.z[j] - az, cx = at.x[k] - ax, cy = at.y[k] - ay, cz = at.z[k] - az;
    const double area = bx * cy - cx * by;
    if (area == 0) return;
    t.perColumn = (bz * cy - cz * by) / area;
    t.perRow = (bx * cz - cx * bz) / area;
    t.depth = az + (0.5 - ax) * t.perColumn + (0.5 - ay) * t.perRow;
    t.number = numberOf(corner, indices, run, job);
    (area < 0 ? m_triangles : m_backs).push_back(t); // rows go down
}

void ScreenMeshes::addCut(const std::uint32_t* indices, const Run& run, const Job& job) {
    std::array<CutCorner, 3> corners;
    for (int k = 0; k < 3; ++k) {
        const std::byte* at = job.source.bytes + indices[k] * job.source.stride;
        corners[std::size_t(k)].clip = job.clip * glm::vec4(positionAt(at), 1);
        if (!job.numbered || run.curve == Curve::none) continue;
        corners[std::size_t(k)].normal = glm::normalize(worldNormal(job.normals, vertexAt<PackedVertex>(at).word));
        if (run.curve != Curve::plain) corners[std::size_t(k)].place = vertexAt<PackedDetailVertex>(at).detail;
    }
    const auto polygon = cutTriangle(corners, m_size.guard);
    if (polygon.size() < 3) return;
    const auto first = std::uint32_t(m_corners.size());
    for (const auto& c : polygon) {
        const std::size_t at = m_corners.size();
        m_corners.resize(at + 1);
        m_normals.resize(at + 1);
        placeCorner(c.clip, m_size, m_corners, at);
        const glm::vec2 guard = m_size.guard * c.clip.w;
        if (m_corners.sides[at] & kMustCut) placeCorner({glm::clamp(glm::vec2(c.clip), -guard, guard), std::min(std::max(c.clip.z, 0.0f), c.clip.w), c.clip.w}, m_size, m_corners, at);
        const float per = m_corners.inverseW[at];
        m_normals.x[at] = c.normal.x * per;
        m_normals.y[at] = c.normal.y * per;
        m_normals.z[at] = c.normal.z * per;
        m_normals.u[at] = c.place.x * per;
        m_normals.v[at] = c.place.y * per;
    }
    for (std::uint32_t k = 2; k < polygon.size(); ++k) addTriangle({first, first + k - 1, first + k}, indices, run, job);
}

void ScreenMeshes::addRun(const Run& run, const Job& job) {
    for (std::uint32_t i = 0; i + 2 < run.count; i += 3) {
        const std::uint32_t* indices = run.indices + i;
        const std::uint32_t base = std::uint32_t(m_first), corner[3] = {base + indices[0], base + indices[1], base + indices[2]};
        const std::uint32_t a = m_corners.sides[corner[0]], b = m_corners.sides[corner[1]], c = m_corners.sides[corner[2]];
        if (a & b & c & kOutside) continue;
        if ((a | b | c) & kMustCut) addCut(indices, run, job);
        else if (!run.closed || !run.closed[i / 3] || showsFront(corner)) addTriangle(corner, indices, run, job);
    }
}

/// Whether the corners run as they do for one who looks at the front; not for triangles that must be cut.
bool ScreenMeshes::showsFront(const std::uint32_t (&corner)[3]) const {
    const float *x = m_corners.gridX.data(), *y = m_corners.gridY.data(); // as they are filled, so that fronts alone leave no hole
    const auto [a, b, c] = corner;
    return (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a]) < 0; // rows go down
}

void ScreenMeshes::add(const DrawItem& item, const glm::mat4& clip, const glm::vec3& eye) {
    const auto& place = item.place;
    const auto& c = place.counts;
    const auto* indices = reinterpret_cast<const std::uint32_t*>(place.indices.bytes);
    const std::uint32_t flat = c.flatPlain + c.flatCast, smoothPlainAt = flat + c.smoothCast + c.detailCast;
    const VertexSource source{place.vertices.bytes, sizeof(PackedVertex), place.vertexCount};
    const glm::mat3 normals = normalMatrix(item.instance->transform);
    const Job job{source, item, clip, normals, true};
    transform(source, clip);
    if (c.smoothCast + c.smoothPlain) placeNormals(source, normals, m_corners, m_normals, m_first);
    const std::uint8_t* closed = place.closed && showsFrontsAlone(*item.instance, eye) ? place.closed : nullptr;
    const auto from = [&](std::uint32_t first, std::uint32_t count, Curve curve) { return Run{indices + first, count, curve, closed ? closed + first / 3 : nullptr}; };
    addRun(from(0, flat, Curve::none), job);
    addRun(from(flat, c.smoothCast, Curve::plain), job);
    addRun(from(smoothPlainAt, c.smoothPlain, Curve::plain), job);
    if (c.eyes + c.hair == 0) return;
    const auto* details = reinterpret_cast<const std::uint32_t*>(place.detailIndices.bytes);
    const VertexSource detailSource{place.detailVertices.bytes, sizeof(PackedDetailVertex), place.detailVertexCount};
    const Job detailJob{detailSource, item, clip, normals, true};
    transform(detailSource, clip);
    placeNormals(detailSource, normals, m_corners, m_normals, m_first);
    addRun({details, c.eyes, Curve::eye}, detailJob);
    addRun({details + c.eyes, c.hair, Curve::hair}, detailJob);
}

void ScreenMeshes::finish() { m_triangles.insert(m_triangles.end(), m_backs.begin(), m_backs.end()); }

void ScreenMeshes::addCaster(const DrawItem& item, const glm::mat4& clip) {
    m_corners.resize(0); // nothing refers to them later
    m_normals.resize(0);
    const auto& c = item.place.counts;
    const VertexSource source{item.place.vertices.bytes, sizeof(PackedVertex), item.place.vertexCount};
    const auto* indices = reinterpret_cast<const std::uint32_t*>(item.place.indices.bytes);
    transform(source, clip);
    // With their backs: the light sees into sleeves and collars, and would come out at the other side.
    addRun({indices + c.flatPlain, c.flatCast + c.smoothCast + c.detailCast, Curve::none}, {source, item, clip, {}, false});
}

CurvedSlope ScreenMeshes::slopeOf(const CurvedTriangle& t) const {
    CurvedSlope slope;
    const ScreenCorners& at = m_corners;
    const auto [i, j, k] = t.corner;
    const float ax = at.x[i], ay = at.y[i], bx = at.x[j] - ax, by = at.y[j] - ay, cx = at.x[k] - ax, cy = at.y[k] - ay, per = 1 / (bx * cy - cx * by);
    const auto plane = [&](const std::vector<float>& v, float& start, float& column, float& row) {
        const float db = v[j] - v[i], dc = v[k] - v[i];
        column = (db * cy - dc * by) * per;
        row = (dc * bx - db * cx) * per;
        start = v[i] + column * (0.5f - ax) + row * (0.5f - ay);
    };
    plane(m_normals.x, slope.start.normal.x, slope.perColumn.normal.x, slope.perRow.normal.x);
    plane(m_normals.y, slope.start.normal.y, slope.perColumn.normal.y, slope.perRow.normal.y);
    plane(m_normals.z, slope.start.normal.z, slope.perColumn.normal.z, slope.perRow.normal.z);
    if (t.curve != Curve::plain) {
        plane(m_normals.u, slope.start.place.x, slope.perColumn.place.x, slope.perRow.place.x);
        plane(m_normals.v, slope.start.place.y, slope.perColumn.place.y, slope.perRow.place.y);
        plane(at.inverseW, slope.start.inverseW, slope.perColumn.inverseW, slope.perRow.inverseW);
    }
    return slope;
}

void ScreenMeshes::fillCurved(std::uint32_t number, int x, int y, int count, NormalRow& normals, std::uint32_t* words) {
    CurvedTriangle& t = m_curved[m_curvedOf[number]];
    if (t.slope == 0) {
        t.slope = std::uint32_t(m_slopes.size());
        m_slopes.push_back(slopeOf(t));
    }
    const CurvedSlope& slope = m_slopes[t.slope];
    const CurvedSpan span{slope.start, slope.perColumn, slope.perRow, float(x), float(y), count};
    if (t.curve == Curve::plain) normals.add(span, t.id, m_size.width);
    else detailWords(span, {t.id, t.firstVariant, t.curve == Curve::eye}, words);
}

} // namespace rushes::render
