// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/pronouns.h"

#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {

std::vector<int> Mentions::candidates(std::string_view pronoun) const {
    const bool personal = isOneOf(pronoun, "he she him her himself herself who they them");
    std::vector<int> found;
    for (const int i : m_mentioned) {
        if ((at(i).kind == SubjectKind::person) == personal) found.push_back(i);
    }
    const Sex not_ = isOneOf(pronoun, "he him himself") ? Sex::female : isOneOf(pronoun, "she her herself") ? Sex::male : Sex::unknown;
    if (not_ != Sex::unknown) {
        std::vector<int> fitting;
        std::copy_if(found.begin(), found.end(), std::back_inserter(fitting), [&](int i) { return at(i).sex != not_; });
        // "He opens a box; she laughs": nobody so far is she. Of the film's people the name alone may say the sex, and wrongly.
        const bool named = std::any_of(found.begin(), found.end(), [&](int i) { return !at(i).name.empty(); });
        if (!fitting.empty() || (!named && isAny(pronoun, {"he", "she"}))) found = std::move(fitting);
    }
    if (found.empty() && isOneOf(pronoun, "they them it who")) found = m_mentioned;
    return found;
}

int Mentions::resolve(std::string_view pronoun) const {
    const std::vector<int> found = candidates(pronoun);
    if (pronoun == "they" && m_main != nobody) return m_main;
    if (pronoun == "it" && m_main != nobody && (at(m_main).kind == SubjectKind::animal || at(m_main).kind == SubjectKind::vehicle)) return m_main;
    if (found.empty()) return nobody;
    return std::find(found.begin(), found.end(), m_main) != found.end() ? m_main : found.back();
}

std::vector<int> Mentions::persons() const {
    std::vector<int> found;
    for (const int i : m_mentioned) {
        if (at(i).kind == SubjectKind::person && std::find(found.begin(), found.end(), i) == found.end()) found.push_back(i);
    }
    return found;
}

int Mentions::otherThan(int subject) const {
    for (std::size_t i = m_mentioned.size(); i-- > 0;) {
        if (m_mentioned[i] != subject && at(m_mentioned[i]).kind == SubjectKind::person) return m_mentioned[i];
    }
    return nobody;
}

} // namespace rushes::reading
