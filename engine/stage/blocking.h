// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/act_book.h"
#include "engine/figures/figure.h"
#include "engine/figures/performance.h"
#include "engine/reading/shot_description.h"
#include "engine/sets/built_set.h"
#include "engine/sets/prop.h"
#include "engine/sets/thing_motion.h"
#include "engine/stage/own_figure.h"

#include <glm/vec3.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rushes::stage {

/// What one person does from one moment to the next. World space, metres, seconds from the first frame.
struct Beat {
    double start = 0, end = 0;
    std::string motion = "stand"; ///< a motion of the figures
    std::vector<glm::vec3> path;  ///< one point: stays there; more: goes along it during the beat
    float yaw = 0;                ///< degrees, where the body faces when it does not travel
    std::optional<float> seat;    ///< height of the seat above the floor
    bool talking = false;
    std::string mood;
    std::optional<glm::vec3> lookAt;
    std::string lookAtPerson; ///< subject id of a person or a thing, or "camera"; outranks lookAt once that is there
    std::optional<glm::vec3> pointAt;
    std::string gait;              ///< the legs of a walk or a run under the hands of `motion`
    std::optional<float> surface;  ///< metres above the floor: what the hands work on
    std::string pairedWith;        ///< subject of whom it is done with, hand in hand or toe to toe
    std::optional<float> showFrom; ///< degrees from `yaw`: the side from which it is best seen
    float turned = 0;              ///< degrees: the body against the way it is moved along, for one who is carried
    bool lies = false;             ///< on the seat (a bed), not in front of it
    std::string low;               ///< "kneel" or "crouch", which goes on while the hands do something
    float lift = 0;                ///< metres over the way: in the saddle
    /// Seconds of the beat and metres gone by then, where the hand set its moments; else the way is gone evenly.
    std::vector<std::pair<double, float>> moments;
    int across = 0;                ///< to which side of the picture the way should go: 1 right, -1 left, 0 either
    std::string course;            ///< as the camera is to see the way (reading's Action::course), or empty
    std::size_t action = noAction; ///< index in the description's actions

    static constexpr std::size_t noAction = std::size_t(-1);
};

/// Somebody's seat in a vehicle of the shot.
struct Aboard {
    std::size_t prop = 0; ///< index in Blocking::props
    glm::vec3 at{0};      ///< below the seat, in the vehicle's own space, metres
    float seat = 0.4f;    ///< metres above that
    float turn = 0;       ///< degrees from the vehicle's front
    std::string act;      ///< what the hands do: "drive", "fly", "row"; empty for a passenger
};

/// A person of the shot.
struct StagedPerson {
    std::string subject; ///< id in the description; the copies of a crowd share it
    std::string name;    ///< a character's, or empty
    std::uint16_t object = 0;
    std::shared_ptr<const figures::Figure> figure;
    std::vector<Beat> beats; ///< in order, without gaps, from 0 to the end
    std::uint64_t seed = 1;
    std::optional<Aboard> aboard; ///< goes where the vehicle goes, throughout the shot
    std::shared_ptr<const OwnFigure> own; ///< somebody's own model, drawn instead of the figure that moves it
};

/// What an animal does from one moment to the next, seconds of the shot.
struct AnimalBeat {
    double start = 0, end = 0;
    std::string act; ///< of animal_acts.json
};

/// A thing or an animal of the shot: set down, carried, or on its way.
struct StagedProp {
    std::string subject;
    std::string model;
    std::uint16_t object = 0;
    std::shared_ptr<const sets::Prop> prop;
    std::vector<glm::vec3> path; ///< one point: stays there
    float yaw = 0;
    float scale = 1;
    std::string colour;                ///< English colour word or empty
    std::optional<std::size_t> holder; ///< index of the person who carries it in the right hand
    bool walks = false;                ///< an animal on its legs
    /// How it is held; without it upright in the right hand.
    std::optional<figures::Holding> holding;
    double heldFrom = 0;               ///< seconds: before, it lies where the hand will take it, or comes flying
    double heldUntil = 1e9;            ///< seconds: after, it lies where the hand left it, or flies on
    bool flies = false;                ///< it is caught or thrown
    glm::vec3 flight{0};               ///< metres a second at that moment
    bool rises = false;                ///< with `flies`: a balloon or a bird that is let go does not fall
    double swingFrom = 0, swingUntil = 0; ///< seconds in which a door turns on its left edge, as its front is seen …
    float swing = 0;                   ///< … by so many degrees, left positive
    bool lies = false;                 ///< with `under`: a board that stands upright at rest lies under the feet
    std::vector<AnimalBeat> acts;      ///< of an animal, in order; empty: it stands, or walks where it `walks`
    std::optional<sets::ThingMotion> motion; ///< how it moves by itself, about where its path has it
    double motionFrom = 0, motionUntil = 0;  ///< seconds
    glm::vec3 goes{0};                 ///< unit, on the floor: where the motion's `go` goes
    float edge = 0.5f, drop = 0;       ///< metres: to the edge of what it stands on, and down from there
    float altitude = 0;                ///< metres above its path: it flies
    bool runs = false;                 ///< its rotor turns
    std::optional<geometry::Bounds> reach; ///< of an animal in its acts, in its own space; nothing: its prop's own
    bool afloat = false;               ///< rocks on the water …
    float swell = 1;                   ///< … more in a storm
    std::shared_ptr<const sets::Prop> becomes; ///< what is there once it is broken
    bool under = false;                ///< ridden, pushed, stood on: goes along with the holder, but is not in a hand
};

/// Who stands and moves where. `objects` of the set keep their numbers; persons and props follow.
struct Blocking {
    std::shared_ptr<const sets::BuiltSet> set;
    std::vector<StagedPerson> people;
    std::vector<StagedProp> props;
    std::vector<std::pair<std::string, std::uint16_t>> setSubjects; ///< description subjects that the set already shows
    double seconds = 2;
    std::optional<float> laidFor; ///< degrees: from the action to where people were placed to be seen from
};

/// A person at one moment, in the world.
struct PersonMoment {
    glm::vec3 position{0};
    float lift = 0; ///< metres that `position` is over the way: in the saddle
    float yaw = 0; ///< degrees
    std::string motion;
    std::optional<float> showFrom; ///< see Beat
    figures::Performance performance; ///< in figure space
};

/// Where everybody is at `seconds`. The order is that of Blocking::people. Those who look at the camera do so when `eye` is given.
std::vector<PersonMoment> peopleAt(const Blocking& blocking, double seconds, std::optional<glm::vec3> eye = {});

/// Seconds within the beat's motion at `t` seconds of the beat: what is done once waits a little in a long beat and hurries in a
/// short one.
double withinMotion(const StagedPerson& person, const Beat& beat, double t);
/// The other way: the second of the shot at which the beat's motion is at `within`.
double secondsOf(const StagedPerson& person, const Beat& beat, double within);

/// What a person would do at any moment of the shot (peopleAt for one).
PersonMoment personAt(const Blocking& blocking, std::size_t person, double seconds);

/// Where a moving prop is: position and yaw. Carried props are placed by the hand when drawn.
std::pair<glm::vec3, float> propAt(const StagedProp& prop, double seconds, double duration);

/// A landmark of a person in the world (`point` in figure space).
glm::vec3 toWorld(const PersonMoment& moment, const glm::vec3& point);

} // namespace rushes::stage
