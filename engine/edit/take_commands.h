// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/edit/editor.h"

#include <optional>

/// Commands on what hangs on a shot: takes, panels, references, notes. Each is one step of the history.
namespace rushes::edit {

/// Records the take. The first take of a shot becomes circled in the same step.
Result<project::TakeId> addTake(Editor& editor, const project::TakeDraft& draft);
/// None as `take`: nothing is circled, the newest counts.
Result<void> circleTake(Editor& editor, project::ShotId shot, project::TakeId take);
/// The media file stays. When it was circled, the newest of the others is.
Result<void> removeTake(Editor& editor, project::TakeId take);

struct PanelPatch {
    std::optional<std::int64_t> frames;
    std::optional<std::string> media; ///< name in media/; "" is none
    std::optional<std::string> action, dialogue, notes;
};
/// After `after`; none: last.
Result<project::PanelId> addPanel(Editor& editor, project::ShotId shot, const PanelPatch& fields, project::PanelId after = {});
Result<void> setPanel(Editor& editor, project::PanelId panel, const PanelPatch& patch, std::string mergeKey = {});
Result<void> removePanel(Editor& editor, project::PanelId panel);
Result<void> movePanel(Editor& editor, project::PanelId panel, project::PanelId after);

struct ReferencePatch {
    std::optional<std::string> role; ///< first, last, frame, character, location, prop, look, depth, pose
    std::optional<std::string> media;
    std::optional<std::int64_t> atFrame;
    std::optional<double> strength; ///< 0..1
    std::optional<std::string> subject;
    std::optional<bool> painted; ///< over the frame `atFrame`; only for the role look of a shot
    std::optional<std::string> artist, consent;
};
/// `shot` none: for the whole film; then it needs a subject. The media must have been adopted (ProjectStore::adoptMedia).
Result<project::ReferenceId> addReference(Editor& editor, project::ShotId shot, const ReferencePatch& fields);
Result<void> setReference(Editor& editor, project::ReferenceId reference, const ReferencePatch& patch, std::string mergeKey = {});
Result<void> removeReference(Editor& editor, project::ReferenceId reference);

/// A frame of a shot that was painted over.
struct PaintedFrame {
    std::string media; ///< adopted before; a picture
    std::int64_t atFrame = 0;
    std::string artist, consent; ///< empty: as on the painting that it replaces
};
/// Keeps it as a look reference of the shot. A painting of the same frame is replaced in the same step; the very same picture again
/// changes nothing.
Result<project::ReferenceId> takePaintedFrame(Editor& editor, project::ShotId shot, const PaintedFrame& painted);

/// Somebody's own 3D model, for the whole film. One that stands for the same is replaced in the same step.
struct NewModel {
    std::string role;    ///< figure_model, prop_model, place_model
    std::string subject; ///< the character, the noun or the location that it stands for
    std::string media;   ///< adopted before; a .model file
};
Result<project::ReferenceId> addModel(Editor& editor, const NewModel& model);

struct NotePatch {
    std::optional<std::int64_t> atFrame;
    std::optional<std::string> author, text;
    std::optional<bool> done;
};
Result<project::NoteId> addNote(Editor& editor, project::ShotId shot, const NotePatch& fields, project::TakeId take = {});
Result<void> setNote(Editor& editor, project::NoteId note, const NotePatch& patch, std::string mergeKey = {});
Result<void> removeNote(Editor& editor, project::NoteId note);

} // namespace rushes::edit
