// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/neural/pixel_net.h"

#include <array>
#include <span>
#include <vector>

namespace rushes::neural {

/// What is taken from a mood picture: how its colours and patches are distributed along many directions, and how light it is.
/// Sliced Wasserstein distance (Rabin, Peyré, Delon, Bernot 2011): along a direction, sort both sides and compare in order.
/// The patches of both sides come as tiles of kTile x kTile pixels, three colours each. Immutable but for setStage().
class Mood {
public:
    static constexpr int kTile = 8;
    static constexpr int kTileFloats = kTile * kTile * 3;
    static constexpr int kKinds = 3;           ///< colours; 5x5 patches without their mean; 3x3 patches at half size
    static constexpr int kDirectionsAStep = 8; ///< of each kind

    /// `picture` as PixelNet::setMood() takes it.
    Mood(const MoodPicture& picture, std::uint64_t seed);

    double strength() const { return m_strength; }
    /// Measures the stage's own colours and patches: what is aimed at lies between them and the mood's, as far along as the strength
    /// says, each part of the stage's going to the mood's part of the same rank.
    void setStage(const std::vector<PixelSheet>& sheets);
    /// How light that would have what the stage has this light (-1..1): rises, never falls.
    float lightFor(float stageLight) const;

    /// Direction `which` of this step (0 … kKinds x kDirectionsAStep - 1) on the tiles of a batch, given as `parts` of whole tiles:
    /// into `slopes` goes, for every sample in order, how the distance changes with it. Samples a tile: samplesOf(which).
    void compare(int step, int which, std::span<const float* const> parts, int tilesAPart, std::vector<float>& slopes) const;
    static int samplesOf(int which);
    /// Adds to `gradient` (tiles of one part) what the samples' slopes mean for the colours.
    void spread(int step, int which, const float* slopes, int tiles, float scale, float* gradient) const;

private:
    struct Direction {
        std::vector<float> weights;   ///< kernel x kernel x 3
        std::vector<float> mood;      ///< quantiles of the mood's samples along it, rising
        std::vector<float> aim;       ///< between the stage's and these
    };
    const Direction& direction(int step, int which) const;

    double m_strength;
    std::uint64_t m_seed;
    std::array<std::vector<Direction>, kKinds> m_pool;
    std::vector<float> m_moodLight; ///< sorted
    std::vector<float> m_lightMap;  ///< over -1..1
};

/// Light and dark of a colour, by the weights of ITU-R BT.709 on the values as they are.
inline float lightOf(const float* rgb) { return 0.2126f * rgb[0] + 0.7152f * rgb[1] + 0.0722f * rgb[2]; }

} // namespace rushes::neural
