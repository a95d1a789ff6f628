// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/models/finish.h"

#include "engine/models/limbs.h"

#include <meshoptimizer.h>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <numeric>
#include <unordered_map>

namespace rushes::models {
namespace {

constexpr float creaseCosine = 0.74f;  ///< sharper than 42 degrees is an edge that is drawn
constexpr float roundCosine = 0.5f;    ///< of a figure: 60 degrees, a nose is no edge
constexpr float thinError = 0.02f;     ///< of the extent: what thinning out may move a surface by before it turns sloppy

using Triangle = RawModel::Triangle;

/// Points at the same place of the same part and material become one.
void weld(RawModel& raw) {
    struct Key {
        std::array<std::uint32_t, 5> v;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& k) const {
            std::size_t h = 1469598103934665603ull;
            for (const auto v : k.v) h = (h ^ v) * 1099511628211ull;
            return h;
        }
    };
    std::unordered_map<Key, std::uint32_t, Hash> seen; // looked up only: its order never shows
    std::vector<glm::vec3> positions;
    std::vector<Shares> shares;
    std::vector<Triangle> triangles;
    const auto point = [&](std::uint32_t i, const Triangle& t) {
        const glm::vec3 p = raw.positions[i] + 0.0f; // no negative zero
        Key key{{0, 0, 0, t.part, t.material}};
        std::memcpy(key.v.data(), &p, sizeof p);
        const auto [it, fresh] = seen.try_emplace(key, std::uint32_t(positions.size()));
        if (fresh) {
            positions.push_back(p);
            if (!raw.shares.empty()) shares.push_back(raw.shares[i]);
        }
        return it->second;
    };
    for (const Triangle& t : raw.triangles) {
        const Triangle w{{point(t.corner[0], t), point(t.corner[1], t), point(t.corner[2], t)}, t.part, t.material};
        const glm::vec3 n = glm::cross(positions[w.corner[1]] - positions[w.corner[0]], positions[w.corner[2]] - positions[w.corner[0]]);
        if (glm::dot(n, n) > 0) triangles.push_back(w);
    }
    raw.positions = std::move(positions);
    raw.shares = std::move(shares);
    raw.triangles = std::move(triangles);
    raw.uv.clear();
}

std::vector<std::uint32_t> thinned(const std::vector<std::uint32_t>& indices, const std::vector<glm::vec3>& points, std::size_t triangles, float error) {
    std::vector<std::uint32_t> out(indices.size());
    const float* first = &points[0].x;
    out.resize(meshopt_simplify(out.data(), indices.data(), indices.size(), first, points.size(), sizeof(glm::vec3), triangles * 3, error));
    return out;
}

/// By vertex clustering: loses seams, never misses its target by much.
std::vector<std::uint32_t> clustered(const std::vector<std::uint32_t>& indices, const std::vector<glm::vec3>& points, std::size_t triangles) {
    std::vector<std::uint32_t> out(indices.size());
    out.resize(meshopt_simplifySloppy(out.data(), indices.data(), indices.size(), &points[0].x, points.size(), sizeof(glm::vec3), triangles * 3, 1.0f));
    return out;
}

std::vector<std::uint32_t> reduced(const std::vector<std::uint32_t>& indices, const std::vector<glm::vec3>& points, std::size_t triangles) {
    if (indices.size() <= triangles * 3) return indices;
    auto out = thinned(indices, points, triangles, thinError);
    if (out.size() > triangles * 3 * 5 / 4) out = thinned(out, points, triangles, 3 * thinError);
    if (out.size() > triangles * 3 * 3 / 2) {
        auto coarse = clustered(out, points, triangles);
        if (!coarse.empty()) out = std::move(coarse);
    }
    return out;
}

void thinOut(RawModel& raw, std::size_t budget) {
    if (raw.triangles.size() <= budget) return;
    std::vector<std::uint32_t> indices;
    for (const Triangle& t : raw.triangles) indices.insert(indices.end(), t.corner.begin(), t.corner.end());
    // A welded point has one part and one material, so a triangle's first corner knows them.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> of(raw.positions.size());
    for (const Triangle& t : raw.triangles)
        for (const auto c : t.corner) of[c] = {t.part, t.material};
    const auto less = reduced(indices, raw.positions, budget);
    raw.notes.push_back("Thinned out from " + std::to_string(raw.triangles.size()) + " to " + std::to_string(less.size() / 3) + " triangles.");
    raw.triangles.clear();
    for (std::size_t i = 0; i + 2 < less.size(); i += 3) raw.triangles.push_back({{less[i], less[i + 1], less[i + 2]}, of[less[i]].first, of[less[i]].second});
}

/// Corners grouped by place, whatever their part or material: smooth skin stays smooth across the colours of its picture.
std::vector<std::uint32_t> placesOf(const std::vector<glm::vec3>& points) {
    std::vector<std::uint32_t> place(points.size());
    meshopt_generateVertexRemap(place.data(), nullptr, points.size(), points.data(), points.size(), sizeof(glm::vec3));
    return place;
}

/// Normals weighted by area over the faces about a corner that turn less than the crease; corners repeat where a crease parts them.
void shade(const RawModel& raw, float crease, Model& model, std::vector<std::uint32_t>& from) {
    const auto& p = raw.positions;
    const auto place = placesOf(p);
    std::vector<glm::vec3> faceNormal;
    std::vector<std::vector<std::uint32_t>> about(p.size());
    for (std::uint32_t i = 0; i < raw.triangles.size(); ++i) {
        const auto& c = raw.triangles[i].corner;
        faceNormal.push_back(glm::cross(p[c[1]] - p[c[0]], p[c[2]] - p[c[0]]));
        for (const auto v : c) about[place[v]].push_back(i);
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint16_t> surfaceOf;
    std::vector<std::vector<std::uint32_t>> made(p.size()); // output points by welded point
    for (std::uint32_t i = 0; i < raw.triangles.size(); ++i) {
        const Triangle& t = raw.triangles[i];
        const float own = glm::length(faceNormal[i]);
        if (own <= 0) continue;
        const auto [surface, fresh] = surfaceOf.try_emplace({t.part, t.material}, std::uint16_t(model.mesh.surfaces.size()));
        if (fresh) model.mesh.surfaces.push_back({t.part, t.material});
        for (const auto v : t.corner) {
            glm::vec3 n(0);
            for (const auto other : about[place[v]])
                if (glm::dot(faceNormal[other], faceNormal[i]) > crease * own * glm::length(faceNormal[other])) n += faceNormal[other];
            n = glm::normalize(glm::dot(n, n) > 0 ? n : faceNormal[i]);
            auto& list = made[v];
            const auto same = std::find_if(list.begin(), list.end(), [&](std::uint32_t k) { return glm::dot(model.mesh.normals[k], n) > 0.9995f; });
            if (same != list.end()) {
                model.mesh.indices.push_back(*same);
                continue;
            }
            list.push_back(std::uint32_t(model.mesh.positions.size()));
            model.mesh.indices.push_back(list.back());
            model.mesh.positions.push_back(p[v]);
            model.mesh.normals.push_back(n);
            model.mesh.surfaceOf.push_back(surface->second);
            from.push_back(v);
        }
    }
}

float luma(const glm::vec3& c) { return 0.299f * c.r + 0.587f * c.g + 0.114f * c.b; }

/// Greys of the board look by brightness. A figure shows the colour of its largest bright garment, as our own do.
void giveTones(Model& model) {
    std::vector<double> area(model.materials.size(), 0);
    const auto& mesh = model.mesh;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.positions[mesh.indices[i]], b = mesh.positions[mesh.indices[i + 1]], c = mesh.positions[mesh.indices[i + 2]];
        area[mesh.surfaces[mesh.surfaceOf[mesh.indices[i]]].material] += double(glm::length(glm::cross(b - a, c - a)));
    }
    double most = 0;
    geometry::Material* accent = nullptr;
    for (std::size_t i = 0; i < model.materials.size(); ++i) {
        auto& m = model.materials[i];
        m.tone = m.emits ? 0 : 4.4f * std::pow(1 - luma(m.colour), 1.25f);
        const float low = std::min({m.colour.r, m.colour.g, m.colour.b}), high = std::max({m.colour.r, m.colour.g, m.colour.b});
        const bool skin = m.colour.r > m.colour.g && m.colour.g > m.colour.b && high - low < 0.5f;
        if (model.use == Use::figure && !skin && high - low > 0.3f && area[i] > most) most = area[i], accent = &m;
    }
    if (accent) accent->tinted = true, accent->tone = 0;
}

/// Surfaces count materials and parts that are used, no others.
void useMaterials(const RawModel& raw, Model& model) {
    std::map<std::uint32_t, std::uint32_t> index;
    for (auto& s : model.mesh.surfaces) {
        const auto [it, fresh] = index.try_emplace(s.material, std::uint32_t(model.materials.size()));
        if (fresh) {
            const RawMaterial& from = raw.materials[s.material];
            geometry::Material m;
            m.name = from.name;
            m.colour = from.colour;
            m.emits = from.emits;
            model.materials.push_back(std::move(m));
        }
        s.material = it->second;
    }
    giveTones(model);
}

/// A level that lost a head is no level.
bool keepsShape(const Model& model, const std::vector<std::uint32_t>& level) {
    geometry::Bounds box;
    for (const auto i : level) box.add(model.mesh.positions[i]);
    const glm::vec3 lost = glm::max(glm::abs(box.low - model.mesh.bounds.low), glm::abs(box.high - model.mesh.bounds.high));
    const glm::vec3 size = model.mesh.bounds.size();
    return std::max({lost.x, lost.y, lost.z}) < 0.05f * std::max({size.x, size.y, size.z});
}

void addLevels(Model& model) {
    const std::vector<std::uint32_t>* finer = &model.mesh.indices;
    while (model.coarser.size() + 1 < limits::levels && finer->size() / 3 > 900) {
        auto level = reduced(*finer, model.mesh.positions, finer->size() / 9);
        if (level.empty() || level.size() * 10 > finer->size() * 9 || !keepsShape(model, level)) break;
        model.coarser.push_back(std::move(level));
        finer = &model.coarser.back();
    }
}

} // namespace

