// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/models/model.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace rushes::models {

/// What the project's media folder keeps of a model: "RUSHMDL1", the length of a JSON header, the header, then the arrays as
/// little-endian numbers. The extension is ".model".
inline constexpr std::string_view fileExtension = "model";

std::string encode(const Model& model);
/// Trusts nothing: damaged for anything that encode() would not have written, with what is wrong.
Result<Model> decode(std::string_view bytes);
/// notFound, denied or damaged; the message names the file.
Result<Model> readModelFile(const std::filesystem::path& file);
/// True when the file begins as encode() does.
bool isModelFile(const std::filesystem::path& file);

} // namespace rushes::models
