// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/unet_run.h"

#include "tests/eval/look/value_noise.h"

#if defined(RUSHES_UNET_EVAL)
#include "tests/eval/unet/patch_unet.h"
#endif

#include <algorithm>
#include <cmath>

namespace rushes::eval {

#if defined(RUSHES_UNET_EVAL)
namespace {

constexpr int kChannels = 6;
constexpr float kWavePx = 40; ///< of the noise, at the middle depth of the painted frame

float wavesPerMetre(const look::GuideFrame& key) {
    std::vector<float> depths;
    for (const float z : key.depth.data)
        if (z < look::kFarM) depths.push_back(z);
    if (depths.empty()) return 1;
    const auto middle = depths.begin() + std::ptrdiff_t(depths.size() / 2);
    std::nth_element(depths.begin(), middle, depths.end());
    return key.focalPx / *middle / kWavePx;
}

look::Plane guidesOf(const look::GuideFrame& frame, float waves) {
    look::Plane out = look::Plane::create(frame.width, frame.height, kChannels);
    for (std::size_t i = 0; i < frame.pixels(); ++i) {
        float* to = out.data.data() + kChannels * i;
        const glm::vec3 at(frame.rest.data[3 * i], frame.rest.data[3 * i + 1], frame.rest.data[3 * i + 2]);
        for (std::size_t c = 0; c < 3; ++c) {
            to[c] = frame.colour.data[3 * i + c] * 2 - 1;
            to[3 + c] = valueNoise(at, frame.object[i] * 3 + std::uint32_t(c), glm::vec3(waves), 1);
        }
    }
    return out;
}

} // namespace

Result<Pictures> unetPictures(const ShotFrames& frames, const LookCase& look, const UnetOptions& options, int& stepsTaken) {
    const int key = frames.keys().front();
    const float waves = wavesPerMetre(frames.frame(key).guides);
    look::Plane target = frames.painting(look, key);
    for (float& v : target.data) v = v * 2 - 1;
    PatchUnet unet(kChannels, options.seed);
    const auto steps = unet.learn(guidesOf(frames.frame(key).guides, waves), target, options.cpuSeconds);
    if (!steps) return fail(steps.error());
    stepsTaken = *steps;
    Pictures out;
    for (const int number : frames.tested()) {
        auto picture = unet.apply(guidesOf(frames.frame(number).guides, waves));
        if (!picture) return fail(picture.error());
        for (float& v : picture->data) v = v * 0.5f + 0.5f;
        out[number] = std::move(*picture);
    }
    return out;
}
#else
Result<Pictures> unetPictures(const ShotFrames&, const LookCase&, const UnetOptions&, int&) {
    return fail(ErrorCategory::unsupported, "This build has no U-Net to compare with", "Run packaging/setup, so that libtorch is there, and configure anew.");
}
#endif

} // namespace rushes::eval
