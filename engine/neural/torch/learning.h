// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/neural/torch/adam.h"
#include "engine/neural/torch/dense_layers.h"
#include "engine/neural/torch/mood.h"
#include "engine/neural/torch/patch_loss.h"
#include "engine/neural/torch/patch_source.h"
#include "engine/neural/torch/team.h"

#include <optional>

namespace rushes::neural {

/// A run of steps: what one call of learn() works with. Each patch leaves its slopes in a place of its own, and they are added in
/// order, so the weights do not depend on how many workers there are, which was quicker, or what else the machine does.
class Learning {
public:
    /// With `mood` it is the mood that is learned, else what was painted.
    Learning(const PixelNetOptions& options, const PatchSource& source, const Mood* mood, DenseLayers& layers, Adam& adam);

    /// Steps `first` … `first + count - 1` of `total`; returns when all workers have. Fails as `cancelled`, `noSpace` or `internal`.
    Result<void> run(int first, int count, int total, const CancelToken& cancel);

private:
    struct Part { ///< a patch on its way through the network
        DenseBand band;
        std::vector<float> target;
        std::optional<PatchLoss> loss;
    };
    std::vector<Team::Phase> phases();
    Part& part(std::size_t index);
    void learnPatch(int worker, int patch);
    void paintTiles(int patch);
    void compareAlong(int direction);
    void learnTiles(int patch);
    void finishStep();

    const PixelNetOptions& m_options;
    const PatchSource& m_source;
    const Mood* m_mood;
    DenseLayers& m_layers;
    Adam& m_adam;
    int m_workers;
    std::vector<Part> m_parts;                      ///< of a worker; of a patch where a mood is learned. Made by who first needs it
    std::vector<at::Tensor> m_slopes;               ///< of every patch of the step
    std::vector<std::vector<float>> m_sampleSlopes; ///< of every direction of the step
    int m_step = 0, m_end = 0, m_total = 1;         ///< changed between steps only
    bool m_cancelled = false;
};

} // namespace rushes::neural
