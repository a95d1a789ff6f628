// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/neural/torch/learning.h"

#include <ATen/ops/zeros.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <numbers>

namespace rushes::neural {
namespace {

constexpr int kWarmUpSteps = 30;
constexpr int kDirections = Mood::kKinds * Mood::kDirectionsAStep;
constexpr float kMoodLight = 1.0f;                             ///< how much light and dark count against the distributions
constexpr float kStageColours = 0.2f;                          ///< the same of the stage's own colours, where the mood has no strength
constexpr float kStageAtFirst = 3.0f;                          ///< the same at the first step; nothing from a quarter of the way on
constexpr float kStageHue = 0.15f;                             ///< of its hues, wherever there is a choice: red goes to what the mood has of red
constexpr float kMoodKinds[Mood::kKinds] = {1.0f, 0.5f, 0.5f}; ///< colours, patches, patches at half size

/// Up over the first steps, then down along a cosine to a hundredth.
double rateAt(double rate, int step, int total) {
    const double cosine = 0.5 + 0.49 * std::cos(std::numbers::pi * double(step) / double(total));
    return rate * std::min(1.0, double(step + 1) / kWarmUpSteps) * cosine;
}

float slopeOf(float off) { return 0.7f * float(int(off > 0) - int(off < 0)) + 1.2f * off; }

/// The slopes that keep to the stage: to the order of its lights, and a little to its colours as far as the mood is not wanted.
void keepToStage(const Mood& mood, float progress, const float* out, const float* stage, std::int64_t pixels, float scale, float* gradient) {
    constexpr float kLight[3] = {0.2126f, 0.7152f, 0.0722f};
    // The way to the mood starts at the stage's own colours, so that what is near them is what each finds.
    const float colours = kStageColours * float(1 - mood.strength()) + kStageAtFirst * std::max(0.0f, 1 - 4 * progress);
    for (std::int64_t i = 0; i < pixels; ++i, out += 3, stage += 3, gradient += 3) {
        const float lightOut = lightOf(out), lightStage = lightOf(stage);
        float hue[3];
        for (int c = 0; c < 3; ++c) hue[c] = slopeOf((out[c] - lightOut) - (stage[c] - lightStage)) * kStageHue;
        // Hues are what is left without light, so light changes with none of them: its share of their slopes goes back.
        const float light = slopeOf(lightOut - mood.lightFor(lightStage)) * kMoodLight * 3 - (hue[0] + hue[1] + hue[2]);
        for (int c = 0; c < 3; ++c) gradient[c] = (slopeOf(out[c] - stage[c]) * colours + hue[c] + light * kLight[c]) * scale;
    }
}

} // namespace

Learning::Learning(const PixelNetOptions& options, const PatchSource& source, const Mood* mood, DenseLayers& layers, Adam& adam)
    : m_options(options), m_source(source), m_mood(mood), m_layers(layers), m_adam(adam),
      m_workers(std::clamp(options.workers, 1, options.batch)),
      m_parts(std::size_t(mood ? options.batch : m_workers)), m_sampleSlopes(kDirections) {
    for (int i = 0; i < options.batch; ++i) m_slopes.push_back(at::zeros({layers.weightCount()}, at::kFloat));
}

Learning::Part& Learning::part(std::size_t index) {
    Part& part = m_parts[index];
    const int pixels = m_options.patch * m_options.patch;
    if (part.target.empty()) part = {m_layers.band(pixels, true), std::vector<float>(std::size_t(pixels) * 3), PatchLoss(m_options.patch)};
    return part;
}

void Learning::learnPatch(int worker, int patch) {
    Part& at = part(std::size_t(worker));
    m_source.cut(m_step, patch, at.band.values.front().data_ptr<float>(), m_layers.guideStride(), at.target.data());
    m_layers.forward(at.band);
    (*at.loss)(at.band.values.back().const_data_ptr<float>(), at.target.data(), 1.0f / float(m_options.batch), at.band.slopes.back().data_ptr<float>());
    m_layers.backward(at.band, m_slopes[std::size_t(patch)]);
}

void Learning::paintTiles(int patch) {
    Part& at = part(std::size_t(patch));
    m_source.cutTiles(m_step, patch, Mood::kTile, at.band.values.front().data_ptr<float>(), m_layers.guideStride(), at.target.data());
    m_layers.forward(at.band);
}

void Learning::compareAlong(int direction) {
    std::vector<const float*> painted;
    for (const Part& at : m_parts) painted.push_back(at.band.values.back().const_data_ptr<float>());
    m_mood->compare(m_step, direction, painted, m_options.patch * m_options.patch / (Mood::kTile * Mood::kTile), m_sampleSlopes[std::size_t(direction)]);
}

void Learning::learnTiles(int patch) {
    Part& at = m_parts[std::size_t(patch)];
    const int pixels = m_options.patch * m_options.patch, tiles = pixels / (Mood::kTile * Mood::kTile);
    float* gradient = at.band.slopes.back().data_ptr<float>();
    keepToStage(*m_mood, float(m_step) / float(m_total), at.band.values.back().const_data_ptr<float>(), at.target.data(), pixels,
                1.0f / float(m_options.batch * pixels * 3), gradient);
    for (int d = 0; d < kDirections; ++d) {
        const float share = kMoodKinds[d / Mood::kDirectionsAStep] / float(Mood::kDirectionsAStep);
        const float* slopes = m_sampleSlopes[std::size_t(d)].data() + std::ptrdiff_t(patch) * tiles * Mood::samplesOf(d);
        m_mood->spread(m_step, d, slopes, tiles, share, gradient);
    }
    m_layers.backward(at.band, m_slopes[std::size_t(patch)]);
}

std::vector<Team::Phase> Learning::phases() {
    const auto quietly = [](auto work) {
        return [work](int worker, int job) {
            keepTorchOnThisThread();
            const c10::InferenceMode noBookkeeping;
            work(worker, job);
        };
    };
    if (!m_mood) return {{m_options.batch, quietly([this](int worker, int patch) { learnPatch(worker, patch); })}};
    return {{m_options.batch, quietly([this](int, int patch) { paintTiles(patch); })},
            {kDirections, quietly([this](int, int direction) { compareAlong(direction); })},
            {m_options.batch, quietly([this](int, int patch) { learnTiles(patch); })}};
}

void Learning::finishStep() {
    float* sum = m_slopes.front().data_ptr<float>();
    for (std::size_t i = 1; i < m_slopes.size(); ++i) {
        const float* slopes = m_slopes[i].const_data_ptr<float>();
        for (std::int64_t w = 0; w < m_layers.weightCount(); ++w) sum[w] += slopes[w];
    }
    m_adam.step(m_layers.weights(), sum, rateAt(m_options.learningRate, m_step, m_total));
    ++m_step;
}

Result<void> Learning::run(int first, int count, int total, const CancelToken& cancel) {
    m_step = first, m_end = first + count, m_total = total;
    Team team(phases(), [this, &cancel] {
        finishStep();
        m_cancelled = m_step < m_end && cancel.cancelled();
        return m_step < m_end && !m_cancelled;
    });
    if (auto ran = team.run(m_workers); !ran) return ran;
    if (m_cancelled) return fail(ErrorCategory::cancelled, "Learning the look was stopped");
    return {};
}

} // namespace rushes::neural
