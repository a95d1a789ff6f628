// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/word_forms.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::reading {

/// A verb with what hangs on it.
struct VerbPhrase {
    std::string verb;                   ///< lemma
    std::vector<std::string> particles; ///< up, down, away …, in order
    std::vector<std::string> objects;   ///< the words of the object, its head last
    std::string preposition;            ///< that follows instead of an object ("talks on the phone") …
    std::string about;                  ///< … and the noun after it
    std::string tail;                   ///< the particle behind the object ("pulls the blinds up"), or empty
    std::string meant;                  ///< the noun for which a pronoun stands as the object, or empty
    bool others = false;                ///< the object is a part of somebody else's body ("combs the girl's hair")
    bool passive = false;               ///< done to the subject by nobody who is named ("is tied to a chair")
};

/// The motion of deeds.json or motions.json that plays a verb; the longest phrase of the table wins, then doors, weapons, instruments and games,
/// then WordNet's hypernyms. Empty when nothing fits.
std::string motionOf(FormTable& forms, const VerbPhrase& phrase);

/// What shows a verb best, by deeds.json: the longest phrase first, then the class of its object, then the noun of a light verb ("gives a hug"), then
/// the verb, then WordNet's hypernyms of a verb that no table has.
struct Deed {
    std::string motion; ///< empty: deeds.json has nothing
    std::string act;
    bool byVerb = false; ///< found by the verb alone
};
Deed deedOf(FormTable& forms, const VerbPhrase& phrase);

/// By WordNet alone, leaving out some motions: the nearest verb that the tables have, of the senses that are done to something, or to nothing
/// (`object`), and of rare verbs what they are made of ("remould").
std::string motionByWordNet(const FormTable& forms, const std::string& verb, bool object, std::initializer_list<std::string_view> except = {});

bool isInstrument(const Lexicon& lexicon, std::string_view noun);

} // namespace rushes::reading
