// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/place.h"

#include "engine/reading/place_guess.h"
#include "engine/reading/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rushes::reading {

namespace {

std::string locationOf(const Entity& entity) { return entity.location ? entity.location->name : std::string(); }

} // namespace

PlaceReader::PlaceReader(const TaggedText& text, FormTable& forms, const NounPhrases& phrases, ShotDescription& out)
    : m_text(text), m_forms(forms), m_phrases(phrases), m_out(out) {
    m_verbless = std::none_of(text.tags.begin(), text.tags.end(), [](Tag t) { return t == Tag::verb || t == Tag::gerund || t == Tag::participle; });
}

bool PlaceReader::isPlace(const NounPhrase& phrase, const Entity& entity) const {
    if (!entity.place) return false;
    if (m_text.w[phrase.head] == "wood" && phrase.end - phrase.begin == 1) return false; // "saws wood", not "in a wood"
    const auto before = phrase.begin > 0 ? m_forms.verbLemma(m_text.w[phrase.begin - 1]) : std::nullopt;
    if (m_text.w[phrase.head] == "pool" && before && isAny(*before, {"play", "shoot"})) return false; // the game
    if (!entity.thing) return true;
    const std::string& preposition = phrase.preposition;
    if (isWholeOf(phrase)) return true;
    const bool of = m_text.word(phrase.end) == "of"; // "on the roof of the barn" is a thing
    if (entity.thing->entry->nature && isOneOf(preposition, "on off over near by from to beneath under above up")) return !of;
    if (isOneOf(preposition, "in at through across inside into down along throughout outside")) return !of;
    if (m_verbless && m_phrases.list.size() == 1) return true;
    if (phrase.begin == 0 || !preposition.empty()) return false;
    const bool verb = m_text.is(phrase.begin - 1, Tag::verb) || m_text.is(phrase.begin - 1, Tag::gerund);
    return verb && isOneOf(m_forms.verbLemma(m_text.w[phrase.begin - 1]).value_or(""), "cross enter leave reach approach explore fill visit tour");
}

/// "the aisle of a church", "the back of a bar": where the part is.
bool PlaceReader::isWholeOf(const NounPhrase& phrase) const {
    return phrase.preposition == "of" && phrase.begin > 1 && isOneOf(m_text.w[phrase.begin - 2], "aisle nave floor corner back middle centre center lobby hall entrance corridors");
}

/// "look up at the sky": nobody is there.
bool PlaceReader::isLookedAt(const NounPhrase& phrase) const {
    return isOneOf(phrase.preposition, "at to toward towards into") &&
           std::any_of(m_text.w.begin(), m_text.w.end(), [](const std::string& x) { return isOneOf(x, "look looks looking gaze gazes gazing stare stares staring point points pointing watch watches peer peers tilts tilt tilting follow"); });
}

int PlaceReader::rank(const NounPhrase& phrase, const PlaceEntry& place) const {
    const std::string& preposition = phrase.preposition;
    const bool first = &phrase == m_phrases.list.data();
    if (isOneOf(preposition, "toward towards like for as with")) return 5;
    if (preposition.empty() && !first && m_verbless) return 1;
    int rank = first ? 1 : 3;
    if (isOneOf(preposition, "in at inside") || isWholeOf(phrase)) rank = 0;
    if (isOneOf(preposition, "through on across along down into")) rank = 1;
    if (isOneOf(preposition, "over off to of from")) rank = 2;
    return isAny(place.kind, {"sky", "landmark"}) ? rank + 2 : rank;
}

void PlaceReader::propose(const NounPhrase& phrase, const PlaceEntry& place, const std::string& location, int rank) {
    if (m_out.place && rank >= m_best) return;
    m_best = rank;
    m_out.place = Place{place.kind, place.interior, location, m_text.span(phrase.begin, phrase.end)};
}

/// "Slaps her husband and storms out of the restaurant": most of it is inside.
bool PlaceReader::isLeftAtLast(const NounPhrase& phrase) const {
    std::size_t verbs = 0;
    for (std::size_t k = phrase.begin; k-- > 0 && m_text.w[k] != "." && m_text.w[k] != ";";) verbs += m_text.is(k, Tag::verb) ? 1 : 0;
    const bool last = m_text.word(phrase.end).empty() || isAny(m_text.word(phrase.end), {".", ";"});
    return verbs > 1 && last;
}

