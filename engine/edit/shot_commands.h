// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/edit/editor.h"

#include <optional>
#include <string_view>

/// Commands on sequences and shots. Each is one step of the history; refuses bad values before it starts, naming the field and what
/// is allowed.
namespace rushes::edit {

struct SequencePatch {
    std::optional<std::string> name;
    std::optional<time::FrameRate> rate; ///< lengths keep their time: frames are rescaled
    std::optional<int> width, height;    ///< even, 16 … 8192
    std::optional<std::int64_t> startFrames;
    std::optional<bool> dropFrame;
};
Result<project::SequenceId> addSequence(Editor& editor, const project::NewProject& options);
Result<void> setSequence(Editor& editor, project::SequenceId sequence, const SequencePatch& patch);

/// What to change of a shot; empty fields stay. The inner optional empty: back to what the prompt says.
struct ShotPatch {
    std::optional<std::string> prompt;
    std::optional<std::optional<std::string>> size;
    std::optional<std::optional<std::string>> angle;
    std::optional<std::optional<double>> lensMm;
    std::optional<std::optional<std::string>> move;
    std::optional<std::int64_t> frames;
    std::optional<std::string> generator;
    std::optional<std::uint64_t> seed;
    std::optional<std::string> settingsJson;
    std::optional<std::vector<std::string>> characters; ///< by name; new names get a row
    std::optional<std::string> location;                ///< by name; a new name gets a row; "" is none
    std::optional<std::vector<project::DialogueLine>> dialogue;
    std::optional<std::string> number; ///< must be free
};

/// The fields of `setField`, for help texts.
const std::vector<std::string>& shotFieldNames();
/// Reads FIELD=VALUE as the command line takes it into the patch: prompt, size, angle, lensMm, move, frames, generator, seed, settings,
/// characters (comma between), location, dialogue ("MARA: Hello | TOM: Hi"), number. An empty value clears.
Result<void> setField(ShotPatch& patch, std::string_view field, std::string_view value);
/// The words allowed for size and angle, as shot.json has them.
const std::vector<std::string>& shotSizes();
const std::vector<std::string>& shotAngles();
const std::vector<std::string>& cameraMoves();

struct NewShot {
    project::SequenceId sequence; ///< none: the main one
    project::ScriptSceneId scene; ///< none: that of `after`, or none
    project::ShotId after;        ///< none: at the end of the scene, or of the sequence
    ShotPatch fields;             ///< `number` empty: the scene's next letter
};
Result<project::ShotId> addShot(Editor& editor, const NewShot& shot);

/// `mergeKey`: see EditOptions; give e.g. "prompt of 31" while the user types. `label`: of the step; empty: "Edit prompt of 12B".
Result<void> setShot(Editor& editor, project::ShotId shot, const ShotPatch& patch, std::string mergeKey = {}, std::string label = {});
Result<void> setShots(Editor& editor, const std::vector<project::ShotId>& shots, const ShotPatch& patch, std::string mergeKey = {}, std::string label = {});

/// With its panels, takes, references, notes and clips. Media files stay.
Result<void> removeShots(Editor& editor, const std::vector<project::ShotId>& shots);

/// Moves shots, in their order, to stand after `after` (none: first in the sequence). Their numbers and scenes stay.
Result<void> moveShots(Editor& editor, const std::vector<project::ShotId>& shots, project::ShotId after);

/// Cuts a shot in two at `atFrame` (1 … frames-1): the second part gets the next letter and the same fields.
Result<project::ShotId> splitShot(Editor& editor, project::ShotId shot, std::int64_t atFrame);

/// Renames everywhere: rows, dialogue, and the name as a whole word in prompts. Refuses a name that is taken.
Result<void> setCharacter(Editor& editor, project::CharacterId character, std::optional<std::string> name, std::optional<std::string> description);
Result<void> setLocation(Editor& editor, project::LocationId location, std::optional<std::string> name, std::optional<std::string> description);

} // namespace rushes::edit
