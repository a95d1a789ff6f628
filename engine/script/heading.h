// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rushes::script {

/// What a scene heading says. Empty fields were not said.
struct HeadingInfo {
    std::string setting;   ///< "INT", "EXT", "INT/EXT"
    std::string place;     ///< "Harbour", "House - Kitchen"
    std::string timeOfDay; ///< a word of the stage contract
    std::string timeText;  ///< how the prompt says it: "at night", "late in the afternoon"
    std::vector<std::string> weather;
    bool continues = false; ///< CONTINUOUS, LATER, SAME: the time of the scene before
};
HeadingInfo readHeading(std::string_view heading);

/// Weather that a text says falls or blows (rain, storm, snow, fog, wind), in the order of the list; not when the text
/// says it stopped.
std::vector<std::string> weatherIn(std::string_view text);

/// "at night", "in the morning", "by day"; empty for an empty word.
std::string timePhrase(std::string_view timeOfDay);
/// "in the rain"; "in the rain and fog".
std::string weatherPhrase(const std::vector<std::string>& weather);

} // namespace rushes::script
