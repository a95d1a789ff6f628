// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/frame_people.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rushes::stage {

/// Where the director put a person or a thing: the first step of their way, and where they face when they stand.
struct HandMark {
    glm::vec2 at{0};           ///< x and z on the set's floor, metres
    std::optional<float> yaw;  ///< degrees; none: as the prompt has it
    /// The later points of each of their ways, in order, where the hand changed them; an empty one goes as the prompt has it.
    std::vector<std::vector<glm::vec2>> ways;
    bool operator==(const HandMark&) const = default;
};

/// Where a person is at a moment of the shot. From one key to the next they walk there.
struct PersonKey {
    double seconds = 0; ///< from the shot's first frame
    glm::vec2 at{0};    ///< x and z on the set's floor, metres
    std::optional<float> yaw; ///< degrees, while they stand there; none: as they came
    std::string act;    ///< a motion of the figures from then on; empty: what the prompt has them do
    bool operator==(const PersonKey&) const = default;
};

/// Where the director put the camera. The moves of the prompt start from there.
struct HandCamera {
    glm::vec3 eye{0}, target{0}; ///< metres
    std::optional<float> lensMm; ///< on Super 35; none: as the words and the people have it
    bool operator==(const HandCamera&) const = default;
};

/// Where the camera is at a moment of the shot. From one key to the next it goes smoothly, and stands at the first and the last.
struct CameraKey {
    double seconds = 0; ///< from the shot's first frame
    HandCamera camera;
    bool operator==(const CameraKey&) const = default;
};

/// What was moved by hand in a shot. It is kept in the shot's settings under "hand", beside what the prompt says, and belongs to one set:
/// when the prompt moves the shot elsewhere it rests, and counts again when the shot comes back.
struct HandStaging {
    std::string set;                        ///< of BuiltSet::kit
    std::map<std::string, HandMark> marks;  ///< of people, by markName
    std::map<std::string, HandMark> things; ///< of everything else, by thingName
    std::map<std::string, std::vector<PersonKey>> people; ///< keys by markName, by time; any take the place of a mark's way and of the prompt's
    std::optional<HandCamera> camera;
    std::vector<CameraKey> keys;            ///< by time; any take the place of `camera` and of the prompt's moves

    bool empty() const { return marks.empty() && things.empty() && people.empty() && !camera && keys.empty(); }
    /// Puts a key; one that lies within `apart` seconds of it gives way.
    void putKey(const CameraKey& key, double apart);
    void putKey(const std::string& who, const PersonKey& key, double apart);
    /// As the prompt says again: a person's mark and keys.
    void forgetPerson(const std::string& who);
    bool operator==(const HandStaging&) const = default;

    /// Reads a shot's settings; what cannot be read counts as nothing moved.
    static HandStaging of(const std::string& settingsJson);
    /// The settings with this in them, other settings kept.
    std::string into(const std::string& settingsJson) const;
};

/// Puts the framed camera where the hand put it, or where its first key is.
void filmByHand(const StagedShot& shot, const HandStaging& hand, ShotFrame& frame);

/// Turns a camera to where the hand has it, with the hand's lens where it has one.
void aim(geometry::Camera& camera, const HandCamera& by);

} // namespace rushes::stage
