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
enum Side : std::uint32_t { left = 1, right = 2, above = 4, below = 8, nearer = 16, farther = 32, beyondGuard = 64 };
constexpr std::uint32_t kOutside = left | right | above | below | nearer | farther, kMustCut = nearer | farther | beyondGuard;

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
    m_width = width;
    m_height = height;
    m_guard = {1 + 2 * kGuardPixels / float(width), 1 + 2 * kGuardPixels / float(height)};
    m_triangles.clear();
    m_backs.clear();
    m_corners.clear();
    m_shading.clear();
    m_words.assign(1, 0);
    m_curvedOf.assign(1, 0);
    m_curved.clear();
}

ScreenMeshes::Corner ScreenMeshes::cornerAt(const glm::vec4& c) const {
    const std::uint32_t sides = (c.x < -c.w ? left : 0u) | (c.x > c.w ? right : 0u) | (c.y < -c.w ? above : 0u) | (c.y > c.w ? below : 0u) | (c.z > c.w ? nearer : 0u) |
                                (c.z < 0 ? farther : 0u) | (std::fabs(c.x) > m_guard.x * c.w || std::fabs(c.y) > m_guard.y * c.w ? beyondGuard : 0u);
    if (sides & kMustCut) return {0, 0, 0, 0, sides};
    const float per = 1 / c.w;
    return {(c.x * per * 0.5f + 0.5f) * float(m_width), (c.y * per * 0.5f + 0.5f) * float(m_height), c.z * per, per, sides};
}

void ScreenMeshes::transform(const Source& source, const glm::mat4& clip) {
    m_first = m_corners.size();
    m_corners.resize(m_first + source.count);
    m_shading.resize(m_corners.size());
    for (std::uint32_t i = 0; i < source.count; ++i) m_corners[m_first + i] = cornerAt(clip * glm::vec4(positionAt(source.bytes + i * source.stride), 1));
}

void ScreenMeshes::shade(const Source& source, const DrawItem& item) {
    const glm::mat3 matrix = normalMatrix(item.instance->transform);
    const bool detail = source.stride == sizeof(PackedDetailVertex);
    for (std::uint32_t i = 0; i < source.count; ++i) {
        const std::byte* at = source.bytes + i * source.stride;
        CornerShading& shading = m_shading[m_first + i];
        const float per = m_corners[m_first + i].inverseW;
        shading.normal = glm::normalize(worldNormal(matrix, vertexAt<PackedVertex>(at).word)) * per;
        shading.place = detail ? vertexAt<PackedDetailVertex>(at).detail * per : glm::vec2(0);
        shading.inverseW = per;
    }
}

std::uint32_t ScreenMeshes::numberOf(const std::uint32_t (&corner)[3], const std::uint32_t* indices, const Run& run, const Job& job) {
    if (!job.numbered) return 0;
    const std::byte* first = job.source.bytes + indices[0] * job.source.stride; // the first corner speaks for the triangle
    const std::uint32_t word = vertexAt<PackedVertex>(first).word, mask = job.item.collapsed ? 0u : 0xffffu, id = (job.item.firstId + (word & mask)) & 0xffffu;
    const auto number = std::uint32_t(m_words.size());
    if (run.curve == Curve::none) {
        const glm::vec3 n = worldNormal(normalMatrix(job.item.instance->transform), word);
        m_words.push_back(octWord(n.x, n.y, n.z) | id);
        m_curvedOf.push_back(0);
        return number;
    }
    CurvedTriangle triangle{{corner[0], corner[1], corner[2]}, id, 0, job.item.collapsed ? Curve::plain : run.curve, false, {}, {}, {}};
    if (triangle.curve != Curve::plain) triangle.firstVariant = (job.item.firstId + vertexAt<PackedDetailVertex>(first).variants) & 0xffffu;
    m_words.push_back(0);
    m_curvedOf.push_back(std::uint32_t(m_curved.size()));
    m_curved.push_back(triangle);
    return number;
}

