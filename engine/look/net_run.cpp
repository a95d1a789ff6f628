// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/net_run.h"

#include "engine/look/two_threads.h"

#include <algorithm>

namespace rushes::look {
namespace {

constexpr int kBand = 24; ///< rows that the network takes at once: some 15,000 pixels at 640, which stay in the cache

float byteOf(float v) { return std::clamp((v + 1) * 127.5f + 0.5f, 0.0f, 255.0f); }

} // namespace

Plane planeOf(const Image& picture) {
    Plane out = Plane::create(picture.width, picture.height, 3);
    for (int y = 0; y < picture.height; ++y) {
        const auto* row = picture.rowAs<std::uint8_t>(y);
        for (int x = 0; x < picture.width; ++x)
            for (int c = 0; c < 3; ++c) out.at(x, y)[c] = float(row[4 * x + c]) / 127.5f - 1;
    }
    return out;
}

Image imageOf(const Plane& colours) {
    Image out = Image::create(colours.width, colours.height, PixelFormat::rgba8);
    for (int y = 0; y < out.height; ++y) {
        auto* row = out.rowAs<std::uint8_t>(y);
        for (int x = 0; x < out.width; ++x) {
            for (int c = 0; c < 3; ++c) row[4 * x + c] = std::uint8_t(byteOf(colours.at(x, y)[c]));
            row[4 * x + 3] = 255;
        }
    }
    return out;
}

neural::PixelSheet sheetOf(const NetGuides& guides, const GuideFrame& frame, std::vector<float> target, std::vector<float> weight) {
    neural::PixelSheet sheet{frame.width, frame.height, std::vector<float>(frame.pixels() * NetGuides::kChannels), std::move(target), std::move(weight)};
    inBands(frame.height, kBand, [&](int first, int last) {
        guides.fill(frame, first, last, sheet.guides.data() + std::size_t(first) * std::size_t(frame.width) * NetGuides::kChannels);
    });
    return sheet;
}

Result<Plane> runNet(const NetGuides& guides, const neural::PixelNet& net, const GuideFrame& frame) {
    Plane out = Plane::create(frame.width, frame.height, 3);
    std::vector<Result<void>> states(std::size_t((frame.height + kBand - 1) / kBand));
    inBands(frame.height, kBand, [&](int first, int last) {
        std::vector<float> list(std::size_t(last - first) * std::size_t(frame.width) * NetGuides::kChannels);
        guides.fill(frame, first, last, list.data());
        states[std::size_t(first / kBand)] = net.apply(list.data(), std::size_t(last - first) * std::size_t(frame.width), out.at(0, first));
    });
    for (const auto& state : states)
        if (!state) return fail(state.error());
    return out;
}

Result<void> learnInSlices(neural::PixelNet& net, int count, int total, int& taken, const CancelToken& cancel) {
    constexpr int kSlice = 25;
    for (int left = count; left > 0;) {
        const int slice = std::min(kSlice, left);
        if (auto ok = net.learn(taken, slice, total, cancel); !ok) return ok;
        left -= slice;
        taken += slice;
    }
    return {};
}

} // namespace rushes::look
