// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/cancel_token.h"
#include "engine/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace rushes::neural {

/// A picture to learn: guides and what was painted, pixel by pixel.
struct PixelSheet {
    int width = 0, height = 0;
    std::vector<float> guides; ///< height x width x channels
    std::vector<float> target; ///< height x width x 3, -1..1
    std::vector<float> weight; ///< height x width: how often half of the patches are centred there; need not sum to 1
};

/// A picture that is not a paint-over (a still, a mood image, a palette): its colours and small patches count, its things do not.
struct MoodPicture {
    int width = 0, height = 0;
    std::vector<float> colours; ///< height x width x 3, -1..1
    double strength = 1;        ///< 0 the sheets' own colours … 1 as near to the picture's as the shot's light and dark allow
};

struct PixelNetOptions {
    int channels = 52;
    int hidden = 64;
    int layers = 3;           ///< hidden ones
    int dropFirst = 0, dropCount = 0; ///< channels that a patch does without now and then, so that nothing hangs on them alone
    double drop = 0.3;        ///< share of patches that do
    double noise = 0.02;      ///< offset of a patch's guides, standard deviation
    int patch = 32;           ///< pixels each way
    int batch = 8;            ///< patches a step
    double learningRate = 5e-3;
    int workers = 2;          ///< threads; the result is the same for any number
    std::uint64_t seed = 1;
};

/// A small network that turns the guides of one pixel into its colour, 1x1 convolutions only (facts: `look` recipe).
/// Learning is for one thread; apply() may be called from several between calls of learn().
class PixelNet {
public:
    virtual ~PixelNet() = default;

    /// Replaces what is learned from. Weights stay: further learning refines them. Fails as `badInput` on sizes that contradict.
    virtual Result<void> setSheets(std::vector<PixelSheet> sheets) = 0;
    /// From now on learn() takes the sheets' targets for the stage's own colours, and learns colours whose distribution (sliced
    /// Wasserstein distance of colours and patches) is the mood's and whose light and dark stay in the stage's order. Weights stay.
    /// Fails as `badInput` on a picture smaller than 8x8 or of another size than it says, on values that are no numbers, and on strengths
    /// outside 0..1.
    virtual Result<void> setMood(MoodPicture mood) = 0;
    /// Takes steps `first` … `first + count - 1` of a schedule of `total` (30 steps of warm-up, then a cosine to nearly nothing).
    /// Stops between steps when cancelled (ErrorCategory::cancelled); what was learned stays.
    virtual Result<void> learn(int first, int count, int total, const CancelToken& cancel) = 0;
    /// Steps taken so far, by all calls of learn().
    virtual std::int64_t steps() const = 0;
    /// Colours, -1.1..1.1, of `pixels` pixels: guides pixels x channels, out pixels x 3.
    virtual Result<void> apply(const float* guides, std::size_t pixels, float* out) const = 0;
    /// Weights as bytes, and back. load() fails as `badInput` when they are of another shape.
    /// The optimiser's memory is among them: who loads them and carries on gets what one go would have given.
    virtual std::vector<std::byte> save() const = 0;
    virtual Result<void> load(std::span<const std::byte> bytes) = 0;
};

/// Opens the neural library on first use (a fraction of a second). Fails as `unsupported` with what to do where this build or this
/// machine has none, as `badInput` on options that make no network; torch's own errors come back as errors.
Result<std::unique_ptr<PixelNet>> makePixelNet(const PixelNetOptions& options);

} // namespace rushes::neural