void ScreenMeshes::addTriangle(const std::uint32_t (&corner)[3], const std::uint32_t* indices, const Run& run, const Job& job) {
    const Corner &a = m_corners[corner[0]], &b = m_corners[corner[1]], &c = m_corners[corner[2]];
    ScreenTriangle t{{onGrid(a.x), onGrid(b.x), onGrid(c.x)}, {onGrid(a.y), onGrid(b.y), onGrid(c.y)}, 0, 0, 0, 0};
    if (!coversCentre(t)) return;
    // From where the corners really are: on the grid, two triangles of one plane would no longer lie in one.
    const double bx = double(b.x) - a.x, by = double(b.y) - a.y, bz = double(b.z) - a.z, cx = double(c.x) - a.x, cy = double(c.y) - a.y, cz = double(c.z) - a.z;
    const double area = bx * cy - cx * by;
    if (area == 0) return;
    t.perColumn = (bz * cy - cz * by) / area;
    t.perRow = (bx * cz - cx * bz) / area;
    t.depth = a.z + (0.5 - a.x) * t.perColumn + (0.5 - a.y) * t.perRow;
    t.number = numberOf(corner, indices, run, job);
    (area < 0 ? m_triangles : m_backs).push_back(t); // rows go down
}

void ScreenMeshes::addCut(const std::uint32_t* indices, const Run& run, const Job& job) {
    std::array<CutCorner, 3> corners;
    for (int k = 0; k < 3; ++k) {
        const std::byte* at = job.source.bytes + indices[k] * job.source.stride;
        corners[std::size_t(k)].clip = job.clip * glm::vec4(positionAt(at), 1);
        if (!job.numbered || run.curve == Curve::none) continue;
        corners[std::size_t(k)].normal = glm::normalize(worldNormal(normalMatrix(job.item.instance->transform), vertexAt<PackedVertex>(at).word));
        if (run.curve != Curve::plain) corners[std::size_t(k)].place = vertexAt<PackedDetailVertex>(at).detail;
    }
    const auto polygon = cutTriangle(corners, m_guard);
    if (polygon.size() < 3) return;
    const auto first = std::uint32_t(m_corners.size());
    for (const auto& c : polygon) {
        Corner made = cornerAt(c.clip);
        if (made.sides & kMustCut) made = cornerAt(glm::vec4(glm::clamp(glm::vec2(c.clip), -m_guard * c.clip.w, m_guard * c.clip.w), std::min(std::max(c.clip.z, 0.0f), c.clip.w), c.clip.w));
        m_corners.push_back(made);
        m_shading.push_back({c.normal * made.inverseW, c.place * made.inverseW, made.inverseW});
    }
    for (std::uint32_t k = 2; k < polygon.size(); ++k) addTriangle({first, first + k - 1, first + k}, indices, run, job);
}

void ScreenMeshes::addRun(const Run& run, const Job& job) {
    for (std::uint32_t i = 0; i + 2 < run.count; i += 3) {
        const std::uint32_t* indices = run.indices + i;
        const std::uint32_t base = std::uint32_t(m_first), corner[3] = {base + indices[0], base + indices[1], base + indices[2]};
        const std::uint32_t a = m_corners[corner[0]].sides, b = m_corners[corner[1]].sides, c = m_corners[corner[2]].sides;
        if (a & b & c & kOutside) continue;
        if ((a | b | c) & kMustCut) addCut(indices, run, job);
        else if (!run.closed || !run.closed[i / 3] || turnsHere(corner)) addTriangle(corner, indices, run, job);
    }
}

/// Whether the corners run as they do for one who looks at the front; not for triangles that must be cut.
bool ScreenMeshes::turnsHere(const std::uint32_t (&corner)[3]) const {
    const Corner &a = m_corners[corner[0]], &b = m_corners[corner[1]], &c = m_corners[corner[2]];
    return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y) < 0; // rows go down
}

