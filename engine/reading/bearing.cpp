// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/bearing.h"

#include "engine/reading/body_parts.h"
#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {

std::string verbOfAdjective(const ActionText& text, std::size_t at) {
    if (text.tag(at) != Tag::adjective) return {};
    const std::string& word = text.word(at);
    if (text.lexicon().deed("be " + word)) return "be " + word;
    if (!word.ends_with("ing")) return {};
    const WordForms& forms = text.forms().of(word);
    // "a charming man" does nothing
    if (!forms.verb || *forms.verb == word || (forms.adjective == word && forms.adjectiveCount > forms.verbCount)) return {};
    return text.lexicon().motion(*forms.verb) ? *forms.verb : std::string{};
}

void takeOwnPart(const ActionText& text, ReadVerb& verb, Complements& complements) {
    if (verb.form != Tag::participle || verb.at == 0 || !complements.phrase.objects.empty()) return;
    const NounPhrase* const touching = text.phrases().around(verb.at - 1);
    if (!touching || touching->end != verb.at) return;
    const std::string part = bodyPartOf(text.forms(), touching->lemma);
    if (part.empty() || !text.isOfKind(verb.by, SubjectKind::person)) return;
    complements.phrase.objects = {text.word(verb.at - 1)};
    complements.phrase.about.clear();
    complements.phrase.preposition.clear();
    verb.part.clear();
    verb.passive = false;
}

std::optional<PartPosture> postureOf(const ActionText& text, const NounPhrase& part) {
    if (text.tagBefore(part.begin) == Tag::verb || text.tagBefore(part.begin) == Tag::gerund) return std::nullopt; // "puts his hands on her shoulders"
    if (!text.is(part.end, "in on over behind to against around under between at")) return std::nullopt;
    const std::string name = bodyPartOf(text.forms(), text.word(part.last));
    const NounPhrase* const where = text.phrases().beginningAt(part.end + 1);
    if (name.empty() || !where) return std::nullopt;
    const std::string& last = text.word(where->last);
    const std::string there = bodyPartOf(text.forms(), last); // WordNet has "hips" and "hands" as words of their own
    const DeedEntry* const deed = text.lexicon().deed("have " + name + " " + (there.empty() ? text.forms().nounLemma(last) : there));
    return deed ? std::optional(PartPosture{deed, name, where->end}) : std::nullopt;
}

void readCalls(ShotDescription& out) {
    std::erase_if(out.relations, [&](const Relation& relation) {
        const Subject *who = out.subject(relation.a), *phone = out.subject(relation.b);
        const bool calls = relation.relation == RelationKind::on && who && phone && who->kind == SubjectKind::person && isOneOf(phone->noun, "phone telephone cellphone mobile");
        if (!calls) return false;
        const bool said = std::any_of(out.actions.begin(), out.actions.end(), [&](const Action& action) { return action.subject == who->id && action.motion == "phone"; });
        const auto first = std::find_if(out.actions.begin(), out.actions.end(), [&](const Action& action) { return action.subject == who->id; });
        Action call;
        call.subject = who->id;
        call.verb = call.motion = "phone";
        call.target = phone->id;
        call.span = relation.span;
        if (first != out.actions.end()) call.order = first->order;
        if (!said) out.actions.push_back(std::move(call));
        return true;
    });
}

void readEscorts(std::string_view prompt, ShotDescription& out) {
    std::erase_if(out.relations, [&](const Relation& relation) {
        const Subject *who = out.subject(relation.a), *with = out.subject(relation.b);
        if (relation.relation != RelationKind::on || !who || !with || who->kind != SubjectKind::person || with->kind != SubjectKind::person) return false;
        if (!prompt.substr(0, std::min(relation.span.end, prompt.size())).ends_with("arm")) return false;
        const auto goes = std::find_if(out.actions.begin(), out.actions.end(), [&](const Action& action) { return action.subject == who->id; });
        const bool busy = std::any_of(out.actions.begin(), out.actions.end(), [&](const Action& action) { return action.subject == with->id; });
        if (goes == out.actions.end()) return true;
        if (!busy) {
            Action along = *goes;
            along.subject = with->id;
            out.actions.insert(goes + 1, std::move(along));
        }
        return true;
    });
}

} // namespace rushes::reading
