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

} // namespace rushes::reading
