// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/explained_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>

namespace rushes::reading {
namespace {

bool isLetter(char c) { return (static_cast<unsigned char>(c) & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0; }

bool sameLetters(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y)); });
}

/// The longest explained word that stands here as a whole word.
const WordMeaning* wordAt(std::string_view text, std::size_t at, const std::vector<WordMeaning>& meanings) {
    const WordMeaning* best = nullptr;
    for (const auto& meaning : meanings) {
        const std::size_t size = meaning.word.size();
        if (size == 0 || meaning.meaning.empty() || at + size > text.size() || (best != nullptr && best->word.size() >= size)) continue;
        const bool ends = at + size == text.size() || !isLetter(text[at + size]);
        if (ends && sameLetters(text.substr(at, size), meaning.word)) best = &meaning;
    }
    return best;
}

} // namespace

std::vector<WordMeaning> meaningsOf(const std::string& settingsJson) {
    std::vector<WordMeaning> meanings;
    const auto settings = nlohmann::json::parse(settingsJson, nullptr, false);
    if (!settings.is_object() || !settings.contains("meanings") || !settings["meanings"].is_object()) return meanings;
    for (const auto& [word, meaning] : settings["meanings"].items())
        if (meaning.is_string()) meanings.push_back({word, meaning.get<std::string>()});
    return meanings;
}

ExplainedText::ExplainedText(std::string_view prompt, const std::vector<WordMeaning>& meanings) : m_prompt(prompt) {
    for (std::size_t at = 0; at < prompt.size();) {
        const bool begins = at == 0 || !isLetter(prompt[at - 1]);
        const WordMeaning* found = begins ? wordAt(prompt, at, meanings) : nullptr;
        if (found == nullptr) {
            m_text += prompt[at++];
            continue;
        }
        m_pieces.push_back({at, at + found->word.size(), m_text.size(), m_text.size() + found->meaning.size()});
        m_text += found->meaning;
        at += found->word.size();
    }
}

ExplainedText::ExplainedText(std::string_view prompt, const std::vector<Replacement>& replacements) : m_prompt(prompt) {
    std::size_t at = 0;
    for (const Replacement& one : replacements) {
        m_text.append(prompt.substr(at, one.at.begin - at));
        m_pieces.push_back({one.at.begin, one.at.end, m_text.size(), m_text.size() + one.text.size()});
        m_text += one.text;
        at = one.at.end;
    }
    m_text.append(prompt.substr(at));
}

/// A byte inside of what was put in belongs to the whole word that was written.
std::size_t ExplainedText::back(std::size_t byte, bool end) const {
    std::size_t put = 0, written = 0; // both texts run alike from here
    for (const Piece& piece : m_pieces) {
        if (byte < piece.put || (end && byte == piece.put)) break;
        if (byte < piece.putEnd || (end && byte == piece.putEnd)) return end ? piece.writtenEnd : piece.written;
        put = piece.putEnd;
        written = piece.writtenEnd;
    }
    return std::min(m_prompt.size(), written + (byte - put));
}

void ExplainedText::move(Span& span) const {
    if (span.end <= span.begin) return;
    span = {back(span.begin, false), back(span.end, true)};
}

void ExplainedText::moveBack(ShotDescription& description) const {
    if (!changed()) return;
    for (auto& subject : description.subjects) {
        move(subject.span);
        move(subject.saySpan);
        if (subject.saySpan.end > subject.saySpan.begin) subject.say = m_prompt.substr(subject.saySpan.begin, subject.saySpan.end - subject.saySpan.begin);
        for (auto& worn : subject.wears) move(worn.span);
    }
    for (auto& action : description.actions) move(action.span);
    for (auto& relation : description.relations) move(relation.span);
    if (description.place) move(description.place->span);
    for (auto& pronoun : description.pronouns) move(pronoun.span);
    for (auto& camera : description.camera.moves) move(camera.span);
    for (auto& word : description.unknown) move(word.span);
    for (auto& line : description.dialogue) {
        move(line.span);
        if (line.span.end > line.span.begin) line.text = m_prompt.substr(line.span.begin, line.span.end - line.span.begin);
    }
}

} // namespace rushes::reading
