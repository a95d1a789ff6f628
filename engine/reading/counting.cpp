// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/counting.h"

#include "engine/reading/text.h"

#include <algorithm>
#include <cstdint>

namespace rushes::reading {

namespace {

constexpr int crowd = 40; ///< from here on a word's number is about as many as come, and "small" or "huge" changes it

} // namespace

bool isNumeral(const std::string& word) { return !word.empty() && word.size() <= 4 && word.find_first_not_of("0123456789") == std::string::npos; }

/// A number and what it is times of: "two hundred", "5 thousand", "several dozen".
std::optional<int> Counting::numberAt(std::size_t k, std::size_t end) const {
    std::optional<int> number;
    std::size_t next = k + 1;
    if (isNumeral(m_t.w[k]) && m_t.is(k, Tag::number)) number = std::stoi(m_t.w[k]);
    else if (const auto hit = m_lexicon.counts.at(m_t.w, k)) {
        number = std::stoi(*hit.value);
        next = k + hit.length;
    }
    constexpr int most = 100000;
    for (; number && next < end; ++next) {
        const std::string& word = m_t.w[next];
        const int times = word == "dozen" ? 12 : word == "hundred" ? 100 : word == "thousand" ? 1000 : word == "million" ? most : 0;
        if (times == 0) break;
        number = int(std::min<std::int64_t>(most, std::int64_t(*number) * times));
    }
    return number;
}

/// "hundreds of people": the number is before the phrase.
std::optional<int> Counting::numberBefore(const NounPhrase& p) const {
    for (std::size_t back = std::min<std::size_t>(4, p.begin); back >= 2; --back)
        if (const auto hit = m_lexicon.counts.at(m_t.w, p.begin - back); hit && hit.length == back) return std::stoi(*hit.value);
    return std::nullopt;
}

/// "a family of five", "a jury of twelve": the number is behind the phrase, and no noun behind it.
std::optional<int> Counting::numberAfter(const NounPhrase& p) const {
    const std::size_t at = p.end + 1;
    if (m_t.word(p.end) != "of" || at >= m_t.size() || !m_t.is(at, Tag::number) || m_t.is(at + 1, Tag::noun) || m_t.is(at + 1, Tag::adjective)) return std::nullopt;
    return numberAt(at, at + 1);
}

/// "a huge crowd", "a small audience"
int Counting::sized(const NounPhrase& p, int count) const {
    for (std::size_t k = p.begin; k < p.head; ++k) {
        if (isAny(m_t.w[k], {"large", "big", "huge", "massive", "enormous", "vast", "giant", "great"})) return count * 2;
        if (isAny(m_t.w[k], {"small", "little", "tiny", "thin", "sparse"})) return std::max(5, count * 2 / 5);
    }
    return count;
}

/// The number that stands in the phrase before its head.
std::optional<int> Counting::ownNumber(const NounPhrase& p) const {
    std::optional<int> number;
    for (std::size_t k = p.begin; k <= p.head && !number; ++k)
        if (m_lexicon.counts.at(m_t.w, k)) number = numberAt(k, p.end);
    for (std::size_t k = p.begin; k < p.head; ++k)
        if (isNumeral(m_t.w[k]) && m_t.is(k, Tag::number) && !isAny(m_t.word(k + 1), {"year", "years"})) number = numberAt(k, p.end);
    return number;
}

bool Counting::isPerson(const NounPhrase& p) const {
    const NounForm* const thing = m_t.entities[p.head].thing;
    return thing && thing->entry->kind == SubjectKind::person;
}

std::optional<int> Counting::groupOf(const NounPhrase& group, const NounPhrase& members, const std::string& head) const {
    if (const auto own = ownNumber(members); own && *own > 1) return own;
    // The group's own word outranks its article: "a crowd of" is no "a".
    auto number = m_lexicon.counts.at(m_t.w, group.head);
    if (!number) number = m_lexicon.counts.at(m_t.w, group.begin);
    if (isOneOf(head, "line row column queue circle ring") && isPerson(members)) return 7;
    const int count = number ? std::stoi(*number.value) : isOneOf(head, "piece slice view shot ball") ? 1 : 12;
    return count >= 12 ? sized(group, count) : count;
}

/// Without a number: a plural is a few, people of public places are more.
int Counting::usualCount(const NounPhrase& p, bool plural, bool numbered) const {
    if (!plural) return 1;
    const bool many = isOneOf(p.lemma, "protester protestor demonstrator spectator marcher rioter commuter pedestrian passerby onlooker bystander refugee reveller worshipper "
                                       "pilgrim supporter mourner");
    if (many && !numbered) return 14;
    return isOneOf(p.lemma, "guest wedding-guest") && !numbered ? 6 : 3;
}

int Counting::countOf(const NounPhrase& p, const NounForm* thing) const {
    const auto number = ownNumber(p);
    int count = p.count.value_or(0);
    if (!count && number) count = *number;
    if (const auto after = numberAfter(p)) count = *after;
    if (const auto before = count <= 1 ? numberBefore(p) : std::nullopt) count = *before;
    const std::string& word = m_t.w[p.last];
    const bool plural = thing ? thing->plural : m_forms.nounLemma(word) != word && (word.ends_with('s') || word.ends_with("children") || word.ends_with("men"));
    if (const std::string* const group = m_lexicon.groups.exact(p.lemma); group && count <= 1) {
        const int usual = std::stoi(*group);
        return usual >= crowd ? sized(p, usual) : usual;
    }
    if (count <= 1) count = usualCount(p, plural, number.has_value());
    if (count == 1 && p.lemma == "people") return 5;
    if (!number && isOneOf(p.lemma, "scissors skis glasses sunglasses pants jeans headphones goggles binoculars trousers stairs noodles fireworks shoes boots")) return 1;
    return count;
}

} // namespace rushes::reading
