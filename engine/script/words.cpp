// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/words.h"

#include "engine/script/letters.h"

#include <algorithm>
#include <array>

namespace rushes::script {

namespace {

using namespace std::string_view_literals;

constexpr std::array maleNouns{
    "man"sv,      "boy"sv,     "guy"sv,     "gentleman"sv,   "father"sv,      "dad"sv,     "daddy"sv,
    "son"sv,      "brother"sv, "husband"sv, "grandfather"sv, "grandpa"sv,     "uncle"sv,   "king"sv,
    "prince"sv,   "waiter"sv,  "barman"sv,  "actor"sv,       "policeman"sv,   "fireman"sv, "fisherman"sv,
    "ferryman"sv, "postman"sv, "mailman"sv, "salesman"sv,    "businessman"sv, "doorman"sv, "watchman"sv,
    "boatman"sv,  "priest"sv,  "monk"sv,    "groom"sv,       "mr"sv,          "sir"sv,     "lord"sv,
    "duke"sv,     "nephew"sv,  "lad"sv,
};
constexpr std::array femaleNouns{
    "woman"sv,       "girl"sv,          "lady"sv,       "mother"sv,   "mom"sv,         "mum"sv,
    "mommy"sv,       "daughter"sv,      "sister"sv,     "wife"sv,     "grandmother"sv, "grandma"sv,
    "aunt"sv,        "queen"sv,         "princess"sv,   "waitress"sv, "barmaid"sv,     "actress"sv,
    "policewoman"sv, "stewardess"sv,    "nun"sv,        "witch"sv,    "bride"sv,       "mrs"sv,
    "ms"sv,          "miss"sv,          "madam"sv,      "duchess"sv,  "niece"sv,       "hostess"sv,
    "saleswoman"sv,  "businesswoman"sv, "girlfriend"sv,
};
constexpr std::array otherNouns{
    "person"sv,       "child"sv,        "kid"sv,      "baby"sv,       "infant"sv,     "toddler"sv,   "teenager"sv,
    "teen"sv,         "stranger"sv,     "figure"sv,   "passerby"sv,   "neighbor"sv,   "neighbour"sv, "friend"sv,
    "doctor"sv,       "surgeon"sv,      "nurse"sv,    "paramedic"sv,  "patient"sv,    "teacher"sv,   "professor"sv,
    "student"sv,      "cop"sv,          "officer"sv,  "sheriff"sv,    "guard"sv,      "detective"sv, "inspector"sv,
    "agent"sv,        "spy"sv,          "soldier"sv,  "sergeant"sv,   "captain"sv,    "colonel"sv,   "general"sv,
    "lieutenant"sv,   "pilot"sv,        "chef"sv,     "cook"sv,       "baker"sv,      "bartender"sv, "barista"sv,
    "butcher"sv,      "farmer"sv,       "sailor"sv,   "skipper"sv,    "deckhand"sv,   "pirate"sv,    "worker"sv,
    "driver"sv,       "mechanic"sv,     "engineer"sv, "technician"sv, "programmer"sv, "painter"sv,   "artist"sv,
    "photographer"sv, "director"sv,     "musician"sv, "singer"sv,     "dancer"sv,     "conductor"sv, "reporter"sv,
    "journalist"sv,   "announcer"sv,    "narrator"sv, "host"sv,       "manager"sv,    "boss"sv,      "clerk"sv,
    "secretary"sv,    "receptionist"sv, "lawyer"sv,   "attorney"sv,   "judge"sv,      "mayor"sv,     "president"sv,
    "minister"sv,     "pastor"sv,       "bishop"sv,   "author"sv,     "writer"sv,     "customer"sv,  "passenger"sv,
    "thief"sv,        "robber"sv,       "burglar"sv,  "killer"sv,     "henchman"sv,   "minion"sv,    "prisoner"sv,
    "beggar"sv,       "tourist"sv,      "hero"sv,     "villain"sv,    "giant"sv,      "ghost"sv,     "vampire"sv,
    "zombie"sv,       "alien"sv,        "robot"sv,    "clown"sv,      "knight"sv,     "wizard"sv,    "magician"sv,
    "ringmaster"sv,   "dealer"sv,       "butler"sv,   "maid"sv,       "servant"sv,    "janitor"sv,   "cleaner"sv,
    "gardener"sv,     "hunter"sv,       "commuter"sv, "owner"sv,      "coach"sv,      "player"sv,    "boxer"sv,
    "runner"sv,       "date"sv,         "twin"sv,     "cousin"sv,     "parent"sv,     "orphan"sv,    "widow"sv,
    "operator"sv,     "cashier"sv,      "caller"sv,   "assistant"sv,
};
constexpr std::array acronyms{"TV"sv,   "IBM"sv,  "FBI"sv, "CIA"sv, "USA"sv, "UFO"sv, "DVD"sv,  "CD"sv,   "ID"sv,
                              "NYPD"sv, "LAPD"sv, "VW"sv,  "BBC"sv, "CNN"sv, "SUV"sv, "ATM"sv,  "RV"sv,   "PC"sv,
                              "IV"sv,   "ER"sv,   "VCR"sv, "GPS"sv, "USB"sv, "CEO"sv, "CCTV"sv, "NASA"sv, "SWAT"sv,
                              "LED"sv,  "I"sv,    "AM"sv,  "PM"sv,  "BMW"sv, "MRI"sv, "UN"sv,   "NYC"sv,  "DC"sv,
                              "U.S"sv,  "EMT"sv,  "II"sv,  "III"sv, "FM"sv};
constexpr std::array abbreviations{"mr"sv, "mrs"sv,  "ms"sv,  "dr"sv,  "st"sv,  "prof"sv, "sgt"sv,
                                   "lt"sv, "capt"sv, "col"sv, "gen"sv, "rev"sv, "jr"sv,   "sr"sv,
                                   "vs"sv, "etc"sv,  "no"sv,  "mt"sv,  "ft"sv};

bool isWordStart(char32_t c) { return isLetter(c) || (c >= '0' && c <= '9'); }

bool isCloser(std::string_view text, std::size_t at, std::size_t& bytes) {
    const CodePoint c = codePointAt(text, at);
    bytes = c.bytes;
    return c.value == '"' || c.value == '\'' || c.value == ')' || c.value == ']' || c.value == 0x201D ||
           c.value == 0x2019;
}

/// The byte after what is no blank any more.
std::size_t skipBlanks(std::string_view text, std::size_t at) {
    while (at < text.size() && (isBlankChar(text[at]) || text[at] == '\n'))
        ++at;
    return at;
}

bool endsWithAbbreviation(std::string_view text, std::size_t dot) {
    std::size_t begin = dot;
    while (begin > 0 && !isBlankChar(text[begin - 1]) && text[begin - 1] != '\n' && text[begin - 1] != '(' &&
           text[begin - 1] != '"')
        --begin;
    const std::string_view word = text.substr(begin, dot - begin);
    if (word.empty()) return false;
    if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z' && word != "I") return true;
    if (word.find('.') != std::string_view::npos && isAllCaps(word)) return true;
    return std::any_of(abbreviations.begin(), abbreviations.end(),
                       [&](std::string_view a) { return equalsNoCase(a, word); });
}

} // namespace

std::vector<Word> wordsOf(std::string_view text) {
    std::vector<Word> out;
    for (std::size_t i = 0; i < text.size();) {
        CodePoint c = codePointAt(text, i);
        if (!isWordStart(c.value)) {
            i += c.bytes;
            continue;
        }
        const std::size_t begin = i;
        std::size_t end = i;
        while (i < text.size()) {
            c = codePointAt(text, i);
            const bool joins = c.value == '\'' || c.value == 0x2019 || c.value == '-' || c.value == '.';
            if (!isWordStart(c.value) &&
                !(joins && i + c.bytes < text.size() && isWordStart(codePointAt(text, i + c.bytes).value) &&
                  (c.value != '.' || i - begin <= 1 || isDigit(text[i - 1]))))
                break;
            i += c.bytes;
            end = i;
        }
        Word word{begin, end, text.substr(begin, end - begin), false};
        for (const std::string_view tail : {"'s"sv, "'S"sv, "\u2019s"sv, "\u2019S"sv}) {
            if (word.core.size() > tail.size() && word.core.substr(word.core.size() - tail.size()) == tail) {
                word.core.remove_suffix(tail.size());
                word.possessive = true;
                break;
            }
        }
        out.push_back(word);
    }
    return out;
}

double wordCount(std::string_view text) {
    std::size_t words = 0, dense = 0;
    bool inWord = false;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        i += c.bytes;
        if (c.value >= 0x2E80 && isLetter(c.value)) {
            ++dense;
            inWord = false;
        } else if (isWordStart(c.value)) {
            words += inWord ? 0 : 1;
            inWord = true;
        } else if (c.value == ' ' || c.value == '\n' || c.value == '\t') {
            inWord = false;
        }
    }
    return double(words) + double(dense) / 3.0;
}

