// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// What the hand does to people and things of a scene, as the stage::HandStaging that comes of it: one meaning for top view, picture and
// small timeline.
#pragma once

#include "app/studio/staged_scene.h"

#include <QString>

namespace rushes::studio {

/// Somebody or something of a scene that is in the hand, or chosen.
struct Taken {
    enum class Kind { nothing, person, thing } kind = Kind::nothing;
    int index = -1; ///< of StagedScene::people or ::things
    bool operator==(const Taken&) const = default;
    explicit operator bool() const { return kind != Kind::nothing; }
    bool isPerson() const { return kind == Kind::person; }
    bool isThing() const { return kind == Kind::thing; }
    static Taken person(int index) { return {Kind::person, index}; }
    static Taken thing(int index) { return {Kind::thing, index}; }
};

/// What is moved by hand in this set; of another set it rests.
stage::HandStaging handIn(const StagedScene& scene);

/// What stands for the name in sentences: "Mara", "the set chair 2".
QString nameOf(const StagedScene& scene, const Taken& what);
/// The thing of this key, or the person of this name; nothing when they are not there.
Taken find(const StagedScene& scene, Taken::Kind kind, const std::string& key);
std::string keyOf(const StagedScene& scene, const Taken& what);
bool byHand(const StagedScene& scene, const Taken& what);
bool isKeyed(const StagedScene& scene, const Taken& what);
/// Who really is moved when this is: the thing under a person who sits or rides.
Taken movedWith(const StagedScene& scene, const Taken& what);

/// Where it is at a moment: people where they are then, things where they begin.
glm::vec2 placeOf(const StagedScene& scene, const Taken& what, double seconds);
float yawOf(const StagedScene& scene, const Taken& what, double seconds);

// All of these give the whole hand, with the rest of it as `hand` has it. `seconds` is the playhead: of who has keys the one there is set.
stage::HandStaging moved(const StagedScene& scene, stage::HandStaging hand, const Taken& what, const glm::vec2& by, double seconds);
stage::HandStaging turned(const StagedScene& scene, stage::HandStaging hand, const Taken& what, float yaw, double seconds);
stage::HandStaging givenBack(const StagedScene& scene, stage::HandStaging hand, const Taken& what);

/// Points of ways: `way` and `point` count from 0.
stage::HandStaging withPoint(const StagedScene& scene, stage::HandStaging hand, const Taken& what, std::size_t way, std::size_t point, const glm::vec2& at);
stage::HandStaging withNewPoint(const StagedScene& scene, stage::HandStaging hand, const Taken& what, std::size_t way, std::size_t before, const glm::vec2& at);
/// Nothing changes when it is the way's only point.
stage::HandStaging withoutPoint(const StagedScene& scene, stage::HandStaging hand, const Taken& what, std::size_t way, std::size_t point);

/// Keys of people. The first one keeps the way that the prompt has.
stage::HandStaging withKey(const StagedScene& scene, stage::HandStaging hand, int person, double seconds);
stage::HandStaging withoutKey(const StagedScene& scene, stage::HandStaging hand, int person, std::size_t key);
stage::HandStaging withKeyAt(const StagedScene& scene, stage::HandStaging hand, int person, std::size_t key, double seconds);
stage::HandStaging withKeyPlace(const StagedScene& scene, stage::HandStaging hand, int person, std::size_t key, const glm::vec2& at);
stage::HandStaging withKeyAct(const StagedScene& scene, stage::HandStaging hand, int person, std::size_t key, const std::string& act);

} // namespace rushes::studio
