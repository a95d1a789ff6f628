// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/phrase_table.h"
#include "engine/reading/shot_description.h"

#include <string>
#include <vector>

namespace rushes::ui {

/// Where the words of the camera and of time, weather and light stand in a prompt: the reader says what they mean, this says where
/// they are, from the same lexicon. Immutable after `load`.
class FilmPhrases {
public:
    /// Reads assets/lexicon; files that are missing are left out.
    static FilmPhrases load();

    struct Places {
        std::vector<reading::Span> camera, conditions;
    };
    /// Only kinds of words that the reader found (`shot`) count.
    Places find(const std::string& prompt, const reading::ShotDescription& shot) const;

private:
    enum class Kind { size, angle, height, view, lens, focus, composition, time, weather, season, light, sensor };
    static bool said(Kind kind, const reading::ShotDescription& shot);

    reading::PhraseTable<Kind> m_phrases;
};

} // namespace rushes::ui
