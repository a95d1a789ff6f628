// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/word_book.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace rushes::sets {

namespace {

constexpr std::array noise{"the", "a", "an", "his", "her", "their", "our", "my", "s", "some", "this", "that"};

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find(' ', from), text.size());
        if (to > from) out.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return out;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i)
        out += (i > from ? " " : "") + words[i];
    return out;
}

std::string withoutBrackets(std::string_view text) {
    std::string out;
    int depth = 0;
    for (const char c : text) {
        if (c == '(' || c == '[') ++depth;
        if (depth == 0) out += c;
        if ((c == ')' || c == ']') && depth > 0) --depth;
    }
    return out;
}

/// The longest phrase that is known; of equal ones the last, where English puts the head ("old harbour pub").
template <class Find> std::optional<Match> longestKnown(const std::vector<std::string>& words, Find find) {
    for (std::size_t length = words.size(); length > 0; --length)
        for (std::size_t from = words.size() - length + 1; from-- > 0;)
            if (auto match = find(joined(words, from, from + length))) {
                match->whole = length == words.size();
                return match;
            }
    return std::nullopt;
}

} // namespace

std::string plainWords(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        const auto u = static_cast<unsigned char>(c);
        if (c == '\'') continue;
        letters += std::isalnum(u) || u >= 0x80 ? char(std::tolower(u)) : ' ';
    }
    std::vector<std::string> words = split(letters);
    std::erase_if(words, [](const std::string& w) { return std::find(noise.begin(), noise.end(), w) != noise.end(); });
    return joined(words, 0, words.size());
}

std::string singular(const std::string& word) {
    const auto ends = [&](std::string_view tail) {
        return word.size() > tail.size() + 1 && word.compare(word.size() - tail.size(), tail.size(), tail) == 0;
    };
    static const std::map<std::string, std::string> odd{{"knives", "knife"},  {"wolves", "wolf"},  {"shelves", "shelf"},
                                                        {"leaves", "leaf"},   {"mice", "mouse"},   {"geese", "goose"},
                                                        {"scarves", "scarf"}, {"loaves", "loaf"},  {"glasses", "glass"},
                                                        {"buses", "bus"},     {"benches", "bench"}};
    if (const auto it = odd.find(word); it != odd.end()) return it->second;
    if (word.size() <= 3) return word;
    if (ends("ies")) return word.substr(0, word.size() - 3) + "y";
    if (ends("ches") || ends("shes") || ends("xes") || ends("sses") || ends("oes"))
        return word.substr(0, word.size() - 2);
    if (ends("s") && !ends("ss") && !ends("us")) return word.substr(0, word.size() - 1);
    return word;
}

void WordBook::readPlaces(const Node& file, const std::vector<std::string>& kits) {
    for (const std::string& kit : kits)
        m_places[plainWords(kit)] = {kit, true, false, {}};
    for (const char* table : {"kinds", "words"})
        for (const auto& [word, node] : file.at(table).fields()) {
            Match m;
            m.name = node.at("kit").text();
            if (std::find(kits.begin(), kits.end(), m.name) == kits.end())
                node.at("kit").wrong("there is no kit `" + m.name + "`");
            m.exact = !node.flag("near", false);
            m.night = node.flag("night", false);
            m.weather = node.text("weather", "");
            node.finish();
            if (m.exact || !m_places.contains(plainWords(word)) || !m_places[plainWords(word)].exact)
                m_places[plainWords(word)] = m;
        }
    file.finish();
}

void WordBook::readLexicon(const Node& file) {
    for (const Node& entry : file.at("entries").items()) {
        const auto kind = m_places.find(plainWords(entry.at("kind").text()));
        if (kind == m_places.end()) continue;
        const Match match = kind->second;
        for (const std::string& word : entry.at("words").texts())
            m_places.try_emplace(plainWords(word), match);
    }
}

void WordBook::readNouns(const Node& file, const PropBook& props) {
    for (const auto& [noun, node] : file.fields()) {
        Match m;
        m.name = node.at("prop").text();
        if (!props.has(m.name)) node.at("prop").wrong("there is no prop `" + m.name + "`");
        m.exact = !node.flag("near", false);
        node.finish();
        m_nouns[plainWords(noun)] = m;
    }
    for (const std::string& name : props.names())
        m_nouns.try_emplace(plainWords(name), Match{name, true, false, {}});
}

std::optional<Match> WordBook::placePhrase(const std::string& phrase) const {
    if (const auto it = m_places.find(phrase); it != m_places.end()) return it->second;
    const std::size_t last = phrase.rfind(' ');
    const std::string head = last == std::string::npos ? phrase : phrase.substr(last + 1), one = singular(head);
    if (one == head) return std::nullopt;
    const auto it = m_places.find(last == std::string::npos ? one : phrase.substr(0, last + 1) + one);
    return it == m_places.end() ? std::nullopt : std::optional(it->second);
}

std::optional<Match> WordBook::place(std::string_view words) const {
    const auto find = [&](const std::string& phrase) { return placePhrase(phrase); };
    // "NEWSROOM (PARIS)": what is in brackets says where it lies, not what it is.
    if (const auto match = longestKnown(split(plainWords(withoutBrackets(words))), find)) return match;
    return longestKnown(split(plainWords(words)), find);
}

std::optional<Match> WordBook::nounPhrase(const std::string& phrase) const {
    if (const auto it = m_nouns.find(phrase); it != m_nouns.end()) return it->second;
    const std::size_t last = phrase.rfind(' ');
    const std::string head = last == std::string::npos ? phrase : phrase.substr(last + 1), one = singular(head);
    if (one == head) return std::nullopt;
    const auto it = m_nouns.find(last == std::string::npos ? one : phrase.substr(0, last + 1) + one);
    return it == m_nouns.end() ? std::nullopt : std::optional(it->second);
}

/// Only phrases that end with the noun count: a "car door" is no car.
std::optional<Match> WordBook::noun(std::string_view noun) const {
    const std::vector<std::string> words = split(plainWords(noun));
    for (std::size_t from = 0; from < words.size(); ++from)
        if (auto match = nounPhrase(joined(words, from, words.size()))) return match;
    return std::nullopt;
}

} // namespace rushes::sets
