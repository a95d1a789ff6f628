// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/name_phrases.h"

#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {

namespace {

class NameFinder {
  public:
    NameFinder(const TaggedText& text, FormTable& forms, std::string_view prompt) : m_t(text), m_forms(forms), m_lexicon(forms.lexicon()), m_prompt(prompt) {}

    std::optional<std::size_t> begin(const NounPhrase& p, bool noThing) const {
        if (!m_t.capital[p.last] || isSeasonOrTime(p.last)) return std::nullopt;
        const Entity& entity = m_t.entities[p.head];
        const bool given = m_lexicon.names.contains(m_t.w[p.last]);
        if (isFunctionWord(p.last) || (noThing && !given)) return std::nullopt;
        if (isInCapitals(p, given)) {
            std::size_t first = p.last; // "OLD TOM"
            while (first > p.begin && m_t.capital[first - 1] && !isOneOf(m_t.w[first - 1], "a an the")) --first;
            return first;
        }
        if (p.begin == p.last) {
            const bool opensText = p.last == 0 || isAny(m_t.w[p.last - 1], {".", "!", "?", "\""});
            if (given) return p.last;
            if (entity || (opensText && !isUnheardOf(p))) return std::nullopt;
            return p.last;
        }
        std::size_t first = p.last;
        while (first > p.begin && m_t.capital[first - 1] && !isFunctionWord(first - 1)) --first;
        const bool person = entity.thing && entity.thing->entry->kind == SubjectKind::person;
        if (first == p.last) return given && !entity && isPersonWord(first, p.begin) ? std::optional(first) : std::nullopt;
        const bool firstGiven = m_lexicon.names.contains(m_t.w[first]);
        const NounForm* title = m_lexicon.nouns.exact(m_t.w[first]);
        const bool titled = isOneOf(m_t.w[first], "mr mrs ms dr sir lady lord detective captain sergeant inspector uncle aunt") ||
                            (title && title->entry->kind == SubjectKind::person);
        if (firstGiven && (!entity || person)) return first;
        return titled && !entity ? std::optional(first) : std::nullopt;
    }

  private:
    bool isSeasonOrTime(std::size_t i) const {
        return static_cast<bool>(m_lexicon.table(FilmTable::time).at(m_t.w, i)) || static_cast<bool>(m_lexicon.table(FilmTable::season).at(m_t.w, i));
    }

    bool isFunctionWord(std::size_t i) const {
        const Tag tag = m_t.tags[i];
        return tag != Tag::noun && tag != Tag::adjective && tag != Tag::unknown;
    }

    /// "Close-up of VIKTOR", "OLD TOM, 60s": capitals as scripts write names; of words that mean something else, given names alone.
    bool isInCapitals(const NounPhrase& p, bool given) const {
        const Span span = m_t.spans[p.last];
        const std::string_view written = m_prompt.substr(span.begin, span.end - span.begin);
        const bool capitals = written.size() > 2 && std::all_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!capitals) return false;
        const WordForms& forms = m_forms.of(m_t.w[p.last]);
        return given || (!forms.noun && !forms.verb && !forms.adjective && !m_lexicon.things.contains(m_t.w[p.last]));
    }

    /// "Orson opens the safe": a word at the start of a sentence that nobody knows, and a verb after it.
    bool isUnheardOf(const NounPhrase& p) const {
        const WordForms& forms = m_forms.of(m_t.w[p.last]);
        return !forms.noun && !forms.verb && !forms.adjective && (m_t.is(p.end, Tag::verb) || m_t.is(p.end, Tag::auxiliary) || m_t.is(p.end, Tag::possessive));
    }

    /// "the old Mara", "detective Mara": the word before is an adjective or a person.
    bool isPersonWord(std::size_t at, std::size_t phraseBegin) const {
        if (at <= phraseBegin) return true;
        const NounForm* noun = m_lexicon.nouns.exact(m_t.w[at - 1]);
        return m_t.tags[at - 1] != Tag::noun || (noun && noun->entry->kind == SubjectKind::person);
    }

    const TaggedText& m_t;
    FormTable& m_forms;
    const Lexicon& m_lexicon;
    std::string_view m_prompt;
};

} // namespace

std::optional<std::size_t> nameBegin(const TaggedText& text, FormTable& forms, std::string_view prompt, const NounPhrase& phrase, bool noThing) {
    return NameFinder(text, forms, prompt).begin(phrase, noThing);
}

} // namespace rushes::reading
