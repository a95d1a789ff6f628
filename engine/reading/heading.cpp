// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/heading.h"

#include "engine/reading/subjects.h"
#include "engine/reading/text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rushes::reading {
namespace {

struct Prefix {
    std::string_view text; ///< small letters
    bool exterior, within;
};

constexpr Prefix kPrefixes[] = {{"int./ext. ", false, false}, {"int/ext. ", false, false}, {"ext./int. ", false, false}, {"ext/int. ", false, false},
                                {"int. ", false, true},       {"ext. ", true, false},      {"int ", false, true},        {"ext ", true, false}};

/// "Intense" and "extra" are no prefixes, and small letters need the dot.
const Prefix* prefixOf(std::string_view prompt) {
    const std::string small = lowerAscii(prompt.substr(0, 10));
    const auto* const found = std::find_if(std::begin(kPrefixes), std::end(kPrefixes), [&](const Prefix& prefix) { return std::string_view(small).starts_with(prefix.text); });
    if (found == std::end(kPrefixes)) return nullptr;
    const bool dotted = found->text.find('.') != std::string_view::npos, capitals = prompt.substr(0, 3) == "INT" || prompt.substr(0, 3) == "EXT";
    return dotted || capitals ? found : nullptr;
}

/// Titles that are things elsewhere, and what lies within and without.
struct Vessel {
    std::string_view nouns, within, without;
};
constexpr Vessel kVessels[] = {
    {"ship galleon schooner frigate warship brig steamer", "ship_cabin", "ship_deck"},
    {"yacht boat trawler sailboat lifeboat raft", "ship_cabin", "ferry"},
    {"submarine", "engine_room", "ocean"},
    {"helicopter", "cockpit", "sky"},
};

/// INT. of what is filmed from without.
constexpr std::pair<std::string_view, std::string_view> kWithin[] = {
    {"barn", "stable"}, {"swimming_pool", "indoor_swimming_pool"}, {"castle", "great_hall"}, {"house", "living_room"}, {"cottage", "living_room"}, {"farm", "stable"},
    {"ship_deck", "ship_cabin"}, {"ferry", "ship_cabin"}, {"windmill", "workshop"}, {"campus", "corridor"}, {"stable_yard", "stable"}, {"temple_ruin", "temple"},
    {"monastery", "church"}, {"research_station", "laboratory"}, {"lighthouse", "lighthouse_room"}, {"tent_camp", "tent"}, {"oil_rig", "engine_room"}, {"spaceport", "hangar"}, {"border", "interrogation_room"},
};

std::optional<Place> vesselOf(const Words& title, bool exterior, const Span& span) {
    for (const Vessel& vessel : kVessels)
        if (!title.empty() && isOneOf(title.back(), vessel.nouns)) return Place{std::string(exterior ? vessel.without : vessel.within), !exterior && vessel.within != "ferry", {}, span};
    return std::nullopt;
}

void goWithin(const Lexicon& lexicon, Place& place) {
    if (!place.location.empty()) return;
    const auto* const within = std::find_if(std::begin(kWithin), std::end(kWithin), [&](const auto& pair) { return pair.first == place.kind; });
    const PlaceEntry* const entry = within == std::end(kWithin) ? nullptr : lexicon.placeOfKind(std::string(within->second));
    if (entry) place.kind = entry->kind, place.interior = true;
}

} // namespace

Heading readHeading(std::string_view prompt, const std::vector<Token>& tokens, const Lexicon& lexicon, const NameTable& names) {
    Heading heading;
    const Prefix* const prefix = prefixOf(prompt);
    if (!prefix) return heading;
    const std::size_t begin = prefix->text.size(), end = std::min(prompt.find_first_of(".\n;:", begin), prompt.size());
    heading.span = {0, end};
    heading.exterior = prefix->exterior;
    std::size_t titleEnd = std::min(prompt.find(" - ", begin), end);
    while (titleEnd > begin && prompt[titleEnd - 1] == ' ') --titleEnd;
    heading.title = {begin, titleEnd};
    Words w;
    for (const Token& token : tokens) w.push_back(token.text);
    std::size_t longest = 0;
    for (std::size_t i = 0; i < w.size() && tokens[i].span.begin < end; ++i) {
        if (const auto own = names.location(w, i); own && (!heading.place || heading.place->location.empty()))
            heading.place = Place{(*own.value)->place->kind, (*own.value)->place->interior, (*own.value)->name, {tokens[i].span.begin, tokens[i + own.length - 1].span.end}};
        const auto hit = lexicon.places.at(w, i);
        const bool plain = hit && hit.length == 1 && heading.place && isOneOf(w[i], "room hall area floor corner side entrance"); // "PRISON VISITING ROOM"
        if (!hit || plain || hit.length < longest || (heading.place && !heading.place->location.empty())) continue;
        longest = hit.length;
        heading.place = Place{(*hit.value)->kind, (*hit.value)->interior, {}, {tokens[i].span.begin, tokens[i + hit.length - 1].span.end}};
    }
    if (!heading.place) heading.place = vesselOf(words(lowerAscii(prompt.substr(begin, titleEnd - begin))), heading.exterior, heading.title);
    if (heading.place && prefix->within) goWithin(lexicon, *heading.place);
    return heading;
}

bool isMoreThan(const Place& heading, const Place& text) {
    constexpr std::string_view wide = "house suburban_house living_room town city street village downtown mansion apartment school farm";
    return heading.location.empty() && !text.inferred && isOneOf(heading.kind, wide) && heading.interior == text.interior;
}

void boardHeading(std::string_view prompt, const Heading& heading, const Lexicon& lexicon, ShotDescription& out) {
    if (!heading.isThere() || heading.exterior || (heading.place && !heading.place->location.empty())) return;
    const Words title = words(lowerAscii(prompt.substr(heading.title.begin, heading.title.end - heading.title.begin)));
    if (title.empty() || !isOneOf(title.back(), "car taxi cab van minivan truck limousine limo suv jeep sedan pickup convertible cruiser")) return;
    const bool named = std::any_of(out.subjects.begin(), out.subjects.end(), [](const Subject& subject) { return subject.kind == SubjectKind::vehicle; });
    const ThingEntry* const entry = lexicon.thing(title.back() == "limo" ? "limousine" : title.back() == "cruiser" ? "car" : title.back());
    if (named || !entry || (title.size() > 1 && isOneOf(title[title.size() - 2], "train railway subway dining cable elevator"))) return;
    Subject vehicle = newSubject(out, entry);
    vehicle.noun = title.back();
    vehicle.span = heading.title;
    const std::size_t people = out.subjects.size();
    out.subjects.push_back(vehicle);
    for (std::size_t i = 0; i < people; ++i)
        if (out.subjects[i].kind == SubjectKind::person) out.relations.push_back({out.subjects[i].id, vehicle.id, RelationKind::in, 0, heading.title});
}

} // namespace rushes::reading
