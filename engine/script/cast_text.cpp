// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/cast.h"
#include "engine/script/introductions.h"
#include "engine/script/letters.h"

#include <algorithm>
#include <array>

namespace rushes::script {

namespace {

bool isCapitalised(std::string_view word) {
    return !word.empty() && (isUpper(codePointAt(word, 0).value) || isDigit(word[0]));
}

/// "the conductor", "a tired old conductor", but not "his father" and not "the son of a farmer".
bool isMeant(const std::vector<Word>& words, std::size_t at, std::size_t count) {
    static constexpr std::array<std::string_view, 7> determiners{"the", "a", "an", "this", "that", "another", "one"};
    static constexpr std::array<std::string_view, 6> owners{"his", "her", "their", "my", "your", "our"};
    if (at + count < words.size() && equalsNoCase(words[at + count].core, "of")) return false;
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
        const Word& word = words[at - back];
        if (word.possessive || isOneOf(word.core, owners)) return false;
        if (isOneOf(word.core, determiners)) return true;
    }
    return at == 0 && isUpper(codePointAt(words[0].core, 0).value);
}

} // namespace

bool Cast::isIn(std::size_t person, int scene) const {
    static constexpr std::array<std::string_view, 28> general{
        "man",    "woman",    "boy",    "girl",   "guy",  "lady",   "gentleman", "kid",     "child",   "baby",
        "person", "father",   "mother", "dad",    "mom",  "son",    "daughter",  "wife",    "husband", "brother",
        "sister", "stranger", "figure", "friend", "date", "doctor", "teen",      "teenager"};
    const std::vector<Word> words = wordsOf(m_people[person].name);
    if (words.empty() || !isOneOf(words.back().core, general)) return true;
    const auto scenes = m_scenes.find(person);
    return scene == anyScene || scenes == m_scenes.end() || scenes->second.contains(scene);
}

std::vector<Cast::Mention> Cast::mentionsIn(std::string_view sentence, int scene) const {
    std::vector<Mention> out;
    const std::vector<Word> words = wordsOf(sentence);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto list = m_aliases.find(lowered(words[i].core));
        if (list == m_aliases.end()) continue;
        for (const Alias& alias : list->second) {
            const std::size_t count = alias.words.size();
            bool fits = i + count <= words.size();
            for (std::size_t k = 0; fits && k < count; ++k)
                fits = lowered(words[i + k].core) == alias.words[k] &&
                       (alias.anyCase || isCapitalised(words[i + k].core)) &&
                       (k + 1 == count || !words[i + k].possessive);
            if (fits && alias.anyCase && !isIn(alias.person, scene)) continue;
            if (fits && alias.anyCase &&
                !isAllCaps(std::string_view(sentence).substr(words[i].begin,
                                                             words[i + count - 1].coreEnd() - words[i].begin)) &&
                !isMeant(words, i, count))
                fits = false;
            // A name that is also a word ("Will") does not count before a pronoun: "Will he come?"
            const bool asked =
                fits && count == 1 && i == 0 && words.size() > 1 && !isAllCaps(words[0].core) &&
                m_small.contains(alias.words[0]) &&
                isOneOf(words[1].core, std::array<std::string_view, 6>{"he", "she", "it", "they", "you", "the"});
            if (!fits || asked) continue;
            const Word& last = words[i + count - 1];
            out.push_back({alias.person, words[i].begin, last.coreEnd(), last.possessive});
            i += count - 1;
            break;
        }
    }
    return out;
}

std::string Cast::inSentence(std::size_t person) const {
    const Person& who = m_people[person];
    const bool numbered = !who.name.empty() && isDigit(who.name.back());
    return who.common && !numbered && who.name.find(' ') == std::string::npos ? "the " + who.name : who.name;
}

std::string Cast::withoutIntroductions(std::string_view sentence) const {
    std::string out(sentence);
    const std::vector<Mention> mentions = mentionsIn(sentence);
    for (auto mention = mentions.rbegin(); mention != mentions.rend(); ++mention) {
        if (mention->possessive || !isAllCaps(sentence.substr(mention->begin, mention->end - mention->begin))) continue;
        const Introduction said = introductionBehind(sentence, mention->end);
        const bool known = !said.description.empty() && describesPerson(said.description) &&
                           m_people[mention->person].description == plainDescription(said.description);
        if (known) out.erase(mention->end, said.end - mention->end);
    }
    return out;
}