void ScreenMeshes::add(const DrawItem& item, const glm::mat4& clip, const glm::vec3& eye) {
    const auto& place = item.place;
    const auto& c = place.counts;
    const auto* indices = reinterpret_cast<const std::uint32_t*>(place.bytes + place.indices);
    const std::uint32_t flat = c.flatPlain + c.flatCast, smoothPlainAt = flat + c.smoothCast + c.detailCast;
    const Source source{place.bytes + place.vertices, sizeof(PackedVertex), place.vertexCount};
    const Job job{source, item, clip, true};
    transform(source, clip);
    if (c.smoothCast + c.smoothPlain) shade(source, item);
    const std::uint8_t* closed = place.closed && showsFrontsAlone(*item.instance, eye) ? place.closed : nullptr;
    const auto from = [&](std::uint32_t first, std::uint32_t count, Curve curve) { return Run{indices + first, count, curve, closed ? closed + first / 3 : nullptr}; };
    addRun(from(0, flat, Curve::none), job);
    addRun(from(flat, c.smoothCast, Curve::plain), job);
    addRun(from(smoothPlainAt, c.smoothPlain, Curve::plain), job);
    if (c.eyes + c.hair == 0) return;
    const auto* details = reinterpret_cast<const std::uint32_t*>(place.bytes + place.detailIndices);
    const Source detailSource{place.bytes + place.detailVertices, sizeof(PackedDetailVertex), place.detailVertexCount};
    const Job detailJob{detailSource, item, clip, true};
    transform(detailSource, clip);
    shade(detailSource, item);
    addRun({details, c.eyes, Curve::eye}, detailJob);
    addRun({details + c.eyes, c.hair, Curve::hair}, detailJob);
}

void ScreenMeshes::finish() { m_triangles.insert(m_triangles.end(), m_backs.begin(), m_backs.end()); }

void ScreenMeshes::addCaster(const DrawItem& item, const glm::mat4& clip) {
    m_corners.clear(); // nothing refers to them later
    m_shading.clear();
    const auto& c = item.place.counts;
    const Source source{item.place.bytes + item.place.vertices, sizeof(PackedVertex), item.place.vertexCount};
    const auto* indices = reinterpret_cast<const std::uint32_t*>(item.place.bytes + item.place.indices);
    transform(source, clip);
    addRun({indices + c.flatPlain, c.flatCast + c.smoothCast + c.detailCast, Curve::none}, {source, item, clip, false});
}

void ScreenMeshes::prepare(CurvedTriangle& t) const {
    const Corner &a = m_corners[t.corner[0]], &b = m_corners[t.corner[1]], &c = m_corners[t.corner[2]];
    const CornerShading &sa = m_shading[t.corner[0]], &sb = m_shading[t.corner[1]], &sc = m_shading[t.corner[2]];
    const float bx = b.x - a.x, by = b.y - a.y, cx = c.x - a.x, cy = c.y - a.y, per = 1 / (bx * cy - cx * by);
    const auto plane = [&](const auto& va, const auto& vb, const auto& vc, auto& start, auto& column, auto& row) {
        const auto db = vb - va, dc = vc - va;
        column = (db * cy - dc * by) * per;
        row = (dc * bx - db * cx) * per;
        start = va + column * (0.5f - a.x) + row * (0.5f - a.y);
    };
    plane(sa.normal, sb.normal, sc.normal, t.start.normal, t.perColumn.normal, t.perRow.normal);
    plane(sa.place, sb.place, sc.place, t.start.place, t.perColumn.place, t.perRow.place);
    plane(sa.inverseW, sb.inverseW, sc.inverseW, t.start.inverseW, t.perColumn.inverseW, t.perRow.inverseW);
    t.ready = true;
}

void ScreenMeshes::fillCurved(std::uint32_t number, int x, int y, int count, std::uint32_t* words) {
    CurvedTriangle& t = m_curved[m_curvedOf[number]];
    if (!t.ready) prepare(t);
    const CurvedSpan span{t.start, t.perColumn, t.perRow, float(x), float(y), count};
    if (t.curve == Curve::plain) curvedWords(span, t.id, words);
    else detailWords(span, {t.id, t.firstVariant, t.curve == Curve::eye}, words);
}

} // namespace rushes::render
