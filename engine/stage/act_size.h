// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/set_library.h"
#include "engine/stage/blocking.h"

namespace rushes::stage {

/// The tightest size from medium to full that shows what a person does: hands below the waist, a seat and a table, long tools, legs that dance, leave the floor
/// or give way. Looks at the keyed acts of the person's beats; medium for one who has none.
reading::ShotSize sizeShowing(const Blocking& blocking, const reading::ShotDescription& description, std::size_t person, const sets::SetLibrary& sets);

} // namespace rushes::stage
