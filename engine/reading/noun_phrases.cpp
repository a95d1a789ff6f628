// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/noun_phrases.h"

namespace rushes::reading {

namespace {

bool opens(Tag tag) { return tag == Tag::noun || tag == Tag::adjective || tag == Tag::determiner || tag == Tag::number; }

/// "a big, black dog": the comma belongs to the phrase.
bool joinsAdjectives(const TaggedText& t, std::size_t i, std::size_t begin) {
    return t.w[i] == "," && i > begin && t.is(i - 1, Tag::adjective) && t.is(i + 1, Tag::adjective);
}

/// The last noun of the phrase that begins here, if there is one.
std::optional<std::size_t> lastNoun(const TaggedText& t, std::size_t begin) {
    std::optional<std::size_t> last;
    for (std::size_t i = begin; i < t.size(); ++i) {
        const Tag tag = t.tags[i];
        if (!opens(tag) && !(tag == Tag::possessive && i + 1 < t.size()) && !joinsAdjectives(t, i, begin)) break;
        if (tag == Tag::determiner && i > begin && last) break;
        if (tag == Tag::number && last) break;
        if (last && (t.w[i] == "left" || t.w[i] == "right") && t.word(i + 1) == "of") break; // "a cat left of a cow"
        if (tag == Tag::noun) last = i;
        if (tag == Tag::adjective && last && !t.is(i + 1, Tag::noun)) break;
    }
    return last;
}

} // namespace

NounPhrase* NounPhrases::beginningAt(std::size_t i) {
    NounPhrase* const phrase = around(i);
    return phrase && phrase->begin == i ? phrase : nullptr;
}

NounPhrase* NounPhrases::after(const NounPhrase& phrase) {
    const auto index = static_cast<std::size_t>(&phrase - list.data()) + 1;
    return index < list.size() ? &list[index] : nullptr;
}

NounPhrases findNounPhrases(const TaggedText& t) {
    NounPhrases found;
    found.at.assign(t.size(), nobody);
    for (std::size_t i = 0; i < t.size();) {
        if (!opens(t.tags[i])) {
            ++i;
            continue;
        }
        const std::optional<std::size_t> last = lastNoun(t, i);
        if (!last) {
            while (i < t.size() && opens(t.tags[i])) ++i;
            continue;
        }
        NounPhrase phrase;
        phrase.begin = i;
        phrase.last = *last;
        phrase.end = *last + 1;
        phrase.head = *last;
        for (std::size_t k = i; k <= *last; ++k) {
            if (!t.entities[k] || k + t.entities[k].length != phrase.end) continue;
            phrase.head = k;
            break;
        }
        for (std::size_t k = phrase.begin; k < phrase.end; ++k) found.at[k] = static_cast<int>(found.list.size());
        i = phrase.end;
        found.list.push_back(std::move(phrase));
    }
    return found;
}

} // namespace rushes::reading
