// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/cast.h"

#include "engine/script/camera_words.h"
#include "engine/script/introductions.h"
#include "engine/script/letters.h"

#include <algorithm>
#include <array>

namespace rushes::script {

namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);
constexpr std::array<std::string_view, 7> crowds{"both",      "all",       "everyone",  "together",
                                                 "everybody", "all three", "the others"};

std::string cueKey(std::string_view cue) {
    cue = trimmed(cue);
    while (!cue.empty() && (cue.back() == ':' || cue.back() == '.' || cue.back() == ',' || cue.back() == ' '))
        cue.remove_suffix(1);
    return lowered(replacedAll(squeezed(cue), "#", ""));
}

/// "EDWARD AND WILL", "BRICK & STEEL", "MARA/JON" into parts; one part for a plain name.
std::vector<std::string> partsOfCue(std::string_view cue) {
    std::string text = replacedAll(replacedAll(cueKey(cue), " and ", "/"), " & ", "/");
    text = replacedAll(text, ", ", "/");
    std::vector<std::string> out;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find('/', begin), text.size());
        if (const std::string_view part = trimmed(std::string_view(text).substr(begin, end - begin)); !part.empty())
            out.emplace_back(part);
        begin = end + 1;
    }
    return out;
}

std::vector<std::string> loweredWords(std::string_view text) {
    std::vector<std::string> out;
    for (const Word& word : wordsOf(text))
        out.push_back(lowered(word.core));
    return out;
}

bool isCommonName(const std::vector<std::string>& words) { return !words.empty() && isPersonNoun(words.back()); }

} // namespace

bool isSpeakerName(std::string_view cueName) {
    static constexpr std::array<std::string_view, 24> never{
        "later",    "continued",     "continuous",     "the end",  "end",
        "montage",  "flashback",     "title",          "super",    "insert",
        "intercut", "back to scene", "fade in",        "fade out", "omitted",
        "more",     "credits",       "moments later",  "black",    "end of flashback",
        "titles",   "end credits",   "opening titles", "meanwhile"};
    const std::string key = cueKey(cueName);
    if (key.empty() || !hasLetter(key)) return false;
    if (trimmed(cueName).back() == ':' && (key.find(" to") != std::string::npos || key.rfind("fade", 0) == 0 ||
                                           key.rfind("title", 0) == 0 || key.rfind("super", 0) == 0))
        return false;
    return std::find(never.begin(), never.end(), key) == never.end() && !startsWithCameraWords(cueName);
}

bool isDeviceVoice(std::string_view cueName) {
    static constexpr std::array<std::string_view, 17> things{
        "voice",   "voices",    "radio",    "tv",     "television", "machine",   "loudspeaker", "intercom", "phone",
        "speaker", "recording", "computer", "tannoy", "voicemail",  "megaphone", "gps",         "narrator"};
    const std::vector<Word> words = wordsOf(cueName);
    return std::any_of(words.begin(), words.end(), [](const Word& w) { return isOneOf(w.core, things); });
}

Cast Cast::fromDocument(const Document& document) {
    Cast cast;
    cast.learnCase(document);
    cast.addCues(document);
    cast.addIntroductions(document);
    cast.addShortNames();
    for (auto& [word, aliases] : cast.m_aliases)
        std::stable_sort(aliases.begin(), aliases.end(),
                         [](const Alias& a, const Alias& b) { return a.words.size() > b.words.size(); });
    cast.learnSexes(document);
    return cast;
}

/// Capitals become small, but the first letter stays as it is written.
std::string Cast::plainDescription(const std::string& description) const {
    std::string out = plainText(description);
    if (!out.empty() && out.back() == '.') out.pop_back();
    if (!out.empty() && isLower(codePointAt(description, 0).value)) out[0] = description[0];
    return isAllCaps(wordsOf(description)[0].core) ? lowered(out.substr(0, 1)) + out.substr(1) : out;
}

