// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/id.h"

namespace rushes::project {

using SequenceId = Id<struct SequenceTag>;
using ScriptId = Id<struct ScriptTag>;
using ScriptSceneId = Id<struct ScriptSceneTag>;
using ShotId = Id<struct ShotTag>;
using PanelId = Id<struct PanelTag>;
using ReferenceId = Id<struct ReferenceTag>;
using TakeId = Id<struct TakeTag>;
using CharacterId = Id<struct CharacterTag>;
using LocationId = Id<struct LocationTag>;
using TrackId = Id<struct TrackTag>;
using ClipId = Id<struct ClipTag>;
using NoteId = Id<struct NoteTag>;
using MediaId = Id<struct MediaTag>;
/// A job of the shot queue; kept in the project's file, outside its history.
using JobId = Id<struct JobTag>;

} // namespace rushes::project