/// "walks out of the saloon", "outside the bank", "leaves the hotel", "in front of a school", "a burning warehouse": the shot is before
/// it, not in it.
bool PlaceReader::isLeftBehind(const NounPhrase& phrase, const PlaceEntry& place) const {
    if (!place.interior) return false;
    const bool within = isOneOf(phrase.preposition, "in inside into through");
    for (std::size_t k = phrase.begin; k < phrase.head && !within; ++k)
        if (isOneOf(m_text.w[k], "burning blazing flaming smoldering smouldering collapsing exploding")) return true;
    if (phrase.begin == 0) return false;
    const std::string& before = m_text.w[phrase.begin - 1];
    if (isAny(before, {"outside", "before"})) return true;
    if (before == "of" && phrase.begin > 1 && m_text.w[phrase.begin - 2] == "front") return true;
    if (!place.outside.empty() && isOneOf(before, "toward towards")) return true;
    if (isAny(before, {"of", "from"}) && phrase.begin > 1 && m_text.w[phrase.begin - 2] == "out") return !isLeftAtLast(phrase);
    if (isAny(before, {"of", "from"})) return phrase.begin > 1 && isAny(m_text.w[phrase.begin - 2], {"outside", "away"});
    const bool verb = m_text.is(phrase.begin - 1, Tag::verb) || m_text.is(phrase.begin - 1, Tag::gerund);
    return verb && !isLeftAtLast(phrase) && isOneOf(m_forms.verbLemma(before).value_or(""), "leave exit flee");
}

/// A noun that no table lists, where places stand ("in an amphitheatre"): the nearest place above it in WordNet.
const PlaceEntry* PlaceReader::kindred(const NounPhrase& phrase) const {
    if (m_text.entities[phrase.head] || !isOneOf(phrase.preposition, "in at inside through across on into along throughout outside")) return nullptr;
    const std::string lemma = m_forms.nounLemma(m_text.w[phrase.last]);
    const Lexicon& lexicon = m_forms.lexicon();
    if (contains(lexicon.bodyParts, lemma) || contains(lexicon.notThings, lemma) || m_text.capital[phrase.last]) return nullptr;
    return kindredPlace(m_forms, lemma);
}

/// "a desert highway", "the kitchen table": better than no place at all.
void PlaceReader::readModifier(const NounPhrase& phrase) {
    constexpr int weakest = 6;
    // "a square jaw" is nowhere
    if (isOneOf(m_text.w[phrase.last], "jaw chin face forehead shoulders nose") || contains(m_forms.lexicon().bodyParts, m_text.w[phrase.last])) return;
    for (std::size_t k = phrase.begin; k < phrase.head; ++k) {
        if (m_text.entities[k].place && !m_text.entities[k].thing) propose(phrase, *m_text.entities[k].place, locationOf(m_text.entities[k]), weakest);
    }
    // "the kitchen table" is one word of the lexicon
    for (std::size_t k = phrase.head; k < phrase.last; ++k)
        if (const auto* const place = m_forms.lexicon().places.exact(m_text.w[k]); place && !m_out.place && m_text.w[k] != "wedding") {
            propose(phrase, **place, {}, weakest);
            m_out.place->inferred = true;
            m_out.place->span = {};
        }
}

/// "the courthouse steps": before the building.
const PlaceEntry* PlaceReader::placeOfSteps(const NounPhrase& phrase) const {
    if (m_text.w[phrase.last] != "steps") return nullptr;
    for (std::size_t k = phrase.begin; k < phrase.last; ++k)
        if (const PlaceEntry* const place = m_text.entities[k].place; place && place->interior) return place;
    return nullptr;
}

