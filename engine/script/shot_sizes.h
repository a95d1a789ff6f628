// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace rushes::script {

/// The size that shows what a line of action tells: moving people full, hands medium, faces close, things as inserts.
/// `people` are those seen.
std::string sizeOfAction(std::string_view text, std::size_t people);

/// A neighbour of `size` for a cut from the same size on the same people, which would look like a jump.
std::string nextSize(const std::string& size, std::size_t people);

/// Words that ask for a close-up of who speaks: "crying", "whispers".
bool isIntimate(std::string_view manner);

/// A part of the body, behind a possessive: "Mara's hand" shows Mara.
bool isBodyPart(std::string_view word);

} // namespace rushes::script
