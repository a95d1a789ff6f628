// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/media/frame_data.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace rushes::media {

/// The picture format that a file's first bytes announce, as FFmpeg numbers it; nothing for other files.
std::optional<AVCodecID> stillFormatOf(std::string_view head);

/// The format of the file by its first bytes. Fails when it cannot be opened.
Result<std::optional<AVCodecID>> stillFormatOf(const std::filesystem::path& file);

/// Decodes a picture file: the first picture of it. Linear light (EXR) is given the sRGB curve unless `linear`. Fails with badInput,
/// damaged, or unsupported when it is larger than 16384 a side or than 1 GiB in memory.
Result<VideoFrame> readStill(const std::filesystem::path& file, AVCodecID format, bool linear = false);

/// The same from the bytes of a file; `name` is what messages call it.
Result<VideoFrame> decodeStill(std::string_view bytes, AVCodecID format, const std::string& name, bool linear = false);

} // namespace rushes::media
