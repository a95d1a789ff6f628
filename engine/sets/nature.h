// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/animal_pose.h"
#include "engine/sets/material_table.h"
#include "engine/sets/shapes.h"

#include <map>
#include <string>

namespace rushes::sets {

/// Proportions of one four-legged species as fractions of the shoulder height `height` (props/quadrupeds.json).
struct Species {
    double height = .6, length = 1.05, girth = .48, hip = 1, width = .8, sag = 0, belly = 0, rump = .95, chest = 1.05,
           hump = 0;
    double neck = .42, neckAngle = 48, neckRadius0 = .15, neckRadius1 = .11, head = .46, headAngle = -18,
           headRadius = .125, snoutRadius = .5;
    double ear = .14, earOut = .45, earUp = 1, horn = 0, hornOut = .6, knee = .42, foot = .055, hock = .6,
           hockHeight = .36;
    double leg[3] = {.105, .06, .045};
    double tail = .5, tailAngle = -25, tailCurl = -25, tailRadius = .035, tailTip = .6, trunk = 0, mane = 0,
           smooth = .016, cell = .052;
    double stride = .2, tuck = .16, stripes = 0, spots = 0;
    double ruff = 0; ///< thickness of a lion's mane, of the second material; `mane` is a horse's crest
    double face = 0; ///< what lies farther ahead of the head's middle than so many of its radii has the second material; 0: nothing
    bool flatEars = false, nose = true;
    bool primate = false; ///< a flat bare face with eyes ahead; at rest it sits upright
    double earWidth = 1;     ///< of a pricked ear, in times of the usual
    double noseRadius = .26; ///< in radii of the head
    double wing = 0, wingChord = .3; ///< length and depth of a wing of skin; 0: it has none
    std::string family = "paw"; ///< which ways of an act are its own: paw, hoof, cat, small …
    std::uint32_t material = 0, second = 0;
    int socks = -1; ///< material of the feet, -1 none
};

/// Reads the table; `_default` gives what a species leaves out. Throws ReadError.
std::map<std::string, Species> readSpecies(const Node& file, const MaterialTable& materials);

/// The animal on y = 0 facing +Z; `walk` puts the legs at `phase` 0..1 of the cycle.
Soup quadruped(const Species& species, const MaterialTable& materials, bool walk, double phase);
/// The animal in a pose; what stands on the ground is set down on it unless the pose lifts it or `flies`.
Soup quadruped(const Species& species, const MaterialTable& materials, const AnimalPose& pose, bool flies = false);

/// A bird (props/birds.json). Lengths in metres, angles in degrees.
struct BirdSpecies {
    double length = .2, girth = .12, lean = 20;                  ///< of the body; how far the breast is up
    double neck = .03, neckAngle = 60, neckRadius = .03, head = .035; ///< radius of the head
    double beak = .03, beakRadius = .012, hook = 0, crest = 0;
    double leg = .05, legRadius = .006, toe = .035;
    double tail = .1, tailWidth = .05, tailAngle = -12;
    double span = .3, chord = .13; ///< of one wing
    bool comb = false;             ///< a cock's
    bool faceDisc = false;         ///< an owl's: eyes ahead
    std::string family = "bird";
    std::uint32_t material = 0, second = 0, beakMaterial = 0; ///< plumage, breast and head, beak and legs
    int headMaterial = -1, wingMaterial = -1;
};
std::map<std::string, BirdSpecies> readBirds(const Node& file, const MaterialTable& materials);
Soup bird(const BirdSpecies& species, const MaterialTable& materials, const AnimalPose& pose, bool flies = false);

struct TreeOptions {
    double height = 6;
    int seed = 0;
    bool coarse = false;
};
/// Kinds: oak round street birch poplar willow pine fir palm bare bush fern grass cactus coral kelp.
bool isTreeKind(const std::string& kind);
Soup tree(const std::string& kind, const TreeOptions& options, const MaterialTable& materials);
/// A boulder of about `size` metres.
Patch rock(const glm::dvec3& size, int seed);

} // namespace rushes::sets
