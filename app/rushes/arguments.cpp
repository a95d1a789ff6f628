// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/rushes/arguments.h"

#include <charconv>

namespace rushes::app {

Result<PictureSize> parsePictureSize(std::string_view text) {
    const auto read = [](std::string_view part, int& out) {
        const auto [end, code] = std::from_chars(part.data(), part.data() + part.size(), out);
        return code == std::errc{} && end == part.data() + part.size() && out >= 16 && out <= 8192 && out % 2 == 0;
    };
    PictureSize size;
    const auto x = text.find('x');
    if (x != std::string_view::npos && read(text.substr(0, x), size.width) && read(text.substr(x + 1), size.height)) return size;
    return fail(ErrorCategory::badInput, "\"" + std::string(text) + "\" is not a picture size",
                "Give width x height in even numbers of pixels from 16 to 8192, such as 1280x720.");
}

} // namespace rushes::app
