// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rushes::media {

struct ExrChannel {
    std::string name; ///< "R", "G", "B" …, at most 31 bytes, each once
    const Image* plane = nullptr; ///< grey32f; all of one size
};

/// Several channels of 32-bit floats as one OpenEXR (scan lines, not compressed: such files are read again frame by frame),
/// atomically. File layout: OpenEXR, "The OpenEXR File Layout", version 2, single part. Fails with internal for planes that do not
/// fit together, noSpace or denied.
Result<void> writeExr(const std::filesystem::path& file, std::vector<ExrChannel> channels);

} // namespace rushes::media
