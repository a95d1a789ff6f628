// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/noun_guess.h"

#include "engine/reading/text.h"

#include <algorithm>
#include <set>

namespace rushes::reading {

namespace {

bool has(const Hypernym& h, std::string_view word) { return std::find(h.words.begin(), h.words.end(), word) != h.words.end(); }

/// Stepping stones that lead astray: a bassoon is a "reed", a tankard a "vessel", an abacus a "tablet".
bool misleads(std::string_view word) {
    return word == "living thing" ||
           isOneOf(word, "thing object being form part organism whole figure unit equipment instrumentality structure container device creation product "
                         "substance matter person individual animal plant vehicle food covering clothing article artifact vessel reed family group someone "
                         "tablet mouse horn ring root people band one crane court character member wash pipe bow worker employee attendant steward keeper sheet goal range "
                         "laborer labourer helper assistant top bill");
}

/// A wolverine is first a person of Michigan: drop senses of people by where they live, unless there is no other.
void dropInhabitants(std::vector<Hypernym>& above) {
    std::set<int> all, inhabitants;
    for (const Hypernym& h : above) {
        all.insert(h.sense);
        if (has(h, "inhabitant") || (has(h, "american") && h.file == "noun.person")) inhabitants.insert(h.sense);
    }
    if (inhabitants.empty() || inhabitants.size() == all.size()) return;
    std::erase_if(above, [&](const Hypernym& h) { return inhabitants.contains(h.sense); });
}

/// Whether a synset of this file can be such a thing: the "scope" that is a range is no stove, and the "tape" at the finish no goal.
bool fits(const ThingEntry& entry, std::string_view file) {
    if (entry.kind == SubjectKind::person) return file == "noun.person" || file == "noun.group" || file == "noun.Tops";
    return !isAny(file, {"noun.attribute", "noun.cognition", "noun.act", "noun.location", "noun.state", "noun.event", "noun.time", "noun.feeling", "noun.motive", "noun.process",
                         "noun.relation", "noun.quantity", "noun.person"});
}

/// Whether the word usually means this synset: a meat cleaver is a "chopper", which is first of all a helicopter, and foil a "sheet".
bool usuallyMeans(const WordNet& wordnet, const std::string& word, const Hypernym& h) {
    constexpr int senses = 2;
    const std::vector<Hypernym> first = wordnet.above(word, PartOfSpeech::noun, senses, 0);
    return std::any_of(first.begin(), first.end(), [&](const Hypernym& own) { return own.words == h.words; });
}

const ThingEntry* nearestListed(const WordNet& wordnet, const Lexicon& lexicon, const std::vector<Hypernym>& above) {
    for (const Hypernym& h : above) {
        constexpr int slang = 2; // a hat is a "lid" in its third sense
        if (h.depth > 5 || (h.depth == 0 && h.sense >= slang)) continue;
        for (std::string word : h.words) {
            std::replace(word.begin(), word.end(), '_', ' ');
            if (h.depth > 0 && misleads(word)) continue;
            if (const ThingEntry* entry = lexicon.thing(word); entry && fits(*entry, h.file) && usuallyMeans(wordnet, word, h)) return entry;
        }
    }
    return nullptr;
}

std::optional<NounGuess> byFile(const Lexicon& lexicon, std::string_view file) {
    if (file == "noun.person") return NounGuess{SubjectKind::person, lexicon.thing("person"), true};
    if (file == "noun.animal") return NounGuess{SubjectKind::animal, lexicon.thing("animal"), true};
    if (file == "noun.artifact") return NounGuess{SubjectKind::prop, nullptr, true};
    if (file == "noun.food") return NounGuess{SubjectKind::prop, lexicon.thing("sandwich"), true};
    if (file == "noun.plant") return NounGuess{SubjectKind::plant, lexicon.thing("bush"), true};
    if (file == "noun.object") return NounGuess{SubjectKind::structure, lexicon.thing("rock"), true};
    if (file == "noun.substance" || file == "noun.phenomenon") return NounGuess{SubjectKind::effect, nullptr, true};
    return std::nullopt;
}

} // namespace

bool isKnownNoun(const FormTable& forms, const std::string& lemma) { return forms.wordnet() && forms.wordnet()->has(lemma, PartOfSpeech::noun); }

std::optional<NounGuess> guessNoun(const FormTable& forms, const std::string& lemma) {
    if (!forms.wordnet()) return std::nullopt;
    const Lexicon& lexicon = forms.lexicon();
    const std::vector<Hypernym> all = forms.wordnet()->above(lemma, PartOfSpeech::noun);
    std::vector<Hypernym> above = all;
    dropInhabitants(above);
    const auto self = std::find_if(above.begin(), above.end(), [](const Hypernym& h) { return h.depth == 0; });
    if (self == above.end()) return std::nullopt;
    const ThingEntry* listed = nearestListed(*forms.wordnet(), lexicon, above);
    const bool noPerson = listed && listed->kind == SubjectKind::person && self->file != "noun.person" && self->file != "noun.group";
    const bool noThing = listed && listed->kind == SubjectKind::prop && self->file == "noun.person"; // a sentry is a "watch"
    if (listed && !noPerson && !noThing) return NounGuess{listed->kind, listed, false};
    for (const Hypernym& h : all) {
        if (has(h, "vehicle")) return NounGuess{SubjectKind::vehicle, lexicon.thing("car"), h.cost >= 99};
        if (has(h, "musical_instrument")) return NounGuess{SubjectKind::prop, lexicon.thing("guitar"), h.cost >= 99};
    }
    return byFile(lexicon, self->file);
}

} // namespace rushes::reading
