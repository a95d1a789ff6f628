// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/director_choices.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace rushes::stage {
namespace {

using reading::Move;

/// "slow dolly in" → the move it names. Nothing for words that are none.
std::optional<reading::CameraMove> moveOf(const std::string& text) {
    reading::CameraMove out;
    bool found = false;
    std::istringstream words(text);
    std::string word, joined;
    while (words >> word) {
        joined = joined.empty() ? word : joined + "_" + word;
        if (const auto move = reading::moveFrom(word)) out.move = *move, found = true;
        else if (const auto both = reading::moveFrom(joined)) out.move = *both, found = true;
        else if (const auto direction = reading::directionFrom(word)) out.direction = *direction;
        else if (const auto speed = reading::moveSpeedFrom(word)) out.speed = *speed;
        if (joined == "dolly_zoom") out.move = Move::dollyZoom;
    }
    return found ? std::optional(out) : std::nullopt;
}

/// "whip-pan" is a move of its own; "dolly-in" is two words.
std::string unhyphened(const std::string& word) {
    std::string joined = word, apart = word;
    std::replace(joined.begin(), joined.end(), '-', '_');
    std::replace(apart.begin(), apart.end(), '-', ' ');
    return reading::moveFrom(joined) ? joined : apart;
}

/// "dolly in, then tilt up and pan left": moves in order; "and" and "while" make two run together, a comma and "then" one after the other.
std::vector<reading::CameraMove> movesOf(const std::string& text) {
    std::vector<reading::CameraMove> moves;
    std::string part;
    int order = 0;
    bool next = false; // the coming move starts when those before it have ended
    const auto flush = [&] {
        auto move = moveOf(part);
        part.clear();
        if (!move) return;
        if (next && !moves.empty()) ++order;
        next = false;
        move->order = order;
        moves.push_back(*move);
    };
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const bool comma = word.back() == ',' || word.back() == ';';
        if (comma) word.pop_back();
        const bool then = word == "then" || word == "before";
        if (then || word == "and" || word == "while" || word == "with") flush();
        else part += unhyphened(word) + " ";
        if (comma) flush();
        next = next || then || comma;
    }
    flush();
    return moves;
}

bool sameMove(const reading::CameraMove& a, const reading::CameraMove& b) { return a.move == b.move && (!a.direction || !b.direction || a.direction == b.direction); }

/// The prompt's own words may say the same and more: where the move goes, what follows it.
bool alreadySaid(const std::vector<reading::CameraMove>& chosen, const std::vector<reading::CameraMove>& said) {
    return chosen.size() == 1 && std::any_of(said.begin(), said.end(), [&](const auto& move) { return !move.assumed && sameMove(chosen.front(), move); });
}

} // namespace

void putChoices(const generate::CameraChoice& choice, reading::CameraWords& camera) {
    if (choice.size)
        if (const auto size = reading::shotSizeFrom(*choice.size)) camera.size = size;
    if (choice.angle)
        if (const auto angle = reading::cameraAngleFrom(*choice.angle)) camera.angle = angle;
    if (choice.lensMm && *choice.lensMm >= 4) camera.lensMm = choice.lensMm;
    if (choice.move)
        if (auto moves = movesOf(*choice.move); !moves.empty() && (moves.front().move != Move::fixed || camera.moves.empty()) && !alreadySaid(moves, camera.moves))
            camera.moves = std::move(moves);
}

void putSettings(const ShotSettings& settings, reading::CameraWords& camera) {
    if (!settings.sensor.empty()) camera.sensor = settings.sensor;
    if (settings.stop) camera.stop = settings.stop;
}

} // namespace rushes::stage
