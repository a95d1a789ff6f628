// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/set_places.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::stage {

const sets::ObjectInfo* ownThing(const sets::BuiltSet& set, const sets::SetLibrary& library, const reading::Subject& subject) {
    const auto match = library.propFor(subject.model.empty() ? subject.noun : subject.model);
    const sets::ObjectInfo* best = nullptr;
    for (const auto& object : set.objects) {
        const bool alike = match && (object.name == match->name || (match->name == "table" && object.name.ends_with("table")));
        if (!object.prop || !alike) continue;
        if (!best || glm::distance(object.position, set.heart) < glm::distance(best->position, set.heart)) best = &object;
    }
    return best;
}

glm::vec3 freeOnTop(const sets::BuiltSet& set, const sets::ObjectInfo& object, float radius) {
    const glm::vec3 middle = object.bounds.centre(), half = object.bounds.size() * 0.5f;
    const float top = object.bounds.high.y;
    const auto bare = [&](float x, float z) {
        const auto hit = set.hit({x, top + 0.6f, z}, {0, -1, 0}, 1.0f);
        return hit && std::abs(*hit - 0.6f) < 0.02f;
    };
    for (const glm::vec2 share : {glm::vec2(0, 0), {0.4f, 0}, {-0.4f, 0}, {0, 0.4f}, {0, -0.4f}, {0.55f, 0.4f}, {-0.55f, 0.4f}, {0.55f, -0.4f}, {-0.55f, -0.4f}}) {
        const float x = middle.x + share.x * half.x, z = middle.z + share.y * half.z;
        if (bare(x, z) && bare(x + radius, z) && bare(x - radius, z) && bare(x, z + radius) && bare(x, z - radius)) return {x, top, z};
    }
    return {middle.x, top, middle.z};
}

std::optional<glm::vec3> onWater(const sets::BuiltSet& set, const StagedProp& prop, const glm::vec3& near) {
    const glm::vec3 size = prop.prop->size * prop.scale;
    const float half = std::max(size.x, size.z) * 0.5f, draught = std::min(0.6f, 0.08f * size.y);
    const auto deep = [&](const glm::vec3& p) {
        const auto water = set.waterHeight(p.x, p.z);
        return water && *water - set.groundHeight(p.x, p.z) > draught ? water : std::nullopt;
    };
    for (float radius = 0; radius < 70; radius += 2)
        for (int step = 0; step < 16; ++step) {
            const glm::vec3 p = near + heading(180 + 22.5f * float(step % 2 ? (step + 1) / 2 : -step / 2)) * radius;
            const auto water = deep(p);
            if (water && deep(p + glm::vec3(half, 0, 0)) && deep(p - glm::vec3(half, 0, 0)) && deep(p + glm::vec3(0, 0, half)) && deep(p - glm::vec3(0, 0, half)))
                return glm::vec3(p.x, *water - draught, p.z);
        }
    return std::nullopt;
}

} // namespace rushes::stage
