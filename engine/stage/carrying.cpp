// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/carrying.h"

#include "engine/reading/text.h"
#include "engine/stage/clause_words.h"
#include "engine/stage/deeds.h"
#include "engine/stage/easing.h"
#include "engine/stage/patients.h"
#include "engine/stage/seat_rows.h"

#include <algorithm>

namespace rushes::stage {

using reading::Action;
using reading::isOneOf;
using reading::RelationKind;
using reading::SubjectKind;

namespace {

constexpr float backBehind = 0.24f, backHeight = 0.5f;   ///< metres behind the carrier, and up from the floor
constexpr float armsAhead = 0.33f, armsHeight = 0.98f;
constexpr float wheelsAhead = 0.78f, towedBehind = 1.5f, wheelSeat = 0.5f, sledSeat = 0.22f;
constexpr float bearersApart = 0.8f, bearersRow = 1.05f, thingHeight = 0.66f;
constexpr float litterTop = 0.16f, handHeight = 0.78f; ///< metres: of hands that hang
constexpr float tooLong = 0.95f;    ///< metres: of what several carry together
constexpr float longEnough = 0.35f; ///< where the words say so

} // namespace

bool Carrying::isOnWheels(const std::string& id) const {
    return std::any_of(m_work.description.relations.begin(), m_work.description.relations.end(), [&](const auto& relation) {
        const auto* on = m_work.description.subject(relation.b);
        return relation.a == id && on && (relation.relation == RelationKind::in || relation.relation == RelationKind::on) && isOneOf(on->noun, "wheelchair stroller pram pushchair cart wheelbarrow sled sledge toboggan wagon");
    });
}

/// All who do it.
std::vector<std::size_t> Carrying::bearersOf(const Action& action) const {
    std::vector<std::size_t> bearers;
    for (const auto& worker : m_work.workers)
        for (const auto& group : worker.groups)
            if (std::any_of(group.begin(), group.end(), [&](const Action* other) { return other->span == action.span; })) {
                bearers.push_back(worker.index);
                break;
            }
    return bearers;
}

/// What somebody lies on while several carry them; empty.
std::string Carrying::litterOf(const std::string& id) const {
    for (const auto& relation : m_work.description.relations) {
        const auto* on = m_work.description.subject(relation.b);
        if (relation.a == id && on && on->kind == SubjectKind::prop && (relation.relation == RelationKind::on || relation.relation == RelationKind::in)) return on->id;
    }
    for (const auto& subject : m_work.description.subjects)
        if (isOneOf(subject.noun, "stretcher litter bier gurney coffin")) return subject.id;
    return {};
}

void Carrying::addPerson(const Action& action) {
    const auto who = m_work.workersOf(action.subject), carried = m_work.workersOf(action.target);
    if (who.empty() || carried.size() != 1 || carried.front()->index == who.front()->index || !carried.front()->posture.empty()) return;
    const bool pushed = (action.verb == "wheel" || (isOneOf(action.verb, "push roll pull drag tow haul") && isOnWheels(action.target)));
    if (!pushed && !isOneOf(action.verb, "carry bear haul lug")) return;
    Load load{&action, pushed ? How::wheels : How::arms, {who.front()->index}, carried.front()->index, {}};
    if (const auto bearers = bearersOf(action); bearers.size() > 1 && !pushed) {
        load.how = How::together;
        load.bearers = bearers;
        load.thing = litterOf(action.target);
        for (const std::size_t bearer : bearers) m_work.formations[m_work.blocking.people[bearer].subject] = "bearers";
    }
    if (load.how == How::arms && says(clauseFrom(m_work.request.prompt, action.span.begin), {" back ", " shoulder", "piggyback", "pick-a-back"})) load.how = How::back;
    carried.front()->posture = "carried";
    m_loads.push_back(std::move(load));
}

/// "A boy rides on his father's shoulders": the father goes.
void Carrying::addRider(const Action& action) {
    if (!isOneOf(action.verb, "ride sit perch") || !says(clauseFrom(m_work.request.prompt, action.span.begin), {" back ", " shoulder"})) return;
    const auto rider = m_work.workersOf(action.subject), bearer = m_work.workersOf(action.target);
    if (rider.size() != 1 || bearer.size() != 1 || rider.front()->index == bearer.front()->index) return;
    rider.front()->posture = "carried";
    m_loads.push_back({&action, How::back, {bearer.front()->index}, rider.front()->index, {}});
}

void Carrying::addThing(const Action& action) {
    const auto* thing = m_work.description.subject(action.target);
    if (!thing || thing->kind == SubjectKind::person || !isOneOf(action.verb, "carry bear haul lug move heave") || std::any_of(m_loads.begin(), m_loads.end(), [&](const Load& load) { return load.action->span == action.span; })) return;
    const auto prop = brought(m_work.sets, *thing);
    const bool known = isOneOf(thing->noun, "coffin casket stretcher litter"); // though there is no model of it
    const bool shared = says(clauseFrom(m_work.request.prompt, action.span.begin), {" between them", " between the two", " together"});
    if (!known && (!prop || std::max(prop->prop->size.x, prop->prop->size.z) * prop->scale < (shared ? longEnough : tooLong))) return;
    Load load{&action, How::together, bearersOf(action), {}, thing->id};
    if (load.bearers.size() < 2) return;
    for (const std::size_t bearer : load.bearers) m_work.formations[m_work.blocking.people[bearer].subject] = "bearers";
    m_loads.push_back(std::move(load));
}

void Carrying::find() {
    for (const Action& action : m_work.description.actions) {
        const auto* target = m_work.description.subject(action.target);
        if (!target || action.target == action.subject) continue;
        if (target->kind == SubjectKind::person) addRider(action), addPerson(action);
        else addThing(action);
    }
}

bool Carrying::perform(Worker& worker, Walks& walks) {
    for (const Load& load : m_loads) {
        if (std::find(load.bearers.begin(), load.bearers.end(), worker.index) == load.bearers.end()) continue;
        StagedPerson& person = m_work.person(worker);
        Beat beat;
        beat.end = m_work.blocking.seconds;
        beat.path = {worker.slot.position};
        beat.yaw = worker.slot.yaw;
        const auto* thing = m_work.description.subject(load.thing);
        const auto prop = thing ? brought(m_work.sets, *thing) : std::nullopt;
        const bool small = prop && !load.carried && std::max(prop->prop->size.x, prop->prop->size.z) * prop->scale < tooLong; // in the hands that are next to it
        beat.motion = small ? "walk" : "carry_box";
        beat.gait = "walk";
        beat.action = std::size_t(load.action - m_work.description.actions.data());
        beat.pairedWith = load.carried ? m_work.blocking.people[*load.carried].subject : person.subject; // they keep their places
        if (const auto* subject = m_work.description.subject(person.subject)) beat.mood = subject->expression;
        person.beats.push_back(beat);
        walks.travel(worker, 0, *load.action, playOf("walk"));
        return true;
    }
    return false;
}

bool Carrying::onSled(const Load& load) const {
    const std::string& id = m_work.blocking.people[*load.carried].subject;
    return std::any_of(m_work.description.relations.begin(), m_work.description.relations.end(), [&](const auto& relation) {
        const auto* on = m_work.description.subject(relation.b);
        return relation.a == id && on && isOneOf(on->noun, "sled sledge toboggan wagon cart");
    });
}

/// The wheelchair goes where its sitter goes.
void Carrying::bringWheels(const Load& load) {
    const std::string& id = m_work.blocking.people[*load.carried].subject;
    for (const auto& relation : m_work.description.relations) {
        const auto* on = m_work.description.subject(relation.b);
        if (relation.a != id || !on || on->kind == SubjectKind::person) continue;
        auto prop = brought(m_work.sets, *on);
        if (!prop) return;
        return setUnder(load, std::move(*prop));
    }
    if (auto chair = broughtByName(m_work.sets, "wheelchair")) setUnder(load, std::move(*chair)); // "wheels an old woman to the window"
}

void Carrying::setUnder(const Load& load, StagedProp prop) {
    prop.holder = *load.carried;
    prop.under = true;
    prop.holding = figures::Holding{.way = figures::HoldWay::floor, .offset = glm::vec3(0)};
    m_work.blocking.props.push_back(std::move(prop));
}

/// The first to be laid: the one who is ahead of the others.
std::size_t Carrying::leaderOf(const Load& load) const {
    for (const auto& worker : m_work.workers)
        if (std::find(load.bearers.begin(), load.bearers.end(), worker.index) != load.bearers.end()) return worker.index;
    return load.bearers.front();
}

/// Metres from the leader back to the middle of what they carry.
float Carrying::middleBehind(const Load& load) { return bearersRow * 0.5f * (float((load.bearers.size() + 1) / 2) - 1); }

/// Between the bearers, along their way.
void Carrying::bringThing(const Load& load) {
    const auto* thing = m_work.description.subject(load.thing);
    auto prop = thing ? brought(m_work.sets, *thing) : std::nullopt;
    if (!prop) return;
    const std::size_t leader = leaderOf(load);
    const float size = 1.72f / float(m_work.blocking.people[leader].figure->height());
    prop->holder = leader;
    prop->under = true;
    const bool wide = prop->prop->size.x > prop->prop->size.z * 1.15f;
    const float tall = prop->prop->size.y * prop->scale;
    const float height = std::max(prop->prop->size.x, prop->prop->size.z) * prop->scale < tooLong && load.how == How::together && !load.carried ? std::max(0.1f, handHeight - tall) : thingHeight;
    prop->holding = figures::Holding{.way = figures::HoldWay::floor, .offset = glm::vec3(bearersApart * 0.5f, height, -middleBehind(load)) * size, .turn = glm::vec3(0, wide ? 90 : 0, 0)};
    m_work.blocking.props.push_back(std::move(*prop));
}

void Carrying::settle() {
    auto& people = m_work.blocking.people;
    for (const Load& load : m_loads) {
        if (load.how == How::together) bringThing(load);
        if (!load.carried) continue;
        const StagedPerson& carrier = people[leaderOf(load)];
        StagedPerson& carried = people[*load.carried];
        if (carrier.beats.empty()) continue;
        Beat beat = carrier.beats.front();
        beat.gait.clear();
        beat.action = Beat::noAction;
        beat.pairedWith = carrier.subject;
        const Way& way = carrier.beats.front().path;
        const bool together = load.how == How::together;
        const float behind = together ? middleBehind(load) : load.how == How::back ? backBehind : load.how == How::arms ? -armsAhead : isOneOf(load.action->verb, "pull drag tow haul") ? towedBehind : -wheelsAhead;
        beat.path = way.size() > 1 ? beside(way, together ? bearersApart * 0.5f : 0.0f, behind) : Way{way.front() - heading(beat.yaw) * behind};
        if (load.how == How::back) {
            // On the shoulders one's hips are where the other's head begins; on the back a good deal lower.
            const bool high = says(clauseFrom(m_work.request.prompt, load.action->span.begin), {" shoulder"}) && carried.figure->height() < 0.85 * carrier.figure->height();
            const float up = high ? float(0.8 * carrier.figure->height() - 0.45 * carried.figure->height()) : backHeight;
            for (auto& point : beat.path) point.y += up;
            beat.motion = "ride_horse";
        } else {
            beat.seat = together ? thingHeight + litterTop : load.how == How::arms ? armsHeight : onSled(load) ? sledSeat : wheelSeat;
            beat.lies = load.how != How::wheels;
            beat.motion = beat.lies ? "lie_back" : "sit";
            beat.turned = beat.lies && !together ? 90 : 0;
            if (beat.lies && !together && beat.path.size() == 1) beat.yaw += 90;
        }
        beat.mood = load.how == How::wheels ? std::string{} : std::string("tired");
        carried.beats = {beat};
        if (load.how == How::wheels) bringWheels(load);
    }
}

} // namespace rushes::stage
