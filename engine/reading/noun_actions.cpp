// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/noun_actions.h"

#include "engine/reading/text.h"

#include <algorithm>
#include <utility>

namespace rushes::reading {

namespace {

/// The words behind `auxiliary` and their plain forms, as far as an action may go on.
std::pair<Words, Words> wordsBehind(const TaggedText& text, FormTable& forms, std::size_t auxiliary) {
    Words plain, lemmas;
    for (std::size_t k = auxiliary + 1; k < text.size() && k < auxiliary + 12; ++k) {
        if (text.word(k) == ".") continue;
        plain.push_back(text.word(k));
        const auto verb = text.word(k).ends_with("ing") ? forms.verbLemma(text.word(k)) : std::nullopt;
        lemmas.push_back(verb ? *verb : forms.nounLemma(text.word(k)));
    }
    return {plain, lemmas};
}

std::string joined(const Words& words, std::size_t begin, std::size_t end) {
    std::string key;
    for (std::size_t k = begin; k < end; ++k) key.append(key.empty() ? "" : " ").append(words[k]);
    return key;
}

} // namespace

std::optional<FoundAction> nounAction(const TaggedText& text, FormTable& forms, int subject) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!text.is(i, Tag::auxiliary) || !isAny(text.word(i), {"is", "are"})) continue;
        const auto [plain, lemmas] = wordsBehind(text, forms, i);
        for (std::size_t b = 0; b < plain.size(); ++b)
            for (std::size_t e = plain.size(); e > b; --e)
                for (const Words* list : {&plain, &lemmas}) {
                    const std::string key = joined(*list, b, e);
                    const std::string* const motion = forms.lexicon().motion(key);
                    if (!motion) continue;
                    FoundAction action;
                    action.subject = subject;
                    action.at = i;
                    action.verb = key;
                    action.motion = *motion;
                    action.span = text.span(i + 1, std::min(text.size(), i + 1 + e));
                    return action;
                }
    }
    return std::nullopt;
}

std::string_view motionBetween(std::string_view noun) {
    if (isOneOf(noun, "argument quarrel dispute row arguments")) return "argue";
    if (isOneOf(noun, "fight fistfight brawl scuffle struggle")) return "fight";
    if (isOneOf(noun, "conversation discussion talk chat exchange negotiation")) return "talk";
    if (isOneOf(noun, "kiss hug embrace dance")) return noun == "kiss" ? "kiss" : noun == "dance" ? "dance" : "hug";
    if (isOneOf(noun, "duel swordfight")) return "sword";
    return {};
}

std::vector<FoundAction> actionsBetween(const TaggedText& text, const NounPhrases& phrases) {
    std::vector<FoundAction> actions;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const std::string_view motion = text.w[i] == "between" ? motionBetween(text.w[i - 1]) : std::string_view();
        if (motion.empty()) continue;
        const NounPhrase* who = phrases.beginningAt(i + 1);
        for (int side = 0; side < 2 && who && who->subject != nobody; ++side) {
            FoundAction action;
            action.subject = who->subject;
            action.at = i - 1;
            action.verb = text.w[i - 1];
            action.motion = motion;
            action.span = text.span(i - 1, i + 1);
            actions.push_back(std::move(action));
            who = text.word(who->end) == "and" ? phrases.beginningAt(who->end + 1) : nullptr;
        }
    }
    return actions;
}

} // namespace rushes::reading
