// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/blocking.h"

#include <cstddef>
#include <vector>

namespace rushes::stage {

/// Where everybody but person `i` is in the end.
std::vector<glm::vec3> othersThan(const Blocking& blocking, std::size_t i);

/// Moves beat `b` of person `i`, and those that stay at the same place, to `to`; a walk before it ends there. `yaw` in degrees.
void moveWorker(Blocking& blocking, std::size_t i, std::size_t b, const glm::vec3& to, float yaw);

/// Turns the worker to where what they need has room: `ahead` metres before them, `clear` metres about it.
void faceFree(Blocking& blocking, std::size_t i, std::size_t b, float ahead, float clear);

} // namespace rushes::stage
