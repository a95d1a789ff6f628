// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/role_marks.h"

#include "engine/reading/text.h"
#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <string>

namespace rushes::stage {
namespace {

constexpr float sameSpot = 0.5f;  ///< metres
constexpr float chair = 0.45f;    ///< metres, of a seat above the floor that its feet stand on
constexpr float workable = 0.55f; ///< metres: what is lower is not worked at

/// Standing: who sits finds the seat there, on the floor that it stands on (a judge's is raised). Who lies does so from the start.
Slot slotOf(const sets::Mark& mark) {
    if (mark.pose == "lie") return {mark.position, mark.yaw, mark.seat};
    return {mark.position + glm::vec3(0, std::max(0.0f, mark.seat.value_or(chair) - chair), 0), mark.yaw, {}};
}

/// Whether the mark is for this noun; "ship's wheel" is at a mark for a "wheel".
bool isFor(const sets::Mark& mark, const std::string& noun) {
    return std::any_of(mark.who.begin(), mark.who.end(), [&](const std::string& who) { return noun == who || noun.ends_with(" " + who); });
}

/// What the subject is at: the objects of its verbs, and the things that it is said to be by. Before these its own noun.
std::vector<std::string> nounsOf(const reading::ShotDescription& description, std::string_view id) {
    std::vector<std::string> nouns;
    const auto add = [&](std::string_view other) {
        const auto* subject = description.subject(other);
        if (subject && (other == id || subject->kind != reading::SubjectKind::person)) nouns.push_back(subject->noun);
    };
    for (const auto& action : description.actions) // at the blackboard, not at the lectern
        if (action.subject == id && action.motion == "write") add(action.target);
    add(id);
    for (const auto& action : description.actions)
        if (action.subject == id && !reading::isOneOf(action.motion, "throw shoot")) { // from where they are, not from what they hit
            add(action.target);
            if (!action.object.empty()) nouns.push_back(action.object);
        }
    for (const auto& relation : description.relations)
        if (relation.a == id) add(relation.b);
    // "Looks out of the window": at one of the room's.
    for (const auto& action : description.actions)
        if (action.subject == id && action.motion == "look" && action.target.empty())
            for (const auto& subject : description.subjects)
                if (subject.noun.ends_with("window")) nouns.push_back(subject.noun);
    return nouns;
}

} // namespace

std::optional<Slot> roleSlot(const sets::BuiltSet& set, const reading::ShotDescription& description, std::string_view subject, const std::vector<glm::vec3>& taken) {
    for (const std::string& noun : nounsOf(description, subject))
        for (const auto& mark : set.marks) {
            const bool free = std::none_of(taken.begin(), taken.end(), [&](const auto& other) { return glm::distance(other, mark.position) < sameSpot; });
            if (free && isFor(mark, noun)) return slotOf(mark);
        }
    return std::nullopt;
}

bool liesAt(const sets::BuiltSet& set, const glm::vec3& position) {
    return std::any_of(set.marks.begin(), set.marks.end(), [&](const auto& mark) { return mark.pose == "lie" && glm::distance(mark.position, position) < 0.1f; });
}

std::optional<float> workAhead(const sets::BuiltSet& set, const reading::ShotDescription& description, std::string_view subject, const glm::vec3& position, float yaw) {
    const auto role = roleSlot(set, description, subject, {});
    if (!role || glm::distance(role->position, position) > sameSpot) return std::nullopt;
    const glm::vec3 above = position + heading(yaw) * 0.5f + glm::vec3(0, 1.5f, 0);
    const auto hit = set.hit(above, {0, -1, 0}, 1.5f);
    const float height = hit ? 1.5f - *hit : 0;
    return height > workable ? std::optional(height) : std::nullopt;
}

} // namespace rushes::stage
