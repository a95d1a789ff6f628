// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/seating.h"

#include "engine/reading/text.h"
#include "engine/stage/casting.h"
#include "engine/stage/deeds.h"
#include "engine/stage/easing.h"
#include "engine/stage/implied_seats.h"
#include "engine/stage/seat_rows.h"
#include "engine/stage/set_places.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <utility>

namespace rushes::stage {

using reading::Action;
using reading::RelationKind;
using reading::Subject;

namespace {

bool isTable(std::string_view name) { return reading::isAny(name, {"table", "dining table", "round table", "kitchen table", "coffee table", "desk"}); }

bool holdsUp(RelationKind relation) { return relation == RelationKind::on || relation == RelationKind::in; }

} // namespace

/// "On the floor", "in the grass".
bool Seating::isOnGround(const Action& action) const {
    const auto isGround = [](std::string_view word) {
        return reading::isAny(word, {"floor", "ground", "grass", "sand", "carpet", "rug", "snow", "beach", "dirt", "pavement", "sidewalk", "mat", "earth", "lawn", "deck", "blanket", "gutter", "dust", "mud"});
    };
    const auto* target = m_work.description.subject(action.target);
    return isGround(action.object) || (target && isGround(target->noun));
}

bool Seating::isOnStairs(const Action& action) const {
    const auto* target = m_work.description.subject(action.target);
    const auto isStairs = [](std::string_view word) { return reading::isAny(word, {"stairs", "steps", "staircase", "stairway", "stair", "step", "stoop"}); };
    return isStairs(action.object) || (target && isStairs(target->noun));
}

/// What they sit on, by the words: the seat, or a thing of a height that one can sit on.
const Subject* Seating::namedSeat(const Worker& worker, const Action& action) const {
    const auto fits = [&](const Subject* subject) { return subject && !subject->worn && subject->kind != reading::SubjectKind::person && canBeSatOn(m_work.sets, *subject); };
    const std::string& who = m_work.person(worker).subject;
    for (const auto& relation : m_work.description.relations)
        if (relation.a == who && holdsUp(relation.relation))
            if (const auto* seat = m_work.description.subject(relation.b); fits(seat)) return seat;
    const auto* target = m_work.description.subject(action.target);
    const bool at = std::any_of(m_work.description.relations.begin(), m_work.description.relations.end(), [&](const auto& relation) { return relation.b == action.target && !holdsUp(relation.relation); });
    return fits(target) && !at && target->kind != reading::SubjectKind::animal && sitsDown(action) ? target : nullptr;
}

bool Seating::isOnSeat(const Worker& worker) const {
    const std::string& who = m_work.person(worker).subject;
    return std::any_of(m_work.description.relations.begin(), m_work.description.relations.end(), [&](const auto& relation) {
        const auto* seat = relation.a == who && holdsUp(relation.relation) ? m_work.description.subject(relation.b) : nullptr;
        return seat && (reading::isOneOf(seat->noun, "bench chair armchair sofa couch stool pew throne deckchair rocker settee") || seat->noun.ends_with(" chair") || seat->noun.ends_with(" bench"));
    });
}

/// The table that they are said to be at or around.
const Subject* Seating::namedTable(const Worker& worker, const Action& action) const {
    const auto asTable = [&](const std::string& id) -> const Subject* {
        const auto* subject = m_work.description.subject(id);
        return subject && subject->kind == reading::SubjectKind::prop && (isTable(subject->noun) || isTable(subject->model)) ? subject : nullptr;
    };
    const std::string& who = m_work.person(worker).subject;
    for (const auto& relation : m_work.description.relations)
        if (relation.a == who && (relation.relation == RelationKind::beside || relation.relation == RelationKind::around || relation.relation == RelationKind::facing))
            if (const auto* table = asTable(relation.b)) return table;
    return asTable(action.target);
}

/// How many do this together: joined by words, or said to be on or at the same thing.
std::size_t Seating::sittersOn(const std::string& subject, const Action& action) const {
    return std::size_t(std::count_if(m_work.workers.begin(), m_work.workers.end(), [&](const Worker& worker) {
        return std::any_of(worker.groups.begin(), worker.groups.end(), [&](const auto& group) {
            return std::any_of(group.begin(), group.end(), [&](const Action* other) { return other->span == action.span || (!subject.empty() && other->target == subject && playOf(*other).seated); });
        });
    }));
}

bool Seating::take(Worker& worker, const std::string& key) {
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& r) { return r.key == key; });
    if (row == m_rows.end() || row->next >= row->slots.size()) return false;
    worker.slot = row->slots[row->next++];
    return true;
}

/// The marks of the set that belong to one of its things, from left to right.
std::vector<Slot> Seating::ownSeats(const sets::ObjectInfo& object) const {
    std::vector<Slot> seats;
    const auto taken = m_work.seatsTaken();
    for (const auto& mark : m_work.blocking.set->marks) {
        const glm::vec3 p = mark.position;
        const bool inside = p.x > object.bounds.low.x - 0.25f && p.x < object.bounds.high.x + 0.25f && p.z > object.bounds.low.z - 0.25f && p.z < object.bounds.high.z + 0.25f;
        const bool free = std::none_of(taken.begin(), taken.end(), [&](const auto& other) { return glm::distance(other, p) < 0.4f; });
        if (mark.seat && mark.pose == "sit" && inside && free) seats.push_back({p, mark.yaw, mark.seat});
    }
    return seats;
}

