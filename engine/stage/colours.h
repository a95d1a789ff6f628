// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <glm/vec3.hpp>

#include <optional>
#include <string_view>

namespace rushes::stage {

/// sRGB 0..1 of an English basic colour word, as a marker would lay it on paper: paler than paint. Nothing for other words.
std::optional<glm::vec3> markerColour(std::string_view word);

} // namespace rushes::stage
