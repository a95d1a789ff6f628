// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/shot_focus.h"

#include "engine/stage/aboard.h"
#include "engine/stage/casting.h"
#include "engine/stage/courses.h"
#include "engine/stage/framing.h"
#include "engine/stage/motion_table.h"

#include <algorithm>

namespace rushes::stage {

using reading::Move;
using reading::ShotSize;

bool isShoulder(reading::PointOfView pov) { return pov == reading::PointOfView::overShoulder || pov == reading::PointOfView::overHip; }

std::size_t mainPerson(const Blocking& blocking, const reading::ShotDescription& description) {
    const auto find = [&](const std::string& id) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < blocking.people.size(); ++i)
            if (!id.empty() && blocking.people[i].subject == id) return i;
        return std::nullopt;
    };
    const auto over = find(description.camera.over); // only their shoulder is in it
    const auto take = [&](const std::string& id) { const auto found = find(id); return found && found != over ? found : std::nullopt; };
    if (const auto named = take(description.camera.target)) return *named;
    for (const auto& line : description.dialogue)
        if (const auto speaker = take(line.subject)) return *speaker;
    // A crowd is behind whoever else is there.
    const auto isCrowd = [&](const std::string& id) { const auto* who = description.subject(id); return who && stage::isCrowd(description, *who); };
    const bool others = std::any_of(blocking.people.begin(), blocking.people.end(), [&](const auto& person) { return !isCrowd(person.subject); });
    for (const bool said : {true, false}) // who does what the words say, before who sits because pupils do
        for (const auto& action : description.actions)
            if (const auto actor = take(action.subject); actor && said == (action.span.end > 0) && !(others && isCrowd(action.subject))) return *actor;
    if (others)
        for (std::size_t i = 0; i < blocking.people.size(); ++i)
            if (i != over && !isCrowd(blocking.people[i].subject)) return i;
    return over == std::size_t(0) && blocking.people.size() > 1 ? 1 : 0;
}

ShotSize sizeOf(const reading::ShotDescription& description, std::size_t people) {
    if (description.camera.size) return *description.camera.size;
    if (description.camera.pov && isShoulder(*description.camera.pov)) return ShotSize::mediumCloseUp; // a wider one shows two people, not a shoulder
    if (people == 0) return description.subjects.empty() ? ShotSize::wide : ShotSize::full;
    constexpr std::size_t many = 14;
    if (people >= many) return ShotSize::wide;
    const bool crowdActs = std::any_of(description.actions.begin(), description.actions.end(), [&](const auto& action) {
        const auto* who = description.subject(action.subject);
        return who && stage::isCrowd(description, *who);
    });
    if (crowdActs) return ShotSize::full;
    if (people > 2) return ShotSize::full;
    const auto goes = [&](bool withCourse) {
        return std::any_of(description.actions.begin(), description.actions.end(), [&](const auto& action) { return playOf(action.motion).travels && (!withCourse || !action.course.empty()); });
    };
    if (people == 2) return goes(true) ? ShotSize::full : ShotSize::mediumFull;
    if (goes(false)) return ShotSize::full;
    return description.dialogue.empty() ? ShotSize::medium : ShotSize::mediumCloseUp;
}

ShotSize startFor(ShotSize usual, ShotSize end, const std::vector<reading::CameraMove>& moves) {
    constexpr int steps = 3; // sizes between the two ends of a move that is seen as one
    const bool out = std::any_of(moves.begin(), moves.end(), [](const auto& m) { return m.direction == reading::Direction::out; }) || (moves.empty() && end < usual);
    const int from = out ? std::max(int(usual), int(end) + steps) : std::min(int(usual), int(end) - steps);
    return ShotSize(std::clamp(from, int(ShotSize::extremeWide), int(ShotSize::extremeCloseUp)));
}

double lensOf(const reading::CameraWords& camera, ShotSize size, std::size_t people) {
    return camera.lensMm ? std::clamp(*camera.lensMm, 4.0, 1200.0) : defaultLens(size, people);
}

bool hasMove(const reading::CameraWords& camera, std::initializer_list<Move> kinds) {
    for (const auto& move : camera.moves)
        for (const Move kind : kinds)
            if (move.move == kind) return true;
    return false;
}

bool ridesAlong(const Blocking& blocking, const reading::ShotDescription& description) {
    if (blocking.people.empty() || fixedByWords(description.camera) || !isUnderWay(blocking, blocking.people[mainPerson(blocking, description)])) return false;
    return std::all_of(description.camera.moves.begin(), description.camera.moves.end(), [](const auto& move) {
        return move.move == Move::fixed || move.move == Move::handheld || move.move == Move::follow || move.move == Move::lead || move.move == Move::tail || move.move == Move::sideTrack;
    });
}

bool fixedByWords(const reading::CameraWords& camera) {
    return std::any_of(camera.moves.begin(), camera.moves.end(), [](const auto& move) { return move.move == Move::fixed && move.span.end > 0; });
}

bool holdsStill(const Blocking& blocking, const reading::CameraWords& camera) {
    if (fixedByWords(camera)) return true;
    if (!camera.moves.empty()) return false;
    return std::any_of(blocking.people.begin(), blocking.people.end(), [](const auto& person) {
        return std::any_of(person.beats.begin(), person.beats.end(), [](const Beat& beat) { return isOfFrame(beat.course) || isAcross(beat.course) || beat.course == "past_camera"; });
    });
}

} // namespace rushes::stage
