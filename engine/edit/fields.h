// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a field of a shot may hold. Each check returns the value as it is kept, or an error that names the field and what is allowed.
namespace rushes::edit {

/// A word of the list, whatever its case and whether it is joined by spaces, dashes or underscores: "Close-up" is close_up.
Result<std::string> checkWord(std::string_view field, std::string_view value, const std::vector<std::string>& allowed);
/// "dolly in slow", "static", "pan left then zoom in": a move, maybe a direction, maybe a speed; several joined by "then".
Result<std::string> checkMove(std::string_view value);
Result<std::int64_t> checkRange(std::string_view field, std::int64_t value, std::int64_t least, std::int64_t most);
Result<double> checkRange(std::string_view field, double value, double least, double most);
/// UTF-8 without NUL, at most `mostBytes`.
Result<std::string> checkText(std::string_view field, std::string_view value, std::size_t mostBytes = 100'000);
/// One JSON object.
Result<std::string> checkSettings(std::string_view value);

/// Whole numbers and decimals as a user types them; the error names the field.
Result<std::int64_t> parseInteger(std::string_view field, std::string_view value);
Result<double> parseNumber(std::string_view field, std::string_view value);

std::string trimmed(std::string_view text);
std::string lowerCase(std::string_view text);
std::vector<std::string> splitTrimmed(std::string_view text, char separator);

const std::vector<std::string>& referenceRoles();

/// Longest shot: an hour at 120 frames a second.
inline constexpr std::int64_t mostFrames = 432'000;

} // namespace rushes::edit
