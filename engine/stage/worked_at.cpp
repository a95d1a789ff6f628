// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/worked_at.h"

#include "engine/reading/text.h"
#include "engine/stage/ground_things.h"

#include <algorithm>

namespace rushes::stage {
namespace {

using reading::Subject;
using reading::isAny;
using reading::SubjectKind;

constexpr float reach = 0.42f;      ///< metres from the feet to what both hands work at
constexpr float swing = 0.75f;      ///< metres, of a whip, a club or a kick
constexpr float shotAway = 4.5f;    ///< metres, of what is aimed at
constexpr float hides = 0.9f;       ///< metres: what is higher hides who stands behind it
constexpr float widestPart = 3.0f;  ///< metres: of a wider building one sees a part, wherever it stands

/// From the feet to the near side of a tree is to its trunk, not to its crown.
float depthOf(const Subject& target, const glm::vec3& size) {
    if (target.kind == SubjectKind::plant) return std::min(size.z, 0.22f * size.y);
    return hasFlank(target) ? size.x : size.z;
}

} // namespace

bool hasFlank(const Subject& subject) { return subject.kind == SubjectKind::animal || subject.kind == SubjectKind::vehicle; }

bool isWorkedAt(const Beat& beat, const figures::Act& act, const Subject& target, const StagedProp& thing, const reading::ShotDescription& description) {
    const bool sits = (act.seated || beat.seat) && target.kind != SubjectKind::animal; // a cow is milked from a stool
    if (sits || beat.lies || beat.path.size() != 1 || beat.action == Beat::noAction || isFlat(thing) || target.count > 1) return false;
    if (target.kind == SubjectKind::structure && thing.prop->size.x > widestPart) return false;
    if (target.kind == SubjectKind::vehicle && description.actions[beat.action].motion == "shoot") return false; // a bus is held up from within
    if (!isAny(description.actions[beat.action].motion,
                 {"reach", "work_tool", "shoot", "wash", "pull", "push", "punch", "kick", "cut", "hug", "kiss", "give", "open_door", "pick_up", "put_down", "cook"}))
        return false;
    return std::none_of(description.actions.begin(), description.actions.end(), [&](const auto& a) { return a.subject == target.id; }) &&
           std::none_of(description.relations.begin(), description.relations.end(), [&](const auto& r) { return r.a == target.id; });
}

WorkedAt workedAt(const Beat& beat, const Subject& target, const StagedProp& thing) {
    const glm::vec3 size = thing.prop->size * thing.scale;
    WorkedAt how;
    how.ahead = (isAny(beat.motion, {"whip", "smash_down", "kick", "axe", "whirl"}) ? swing : reach) + 0.5f * depthOf(target, size);
    if (isAny(beat.motion, {"rifle", "aim", "archery"})) return {.ahead = shotAway, .turn = 90, .clear = 0.5f, .showFrom = 128.0f};
    how.clear = std::min(1.2f, std::max(size.x, size.z) * 0.4f);
    if (hasFlank(target)) how.turn = 90, how.along = std::max(0.0f, size.z * 0.5f - 1.1f); // at the end that the camera sees
    const bool low = beat.motion == "kneel_work" || target.kind == SubjectKind::plant || target.kind == SubjectKind::vehicle; // best seen in profile
    if (size.y > hides || low) how.showFrom = low ? 86.0f : 118.0f;
    return how;
}

} // namespace rushes::stage
