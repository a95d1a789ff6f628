// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/neural/torch/learning.h"

#include "engine/neural/torch/patch_loss.h"
#include "engine/neural/torch/torch_errors.h"

#include <ATen/ops/zeros.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <barrier>
#include <numbers>
#include <thread>

namespace rushes::neural {
namespace {

constexpr int kWarmUpSteps = 30;

/// Up over the first steps, then down along a cosine to a hundredth.
double rateAt(double rate, int step, int total) {
    const double cosine = 0.5 + 0.49 * std::cos(std::numbers::pi * double(step) / double(total));
    return rate * std::min(1.0, double(step + 1) / kWarmUpSteps) * cosine;
}

} // namespace

struct Learning::Worker {
    DenseBand band;
    std::vector<float> target;
    PatchLoss loss;
};

Learning::Learning(const PixelNetOptions& options, const PatchSource& source, DenseLayers& layers, Adam& adam)
    : m_options(options), m_source(source), m_layers(layers), m_adam(adam) {
    for (int i = 0; i < options.batch; ++i) m_slopes.push_back(at::zeros({layers.weightCount()}, at::kFloat));
}

void Learning::learnPatch(Worker& worker, int index) {
    m_source.cut(m_step, index, worker.band.values.front().data_ptr<float>(), m_layers.guideStride(), worker.target.data());
    m_layers.forward(worker.band);
    worker.loss(worker.band.values.back().const_data_ptr<float>(), worker.target.data(), 1.0f / float(m_options.batch),
                worker.band.slopes.back().data_ptr<float>());
    m_layers.backward(worker.band, m_slopes[std::size_t(index)]);
}

void Learning::finishStep(int total, const CancelToken& cancel) noexcept {
    m_next = 0;
    if (m_failed) return;
    float* sum = m_slopes.front().data_ptr<float>();
    for (std::size_t i = 1; i < m_slopes.size(); ++i) {
        const float* slopes = m_slopes[i].const_data_ptr<float>();
        for (std::int64_t w = 0; w < m_layers.weightCount(); ++w) sum[w] += slopes[w];
    }
    m_adam.step(m_layers.weights(), sum, rateAt(m_options.learningRate, m_step, total));
    ++m_step;
    if (m_step < m_end && cancel.cancelled()) fail({ErrorCategory::cancelled, "Learning the look was stopped", {}, {}});
}

void Learning::fail(Error error) {
    const std::scoped_lock lock(m_mutex);
    if (!m_failed.exchange(true)) m_error = std::move(error);
}

Result<void> Learning::run(int first, int count, int total, const CancelToken& cancel) {
    m_step = first, m_end = first + count;
    const int workers = std::clamp(m_options.workers, 1, m_options.batch);
    const auto finish = [this, total, &cancel]() noexcept { finishStep(total, cancel); };
    std::barrier together(workers, finish);
    const auto work = [&] {
        std::unique_ptr<Worker> worker;
        while (m_step < m_end && !m_failed) {
            try {
                keepTorchOnThisThread();
                const c10::InferenceMode noBookkeeping;
                const int patch = m_options.patch;
                if (!worker) worker.reset(new Worker{m_layers.band(patch * patch, true), std::vector<float>(std::size_t(patch * patch * 3)), PatchLoss(patch)});
                for (int i; (i = m_next.fetch_add(1)) < m_options.batch && !m_failed;) learnPatch(*worker, i);
            } catch (...) {
                fail(asError(std::current_exception()));
            }
            together.arrive_and_wait();
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < workers; ++i) threads.emplace_back(work);
    }
    if (m_failed) return rushes::fail(m_error);
    return {};
}

} // namespace rushes::neural
