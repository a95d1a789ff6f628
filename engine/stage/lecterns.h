// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"
#include "engine/sets/set_library.h"
#include "engine/stage/blocking.h"

namespace rushes::stage {

/// Lecterns, pulpits and microphones that somebody is said to be at stand before them, and that they speak from; a microphone at which
/// somebody is and which nobody holds is on its stand. After the hands have what they hold.
void setLecterns(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description);

} // namespace rushes::stage
