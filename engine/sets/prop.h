// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/mesh.h"
#include "engine/sets/turning.h"

#include <glm/vec3.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rushes::sets {

/// How much of a prop is drawn. Chosen once per set by distance to its heart, never per frame: nothing pops.
enum class Detail {
    full,
    coarse, ///< without tiny parts; animals, crowns and blobs on a coarser grid
    box,    ///< one box of the same size and main material
};

/// How a person holds it.
enum class Hold { none, oneHand, twoHands, onBack };

/// Where somebody sits in or on a vehicle, in the prop's own space.
struct PropSeat {
    glm::vec3 at{0};    ///< what the feet rest on, below the middle of the seat
    float height = 0;   ///< metres from there to the seat's top
    float turn = 0;     ///< degrees from the prop's own front
    std::string act;    ///< what the first one there does with the hands when nothing else is said: "drive", "fly", "row"; or empty
};

/// A part that turns: a wheel, a rotor, a pendulum.
struct PropJoint {
    glm::vec3 centre{0}, axis{1, 0, 0};
    Turning turning;
    std::vector<std::uint32_t> vertices; ///< of the prop's mesh
};

/// A thing of the prop language as a mesh: it stands on y = 0, centred, and faces +Z. Immutable, shared between sets.
struct Prop {
    std::string name;
    std::shared_ptr<const geometry::Mesh> mesh;
    std::shared_ptr<const std::vector<geometry::Material>> materials;
    std::vector<std::shared_ptr<const geometry::Mesh>> coarser; ///< of a film's own model: for small in the picture, finest first
    glm::vec3 size{0};               ///< metres
    std::optional<float> seatHeight; ///< metres above its base, where someone may sit or lie on it
    std::string pose;                ///< how: "sit", "lie", "ride", "drive"; empty without a seat
    std::vector<PropSeat> seats;     ///< of a vehicle: the driver's first
    std::string manned;              ///< the prop that is drawn when somebody is in it: hollow, with open windows
    float stride = 0;                ///< of an animal: metres in one cycle of its legs; 0: it has none that move
    std::vector<PropJoint> joints;   ///< parts that turn when it moves or runs
    std::string family;              ///< of an animal: which ways of an act are its own ("paw", "hoof", "bird", "fish" …); else empty
    Hold hold = Hold::none;
    glm::vec3 grip{0}; ///< where the hand goes, in the prop's own space (only with a hold)
};

struct PropOptions {
    int seed = 0; ///< trees and rocks grow differently
    Detail detail = Detail::full;
    std::string pose = "stand"; ///< animals: "stand", "walk" or an act of animal_acts.json
    float phase = 0;            ///< animals: place in the walk cycle or the act, 0..1 (kept in sixteenths and 32nds)
};

} // namespace rushes::sets
