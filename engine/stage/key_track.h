// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/hand_staging.h"
#include "engine/time/rational_time.h"

namespace rushes::stage {

/// The hand's camera at a moment, on a cubic Hermite curve through the keys: it stands at the first and the last, and goes through the
/// others at the mean speed of their neighbours (Catmull and Rom, 1974, with uneven times). `keys` in order of time, at least one.
HandCamera keyedAt(const std::vector<CameraKey>& keys, double seconds);

/// One camera a frame that goes through the keys; everything but place and aim is `like`'s.
std::vector<geometry::Camera> keyedTrack(const std::vector<CameraKey>& keys, const geometry::Camera& like, const time::RationalTime& duration);

} // namespace rushes::stage
