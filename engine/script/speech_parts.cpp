// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/speech_parts.h"

#include "engine/script/words.h"

#include <algorithm>
#include <utility>

namespace rushes::script {

namespace {

constexpr double wordsInPart = 24, tooShort = 4;

/// A sentence that is too long for one shot, cut behind commas, semicolons and dashes.
std::vector<std::string> clausesOf(const std::string& sentence) {
    if (wordCount(sentence) <= wordsInPart + 6) return {sentence};
    std::vector<std::string> out;
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < sentence.size(); ++i) {
        const bool stop = (sentence[i] == ',' || sentence[i] == ';' || sentence[i] == ':' ||
                           (sentence[i] == '-' && i > 0 && sentence[i - 1] == '-')) &&
                          sentence[i + 1] == ' ';
        if (!stop) continue;
        out.push_back(sentence.substr(begin, i + 1 - begin));
        begin = i + 2;
    }
    out.push_back(sentence.substr(begin));
    return out;
}

/// Text that no comma divides, every 24 words at a blank.
std::vector<std::string> chunksOf(const std::string& clause) {
    if (wordCount(clause) <= 2 * wordsInPart) return {clause};
    std::vector<std::string> out;
    std::string now;
    double words = 0;
    std::size_t begin = 0;
    while (begin < clause.size()) {
        const std::size_t end = std::min(clause.find(' ', begin), clause.size());
        const std::string_view word = std::string_view(clause).substr(begin, end - begin);
        now += (now.empty() ? "" : " ") + std::string(word);
        words += wordCount(word);
        begin = end + 1;
        if (words < wordsInPart) continue;
        out.push_back(std::exchange(now, {}));
        words = 0;
    }
    if (!now.empty()) out.push_back(now);
    return out;
}

/// Text without any blank, in 2000 bytes at the start of a letter.
void addByBytes(const std::string& text, std::vector<std::string>& out) {
    constexpr std::size_t most = 2000;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(begin + most, text.size());
        while (end < text.size() && end > begin + 1 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            --end;
        out.push_back(text.substr(begin, end - begin));
        begin = end;
    }
}

} // namespace

std::vector<std::string> piecesOf(const std::string& sentence) {
    std::vector<std::string> out;
    if (sentence.size() <= 400) return {sentence};
    double words = 0;
    for (const std::string& clause : clausesOf(sentence)) {
        for (const std::string& chunk : chunksOf(clause)) {
            const double count = wordCount(chunk);
            if (chunk.size() > 2000) {
                addByBytes(chunk, out);
                words = 2 * wordsInPart;
            } else if (out.empty() || words + count > 2 * wordsInPart) {
                out.push_back(chunk);
                words = count;
            } else {
                out.back() += " " + chunk;
                words += count;
            }
        }
    }
    return out;
}

std::vector<SpeechPart> partsOf(std::string_view speech) {
    std::vector<SpeechPart> out;
    const std::string whole = squeezed(speech);
    if (wordCount(whole) <= wordsInPart + 4) return {{whole, 0, true}};
    double words = 0;
    const auto take = [&](const std::string& piece) {
        const double count = wordCount(piece);
        if (out.empty() || (words + count > wordsInPart && count >= tooShort && words >= tooShort)) {
            out.push_back({piece, out.size(), out.empty()});
            words = count;
        } else {
            out.back().text += " " + piece;
            words += count;
        }
    };
    for (const std::string& sentence : sentencesOf(whole))
        for (const std::string& clause : clausesOf(sentence))
            for (const std::string& chunk : chunksOf(clause))
                for (const std::string& piece : piecesOf(chunk))
                    take(piece);
    return out;
}

} // namespace rushes::script
