// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/timing.h"

#include "engine/script/words.h"

#include <algorithm>
#include <cmath>

namespace rushes::script {

double speechSeconds(std::string_view text, int pauses) { return 0.5 + wordCount(text) / 2.8 + pauses; }

double actionSeconds(std::string_view text) { return std::clamp(1.1 + 0.25 * wordCount(text), 2.0, longestShot); }

double tenths(double seconds) { return std::round(seconds * 10.0) / 10.0; }

} // namespace rushes::script
