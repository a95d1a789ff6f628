// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/action_text.h"

#include <map>
#include <vector>

namespace rushes::reading {

/// Who acts together within a sentence: "a man in a red coat and a woman", "Tom, Kit and the dog", "a woman with her son", "they". Owns
/// nothing; lives within one reading.
class JointSubjects {
  public:
    explicit JointSubjects(const ActionText& text) : m_text(text) {}

    /// A phrase that is no object: joined to the one before "and", over what describes that one; or one who comes along with it.
    void meet(const NounPhrase& phrase);
    /// "They sit down": all of these do.
    void joinAll(const std::vector<int>& persons);
    /// Those who do what `who` does, with itself; those who only come along ("with his dog") when it is going somewhere. Empty when it acts alone.
    std::vector<int> actingWith(int who, bool going) const;
    void endSentence();

  private:
    const NounPhrase* ownerOf(const NounPhrase& modifier) const;
    const NounPhrase* joinedBefore(const NounPhrase& phrase) const;
    bool listGoesOn(const NounPhrase& phrase) const;
    bool verbIsSingular(const NounPhrase& phrase) const;
    void join(int a, int b);
    bool isAtTheReady(const NounPhrase& phrase) const;
    void hold(const NounPhrase& phrase);

    const ActionText& m_text;
    std::map<int, std::vector<int>> m_joined;
    std::map<int, std::vector<int>> m_along; ///< who → who comes with them
};

} // namespace rushes::reading
