// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <utility>
#include <vector>

namespace rushes::eval {

constexpr int kShotFrames = 48, kKeyFrame = 20, kSecondKeyFrame = 44;

/// Frames that are tested: pairs of neighbours, so that motion can be followed. None is ever learned from.
constexpr std::array<std::pair<int, int>, 7> kTestPairs{{{0, 1}, {8, 9}, {15, 16}, {24, 25}, {31, 32}, {39, 40}, {46, 47}}};

struct ShotCase {
    const char* name;
    const char* prompt;
    float textureScale; ///< of the truths: finer where the camera is near
    const char* scene;  ///< of rebuiltScene(), drawn instead of the prompt: one of the four that the prototype's figures are of; or empty
    bool prototype() const { return *scene != 0; }
};

/// The prototype's four shots rebuilt solid for solid, the like of them in the stage's own words and sets, and six others.
const std::vector<ShotCase>& shotCases();

} // namespace rushes::eval
