// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/pronoun_sex.h"

#include "engine/reading/attributes.h"
#include "engine/reading/body_parts.h"
#include "engine/reading/text.h"

namespace rushes::reading {

namespace {

/// Of a pronoun that stands for who acts, or says whose something is; unknown for others ("looks at her": somebody else).
Sex sexSaid(const TaggedText& text, std::size_t at) {
    const std::string& word = text.w[at];
    if (isAny(word, {"he", "his", "himself"})) return Sex::male;
    if (isAny(word, {"she", "herself"}) || (word == "her" && text.is(at, Tag::determiner))) return Sex::female;
    return Sex::unknown;
}

/// Whether the words themselves say the sex; a trade that is usually cast as a man says nothing.
bool isSaid(const TaggedText& text, const NounPhrase& phrase, const Subject& subject) {
    if (subject.sex == Sex::unknown) return false;
    if (!subject.name.empty() || sexOfNoun(subject.noun) != Sex::unknown) return true;
    for (std::size_t k = phrase.begin; k < phrase.end; ++k)
        if (isOneOf(text.w[k], "male female lady woman man boy girl")) return true;
    return false;
}

/// What one has oneself: "shakes her head", "takes off his glasses"; "checks his pulse" is done to another.
bool isOwn(const TaggedText& text, FormTable& forms, const NounPhrases& phrases, std::size_t at) {
    if (!isAny(text.w[at], {"his", "her"})) return true;
    const NounPhrase* const phrase = phrases.around(at);
    if (!phrase || at == 0) return false;
    const std::string& noun = text.w[phrase->last];
    const NounForm* const thing = forms.lexicon().nouns.exact(noun);
    if (noun == "glasses" || (thing && thing->entry->category == "clothing")) return true;
    const auto verb = forms.verbLemma(text.w[at - 1]);
    return verb && !bodyPartOf(forms, noun).empty() && isOneOf(*verb, "shake nod raise lower bow close open cross fold scratch rub lick bite turn tilt hang lift drop clench clasp wring furrow narrow");
}

/// Whom a pronoun at `at` can mean of those named before: the last who is not led to by a preposition, else the last. Nobody when somebody of that sex is there.
int meant(const TaggedText& text, FormTable& forms, const NounPhrases& phrases, const ShotDescription& out, std::size_t at, Sex sex) {
    int last = nobody;
    bool leads = false;
    const bool own = isOwn(text, forms, phrases, at);
    for (const NounPhrase& phrase : phrases.list) {
        if (phrase.end > at) break;
        if (phrase.subject == nobody) continue;
        const Subject& subject = out.subjects[static_cast<std::size_t>(phrase.subject)];
        if (subject.kind != SubjectKind::person || subject.count != 1) continue;
        if (subject.sex == sex) return nobody;
        if (isSaid(text, phrase, subject) || (subject.sex != Sex::unknown && !own) || (leads && !phrase.preposition.empty())) continue;
        last = phrase.subject;
        leads = leads || phrase.preposition.empty();
    }
    return last;
}

} // namespace

void readSexByPronouns(const TaggedText& text, FormTable& forms, const NounPhrases& phrases, ShotDescription& out) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const Sex sex = sexSaid(text, at);
        if (sex == Sex::unknown) continue;
        const int who = meant(text, forms, phrases, out, at, sex);
        if (who != nobody) out.subjects[static_cast<std::size_t>(who)].sex = sex;
    }
}

} // namespace rushes::reading
