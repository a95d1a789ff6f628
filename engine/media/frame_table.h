// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/media/media_input.h"
#include "engine/time/frame_rate.h"

#include <cstdint>
#include <vector>

namespace rushes::media {

/// When each frame of a video stream is shown, in display order. Measured by reading every packet's stamps, which is exact for uneven
/// rates, edit lists, late starts and headers that lie; files too large for that are taken at their header's word.
class FrameTable {
public:
    struct Key {
        std::int64_t index = 0; ///< in display order
        std::int64_t pts = 0;
        std::int64_t dts = 0;
    };

    /// Reads the stream's packets from the start; leaves the input anywhere. Fails with damaged when there is no frame, with
    /// unsupported above 240 frames a second.
    static Result<FrameTable> measure(MediaInput& input);

    std::int64_t frames() const { return m_frames; }
    time::FrameRate rate() const { return m_rate; }
    bool even() const { return m_even; }
    /// The stamp of a frame in the stream's time base.
    std::int64_t pts(std::int64_t index) const;
    /// The frame whose stamp is nearest.
    std::int64_t indexOf(std::int64_t pts) const;
    /// The frame on screen at a stamp.
    std::int64_t shownAt(std::int64_t pts) const;
    /// The last key frame at or before a frame; a guess where the table was not measured.
    Key keyBefore(std::int64_t index) const;

private:
    Result<void> setRate(const AVStream* stream);

    std::int64_t m_frames = 0;
    time::FrameRate m_rate;
    bool m_even = true;
    AVRational m_timeBase{1, 1};
    std::int64_t m_start = 0;
    std::vector<std::int64_t> m_pts; ///< sorted; empty: taken from the header
    std::vector<Key> m_keys;         ///< sorted by index
};

} // namespace rushes::media
