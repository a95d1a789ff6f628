// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/generator.h"

namespace rushes::app {

/// The generators of this build.
generate::GeneratorRegistry makeRegistry();

} // namespace rushes::app
