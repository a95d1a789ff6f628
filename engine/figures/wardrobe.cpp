// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/wardrobe.h"

#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>

namespace rushes::figures {

using glm::vec3;

float Wardrobe::sleeveCut(std::size_t v, float cut) const {
    return m_tailor.data.arm[v] >= 0 ? cut - m_tailor.data.arm[v] : farInside;
}
float Wardrobe::legCut(std::size_t v, float cut) const {
    return m_tailor.data.leg[v] >= 0 ? cut - m_tailor.data.leg[v] : farInside;
}

float Wardrobe::neckHole(std::size_t v, float radius) const {
    if (m_tailor.isHead(v)) return radius > 0 ? -1 : -farInside;
    if (radius <= 0) return farInside;
    const vec3 p = m_tailor.data.vertices[v];
    const float dz = (p.z - 0.30f) / 1.15f, dy = p.y - 6.02f;
    return (std::sqrt(p.x * p.x + dy * dy + dz * dz) - radius) * 0.5f;
}

namespace {

float vNeckAt(const BakedData& d, std::size_t v, const VNeck& neck) {
    if (d.vertices[v].z <= 0.3f || d.arm[v] >= 0) return farInside;
    const float bottom = 1 - neck.depth;
    const float wide = neck.width * std::clamp((d.torso[v] - bottom) / neck.depth, 0.0f, 1.3f);
    return std::max(std::abs(d.vertices[v].x) * 0.1f - wide, bottom - d.torso[v]);
}

float hemAt(const BakedData& d, std::size_t v, float hem) {
    if (d.leg[v] >= 0) return d.leg[v] < 0.4f ? d.torso[v] - hem : -farInside;
    return d.arm[v] >= 0 ? farInside : d.torso[v] - hem;
}

Field offsetsOf(const Layer& layer, const Field& perVertex) {
    Field out;
    for (const auto& combo : layer.combos)
        out.push_back(combo.of(perVertex));
    return out;
}

} // namespace

void Wardrobe::wear(Layer layer, Field field, bool covers, float margin) {
    m_layers.push_back(std::move(layer));
    if (covers) m_covers.push_back({field, margin});
    m_worn.push_back({m_layers.size() - 1, std::move(field), covers});
}

void Wardrobe::top(const TopOptions& o) {
    const BakedData& d = m_tailor.data;
    const Field f = field([&](std::size_t v) {
        float value = std::min({sleeveCut(v, o.sleeve), hemAt(d, v, o.hem), neckHole(v, o.neck)});
        if (o.vNeck) value = std::min(value, vNeckAt(d, v, *o.vNeck));
        return value;
    });
    const Field offset = field([&](std::size_t v) {
        const float arm = d.arm[v], torso = d.torso[v];
        float out = o.offset;
        if (arm >= 0)
            out += o.flare * smoothStep(0.15f, std::max(o.sleeve, 0.3f), std::min(arm, 3.0f));
        else
            out += o.hemFlare * smoothStep(0.45f, o.hem, torso);
        if (o.offset <= 0.012f) return out;
        // Thick cloth would balloon on the shoulders.
        const float shoulder =
            arm >= 0 ? std::exp(-(arm / 0.4f) * (arm / 0.4f)) : (torso > 0.78f ? smoothStep(0.78f, 0.92f, torso) : 0);
        return out * (1 - 0.45f * shoulder);
    });
    Layer layer = cutOut(m_tailor, Group::tights, f, o.surface);
    if (o.closure) splitAtMiddle(m_tailor, layer, *o.closure);
    layer.offset = offsetsOf(layer, offset);
    settle(m_tailor, layer, o.smooth);
    wear(std::move(layer), f, o.covers, margin());
}

void Wardrobe::trousers(const TrouserOptions& o) {
    const BakedData& d = m_tailor.data;
    const Field f = field(
        [&](std::size_t v) { return std::min(legCut(v, o.cut), d.arm[v] >= 0 ? -farInside : o.waist - d.torso[v]); });
    const Field offset = field([&](std::size_t v) {
        if (d.leg[v] >= 0) return o.offset + o.flare * smoothStep(0.1f, o.cut, d.leg[v]);
        return o.offset * (smoothStep(o.waist + 0.05f, o.waist - 0.25f, d.torso[v]) * 0.6f + 0.4f);
    });
    Layer layer = cutOut(m_tailor, Group::tights, f, o.surface);
    layer.offset = offsetsOf(layer, offset);
    settle(m_tailor, layer, o.smooth);
    wear(std::move(layer), f, true, margin());
}

void Wardrobe::skirt(const SkirtOptions& o) {
    const BakedData& d = m_tailor.data;
    const Field f = field(
        [&](std::size_t v) { return d.skirt[v] >= 0 ? std::min(o.cut - d.skirt[v], d.skirt[v] + 1e-3f) : -farInside; });
    Layer layer = cutOut(m_tailor, Group::skirt, f, o.surface);
    if (o.closure) splitAtMiddle(m_tailor, layer, *o.closure);
    layer.offset.assign(layer.combos.size(), o.offset);
    settle(m_tailor, layer, o.smooth);
    vec3 centre(0);
    for (const auto& p : layer.rest)
        centre += p / float(layer.rest.size());
    for (std::size_t i = 0; i < layer.rest.size(); ++i) {
        const float k = 1 + o.flare * smoothStep(0.02f, 1.0f, layer.combos[i].of(d.skirt));
        layer.rest[i].x = centre.x + (layer.rest[i].x - centre.x) * k;
        layer.rest[i].z = centre.z + (layer.rest[i].z - centre.z) * k;
    }
    layer.hangs = true;
    wear(std::move(layer), f, false, 0);
    // What the tube hides of legs and hips, in their own measure: from the waist down to the hem.
    const auto g = std::size_t(Group::skirt);
    float low = 1e9f, high = -1e9f;
    for (std::uint32_t i = 0; i < d.vertexCount[g]; ++i) {
        low = std::min(low, d.vertices[d.firstVertex[g] + i].y);
        high = std::max(high, d.vertices[d.firstVertex[g] + i].y);
    }
    const float hem = high - o.cut * (high - low);
    Field hidden = field([&](std::size_t v) {
        if (d.leg[v] >= 0) return (d.vertices[v].y - hem) / 4 - 0.10f;
        return d.arm[v] < 0 && d.torso[v] < 0.19f ? 0.5f : -farInside;
    });
    m_covers.push_back({hidden, margin()});
    m_worn.push_back({m_layers.size() - 1, std::move(hidden), true});
}

void Wardrobe::shoes(const ShoeOptions& o) {
    const BakedData& d = m_tailor.data;
    const Field f = field([&](std::size_t v) { return d.leg[v] >= 0 ? d.leg[v] - o.top : -farInside; });
    const Tailor fine = m_tailor.finer();
    Layer layer = cutOut(fine, Group::tights, f, o.surface);
    layer.offset.assign(layer.combos.size(), o.offset);
    settle(fine, layer, o.smooth);
    const float ankle = m_tailor.skeleton.rest[std::size_t(bones::of(bones::foot, 0))].z;
    for (std::size_t i = 0; i < layer.rest.size(); ++i) {
        const float low = smoothStep(-7.85f, -8.15f, layer.combos[i].of(d.vertices).y);
        vec3& p = layer.rest[i];
        p.z += o.toe * smoothStep(0.06f, 0.14f, p.z / m_tailor.size - ankle) * m_tailor.size;
        p.y = p.y * (1 - low) - low * o.soleHeight * m_tailor.size;
    }
    if (o.sole)
        for (std::size_t t = 0; t < layer.faces.size(); ++t) {
            float y = 0;
            for (const auto v : layer.faces[t])
                y += layer.combos[v].of(d.vertices).y / 3;
            if (y < -8.06f) layer.surface[t] = *o.sole;
        }
    m_layers.push_back(std::move(layer));
    m_covers.push_back(
        {field([&](std::size_t v) { return d.leg[v] >= 0 ? 3 * (d.leg[v] - o.top - 0.03f) : -farInside; }), margin()});
    m_sole = o.soleHeight;
}

void Wardrobe::gloves(std::uint16_t surface, float top, float offset) {
    const Field f =
        field([&](std::size_t v) { return m_tailor.data.arm[v] >= 0 ? m_tailor.data.arm[v] - top : -farInside; });
    Layer layer = cutOut(m_tailor, Group::body, f, surface);
    layer.offset.assign(layer.combos.size(), offset);
    settle(m_tailor, layer, 0);
    m_layers.push_back(std::move(layer));
    m_covers.push_back({field([&](std::size_t v) { return f[v] - 0.02f; }), exactMargin});
}

void Wardrobe::piece(Group group, const Field& f, std::uint16_t surface, const Field& offset, int smooth, bool covers,
                     bool fine) {
    const Tailor tailor = fine ? m_tailor.finer() : m_tailor;
    Layer layer = cutOut(tailor, group, f, surface);
    layer.offset = offsetsOf(layer, offset);
    settle(tailor, layer, smooth);
    layer.hangs = group == Group::skirt;
    wear(std::move(layer), f, covers, exactMargin);
}

void Wardrobe::belt(std::uint16_t surface, float from, float to, float offset, int smooth) {
    const BakedData& d = m_tailor.data;
    const Field f = field([&](std::size_t v) {
        return d.arm[v] >= 0 || d.leg[v] > 0.4f ? -farInside : std::min(to - d.torso[v], d.torso[v] - from);
    });
    piece(Group::tights, f, surface, fill(offset), smooth, false);
}

void Wardrobe::skirtBelt(std::uint16_t surface, float to, float offset) {
    const BakedData& d = m_tailor.data;
    const Field f = field(
        [&](std::size_t v) { return d.skirt[v] >= 0 ? std::min(to - d.skirt[v], d.skirt[v] + 1e-3f) : -farInside; });
    piece(Group::skirt, f, surface, fill(offset), 2, false);
}

void Wardrobe::collar(std::uint16_t surface, float offset, float low, float high) {
    const BakedData& d = m_tailor.data;
    const Field f = field([&](std::size_t v) {
        if (d.arm[v] >= 0) return -farInside;
        const vec3 p = d.vertices[v];
        const float round = (1.18f - std::sqrt(p.x * p.x + (p.z - 0.05f) * (p.z - 0.05f))) * 0.5f;
        const float open = p.z > 0.55f ? std::abs(p.x) * 0.1f / 0.035f - 1 : farInside;
        return std::min({high - d.torso[v], d.torso[v] - low, round, open});
    });
    piece(Group::tights, f, surface, fill(offset), 1, false);
}

Field Wardrobe::bareSkin() const {
    Field out = fill(farInside);
    for (const Cover& cover : m_covers)
        for (std::size_t v = 0; v < out.size(); ++v)
            out[v] = std::min(out[v], cover.margin - cover.field[v]);
    return out;
}

std::vector<Layer> Wardrobe::finish() {
    for (std::size_t i = 0; i < m_worn.size(); ++i) {
        // How deep each point lies inside whatever is worn over it.
        Field depth = fill(-farInside);
        for (std::size_t j = i + 1; j < m_worn.size(); ++j)
            if (m_worn[j].covers && m_worn[j].layer != m_worn[i].layer)
                for (std::size_t v = 0; v < depth.size(); ++v)
                    depth[v] = std::max(depth[v], std::min(m_worn[j].field[v], 3.0f));
        Layer& inner = m_layers[m_worn[i].layer];
        std::vector<bool> hidden;
        for (const Combo& combo : inner.combos)
            hidden.push_back(combo.of(depth) > m_worn[i].hiddenFrom);
        std::size_t kept = 0;
        for (std::size_t f = 0; f < inner.faces.size(); ++f) {
            const Face face = inner.faces[f];
            if (hidden[face[0]] && hidden[face[1]] && hidden[face[2]]) continue;
            inner.faces[kept] = face;
            inner.surface[kept++] = inner.surface[f];
        }
        inner.faces.resize(kept);
        inner.surface.resize(kept);
    }
    for (Layer& layer : m_layers) layer.fits = !layer.hangs;
    return std::move(m_layers);
}

} // namespace rushes::figures
