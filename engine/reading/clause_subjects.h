// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/action_text.h"
#include "engine/reading/actions.h"
#include "engine/reading/joint_subjects.h"
#include "engine/reading/pronouns.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rushes::reading {

/// Follows noun phrases and pronouns along a text and says who does what a verb says. Adds implied people ("she walks") and what is
/// worn to the text's subjects.
class ClauseSubjects {
  public:
    /// `found` are the actions found so far; it outlives this.
    ClauseSubjects(const ActionText& text, const std::vector<FoundAction>& found) : m_text(text), m_found(found), m_mentions(text.subjects()), m_joint(text) {}

    void meet(NounPhrase& phrase);
    void meetPronoun(std::size_t at);
    /// A verb was read: the noun phrase before it leads to no other.
    void endVerb() { m_last.reset(); }
    void endSentence();

    /// The subject that does what the verb at `at` says, or nobody.
    int whoActs(std::size_t at, Tag form) const;
    /// The part of the body that the clause makes its subject, if the one who acts owns it; empty.
    std::string partOf(int who) const;
    /// Those who do it with this one, see JointSubjects.
    std::vector<int> alsoActing(int who, bool going) const { return m_joint.actingWith(who, going); }
    /// "wears a black jacket, a long dress and boots": all of it, up to the next verb or preposition.
    void dress(int who, const NounPhrase* garment);

    /// Whom the pronoun at `at` means when not this one: another person of that sex, else one who comes in with it.
    int otherThan(int who, std::size_t at);

    const Mentions& mentions() const { return m_mentions; }

  private:
    /// A noun phrase or a pronoun that can be somebody's subject.
    struct Reference {
        int subject = nobody;
        std::size_t begin = 0;
        std::size_t end = 0;
        std::string preposition;
        bool isObject = false;
        std::string part; ///< of the body, when the noun names one: "her hands"
    };

    int ownerOfTears(const NounPhrase& phrase) const;
    bool isAside(const NounPhrase& phrase) const;
    bool opensClause(const NounPhrase& phrase) const;
    bool verbInClause(std::size_t from) const;
    int whoIs(std::size_t pronounAt);
    int impliedBefore(const std::string& pronoun);
    bool isOfOtherSex(const std::string& pronoun) const;
    int imply(std::size_t at);
    bool leadsTo(const Reference& reference, std::size_t at, Tag form) const;
    int madeToAct(std::size_t at, Tag form) const;
    int findSubject(std::size_t at, Tag form) const;
    bool isDoneTo(int thing, std::size_t at) const;
    int wearerOf(int garment) const;

    const ActionText& m_text;
    const std::vector<FoundAction>& m_found;
    Mentions m_mentions;
    JointSubjects m_joint;
    std::map<int, int> m_wearers;             ///< garment → who wears it
    std::optional<Reference> m_last;          ///< the noun phrase or pronoun just before
    std::optional<Reference> m_candidate;     ///< the subject of the clause
};

} // namespace rushes::reading
