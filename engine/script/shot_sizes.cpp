// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/shot_sizes.h"

#include "engine/script/letters.h"
#include "engine/script/words.h"

#include <algorithm>
#include <array>
#include <span>

namespace rushes::script {

namespace {

using List = std::span<const std::string_view>;

constexpr std::array<std::string_view, 45> movement{
    "walk",     "run",       "enter",   "exit",   "leave",   "cross", "rush",    "dash",   "hurry",
    "climb",    "jump",      "leap",    "dance",  "fall",    "race",  "drive",   "ride",   "swim",
    "dive",     "head",      "step",    "stride", "march",   "crawl", "sprint",  "chase",  "flee",
    "approach", "arrive",    "follow",  "wander", "stumble", "fight", "wrestle", "return", "come",
    "emerge",   "disappear", "stagger", "trudge", "gallop",  "swing", "throw",   "board",  "kneel"};
constexpr std::array<std::string_view, 26> faces{"look",  "smile",  "stare",   "watch",   "glance",  "gaze", "cry",
                                                 "weep",  "sob",    "laugh",   "grin",    "frown",   "nod",  "blink",
                                                 "think", "listen", "notice",  "realize", "realise", "sigh", "wink",
                                                 "smirk", "wince",  "swallow", "squint",  "beam"};
constexpr std::array<std::string_view, 34> things{
    "letter",  "picture",   "photo",    "photograph", "phone",  "telephone", "clock", "watch", "screen",
    "display", "sign",      "note",     "envelope",   "map",    "key",       "keys",  "ring",  "gun",
    "book",    "newspaper", "card",     "ticket",     "button", "knife",     "coin",  "lock",  "candle",
    "glass",   "cup",       "headline", "plate",      "plates", "hook",      "bell"};
constexpr std::array<std::string_view, 24> body{
    "hand",      "hands", "face", "eyes",   "eye",     "head",       "back",   "shoulder",
    "shoulders", "feet",  "foot", "finger", "fingers", "arm",        "arms",   "mouth",
    "lips",      "legs",  "hair", "cheek",  "body",    "silhouette", "shadow", "reflection"};

/// "smiles", "smiling" and "smiled" are "smile".
bool isFormOf(std::string_view word, List stems) {
    const std::string low = lowered(word);
    const auto has = [&](std::string_view stem) { return isOneOf(stem, stems); };
    const auto cut = [&](std::size_t n) { return std::string_view(low).substr(0, low.size() - n); };
    if (has(low)) return true;
    if (low.size() > 3 && low.back() == 's' && (has(cut(1)) || (low.size() > 4 && has(cut(2))))) return true;
    if (low.size() > 4 && low.compare(low.size() - 3, 3, "ies") == 0 && has(std::string(cut(3)) + "y")) return true;
    if (low.size() > 5 && low.compare(low.size() - 3, 3, "ing") == 0)
        return has(cut(3)) || has(std::string(cut(3)) + "e") ||
               (low.size() > 6 && low[low.size() - 4] == low[low.size() - 5] && has(cut(4)));
    return false;
}

} // namespace

std::string sizeOfAction(std::string_view text, std::size_t people) {
    const std::vector<Word> words = wordsOf(text);
    const auto any = [&](List list) {
        return std::any_of(words.begin(), words.end(), [&](const Word& w) { return isFormOf(w.core, list); });
    };
    if (people == 0) {
        const std::size_t subject = std::min<std::size_t>(4, words.size());
        const bool thing = std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(subject),
                                       [](const Word& w) { return isOneOf(w.core, things); });
        return thing ? "insert" : "wide";
    }
    if (people > 2) return "wide";
    if (any(movement)) return "full";
    if (people == 1 && any(faces)) return "medium_close_up";
    return "medium";
}

std::string nextSize(const std::string& size, std::size_t people) {
    if (people == 0) return size == "wide" ? "medium" : size == "medium" ? "wide" : size;
    if (size == "wide") return "full";
    if (size == "full") return "medium_full";
    if (size == "medium_full") return "medium";
    if (size == "medium") return "medium_full";
    if (size == "medium_close_up") return "close_up";
    return size == "close_up" ? "medium_close_up" : size;
}

bool isIntimate(std::string_view manner) {
    static constexpr std::array<std::string_view, 17> words{
        "crying",  "cry",       "sobbing", "tears", "whisper", "whispers", "whispering", "softly", "quietly",
        "shaking", "trembling", "low",     "sotto", "gently",  "weeping",  "startled",   "close"};
    const std::vector<Word> all = wordsOf(manner);
    return std::any_of(all.begin(), all.end(), [](const Word& w) { return isOneOf(w.core, words); });
}

bool isBodyPart(std::string_view word) { return isOneOf(word, body); }

} // namespace rushes::script
