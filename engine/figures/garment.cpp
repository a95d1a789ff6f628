// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/garment.h"

#include "engine/figures/turns.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace rushes::figures {

using glm::vec3;

namespace {

void addNormals(const std::vector<Triangle>& triangles, const std::vector<vec3>& points, std::vector<vec3>& normals) {
    for (const auto& t : triangles) {
        const vec3 n = glm::cross(points[t[1]] - points[t[0]], points[t[2]] - points[t[0]]);
        for (const auto v : t)
            normals[v] += n;
    }
}

} // namespace

Tailor::Tailor(const BakedData& d, const SizedBody& b, const Skeleton& s, int l)
    : data(d), body(b), skeleton(s), level(l) {
    size = std::clamp(float(body.stature) / 1.72f, 0.45f, 1.3f);
    normals.assign(data.vertices.size(), vec3(0));
    for (const Group g : {Group::body, Group::tights, Group::skirt})
        addNormals(data.triangles[std::size_t(g)], body.vertices, normals);
    for (auto& n : normals)
        n = unit(n);
    m_head.resize(data.vertices.size());
    float low = 1e9f, high = -1e9f;
    for (std::size_t v = 0; v < data.vertices.size(); ++v) {
        const vec3 p = data.vertices[v];
        m_head[v] = p.y > 6.25f || (p.y > 5.95f && p.z > 0.72f);
        if (v >= data.vertexCount[std::size_t(Group::body)] || p.y <= 6.3f) continue;
        low = std::min(low, body.vertices[v].y);
        high = std::max(high, body.vertices[v].y);
    }
    headSize = (high - low) / 0.23f;
}

const std::vector<Triangle>& Tailor::triangles(Group group) const {
    if (level > 0) {
        if (group == Group::body) return data.bodyLevels[std::size_t(level - 1)];
        if (group == Group::tights) return data.tightsLevels[std::size_t(level - 1)];
        if (group == Group::skirt) return data.skirtLevels[std::size_t(level - 1)];
    }
    return data.triangles[std::size_t(group)];
}

Tailor Tailor::finer() const {
    Tailor out = *this;
    out.level = level >= 2 ? 1 : 0;
    return out;
}

BoneShares Tailor::weightsOf(const Combo& combo) const {
    std::array<float, boneCount> sum{};
    for (std::size_t k = 0; k < combo.count; ++k) {
        const VertexWeights& w = data.weights[combo.vertex[k]];
        for (std::size_t i = 0; i < 4; ++i)
            sum[w.bone[i]] += combo.share[k] * float(w.share[i]) / 255;
    }
    BoneShares out;
    float total = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto best = std::max_element(sum.begin(), sum.end());
        out.bone[i] = std::uint8_t(best - sum.begin());
        out.share[i] = *best;
        total += *best;
        *best = 0;
    }
    for (auto& s : out.share)
        s /= total;
    return out;
}

namespace {

/// Makes each clipped vertex once: an original one, or the point on an edge where the field is 0.
class Cutter {
public:
    Cutter(const Field& field, Layer& layer) : m_field(field), m_layer(layer) {}

    std::uint32_t vertex(std::uint16_t v) { return make(v, v, 0); }
    std::uint32_t crossing(std::uint16_t a, std::uint16_t b) {
        if (a > b) std::swap(a, b);
        return make(a, b, m_field[a] / (m_field[a] - m_field[b]));
    }

private:
    std::uint32_t make(std::uint16_t a, std::uint16_t b, float t) {
        const auto at = m_made.try_emplace(std::uint32_t(a) << 16 | b, std::uint32_t(m_layer.combos.size()));
        if (at.second) {
            Combo combo;
            combo.add(a, 1 - t);
            if (b != a) combo.add(b, t);
            m_layer.combos.push_back(combo);
        }
        return at.first->second;
    }
    const Field& m_field;
    Layer& m_layer;
    std::unordered_map<std::uint32_t, std::uint32_t> m_made; // looked up only, never walked
};

} // namespace

Layer cutOut(const Tailor& tailor, Group group, const Field& field, std::uint16_t surface,
             const std::function<std::uint16_t(const Triangle&)>& surfaceOf) {
    Layer out;
    Cutter cutter(field, out);
    for (const Triangle& t : tailor.triangles(group)) {
        std::array<std::uint32_t, 4> polygon;
        std::size_t corners = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint16_t a = t[k], b = t[(k + 1) % 3];
            if (field[a] > 0) polygon[corners++] = cutter.vertex(a);
            if ((field[a] > 0) != (field[b] > 0)) polygon[corners++] = cutter.crossing(a, b);
        }
        for (std::size_t k = 1; k + 1 < corners; ++k) {
            out.faces.push_back({polygon[0], polygon[k], polygon[k + 1]});
            out.surface.push_back(surfaceOf ? surfaceOf(t) : surface);
        }
    }
    for (const Combo& combo : out.combos)
        out.weights.push_back(tailor.weightsOf(combo));
    return out;
}

namespace {

Combo mixed(const Combo& a, const Combo& b, float t) {
    Combo out;
    for (std::size_t k = 0; k < a.count; ++k)
        out.add(a.vertex[k], a.share[k] * (1 - t));
    for (std::size_t k = 0; k < b.count; ++k)
        out.add(b.vertex[k], b.share[k] * t);
    return out;
}

} // namespace

