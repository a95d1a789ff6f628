// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/names.h"
#include "engine/reading/word_forms.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace rushes::reading {

enum class Tag {
    unknown, noun, adjective, determiner, number, verb, gerund, participle, auxiliary, modal, pronoun, conjunction, preposition, subordinator, adverb,
    possessive, mark
};

/// What the lexicon or the film's own names say of the words from one on; a word can be a thing and a place ("bridge").
struct Entity {
    const NounForm* thing = nullptr;
    const PlaceEntry* place = nullptr;
    const CastName* character = nullptr;
    const LocationMatch* location = nullptr;
    std::size_t length = 1;
    explicit operator bool() const { return thing || place || character; }
};

/// The words that film words and dialogue left, with what each of them is.
struct TaggedText {
    Words w;
    std::vector<Span> spans;
    std::vector<bool> capital;
    std::vector<Tag> tags;
    std::vector<Entity> entities; ///< at the first word of each
    std::deque<NounForm> people;  ///< nouns of things that stand for somebody here
    std::vector<bool> inside;     ///< part of an entity of several words, or of a character's name: always a noun

    std::size_t size() const { return w.size(); }
    const std::string& word(std::size_t i) const; ///< empty beyond the end
    bool is(std::size_t i, Tag tag) const { return i < tags.size() && tags[i] == tag; }
    Span span(std::size_t begin, std::size_t end) const { return {spans[begin].begin, spans[end - 1].end}; }
};

/// Fills tags, entities and inside. Longest noun of the lexicon first, then closed classes, then rules on the neighbours with
/// WordNet's counts as the prior; last, a clause without any verb is looked at again.
void tagWords(TaggedText& text, FormTable& forms, const NameTable& names);

/// Whether what can be had as one does something begins at `at`: breakfast, a drink, a heated argument.
bool isHad(const TaggedText& text, const Lexicon& lexicon, std::size_t at);

} // namespace rushes::reading
