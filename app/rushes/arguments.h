// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <string_view>

namespace rushes::app {

struct PictureSize {
    int width = 0, height = 0;
};

/// "1280x720" and nothing else: pixels, even (as H.264 needs them), 16 to 8192. Fails with badInput.
Result<PictureSize> parsePictureSize(std::string_view text);

} // namespace rushes::app
