// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/generate/shot_request.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace rushes::look {

/// A painted frame with all that is needed to stage the frame it was painted over again.
struct KeptFrame {
    generate::ShotRequest request; ///< of the shot that was painted
    std::int64_t at = 0;           ///< frame
    std::string fileName;          ///< of the painting, for messages and for its kind
    std::vector<std::uint8_t> picture; ///< the painter's file, byte for byte
};

/// A look that is kept to be used on other shots of the same people and places: what was painted, by whom, and on what terms. The
/// network is not kept: it is learned again in seconds, to the same bytes.
struct KeptLook {
    std::string name;
    std::string artist;
    std::string consent; ///< the artist's words on what it may be used for
    std::vector<KeptFrame> frames;
};

constexpr const char* kKeptLookExtension = ".rlook";

/// Whether a file is a kept look, by its name.
bool isKeptLook(const std::filesystem::path& file);

/// Writes one file (CBOR, RFC 8949: a map with "rushesLook": 1 and the fields above), under a temporary name first. Fails as `badInput`
/// without a name or frames, `noSpace` or `denied` as the disk says.
Result<void> writeKeptLook(const KeptLook& look, const std::filesystem::path& file);

/// Fails as `notFound`, or `damaged` with what is wrong. At most 512 MB and 30 frames are read.
Result<KeptLook> readKeptLook(const std::filesystem::path& file);

} // namespace rushes::look
