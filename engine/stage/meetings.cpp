// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/meetings.h"

#include "engine/stage/clause_words.h"
#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>

namespace rushes::stage {
namespace {

constexpr float apart = 0.8f;     ///< metres between two who pass, shoulder to shoulder
constexpr float talking = 0.95f;  ///< metres between two who have come up to each other

/// Metres that are free to both sides of `middle`.
float roomAlong(const sets::BuiltSet& set, const glm::vec3& middle, float yaw, float reach) {
    const auto free = [&](float turn) {
        float far = 0;
        while (far + 0.5f <= reach && wayClear(set, {middle, middle + heading(yaw + turn) * (far + 0.5f)})) far += 0.5f;
        return far;
    };
    return std::min(free(0), free(180));
}

/// Of the lines near to `yaw` the one with the most room, and how much it has.
std::pair<float, float> longestLine(const sets::BuiltSet& set, const glm::vec3& middle, float yaw, float reach) {
    std::pair<float, float> best{yaw, -1.0f};
    for (const float turn : {0.0f, 20.0f, -20.0f, 40.0f, -40.0f, 60.0f, -60.0f, 90.0f})
        if (const float room = roomAlong(set, middle, yaw + turn, reach); room > best.second + 0.6f) best = {yaw + turn, room};
    return best;
}

glm::vec3 onFloor(const sets::BuiltSet& set, const glm::vec3& p) { return {p.x, set.groundHeight(p.x, p.z, p.y), p.z}; }

} // namespace

Meeting meetingSaid(std::string_view prompt, const reading::Action& action) {
    if (!action.course.empty()) return Meeting::none; // past the camera
    const std::string clause = clauseFrom(prompt, action.span.begin);
    const bool mutual = says(clause, {" each other ", " one another "});
    if (says(clause, {" cross paths ", " crosses paths ", " crossing paths ", " cross each other", " pass each other ", " pass one another ", " passing each other "})) return Meeting::past;
    if (mutual && says(clause, {" past ", " by ", " passes ", " pass "})) return Meeting::past;
    if (mutual && says(clause, {" towards ", " toward ", " to ", " at ", " into "})) return Meeting::towards;
    if (action.verb == "pass" || action.verb == "pass by" || says(clause, {" past "})) return Meeting::past;
    return Meeting::none;
}

std::pair<Way, Way> meetingWays(const sets::BuiltSet& set, const glm::vec3& middle, float yaw, float reach, Meeting meeting) {
    const float half = meeting == Meeting::past ? reach * 0.5f : reach + talking * 0.5f;
    const auto [along, room] = longestLine(set, middle, yaw, half);
    const float far = std::max(1.2f, std::min(half, room));
    const glm::vec3 ahead = heading(along) * far, aside = heading(along + 90) * (meeting == Meeting::past ? apart * 0.5f : 0.0f);
    const glm::vec3 stop = meeting == Meeting::past ? ahead : heading(along) * (-talking * 0.5f);
    return {{onFloor(set, middle - ahead + aside), onFloor(set, middle + stop + aside)}, {onFloor(set, middle + ahead - aside), onFloor(set, middle - stop - aside)}};
}

Way wayPast(const sets::BuiltSet& set, const glm::vec3& standing, float yaw, float reach) {
    Way best;
    float most = -1;
    for (const float side : {apart, -apart}) {
        const glm::vec3 middle = standing + heading(yaw + 90) * side;
        const auto [along, room] = longestLine(set, middle, yaw, reach * 0.5f);
        if (room <= most) continue;
        most = room;
        const glm::vec3 ahead = heading(along) * std::max(1.0f, std::min(reach * 0.5f, room));
        best = {onFloor(set, middle - ahead), onFloor(set, middle + ahead)};
    }
    return best;
}

} // namespace rushes::stage
