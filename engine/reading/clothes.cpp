// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/clothes.h"

#include "engine/reading/attributes.h"
#include "engine/reading/text.h"

namespace rushes::reading {

namespace {

bool isGarment(const Lexicon& lexicon, const Subject& s) {
    const ThingEntry* entry = lexicon.thing(s.noun);
    return s.kind == SubjectKind::prop && entry && isWearable(*entry);
}

/// The person that ends right before "in" or "dressed in".
const NounPhrase* wearerBefore(const TaggedText& t, const NounPhrases& phrases, const NounPhrase& garment) {
    std::size_t k = garment.begin - 1; // the preposition
    while (k > 0 && isAny(t.w[k - 1], {"dressed", "clad", "is", ","})) --k;
    const NounPhrase* before = k > 0 ? phrases.around(k - 1) : nullptr;
    // "a woman with long hair in a coat"
    while (before && before->subject == nobody && isAny(before->preposition, {"with", "in"}) && before->begin > 1) before = phrases.around(before->begin - 2);
    return before;
}

int firstPerson(const ShotDescription& out) {
    for (std::size_t i = 0; i < out.subjects.size(); ++i)
        if (out.subjects[i].kind == SubjectKind::person) return static_cast<int>(i);
    return nobody;
}

} // namespace

void readClothes(const TaggedText& t, const Lexicon& lexicon, const NounPhrases& phrases, ShotDescription& out) {
    int wearer = nobody;        // of the garment just before
    std::size_t wearerEnd = 0;
    for (const NounPhrase& p : phrases.list) {
        if (p.subject == nobody || !isGarment(lexicon, out.subjects[static_cast<std::size_t>(p.subject)])) continue;
        int who = nobody;
        if (isAny(p.preposition, {"in", "with"}) && p.begin > 0) {
            const NounPhrase* before = wearerBefore(t, phrases, p);
            const bool person = before && before->subject != nobody && out.subjects[static_cast<std::size_t>(before->subject)].kind == SubjectKind::person;
            if (person) who = before->subject;
            else if (p.preposition == "with" && t.word(p.end) == "on") who = firstPerson(out); // "dances in her bedroom with headphones on"
        } else if (p.preposition.empty() && wearer != nobody && p.begin <= wearerEnd + 2 && isAny(t.w[p.begin - 1], {"and", ","})) {
            who = wearer;
        }
        if (who == nobody) continue;
        Subject& garment = out.subjects[static_cast<std::size_t>(p.subject)];
        garment.worn = true;
        putOn(out.subjects[static_cast<std::size_t>(who)], {garment.noun, garment.model, garment.colour, garment.material, garment.span});
        wearer = who;
        wearerEnd = p.end;
    }
}

} // namespace rushes::reading
