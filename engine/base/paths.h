// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace rushes {

/// A file or folder that ships with Rushes, by its path under assets/ ("kits/harbour.json"). Looked for in $RUSHES_ASSETS, beside
/// the program (../share/rushes), in the build folder (baked files) and in the source tree.
Result<std::filesystem::path> findAsset(std::string_view relative);

/// The whole file as bytes. Refuses folders, devices and files above `maxBytes`; the message names the file.
Result<std::string> readFile(const std::filesystem::path& file, std::uintmax_t maxBytes = 64u << 20);

/// Writes a file so that a crash leaves the old one or the new one, never half: temporary name beside it, flushed, renamed,
/// folder flushed.
Result<void> writeFileAtomically(const std::filesystem::path& file, std::string_view bytes);

} // namespace rushes
