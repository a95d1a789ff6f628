// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/figure.h"

#include <glm/vec3.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::figures {

/// What one person does at one moment. A plain value; the same one always gives the same pose.
struct Performance {
    std::string motion = "stand"; ///< any of FigureLibrary::motions(); an unknown one stands
    double seconds = 0;           ///< time within the motion
    double speed = 0;             ///< metres a second along +Z for walk and run; 0 takes the natural pace
    /// Metres gone since the motion began. Give it when the pace changes (starting, stopping): the step then follows
    /// the ground and no foot slides. Without it, seconds * speed.
    std::optional<double> travelled;

    std::optional<glm::vec3> lookAt; ///< figure space, metres
    double lookWeight = 1;           ///< 0 ignores lookAt; for easing in and out
    std::string mood;                ///< see moods(); empty is calm
    double moodWeight = 1;
    bool talking = false;             ///< jaw and lips move, and the hands when they are free
    double mouth = -1;                ///< 0..1 opens the jaw that far; below 0 leaves it to `talking`
    double seatHeight = 0.45;         ///< metres, for "sit": the floor stays at y = 0 and the seat is under the hips
    std::optional<glm::vec3> pointAt; ///< figure space: where the right arm of "point" and "reach" goes
    std::uint64_t seed = 1;           ///< of breathing, blinking and swaying
    double idle = 1;                  ///< how much of that life is shown; 0 is a statue

    std::string gait;             ///< "walk" or "run": these legs under the hands of `motion`, while it travels
    bool sits = false;            ///< on seatHeight, whatever `motion` does with the hands
    std::string low;              ///< "kneel" or "crouch": these legs under the hands of a `motion` that is done standing
    std::optional<double> surface; ///< metres: height of what the hands work on, for acts that have one

    std::optional<double> partnerStature; ///< metres: of whom a pair's act is done with; bodies and hands meet it

    std::string fromMotion; ///< blends from the end of this motion …
    double fromSeconds = 0; ///< … at this time within it
    bool fromSits = false;
    std::string fromLow;
    std::string fromGait;   ///< … and these legs, when it travelled …
    std::optional<double> fromTravelled; ///< … this far
    double blend = 1;       ///< 0 all fromMotion … 1 all motion
};

/// The pose of that moment. Feet stand on the floor; a gait stays at the origin and the caller moves the figure.
BodyPose evaluate(const Figure& figure, const Performance& performance);

struct MotionInfo {
    bool loops = false;
    bool travels = false;    ///< the caller has to move the figure along +Z
    double seconds = 0;      ///< of one cycle at natural pace; 0 for a held pose
    double naturalSpeed = 0; ///< metres a second for this figure
    double turnDegrees = 0;  ///< heading gained in one cycle, left positive
    bool seated = false;     ///< wants a seat
};
/// What `motion` is for this figure's legs. An unknown motion reads as a held pose.
MotionInfo motionInfo(const Figure& figure, std::string_view motion);

/// "walk" or "run", whichever this figure would choose at that speed.
std::string_view gaitFor(const Figure& figure, double metresPerSecond);

/// happy, laugh, sad, angry, shout, afraid, surprised, disgust, smirk, asleep and the lexicon's other words for them.
const std::vector<std::string>& moods();

} // namespace rushes::figures
