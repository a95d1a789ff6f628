// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/clause_subjects.h"

#include "engine/reading/attributes.h"
#include "engine/reading/body_parts.h"
#include "engine/reading/motions.h"
#include "engine/reading/subjects.h"

#include <algorithm>

namespace rushes::reading {

namespace {

bool isVerbal(Tag tag) { return tag == Tag::verb || tag == Tag::gerund || tag == Tag::participle; }

std::size_t beforeAdverbs(const ActionText& text, std::size_t at) {
    while (at > 0 && text.tag(at - 1) == Tag::adverb) --at;
    return at;
}

bool isPerson(const Subject& s) { return s.kind == SubjectKind::person; }

} // namespace

// ---- noun phrases

/// "Tears roll down her cheeks": whose they are is said elsewhere in the text.
int ClauseSubjects::ownerOfTears(const NounPhrase& p) const {
    if (!p.preposition.empty() || !isAny(p.lemma, {"tear", "tears", "sweat"})) return nobody;
    if (m_mentions.main() != nobody) return m_mentions.main();
    const auto person = std::find_if(m_text.subjects().begin(), m_text.subjects().end(), isPerson);
    return person == m_text.subjects().end() ? nobody : static_cast<int>(person - m_text.subjects().begin());
}

void ClauseSubjects::meet(NounPhrase& p) {
    if (p.subject == nobody) p.subject = ownerOfTears(p);
    if (p.subject == nobody) return;
    isAside(p) ? m_mentions.addAside(p.subject) : m_mentions.add(p.subject);
    const bool isPart = m_text.isLiving(p.subject) && p.lemma != m_text.subject(p.subject).noun;
    m_last = Reference{p.subject, p.begin, p.end, p.preposition, false, isPart ? bodyPartOf(m_text.forms(), p.lemma) : ""};
    if (p.preposition == "as" && verbInClause(p.end)) { // "as a boy on a bicycle watches"
        m_last->preposition.clear();
        m_candidate = m_last;
        return;
    }
    if (!p.preposition.empty()) return m_joint.meet(p);
    p.isObject = isVerbal(m_text.tagBefore(beforeAdverbs(m_text, p.begin)));
    m_last->isObject = p.isObject;
    if (!m_candidate || (!p.isObject && opensClause(p))) m_candidate = m_last;
    m_mentions.setMainOnce(p.subject);
    m_joint.meet(p);
}

/// "Grabs a jar off the shelf": the object of the verb goes before.
bool ClauseSubjects::isAside(const NounPhrase& p) const {
    if (!m_last || !m_last->isObject || m_last->end > p.begin || m_text.isLiving(m_last->subject) || m_text.isLiving(p.subject)) return false;
    if (!isOneOf(p.preposition, "off of from out in on at by under behind beside near to up")) return false;
    for (std::size_t k = m_last->end; k < p.begin; ++k)
        if (isVerbal(m_text.tag(k)) || m_text.tag(k) == Tag::conjunction || m_text.tag(k) == Tag::mark) return false;
    return true;
}

bool ClauseSubjects::opensClause(const NounPhrase& p) const {
    std::size_t next = p.end;
    while (next < m_text.size() && m_text.tag(next) == Tag::adverb) ++next;
    const Tag after = m_text.tag(next);
    if (isVerbal(after) || after == Tag::auxiliary || after == Tag::modal) return true;
    const std::size_t before = beforeAdverbs(m_text, p.begin);
    const Tag tagBefore = m_text.tagBefore(before);
    // "before the queen" is a place to kneel, "before the queen speaks" a clause
    if (tagBefore == Tag::subordinator && (!m_text.is(before - 1, "before after until since") || verbInClause(p.end))) return true;
    // "The doors open and a man in a grey suit steps out."
    const NounPhrase* const beside = p.begin >= 2 ? m_text.phrases().around(p.begin - 2) : nullptr;
    return tagBefore == Tag::conjunction && !m_found.empty() && !beside && verbInClause(p.end);
}

bool ClauseSubjects::verbInClause(std::size_t k) const {
    for (; k < m_text.size() && m_text.tag(k) != Tag::subordinator && m_text.tag(k) != Tag::conjunction && !m_text.is(k, ". ; ,"); ++k) {
        if (m_text.tag(k) == Tag::verb || m_text.tag(k) == Tag::auxiliary) return true;
    }
    return false;
}

void ClauseSubjects::endSentence() {
    m_last.reset();
    m_candidate.reset();
    m_joint.endSentence();
}

// ---- pronouns

void ClauseSubjects::meetPronoun(std::size_t at) {
    const int who = whoIs(at);
    if (who == nobody) return;
    const std::string& x = m_text.word(at);
    if (x != "who") m_text.out().pronouns.push_back({m_text.span(at, at + 1), m_text.subject(who).id});
    if (x == "they" && m_text.isOfKind(who, SubjectKind::person) && m_text.subject(who).count == 1) m_joint.joinAll(m_mentions.persons());
    if (isAny(x, {"he", "she"})) m_joint.endSentence(); // one of them alone
    const Tag tagBefore = m_text.tagBefore(beforeAdverbs(m_text, at));
    const bool object = isOneOf(x, "it him her them") && (isVerbal(tagBefore) || tagBefore == Tag::preposition);
    m_last = Reference{who, at, at + 1, {}, object, {}};
    if (!object || !m_candidate) m_candidate = m_last; // "reads it and cries": the reader cries
}

int ClauseSubjects::whoIs(std::size_t at) {
    const std::string& x = m_text.word(at);
    if (isAny(x, {"everyone", "everybody"})) return m_mentions.main() != nobody ? (m_joint.joinAll(m_mentions.persons()), m_mentions.main()) : imply(at);
    const int who = x == "who" ? (m_last ? m_last->subject : nobody) : m_mentions.resolve(x);
    if (who != nobody) return who;
    if (std::any_of(m_text.subjects().begin(), m_text.subjects().end(), isPerson))
        if (const int before = impliedBefore(x); before != nobody) return before;
    // "He heaves the body over the railing": who comes later in the sentence is not he.
    const std::size_t here = m_text.span(at, at + 1).begin;
    const bool anybody = std::any_of(m_text.subjects().begin(), m_text.subjects().end(), [&](const Subject& s) { return isPerson(s) && s.span.begin < here; });
    return (anybody ? isOfOtherSex(x) : isAny(x, {"he", "she", "they"})) ? imply(at) : nobody;
}

/// "He raises his hand": his hand has already brought him in.
int ClauseSubjects::impliedBefore(const std::string& pronoun) {
    const Sex sex = pronoun == "he" ? Sex::male : pronoun == "she" ? Sex::female : Sex::unknown;
    for (std::size_t i = 0; i < m_text.subjects().size(); ++i) {
        if (!m_text.subjects()[i].implied || m_text.subjects()[i].sex != sex) continue;
        m_mentions.add(static_cast<int>(i));
        m_mentions.setMainOnce(static_cast<int>(i));
        return static_cast<int>(i);
    }
    return nobody;
}

/// "She takes the phone from his hand", "He walks through the crowd": nobody who is named can be she or he.
bool ClauseSubjects::isOfOtherSex(const std::string& pronoun) const {
    const Sex other = pronoun == "he" ? Sex::female : pronoun == "she" ? Sex::male : Sex::unknown;
    return other != Sex::unknown && std::all_of(m_text.subjects().begin(), m_text.subjects().end(), [&](const Subject& s) { return !isPerson(s) || s.sex == other || s.count > 2; });
}

int ClauseSubjects::otherThan(int who, std::size_t at) {
    const Sex sex = m_text.is(at, "her she") ? Sex::female : Sex::male;
    const int other = m_mentions.otherThan(who);
    return other != nobody && (m_text.subject(other).sex == sex || m_text.subject(other).sex == Sex::unknown) && m_text.subject(other).count == 1 ? other : imply(at);
}

/// Someone for whom no noun stands: "She walks."
int ClauseSubjects::imply(std::size_t at) {
    const std::string& pronoun = m_text.word(at);
    const char* const noun = isAny(pronoun, {"he", "him", "his"}) ? "man" : isAny(pronoun, {"she", "her"}) ? "woman" : "person";
    Subject s = newSubject(m_text.out(), m_text.lexicon().thing(noun));
    s.kind = SubjectKind::person;
    const bool all = isAny(pronoun, {"everyone", "everybody"});
    s.noun = pronoun == "they" || all ? "people" : noun;
    s.count = all ? 5 : pronoun == "they" ? 2 : 1;
    s.implied = true;
    s.span = m_text.span(at, at + 1);
    m_text.subjects().push_back(std::move(s));
    const int index = static_cast<int>(m_text.subjects().size()) - 1;
    m_mentions.add(index);
    m_mentions.setMainOnce(index);
    return index;
}

// ---- who acts

/// The noun phrase that runs right up to the verb or has only adverbs, auxiliaries and "who" between.
bool ClauseSubjects::leadsTo(const Reference& r, std::size_t at, Tag form) const {
    if (r.isObject && form == Tag::verb && r.end == r.begin + 1 && m_text.tag(r.begin) == Tag::pronoun) return false; // "the guests around them clap"
    if (r.end > at || isOneOf(r.preposition, "of in on at with from by near under through")) return false;
    // "a manager behind a desk shakes her head"
    if (form == Tag::verb && !r.preposition.empty() && m_candidate && m_candidate->subject != r.subject && m_candidate->begin < r.begin && !m_text.isLiving(r.subject)) return false;
    if (m_text.word(at - 1) == "," && !r.preposition.empty() && m_candidate && m_candidate->subject != r.subject) return false; // "beside his wife, looking up"
    if (m_text.word(at - 1) == "," && form == Tag::verb && !m_found.empty()) return false;
    bool relative = false;
    for (std::size_t k = r.end; k < at; ++k) {
        const bool link = m_text.is(k, "that which who");
        relative = relative || link;
        const Tag tag = m_text.tag(k);
        if (!link && m_text.word(k) != "," && tag != Tag::adverb && tag != Tag::auxiliary && tag != Tag::modal) return false;
    }
    return !(form == Tag::verb && r.isObject && at > r.end && !relative);
}

/// "teaches his son to ride": it is the son who rides.
int ClauseSubjects::madeToAct(std::size_t at, Tag form) const {
    if (form != Tag::verb || at == 0 || m_text.word(at - 1) != "to" || m_found.empty()) return nobody;
    const FoundAction& before = m_found.back();
    const bool makes = isOneOf(before.verb, "teach show ask tell order force invite beg urge command persuade convince allow train coach encourage dare help instruct coax");
    return makes && m_text.isLiving(before.target) ? before.target : nobody;
}

int ClauseSubjects::findSubject(std::size_t at, Tag form) const {
    if (const int made = madeToAct(at, form); made != nobody) return made;
    const NounPhrase* const touching = at > 0 ? m_text.phrases().around(at - 1) : nullptr;
    if (touching && touching->end == at && touching->subject != nobody) {
        const int it = touching->subject;
        // "with flowers growing upside down"
        if (form == Tag::gerund && (m_text.isLiving(it) || m_text.isOfKind(it, SubjectKind::vehicle) || touching->preposition == "with")) return it;
        // "a tightrope strung between two towers": nobody strings it now
        if (form == Tag::participle && !touching->preposition.empty() && isDoneTo(it, at)) return it;
    }
    // "As red alarm bells swing": what does it is not staged, and nobody else does it.
    const bool unstaged = touching && touching->end == at && touching->subject == nobody && touching->preposition.empty() && form == Tag::verb;
    if (unstaged && (touching->begin == 0 || m_text.tag(touching->begin - 1) == Tag::subordinator || m_text.is(touching->begin - 1, ". ;"))) return nobody;
    if (m_last && leadsTo(*m_last, at, form)) return m_last->subject;
    const Tag before = m_text.tagBefore(at);
    const bool continues = before == Tag::conjunction || before == Tag::mark || before == Tag::adverb;
    if (continues && !m_found.empty() && form != Tag::verb && !m_candidate) return m_found.back().subject;
    if (m_candidate) return m_candidate->subject;
    if (!m_found.empty() && form != Tag::participle) return m_found.back().subject;
    return nobody;
}

/// A participle without an object of what hands do to things, behind a thing.
bool ClauseSubjects::isDoneTo(int thing, std::size_t at) const {
    if (m_text.isLiving(thing) || m_text.phrases().beginningAt(at + 1)) return false;
    const std::string verb = m_text.forms().verbLemma(m_text.word(at)).value_or(m_text.word(at));
    return isOneOf(motionOf(m_text.forms(), {.verb = verb}), "work_tool cut cook wash write put_down pick_up carry throw open_door reach transform");
}

std::string ClauseSubjects::partOf(int who) const {
    for (const auto& reference : {m_last, m_candidate})
        if (reference && reference->subject == who) return reference->part;
    return {};
}

int ClauseSubjects::whoActs(std::size_t at, Tag form) const {
    int who = findSubject(at, form);
    if (const auto wearer = m_wearers.find(who); who != nobody && wearer != m_wearers.end()) who = wearer->second;
    else if (who != nobody && m_text.subject(who).worn) who = wearerOf(who);
    const bool thing = who != nobody && !m_text.isLiving(who) && !m_text.isOfKind(who, SubjectKind::vehicle);
    if (form == Tag::gerund && thing && !m_found.empty()) {
        // "a boy holding a kite running": the boy runs
        const FoundAction& before = m_found.back();
        const bool held = !before.object.empty() && before.target == who && isOneOf(before.verb, "wear hold carry have take read use");
        if (held && m_text.isLiving(before.subject)) who = before.subject;
    }
    if (who == nobody) return m_mentions.main();
    const SubjectKind kind = m_text.subject(who).kind; // "crouches behind a bush, aiming a bow"
    const bool prop = kind == SubjectKind::prop || kind == SubjectKind::structure || kind == SubjectKind::plant;
    if (prop && m_text.isLiving(m_mentions.main()) && form == Tag::gerund && m_text.tagBefore(at) == Tag::mark) return m_mentions.main();
    return who;
}

// ---- what is worn

/// "a woman in riding boots waits": not the boots.
int ClauseSubjects::wearerOf(int garment) const {
    for (std::size_t i = 0; i < m_text.subjects().size(); ++i)
        for (const WornThing& worn : m_text.subjects()[i].wears)
            if (worn.span == m_text.subject(garment).span) return static_cast<int>(i);
    return garment;
}

void ClauseSubjects::dress(int who, const NounPhrase* garment) {
    if (who == nobody || !garment) return;
    const std::size_t first = garment->begin;
    for (const NounPhrase* p = garment; p && p->subject != nobody; p = m_text.phrases().after(*p)) {
        for (std::size_t z = first; z < p->begin; ++z) {
            const Tag t = m_text.tag(z);
            if (t == Tag::verb || t == Tag::gerund || t == Tag::preposition || t == Tag::subordinator || m_text.is(z, ". ;")) return;
        }
        Subject& worn = m_text.subject(p->subject);
        if (worn.kind != SubjectKind::prop) continue;
        worn.worn = true;
        m_wearers[p->subject] = who;
        putOn(m_text.subject(who), {worn.noun, worn.model, worn.colour, worn.material, worn.span});
    }
}

} // namespace rushes::reading
