// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace rushes::studio {

/// "This machine: 2 cores, software Vulkan (llvmpipe)." Opens a Vulkan device for a moment; any thread.
QString machineWords();

/// Whether a Vulkan driver is there at all. Any thread.
bool hasVulkan();

} // namespace rushes::studio
