// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/neural/torch/adam.h"
#include "engine/neural/torch/dense_layers.h"
#include "engine/neural/torch/mood.h"
#include "engine/neural/torch/patch_source.h"

#include <memory>

namespace rushes::neural {

/// PixelNet on libtorch's matrix products. Its workers are threads of their own with one torch thread each; see Learning and Team.
class TorchPixelNet final : public PixelNet {
public:
    /// Fails as `badInput` on options that make no network.
    static Result<std::unique_ptr<PixelNet>> create(const PixelNetOptions& options);

    Result<void> setSheets(std::vector<PixelSheet> sheets) override;
    Result<void> setMood(MoodPicture mood) override;
    Result<void> learn(int first, int count, int total, const CancelToken& cancel) override;
    std::int64_t steps() const override { return m_adam.steps; }
    Result<void> apply(const float* guides, std::size_t pixels, float* out) const override;
    std::vector<std::byte> save() const override;
    Result<void> load(std::span<const std::byte> bytes) override;

private:
    explicit TorchPixelNet(const PixelNetOptions& options);

    PixelNetOptions m_options;
    PatchSource m_source;
    std::unique_ptr<Mood> m_mood; ///< nothing: what was painted is learned
    DenseLayers m_layers;
    Adam m_adam;
};

} // namespace rushes::neural
