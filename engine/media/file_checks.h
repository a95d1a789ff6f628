// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace rushes::media {

// What FFmpeg lets pass and we do not, and what it cannot read and we can: looked at before it sees the bytes.

/// A PNG's chunks: header first, picture data in one run, an end, nothing cut off. The Error names what is wrong.
Result<void> checkPng(std::string_view bytes);

/// An OpenEXR header's windows: not turned inside out, at most 16384 a side. FFmpeg would make a 1 x 1 picture of some of these.
Result<void> checkExr(std::string_view bytes);

/// A big-endian WAV (RIFX) as the same WAV in little-endian; nothing when it is not one or is cut off before its samples.
std::optional<std::string> littleEndianWav(std::string_view bytes);

} // namespace rushes::media
