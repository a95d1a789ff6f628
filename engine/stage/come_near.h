// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"
#include "engine/stage/blocking.h"

namespace rushes::stage {

/// Somebody who only stands, and with whom another deals who has a seat or a place at work far from there, comes near: before them or to their
/// side, face to face, where the floor is free. Call it when everybody has their place.
void comeNear(Blocking& blocking, const reading::ShotDescription& description);

} // namespace rushes::stage
