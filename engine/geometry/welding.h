// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/vec3.hpp>

#include <cstdint>
#include <vector>

namespace rushes::geometry {

/// For each position the first one at exactly the same place: corners of a mesh repeat where the surface changes.
std::vector<std::uint32_t> welded(const std::vector<glm::vec3>& positions);

} // namespace rushes::geometry
