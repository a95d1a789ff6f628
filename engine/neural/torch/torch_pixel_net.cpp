// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/neural/torch/torch_pixel_net.h"

#include "engine/neural/torch/learning.h"
#include "engine/neural/torch/torch_errors.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cstring>

namespace rushes::neural {
namespace {

constexpr std::int64_t kBandPixels = 2048; ///< quickest where a layer's values stay in the second-level cache
constexpr std::uint32_t kMagic = 0x314e5052; ///< "RPN1"

/// What stands before the weights, all little-endian.
struct SavedHead {
    std::uint32_t magic = kMagic;
    std::int32_t channels = 0, hidden = 0, layers = 0;
    std::int64_t weights = 0, steps = 0;
};

bool makesNetwork(const PixelNetOptions& o) {
    return o.channels >= 1 && o.channels <= 1024 && o.hidden >= 1 && o.hidden <= 1024 && o.layers >= 1 && o.layers <= 16 && o.dropFirst >= 0 &&
           o.dropCount >= 0 && o.dropFirst + o.dropCount <= o.channels && o.drop >= 0 && o.drop <= 1 && o.noise >= 0 && o.patch >= 4 &&
           o.patch <= 512 && o.patch % 2 == 0 && o.batch >= 1 && o.batch <= 256 && o.learningRate > 0 && o.workers >= 1;
}

std::string shapeText(int channels, int hidden, int layers) {
    return std::to_string(channels) + " channels and " + std::to_string(layers) + " layers of " + std::to_string(hidden);
}

/// Runs `work` and turns what it throws into an error.
template <class Work> Result<void> guarded(Work&& work) {
    try {
        return work();
    } catch (...) {
        return fail(asError(std::current_exception()));
    }
}

} // namespace

TorchPixelNet::TorchPixelNet(const PixelNetOptions& options)
    : m_options(options), m_source(options), m_layers(options.channels, options.hidden, options.layers, options.seed),
      m_adam(std::size_t(m_layers.weightCount())) {}

Result<std::unique_ptr<PixelNet>> TorchPixelNet::create(const PixelNetOptions& options) {
    if (!makesNetwork(options)) return fail(ErrorCategory::badInput, "These options make no network (sizes, shares and counts of PixelNetOptions)");
    try {
        keepTorchOnThisThread();
        const c10::InferenceMode noBookkeeping;
        return std::unique_ptr<PixelNet>(new TorchPixelNet(options));
    } catch (...) {
        return fail(asError(std::current_exception()));
    }
}

Result<void> TorchPixelNet::setSheets(std::vector<PixelSheet> sheets) {
    return guarded([&]() -> Result<void> {
        if (auto set = m_source.setSheets(std::move(sheets)); !set) return set;
        if (m_mood) m_mood->setStage(m_source.sheets());
        return {};
    });
}

Result<void> TorchPixelNet::setMood(MoodPicture mood) {
    if (mood.width < Mood::kTile || mood.height < Mood::kTile || mood.colours.size() != std::size_t(mood.width) * std::size_t(mood.height) * 3)
        return fail(ErrorCategory::badInput, "A mood picture of " + std::to_string(mood.width) + "x" + std::to_string(mood.height) + " is too small, or holds another number of colours");
    if (!(mood.strength >= 0 && mood.strength <= 1) || std::any_of(mood.colours.begin(), mood.colours.end(), [](float v) { return !std::isfinite(v); }))
        return fail(ErrorCategory::badInput, "A mood's strength lies between 0 and 1, and its colours are numbers");
    if (m_options.patch % Mood::kTile != 0) return fail(ErrorCategory::badInput, "A mood needs patches of a multiple of 8 pixels");
    return guarded([&]() -> Result<void> {
        auto made = std::make_unique<Mood>(mood, m_options.seed);
        made->setStage(m_source.sheets());
        m_mood = std::move(made);
        return {};
    });
}

Result<void> TorchPixelNet::learn(int first, int count, int total, const CancelToken& cancel) {
    if (first < 0 || count < 0 || total < 1 || first > total - count)
        return fail(ErrorCategory::badInput, "Steps " + std::to_string(first) + " to " + std::to_string(first + count) + " of " + std::to_string(total) + " cannot be taken");
    if (m_source.empty()) return fail(ErrorCategory::badInput, "There is no picture to learn from");
    if (count == 0) return {};
    if (cancel.cancelled()) return fail(ErrorCategory::cancelled, "Learning the look was stopped");
    return guarded([&] { return Learning(m_options, m_source, m_mood.get(), m_layers, m_adam).run(first, count, total, cancel); });
}

Result<void> TorchPixelNet::apply(const float* guides, std::size_t pixels, float* out) const {
    return guarded([&]() -> Result<void> {
        keepTorchOnThisThread();
        const c10::InferenceMode noBookkeeping;
        if (pixels == 0) return {};
        const std::size_t channels = std::size_t(m_options.channels);
        DenseBand band = m_layers.band(std::min(kBandPixels, std::int64_t(pixels)), false);
        for (std::size_t done = 0; done < pixels;) {
            const std::size_t count = std::min(std::size_t(kBandPixels), pixels - done);
            m_layers.forward(band, guides + done * channels, std::int64_t(count));
            const float* colours = band.values.back().const_data_ptr<float>();
            for (std::size_t i = 0; i < count * 3; ++i) out[done * 3 + i] = std::clamp(colours[i], -1.1f, 1.1f);
            done += count;
        }
        return {};
    });
}

std::vector<std::byte> TorchPixelNet::save() const {
    const SavedHead head{kMagic, m_options.channels, m_options.hidden, m_options.layers, m_layers.weightCount(), m_adam.steps};
    const std::size_t row = std::size_t(head.weights) * sizeof(float);
    std::vector<std::byte> bytes(sizeof head + 3 * row);
    std::memcpy(bytes.data(), &head, sizeof head);
    std::byte* to = bytes.data() + sizeof head;
    for (const float* from : {m_layers.weights(), m_adam.mean.data(), m_adam.square.data()}) std::memcpy(to, from, row), to += row;
    return bytes;
}

Result<void> TorchPixelNet::load(std::span<const std::byte> bytes) {
    SavedHead head;
    const std::size_t row = std::size_t(m_layers.weightCount()) * sizeof(float);
    if (bytes.size() < sizeof head) return fail(ErrorCategory::badInput, "These are no weights of a look");
    std::memcpy(&head, bytes.data(), sizeof head);
    if (head.magic != kMagic) return fail(ErrorCategory::badInput, "These are no weights of a look");
    if (head.channels != m_options.channels || head.hidden != m_options.hidden || head.layers != m_options.layers ||
        head.weights != m_layers.weightCount() || bytes.size() != sizeof head + 3 * row)
        return fail(ErrorCategory::badInput, "These weights belong to a network of " + shapeText(head.channels, head.hidden, head.layers) + "; this one has " +
                                                 shapeText(m_options.channels, m_options.hidden, m_options.layers));
    std::vector<float> values(std::size_t(head.weights) * 3);
    std::memcpy(values.data(), bytes.data() + sizeof head, 3 * row);
    if (std::any_of(values.begin(), values.end(), [](float v) { return !std::isfinite(v); }) || head.steps < 0)
        return fail(ErrorCategory::badInput, "The weights of this look are damaged");
    const auto third = std::ptrdiff_t(head.weights);
    std::copy_n(values.begin(), third, m_layers.weights());
    std::copy_n(values.begin() + third, third, m_adam.mean.begin());
    std::copy_n(values.begin() + 2 * third, third, m_adam.square.begin());
    m_adam.steps = head.steps;
    return {};
}

} // namespace rushes::neural
