// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/edit/editor.h"

/// Commands on the cut. While nobody has touched it the cut follows the shots and has no clips; `clipOf` writes it
/// out as clips, and from then on new shots are put behind the clip of the shot before them.
///
///     shots   | 1A ====== | 1B === | 1C ======= |
///     trim 1A by 2 at its head:
///     cut     | 1A ==== | 1B === | 1C ======= |        everything behind moves up, no gap is left
namespace rushes::edit {

/// The clip that shows the shot, writing the cut out if need be; for use with the commands below.
Result<project::ClipId> clipOf(Editor& editor, project::ShotId shot);

/// Pins a take to the clip; none: the shot's chosen take again.
Result<void> placeTake(Editor& editor, project::ClipId clip, project::TakeId take);
/// Uses [sourceStart, sourceStart + frames) of the shot. frames > 0, sourceStart ≥ 0.
Result<void> trimClip(Editor& editor, project::ClipId clip, std::int64_t sourceStart, std::int64_t frames, std::string mergeKey = {});
/// Stands the clip after another (none: first).
Result<void> moveClip(Editor& editor, project::ClipId clip, project::ClipId after);
Result<void> removeClip(Editor& editor, project::ClipId clip);
/// Back to the cut that follows the shots.
Result<void> resetCut(Editor& editor, project::SequenceId sequence = {});

} // namespace rushes::edit
