// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/acting_nouns.h"

#include "engine/reading/text.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

namespace rushes::reading {
namespace {

struct ActingNoun {
    std::string_view noun;   ///< singular
    std::string_view person; ///< whom the lexicon knows
    std::string_view things; ///< what the thing does as well
    std::string_view clues;  ///< words of the clause that tell of the person whatever they do
};

constexpr ActingNoun kNouns[] = {
    {"fan", "spectator", "spin whir whirl turn blow hum rotate stop creak rattle oscillate cool stand sit hang buzz tick", "autograph crowd stadium stands concert jersey star singer"},
    {"speaker", "politician", "play blast boom hum crackle vibrate hang pump stand sit", "podium lectern microphone audience crowd rally stage pulpit"},
    {"coach", "athlete", "drive park roll stop stand pull arrive pass cross leave rattle race wait travel climb turn", "player players team whistle sideline field locker athlete gym"},
    {"camper", "person", "drive park roll stop stand pull arrive pass cross leave turn", "tent campfire fire marshmallow marshmallows"},
    {"pitcher", "baseball player", "stand sit fall spill break pour hold", "mound baseball catcher batter ball"},
    {"bowler", "athlete", "sit lie hang", "ball pins alley lane"},
    {"comic", "person", "lie hang sit", "stage microphone audience club"},
    {"tumbler", "athlete", "stand sit fall spill break hold lie", "mat circus trampoline"},
    {"ruler", "king", "lie measure sit", "throne crown palace"},
};

/// What is done to somebody alone.
constexpr std::string_view kToSomebody = "hug greet kiss interview thank face address marry ask answer tell invite arrest comfort photograph embrace applaud";

const ActingNoun* rowOf(std::string_view lemma) {
    const auto* const row = std::find_if(std::begin(kNouns), std::end(kNouns), [&](const ActingNoun& known) { return known.noun == lemma; });
    return row == std::end(kNouns) ? nullptr : row;
}

bool endsClause(const TaggedText& t, std::size_t i) { return t.is(i, Tag::mark) || t.is(i, Tag::subordinator); }

/// The verb of the clause, behind the noun at `i`.
std::optional<std::size_t> verbAfter(const TaggedText& t, std::size_t i) {
    for (std::size_t k = i + 1; k < t.size() && !endsClause(t, k); ++k)
        if (t.is(k, Tag::verb) || t.is(k, Tag::gerund)) return k;
    return std::nullopt;
}

/// "Hugs a fan", "a crowd of fans".
bool isTakenForSomebody(const TaggedText& t, FormTable& forms, std::size_t i) {
    std::size_t k = i;
    while (k > 0 && (t.is(k - 1, Tag::determiner) || t.is(k - 1, Tag::adjective) || t.is(k - 1, Tag::possessive) || t.is(k - 1, Tag::number))) --k;
    if (k == 0) return false;
    if (t.w[k - 1] == "of") return k > 1 && isOneOf(t.w[k - 2], "crowd group team line mob dozens hundreds thousands row bunch pack");
    return isOneOf(forms.verbLemma(t.w[k - 1]).value_or(""), kToSomebody);
}

bool hasClue(const TaggedText& t, std::size_t i, std::string_view clues) {
    std::size_t begin = i, end = i + 1;
    while (begin > 0 && !endsClause(t, begin - 1)) --begin;
    while (end < t.size() && !endsClause(t, end)) ++end;
    return std::any_of(t.w.begin() + std::ptrdiff_t(begin), t.w.begin() + std::ptrdiff_t(end), [&](const std::string& word) { return isOneOf(word, clues); });
}

bool acts(const TaggedText& t, FormTable& forms, std::size_t i, const ActingNoun& row) {
    const auto verb = verbAfter(t, i);
    return verb && !isOneOf(forms.verbLemma(t.w[*verb]).value_or(t.w[*verb]), row.things);
}

} // namespace

void castActingNouns(TaggedText& text, FormTable& forms) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        Entity& entity = text.entities[i];
        if (!entity.thing || entity.length != 1 || entity.thing->entry->kind == SubjectKind::person) continue;
        const ActingNoun* const row = rowOf(entity.thing->plural ? forms.nounLemma(text.w[i]) : text.w[i]);
        if (!row || !(acts(text, forms, i, *row) || hasClue(text, i, row->clues) || isTakenForSomebody(text, forms, i))) continue;
        const ThingEntry* const person = forms.lexicon().thing(std::string(row->person));
        if (!person) continue;
        text.people.push_back({person, std::string(row->noun), entity.thing->plural});
        entity.thing = &text.people.back();
    }
}

} // namespace rushes::reading
