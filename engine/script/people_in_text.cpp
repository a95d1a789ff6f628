// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/people_in_text.h"

#include "engine/script/letters.h"
#include "engine/script/shot_sizes.h"

#include <algorithm>
#include <array>

namespace rushes::script {

namespace {

void moveToFront(std::vector<std::size_t>& list, std::size_t item) {
    list.erase(std::remove(list.begin(), list.end(), item), list.end());
    list.insert(list.begin(), item);
    if (list.size() > 32) list.pop_back(); // no sentence means someone from that long ago
}

/// What stands behind "Edward's" when it means "Edward is": "Edward's having a blast", "Edward's exhausted".
bool isShortIs(std::string_view next) {
    static constexpr std::array<std::string_view, 14> words{"a",    "the",   "not", "gone", "been", "just", "back",
                                                            "only", "still", "now", "so",   "too",  "in",   "at"};
    const auto ends = [&](std::string_view tail) {
        return next.size() > tail.size() + 2 && next.substr(next.size() - tail.size()) == tail;
    };
    return isOneOf(next, words) || ends("ing") || ends("ed");
}

bool holds(const std::vector<std::size_t>& list, std::size_t item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

} // namespace

std::size_t PeopleInText::recentOf(Sex sex) const {
    std::size_t unknown = none;
    for (const std::size_t person : m_recent) {
        const Sex known = m_cast.people()[person].sex;
        if (known == sex || (known == Sex::unknown && person == m_recent.front())) return person;
        if (known == Sex::unknown && unknown == none) unknown = person;
    }
    return unknown;
}

/// "They", "The men", "The two of them": the bytes it takes at the start of the text, 0 when it speaks of someone else.
static std::size_t pairWords(const std::string& text) {
    static constexpr std::array<std::string_view, 9> phrases{"they ",        "the men ",       "the women ",
                                                             "the two men ", "the two women ", "the two of them ",
                                                             "the couple ",  "both ",          "both men "};
    std::size_t best = 0;
    for (const std::string_view phrase : phrases)
        if (startsWithNoCase(text, phrase)) best = std::max(best, phrase.size() - 1);
    return best;
}

std::string PeopleInText::resolve(const std::string& text) const {
    if (const std::size_t pair = pairWords(text); pair > 0) {
        if (m_pair.size() != 2) return text;
        return capitalised(m_cast.inSentence(m_pair[0]) + " and " + m_cast.inSentence(m_pair[1])) + text.substr(pair);
    }
    const std::vector<Cast::Mention> mentions = m_cast.mentionsIn(text, m_scene);
    const std::size_t firstName = mentions.empty() ? text.size() : mentions.front().begin;
    const std::vector<Word> words = wordsOf(text);
    for (std::size_t i = 0; i < words.size() && words[i].begin < firstName && i < 8; ++i) {
        const std::string low = lowered(words[i].core);
        const bool subject = low == "he" || low == "she", owner = (low == "his" || low == "her") &&
                                                                  i + 1 < words.size() &&
                                                                  (i == 0 || isBodyPart(words[i + 1].core));
        std::string name;
        if (subject || owner) {
            const std::size_t person = recentOf(low == "he" || low == "his" ? Sex::male : Sex::female);
            if (person == none) return text;
            name = m_cast.inSentence(person) + (owner ? "'s" : "");
        } else {
            continue;
        }
        if (words[i].end > words[i].coreEnd())
            name += text.substr(words[i].coreEnd(), words[i].end - words[i].coreEnd());
        if (words[i].begin == 0) name = capitalised(name);
        return text.substr(0, words[i].begin) + name + text.substr(words[i].end);
    }
    return text;
}

std::string PeopleInText::resolveAfter(const std::string& before, const std::string& text) const {
    return m_cast.mentionsIn(before, m_scene).empty() || (pairWords(text) > 0 && seenIn(before).size() < 2)
               ? resolve(text)
               : text;
}

std::string PeopleInText::resolveOther(const std::string& text) const {
    static constexpr std::array<std::string_view, 14> afterObject{"to", "with", "in", "at",  "by",  "from", "on",
                                                                  "up", "a",    "an", "the", "and", "away", "into"};
    const std::vector<Cast::Mention> mentions = m_cast.mentionsIn(text, m_scene);
    if (mentions.empty()) return text;
    const Sex subject = m_cast.people()[mentions.front().person].sex;
    if (subject == Sex::unknown) return text;
    const Sex other = subject == Sex::male ? Sex::female : Sex::male;
    for (const Cast::Mention& mention : mentions)
        if (m_cast.people()[mention.person].sex != subject) return text;
    std::size_t who = none;
    for (const std::size_t person : m_recent)
        if (m_cast.people()[person].sex == other && who == none) who = person;
    const std::vector<Word> words = wordsOf(text);
    for (std::size_t i = 0; i < words.size() && who != none; ++i) {
        if (words[i].begin < mentions.front().end) continue;
        const std::string_view core = words[i].core;
        const bool object = core == "him" || core == "her", owner = core == "his" || core == "her";
        if ((!object && !owner) || (core == "her") != (other == Sex::female)) continue;
        const bool last = i + 1 == words.size() || text.find_first_of(",.;!?", words[i].end) < words[i + 1].begin;
        const bool possessive = owner && !(core == "her" && (last || isOneOf(words[i + 1].core, afterObject)));
        return text.substr(0, words[i].begin) + m_cast.inSentence(who) + (possessive ? "'s" : "") +
               text.substr(words[i].end);
    }
    return text;
}

std::vector<std::size_t> PeopleInText::seenIn(const std::string& text) const {
    std::vector<std::size_t> out;
    for (const Cast::Mention& mention : m_cast.mentionsIn(text, m_scene)) {
        if (mention.possessive) {
            const std::vector<Word> behind =
                wordsOf(std::string_view(text).substr(mention.end + 2 <= text.size() ? mention.end + 2 : text.size()));
            if (behind.empty() || (!isBodyPart(behind[0].core) && !isShortIs(behind[0].core))) continue;
        }
        if (!holds(out, mention.person)) out.push_back(mention.person);
    }
    return out;
}

void PeopleInText::touch(std::size_t person) { moveToFront(m_recent, person); }

void PeopleInText::remember(const std::string& text) {
    const std::vector<Cast::Mention> mentions = m_cast.mentionsIn(text, m_scene);
    for (auto mention = mentions.rbegin(); mention != mentions.rend(); ++mention)
        touch(mention->person);
    std::vector<std::size_t> distinct;
    for (const Cast::Mention& mention : mentions)
        if (!holds(distinct, mention.person)) distinct.push_back(mention.person);
    if (distinct.size() == 2) m_pair = distinct;
    if (distinct.size() > 2) m_pair.clear();
}

void PeopleInText::see(const std::vector<std::size_t>& people) {
    for (auto person = people.rbegin(); person != people.rend(); ++person)
        touch(*person);
}

void PeopleInText::speaks(const std::vector<std::size_t>& people) {
    for (const std::size_t person : people) {
        if (!m_speakers.empty() && m_speakers.front() != person) m_pair = {m_speakers.front(), person};
        moveToFront(m_speakers, person);
        touch(person);
    }
}

std::size_t PeopleInText::lastSpeakerExcept(const std::vector<std::size_t>& people) const {
    for (const std::size_t person : m_speakers)
        if (!holds(people, person)) return person;
    return none;
}

std::size_t PeopleInText::lastSeenExcept(const std::vector<std::size_t>& people) const {
    for (const std::size_t person : m_recent)
        if (!holds(people, person)) return person;
    return none;
}

} // namespace rushes::script
