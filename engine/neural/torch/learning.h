// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/neural/torch/adam.h"
#include "engine/neural/torch/dense_layers.h"
#include "engine/neural/torch/patch_source.h"

#include <atomic>
#include <mutex>

namespace rushes::neural {

/// A run of steps: the part of one call of learn() that its workers share. Lives as long as the call.
class Learning {
public:
    Learning(const PixelNetOptions& options, const PatchSource& source, DenseLayers& layers, Adam& adam);

    /// Steps `first` … `first + count - 1` of `total`; returns when all workers have. Fails as `cancelled`, `noSpace` or `internal`.
    Result<void> run(int first, int count, int total, const CancelToken& cancel);

private:
    struct Worker;
    void learnPatch(Worker& worker, int index);
    void finishStep(int total, const CancelToken& cancel) noexcept;
    void fail(Error error);

    const PixelNetOptions& m_options;
    const PatchSource& m_source;
    DenseLayers& m_layers;
    Adam& m_adam;
    std::vector<at::Tensor> m_slopes; ///< of every patch of the step; written by whoever took it
    std::atomic<int> m_next = 0;      ///< the patch that the next free worker takes
    std::mutex m_mutex;               ///< guards m_error while workers run
    Error m_error;
    std::atomic<bool> m_failed = false;
    // Changed between steps only, while every worker waits.
    int m_step = 0, m_end = 0;
};

} // namespace rushes::neural
