// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/followed.h"

#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {
namespace {

bool isAlong(Move move) { return move == Move::follow || move == Move::lead || move == Move::tail || move == Move::sideTrack; }

bool moves(const Subject& s) { return !s.worn && (s.kind == SubjectKind::person || s.kind == SubjectKind::animal || s.kind == SubjectKind::vehicle); }

} // namespace

void letFollowedGo(ShotDescription& out) {
    const auto& moved = out.camera.moves;
    if (!out.actions.empty() || std::none_of(moved.begin(), moved.end(), [](const auto& m) { return isAlong(m.move); })) return;
    const auto first = std::find_if(out.subjects.begin(), out.subjects.end(), moves);
    // Who is on or in something stays there, and that may go.
    if (first == out.subjects.end() || std::any_of(out.relations.begin(), out.relations.end(), [&](const Relation& r) { return r.a == first->id; })) return;
    Action goes;
    goes.subject = first->id;
    const bool vehicle = first->kind == SubjectKind::vehicle;
    if (vehicle && isOneOf(first->category, "helicopter plane spacecraft")) goes.verb = "fly", goes.motion = "fly_plane";
    else if (vehicle && isOneOf(first->category, "boat ship")) goes.verb = "sail", goes.motion = "row";
    else goes.verb = goes.motion = vehicle ? "drive" : "walk";
    out.actions.push_back(std::move(goes));
}

} // namespace rushes::reading
