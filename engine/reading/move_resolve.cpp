// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/move_resolve.h"

#include "engine/reading/text.h"

namespace rushes::reading {

namespace {

using enum Direction;
using Dir = std::optional<Direction>;

bool horizontal(Dir d) { return d == left || d == right; }
bool vertical(Dir d) { return d == up || d == down; }
bool turning(Dir d) { return d == clockwise || d == counterclockwise; }
bool inOut(Dir d) { return d == in || d == out; }

/// Content that leans left turns counterclockwise.
Direction rollTo(Dir d) { return d == left ? counterclockwise : clockwise; }

MoveAndDirection resolveGo(Dir d, const MoveContext& context) {
    if (context.arc && vertical(d)) return {Move::crane, d};
    if (context.arc && (!d || turning(d) || d == in)) return {Move::arc, turning(d) ? d : std::nullopt};
    if (horizontal(d)) return {Move::truck, d};
    if (vertical(d)) return {Move::pedestal, d};
    if (inOut(d)) return {Move::dolly, d};
    if (turning(d)) return {Move::arc, d};
    return {};
}

MoveAndDirection resolveRotate(Dir d, const MoveContext& context) {
    if (horizontal(d)) return {Move::pan, d};
    if (vertical(d)) return {Move::tilt, d};
    if (turning(d)) return {context.around && !context.rollAxis ? Move::arc : Move::roll, d};
    if (context.around) return {Move::arc, std::nullopt};
    if (!d && context.strongAgent) return {Move::pan, std::nullopt};
    return {};
}

MoveAndDirection resolveFollow(Dir d, const MoveContext& context) {
    if (context.noObject && horizontal(d)) return {Move::truck, d};
    if (context.noObject && vertical(d)) return {Move::pedestal, d};
    if (context.noObject && inOut(d)) return {Move::dolly, d};
    if (!context.side) return {Move::follow, std::nullopt};
    return {context.side, context.side == Move::sideTrack ? d : std::nullopt};
}

MoveAndDirection resolveArc(Dir d) {
    if (vertical(d)) return {Move::crane, d};
    // The camera goes to its left or right while it keeps facing the centre.
    if (d == left) return {Move::arc, clockwise};
    if (d == right) return {Move::arc, counterclockwise};
    return {Move::arc, turning(d) ? d : std::nullopt};
}

MoveAndDirection resolveDolly(Dir d) {
    if (horizontal(d)) return {Move::truck, d};
    if (vertical(d)) return {Move::pedestal, d};
    if (turning(d)) return {Move::arc, d};
    return {Move::dolly, d.value_or(in)};
}

MoveAndDirection resolveTruck(Dir d) {
    if (inOut(d)) return {Move::dolly, d};
    if (vertical(d)) return {Move::pedestal, d};
    return {Move::truck, d};
}

MoveAndDirection resolveTilt(Dir d) {
    if (horizontal(d)) return {Move::roll, rollTo(d)};
    if (turning(d)) return {Move::roll, d};
    return {Move::tilt, d};
}

MoveAndDirection resolvePan(Dir d) {
    if (vertical(d)) return {Move::tilt, d};
    if (inOut(d)) return {Move::dolly, d};
    return {Move::pan, d};
}

bool hasText(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::optional<Move> sideOf(std::string_view segment) {
    if (hasAnyPhrase(segment, {"from behind", "from the back", "close behind", "follow behind", "follows behind", "from the rear", "behind the", "behind a*",
                               "behind him", "behind her", "behind them"})) {
        return Move::tail;
    }
    if (hasAnyPhrase(segment, {"from the front", "in front of", "ahead of"})) return Move::lead;
    if (hasAnyPhrase(segment, {"from the side", "alongside", "side by side", "parallel*", "lateral*", "in profile", "sideways"})) return Move::sideTrack;
    return std::nullopt;
}

} // namespace

MoveContext moveContext(std::string_view segment, std::string_view sentence, bool strongAgent) {
    MoveContext context;
    context.arc = hasAnyPhrase(segment, {"arc", "arcs", "arcing", "arced", "orbit", "orbits", "circular", "circle", "circles", "curve", "curved"});
    context.around = hasPhrase(segment, "around");
    for (const char* whose : {"around the ", "around its "}) {
        for (const char* what : {"center*", "centre*", "optical*", "forward*", "lens*", "own*"}) {
            if (hasPhrase(segment, std::string(whose) + what)) context.around = false;
        }
    }
    for (const char* axis : {"optical axis", "forward axis", "horizon", "lens axis", "viewing axis", "around the center", "around its center", "canted", "dutch", "its axis", "roll"}) {
        context.rollAxis = context.rollAxis || hasText(sentence, axis);
    }
    context.rollAxis = context.rollAxis || hasPhrase(sentence, "frame");
    context.ownAxis = hasAnyPhrase(segment, {"optical axis", "forward axis", "lens axis", "viewing axis", "its axis", "own axis"});
    context.crane = hasAnyPhrase(segment, {"crane", "jib", "boom"});
    context.strongAgent = strongAgent;
    context.side = sideOf(segment);
    context.noObject = hasAnyPhrase(segment, {"tracking movement", "tracking motion"}) || segment.ends_with("shot") || segment.ends_with("camera") ||
                       hasText(sentence, "tracking shot where the camera moves");
    return context;
}

MoveAndDirection resolveMove(const MoveHead& head, Dir d, const MoveContext& context) {
    if (head.move == "go") return resolveGo(d, context);
    if (head.move == "rotate") return resolveRotate(d, context);
    const std::optional<Move> move = moveFrom(head.move);
    if (!move) return {};
    switch (*move) {
    case Move::pan: return resolvePan(d);
    case Move::tilt: return resolveTilt(d);
    case Move::roll: return {Move::roll, horizontal(d) ? rollTo(d) : d};
    case Move::truck: return resolveTruck(d);
    case Move::dolly: return resolveDolly(d ? d : head.direction);
    case Move::pedestal: {
        const Dir way = vertical(d) ? d : head.direction.value_or(up);
        return {context.arc || context.crane ? Move::crane : Move::pedestal, way};
    }
    case Move::crane:
        if (horizontal(d)) return {Move::truck, d};
        return {Move::crane, vertical(d) ? d : head.direction.value_or(up)};
    case Move::zoom: return {Move::zoom, inOut(d) ? d : in};
    case Move::arc:
        if (context.ownAxis && turning(d)) return {Move::roll, d};
        return resolveArc(d);
    case Move::follow: return resolveFollow(d, context);
    case Move::fixed: case Move::handheld: case Move::rackFocus: case Move::reveal: case Move::lead: case Move::tail: case Move::dollyZoom:
        return {move, std::nullopt};
    default: return {move, d};
    }
}

Dir directionWithin(std::string_view phrase) {
    if (hasAnyPhrase(phrase, {"back", "away", "out", "reverse", "backward"})) return out;
    if (hasAnyPhrase(phrase, {"up", "lifts off"})) return up;
    if (hasAnyPhrase(phrase, {"down", "dive", "dives"})) return down;
    if (hasAnyPhrase(phrase, {"in", "closer", "tighten"})) return in;
    if (hasPhrase(phrase, "widen")) return out;
    return std::nullopt;
}

} // namespace rushes::reading
