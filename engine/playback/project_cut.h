// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/playback/cut.h"
#include "engine/project/cut.h"

namespace rushes::playback {

/// The film's cut as playback and export take it: media where there is a take, else the shot's drawing, else its card; the sound
/// clips of the sound tracks. `viewed` shows another take than the chosen one in its own shot (none: all as chosen). Cheap: opens no file.
Cut cutOfProject(const project::Project& film, project::SequenceId sequence = {}, project::TakeId viewed = {});

} // namespace rushes::playback