std::vector<std::string> sentencesOf(std::string_view text) {
    std::vector<std::string> out;
    std::size_t begin = skipBlanks(text, 0);
    const auto close = [&](std::size_t end) {
        const std::string sentence = squeezed(text.substr(begin, end - begin));
        if (!sentence.empty()) out.push_back(sentence);
        begin = skipBlanks(text, end);
    };
    for (std::size_t i = begin; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        const std::size_t at = i;
        i += c.bytes;
        const bool wide = c.value == 0x3002 || c.value == 0xFF01 || c.value == 0xFF1F; // 。！？
        if (c.value != '.' && c.value != '!' && c.value != '?' && c.value != 0x2026 && !wide) continue;
        std::size_t bytes = 0;
        while (i < text.size() && (text[i] == '.' || text[i] == '!' || text[i] == '?'))
            ++i;
        while (i < text.size() && isCloser(text, i, bytes))
            i += bytes;
        if (!wide && i < text.size() && !isBlankChar(text[i]) && text[i] != '\n') continue;
        if (c.value == '.' && i == at + 1 && endsWithAbbreviation(text, at)) continue;
        const std::size_t next = skipBlanks(text, i);
        if (next < text.size() && isLower(codePointAt(text, next).value)) continue;
        close(i);
        i = std::max(i, begin);
    }
    close(text.size());
    return out;
}