std::size_t Cast::addPerson(std::string_view cue, int line) {
    for (const std::string_view article : {"A ", "AN ", "THE "})
        if (cue.substr(0, article.size()) == article && cue.size() > article.size() + 1)
            m_byCue.emplace(cueKey(cue), addPerson(cue.substr(article.size()), line));
    const std::string key = cueKey(cue);
    if (const auto known = m_byCue.find(key); known != m_byCue.end()) {
        m_scenes[known->second].insert(m_scene);
        return known->second;
    }
    const std::vector<std::string> words = loweredWords(key);
    const std::size_t index = m_people.size();
    Person person;
    person.name = capitalised(titleCased(replacedAll(squeezed(cue), "#", "")));
    while (!person.name.empty() &&
           (person.name.back() == ':' || person.name.back() == ',' || person.name.back() == ' '))
        person.name.pop_back();
    person.firstLine = line;
    person.common = isCommonName(words);
    for (const std::string& word : words)
        if (person.sex == Sex::unknown) person.sex = sexOfNoun(word);
    m_people.push_back(person);
    m_byCue.emplace(key, index);
    m_scenes[index].insert(m_scene);
    addAlias(words, index, person.common);
    return index;
}

void Cast::addAlias(const std::vector<std::string>& words, std::size_t person, bool anyCase) {
    if (words.empty()) return;
    std::vector<Alias>& list = m_aliases[words[0]];
    const bool known = std::any_of(list.begin(), list.end(), [&](const Alias& a) { return a.words == words; });
    if (!known) list.push_back({words, person, anyCase});
}

