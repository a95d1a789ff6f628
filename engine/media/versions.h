// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace rushes::media {

/// FFmpeg's version as it was linked, "5.1.9", with a note where it cannot write H.264.
std::string ffmpegVersion();

} // namespace rushes::media
