// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/neural/torch/adam.h"
#include "engine/neural/torch/dense_layers.h"
#include "engine/neural/torch/patch_source.h"

#include <memory>

namespace rushes::neural {

/// PixelNet on libtorch's matrix products. A step's patches are dealt out one by one to the workers, each a thread of its own with
/// one torch thread; every patch leaves its slopes in its own place and they are added in order, so the weights do not depend on how
/// many workers there are, which of them was quicker, or what else the machine does.
class TorchPixelNet final : public PixelNet {
public:
    /// Fails as `badInput` on options that make no network.
    static Result<std::unique_ptr<PixelNet>> create(const PixelNetOptions& options);

    Result<void> setSheets(std::vector<PixelSheet> sheets) override;
    Result<void> learn(int first, int count, int total, const CancelToken& cancel) override;
    std::int64_t steps() const override { return m_adam.steps; }
    Result<void> apply(const float* guides, std::size_t pixels, float* out) const override;
    std::vector<std::byte> save() const override;
    Result<void> load(std::span<const std::byte> bytes) override;

private:
    explicit TorchPixelNet(const PixelNetOptions& options);

    PixelNetOptions m_options;
    PatchSource m_source;
    DenseLayers m_layers;
    Adam m_adam;
};

} // namespace rushes::neural
