// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/built_set.h"

#include "engine/sets/free_floor.h"
#include "engine/sets/sight_index.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::sets {

std::size_t BuiltSet::triangles() const {
    std::size_t n = 0;
    for (const auto& i : instances)
        n += i.mesh->triangles();
    return n;
}

const Mark* BuiltSet::mark(std::string_view name) const {
    const auto it = std::find_if(marks.begin(), marks.end(), [&](const Mark& m) { return m.name == name; });
    return it == marks.end() ? nullptr : &*it;
}

const SetShot* BuiltSet::shot(std::string_view name) const {
    const auto it = std::find_if(shots.begin(), shots.end(), [&](const SetShot& s) { return s.name == name; });
    return it == shots.end() ? nullptr : &*it;
}

float BuiltSet::groundHeight(float x, float z) const { return groundHeight(x, z, floor->height(x, z), .02f); }

float BuiltSet::groundHeight(float x, float z, float near, float step) const {
    const auto y = sight->surfaceBelow({x, near + step, z}, 12);
    return y ? *y : floor->height(x, z);
}

std::optional<float> BuiltSet::waterHeight(float x, float z) const {
    const auto w = floor->water();
    return w && *w > groundHeight(x, z) ? w : std::nullopt;
}

bool BuiltSet::blocked(const glm::vec3& from, const glm::vec3& to, const SightOptions& options) const {
    const glm::vec3 d = to - from;
    const float length = glm::length(d);
    if (length < .02f) return false;
    return sight->hit(from, d / length, length - .01f, options).has_value();
}

std::optional<float> BuiltSet::hit(const glm::vec3& from, const glm::vec3& direction, float reach,
                                   const SightOptions& options) const {
    return sight->hit(from, direction, reach, options);
}

std::optional<glm::vec3> BuiltSet::freeSpotNear(const glm::vec3& point, float clearRadius,
                                                const std::vector<glm::vec3>& avoid) const {
    return floor->freeSpotNear(point, clearRadius, avoid);
}

bool BuiltSet::pathClear(const glm::vec3& a, const glm::vec3& b) const { return floor->pathClear(a, b); }

std::vector<glm::vec3> BuiltSet::path(const glm::vec3& a, const glm::vec3& b) const { return floor->path(a, b); }

} // namespace rushes::sets
