// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/time/timecode.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace rushes::playback {

/// What stands in for a shot that has no take yet, drawn as a card.
struct CardText {
    std::string number;  ///< "12B", set large
    std::string heading; ///< "EXT. HARBOUR - NIGHT", small, above
    std::string details; ///< "Medium shot · eye level · 35 mm", small, beside the number
    std::string prompt;  ///< the text, wrapped
    std::string footer;  ///< "no take yet", "the media is missing: …"

    bool operator==(const CardText&) const = default;
};

/// One clip of a cut. Times are whole frames of the cut's rate, except where they say otherwise.
struct CutItem {
    std::int64_t start = 0;
    std::int64_t frames = 0;
    std::filesystem::path media;  ///< empty: the card
    std::int64_t mediaStart = 0;  ///< first frame used, in the media's own rate
    std::int64_t mediaFrames = 0; ///< how many the file has; 0: not known. A clip that is longer holds the last one
    time::FrameRate mediaRate{0, 1}; ///< 0: the same as the cut's
    CardText card;                ///< also shown when the media cannot be read
    std::string shot, take, generator; ///< for the HUD and burnt-in labels: "12B", "take 3", "stage"
};

/// A piece of sound of its own: dialogue, ambience. It lies over the sound of the picture's media.
struct SoundItem {
    std::int64_t start = 0;  ///< frames of the cut
    std::int64_t frames = 0;
    std::filesystem::path media;
    std::int64_t mediaStart = 0; ///< frames of the cut's rate, from the file's beginning
    float gain = 1.0f;
};

/// A sequence as playback and export need it: a plain value that is rebuilt after every edit (thousands of items cost microseconds).
/// Items are in order and do not overlap; gaps show black.
struct Cut {
    time::FrameRate rate = time::rate24;
    int width = 1280;
    int height = 720;
    time::Timecode start{0, time::rate24, time::DropFrame::no}; ///< timecode of frame 0
    std::vector<CutItem> items;
    std::vector<SoundItem> sounds; ///< in any order, may overlap

    std::int64_t frames() const { return items.empty() ? 0 : items.back().start + items.back().frames; }
    /// The item at a frame, or null in a gap.
    const CutItem* at(std::int64_t frame) const;
};

/// The media's frame for a frame of the cut that is `offset` frames into the clip: the one on screen at that moment.
std::int64_t conformedFrame(const CutItem& item, std::int64_t offset, time::FrameRate cutRate);

} // namespace rushes::playback
