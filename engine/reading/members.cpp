// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/members.h"

#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {

bool MemberReader::isMember(const NounPhrase& p) const {
    if (!m_t.is(p.last, Tag::noun) || !isOneOf(m_t.w[p.last], "one other others another rest")) return false;
    for (std::size_t k = p.begin; k < p.last; ++k)
        if (!isOneOf(m_t.w[k], "the older younger taller shorter bigger smaller first second third other last eldest youngest oldest")) return false;
    return true;
}

int MemberReader::groupOf(NounPhrase& p, const std::function<void(NounPhrase&)>& readNext) {
    if (m_t.word(p.end) == "of") {
        NounPhrase* const next = m_phrases.beginningAt(p.end + 1);
        if (next) {
            readNext(*next);
            return next->subject;
        }
    }
    constexpr int most = 12; ///< of more nobody is told apart
    for (std::size_t i = m_out.subjects.size(); i-- > 0;) {
        const Subject& s = m_out.subjects[i];
        if ((s.kind == SubjectKind::person || s.kind == SubjectKind::animal) && s.count > 1 && s.count <= most) return static_cast<int>(i);
    }
    return nobody;
}

bool MemberReader::read(NounPhrase& p, const std::function<void(NounPhrase&)>& readNext) {
    if (!isMember(p)) return false;
    p.lemma = "one";
    const bool left = isAny(m_t.w[p.last], {"other", "others", "rest"}) || (p.last > p.begin && m_t.w[p.last - 1] == "other");
    if (left && !m_phrases.members.empty()) {
        p.subject = m_phrases.members.back().group;
        return true;
    }
    const int group = groupOf(p, readNext);
    if (group == nobody || m_out.subjects[static_cast<std::size_t>(group)].count < 2) {
        p.subject = group;
        return true;
    }
    Subject one = m_out.subjects[static_cast<std::size_t>(group)];
    --m_out.subjects[static_cast<std::size_t>(group)].count;
    one.id = "s" + std::to_string(m_out.subjects.size() + 1);
    one.count = 1;
    one.span = m_t.span(p.begin, p.end);
    p.subject = static_cast<int>(m_out.subjects.size());
    m_out.subjects.push_back(std::move(one));
    m_phrases.members.push_back({group, p.subject, p.begin});
    return true;
}

void shareWithMembers(const TaggedText& text, const NounPhrases& phrases, std::vector<FoundAction>& actions, ShotDescription& out) {
    for (const Member& member : phrases.members) {
        const auto acts = [&](const FoundAction& a) { return a.subject == member.subject && a.at >= member.at; };
        const bool own = std::any_of(actions.begin(), actions.end(), acts);
        const auto shared = [&](const FoundAction& a) { return a.subject == member.group && a.at < member.at && !(own && a.motion == "stand"); };
        int last = -1;
        for (const FoundAction& a : actions)
            if (shared(a)) last = std::max(last, a.order);
        for (FoundAction& a : actions) // "Three men sit. One of them stands up."
            if (acts(a)) a.order = std::max(a.order, last + 1);
        for (std::size_t i = actions.size(); i-- > 0;) {
            if (!shared(actions[i])) continue;
            FoundAction same = actions[i];
            same.subject = member.subject;
            actions.insert(actions.begin() + std::ptrdiff_t(i) + 1, std::move(same));
        }
        const std::string &group = out.subjects[static_cast<std::size_t>(member.group)].id, &one = out.subjects[static_cast<std::size_t>(member.subject)].id;
        const std::size_t from = text.span(member.at, member.at + 1).begin;
        for (std::size_t i = out.relations.size(); i-- > 0;) {
            if (out.relations[i].a != group || out.relations[i].span.begin >= from) continue;
            Relation same = out.relations[i];
            same.a = one;
            out.relations.insert(out.relations.begin() + std::ptrdiff_t(i) + 1, std::move(same));
        }
    }
}

} // namespace rushes::reading