void Cast::addCues(const Document& document) {
    std::vector<const Element*> joint;
    m_scene = 0;
    for (const Element& element : document.elements) {
        if (element.type == ElementType::sceneHeading) m_scene = element.firstLine;
        if (element.type != ElementType::character || !isSpeakerName(element.text)) continue;
        const std::vector<std::string> parts = partsOfCue(element.text);
        if (parts.size() > 1) {
            joint.push_back(&element);
        } else if (!isOneOf(cueKey(element.text), crowds)) {
            addPerson(element.text, element.firstLine);
        }
    }
    for (const Element* element : joint) { // several at once, when at least one of them speaks alone somewhere
        const std::vector<std::string> parts = partsOfCue(element->text);
        const bool known =
            std::any_of(parts.begin(), parts.end(), [&](const std::string& part) { return m_byCue.contains(part); });
        for (const std::string& part : parts)
            if (known || !isCommonName(loweredWords(part))) {
                std::string upper = part;
                std::transform(upper.begin(), upper.end(), upper.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
                addPerson(upper, element->firstLine);
            }
    }
}

std::vector<std::size_t> Cast::ofCue(std::string_view cueName) const {
    if (const auto one = m_byCue.find(cueKey(cueName)); one != m_byCue.end()) return {one->second};
    std::vector<std::size_t> out;
    for (const std::string& part : partsOfCue(cueName))
        if (const auto one = m_byCue.find(part); one != m_byCue.end()) out.push_back(one->second);
    return out;
}

void Cast::addIntroductions(const Document& document) {
    m_scene = 0;
    for (const Element& element : document.elements) {
        if (element.type == ElementType::sceneHeading) m_scene = element.firstLine;
        if (element.type != ElementType::action || isAllCaps(element.text)) continue;
        for (const std::string& sentence : sentencesOf(element.text))
            addIntroduction(sentence, element.firstLine);
    }
}

/// Runs of words in capitals inside a sentence that has small letters too.
void Cast::addIntroduction(const std::string& sentence, int line) {
    if (isAllCaps(sentence)) return;
    const std::vector<Word> words = wordsOf(sentence);
    for (std::size_t i = 0; i < words.size();) {
        if (!isAllCaps(words[i].core) || words[i].core.size() < 2) {
            ++i;
            continue;
        }
        std::size_t last = i;
        while (last + 1 < words.size() && !words[last].possessive && isAllCaps(words[last + 1].core) &&
               sentence.find_first_not_of(" .", words[last].end) == words[last + 1].begin)
            ++last;
        if (last - i < 5)
            addNamed(std::string_view(sentence).substr(words[i].begin, words[last].coreEnd() - words[i].begin),
                     sentence, words[i].begin, words[last].coreEnd(), line);
        i = last + 1;
    }
}

/// The person whose cue is the whole run, its end or its start ("BRICK BRADDOCK", "EXTREMELY HANDSOME MAN").
std::size_t Cast::personOfCueWords(const std::vector<std::string>& run) const {
    std::size_t best = nobody, bestLength = 0;
    for (std::size_t from = 0; from < run.size(); ++from) {
        const auto list = m_aliases.find(run[from]);
        if (list == m_aliases.end()) continue;
        for (const Alias& alias : list->second) {
            const bool fits =
                from + alias.words.size() <= run.size() &&
                std::equal(alias.words.begin(), alias.words.end(), run.begin() + static_cast<std::ptrdiff_t>(from));
            const bool atEdge = from == 0 || from + alias.words.size() == run.size();
            if (fits && atEdge && alias.words.size() > bestLength) {
                best = alias.person;
                bestLength = alias.words.size();
            }
        }
    }
    return best;
}

void Cast::addNamed(std::string_view run, std::string_view sentence, std::size_t begin, std::size_t end, int line) {
    const std::vector<std::string> words = loweredWords(run);
    if (words.empty()) return;
    const std::string description = descriptionAround(sentence, begin, end);
    const bool behind = !description.empty();
    std::size_t person = personOfCueWords(words);
    if (person == nobody) {
        const bool someone = isPersonNoun(words.back()) || (behind && describesPerson(description));
        if (!someone || isOneOf(words[0], crowds)) return;
        person = addPerson(run, line);
    } else {
        if (!m_people[person].common) addAlias(words, person, false);
    }
    m_scenes[person].insert(m_scene);
    m_people[person].firstLine = std::min(m_people[person].firstLine, line);
    for (const std::string& word : words)
        if (m_people[person].sex == Sex::unknown) m_people[person].sex = sexOfNoun(word);
    if (m_people[person].description.empty()) {
        m_people[person].description = description.empty() ? "" : plainDescription(description);
        for (const Word& word : wordsOf(description))
            if (m_people[person].sex == Sex::unknown && !word.possessive) m_people[person].sex = sexOfNoun(word.core);
    }
}

/// "DR. SARAH BENNETT" may be "Sarah" or "Bennett" in the text, when no one else is.
void Cast::addShortNames() {
    static constexpr std::array<std::string_view, 14> titles{"mr",     "mrs",   "ms",     "dr",     "miss",
                                                             "young",  "old",   "little", "big",    "first",
                                                             "second", "third", "older",  "younger"};
    std::map<std::string, std::set<std::size_t>> owners;
    for (const auto& [first, aliases] : m_aliases) {
        for (const Alias& alias : aliases) {
            if (alias.anyCase) continue;
            for (const std::string& word : alias.words)
                if (word.size() > 2 && !isOneOf(word, titles) && !isPersonNoun(word) && !isDigit(word[0]) &&
                    !m_small.contains(word))
                    owners[word].insert(alias.person);
        }
    }
    for (const auto& [word, people] : owners)
        if (people.size() == 1) addAlias({word}, *people.begin(), false);
}

void Cast::learnCase(const Document& document) {
    for (const Element& element : document.elements) {
        const bool prose = element.type == ElementType::action || element.type == ElementType::dialogue;
        if (!prose) continue;
        for (const std::string& sentence : sentencesOf(element.text)) {
            const std::vector<Word> words = wordsOf(sentence);
            for (std::size_t i = 0; i < words.size(); ++i) {
                const std::string_view core = words[i].core;
                if (isLower(codePointAt(core, 0).value)) {
                    m_small.insert(std::string(core));
                } else if (i > 0 && !isAllCaps(core) && isUpper(codePointAt(core, 0).value)) {
                    m_capital.insert(lowered(core));
                }
            }
        }
    }
}

/// He or she, by what the sentences around a lone name say.
void Cast::learnSexes(const Document& document) {
    static constexpr std::array<std::string_view, 4> male{"he", "his", "him", "himself"},
        female{"she", "her", "hers", "herself"};
    std::vector<int> votes(m_people.size(), 0);
    std::size_t lone = nobody;
    for (const Element& element : document.elements) {
        if (element.type == ElementType::sceneHeading) lone = nobody;
        if (element.type != ElementType::action) continue;
        for (const std::string& sentence : sentencesOf(element.text)) {
            std::set<std::size_t> named;
            for (const Mention& mention : mentionsIn(sentence))
                named.insert(mention.person);
            if (named.size() > 1) lone = nobody;
            if (named.size() == 1) lone = *named.begin();
            if (lone == nobody) continue;
            int he = 0, she = 0;
            for (const Word& word : wordsOf(sentence)) {
                he += isOneOf(word.core, male) ? 1 : 0;
                she += isOneOf(word.core, female) ? 1 : 0;
            }
            if ((he == 0) != (she == 0)) votes[lone] += he > 0 ? 1 : -1;
        }
    }
    for (std::size_t i = 0; i < votes.size(); ++i)
        if (m_people[i].sex == Sex::unknown && votes[i] != 0) m_people[i].sex = votes[i] > 0 ? Sex::male : Sex::female;
}

} // namespace rushes::script
