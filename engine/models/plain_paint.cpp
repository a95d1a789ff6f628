// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/models/raw_model.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace rushes::models {
namespace {

constexpr std::size_t mostColours = 5;  ///< that a textured material splits into
constexpr float sameColour = 0.14f;     ///< distance in sRGB below which two are one
constexpr float clearBelow = 0.1f;      ///< opacity

glm::vec4 sample(const Texture& texture, const glm::vec2& uv) {
    const auto wrap = [](float v, int size) { return std::clamp(int((v - std::floor(v)) * float(size)), 0, size - 1); };
    const float u = std::isfinite(uv.x) ? uv.x : 0, v = std::isfinite(uv.y) ? uv.y : 0;
    const std::uint8_t* p = &texture.rgba[4 * (std::size_t(wrap(v, texture.height)) * std::size_t(texture.width) + std::size_t(wrap(u, texture.width)))];
    return glm::vec4(p[0], p[1], p[2], p[3]) / 255.0f;
}

/// What a triangle shows: the mean of a few places inside it.
glm::vec4 shown(const RawModel& raw, const RawModel::Triangle& t, const Texture& texture) {
    glm::vec4 sum(0);
    for (const glm::vec3 at : {glm::vec3(1 / 3.0f), glm::vec3(.6f, .2f, .2f), glm::vec3(.2f, .6f, .2f), glm::vec3(.2f, .2f, .6f)})
        sum += sample(texture, raw.uv[t.corner[0]] * at.x + raw.uv[t.corner[1]] * at.y + raw.uv[t.corner[2]] * at.z);
    return sum * 0.25f;
}

float areaOf(const RawModel& raw, const RawModel::Triangle& t) {
    const auto& p = raw.positions;
    return glm::length(glm::cross(p[t.corner[1]] - p[t.corner[0]], p[t.corner[2]] - p[t.corner[0]]));
}

struct Weighted {
    glm::vec3 colour;
    float area;
};

std::size_t nearest(const std::vector<glm::vec3>& colours, const glm::vec3& c) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < colours.size(); ++i)
        if (glm::distance(colours[i], c) < glm::distance(colours[best], c)) best = i;
    return best;
}

/// A few colours that stand for all: the mean first, then whatever is farthest from those chosen, then settled (Lloyd's algorithm).
std::vector<glm::vec3> fewColours(const std::vector<Weighted>& all) {
    glm::vec3 mean(0);
    float area = 1e-12f;
    for (const auto& w : all) mean += w.colour * w.area, area += w.area;
    std::vector<glm::vec3> colours{mean / area};
    while (colours.size() < mostColours) {
        const Weighted* farthest = nullptr;
        float most = 0;
        for (const auto& w : all) {
            const float d = glm::distance(colours[nearest(colours, w.colour)], w.colour);
            if (d > sameColour && d * std::sqrt(w.area) > most) most = d * std::sqrt(w.area), farthest = &w;
        }
        if (!farthest) break;
        colours.push_back(farthest->colour);
    }
    for (int round = 0; round < 6; ++round) {
        std::vector<glm::vec4> sums(colours.size(), glm::vec4(0));
        for (const auto& w : all) sums[nearest(colours, w.colour)] += glm::vec4(w.colour, 1) * w.area;
        for (std::size_t i = 0; i < colours.size(); ++i)
            if (sums[i].w > 0) colours[i] = glm::vec3(sums[i]) / sums[i].w;
    }
    return colours;
}

/// Lone specks take the colour of their neighbours.
void calm(const RawModel& raw, const std::vector<std::size_t>& faces, std::vector<std::size_t>& colourOf, std::size_t colours) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::size_t>> sharing;
    for (std::size_t i = 0; i < faces.size(); ++i)
        for (int k = 0; k < 3; ++k) sharing[std::minmax(raw.triangles[faces[i]].corner[std::size_t(k)], raw.triangles[faces[i]].corner[std::size_t((k + 1) % 3)])].push_back(i);
    for (int round = 0; round < 2; ++round) {
        std::vector<std::vector<int>> votes(faces.size(), std::vector<int>(colours, 0));
        for (const auto& [edge, users] : sharing)
            for (const auto a : users)
                for (const auto b : users)
                    if (a != b) ++votes[a][colourOf[b]];
        const auto before = colourOf;
        for (std::size_t i = 0; i < faces.size(); ++i) {
            const auto most = std::max_element(votes[i].begin(), votes[i].end());
            if (*most >= 2 && votes[i][before[i]] == 0) colourOf[i] = std::size_t(most - votes[i].begin());
        }
    }
}

} // namespace

void paintPlain(RawModel& raw) {
    std::map<std::uint32_t, std::vector<std::size_t>> textured;
    for (std::size_t i = 0; i < raw.triangles.size(); ++i)
        if (raw.materials[raw.triangles[i].material].texture >= 0) textured[raw.triangles[i].material].push_back(i);
    std::vector<bool> clear(raw.triangles.size(), false);
    for (const auto& [material, faces] : textured) {
        const RawMaterial from = raw.materials[material];
        const Texture& texture = raw.textures[std::size_t(from.texture)];
        std::vector<Weighted> all;
        for (const auto i : faces) {
            const glm::vec4 c = shown(raw, raw.triangles[i], texture);
            clear[i] = c.a < clearBelow;
            all.push_back({glm::vec3(c) * from.colour, clear[i] ? 0 : areaOf(raw, raw.triangles[i])});
        }
        const auto colours = fewColours(all);
        std::vector<std::size_t> colourOf;
        for (const auto& w : all) colourOf.push_back(nearest(colours, w.colour));
        calm(raw, faces, colourOf, colours.size());
        const auto base = std::uint32_t(raw.materials.size());
        for (const auto& c : colours) raw.materials.push_back({from.name, c, from.emits, -1});
        for (std::size_t i = 0; i < faces.size(); ++i) raw.triangles[faces[i]].material = base + std::uint32_t(colourOf[i]);
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < raw.triangles.size(); ++i)
        if (!clear[i]) raw.triangles[kept++] = raw.triangles[i];
    if (kept > 0) raw.triangles.resize(kept);
}

} // namespace rushes::models