void splitAtMiddle(const Tailor& tailor, Layer& layer, std::uint16_t left) {
    std::vector<float> x;
    for (const Combo& combo : layer.combos) {
        const float at = combo.of(tailor.data.vertices).x;
        x.push_back(std::abs(at) < 1e-4f ? 0 : at);
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> made;
    const auto middle = [&](std::uint32_t a, std::uint32_t b) {
        if (a > b) std::swap(a, b);
        const auto at = made.try_emplace({a, b}, std::uint32_t(layer.combos.size()));
        if (at.second) {
            const Combo combo = mixed(layer.combos[a], layer.combos[b], x[a] / (x[a] - x[b]));
            layer.combos.push_back(combo);
            layer.weights.push_back(tailor.weightsOf(combo));
            x.push_back(0);
        }
        return at.first->second;
    };
    std::vector<Face> faces;
    std::vector<std::uint16_t> surface;
    for (std::size_t f = 0; f < layer.faces.size(); ++f)
        for (const float side : {1.0f, -1.0f}) {
            std::vector<std::uint32_t> polygon;
            bool any = false;
            for (std::size_t k = 0; k < 3; ++k) {
                const std::uint32_t a = layer.faces[f][k], b = layer.faces[f][(k + 1) % 3];
                any = any || x[a] * side > 0;
                if (x[a] * side >= 0) polygon.push_back(a);
                if (x[a] * x[b] < 0) polygon.push_back(middle(a, b));
            }
            if (!any) continue;
            for (std::size_t k = 1; k + 1 < polygon.size(); ++k) {
                faces.push_back({polygon[0], polygon[k], polygon[k + 1]});
                surface.push_back(side > 0 ? left : layer.surface[f]);
            }
        }
    layer.faces = std::move(faces);
    layer.surface = std::move(surface);
}

namespace {

/// Who averages with whom: along the rim on the rim, with all neighbours inside.
struct Neighbourhood {
    std::vector<std::vector<std::uint32_t>> of;

    explicit Neighbourhood(const Layer& layer) : of(layer.rest.size()) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
        for (const Face& f : layer.faces)
            for (std::size_t k = 0; k < 3; ++k)
                edges.push_back(std::minmax(f[k], f[(k + 1) % 3]));
        std::sort(edges.begin(), edges.end());
        std::vector<bool> rim(of.size());
        const auto walk = [&](auto visit) {
            for (std::size_t i = 0; i < edges.size();) {
                std::size_t j = i;
                while (j < edges.size() && edges[j] == edges[i])
                    ++j;
                visit(edges[i], j - i);
                i = j;
            }
        };
        walk([&](const auto& e, std::size_t faces) {
            if (faces == 1) rim[e.first] = rim[e.second] = true;
        });
        walk([&](const auto& e, std::size_t faces) {
            if (!rim[e.first] || faces == 1) of[e.first].push_back(e.second);
            if (!rim[e.second] || faces == 1) of[e.second].push_back(e.first);
        });
        for (std::size_t v = 0; v < of.size(); ++v)
            if (rim[v] && of[v].size() < 2) of[v].clear();
    }
};

} // namespace

void settle(const Tailor& tailor, Layer& layer, int passes) {
    layer.rest.resize(layer.combos.size());
    for (std::size_t i = 0; i < layer.combos.size(); ++i) {
        layer.rest[i] = layer.combos[i].of(tailor.body.vertices);
        if (!layer.offset.empty())
            layer.rest[i] += unit(layer.combos[i].of(tailor.normals)) * (layer.offset[i] * tailor.size);
    }
    if (passes == 0) return;
    const Neighbourhood near(layer);
    std::vector<vec3> next(layer.rest.size());
    for (int pass = 0; pass < passes; ++pass)
        for (const float amount : {0.55f, -0.58f}) {
            for (std::size_t v = 0; v < next.size(); ++v) {
                next[v] = layer.rest[v];
                if (near.of[v].empty()) continue;
                vec3 mean(0);
                for (const auto n : near.of[v])
                    mean += layer.rest[n];
                next[v] += amount * (mean / float(near.of[v].size()) - layer.rest[v]);
            }
            layer.rest.swap(next);
        }
}

std::vector<vec3> smoothNormals(const std::vector<vec3>& points, const std::vector<Face>& faces) {
    std::vector<vec3> out(points.size(), vec3(0));
    for (const Face& f : faces) {
        const vec3 n = glm::cross(points[f[1]] - points[f[0]], points[f[2]] - points[f[0]]);
        for (const auto v : f)
            out[v] += n;
    }
    for (auto& n : out) {
        const float length = glm::length(n);
        n = length > 1e-12f ? n / length : vec3(0, 1, 0);
    }
    return out;
}

Layer rigidPart(const std::vector<vec3>& points, const std::vector<Face>& faces, int bone, std::uint16_t surface,
                const vec3& origin, float scale) {
    Layer out;
    for (const auto& p : points)
        out.rest.push_back(origin + p * scale);
    out.weights.assign(points.size(), BoneShares{{std::uint8_t(bone)}, {1}});
    out.faces = faces;
    out.surface.assign(faces.size(), surface);
    out.grounds = false;
    return out;
}

} // namespace rushes::figures
