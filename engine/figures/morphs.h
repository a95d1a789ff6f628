// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/baked_data.h"
#include "engine/figures/character_design.h"

#include <map>
#include <string>
#include <vector>

namespace rushes::figures {

/// The base mesh's own sliders, 0..1. Age: 0 is 1 year, 0.1875 about 10, 0.5 about 25, 1 is 90.
struct MacroSliders {
    double maleness = 1, age = 0.5, muscle = 0.5, weight = 0.5, height = 0.5, proportions = 0.5;
    double african = 1.0 / 3, asian = 1.0 / 3, caucasian = 1.0 / 3;
};

using TargetWeights = std::map<std::string, double>;

/// Products of linear hats over the sliders' anchors, by target name.
TargetWeights macroWeights(const MacroSliders& sliders);
/// Small seeded changes of head, nose, chin and cheeks, so that no two faces are alike; weaker for children.
void addFaceVariety(TargetWeights& weights, std::uint64_t seed, double strength);
/// What is said of a face, as "adjective part": "hooked nose", "square jaw", "thin lips"; what is not known changes nothing.
void addFaceWords(TargetWeights& weights, const std::vector<std::string>& phrases);
/// Every target the bake keeps: what the functions above may ask for.
std::vector<std::string> bakedTargetNames();

struct MorphedBody {
    std::vector<glm::vec3> vertices; ///< decimetres
    std::array<glm::vec3, jointCount> joints;
};
MorphedBody morphed(const BakedData& data, const TargetWeights& weights);

/// Years to the age slider and back.
double ageSlider(double years);

/// A morphed body in metres, floor at y = 0, at the design's stature.
struct SizedBody {
    std::vector<glm::vec3> vertices;
    std::array<glm::vec3, jointCount> joints;
    double stature = 0;
    double scale = 1; ///< metres per natural metre
};
SizedBody sizedBody(const BakedData& data, const CharacterDesign& design);

} // namespace rushes::figures
