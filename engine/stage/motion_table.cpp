// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/motion_table.h"

#include <array>

namespace rushes::stage {
namespace {

// What each motion word looks like with the poses and clips that the figures have.
constexpr std::array plays{
    MotionPlay{"stand", "stand", ""},
    MotionPlay{"walk", "walk", "", true},
    MotionPlay{"run", "run", "", true, false, false, false, 3.4f},
    MotionPlay{"sneak", "walk", "afraid", true, false, false, false, 0.7f},
    MotionPlay{"turn", "stand", ""},
    MotionPlay{"sit_down", "sit", "", false, true},
    MotionPlay{"sit", "sit", "", false, true},
    MotionPlay{"stand_up", "stand", ""},
    MotionPlay{"kneel", "kneel", ""},
    MotionPlay{"crouch", "crouch", ""},
    MotionPlay{"crawl", "crawl", "", true, false, false, false, 0.5f},
    MotionPlay{"lie", "lie_back", "", false, false, false, true},
    MotionPlay{"sleep", "lie_side", "asleep", false, false, false, true},
    MotionPlay{"fall", "fall", "afraid"},
    MotionPlay{"jump", "jump", ""},
    MotionPlay{"climb", "climb", ""},
    MotionPlay{"swim", "swim", ""},
    MotionPlay{"dance", "dance_a", "happy"},
    MotionPlay{"look", "stand", ""},
    MotionPlay{"point", "point", ""},
    MotionPlay{"wave", "wave", "happy"},
    MotionPlay{"reach", "reach", ""},
    MotionPlay{"pick_up", "reach", ""},
    MotionPlay{"put_down", "reach", ""},
    MotionPlay{"give", "reach", ""},
    MotionPlay{"carry", "carry_box", ""},
    MotionPlay{"push", "reach", ""},
    MotionPlay{"pull", "reach", ""},
    MotionPlay{"throw", "wave", ""},
    MotionPlay{"catch", "hands_up", ""},
    MotionPlay{"open_door", "reach", ""},
    MotionPlay{"talk", "talk", "", false, false, true},
    MotionPlay{"listen", "listen", ""},
    MotionPlay{"argue", "talk", "angry", false, false, true},
    MotionPlay{"whisper", "talk", "", false, false, true},
    MotionPlay{"shout", "talk", "shout", false, false, true},
    MotionPlay{"hug", "hug", "happy"},
    MotionPlay{"kiss", "hug", "happy"},
    MotionPlay{"shake_hands", "handshake", "happy"},
    MotionPlay{"fight", "guard", "angry"},
    MotionPlay{"punch", "punch", "angry"},
    MotionPlay{"kick", "kick", "angry"},
    MotionPlay{"dodge", "cower", "afraid"},
    MotionPlay{"sword", "sword", "angry"},
    MotionPlay{"shoot", "aim_gun", "angry"},
    MotionPlay{"drive", "drive", "", false, true},
    MotionPlay{"ride", "ride_bike", "", false, true},
    MotionPlay{"row", "drive", "", false, true},
    MotionPlay{"fly_plane", "drive", "", false, true},
    MotionPlay{"type", "typing", "", false, true},
    MotionPlay{"phone", "phone", "", false, false, true},
    MotionPlay{"write", "typing", "", false, true},
    MotionPlay{"read", "read", ""},
    MotionPlay{"eat", "drink", ""},
    MotionPlay{"drink", "drink", ""},
    MotionPlay{"cook", "reach", ""},
    MotionPlay{"wash", "reach", ""},
    MotionPlay{"cut", "reach", ""},
    MotionPlay{"play_instrument", "typing", "happy"},
    MotionPlay{"sing", "talk", "happy", false, false, true},
    MotionPlay{"cry", "cry", "sad"},
    MotionPlay{"laugh", "laugh", "laugh"},
    MotionPlay{"work_tool", "reach", ""},
    MotionPlay{"play_ball", "kick", ""},
    MotionPlay{"ski", "crouch", "", true, false, false, false, 4.0f},
    MotionPlay{"skate", "run", "", true, false, false, false, 3.0f},
    MotionPlay{"lift_weights", "hands_up", ""},
};

} // namespace

const MotionPlay& playOf(std::string_view motion) {
    for (const auto& play : plays)
        if (play.word == motion) return play;
    return plays.front();
}

} // namespace rushes::stage