/// "A girl on a night bus looks out", "asleep aboard the train": inside of it, unless she gets on, or it is seen to go.
const PlaceEntry* PlaceReader::placeAboard(const NounPhrase& phrase) const {
    const Entity& entity = m_text.entities[phrase.head];
    if (!entity.thing || !isAny(phrase.preposition, {"on", "aboard"}) || entity.thing->plural || m_text.word(phrase.end) == "of") return nullptr;
    static constexpr std::array<std::array<std::string_view, 2>, 4> within{{{"bus coach tram streetcar trolley", "bus_interior"}, {"train", "train_interior"}, {"plane airplane aeroplane airliner jet", "airplane_cabin"}, {"subway metro", "subway_train"}}};
    const bool somebody = std::any_of(m_out.subjects.begin(), m_out.subjects.end(), [](const Subject& s) { return s.kind == SubjectKind::person; });
    for (std::size_t k = phrase.begin; k-- > 0 && m_text.w[k] != ".";) {
        if (m_text.is(k, Tag::verb) || m_text.is(k, Tag::gerund) || m_text.is(k, Tag::participle)) {
            const std::string verb = m_forms.verbLemma(m_text.w[k]).value_or("");
            if (isOneOf(verb, "get climb hop step jump board load put paint spray hang leap clamber throw cling run crouch crawl fight land drop")) return nullptr;
        }
    }
    const auto found = std::find_if(within.begin(), within.end(), [&](const auto& pair) { return isOneOf(entity.thing->lemma, pair[0]); });
    return somebody && found != within.end() ? m_forms.lexicon().placeOfKind(std::string((*found)[1])) : nullptr;
}

bool PlaceReader::read(NounPhrase& phrase) {
    const Entity& entity = m_text.entities[phrase.head];
    if (const PlaceEntry* const aboard = placeAboard(phrase); aboard && !m_out.place) {
        phrase.place = aboard;
        propose(phrase, *aboard, {}, 0);
        return true;
    }
    if (const PlaceEntry* const building = placeOfSteps(phrase)) {
        phrase.place = building;
        phrase.leftBehind = true;
        return false;
    }
    if (entity.place && !entity.thing && entity.place->kind == "sky" && isLookedAt(phrase)) return true;
    const PlaceEntry* const kin = kindred(phrase);
    if (!kin && !isPlace(phrase, entity)) {
        readModifier(phrase);
        return false;
    }
    phrase.place = kin ? kin : entity.place;
    phrase.leftBehind = isLeftBehind(phrase, *phrase.place);
    if (!phrase.leftBehind) propose(phrase, *phrase.place, locationOf(entity), rank(phrase, *phrase.place));
    return !entity.thing || !phrase.preposition.empty();
}

void readPlaceLight(const TaggedText& text, const NounPhrases& phrases, ShotDescription& out) {
    auto& light = out.conditions.light;
    for (const NounPhrase& phrase : phrases.list) {
        if (!phrase.place) continue;
        const auto begin = text.w.begin() + std::ptrdiff_t(phrase.begin), head = text.w.begin() + std::ptrdiff_t(phrase.head);
        const bool dark = std::any_of(begin, head, [](const std::string& x) { return isOneOf(x, "dark darkened unlit pitch-dark pitch-black"); });
        const bool dim = std::any_of(begin, head, [](const std::string& x) { return isOneOf(x, "dim gloomy shadowy murky"); });
        if ((dark || dim) && std::find(light.begin(), light.end(), "low_key") == light.end()) light.push_back("low_key");
        if (dark && !out.conditions.time) out.conditions.time = TimeOfDay::night;
    }
}

void goOutside(const Lexicon& lexicon, Place& place) {
    if (!place.interior || !place.location.empty()) return;
    const PlaceEntry* const within = lexicon.placeOfKind(place.kind);
    const PlaceEntry* const before = lexicon.placeOfKind(within && !within->outside.empty() ? within->outside : std::string("street"));
    if (before) place.kind = before->kind, place.interior = before->interior;
}

namespace {

Place about(const PlaceEntry& entry, const Span& span) { return Place{entry.kind, entry.interior, {}, span}; }

} // namespace

std::optional<Place> placeOfThings(const TaggedText& text, const Lexicon& lexicon, const NounPhrases& phrases) {
    for (const NounPhrase& phrase : phrases.list)
        if (phrase.leftBehind && phrase.place)
            if (const PlaceEntry* const found = lexicon.placeOfKind(phrase.place->outside)) return about(*found, text.span(phrase.begin, phrase.end));
    for (const NounPhrase& phrase : phrases.list) {
        const Entity& entity = text.entities[phrase.head];
        const bool partOf = text.word(phrase.end) == "of"; // "the roof of a house"
        const bool stands = entity.thing && entity.thing->entry->kind == SubjectKind::structure && !partOf;
        if (stands && entity.place && !entity.place->interior && entity.location == nullptr) return about(*entity.place, text.span(phrase.begin, phrase.end));
    }
    return std::nullopt;
}

} // namespace rushes::reading
