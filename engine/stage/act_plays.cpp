// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/act_plays.h"

#include <algorithm>
#include <iterator>

namespace rushes::stage {
namespace {

constexpr MotionPlay still(std::string_view word, std::string_view figure, std::string_view mood = "") { return {word, "", figure, mood}; }
constexpr MotionPlay seated(std::string_view word, std::string_view figure, std::string_view mood = "") { return {word, "", figure, mood, false, true}; }
constexpr MotionPlay going(std::string_view figure, float speed) { return {"walk", "", figure, "", true, false, false, false, speed}; }
constexpr MotionPlay paired(std::string_view word, std::string_view figure, std::string_view mood, PairPlay pair) {
    return {word, "", figure, mood, false, false, false, false, 1.25f, pair};
}

constexpr MotionPlay plays[] = {
    // Postures and the whole body.
    still("stand", "attention"),
    still("stand", "sway", "happy"),
    still("stand", "catch_breath", "tired"),
    still("stand", "hands_on_hips"),
    still("stand", "hands_in_pockets"),
    still("stand", "hands_behind_back"),
    still("stand", "frown", "angry"),
    still("stand", "face_away", "angry"),
    still("stand", "come_between"),
    still("look", "eyebrow"),
    still("dodge", "flinch", "afraid"),
    still("pull", "struggle", "afraid"),
    still("pull", "rattle_bars", "angry"),
    still("push", "brace"),
    still("push", "cpr", "afraid"),
    still("pick_up", "show_thing"),
    still("wave", "flail", "afraid"),
    still("climb", "swing_bar"),
    still("climb", "dismount"),
    still("reach", "dip_toe"),
    still("wash", "comb"),
    going("grope", 0.45f),
    going("cane", 0.9f),
    going("push_through", 0.7f),
    going("mow", 0.7f),
    going("wheel_self", 1.3f),
    going("scramble", 0.6f),
    going("back_away", 0.75f),
    going("dowse", 0.55f),
    {"lie", "", "writhe", "disgusted", false, false, false, true},
    {"lie", "", "lie_prone", "", false, false, false, true},
    seated("sit", "slump_seat", "sad"),
    seated("sit", "feet_up"),
    seated("sit", "squirm"),
    seated("drive", "levers"),
    seated("drive", "crash_jolt", "afraid"),
    seated("sleep", "doze", "asleep"),
    still("sit", "hug_knees", "sad"),
    still("sit", "rock_self", "sad"),
    // With somebody.
    paired("reach", "frisk", "", {0.55f, "hands_up_high"}),
    paired("punch", "elbow", "angry", {0.6f, "dodge"}),
    paired("punch", "headbutt", "angry", {0.6f, "dodge"}),
    paired("fight", "strangle", "angry", {0.6f, "flinch"}),
    paired("push", "shove", "angry", {0.75f, "dodge"}),
    paired("give", "inject", "", {0.6f, ""}),
    paired("reach", "touch", "", {0.6f, ""}),
    paired("reach", "groom_other", "", {0.5f, ""}),
    paired("reach", "massage", "", {0.5f, ""}),
    paired("hug", "arm_round", "happy", {0.45f, "arm_round"}),
    paired("reach", "bandage", "", {0.55f, ""}),
    paired("reach", "pin_on", "", {0.5f, ""}),
    paired("give", "feed_other", "", {0.6f, ""}),
    paired("reach", "bless", "", {0.75f, "bow_head"}),
    paired("reach", "baptize", "", {0.55f, "bow_head"}),
    paired("reach", "pendulum", "", {0.8f, ""}),
    // Face and hands.
    still("point", "wag_finger", "angry"),
    still("point", "shine_torch"),
    still("point", "umpire_call"),
    still("reach", "halt_palm"),
    still("reach", "cast_spell", "angry"),
    still("talk", "apologise", "sad"),
    still("reach", "cross_self"),
    still("reach", "breathe"),
    still("reach", "spit", "disgusted"),
    still("look", "roll_eyes", "disgusted"),
    still("reach", "rub_temples", "tired"),
    still("reach", "pat_pockets"),
    still("wash", "wipe_hands"),
    still("look", "observe"),
    still("reach", "choke", "afraid"),
    still("reach", "rub_leg", "sad"),
    still("reach", "scratch_back"),
    still("reach", "brow"),
    still("reach", "claw", "afraid"),
    still("reach", "beg", "sad"),
    still("wave", "taunt", "happy"),
    still("dance", "ape"),
    still("jump", "hop"),
    still("kneel", "prostrate"),
    still("reach", "bare_chest"),
    // With things.
    still("work_tool", "tie_rope"),
    still("work_tool", "surgery"),
    still("work_tool", "pour_mould"),
    still("throw", "net_throw"),
    still("play_instrument", "dj", "happy"),
    still("fight", "strike_gong"),
    still("play_ball", "guard_ball"),
    still("work_tool", "wind_up"),
    still("work_tool", "girth"),
    still("pull", "haul"),
    still("carry", "heft"),
    still("push", "upend", "angry"),
    still("push", "press_down"),
    still("wash", "polish"),
    still("wash", "dunk"),
    still("work_tool", "whet"),
    still("eat", "lick"),
    still("throw", "splash", "happy"),
    still("throw", "coin"),
    still("punch", "swat"),
    still("reach", "level_frame"),
    still("cut", "hack"),
    still("cook", "roll_out"),
    still("cook", "whisk"),
    still("cook", "spread"),
    still("wash", "wring"),
    still("work_tool", "thread_needle"),
    still("work_tool", "pry"),
    still("work_tool", "milk"),
    still("cut", "carve"),
    still("open_door", "uncork"),
    still("reach", "poke_fire"),
    still("play_ball", "cue_shot"),
    still("sword", "sheathe"),
    still("sword", "shield"),
    still("throw", "whirl"),
    still("throw", "javelin"),
    still("punch", "smash_down", "angry"),
    still("carry", "swing_low"),
    still("put_down", "unroll"),
    still("push", "sweep_off", "angry"),
    still("drive", "helm"),
    still("open_door", "curtains"),
    // Others that the tables have with another mood, or only for one place.
    still("punch", "punch_bag", "angry"),
    still("pick_up", "pick_up_low"),
    still("reach", "stretch"),
    still("reach", "press"),
    still("reach", "offer_hand"),
    still("write", "write_standing"),
};

} // namespace

const MotionPlay* ownPlayOf(std::string_view act) {
    const auto found = std::find_if(std::begin(plays), std::end(plays), [&](const MotionPlay& play) { return play.figure == act; });
    return found == std::end(plays) ? nullptr : found;
}

} // namespace rushes::stage