std::string Cast::placeWord(std::string_view word) const {
    const std::string low = lowered(word);
    const bool named = m_capital.contains(low) && !m_small.contains(low);
    const auto alias = m_aliases.find(low);
    const bool ofCast = alias != m_aliases.end() && std::any_of(alias->second.begin(), alias->second.end(),
                                                                [](const Alias& a) { return !a.anyCase; });
    const bool possessive = word.size() > 2 && word.substr(word.size() - 2) == "'s";
    if (possessive) return std::string(placeWord(word.substr(0, word.size() - 2))) + "'s";
    return named || ofCast || isAcronym(word) || isDigit(word[0]) ? std::string(word) : low;
}

namespace {

/// Dashes become commas, an ellipsis inside a sentence too; one at its start goes.
std::string withPlainPunctuation(std::string_view sentence) {
    std::string text = replacedAll(replacedAll(std::string(sentence), "\u2014", ", "), " -- ", ", ");
    text = replacedAll(replacedAll(text, "--", ", "), "(?)", "");
    text = replacedAll(replacedAll(text, "\u2026", "..."), "\n", " ");
    while (startsWithNoCase(text, "..."))
        text = std::string(trimmed(std::string_view(text).substr(3)));
    return replacedAll(replacedAll(text, "....", "."), "... ", ", ");
}

std::string withFullStop(std::string text) {
    text = squeezed(replacedAll(replacedAll(replacedAll(text, "...", "."), " ,", ","), ",.", "."));
    while (!text.empty() && std::string_view(",:; ").find(text.back()) != std::string_view::npos)
        text.pop_back();
    const std::string_view tail = std::string_view(text).substr(text.size() > 3 ? text.size() - 3 : 0);
    const bool wideStop = tail == "\u3002" || tail == "\uFF01" || tail == "\uFF1F" || tail == "\u201D";
    if (!text.empty() && text.find_last_of(".!?\"") != text.size() - 1 && !wideStop) text += '.';
    return text;
}

} // namespace

std::string Cast::plainText(std::string_view sentence, int scene) const {
    const std::string text = withPlainPunctuation(sentence);
    const bool shouted = isAllCaps(text);
    const std::vector<Mention> mentions = mentionsIn(text, scene);
    std::string out;
    std::size_t at = 0, next = 0;
    for (const Word& word : wordsOf(text)) {
        if (word.begin < at) continue;
        out.append(text, at, word.begin - at);
        while (next < mentions.size() && mentions[next].begin < word.begin)
            ++next;
        if (next < mentions.size() && mentions[next].begin == word.begin) {
            out += m_people[mentions[next].person].name;
            at = mentions[next].end;
            const bool shoutedOwner = mentions[next].possessive && std::string_view(text).substr(at, 2) == "'S";
            if (shoutedOwner) {
                out += "'s";
                at += 2;
            }
            continue;
        }
        at = word.end;
        const std::string_view whole = std::string_view(text).substr(word.begin, word.end - word.begin);
        const bool initial = word.core.size() == 1 && word.end < text.size() && text[word.end] == '.'; // "S. Place"
        out += initial ? std::string(whole) : plainWord(word, whole, shouted);
    }
    out.append(text, at, std::string::npos);
    return capitalised(withFullStop(std::move(out)));
}

/// A word in capitals in small letters, or as a name when the script writes it so elsewhere.
std::string Cast::plainWord(const Word& word, std::string_view whole, bool shouted) const {
    if (!isAllCaps(word.core) || isAcronym(word.core) || word.core.find('.') != std::string_view::npos)
        return std::string(whole);
    const std::string low = lowered(word.core);
    return !shouted && m_capital.contains(low) && !m_small.contains(low) ? titleCased(whole) : lowered(whole);
}

} // namespace rushes::script
