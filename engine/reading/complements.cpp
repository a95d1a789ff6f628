// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/complements.h"

#include "engine/reading/attributes.h"
#include "engine/reading/bearing.h"
#include "engine/reading/particles.h"

#include <algorithm>

namespace rushes::reading {

namespace {

std::size_t skipAdverbs(const ActionText& text, std::size_t k, std::string_view except) {
    while (text.tag(k) == Tag::adverb && k < text.size() && !isOneOf(text.word(k), except)) ++k;
    return k;
}

bool isParticle(const ActionText& text, std::size_t k, const std::string& verb) {
    // "kick in a door"
    if (text.is(k, "in") && isOneOf(verb, "kick break smash bash burst ram batter"))
        if (const NounPhrase* const p = text.phrases().beginningAt(k + 1); p && isOneOf(p->lemma, "door gate window")) return true;
    if (text.is(k, "apart aside open shut")) return true;
    if (!text.is(k, "up down out off away back around over on along together")) return false;
    const NounPhrase* const next = text.phrases().beginningAt(k + 1);
    if (text.is(k, "around round over") && text.tag(k + 1) == Tag::pronoun && text.is(k + 1, "him her them it")) return false; // "walks around him"
    if (next && movesWithParticle(text.tagged(), text.forms(), verb, k, *next)) return true;
    return !(next && text.is(k, "on around over down up along") && !text.lexicon().motion(verb + " " + text.word(k)));
}

/// The phrase itself, or what a group is of: "a crowd of people".
const NounPhrase& memberOf(const ActionText& text, const NounPhrase& phrase) {
    if (phrase.group)
        if (const NounPhrase* const next = text.phrases().after(phrase)) return *next;
    return phrase;
}

/// The particle behind an object: "puts the cup down", but "carries the box down the stairs".
std::string tailAt(const ActionText& text, std::size_t k) {
    const bool leads = text.phrases().beginningAt(k + 1) || text.tag(k + 1) == Tag::pronoun || text.is(k + 1, "of");
    if (text.is(k, "away back apart aside open shut together")) return text.word(k);
    return !leads && text.is(k, "up down off out over on in") ? text.word(k) : std::string{};
}

void takeNounPhrase(const ActionText& text, Complements& c, const NounPhrase& p) {
    for (std::size_t q = p.begin; q < p.end; ++q)
        if (text.tag(q) == Tag::noun) c.phrase.objects.push_back(text.word(q));
    if (std::find(c.phrase.objects.begin(), c.phrase.objects.end(), p.lemma) == c.phrase.objects.end()) c.phrase.objects.push_back(p.lemma);
    c.object = &p;
    c.direct = c.target = p.subject;
    c.phrase.tail = tailAt(text, p.end);
}

void takeObject(const ActionText& text, const Mentions& mentions, Complements& c, std::size_t k) {
    if (const NounPhrase* const p = text.phrases().beginningAt(k)) return takeNounPhrase(text, c, memberOf(text, *p));
    const bool pronoun = text.tag(k) == Tag::pronoun && text.is(k, "it him her them each himself herself themselves itself");
    if (text.tag(k) != Tag::gerund && text.tag(k) != Tag::noun && !pronoun) return;
    c.phrase.objects = {text.word(k)};
    if (text.tag(k) == Tag::pronoun) c.direct = c.target = mentions.resolve(text.word(k));
    if (c.direct != nobody) c.phrase.meant = text.isOfKind(c.direct, SubjectKind::person) ? "person" : text.subject(c.direct).noun;
    if (pronoun) c.phrase.tail = tailAt(text, k + 1);
    if (const NounPhrase* const given = text.phrases().beginningAt(k + 1); given && text.is(k, "him her them it")) { // "hands him a towel"
        c.phrase.objects = {given->lemma};
        c.object = given;
        c.phrase.meant.clear();
        if (given->subject != nobody) c.direct = c.target = given->subject;
    }
}

void takePrepositional(const ActionText& text, const Mentions& mentions, Complements& c, std::size_t k) {
    if (const NounPhrase* const p = text.phrases().beginningAt(k + 1)) {
        const NounPhrase& about = memberOf(text, *p);
        if (postureOf(text, *p)) return; // "stands with his hands behind his back"
        c.target = about.subject;
        if (&about != p) c.part = p->lemma;
        if (c.phrase.objects.empty() && text.is(k, "on with at to for against into over through")) c.phrase.preposition = text.word(k), c.phrase.about = about.lemma;
    } else if (text.tag(k + 1) == Tag::pronoun) {
        c.target = mentions.resolve(text.word(k + 1));
    }
}

/// "slips out of her shoes"
void takeGarment(const ActionText& text, Complements& c, std::size_t k) {
    const NounPhrase* const p = text.phrases().beginningAt(k + 1);
    const ThingEntry* const thing = p ? text.lexicon().thing(p->lemma) : nullptr;
    if (thing && isWearable(*thing)) c.target = p->subject, c.phrase.preposition = "of", c.phrase.about = p->lemma;
}

/// "whacks the mule with a stick", "using a spoon": in the clause, behind the object.
int toolOf(const ActionText& text, std::size_t k, const NounPhrase* object) {
    for (std::size_t q = object ? object->end : k; q < text.size() && q < k + 12; ++q) {
        const Tag tag = text.tag(q);
        const NounPhrase* const p = text.phrases().beginningAt(q + 1);
        if (text.is(q, "with using") && p) return text.isOfKind(p->subject, SubjectKind::prop) ? p->subject : nobody;
        if (tag == Tag::verb || tag == Tag::gerund || tag == Tag::conjunction || tag == Tag::mark || tag == Tag::subordinator) return nobody;
    }
    return nobody;
}

} // namespace

Complements complementsOf(const ActionText& text, const Mentions& mentions, std::size_t at, const std::string& verb) {
    Complements c;
    c.phrase.verb = verb;
    std::size_t k = skipAdverbs(text, at + 1, "up down out off away back around over apart aside open shut");
    if (isParticle(text, k, verb)) c.phrase.particles.push_back(text.word(k++));
    k = skipAdverbs(text, k, "");
    c.end = k;
    if (k >= text.size()) return c;
    takeObject(text, mentions, c, k);
    if (text.tag(k) == Tag::preposition) c.preposition = text.word(k);
    if (c.target == nobody && !c.phrase.particles.empty() && text.is(k, "of")) takeGarment(text, c, k);
    if (c.target == nobody && text.is(k, "at to toward towards with into onto on past after by against over for from through around round")) takePrepositional(text, mentions, c, k);
    c.tool = toolOf(text, k, c.object);
    return c;
}

} // namespace rushes::reading
