// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/tagger.h"

#include <string_view>

namespace rushes::reading {

/// What a thing of the lexicon brings along: category, size, and a person's age, sex, outfit and tool.
void applyEntry(Subject& subject, const ThingEntry& entry);

/// Age, sex, build, hair, expression, size factor and material from the words [begin, end) before a noun. The first of each wins.
void applyAdjectives(const Lexicon& lexicon, const TaggedText& text, std::size_t begin, std::size_t end, Subject& subject);

/// The colour among the words before a noun, or empty.
std::string colourIn(const Lexicon& lexicon, const TaggedText& text, std::size_t begin, std::size_t end);

/// "A boxer stands over his fallen opponent": who is named by a likeness to somebody before is cast as they are. Others are left alone.
void takeLikeness(const ShotDescription& before, Subject& subject);

/// What a noun says of sex by itself: man, aunt, duchess, fireman; unknown for a trade.
Sex sexOfNoun(std::string_view noun);

/// Sets the class with the years.
void setAge(Subject& subject, int years);

/// Adds what is worn and, when nothing was said yet, dresses the person in it.
void putOn(Subject& subject, WornThing worn);

/// Whether this entry is put on (a coat), not carried (an umbrella) or hung up (a clothesline).
bool isWearable(const ThingEntry& entry);

/// "hooked nose", when word `i` is a part of the face and the one before it says how it is.
void addFace(Subject& subject, const Words& words, std::size_t i);

/// Hair, a beard, or how hair is worn ("bun"): behind "with" it describes somebody and is no thing.
bool isHairWord(std::string_view noun);

/// What free words say of a person ("60s, white beard, oilskins"); fills only what is open.
void describeFrom(const Lexicon& lexicon, std::string_view words, Subject& subject);

} // namespace rushes::reading
