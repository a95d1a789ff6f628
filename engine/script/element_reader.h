// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/script/logical_lines.h"

#include <span>

namespace rushes::script {

/// The elements of the script below its title page, with every note and boneyard of the text behind the element that it
/// stands in.
std::vector<Element> readElements(std::span<const LogicalLine> lines, std::span<const Cut> cuts);

} // namespace rushes::script
