// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/action_order.h"

namespace rushes::reading {

namespace {

/// What nobody does while walking: "walks to a chair and sits".
bool settles(const std::string& motion) {
    return isOneOf(motion, "sit sit_down lie sleep fall kneel crouch pick_up put_down open_door hug kiss shake_hands give climb");
}

} // namespace

void ActionOrder::readWord(std::size_t at) {
    if (m_found.empty()) return;
    const auto hit = m_text.lexicon().order.at(m_text.tagged().w, at);
    if (hit && *hit.value == "then" && !m_text.is(at, "second third now once before until later next still")) m_pending = true;
    const Tag next = m_text.tag(at + 1);
    if (m_text.is(at, "before until") && m_text.tag(at) != Tag::noun && (next == Tag::gerund || next == Tag::pronoun || next == Tag::determiner)) m_pending = true;
}

int ActionOrder::next(const ReadVerb& verb, const VerbMotion& motion) {
    if (m_pending || endsBefore(verb, motion)) ++m_order;
    m_pending = false;
    return m_order;
}

/// Two finite verbs of one subject, the first of something that is over when done ("opens the door and leaves"): one after the other.
bool ActionOrder::endsBefore(const ReadVerb& v, const VerbMotion& m) const {
    if (m_found.empty() || (v.form != Tag::verb && v.form != Tag::gerund) || v.by == nobody) return false;
    const FoundAction& before = m_found.back();
    const auto isTelic = [&](const std::string& act) { return contains(&m_text.lexicon().set("telic_acts"), act); };
    const bool other = before.motion != m.motion || (before.act != m.deed.act && !before.act.empty());
    const bool arrives = isOneOf(before.motion, "walk run sneak crawl") && (settles(m.motion) || isTelic(m.deed.act));
    const bool over = contains(m_text.lexicon().telicMotions, before.motion) || isTelic(before.act) || arrives;
    if (before.subject != v.by || before.form != v.form || !other || !over) return false;
    if (v.form == Tag::gerund && (v.at == 0 || !isAny(m_text.word(v.at - 1), {"and"}))) return false;
    for (std::size_t q = before.at; q < v.at; ++q) {
        if (m_text.is(q, "while as when . who that")) return false;
    }
    return true;
}

} // namespace rushes::reading
