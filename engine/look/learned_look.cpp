// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/learned_look.h"

#include "engine/look/correspondence.h"
#include "engine/look/net_run.h"
#include "engine/look/two_threads.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace rushes::look {
namespace {

constexpr int kBand = 24; ///< rows that a thread takes at once

/// How often a pixel is learned: every surface about alike, lines more.
std::vector<float> balance(const GuideFrame& f) {
    std::map<std::uint64_t, float> count;
    for (std::size_t i = 0; i < f.pixels(); ++i) ++count[f.surface(i)];
    std::vector<float> weight(f.pixels());
    for (std::size_t i = 0; i < f.pixels(); ++i) {
        const float* d = f.distance.data.data() + std::size_t(kLineKinds) * i;
        weight[i] = (*std::min_element(d, d + 3) < 3 ? 3.0f : 1.0f) / std::sqrt(std::max(count[f.surface(i)], 50.0f));
    }
    return weight;
}

} // namespace

/// A painted frame and what is kept of it.
struct LearnedLook::Key {
    GuideFrame guides;
    Plane painted;  ///< -1..1
    Plane residual; ///< painted less what the network says
    Looseness loose;
    std::unique_ptr<KeyPoints> points;
};

LearnedLook::LearnedLook(std::vector<PaintedFrame> frames, const LookOptions& options) : m_options(options) {
    m_keys.reserve(frames.size()); // the points keep references
    for (auto& frame : frames) {
        m_keys.push_back({std::move(frame.guides), planeOf(frame.picture), {}, {}, nullptr});
        Key& key = m_keys.back();
        key.points = std::make_unique<KeyPoints>(key.guides);
        key.loose = options.looseness.value_or(measureLooseness(key.guides, key.painted));
    }
}

LearnedLook::~LearnedLook() = default;

const Looseness& LearnedLook::looseness(std::size_t frame) const { return m_keys[frame].loose; }

void LearnedLook::setParts(bool carry, bool fill) {
    m_options.carry = carry;
    m_options.fill = fill;
}

Result<std::unique_ptr<LearnedLook>> LearnedLook::create(std::vector<PaintedFrame> frames, const LookOptions& options) {
    if (frames.empty()) return fail(ErrorCategory::badInput, "There is no painted frame to learn a look from", "Paint a frame of the shot and add it as a look reference.");
    for (const auto& frame : frames)
        if (frame.picture.width != frame.guides.width || frame.picture.height != frame.guides.height || frame.picture.format != PixelFormat::rgba8)
            return fail(ErrorCategory::badInput, "A painted frame of " + std::to_string(frame.picture.width) + "x" + std::to_string(frame.picture.height) + " does not fit a stage frame of " +
                                                     std::to_string(frame.guides.width) + "x" + std::to_string(frame.guides.height), "Paint over the stage's own frame.");
    std::unique_ptr<LearnedLook> look(new LearnedLook(std::move(frames), options));
    if (auto ok = look->open(); !ok) return fail(ok.error());
    return look;
}

Result<void> LearnedLook::open() {
    auto net = neural::makePixelNet({.channels = NetGuides::kChannels, .workers = m_options.workers, .seed = m_options.seed});
    if (!net) return fail(net.error());
    m_net = std::move(*net);
    std::vector<const GuideFrame*> guides;
    for (const auto& key : m_keys) guides.push_back(&key.guides);
    m_guides = std::make_unique<NetGuides>(guides);
    std::vector<neural::PixelSheet> sheets;
    for (const auto& key : m_keys) sheets.push_back(sheetOf(*m_guides, key.guides, key.painted.data, balance(key.guides)));
    return m_net->setSheets(std::move(sheets));
}

Result<void> LearnedLook::learn(int steps, const CancelToken& cancel) {
    const int count = std::min(steps, m_options.steps - m_taken);
    if (count <= 0) return {};
    m_stale = true;
    return learnInSlices(*m_net, count, m_options.steps, m_taken, cancel);
}

Result<void> LearnedLook::prepare() {
    if (!m_stale) return {};
    m_fill = {};
    for (auto& key : m_keys) {
        auto base = runNet(*m_guides, *m_net, key.guides);
        if (!base) return fail(base.error());
        key.residual = key.painted;
        for (std::size_t i = 0; i < key.residual.data.size(); ++i) key.residual.data[i] -= base->data[i];
        m_fill.add(key.guides, key.residual);
    }
    m_stale = false;
    return {};
}

Result<Plane> LearnedLook::paint(const GuideFrame& frame) {
    if (auto ready = prepare(); !ready) return fail(ready.error());
    std::vector<Correspondence> places;
    std::vector<std::vector<float>> soft;
    for (const auto& key : m_keys) {
        places.push_back(key.points->find(frame));
        // Where a loose painting's outlines went over onto what stood behind them, the border of what was seen shows them.
        soft.push_back(softened(places.back().seen, frame.width, frame.height, int(std::lround(2 * key.loose.lines))));
    }
    auto out = runNet(*m_guides, *m_net, frame);
    if (!out || !m_options.carry) return out;
    std::vector<Carried> carried;
    for (std::size_t k = 0; k < m_keys.size(); ++k) carried.push_back(carriedFrom(m_keys[k].guides, frame, places[k], soft[k], m_keys[k].loose));
    std::vector<float> rest(frame.pixels());
    const auto axes = facingAxes(frame);
    inBands(frame.height, kBand, [&](int first, int last) {
        for (std::size_t i = std::size_t(first) * std::size_t(frame.width), end = std::size_t(last) * std::size_t(frame.width); i < end; ++i) {
            float sum[3]{}, weights = 1e-6f, covered = 0;
            for (std::size_t k = 0; k < m_keys.size(); ++k) {
                const float w = carried[k].weight[i], w4 = w * w * w * w;
                covered = std::max(covered, carried[k].covered[i]);
                if (w4 < 1e-6f) continue;
                float taken[3];
                sampleBicubic(m_keys[k].residual, places[k].x[i], places[k].y[i], taken);
                for (int c = 0; c < 3; ++c) sum[c] += taken[c] * w * w4;
                weights += w4;
            }
            for (std::size_t c = 0; c < 3; ++c) out->data[3 * i + c] += sum[c] / weights;
            const float* d = frame.distance.data.data() + std::size_t(kLineKinds) * i;
            rest[i] = std::sqrt(std::max(0.0f, 1 - covered * covered)) * std::clamp((*std::min_element(d, d + 3) - 1) / 1.5f, 0.0f, 1.0f);
        }
        if (m_options.fill) m_fill.apply(frame, axes, rest, first, last, *out);
    });
    for (float& v : out->data) v = std::clamp(v, -1.0f, 1.0f);
    return out;
}

Result<Image> LearnedLook::paintImage(const GuideFrame& frame) {
    auto colours = paint(frame);
    if (!colours) return fail(colours.error());
    return imageOf(*colours);
}

} // namespace rushes::look
