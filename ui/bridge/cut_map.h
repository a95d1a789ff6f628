// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/playback/cut.h"
#include "engine/project/cut.h"

namespace rushes::ui {

/// The film's cut as the player takes it: media where there is a take or a drawing, a card with number and prompt where there is none.
/// `viewed` shows another take than the chosen one in its shot (0: none).
playback::Cut playableCut(const project::Project& film, project::SequenceId sequence = {}, project::TakeId viewed = {});

} // namespace rushes::ui
