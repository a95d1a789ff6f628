// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/head_parts.h"
#include "engine/figures/materials.h"
#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace rushes::figures {
namespace {

using glm::vec3;

/// How far a body vertex drops when the jaw opens, decimetres.
Field jawDrop(const BakedData& data) {
    Field out(data.vertices.size(), 0);
    for (const auto& [name, unit] : data.faceUnits)
        if (name == "jawOpen")
            unit.decode(data.pointCount(), [&](std::uint32_t point, const vec3& move) {
                if (point < out.size()) out[point] = -move.y;
            });
    return out;
}

/// A point of the face seen from the front, as a mean of three base vertices; nothing where there is no skin.
class FrontFace {
public:
    FrontFace(const BakedData& data, const std::vector<Triangle>& triangles) : m_data(data) {
        for (const auto& t : triangles) {
            const vec3 a = data.vertices[t[0]], b = data.vertices[t[1]], c = data.vertices[t[2]];
            if ((a.z + b.z + c.z) / 3 > 0.6f && std::min({a.y, b.y, c.y}) > 6.2f) m_triangles.push_back(t);
        }
    }
    std::optional<Combo> at(float x, float y) const {
        std::optional<Combo> best;
        float bestZ = -1e9f;
        for (const auto& t : m_triangles) {
            const vec3 &a = m_data.vertices[t[0]], &b = m_data.vertices[t[1]], &c = m_data.vertices[t[2]];
            const float d = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
            if (std::abs(d) < 1e-9f) continue;
            const float l1 = ((x - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y)) / d;
            const float l2 = ((b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y)) / d, l0 = 1 - l1 - l2;
            if (std::min({l0, l1, l2}) < -1e-5f) continue;
            const float z = l0 * a.z + l1 * b.z + l2 * c.z;
            if (z <= bestZ) continue;
            bestZ = z;
            best.emplace();
            best->add(t[0], l0);
            best->add(t[1], l1);
            best->add(t[2], l2);
        }
        return best;
    }

private:
    const BakedData& m_data;
    std::vector<Triangle> m_triangles;
};

struct RibbonPoint {
    float x, y, thick; ///< decimetres on the base face
};

/// A strip laid on the face; follows the skin under it.
void addRibbon(const Tailor& tailor, const FrontFace& front, Layer& layer, const std::vector<RibbonPoint>& line,
               float offset, std::uint16_t surface) {
    const auto first = std::uint32_t(layer.combos.size());
    std::uint32_t rows = 0;
    for (std::size_t k = 0; k < line.size(); ++k) {
        const auto &before = line[k == 0 ? 0 : k - 1], &after = line[std::min(k + 1, line.size() - 1)];
        const float dx = after.x - before.x, dy = after.y - before.y, length = std::hypot(dx, dy),
                    half = line[k].thick / 2;
        const auto high = front.at(line[k].x - dy / length * half, line[k].y + dx / length * half);
        const auto low = front.at(line[k].x + dy / length * half, line[k].y - dx / length * half);
        if (!high || !low) continue;
        for (const auto& combo : {*high, *low}) {
            layer.combos.push_back(combo);
            layer.weights.push_back(tailor.weightsOf(combo));
            layer.offset.push_back(offset);
        }
        ++rows;
    }
    for (std::uint32_t k = 0; k + 1 < rows; ++k) {
        const std::uint32_t a = first + 2 * k;
        layer.faces.push_back({a, a + 1, a + 2});
        layer.faces.push_back({a + 2, a + 1, a + 3});
        layer.surface.insert(layer.surface.end(), 2, surface);
    }
}

Layer browLayer(const Tailor& tailor, Palette& palette, const CharacterDesign& design) {
    const float x[6] = {0.13f, 0.20f, 0.29f, 0.38f, 0.46f, 0.53f},
                y[6] = {7.470f, 7.494f, 7.515f, 7.527f, 7.508f, 7.453f};
    const float shape[6] = {1, 1.3f, 1.2f, 1, 0.75f, 0.35f};
    const float thick = design.maleness > 0.5 ? 0.044f : 0.034f;
    const glm::vec3 colour = design.colours.hair * 0.8f;
    const auto surface = palette.surface("skin", faceMaterial("brows", colour, std::clamp(toneOf(colour), 2.0f, 4.0f)));
    const FrontFace front(tailor.data, tailor.data.triangles[std::size_t(Group::body)]);
    Layer out;
    out.facial = true;
    out.grounds = false;
    for (const float sign : {1.0f, -1.0f}) {
        std::vector<RibbonPoint> line;
        for (std::size_t k = 0; k < 6; ++k)
            line.push_back({sign * x[k], y[k] + (design.ageYears < 13 ? 0.02f : 0.0f), thick * shape[k] * (design.ageYears < 13 ? 0.55f : 1.0f)});
        addRibbon(tailor, front, out, line, 0.0016f, surface);
    }
    settle(tailor, out, 0);
    return out;
}

/// The dark line under the upper lip: it closes a shut mouth and stays on the lip when the mouth opens.
Layer mouthLine(const Tailor& tailor, Palette& palette) {
    const BakedData& d = tailor.data;
    const Field drop = jawDrop(d);
    const float most = *std::max_element(drop.begin(), drop.end());
    std::vector<Triangle> upper;
    const auto& body = d.triangles[std::size_t(Group::body)];
    for (std::size_t t = 0; t < body.size(); ++t) {
        if (!(d.bodyMask[t] & faceMask::lips) || (d.bodyMask[t] & faceMask::insideMouth)) continue;
        const vec3 n = glm::cross(d.vertices[body[t][1]] - d.vertices[body[t][0]],
                                  d.vertices[body[t][2]] - d.vertices[body[t][0]]);
        if (n.z > 0 && drop[body[t][0]] + drop[body[t][1]] + drop[body[t][2]] < 0.75f * most) upper.push_back(body[t]);
    }
    const FrontFace front(d, upper);
    float corner = 0;
    for (const auto& t : upper)
        for (const auto v : t)
            corner = std::max(corner, std::abs(d.vertices[v].x));
    Layer out;
    out.facial = true;
    out.grounds = false;
    std::vector<RibbonPoint> line;
    for (int k = -6; k <= 6; ++k) {
        const float x = 0.96f * corner * float(k) / 6, thick = 0.020f * (1.05f - std::abs(float(k)) / 6 * 0.7f);
        float low = 1e9f;
        for (float y = 6.2f; y < 7.4f && low > 1e8f; y += 0.004f)
            if (front.at(x, y)) low = y;
        if (low < 1e8f) line.push_back({x, low + thick * 0.55f, thick});
    }
    if (line.size() > 2)
        addRibbon(tailor, front, out, line, 0.0010f,
                  palette.surface("skin", faceMaterial("mouth line", vec3(0.20f, 0.10f, 0.10f), 5)));
    settle(tailor, out, 0);
    return out;
}

struct EyeBall {
    vec3 centre{0};
    float radius = 0; ///< of the front
};

EyeBall eyeBall(const Tailor& tailor, int side) {
    const auto g = std::size_t(Group::leftEye) + std::size_t(side);
    EyeBall out;
    out.centre = tailor.skeleton.rest[std::size_t(bones::eye(side))];
    for (std::uint32_t i = 0; i < tailor.data.vertexCount[g]; ++i) {
        const vec3 d = tailor.body.vertices[tailor.data.firstVertex[g] + i] - out.centre;
        if (d.z > 0) out.radius = std::max(out.radius, glm::length(d));
    }
    return out;
}

/// A ring of the eyeball between two angles from its axis; a disc when the inner one is 0. `tilt` moves the axis (x, y
/// of a unit vector).
void addCap(Layer& layer, const EyeBall& eye, int side, float lift, float inner, float outer, const glm::vec2& tilt,
            std::uint16_t surface) {
    constexpr std::uint32_t sides = 20;
    const vec3 axis = unit(vec3(tilt.x, tilt.y, std::sqrt(std::max(0.0f, 1 - glm::dot(tilt, tilt)))));
    const glm::mat3 turn = shortestTurn(vec3(0, 0, 1), axis);
    const auto first = std::uint32_t(layer.rest.size());
    const auto push = [&](float angle, float around) {
        const float a = glm::radians(angle);
        const vec3 d = turn * vec3(std::sin(a) * std::cos(around), std::sin(a) * std::sin(around), std::cos(a));
        layer.rest.push_back(eye.centre + d * (eye.radius + lift));
        layer.weights.push_back(BoneShares{{std::uint8_t(bones::eye(side))}, {1}});
    };
    for (std::uint32_t k = 0; k < sides; ++k) {
        const float around = 6.2831853f * float(k) / sides;
        push(inner, around);
        push(outer, around);
    }
    for (std::uint32_t k = 0; k < sides; ++k) {
        const std::uint32_t a = first + 2 * k, b = first + 2 * ((k + 1) % sides);
        layer.faces.push_back({a, a + 1, b + 1});
        layer.faces.push_back({a, b + 1, b});
        layer.surface.insert(layer.surface.end(), 2, surface);
    }
}

void addEyes(const Tailor& tailor, Palette& palette, std::vector<Layer>& out) {
    const auto white = palette.surface("eyes", faceMaterial("eye white", vec3(0.97f), 0));
    const auto rim = palette.surface("eyes", faceMaterial("iris rim", vec3(0.12f, 0.10f, 0.10f), 5));
    const auto iris = palette.surface("eyes", faceMaterial("iris", vec3(0.36f, 0.30f, 0.26f), 3));
    const auto pupil = palette.surface("eyes", faceMaterial("pupil", vec3(0.05f), 5));
    geometry::Material spark = faceMaterial("eye highlight", vec3(1), 0);
    const auto highlight = palette.surface("eyes", spark);
    Layer caps;
    caps.grounds = false;
    for (int side = 0; side < 2; ++side) {
        if (tailor.level < 3) out.push_back(wholeGroup(tailor, side == 0 ? Group::leftEye : Group::rightEye, white));
        const EyeBall eye = eyeBall(tailor, side);
        const float step = eye.radius * 0.004f;
        addCap(caps, eye, side, step, 0, 10.5f, {0, 0}, pupil);
        addCap(caps, eye, side, step, 10.5f, 21, {0, 0}, iris);
        addCap(caps, eye, side, step, 21, 24.5f, {0, 0}, rim);
        if (tailor.level < 2) addCap(caps, eye, side, 2 * step, 0, 3.7f, {0.10f, 0.12f}, highlight);
    }
    out.push_back(std::move(caps));
}

} // namespace

