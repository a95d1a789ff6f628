// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/playback/cut.h"
#include "engine/project/cut.h"

namespace rushes::playback {

/// The film's cut as player and exporter take it: the chosen take of each shot, its drawing, or a card with number and prompt.
/// `viewed` shows another take than the chosen one in its own shot. Cheap: call it after every edit.
Cut cutOfProject(const project::Project& film, project::SequenceId sequence = {}, project::TakeId viewed = {});

} // namespace rushes::playback
