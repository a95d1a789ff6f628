// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/joint_subjects.h"

#include <algorithm>

namespace rushes::reading {

namespace {

void addOnce(std::vector<int>& list, int value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

} // namespace

/// What a modifier hangs on: "a woman" of "with a bag", "in a red coat", "holding a baby", "accompanied by her dogs"; null when nothing stands right before it.
const NounPhrase* JointSubjects::ownerOf(const NounPhrase& modifier) const {
    std::size_t k = modifier.begin;
    if (k == 0) return nullptr;
    const Tag link = m_text.tag(k - 1);
    if (link == Tag::preposition || link == Tag::gerund) --k;
    else return nullptr;
    while (k > 0 && (m_text.tag(k - 1) == Tag::participle || m_text.tag(k - 1) == Tag::gerund || m_text.tag(k - 1) == Tag::adverb || m_text.is(k - 1, "who is are"))) --k; // "dressed in", "followed by"
    const NounPhrase* const owner = k > 0 ? m_text.phrases().around(k - 1) : nullptr;
    return owner && owner->end == k ? owner : nullptr;
}

/// Behind a comma: whether an "and" with another follows before the verb, so that it is a list and no new clause.
bool JointSubjects::listGoesOn(const NounPhrase& p) const {
    for (std::size_t k = p.end; k < m_text.size(); ++k) {
        if (m_text.tag(k) == Tag::verb || m_text.tag(k) == Tag::auxiliary || m_text.tag(k) == Tag::subordinator || m_text.is(k, ". ; ! ?")) return false;
        if (m_text.is(k, "and") && m_text.phrases().beginningAt(k + 1)) return true;
    }
    return false;
}

/// The subject that this one is joined to by "and" or a comma, over its modifiers.
const NounPhrase* JointSubjects::joinedBefore(const NounPhrase& p) const {
    std::size_t k = p.begin;
    if (k < 2 || !isAny(m_text.word(k - 1), {"and", ","})) return nullptr;
    if (m_text.word(k - 1) == "," && !listGoesOn(p)) return nullptr;
    --k;
    if (k > 1 && m_text.word(k - 1) == ",") --k; // "a man, a woman, and a child"
    const NounPhrase* before = m_text.phrases().around(k - 1);
    if (!before || before->end != k) return nullptr;
    for (int steps = 0; before && steps < 4 && (!before->preposition.empty() || before->isObject); ++steps) before = ownerOf(*before);
    return before && before->preposition.empty() && !before->isObject ? before : nullptr;
}

/// "A man with a dog and a cat walks": one walks, whatever stands before the verb.
bool JointSubjects::verbIsSingular(const NounPhrase& p) const {
    for (std::size_t k = p.end; k < m_text.size(); ++k) {
        if (m_text.tag(k) == Tag::subordinator || m_text.is(k, ". ; ! ?")) return false;
        if (m_text.tag(k) == Tag::auxiliary) return m_text.is(k, "is was has does 's");
        if (m_text.tag(k) != Tag::verb) continue;
        const auto lemma = m_text.forms().verbLemma(m_text.word(k));
        return lemma && *lemma != m_text.word(k) && m_text.word(k).ends_with('s');
    }
    return false;
}

void JointSubjects::join(int a, int b) {
    std::vector<int> all = {a};
    for (const int i : {a, b})
        if (const auto joined = m_joined.find(i); joined != m_joined.end())
            for (const int other : joined->second) addOnce(all, other);
    addOnce(all, b);
    for (const int i : all) m_joined[i] = all;
}

/// ", gun in hand", ", swords drawn", ", rifle at the ready".
bool JointSubjects::isAtTheReady(const NounPhrase& p) const {
    if (!p.preposition.empty() || p.begin == 0 || m_text.word(p.begin - 1) != ",") return false;
    const std::size_t k = p.end;
    return m_text.is(k, "drawn raised ready aloft") || (m_text.is(k, "in") && (m_text.is(k + 1, "hand hands") || m_text.is(k + 2, "hand hands arms"))) || (m_text.is(k, "at") && m_text.is(k + 2, "ready"));
}

/// "A woman with a bag": it is hers.
void JointSubjects::hold(const NounPhrase& p) {
    if (isAtTheReady(p)) {
        const auto owner = std::find_if(m_text.subjects().begin(), m_text.subjects().end(), [](const Subject& s) { return s.kind == SubjectKind::person; });
        if (owner != m_text.subjects().end() && m_text.isOfKind(p.subject, SubjectKind::prop)) m_text.subject(p.subject).heldBy = owner->id;
        return;
    }
    if (p.preposition != "with" || !m_text.isOfKind(p.subject, SubjectKind::prop) || m_text.subject(p.subject).worn) return;
    const NounPhrase* owner = ownerOf(p);
    if (!owner && p.begin > 1 && m_text.tag(p.begin - 2) == Tag::pronoun) // "two men standing behind him with guns"
        for (std::size_t k = p.begin - 2; k-- > 0 && !m_text.is(k, ". ; ! ?") && !owner;)
            if (const NounPhrase* const before = m_text.phrases().around(k); before && m_text.isOfKind(before->subject, SubjectKind::person)) owner = before;
    if (owner && m_text.isOfKind(owner->subject, SubjectKind::person)) m_text.subject(p.subject).heldBy = m_text.subject(owner->subject).id;
}

void JointSubjects::meet(const NounPhrase& p) {
    if (p.subject == nobody) return;
    if (!m_text.isLiving(p.subject)) return hold(p);
    const bool comes = p.preposition == "with" || (p.preposition == "by" && m_text.is(p.begin - 2, "accompanied escorted flanked followed led joined"));
    if (comes) {
        const NounPhrase* const owner = ownerOf(p);
        if (owner && owner->subject != nobody && owner->subject != p.subject && m_text.isLiving(owner->subject) && m_text.subject(p.subject).age != AgeClass::baby)
            addOnce(m_along[owner->subject], p.subject);
        return;
    }
    if (!p.preposition.empty() || p.isObject) return;
    const NounPhrase* const before = joinedBefore(p);
    if (!before || before->subject == nobody || before->subject == p.subject || !m_text.isLiving(before->subject)) return;
    const bool over = before->end + 1 != p.begin && !(m_text.word(p.begin - 1) == "and" && before->end + 2 == p.begin);
    if (over && verbIsSingular(p)) return;
    join(before->subject, p.subject);
}

void JointSubjects::joinAll(const std::vector<int>& persons) {
    for (const int i : persons) m_joined[i] = persons;
}

std::vector<int> JointSubjects::actingWith(int who, bool going) const {
    const auto joined = m_joined.find(who);
    std::vector<int> all = joined == m_joined.end() ? std::vector<int>{} : joined->second;
    if (!going) return all;
    const std::vector<int> leaders = all.empty() ? std::vector<int>{who} : all;
    for (const int leader : leaders)
        if (const auto along = m_along.find(leader); along != m_along.end())
            for (const int other : along->second) addOnce(all, other);
    return all;
}

void JointSubjects::endSentence() {
    m_joined.clear();
    m_along.clear();
}

} // namespace rushes::reading
