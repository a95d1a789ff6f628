// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace rushes::script {

// Seconds from words. A page of a script runs about a minute on screen: some 170 words of speech, or 230 of action.

inline constexpr double shortestShot = 1.5;
inline constexpr double longestShot = 12.0;

/// 2.8 words a second, and a breath of 0.5 s; `pauses` are (beat) and (pause), one second each.
double speechSeconds(std::string_view text, int pauses);
/// 1.1 s to take the picture in and 0.25 s a word, within 2 to 12 s.
double actionSeconds(std::string_view text);
/// To whole tenths.
double tenths(double seconds);

} // namespace rushes::script
