// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/actions.h"
#include "engine/reading/noun_phrases.h"

#include <functional>
#include <vector>

namespace rushes::reading {

/// Takes one out of several who are named before: "One of the men stands up", "the older one smokes", "the other sleeps".
class MemberReader {
  public:
    MemberReader(const TaggedText& text, NounPhrases& phrases, ShotDescription& out) : m_t(text), m_phrases(phrases), m_out(out) {}

    /// True when the phrase is such a word; its subject is then one of them, those who are left, or nobody when no group is known.
    /// `readNext` reads the phrase behind "of".
    bool read(NounPhrase& phrase, const std::function<void(NounPhrase&)>& readNext);

  private:
    bool isMember(const NounPhrase& phrase) const;
    int groupOf(NounPhrase& phrase, const std::function<void(NounPhrase&)>& readNext);

    const TaggedText& m_t;
    NounPhrases& m_phrases;
    ShotDescription& m_out;
};

/// What the group did before one of them was spoken of alone that one did too: adds those actions, and relations to `out`.
void shareWithMembers(const TaggedText& text, const NounPhrases& phrases, std::vector<FoundAction>& actions, ShotDescription& out);

} // namespace rushes::reading