Layer wholeGroup(const Tailor& tailor, Group group, std::uint16_t surface) {
    Layer out = cutOut(tailor, group, Field(tailor.data.vertices.size(), 1), surface);
    out.grounds = false;
    settle(tailor, out, 0);
    return out;
}

Layer skinLayer(const Tailor& tailor, Palette& palette, const CharacterDesign& design, const Field& bare) {
    const BakedData& d = tailor.data;
    const geometry::Material skin = skinMaterial(design.colours.skin);
    const bool rouged = design.maleness < 0.5 && design.ageYears > 14;
    geometry::Material lips =
        faceMaterial("lips", design.colours.skin * (rouged ? vec3(0.80f, 0.45f, 0.45f) : vec3(0.86f, 0.70f, 0.68f)),
                     skin.tone + (rouged ? 1 : 0));
    const auto skinSurface = palette.surface("skin", skin), lipSurface = palette.surface("skin", lips);
    const auto mouthSurface = palette.surface("mouth", faceMaterial("mouth inside", vec3(0.16f, 0.06f, 0.06f), 4));
    std::vector<bool> isLip(d.vertices.size()), isMouth(d.vertices.size());
    const auto& body = d.triangles[std::size_t(Group::body)];
    for (std::size_t t = 0; t < body.size(); ++t)
        for (const auto v : body[t]) {
            if (d.bodyMask[t] & faceMask::lips) isLip[v] = true;
            if (d.bodyMask[t] & faceMask::insideMouth) isMouth[v] = true;
        }
    Layer out = cutOut(tailor, Group::body, bare, skinSurface, [&](const Triangle& t) {
        if (isLip[t[0]] && isLip[t[1]] && isLip[t[2]]) return lipSurface;
        return isMouth[t[0]] && isMouth[t[1]] && isMouth[t[2]] ? mouthSurface : skinSurface;
    });
    out.facial = true;
    out.fits = true;
    settle(tailor, out, 0);
    return out;
}

std::vector<Layer> faceParts(const Tailor& tailor, Palette& palette, const CharacterDesign& design) {
    std::vector<Layer> out;
    addEyes(tailor, palette, out);
    out.push_back(browLayer(tailor, palette, design));
    if (tailor.level < 3) out.push_back(mouthLine(tailor, palette));
    if (tailor.level >= 2) return out;
    const auto dark = palette.surface("lashes", faceMaterial("lashes", vec3(0.08f, 0.07f, 0.07f), 5));
    const auto teeth = palette.surface("mouth", faceMaterial("teeth", vec3(0.95f, 0.94f, 0.90f), 0));
    const auto tongue = palette.surface("mouth", faceMaterial("tongue", vec3(0.60f, 0.30f, 0.30f), 2));
    for (const auto& [group, surface] : {std::pair{Group::lashes, dark},
                                         {Group::upperTeeth, teeth},
                                         {Group::lowerTeeth, teeth},
                                         {Group::tongue, tongue}}) {
        out.push_back(wholeGroup(tailor, group, surface));
        out.back().facial = true;
    }
    return out;
}

} // namespace rushes::figures
