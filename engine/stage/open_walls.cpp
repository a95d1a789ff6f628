// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/open_walls.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::stage {
namespace {

constexpr float longest = 14; ///< metres across: what is longer is a street, not a wall

/// Of this size (metres): no post and no plant, past which one may walk.
bool isWall(const glm::vec3& size) { return size.y > 1.9f && std::max(size.x, size.z) > 1.2f; }

bool opened(const StagedShot& shot, std::uint16_t object) { return std::find(shot.opened.begin(), shot.opened.end(), object) != shot.opened.end(); }

bool meets(const geometry::Bounds& box, const glm::vec3& from, const glm::vec3& to) {
    const glm::vec3 d = to - from;
    float enter = 0, leave = 1;
    for (int i = 0; i < 3; ++i) {
        const float inverse = 1.0f / (std::abs(d[i]) > 1e-6f ? d[i] : 1e-6f);
        const float a = (box.low[i] - 0.02f - from[i]) * inverse, b = (box.high[i] + 0.02f - from[i]) * inverse;
        enter = std::max(enter, std::min(a, b));
        leave = std::min(leave, std::max(a, b));
    }
    return enter <= leave;
}

/// The first object on the line that can be taken away; 0 for none.
std::uint16_t blockerOn(const StagedShot& shot, const glm::vec3& from, const glm::vec3& to) {
    const auto& set = *shot.blocking.set;
    const float length = glm::distance(from, to);
    const glm::vec3 ray = (to - from) / std::max(1e-3f, length);
    const auto first = set.hit(from, ray, length);
    if (!first) return 0;
    for (const auto& info : set.objects) {
        if (opened(shot, info.object) || info.name == "ground" || info.name == "floor" || !meets(info.bounds, from, to)) continue;
        const glm::vec3 size = info.bounds.high - info.bounds.low;
        if (std::max(size.x, size.z) > longest) continue;
        const auto without = set.hit(from, ray, length, {.ignoreObject = info.object});
        if (!without || *without > *first + 1e-3f) return info.object;
    }
    return 0;
}

} // namespace

bool blockedInShot(const StagedShot& shot, const glm::vec3& from, const glm::vec3& to) {
    const auto& set = *shot.blocking.set;
    if (shot.opened.empty()) return set.blocked(from, to);
    // One object at a time can be left out of a ray: step past those that are away.
    glm::vec3 at = from;
    const glm::vec3 ray = glm::normalize(to - from);
    for (int i = 0; i < 24; ++i) {
        const float left = glm::distance(at, to);
        if (left < 0.02f) return false;
        const auto first = set.hit(at, ray, left - 0.01f);
        if (!first) return false;
        const bool away = std::any_of(shot.opened.begin(), shot.opened.end(), [&](std::uint16_t object) {
            const auto without = set.hit(at, ray, left - 0.01f, {.ignoreObject = object});
            return !without || *without > *first + 1e-3f;
        });
        if (!away) return true;
        at += ray * (*first + 0.005f);
    }
    return true;
}

namespace {

/// Takes away what stands between, at most four objects; their names.
std::string openLine(StagedShot& shot, const glm::vec3& eye, const glm::vec3& face, bool wallsOnly) {
    const auto& set = *shot.blocking.set;
    std::string names;
    for (int i = 0; i < 4 && blockedInShot(shot, eye, face); ++i) {
        const std::uint16_t object = blockerOn(shot, eye, face);
        if (object == 0) break;
        const auto& info = set.objects[std::size_t(object - 1)];
        if (wallsOnly && !isWall(info.bounds.size())) break;
        shot.opened.push_back(object);
        names += (names.empty() ? "" : ", ") + info.name;
    }
    return names;
}

} // namespace

void openWalls(StagedShot& shot, const ShotFrame& frame, const std::vector<glm::vec3>& ways) {
    const glm::vec3 eye = frame.view.camera.eye;
    const auto before = [&](const glm::vec3& face) { return face - glm::normalize(face - eye) * 0.13f; };
    std::string names = frame.view.clear ? std::string{} : openLine(shot, eye, before(frame.subject.focus), false);
    if (shot.blocking.set->environment.interior)
        for (const glm::vec3& way : ways) // and who walks is not to walk behind a wall
            if (const std::string more = openLine(shot, eye, before(frame.subject.focus + way), true); !more.empty()) names += (names.empty() ? "" : ", ") + more;
    if (!names.empty()) shot.warnings.push_back("Taken away for the camera, as on a sound stage: " + names + ".");
    if (!frame.view.clear && blockedInShot(shot, eye, before(frame.subject.focus))) shot.warnings.push_back("Something of the set stands between the camera and the subject.");
}

} // namespace rushes::stage
