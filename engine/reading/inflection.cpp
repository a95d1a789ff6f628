// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/inflection.h"

#include "engine/reading/text.h"

#include <array>
#include <utility>

namespace rushes::reading {

namespace {

bool isVowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

std::string pluralOfWord(std::string_view word) {
    const auto cut = [&](std::size_t letters, std::string_view ending) { return std::string(word.substr(0, word.size() - letters)).append(ending); };
    if (word.ends_with("s") || word.ends_with("sh") || word.ends_with("ch") || word.ends_with("x")) return cut(0, "es");
    if (word.size() > 1 && word.ends_with("y") && !isVowel(word[word.size() - 2])) return cut(1, "ies");
    if (word.ends_with("man") && word != "human") return cut(3, "men");
    if (word.ends_with("fe")) return cut(2, "ves");
    if (isOneOf(word, "wolf leaf shelf loaf thief elf calf hoof scarf dwarf")) return cut(1, "ves");
    if (word == "child") return "children";
    if (word == "mouse") return "mice";
    if (word == "goose") return "geese";
    if (isOneOf(word, "potato tomato hero volcano echo")) return cut(0, "es");
    return cut(0, "s");
}

} // namespace

std::string pluralOf(std::string_view phrase) {
    const std::size_t space = phrase.rfind(' ');
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    return std::string(phrase.substr(0, begin)) + pluralOfWord(phrase.substr(begin));
}

bool isPluralOnly(std::string_view word) {
    return isOneOf(word, "glasses scissors skis clothes dishes headphones sunglasses stairs people goggles binoculars jeans pants fireworks");
}

std::optional<std::string> irregularVerb(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 40> verbs = {
        {{"sat", "sit"},       {"ran", "run"},         {"stood", "stand"},   {"went", "go"},       {"came", "come"},     {"took", "take"},     {"gave", "give"},
         {"held", "hold"},     {"fell", "fall"},       {"drove", "drive"},   {"rode", "ride"},     {"wrote", "write"},   {"ate", "eat"},       {"drank", "drink"},
         {"sang", "sing"},     {"swam", "swim"},       {"flew", "fly"},      {"threw", "throw"},   {"caught", "catch"},  {"fought", "fight"},  {"shot", "shoot"},
         {"spoke", "speak"},   {"said", "say"},        {"told", "tell"},     {"saw", "see"},       {"looked", "look"},   {"slept", "sleep"},   {"lay", "lie"},
         {"knelt", "kneel"},   {"leapt", "leap"},      {"rose", "rise"},     {"swept", "sweep"},   {"dug", "dig"},       {"broke", "break"},   {"left", "leave"},
         {"lit", "light"},     {"swung", "swing"},     {"hid", "hide"},      {"wept", "weep"},     {"wore", "wear"}}};
    for (const auto& [past, present] : verbs) {
        if (past == word) return std::string(present);
    }
    return std::nullopt;
}

} // namespace rushes::reading
