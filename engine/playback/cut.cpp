// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/cut.h"

#include <algorithm>

namespace rushes::playback {
namespace {

__extension__ using Wide = __int128;

} // namespace

const CutItem* Cut::at(std::int64_t frame) const {
    const auto after = std::upper_bound(items.begin(), items.end(), frame, [](std::int64_t f, const CutItem& item) { return f < item.start; });
    if (after == items.begin()) return nullptr;
    const CutItem& item = *(after - 1);
    return frame < item.start + item.frames ? &item : nullptr;
}

std::int64_t conformedFrame(const CutItem& item, std::int64_t offset, time::FrameRate cutRate) {
    std::int64_t frame = offset;
    if (item.mediaRate.num > 0 && item.mediaRate != cutRate) {
        // floor(offset / cutRate * mediaRate): whole numbers, so that an hour in it is still the right frame.
        const auto up = Wide(offset) * item.mediaRate.num * cutRate.den;
        const auto down = Wide(item.mediaRate.den) * cutRate.num;
        frame = std::int64_t(up / down);
    }
    frame += item.mediaStart;
    if (item.mediaFrames > 0) frame = std::min(frame, item.mediaFrames - 1);
    return std::max<std::int64_t>(0, frame);
}

} // namespace rushes::playback
