// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/blocking.h"

namespace rushes::stage {

/// Over whose shoulder somebody is filmed: the one whom the words name, else whom `main` looks at, else the nearest.
std::size_t listenerOf(const Blocking& blocking, const reading::ShotDescription& description, const std::vector<PersonMoment>& moments, std::size_t main);

/// For a shot over a shoulder: the listener stands a step before the speaker's face, and the speaker turns to them. Who sits, lies, goes,
/// works or is aboard stays. Call it when everybody has beats, and not for people whose places other shots of the scene know.
void placeListener(Blocking& blocking, const reading::ShotDescription& description);

} // namespace rushes::stage
