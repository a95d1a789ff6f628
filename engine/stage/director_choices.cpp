// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/director_choices.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>

namespace rushes::stage {
namespace {

using reading::Move;

/// "slow dolly in" → the move it names. Nothing for words that are none.
std::optional<reading::CameraMove> moveOf(std::string text) {
    std::replace(text.begin(), text.end(), '-', '_');
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

} // namespace

void putChoices(const generate::CameraChoice& choice, reading::CameraWords& camera) {
    if (choice.size)
        if (const auto size = reading::shotSizeFrom(*choice.size)) camera.size = size;
    if (choice.angle)
        if (const auto angle = reading::cameraAngleFrom(*choice.angle)) camera.angle = angle;
    if (choice.lensMm && *choice.lensMm >= 4) camera.lensMm = choice.lensMm;
    if (choice.move)
        if (const auto move = moveOf(*choice.move); move && (move->move != Move::fixed || camera.moves.empty())) camera.moves = {*move};
}

} // namespace rushes::stage
