// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/implied_seats.h"

#include "engine/reading/text.h"

#include <algorithm>
#include <string_view>

namespace rushes::stage {
namespace {

using reading::isOneOf;

struct Sitters {
    std::string_view places; ///< kinds
    std::string_view nouns;  ///< who sits there
};

/// Vehicles carry everybody seated; elsewhere those do who came to sit.
constexpr Sitters kSitters[] = {
    {"classroom lecture_hall", "student pupil schoolboy schoolgirl child kid teenager class"},
    {"subway_train train_interior bus_interior airplane_cabin", "passenger commuter traveler traveller tourist businessman student"},
    {"theater concert_hall circus", "audience spectator viewer moviegoer"},
    {"church temple wedding", "congregation parishioner worshipper mourner"},
    {"courtroom", "jury juror defendant"},
    {"restaurant diner cafe cafeteria dining_room food_court", "diner customer patron guest"},
};
constexpr std::string_view kDozing = "subway_train train_interior bus_interior airplane_cabin classroom lecture_hall theater courtroom airport bus_stop";

/// What is done on a seat as well.
bool staysOnSeat(const reading::Action& action) { return isOneOf(action.motion, "talk whisper listen look laugh cry read write eat drink phone type sleep argue sing"); }

bool sits(const reading::ShotDescription& description, const reading::Subject& subject) {
    return std::all_of(description.actions.begin(), description.actions.end(), [&](const auto& action) { return action.subject != subject.id || staysOnSeat(action); }) &&
           std::none_of(description.relations.begin(), description.relations.end(), [&](const auto& relation) { return relation.a == subject.id; });
}

} // namespace

void addImpliedSeats(reading::ShotDescription& description) {
    if (!description.place) return;
    const std::string& kind = description.place->kind;
    if (isOneOf(kind, kDozing))
        for (auto& action : description.actions)
            if (action.motion == "sleep" && (action.act.empty() || action.act == "sleep")) action.act = "doze";
    std::vector<reading::Action> seats;
    for (const auto& subject : description.subjects) {
        const bool comes = std::any_of(std::begin(kSitters), std::end(kSitters), [&](const Sitters& row) { return isOneOf(kind, row.places) && isOneOf(subject.noun, row.nouns); });
        if (subject.kind != reading::SubjectKind::person || !comes || !sits(description, subject)) continue;
        reading::Action seat;
        seat.subject = subject.id;
        seat.verb = seat.motion = "sit";
        seats.push_back(std::move(seat));
    }
    description.actions.insert(description.actions.begin(), seats.begin(), seats.end());
}

} // namespace rushes::stage
