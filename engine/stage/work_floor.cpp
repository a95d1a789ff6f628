// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/work_floor.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <cmath>

namespace rushes::stage {

std::vector<glm::vec3> othersThan(const Blocking& blocking, std::size_t i) {
    std::vector<glm::vec3> out;
    for (std::size_t k = 0; k < blocking.people.size(); ++k)
        if (k != i && !blocking.people[k].beats.empty()) out.push_back(blocking.people[k].beats.back().path.back());
    return out;
}

void moveWorker(Blocking& blocking, std::size_t i, std::size_t b, const glm::vec3& to, float yaw) {
    auto& beats = blocking.people[i].beats;
    const glm::vec3 old = beats[b].path.back();
    for (auto& beat : beats) {
        if (glm::distance(beat.path.back(), old) < 0.05f) beat.path.back() = to;
        if (beat.path.size() > 1 && glm::distance(beat.path.front(), old) < 0.05f) beat.path.front() = to;
        if (beat.path.size() < 2) beat.yaw = yaw;
    }
}

void faceFree(Blocking& blocking, std::size_t i, std::size_t b, float ahead, float clear) {
    auto& beats = blocking.people[i].beats;
    const glm::vec3 here = beats[b].path.back();
    const float old = beats[b].yaw;
    for (const float turn : {0.0f, 35.0f, -35.0f, 70.0f, -70.0f, 110.0f, -110.0f, 150.0f, -150.0f, 180.0f}) {
        const glm::vec3 at = here + heading(old + turn) * ahead;
        const auto spot = blocking.set->freeSpotNear(at, clear, othersThan(blocking, i));
        if (!spot || glm::distance(glm::vec2(spot->x, spot->z), glm::vec2(at.x, at.z)) > 0.2f) continue;
        for (auto& beat : beats)
            if (beat.path.size() < 2 && std::abs(turnBetween(beat.yaw, old)) < 1) beat.yaw = old + turn;
        return;
    }
}

} // namespace rushes::stage
