// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/move_heads.h"
#include "engine/reading/text.h"

#include <algorithm>
#include <set>

namespace rushes::reading {

namespace {

using Found = std::vector<FoundMove>;

bool has(const Found& found, Move move) {
    return std::any_of(found.begin(), found.end(), [&](const FoundMove& f) { return f.move.move == move; });
}

const FoundMove* first(const Found& found, Move move) {
    const auto it = std::find_if(found.begin(), found.end(), [&](const FoundMove& f) { return f.move.move == move; });
    return it == found.end() ? nullptr : &*it;
}

std::size_t kinds(const Found& found) {
    std::set<Move> moves;
    for (const FoundMove& f : found) moves.insert(f.move.move);
    return moves.size();
}

void byPosition(Found& found) {
    std::stable_sort(found.begin(), found.end(), [](const FoundMove& a, const FoundMove& b) { return a.at < b.at; });
}

Direction opposite(Direction d) { return d == Direction::in ? Direction::out : Direction::in; }

/// The words one by one of a dolly zoom, or the two moves against each other.
void mergeDollyZoom(Found& found, std::string_view sentence) {
    const FoundMove* dolly = first(found, Move::dolly);
    const FoundMove* zoom = first(found, Move::zoom);
    const bool against = dolly && zoom && dolly->move.direction && zoom->move.direction != dolly->move.direction &&
                         hasAnyPhrase(sentence, {"while", "as", "with", "and"});
    if (!has(found, Move::dollyZoom) && !against) return;
    FoundMove merged = against && !has(found, Move::dollyZoom) ? found.front() : *first(found, Move::dollyZoom);
    merged.move.move = Move::dollyZoom;
    if (dolly) {
        merged.move.direction = dolly->move.direction;
    } else if (zoom && zoom->move.direction) {
        merged.move.direction = opposite(*zoom->move.direction);
    } else {
        merged.move.direction = hasAnyPhrase(sentence, {"reverse*", "backward*", "outward*", "dolly out", "zoom in"}) ? Direction::out : Direction::in;
    }
    found = {merged};
}

void mergeArcs(Found& found, std::optional<Direction> turn) {
    const FoundMove* arc = first(found, Move::arc);
    if (!arc) return;
    FoundMove merged = *arc;
    merged.move.direction.reset();
    for (const FoundMove& f : found) {
        if (f.move.move == Move::arc && !merged.move.direction) merged.move.direction = f.move.direction;
    }
    if (!merged.move.direction) merged.move.direction = turn;
    std::erase_if(found, [](const FoundMove& f) { return f.move.move == Move::arc || f.head == "move" || f.head == "rotate"; });
    found.push_back(merged);
    byPosition(found);
}

void mergeCranes(Found& found) {
    const FoundMove* crane = first(found, Move::crane);
    if (!crane) return;
    const FoundMove merged = *crane;
    std::erase_if(found, [](const FoundMove& f) { return f.move.move == Move::pedestal || f.move.move == Move::crane || f.move.move == Move::arc; });
    found.push_back(merged);
    byPosition(found);
}

void dropDoubles(Found& found) {
    const Found all = found;
    std::erase_if(found, [&](const FoundMove& f) {
        return f.noDirection && std::any_of(all.begin(), all.end(), [&](const FoundMove& g) {
                   return g.at != f.at && g.move.move == f.move.move && !g.noDirection;
               });
    });
    const auto same = [](const FoundMove& a, const FoundMove& b) { return a.move.move == b.move.move && a.move.direction == b.move.direction; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
}

/// "without incorporating other movement types", in one sentence
bool saysWithoutOther(std::string_view text) {
    const std::size_t without = text.find("without");
    if (without == std::string_view::npos) return false;
    const std::string_view rest = text.substr(without);
    return hasPhrase(rest.substr(0, rest.find('.')), "other");
}

/// Over the whole text: a dolly in one sentence and the opposite zoom in the next, without an order between them.
void mergeDollyZoomOverText(Found& moves, std::string_view text) {
    const auto dolly = std::find_if(moves.begin(), moves.end(), [](const FoundMove& f) { return f.move.move == Move::dolly && f.move.direction; });
    const FoundMove* zoom = first(moves, Move::zoom);
    if (dolly != moves.end() && zoom && dolly->move.direction != zoom->move.direction && hasAnyPhrase(text, {"while", "as", "with", "and", "by"}) &&
        !hasAnyPhrase(text, {"then", "before", "after", "finally"})) {
        FoundMove merged = *dolly;
        merged.move.move = Move::dollyZoom;
        std::erase_if(moves, [](const FoundMove& f) { return f.move.move == Move::dolly || f.move.move == Move::zoom; });
        moves.push_back(merged);
    }
    if (has(moves, Move::dollyZoom)) std::erase_if(moves, [](const FoundMove& f) { return f.move.move == Move::dolly || f.move.move == Move::zoom; });
}

} // namespace

void mergeSegment(Found& found, std::string_view segment, std::string_view sentence, std::optional<Direction> turn) {
    mergeDollyZoom(found, sentence);
    if (has(found, Move::tail) || has(found, Move::lead) || has(found, Move::sideTrack)) {
        std::erase_if(found, [](const FoundMove& f) { return f.move.move == Move::follow; });
    }
    if (kinds(found) > 1) std::erase_if(found, [](const FoundMove& f) { return f.move.move == Move::reveal; });
    mergeArcs(found, turn);
    mergeCranes(found);
    if (kinds(found) > 1 && !hasAnyPhrase(segment, {"then", "before", "finally", "hold*"})) {
        std::erase_if(found, [](const FoundMove& f) { return f.move.move == Move::fixed; });
    }
    dropDoubles(found);
}

void finishMoves(FilmState& state) {
    Found& moves = state.moves;
    const std::string text = join(state.w, {0, state.w.size()});
    mergeDollyZoomOverText(moves, text);
    const auto aimless = [](const FoundMove& f) {
        return !f.move.direction && (f.move.move == Move::truck || f.move.move == Move::pan || f.move.move == Move::tilt);
    };
    if (!std::all_of(moves.begin(), moves.end(), aimless)) std::erase_if(moves, aimless);
    if (moves.size() > 1 && (hasAnyPhrase(text, {"only", "no other", "solely", "exclusively"}) || saysWithoutOther(text))) {
        std::erase_if(moves, [](const FoundMove& f) { return f.move.move == Move::follow; });
    }
    if (moves.empty() && state.unnamedMove) {
        FoundMove assumed;
        assumed.move.move = Move::dolly;
        assumed.move.direction = Direction::in;
        assumed.move.speed = MoveSpeed::slow;
        assumed.move.assumed = true;
        assumed.move.span = {state.spans[state.unnamedMove->begin].begin, state.spans[state.unnamedMove->end - 1].end};
        moves.push_back(assumed);
    }
    if (moves.empty() && state.stillByNegation) moves.push_back({});
    const bool moving = std::any_of(moves.begin(), moves.end(), [](const FoundMove& f) { return f.move.move != Move::fixed; });
    if (moving && !hasAnyPhrase(text, {"then", "before", "hold*", "finally"})) {
        std::erase_if(moves, [](const FoundMove& f) { return f.move.move == Move::fixed; });
    }
    std::set<std::pair<Move, std::optional<Direction>>> seen;
    std::set<int> orders;
    for (const FoundMove& f : moves) {
        // A short note says a move twice to stress it, a long one to do it twice.
        if (!seen.emplace(f.move.move, f.move.direction).second && state.w.size() < 60) continue;
        state.out.camera.moves.push_back(f.move);
        orders.insert(f.move.order);
    }
    for (CameraMove& move : state.out.camera.moves) move.order = static_cast<int>(std::distance(orders.begin(), orders.find(move.order)));
}

} // namespace rushes::reading
