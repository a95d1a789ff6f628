// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/int_vehicle.h"

#include "engine/reading/subjects.h"
#include "engine/reading/text.h"

#include <algorithm>

namespace rushes::reading {
namespace {

/// "INT. POLICE CAR - NIGHT. He drives." → "POLICE CAR ", with its place in the prompt.
Span headingOf(std::string_view prompt) {
    for (const std::string_view mark : {"INT. ", "INT./EXT. ", "INT/EXT. ", "INT "})
        if (prompt.starts_with(mark)) {
            const std::size_t end = std::min(prompt.find_first_of("-.,\n", mark.size()), prompt.size());
            return {mark.size(), end};
        }
    return {};
}

} // namespace

void boardHeading(std::string_view prompt, const Lexicon& lexicon, ShotDescription& out) {
    Span span = headingOf(prompt);
    if (span.begin == span.end || (out.place && !out.place->location.empty())) return;
    const Words heading = words(lowerAscii(prompt.substr(span.begin, span.end - span.begin)));
    if (heading.empty() || !isOneOf(heading.back(), "car taxi cab van minivan truck limousine limo suv jeep sedan pickup convertible ambulance cruiser")) return;
    const bool named = std::any_of(out.subjects.begin(), out.subjects.end(), [](const Subject& subject) { return subject.kind == SubjectKind::vehicle; });
    const ThingEntry* const entry = lexicon.thing(heading.back() == "limo" ? "limousine" : heading.back() == "cruiser" ? "car" : heading.back());
    if (named || !entry || (heading.size() > 1 && isOneOf(heading[heading.size() - 2], "train railway subway dining cable elevator"))) return;
    while (span.end > span.begin && prompt[span.end - 1] == ' ') --span.end;
    Subject vehicle = newSubject(out, entry);
    vehicle.noun = heading.back();
    vehicle.span = span;
    const std::size_t people = out.subjects.size();
    out.subjects.push_back(vehicle);
    for (std::size_t i = 0; i < people; ++i)
        if (out.subjects[i].kind == SubjectKind::person) out.relations.push_back({out.subjects[i].id, vehicle.id, RelationKind::in, 0, span});
}

} // namespace rushes::reading
