// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/reader.h"

/// One reader for the whole test program: it never changes.
const rushes::reading::Reader& reader();

/// A small film: Mara, Old Tom, Kit, Harbour Master; THE WINDLASS.
rushes::reading::Names filmNames();
