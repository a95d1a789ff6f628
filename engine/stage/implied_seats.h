// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"

namespace rushes::stage {

/// Students of a classroom, passengers of a train, the audience of a theatre sit though no verb says so, unless what they do needs their legs; and who sleeps
/// in such a place dozes on a seat.
void addImpliedSeats(reading::ShotDescription& description);

} // namespace rushes::stage
