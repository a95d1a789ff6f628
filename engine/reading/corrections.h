// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"

#include <string>
#include <string_view>
#include <vector>

namespace rushes::reading {

/// What a director can correct in a reading.
enum class CorrectionKind {
    meaning, ///< what a word that is not known means: "a semaphore" is "a signal lamp"
    who,     ///< who a name, a phrase or a pronoun is: "he" is MIRA
    place,   ///< where it is: "the yard" is "a prison yard"; without words: where the whole shot is
    action   ///< what is done: "banks" is "turn around"
};

/// One correction by hand. It holds wherever its words stand as whole words, letters in any case, so it outlives a changed prompt as long
/// as they are in it; in a prompt without them it waits.
struct Correction {
    CorrectionKind kind = CorrectionKind::meaning;
    std::string words;
    std::string is;     ///< a name of the cast or a phrase | a location or a kind of place | a verb; never empty
    int occurrence = 0; ///< 1, 2, …: only there in the prompt, counted from its start; 0: everywhere. Meanings hold everywhere
    bool operator==(const Correction&) const = default;
};

/// The corrections kept in a shot's settings: {"meanings": {"semaphore": "signal lamp"}, "who": [{"words": "he", "is": "MIRA",
/// "occurrence": 2}], "place": [{"words": "yard", "is": "prison yard"}], "action": [{"words": "banks", "is": "turn around"}]}.
/// Settings or entries that cannot be read correct nothing.
std::vector<Correction> correctionsOf(const std::string& settingsJson);

/// The settings with this correction, in place of one of the same kind, words and occurrence. All other keys stay as they are; settings
/// that cannot be read are replaced.
std::string withCorrection(const std::string& settingsJson, const Correction& correction);

/// The settings without the correction of this kind, words and occurrence; the same settings when there is none.
std::string withoutCorrection(const std::string& settingsJson, const Correction& correction);

/// Where a correction's words stand in a text, in order; all of them, whatever its occurrence says.
std::vector<Span> placesOf(std::string_view words, std::string_view text);

/// Whether a correction holds at one of the places of its words, the first being 1.
inline bool holdsAt(const Correction& correction, int occurrence) { return correction.occurrence == 0 || correction.occurrence == occurrence; }

} // namespace rushes::reading
