// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/project/project.h"

namespace rushes::project {

/// One clip of the picture as it plays.
struct CutClip {
    ShotId shot;
    TakeId take;   ///< none: nothing was shot yet, or a panel shows
    PanelId panel; ///< the drawing shown where there is no take; may be none
    ClipId clip;   ///< none while the cut follows the shots
    time::TimeRange range;  ///< on the timeline, from 0, at the sequence's rate
    time::TimeRange source; ///< within the shot, at the sequence's rate; past a take's end its last frame holds
    bool operator==(const CutClip&) const = default;
};

/// The picture of a sequence, gap-free from 0. A value for playback, export and views.
struct Cut {
    SequenceId sequence;
    time::FrameRate rate;
    time::Timecode start;
    int width = 0;
    int height = 0;
    std::vector<CutClip> clips;

    time::RationalTime duration() const;
    /// Index of the clip at a time of the timeline, or -1 outside. Logarithmic.
    int clipAt(const time::RationalTime& time) const;
};

/// The track that holds the picture; null only in a Project built by hand.
const Track* pictureTrack(const Project& project, SequenceId sequence);

/// The cut of a sequence (the main one by default): the picture track's clips, or while it has none, every shot in order with its
/// chosen take.
Cut cutOf(const Project& project, SequenceId sequence = {});

} // namespace rushes::project
