// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/models/raw_model.h"

#include <filesystem>
#include <optional>

namespace rushes::models {

/// PNG, JPEG, TGA or BMP, at most 8192 pixels each way; nothing for anything else. Only inside a child: a broken picture may crash it.
std::optional<Texture> decodeTexture(const unsigned char* bytes, std::size_t size);
std::optional<Texture> readTexture(const std::filesystem::path& file);

} // namespace rushes::models