std::string squeezed(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (isBlankChar(c) || c == '\n') {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else {
            out += c;
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string titleCased(std::string_view text) {
    static constexpr std::array small{"and"sv, "of"sv, "the"sv,  "with"sv, "in"sv,  "on"sv, "at"sv,
                                      "a"sv,   "to"sv, "from"sv, "by"sv,   "for"sv, "or"sv};
    std::string out;
    std::size_t i = 0;
    bool first = true;
    while (i < text.size()) {
        if (text[i] == ' ') {
            out += text[i++];
            continue;
        }
        const std::size_t end = std::min(text.find(' ', i), text.size());
        const std::string_view word = text.substr(i, end - i);
        i = end;
        const std::string low = lowered(word);
        if (!isAllCaps(word) || isAcronym(word)) {
            out += word;
        } else if (!first && isOneOf(low, small)) {
            out += low;
        } else {
            bool up = true; // a capital at the start, and after - ' / when more than an s follows
            for (std::size_t k = 0; k < word.size();) {
                const CodePoint c = codePointAt(word, k);
                appendUtf8(out, up ? c.value : toLower(c.value));
                k += c.bytes;
                const bool joint = c.value == '-' || c.value == '/' || c.value == '(' || c.value == '.';
                const bool apostrophe = (c.value == '\'' || c.value == 0x2019) && word.size() - k >= 2;
                up = joint || apostrophe || (up && !isLetter(c.value));
            }
        }
        first = false;
    }
    return out;
}

std::string capitalised(std::string text) {
    if (text.empty()) return text;
    if (text[0] >= 'a' && text[0] <= 'z') text[0] = char(text[0] - 32);
    return text;
}

std::string replacedAll(std::string text, std::string_view from, std::string_view to) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t hit = text.find(from); hit != std::string::npos; hit = text.find(from, at)) {
        out.append(text, at, hit - at).append(to);
        at = hit + from.size();
    }
    return at == 0 ? text : out.append(text, at, std::string::npos);
}

bool isOneOf(std::string_view word, std::span<const std::string_view> list) {
    return std::any_of(list.begin(), list.end(), [&](std::string_view item) { return equalsNoCase(item, word); });
}

bool isPersonNoun(std::string_view word) { return sexOfNoun(word) != Sex::unknown || isOneOf(word, otherNouns); }

bool isAcronym(std::string_view word) {
    if (std::find(acronyms.begin(), acronyms.end(), word) != acronyms.end()) return true;
    return word.size() >= 2 && word.size() <= 3 && isAllCaps(word) &&
           word.find_first_of("AEIOUYaeiouy.'-0123456789") == std::string_view::npos &&
           std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }) &&
           word != "MR" && word != "DR" && word != "MRS" && word != "MS" && word != "ST";
}

Sex sexOfNoun(std::string_view word) {
    if (isOneOf(word, maleNouns)) return Sex::male;
    return isOneOf(word, femaleNouns) ? Sex::female : Sex::unknown;
}

} // namespace rushes::script
