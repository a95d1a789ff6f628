// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/blocking.h"

namespace rushes::stage {

/// Nobody walks through another or stands in something of the set: whoever is in the way of one who cannot move (on a seat, hand in hand with
/// somebody, at a table that was brought) steps aside or takes another way, never farther than about two metres. What two do with one another
/// stays as it is. Changes the paths of beats; the same blocking gives the same result.
void keepApart(Blocking& blocking);

} // namespace rushes::stage
