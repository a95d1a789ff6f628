// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/node.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::sets {

/// How an animal departs from standing at rest at one moment. Angles in degrees, lengths as fractions of its height.
struct AnimalPose {
    enum Field {
        hip,      ///< height of the hips: 1 as it stands, 0 with the belly on the ground
        shoulder, ///< the same of the shoulders
        pitch,    ///< further turn about the hips, front up
        neck,     ///< up from where it is at rest
        head,     ///< the same of the head on the neck
        reach,    ///< 0 … 1: the neck turns down until the muzzle is at the ground
        look,     ///< neck and head to the animal's left
        mouth,    ///< open
        tail,     ///< up from rest
        wag,      ///< to its left
        roll,     ///< about the long axis, onto its left side
        curl,     ///< the spine bent to the left, from the tail to the head
        lift,     ///< the whole of it off the ground
        ahead,    ///< the whole of it forward
        trunk,    ///< an elephant's, up
        flap,     ///< wings up from level
        spread,   ///< 0 … 1: wings folded … open
        hangFore, ///< 0 … 1: the forefeet are where the ground is … where the body takes them
        hangHind,
        flZ, flY, frZ, frY, hlZ, hlY, hrZ, hrY, ///< each foot from its place at rest: fore left, fore right, hind left, hind right
        count
    };
    std::array<double, count> value{};

    AnimalPose() { value[hip] = value[shoulder] = 1; }
    double operator[](Field field) const { return value[field]; }
};

/// One act of animals: keys of poses over its length.
struct AnimalAct {
    struct Key {
        double at = 0; ///< seconds
        AnimalPose pose;
    };
    double seconds = 1;
    bool loops = true;
    bool gait = false;    ///< its phase goes with the way; `stride` is the way of one cycle in heights
    double stride = 1;
    bool flies = false;   ///< no ground under the feet
    double pace = 0;      ///< metres a second at one metre of height, of gaits
    std::vector<Key> keys;

    /// `phase` 0 … 1 of its length, eased from key to key.
    AnimalPose at(double phase) const;
};

/// The acts by name, and the verbs that they play. Immutable after reading.
class AnimalActs {
public:
    /// {"act": {"seconds", "loop", "gait", "stride", "pace", "flies", "verbs": […], "pose": {…}, "keys": [{"at", …}]}}; "sleep hoof" is how
    /// the family "hoof" sleeps, with the fields that it leaves out taken from "sleep". Throws ReadError.
    void read(const Node& file);

    /// The family's own way of it, else the general one; null: there is none.
    const AnimalAct* find(std::string_view act, std::string_view family) const;
    /// The act that shows a verb best, by the longest of "verb particle", "verb object", "verb", for a family; empty: none.
    std::string forVerb(std::string_view verb, const std::vector<std::string>& with, std::string_view family) const;

private:
    std::map<std::string, AnimalAct, std::less<>> m_acts;
    std::map<std::string, std::string, std::less<>> m_verbs;
};

} // namespace rushes::sets
