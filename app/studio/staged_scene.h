// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/geometry/camera.h"
#include "engine/interchange/floor_plan.h"
#include "engine/stage/movables.h"
#include "engine/time/rational_time.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rushes::studio {

/// One frame of a staged shot, drawn to be directed in.
struct StagedPicture {
    Image colour, ids;           ///< rgba8; object numbers, grey16, of the same size
    std::int64_t frame = 0;      ///< of the shot
    geometry::Camera camera;     ///< of that frame
    std::vector<glm::vec3> feet; ///< of the people then, metres, in the order of StagedScene::people
    std::vector<std::uint16_t> objects; ///< their numbers in `ids`
    std::vector<glm::vec3> thingFeet;   ///< of the things then, in the order of StagedScene::things
    std::vector<std::pair<std::uint16_t, int>> held; ///< things in hands, and whose
};

/// What somebody does from one second of the shot to another.
struct StagedBeat {
    int person = 0;
    double start = 0, end = 0;
    std::string what;
};

/// Somebody whom the hand can move.
struct StagedActor {
    glm::vec2 at{0};          ///< where their way begins, metres on the floor
    float yaw = 0;            ///< degrees, at the shot's start
    int thing = -1;           ///< what they sit on or ride in, of StagedScene::things: it goes along
    std::vector<std::vector<glm::vec2>> ways; ///< the later points of each of their ways
    std::vector<std::optional<glm::vec2>> seats; ///< where a way ends at a seat, which is none of its points
    std::vector<glm::vec2> track;             ///< where they are, StagedScene::trackSeconds apart
    std::vector<float> yaws;                  ///< … and where they face
    std::vector<stage::PersonKey> keysToBegin; ///< keys that keep them on their way
};

/// A shot as the stage would block and film it: seen from above, along its time, and one frame of it where one was asked for.
struct StagedScene {
    interchange::FloorPlan plan;
    std::vector<std::string> people; ///< what the first marks of the plan go by (stage::markName)
    std::vector<StagedActor> actors; ///< the same people
    std::vector<stage::Movable> things;
    double trackSeconds = 1.0 / 12;
    std::string set;                 ///< of BuiltSet::kit
    glm::vec3 eye{0}, target{0};     ///< of the framing that the moves pass through, or of the first key
    float lensMm = 35;               ///< of the framing, on Super 35
    std::vector<geometry::Camera> track; ///< one a frame
    std::vector<StagedBeat> beats;
    time::RationalTime duration;
    stage::HandStaging hand;         ///< what of it was moved by hand
    std::shared_ptr<const StagedPicture> picture;

    /// Millimetres on the shot's sensor at a moment; 0 without a track.
    float lensAt(double seconds) const { return track.empty() ? 0 : track[std::size_t(std::clamp(seconds * duration.rate.hz(), 0.0, double(track.size() - 1)))].focalMm; }
    glm::vec2 placeOf(std::size_t person, double seconds) const {
        const auto& actor = actors[person];
        return actor.track.empty() ? actor.at : actor.track[std::min(std::size_t(std::max(0.0, seconds) / trackSeconds + 0.5), actor.track.size() - 1)];
    }
    float yawOf(std::size_t person, double seconds) const {
        const auto& actor = actors[person];
        return actor.yaws.empty() ? actor.yaw : actor.yaws[std::min(std::size_t(std::max(0.0, seconds) / trackSeconds + 0.5), actor.yaws.size() - 1)];
    }
};

} // namespace rushes::studio