void Seating::makeRow(const Subject& seat, const Worker& worker, std::size_t sitters, std::string_view part) {
    Row row{seat.id, {}, 0};
    if (const auto* own = seat.colour.empty() ? ownThing(*m_work.blocking.set, m_work.sets, seat) : nullptr) {
        row.slots = ownSeats(*own);
        if (row.slots.size() >= sitters) {
            m_work.blocking.setSubjects.emplace_back(seat.id, own->object);
            m_work.blocking.laidFor = row.slots.front().yaw + 24;
            m_rows.push_back(std::move(row));
            return;
        }
    }
    auto prop = brought(m_work.sets, seat);
    if (!prop) return;
    const float wide = 0.5f * std::max(prop->prop->size.x, prop->prop->size.z) * prop->scale;
    const glm::vec3 here = worker.slot.position, spot = m_work.blocking.set->freeSpotNear(here, std::min(wide, 2.0f)).value_or(here);
    prop->path = {spot};
    m_work.blocking.laidFor = m_work.viewYaw();
    prop->yaw = seatFacing(*prop, m_work.viewYaw());
    row.slots = seatsOn(*prop, sitters, part);
    m_work.blocking.props.push_back(std::move(*prop));
    m_rows.push_back(std::move(row));
}

void Seating::makeTable(const std::string& key, const Subject* table, const Worker& worker, std::size_t sitters) {
    Row row{key, {}, 0};
    const auto* own = table && table->colour.empty() ? ownThing(*m_work.blocking.set, m_work.sets, *table) : nullptr;
    const glm::vec3 near = own ? own->bounds.centre() : worker.slot.position;
    row.slots = seatsAtOneTable(*m_work.blocking.set, near, sitters);
    if (!row.slots.empty() && (own || !table) && glm::distance(row.slots.front().position, near) < (own ? 2.5f : 7.0f)) {
        if (own) m_work.blocking.setSubjects.emplace_back(table->id, own->object);
        m_rows.push_back(std::move(row));
        return;
    }
    auto prop = table ? brought(m_work.sets, *table) : broughtByName(m_work.sets, "dining table");
    if (!prop) return;
    const float clear = 0.5f * std::max(prop->prop->size.x, prop->prop->size.z) * prop->scale + 0.5f;
    prop->path = {m_work.blocking.set->freeSpotNear(worker.slot.position, std::min(clear, 1.8f)).value_or(worker.slot.position)};
    prop->yaw = m_work.viewYaw();
    m_work.blocking.laidFor = m_work.viewYaw();
    row.slots = placesAt(*prop, sitters, m_work.viewYaw());
    m_work.blocking.props.push_back(std::move(*prop));
    m_rows.push_back(std::move(row));
}

/// Whether the words have them in a circle, or around something: on the ground, then, unless they say what on.
bool Seating::inRing(const Worker& worker) const {
    const std::string& who = m_work.person(worker).subject;
    const auto& arranged = m_work.description.arrangements;
    return std::any_of(arranged.begin(), arranged.end(), [&](const auto& a) { return std::find(a.members.begin(), a.members.end(), who) != a.members.end(); }) ||
           std::any_of(m_work.description.relations.begin(), m_work.description.relations.end(), [&](const auto& r) { return r.a == who && r.relation == RelationKind::around; });
}

/// On a sofa, a bench or a table that the words name; beds are the set's or brought.
bool Seating::lieOn(Worker& worker) {
    for (const auto& relation : m_work.description.relations) {
        const auto* on = m_work.description.subject(relation.b);
        if (relation.a != m_work.person(worker).subject || !holdsUp(relation.relation) || !on || on->kind != reading::SubjectKind::prop) continue;
        auto prop = brought(m_work.sets, *on);
        if (!prop || prop->prop->pose == "lie") return false;
        const glm::vec3 size = prop->prop->size * prop->scale;
        if (std::max(size.x, size.z) < 1.2f || size.y > 1.3f) return false;
        prop->path = {m_work.blocking.set->freeSpotNear(worker.slot.position, 1.1f).value_or(worker.slot.position)};
        prop->yaw = m_work.viewYaw() + (size.x > size.z ? 0.0f : 90.0f);
        const float front = size.x > size.z ? 0.12f : 0.0f; // before the cushions of the back
        worker.slot = {prop->path.front() + heading(m_work.viewYaw()) * front, m_work.viewYaw() + 90, prop->prop->seatHeight.value_or(prop->prop->size.y) * prop->scale};
        worker.arranged = true;
        m_work.blocking.laidFor = m_work.viewYaw();
        m_work.blocking.props.push_back(std::move(*prop));
        return true;
    }
    return false;
}

