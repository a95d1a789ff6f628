// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"

namespace rushes::stage {

/// Whether the shot plays where people sit at tables to eat and drink.
bool hasTables(const reading::ShotDescription& description);

/// Students of a classroom, passengers of a train, the audience of a theatre sit though no verb says so, unless what they do needs their legs; who sleeps
/// in such a place dozes on a seat; who is at a desk or a table sits at it, and who eats, drinks or talks over it in a restaurant, at a table.
void addImpliedSeats(reading::ShotDescription& description);

} // namespace rushes::stage
