// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/surface_rows.h"

namespace rushes::render {

struct ShadeRoom {
    std::vector<std::uint16_t> column;
    std::vector<float> softTurn, softCast;
    std::vector<std::int32_t> scratch;
};
/// Stage 2, one row with its flags: smooths them and decides what is in shade; fills `shade`.
void shadeRow(ToneFrame& frame, int y, const SurfaceRow& row, ShadeRoom& room);

} // namespace rushes::render