void Seating::sit(Worker& worker, const MotionPlay& play, const Action& action) {
    const auto taken = m_work.seatsTaken();
    if (worker.seatAhead) {
        worker.slot = *worker.seatAhead;
        if (!worker.slot.seat) worker.slot.seat = 0.45f;
        return;
    }
    const auto* act = m_work.person(worker).figure->library().acts().find(play.figure);
    if (act && act->station.centred) { // a boat's thwart
        worker.slot.seat = 0.32f;
        return;
    }
    if (isOnGround(action)) return;
    if (play.lies && worker.arranged) return; // under a car, in a circle
    if (play.lies && lieOn(worker)) return;
    const bool drives = play.figure == "drive" || play.figure == "fly";
    if (!play.lies && !drives) {
        if (isOnStairs(action)) {
            if (std::none_of(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.key == "@stairs"; }))
                m_rows.push_back({"@stairs", seatsOnStairs(*m_work.blocking.set, worker.slot.position, std::min<std::size_t>(3, sittersOn({}, action))), 0});
            if (take(worker, "@stairs")) {
                m_work.blocking.laidFor = worker.slot.yaw + 20;
                worker.arranged = true;
                return;
            }
        }
        if (const auto* seat = namedSeat(worker, action)) {
            if (take(worker, seat->id)) return;
            const bool full = std::any_of(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.key == seat->id; });
            if (!full) makeRow(*seat, worker, sittersOn(seat->id, action), action.object);
            if (!full && take(worker, seat->id)) return;
        }
        const auto* table = namedTable(worker, action);
        const std::size_t company = sittersOn(table ? table->id : std::string{}, action);
        const bool shared = company > 1 && ((act && isTable(act->station.prop)) || hasTables(m_work.description));
        if (((table && (company > 1 || sitsDown(action))) || shared) && !isOfCrowd(m_work.description, m_work.person(worker))) {
            const std::string key = table ? table->id : "@" + std::to_string(action.span.begin);
            if (take(worker, key)) return m_brought.bringIfMissing(worker.slot, worker.index, "chair");
            makeTable(key, table, worker, company);
            if (take(worker, key)) return m_brought.bringIfMissing(worker.slot, worker.index, "chair");
        }
    }
    if (act && !act->station.prop.empty()) return m_brought.bring(worker.slot, worker.index, "chair");
    if (worker.arranged && !play.lies && !inRing(worker)) return m_brought.bring(worker.slot, worker.index, "chair");
    if (drives)
        if (const auto seat = seatNear(*m_work.blocking.set, worker.slot.position, "drive", taken); !seat) return m_brought.bring(worker.slot, worker.index, "car seat");
    const std::string_view pose = play.lies ? "lie" : play.figure == "drive" ? "drive" : "sit";
    auto seat = pose == "sit" ? seatTogether(worker, taken) : std::nullopt;
    if (!seat) seat = seatNear(*m_work.blocking.set, worker.slot.position, pose, taken);
    if (seat) {
        worker.slot = *seat;
        if (!worker.slot.seat && pose == "sit") m_brought.bring(worker.slot, worker.index, "chair");
        if (!worker.slot.seat) worker.slot.seat = 0.45f;
        return;
    }
    if (play.lies && !m_brought.namesBed()) return; // on the floor where they are
    if (play.lies) return m_brought.bring(worker.slot, worker.index, "bed");
    if (isOfCrowd(m_work.description, m_work.person(worker))) return; // on the ground where they are
    if (worker.arranged) return;                                      // in a circle: on the ground there
    m_brought.bring(worker.slot, worker.index, "chair");
    m_work.warnings.push_back("The set has no free seat; a chair was brought.");
}

bool Seating::sitAtTable(Worker& worker) {
    const Action none;
    const auto* table = namedTable(worker, none);
    const auto company = m_work.workersOf(m_work.person(worker).subject).size();
    if (!table || company < 2) return false;
    if (!take(worker, table->id)) {
        makeTable(table->id, table, worker, company);
        if (!take(worker, table->id)) return false;
    }
    m_brought.bringIfMissing(worker.slot, worker.index, "chair");
    return true;
}

/// Three friends sit at one table, the one that is nearest to the first of them and has seats for all.
std::optional<Slot> Seating::seatTogether(const Worker& worker, const std::vector<glm::vec3>& taken) const {
    const auto& people = m_work.blocking.people;
    const std::string& subject = people[worker.index].subject;
    const auto first = std::find_if(people.begin(), people.end(), [&](const auto& other) { return other.subject == subject; });
    const auto company = std::size_t(std::count_if(people.begin(), people.end(), [&](const auto& other) { return other.subject == subject; }));
    if (company < 3 || isOfCrowd(m_work.description, people[worker.index])) return std::nullopt;
    for (const Slot& seat : seatsAtOneTable(*m_work.blocking.set, m_work.slots.at(std::min(std::size_t(first - people.begin()), m_work.slots.size() - 1)).position, company))
        if (std::none_of(taken.begin(), taken.end(), [&](const auto& other) { return glm::distance(other, seat.position) < 0.4f; })) return seat;
    return std::nullopt;
}

} // namespace rushes::stage
