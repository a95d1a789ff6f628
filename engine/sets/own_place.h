// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/kit.h"
#include "engine/sets/own_things.h"

#include <memory>

namespace rushes::sets {

/// A kit that is somebody's own model: its walls and ceiling may be left out for the camera, people stand on its free floor near the
/// middle, and one shot looks along its longest free line. Light, sky and fog are `air`'s where that is indoors like the model; null: plain.
std::unique_ptr<Kit> ownKit(const OwnPlace& place, const Kit* air, const MaterialTable& materials);

} // namespace rushes::sets
