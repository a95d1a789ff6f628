// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/fire_words.h"

#include "engine/reading/text.h"

namespace rushes::reading {
namespace {

/// The state that a word before or behind a noun says; empty for none.
std::string stateOf(const std::string& word) {
    if (isOneOf(word, "burning blazing flaming ablaze aflame")) return "burning";
    if (isOneOf(word, "smoking smoldering smouldering steaming")) return "smoking";
    return word == "exploding" ? "exploding" : std::string();
}

bool burns(const Action& action) {
    return isOneOf(action.verb, "burn blaze ignite combust") || (action.verb == "catch" && action.object == "fire") || (action.verb == "burst" && action.object == "flames");
}

bool explodes(const Action& action) { return isOneOf(action.verb, "explode detonate erupt") || (action.verb == "blow" && action.particle == "up"); }

bool canBurn(const Subject& s) { return !s.worn && (s.kind == SubjectKind::prop || s.kind == SubjectKind::vehicle || s.kind == SubjectKind::structure || s.kind == SubjectKind::plant); }

} // namespace

void readFire(const TaggedText& text, const NounPhrases& phrases, ShotDescription& out) {
    for (const NounPhrase& phrase : phrases.list) {
        std::string state;
        for (std::size_t k = phrase.begin; k < phrase.head && state.empty(); ++k) state = stateOf(text.word(k));
        if (state.empty()) state = stateOf(text.word(phrase.end));
        if (state.empty() && isOneOf(text.word(phrase.end), "is are stands") && phrase.end + 1 < text.size()) state = stateOf(text.word(phrase.end + 1));
        if (state.empty()) continue;
        if (phrase.subject != nobody && canBurn(out.subjects[std::size_t(phrase.subject)])) out.subjects[std::size_t(phrase.subject)].state = state;
        if (phrase.place && out.place) out.place->state = state;
    }
    for (const Relation& relation : out.relations) {
        Subject *thing = nullptr, *effect = nullptr;
        for (Subject& s : out.subjects) {
            if (s.id == relation.a) thing = &s;
            if (s.id == relation.b) effect = &s;
        }
        if (thing && effect && effect->kind == SubjectKind::effect && isOneOf(effect->noun, "fire flame flames") && canBurn(*thing)) thing->state = "burning";
    }
    for (const Action& action : out.actions)
        for (Subject& s : out.subjects) {
            if (s.id != action.subject || !canBurn(s)) continue;
            if (burns(action)) s.state = "burning";
            if (explodes(action)) s.state = "exploding";
        }
}

} // namespace rushes::reading