Result<Model> finish(RawModel raw, Use use) {
    Model model;
    model.use = use;
    model.trianglesRead = raw.triangles.size();
    weld(raw);
    if (raw.triangles.empty()) return fail(ErrorCategory::badInput, "it has no triangle with an area", "Export it anew.");
    thinOut(raw, limits::budget(use));
    std::vector<std::uint32_t> from;
    shade(raw, use == Use::figure ? roundCosine : creaseCosine, model, from);
    if (model.mesh.surfaces.size() > 65'000) return fail(ErrorCategory::badInput, "it has too many parts", "Join what belongs together.");
    useMaterials(raw, model);
    if (model.materials.size() > limits::materials) return fail(ErrorCategory::badInput, "it has more than " + std::to_string(limits::materials) + " materials", "Join those that look alike.");
    if (use == Use::figure && !raw.shares.empty()) {
        model.joints = std::move(raw.joints);
        for (const auto v : from) model.shares.push_back(raw.shares[v]);
        if (!limbsOf(model.joints).whole()) raw.notes.push_back("Its skeleton is none that can be told by its names; it glides without moving its limbs.");
    } else if (use == Use::figure) {
        raw.notes.push_back("It has no skeleton; it glides without moving its limbs.");
    }
    model.mesh.measure();
    if (use != Use::place) addLevels(model);
    model.parts = std::move(raw.parts);
    model.notes = std::move(raw.notes);
    return model;
}

} // namespace rushes::models
