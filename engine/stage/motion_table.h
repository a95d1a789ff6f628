// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"

#include <string_view>

namespace rushes::stage {

/// What two people who do something with each other keep between them, and what the other one does meanwhile.
struct PairPlay {
    float apart = 0;         ///< metres between the two at 1.72 m stature; 0: it is no pair's motion
    std::string_view answer; ///< a motion of the figures for one who has nothing of their own to do; empty: none
};

/// How a motion of the lexicon is played.
struct MotionPlay {
    std::string_view word;   ///< motions.json: "sit_down"
    std::string_view words;  ///< verbs and objects, apart by spaces, for which this row is meant; empty: all others
    std::string_view figure; ///< a motion of the figures: "sit"
    std::string_view mood;   ///< of the face, or empty
    bool travels = false;    ///< the person goes somewhere
    bool seated = false;     ///< wants a seat
    bool talks = false;
    bool lies = false;
    float speed = 1.25f;     ///< metres a second when it travels
    PairPlay pair = {};
};

/// The general row for a motion; "stand" for one that has none.
const MotionPlay& playOf(std::string_view motion);

/// The row for one of the figures' acts; null when no row plays it.
const MotionPlay* playOfAct(std::string_view act);

/// What people of a trade do in a crowd when nothing is said: dancers dance, protesters shout. "stand" for most.
std::string tradeMotion(std::string_view noun);

/// The row that fits the verb and what it is done to ("play" "piano"). `trade` is what the subject's trade holds, or empty.
const MotionPlay& playOf(const reading::Action& action, std::string_view trade = {});

/// Of what happens at the same time, going somewhere shows most (3), then what hands do, then a posture or a voice; looks and smiles go
/// along (0).
int weightOf(const reading::Action& action);

} // namespace rushes::stage
