// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/pose_book.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::figures {

/// How a thing is held while an act is played.
enum class HoldWay {
    grip,    ///< in the fist: its up is the thumb's side, its front the way the forearm points
    level,   ///< in the hand, but upright
    between, ///< between both palms, upright
    floor,   ///< on the floor under the actor, and goes along
    bone     ///< fixed to a bone
};

/// Where the thing of an act is on the body.
struct Holding {
    HoldWay way = HoldWay::level;
    int side = 1;              ///< hand of grip and level
    int bone = -1;             ///< of HoldWay::bone
    glm::vec3 offset{0};       ///< metres at 1.72 m stature, in the frame of the way
    glm::vec3 turn{0};         ///< degrees about x, then y, then z of that frame
    float along = -1;          ///< 0..1 from one end of a long thing to the other: where the fist is; below 0: its own grip
    std::string prop;          ///< what is brought when the prompt names nothing; empty brings nothing
    double release = -1;       ///< seconds after which it has left the hand; below 0 never
    double take = -1;          ///< seconds before which it is not yet in the hand; below 0 always
    bool inPlace = false;      ///< before that it is where the hand will take it (a hat on the head), not below it on table or floor
    bool operator==(const Holding&) const = default;
};

/// What stands before (or under) the actor: a counter, a piano, a horse.
struct Station {
    std::string prop;    ///< empty: none
    float ahead = 0.5f;  ///< metres from the actor's origin to the nearest edge
    float turn = 180;    ///< degrees: how it faces against the actor
    bool lies = false;    ///< what is kept upright (skis, a board) is laid down, its front ahead
    bool centred = false; ///< the actor is at its middle: a saddle, a boat
    float aside = 0;      ///< metres that its middle is to the actor's left, when centred
    std::optional<float> view; ///< degrees from where the actor faces: the side on which the act is best seen
    std::string on;      ///< what lies on its top before the hands
};

/// One moment of an act.
struct ActKey {
    enum class Ease { smooth, linear, in, out };
    double at = 0;
    Ease ease = Ease::smooth; ///< of the way to this key
    AuthoredPose pose;
};

/// A part that trembles, scribbles or stirs on top of the keys.
struct Wobble {
    int hand = -1; ///< 0 left, 1 right, -1: a bone
    int bone = -1; ///< turned by `by` degrees; -1 with hand -1: the hips move by `by` leg lengths
    glm::vec3 by{0};
    double hz = 1, phase = 0;
};

/// An action as an animator would key it.
struct Act {
    std::vector<ActKey> keys; ///< at least one, in order
    double seconds = 0;       ///< of one cycle, or of the whole
    bool loops = false;
    bool seated = false;
    float look = 0.4f;    ///< how much of a look at somebody the head follows
    float surface = 0;    ///< metres: the height of the work that the hands were authored for; 0: none
    float speed = 0;      ///< metres a second that the caller moves it; 0 stays
    std::string legs;     ///< "walk", "run": a gait under it while it travels
    glm::vec3 advance{0}; ///< metres of a leg of 0.89 m gone within the act in each cycle: up a ladder
    std::vector<Wobble> wobbles;
    bool holds = false;   ///< a thing belongs to it
    Holding holding;
    Station station;
};

/// The acts of assets/poses/acts.json. A key is a patch (RFC 7386) of its act's pose, which is one of poses.json's
/// changed.
class ActBook {
public:
    static Result<ActBook> parse(std::string_view actsJson, std::string_view posesJson);
    const Act* find(std::string_view name) const;
    std::vector<std::string> names() const;

private:
    std::map<std::string, Act, std::less<>> m_acts;
};

/// The pose of an act at a moment; before the start its first key, after the end of one that does not loop its last.
AuthoredPose sampleAct(const Act& act, double seconds);

/// Between two authored poses: turns on the shorter way, targets in straight lines, feet that move step.
AuthoredPose mixPoses(const AuthoredPose& a, const AuthoredPose& b, float t);

} // namespace rushes::figures
