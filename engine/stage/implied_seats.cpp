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
    {"cockpit", "pilot copilot co-pilot aviator"},
    {"theater concert_hall circus", "audience spectator viewer moviegoer"},
    {"church temple wedding", "congregation parishioner worshipper mourner"},
    {"courtroom", "jury juror defendant"},
    {"restaurant diner cafe cafeteria dining_room food_court", "diner customer patron guest"},
};
constexpr std::string_view kDozing = "subway_train train_interior bus_interior airplane_cabin classroom lecture_hall theater courtroom airport bus_stop";

/// What is done on a seat as well.
bool staysOnSeat(const reading::Action& action) { return isOneOf(action.motion, "talk whisper listen look laugh cry read write eat drink phone type sleep argue sing"); }

bool staysPut(const reading::ShotDescription& description, const reading::Subject& subject) {
    return std::all_of(description.actions.begin(), description.actions.end(), [&](const auto& action) { return action.subject != subject.id || staysOnSeat(action); });
}

bool comesToSit(const reading::ShotDescription& description, const reading::Subject& subject) {
    const std::string kind = description.place ? description.place->kind : std::string();
    const bool comes = std::any_of(std::begin(kSitters), std::end(kSitters), [&](const Sitters& row) { return isOneOf(kind, row.places) && isOneOf(subject.noun, row.nouns); });
    return comes && staysPut(description, subject) && std::none_of(description.relations.begin(), description.relations.end(), [&](const auto& relation) { return relation.a == subject.id; });
}

/// Whoever eats or drinks in a restaurant, or talks over it, but for those who work or stand there.
constexpr std::string_view kTables = "restaurant diner cafe cafeteria dining_room food_court";
constexpr std::string_view kMeals = "coffee tea dinner lunch breakfast drinks wine beer meal menu chessboard";
constexpr std::string_view kStaff = "waiter waitress server chef cook barista bartender barman barmaid host hostess maitre manager owner cashier cleaner dishwasher busboy "
                                    "policeman policewoman officer cop robber thief gunman musician violinist pianist singer butler maid";

bool dines(const reading::ShotDescription& description, const reading::Subject& subject) {
    const bool eats = std::any_of(description.actions.begin(), description.actions.end(), [&](const auto& action) { return action.subject == subject.id && isOneOf(action.motion, "eat drink"); });
    const bool over = std::any_of(description.relations.begin(), description.relations.end(), [&](const auto& relation) {
        const auto* meal = description.subject(relation.b);
        return relation.a == subject.id && relation.relation == reading::RelationKind::above && meal && isOneOf(meal->noun, kMeals);
    });
    return (eats || over) && hasTables(description) && !isOneOf(subject.noun, kStaff) && staysPut(description, subject);
}

bool isTable(const reading::ShotDescription& description, const std::string& id) {
    const auto* subject = description.subject(id);
    return subject && isOneOf(subject->model, "desk school_desk writing_desk office_desk table kitchen_table dining_table round_table");
}

constexpr std::string_view kTableWork = "play sign draw sew knit count study sketch paint fidget wait";

/// "At her desk", "at the kitchen table": unless what is done needs the legs or the words put somebody elsewhere.
bool isAtTable(const reading::ShotDescription& description, const reading::Subject& subject) {
    const bool at = std::any_of(description.relations.begin(), description.relations.end(), [&](const auto& r) {
        return r.a == subject.id && r.relation == reading::RelationKind::beside && isTable(description, r.b);
    });
    return at && std::all_of(description.actions.begin(), description.actions.end(), [&](const auto& action) {
               return action.subject != subject.id || staysOnSeat(action) || isOneOf(action.verb, kTableWork) || (action.motion == "reach" && isTable(description, action.target));
           });
}

/// In a classroom it is the teacher who has the desk; pupils sit at theirs.
void takeSchoolDesks(reading::ShotDescription& description) {
    for (const auto& relation : description.relations) {
        const auto* who = description.subject(relation.a);
        const auto desk = std::find_if(description.subjects.begin(), description.subjects.end(), [&](const auto& subject) { return subject.id == relation.b && subject.model == "desk"; });
        if (who && desk != description.subjects.end() && isOneOf(who->noun, kSitters[0].nouns)) desk->model = "school desk";
    }
}

/// Where one sits is neither what is done nor what one floats over.
void dropTable(reading::ShotDescription& description, const std::string& who) {
    for (auto& action : description.actions)
        if (action.subject == who && isTable(description, action.target)) action.target.clear();
    std::erase_if(description.relations, [&](const auto& relation) { return relation.a == who && relation.relation == reading::RelationKind::above; });
}

/// "Pushes his daughter on a swing": she sits on it, and whoever pushes stands behind her.
void addSwings(reading::ShotDescription& description, std::vector<reading::Action>& seats) {
    const std::vector<reading::Relation> relations = description.relations;
    for (const auto& relation : relations) {
        const auto *who = description.subject(relation.a), *swing = description.subject(relation.b);
        if (!who || !swing || who->kind != reading::SubjectKind::person || swing->noun != "swing") continue;
        const bool sits = std::any_of(description.actions.begin(), description.actions.end(), [&](const auto& action) { return action.subject == who->id && isOneOf(action.motion, "sit sit_down swing"); });
        if (!sits && staysPut(description, *who)) {
            reading::Action seat;
            seat.subject = who->id;
            seat.verb = seat.motion = "sit";
            seat.act = "swing_ride";
            seat.target = swing->id;
            seats.push_back(std::move(seat));
        }
        for (auto& action : description.actions)
            if (action.motion == "push" && action.target == who->id) {
                action.act = "brace";
                action.target.clear();
                description.relations.push_back({action.subject, who->id, reading::RelationKind::behind, action.order, action.span});
            }
    }
}

} // namespace

bool hasTables(const reading::ShotDescription& description) { return description.place && isOneOf(description.place->kind, kTables); }

void addImpliedSeats(reading::ShotDescription& description) {
    const std::string kind = description.place ? description.place->kind : std::string();
    if (isOneOf(kind, kSitters[0].places)) takeSchoolDesks(description);
    if (isOneOf(kind, kDozing))
        for (auto& action : description.actions)
            if (action.motion == "sleep" && (action.act.empty() || action.act == "sleep")) action.act = "doze";
    std::vector<reading::Action> seats;
    addSwings(description, seats);
    for (const auto& subject : description.subjects) {
        if (subject.kind != reading::SubjectKind::person) continue;
        if (!comesToSit(description, subject) && !isAtTable(description, subject) && !dines(description, subject)) continue;
        dropTable(description, subject.id);
        reading::Action seat;
        seat.subject = subject.id;
        seat.verb = seat.motion = "sit";
        seats.push_back(std::move(seat));
    }
    description.actions.insert(description.actions.begin(), seats.begin(), seats.end());
}

} // namespace rushes::stage
