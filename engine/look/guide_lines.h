// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/look/guide_frame.h"

namespace rushes::look {

/// Finds the lines of a frame whose other planes are filled, and fills GuideFrame::distance. `lit` is one number a pixel: 0 where no
/// shadow can have an edge, else 1 in shadow and 2 in the light.
void fillLineDistances(GuideFrame& frame, const std::vector<std::uint8_t>& lit);

} // namespace rushes::look
