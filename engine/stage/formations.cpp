// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/formations.h"

#include "engine/reading/text.h"
#include "engine/stage/casting.h"
#include "engine/stage/clause_words.h"
#include "engine/stage/deeds.h"
#include "engine/stage/easing.h"
#include "engine/stage/seat_rows.h"
#include "engine/stage/set_places.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <numbers>

namespace rushes::stage {

using reading::Action;
using reading::Arrangement;
using reading::Relation;
using reading::RelationKind;

namespace {

constexpr float shoulders = 0.66f, inRow = 0.85f, inFile = 0.95f; ///< metres between two
constexpr float besideLying = 0.62f;
constexpr float backs = 0.5f, faces = 0.95f;
constexpr float roundSomebody = 1.25f, roundThing = 0.55f;        ///< metres from whom, or from its edge
constexpr float horseshoe = 56;                                   ///< degrees between two about a middle that the camera looks at

/// Those who stand before others face them; a singer faces where the others do.
bool facesThem(std::string_view noun) {
    return reading::isAny(noun, {"conductor", "teacher", "lawyer", "coach", "sergeant", "priest", "speaker", "instructor", "captain", "commander", "officer", "guide", "general", "preacher",
                                 "professor", "judge", "boss", "leader", "chief", "prosecutor", "attorney", "detective"});
}

} // namespace

void Formations::arrange() {
    leaveVehicles();
    lieTogether();
    for (const Relation& relation : m_work.description.relations) relate(relation);
    for (const Arrangement& arrangement : m_work.description.arrangements) form(arrangement);
    joinRing();
    lookOn();
    attend();
}

/// Three and more who listen or watch stand together before the one who has the floor.
void Formations::attend() {
    for (const auto& subject : m_work.description.subjects) {
        if (subject.kind != reading::SubjectKind::person || subject.count < 3) continue;
        const std::vector<Worker*> who = free(m_work.workersOf(subject.id));
        const bool attends = !who.empty() && !who.front()->arranged && !isOfCrowd(m_work.description, m_work.person(*who.front())) &&
                             (isDoing(*who.front(), "listen") || isDoing(*who.front(), "look") || isDoing(*who.front(), "wave") || isDoing(*who.front(), "write") || who.front()->groups.empty());
        if (!attends) continue;
        for (auto& speaker : m_work.workers) {
            if (m_work.person(speaker).subject == subject.id || speaker.groups.empty() || goes(speaker) || m_work.workersOf(m_work.person(speaker).subject).size() > 1) continue;
            const Action& deed = *mainOf(speaker.groups.front());
            if (who.front()->groups.empty() && deed.target != subject.id) continue;
            if (!speaker.arranged && !speaker.slot.seat) put(speaker, openFloor(speaker.slot.position, 1.6f), m_work.viewYaw() + 78);
            return audience(who, speaker);
        }
    }
}

/// In rows of four before the one they attend to, who is seen from aside.
void Formations::audience(const std::vector<Worker*>& who, const Worker& speaker) {
    constexpr std::size_t wide = 4;
    constexpr float first = 1.7f, rows = 0.95f, seats = 0.8f; // metres
    const glm::vec3 ahead = heading(speaker.slot.yaw), aside = heading(speaker.slot.yaw + 90);
    const std::size_t inRowHere = std::min(wide, who.size());
    for (std::size_t i = 0; i < who.size(); ++i) {
        const float column = float(i % wide) - 0.5f * float(inRowHere - 1), row = float(i / wide);
        put(*who[i], speaker.slot.position + ahead * (first + rows * row) + aside * (seats * (column + (i / wide % 2 ? 0.4f : 0.0f))), speaker.slot.yaw + 180);
    }
}

bool Formations::goes(const Worker& worker) const { return !worker.groups.empty() && m_work.playOfGroup(worker, 0).travels; }

bool Formations::isDoing(const Worker& worker, std::string_view motion) const { return !worker.groups.empty() && mainOf(worker.groups.front())->motion == motion; }

void Formations::put(Worker& worker, const glm::vec3& at, float yaw) {
    const auto& set = *m_work.blocking.set;
    std::vector<glm::vec3> others;
    for (const auto& other : m_work.workers)
        if (other.index != worker.index && other.arranged) others.push_back(other.slot.position);
    const auto spot = set.freeSpotNear(at, 0.2f);
    const bool near = spot && glm::length(glm::vec3(spot->x - at.x, 0, spot->z - at.z)) < 0.7f && glm::length(glm::vec3(spot->x - at.x, 0, spot->z - at.z)) > 0.2f;
    const glm::vec3 p = near ? *spot : at;
    worker.slot = {{p.x, set.groundHeight(p.x, p.z, p.y), p.z}, yaw, {}};
    worker.arranged = true;
    m_work.blocking.laidFor = m_work.viewYaw();
}

/// Those who are not on their way, on a seat or where somebody laid them.
std::vector<Worker*> Formations::free(const std::vector<Worker*>& who) const {
    std::vector<Worker*> found;
    for (Worker* worker : who)
        if (!goes(*worker) && !worker->slot.seat && worker->posture.empty() && !m_work.person(*worker).aboard) found.push_back(worker);
    return found;
}

glm::vec3 Formations::openFloor(const glm::vec3& near, float radius) const {
    for (const float share : {1.0f, 0.75f, 0.5f})
        if (const auto spot = m_work.blocking.set->freeSpotNear(near, radius * share)) return *spot;
    return near;
}

// ---- side by side, in a circle …

void Formations::form(const Arrangement& arrangement) {
    std::vector<Worker*> all;
    for (const std::string& member : arrangement.members)
        for (Worker* worker : m_work.workersOf(member)) all.push_back(worker);
    const std::vector<Worker*> who = free(all);
    if (who.size() < 2 || std::any_of(who.begin(), who.end(), [](const Worker* worker) { return worker->arranged; })) return;
    const float view = m_work.viewYaw(), count = float(who.size());
    const std::string& kind = arrangement.kind;
    const float apart = kind == "side_by_side" ? shoulders : kind == "single_file" ? inFile : kind == "back_to_back" ? backs : kind == "face_to_face" ? faces : inRow;
    if (kind == "circle") {
        const float radius = std::max(0.75f, 0.9f * count / (2 * std::numbers::pi_v<float>));
        return ring(who, {openFloor(who.front()->slot.position, radius + 0.3f), radius - roundThing, view}, true);
    }
    const glm::vec3 middle = openFloor(who.front()->slot.position, std::min(2.2f, 0.5f * apart * count));
    // A file is seen from its side, a little from the front.
    const float line = view + (kind == "single_file" ? 68.0f : 90.0f);
    for (std::size_t i = 0; i < who.size(); ++i) {
        const float along = (float(i) - 0.5f * (count - 1)) * apart;
        const float sign = along < 0 ? -1.0f : 1.0f;
        float yaw = view + 12;
        if (kind == "single_file") yaw = line;
        if (kind == "back_to_back") yaw = line + (sign > 0 ? 0.0f : 180.0f);
        if (kind == "face_to_face") yaw = line + (sign > 0 ? 180.0f : 0.0f);
        put(*who[i], middle + heading(line) * along, yaw);
    }
}

/// About a middle, facing it: all round it, or in a horseshoe that is open to the camera.
void Formations::ring(const std::vector<Worker*>& who, const Anchor& about, bool closed) {
    const float view = m_work.viewYaw(), count = float(who.size());
    const float spread = closed ? 360.0f : std::min(300.0f, horseshoe * std::max(1.0f, count));
    const float step = spread / std::max(1.0f, closed ? count : std::max(1.0f, count - 1));
    const float needed = closed ? 0.8f * count / (2 * std::numbers::pi_v<float>) : 0.75f * count / glm::radians(spread);
    const float radius = std::max(about.radius + roundThing, needed);
    m_ring = Anchor{about.middle, radius, view};
    for (std::size_t i = 0; i < who.size(); ++i) {
        const float at = closed ? view + step * (float(i) + 0.5f) : count == 1 ? view + 140 : view + 180 + (float(i) - 0.5f * (count - 1)) * step;
        put(*who[i], about.middle + heading(at) * radius, at + 180);
    }
}

// ---- by somebody or something

std::optional<Formations::Anchor> Formations::thingOf(const reading::Subject& subject, std::size_t company) {
    for (const auto& prop : m_work.blocking.props)
        if (prop.subject == subject.id && !prop.holder && !prop.path.empty())
            return Anchor{prop.path.front(), 0.5f * std::max(prop.prop->size.x, prop.prop->size.z) * prop.scale, prop.yaw};
    const bool fire = reading::isAny(subject.noun, {"fire", "bonfire", "campfire"});
    if ((subject.kind == reading::SubjectKind::effect && !fire) || subject.worn) return std::nullopt;
    if (const auto* own = ownThing(*m_work.blocking.set, m_work.sets, subject)) {
        const glm::vec3 size = own->bounds.size(), middle = own->bounds.centre();
        m_work.blocking.setSubjects.emplace_back(subject.id, own->object);
        return Anchor{{middle.x, own->bounds.low.y, middle.z}, 0.5f * std::max(size.x, size.z), own->yaw};
    }
    auto prop = fire ? broughtByName(m_work.sets, "campfire") : std::nullopt;
    if (prop) prop->subject = subject.id;
    else prop = brought(m_work.sets, subject);
    if (!prop) return std::nullopt;
    const bool plant = subject.kind == reading::SubjectKind::plant; // one stands under a crown
    const float radius = plant ? 0.5f : 0.5f * std::max(prop->prop->size.x, prop->prop->size.z) * prop->scale;
    prop->path = {openFloor(m_work.slots.front().position, std::min(2.6f, radius + 0.4f + 0.12f * float(company)))};
    prop->yaw = m_work.viewYaw();
    const Anchor anchor{prop->path.front(), radius, prop->yaw};
    m_work.blocking.props.push_back(std::move(*prop));
    return anchor;
}

std::optional<Formations::Anchor> Formations::anchorOf(const std::string& id, std::size_t company) {
    const auto* subject = m_work.description.subject(id);
    if (!subject) return std::nullopt;
    if (subject->kind != reading::SubjectKind::person) return thingOf(*subject, company);
    const auto who = m_work.workersOf(id);
    if (who.empty()) return std::nullopt;
    Anchor anchor{glm::vec3(0), 0.25f, m_work.viewYaw() + 14};
    for (const Worker* worker : who) anchor.middle += worker->slot.position / float(who.size());
    for (Worker* worker : who) anchor.radius = std::max(anchor.radius, glm::distance(worker->slot.position, anchor.middle) + 0.25f);
    if (who.size() == 1 && (who.front()->slot.seat || who.front()->arranged)) anchor.yaw = who.front()->slot.yaw;
    return anchor;
}

/// By one who lies: on the far side, so that both are seen.
void Formations::standOver(const std::vector<Worker*>& who, const Worker& lying) {
    const float view = m_work.viewYaw(), off = lying.slot.seat ? 0.85f : 0.66f;
    for (std::size_t i = 0; i < who.size(); ++i) {
        if (!who[i]->groups.empty() && m_work.playOfGroup(*who[i], 0).seated) { // on a chair at the head
            put(*who[i], lying.slot.position - heading(view + 90) * 1.25f - heading(view) * 0.35f, view + 76);
            continue;
        }
        put(*who[i], lying.slot.position - heading(view) * off + heading(view + 90) * (0.1f + 0.7f * float(i)), view);
    }
}

/// The set's own where it is high enough, else one that is brought.
std::optional<Formations::Anchor> Formations::tableOver(const reading::Subject& table) {
    constexpr float highEnough = 0.82f, raised = 1.2f; // metres; of its size
    const auto* const own = ownThing(*m_work.blocking.set, m_work.sets, table);
    if (own && own->bounds.size().y > highEnough) return anchorOf(table.id, 1);
    auto prop = brought(m_work.sets, table);
    if (!prop) return std::nullopt;
    prop->path = {openFloor(m_work.slots.front().position, 1.1f)};
    prop->yaw = m_work.viewYaw() + 12;
    prop->scale *= raised; // with room for a head
    const Anchor anchor{prop->path.front(), 0.5f * prop->prop->size.x * prop->scale, prop->yaw};
    m_work.blocking.props.push_back(std::move(*prop));
    return anchor;
}

/// Under a table, where one crouches; with head and chest under a car, where one lies.
void Formations::goUnder(const std::vector<Worker*>& who, const reading::Subject& thing) {
    constexpr float halfWide = 0.42f, legsOut = 0.2f; // of a vehicle's length; metres
    if (who.empty() || goes(*who.front()) || m_work.person(*who.front()).aboard) return;
    const bool vehicle = thing.kind == reading::SubjectKind::vehicle;
    const bool lies = who.front()->posture == "lie" || (!who.front()->groups.empty() && m_work.playOfGroup(*who.front(), 0).lies);
    if (vehicle ? !lies : !(thing.model.ends_with("table") || reading::isOneOf(thing.model, "desk piano counter"))) return;
    const auto over = vehicle ? anchorOf(thing.id, who.size()) : tableOver(thing);
    if (!over) return;
    const float view = m_work.viewYaw();
    const float side = glm::dot(heading(over->yaw + 90), heading(view)) > 0 ? 90.0f : -90.0f;
    for (std::size_t i = 0; i < who.size(); ++i) {
        const glm::vec3 along = heading(over->yaw) * (0.75f * (float(i) - 0.5f * float(who.size() - 1)));
        if (vehicle) put(*who[i], over->middle + along + heading(over->yaw + side) * (halfWide * over->radius + legsOut), over->yaw + side);
        else put(*who[i], over->middle + along, view + 15), who[i]->crouched = true;
    }
}

/// One between two, or between several on either side, all towards the camera.
void Formations::standBetween(const std::vector<Worker*>& who, const Relation& relation) {
    std::vector<Worker*> sides;
    for (const Relation& other : m_work.description.relations)
        if (other.a == relation.a && other.relation == RelationKind::between)
            for (Worker* worker : free(m_work.workersOf(other.b)))
                if (std::find(sides.begin(), sides.end(), worker) == sides.end()) sides.push_back(worker);
    if (sides.empty() || std::any_of(sides.begin(), sides.end(), [](const Worker* worker) { return worker->arranged; })) return;
    const float view = m_work.viewYaw();
    const glm::vec3 middle = openFloor(who.front()->slot.position, 1.4f);
    for (std::size_t i = 0; i < who.size(); ++i) put(*who[i], middle + heading(view + 90) * (inRow * (float(i) - 0.5f * float(who.size() - 1))), view + 8);
    const float inner = inRow * 0.5f * float(who.size() - 1) + inRow;
    for (std::size_t i = 0; i < sides.size(); ++i)
        put(*sides[i], middle + heading(view + 90) * ((i % 2 ? 1.0f : -1.0f) * (inner + inRow * float(i / 2))), view + (i % 2 ? -6.0f : 14.0f));
}

/// Two who lie down without a bed lie side by side.
void Formations::lieTogether() {
    std::vector<Worker*> who;
    for (auto& worker : m_work.workers)
        if (!worker.groups.empty() && worker.posture.empty() && !worker.slot.seat && m_work.playOfGroup(worker, 0).lies && !m_work.person(worker).aboard) who.push_back(&worker);
    if (who.empty() || who.size() > 6) return;
    for (const Worker* worker : who)
        if (mainOf(worker->groups.front())->span != mainOf(who.front()->groups.front())->span) return;
    const float view = m_work.viewYaw();
    const glm::vec3 middle = openFloor(who.front()->slot.position, 1.2f);
    for (std::size_t i = 0; i < who.size(); ++i) put(*who[i], middle - heading(view) * (besideLying * (float(i) - 0.5f * float(who.size() - 1))), view + 96);
}

/// "Gets out of his car": sits within its side, from where one rises.
void Formations::leaveVehicles() {
    constexpr float halfWide = 0.42f, within = 0.22f, seat = 0.42f; // of its length; metres from the side; metres
    const auto& subjects = m_work.description.subjects;
    const auto vehicle = std::find_if(subjects.begin(), subjects.end(), [](const auto& subject) { return subject.kind == reading::SubjectKind::vehicle; });
    if (vehicle == subjects.end()) return;
    float along = 0;
    for (auto& worker : m_work.workers) {
        if (worker.groups.empty() || worker.arranged || worker.slot.seat || m_work.person(worker).aboard) continue;
        const Action& action = *mainOf(worker.groups.front());
        if (action.motion != "stand_up" || !reading::isOneOf(action.verb, "get climb step emerge") || !says(clauseFrom(m_work.request.prompt, action.span.begin), {" out "})) continue;
        const auto car = anchorOf(vehicle->id, 1);
        if (!car) return;
        const float side = glm::dot(heading(car->yaw + 90), heading(m_work.viewYaw())) > 0 ? 90.0f : -90.0f;
        put(worker, car->middle + heading(car->yaw + side) * (halfWide * car->radius - within) + heading(car->yaw) * along, car->yaw + side);
        worker.slot.seat = seat;
        along -= 1;
    }
}

/// Who speaks to those in a ring has a place in it, opposite the camera.
void Formations::joinRing() {
    if (!m_ring) return;
    for (auto& worker : m_work.workers) {
        if (worker.arranged || goes(worker) || worker.slot.seat || !worker.posture.empty() || glm::distance(worker.slot.position, m_ring->middle) > m_ring->radius + 1.6f) continue;
        for (const float turn : {180.0f, 150.0f, 210.0f, 120.0f, 240.0f, 90.0f, 270.0f}) {
            const glm::vec3 at = m_ring->middle + heading(m_work.viewYaw() + turn) * (m_ring->radius + 0.15f);
            if (std::any_of(m_work.workers.begin(), m_work.workers.end(), [&](const Worker& other) { return other.arranged && glm::distance(other.slot.position, at) < 0.6f; })) continue;
            put(worker, at, m_work.viewYaw() + turn + 180);
            break;
        }
    }
}

void Formations::relate(const Relation& relation) {
    using enum RelationKind;
    const auto* b = m_work.description.subject(relation.b);
    const bool toPerson = b && b->kind == reading::SubjectKind::person;
    if (relation.relation == under && b && !toPerson) return goUnder(m_work.workersOf(relation.a), *b);
    const std::vector<Worker*> who = free(m_work.workersOf(relation.a));
    if (!b || who.empty() || who.front()->arranged || isOfCrowd(m_work.description, m_work.person(*who.front()))) return;
    if (relation.relation == around) {
        const auto about = anchorOf(relation.b, who.size());
        if (!about) return;
        const bool closed = isDoing(*who.front(), "dance") || who.size() > 5;
        Anchor wider = *about;
        if (toPerson) wider.radius += roundSomebody - roundThing - 0.25f;
        return ring(who, wider, closed);
    }
    if (!toPerson) return;
    const auto lying = m_work.workersOf(relation.b);
    const bool lies = !lying.empty() && (lying.front()->posture == "lie" || (!lying.front()->groups.empty() && m_work.playOfGroup(*lying.front(), 0).lies));
    if (lies && (relation.relation == beside || relation.relation == above || relation.relation == behind || relation.relation == inFrontOf)) return standOver(who, *lying.front());
    if (relation.relation == between) return standBetween(who, relation);
    if (relation.relation != beside && relation.relation != behind && relation.relation != inFrontOf && relation.relation != leftOf && relation.relation != rightOf) return;
    for (Worker* worker : free(m_work.workersOf(relation.b)))
        if (goes(*worker)) return;
    const auto by = anchorOf(relation.b, who.size());
    if (!by) return;
    const auto others = m_work.workersOf(relation.b);
    for (Worker* worker : free(others))
        if (!worker->arranged && others.size() == 1) worker->slot.yaw = by->yaw, worker->arranged = true;
    const float view = m_work.viewYaw();
    const auto* a = m_work.description.subject(relation.a);
    for (std::size_t i = 0; i < who.size(); ++i) {
        const float rank = float(i / 2 + 1), sign = i % 2 ? -1.0f : 1.0f;
        if (relation.relation == beside) put(*who[i], by->middle + heading(by->yaw + 90) * (sign * (by->radius + 0.55f * rank)), by->yaw);
        if (relation.relation == leftOf || relation.relation == rightOf)
            put(*who[i], by->middle + heading(view + 90) * ((relation.relation == rightOf ? 1.0f : -1.0f) * (by->radius + 0.55f * float(i + 1))), view + 12);
        if (relation.relation == behind) put(*who[i], by->middle - heading(by->yaw) * (by->radius + 0.75f) + heading(by->yaw + 90) * (sign * 0.42f * rank), by->yaw);
        if (relation.relation == inFrontOf) {
            const bool faces = facesThem(a->noun) || isDoing(*who[i], "kneel") || isDoing(*who[i], "talk") || isDoing(*who[i], "argue");
            const float aside = 0.8f * (float(i) - 0.5f * float(who.size() - 1));
            put(*who[i], by->middle + heading(by->yaw) * (by->radius + 1.1f) + heading(by->yaw + 90) * aside, by->yaw + (faces ? 180.0f : 0.0f));
            if (faces) m_work.blocking.laidFor = by->yaw + 62; // nobody is hidden by who faces them
        }
    }
}

/// Who only watches others stands beyond them, looking on.
void Formations::lookOn() {
    if (m_work.workers.size() < 3) return;
    std::vector<Worker*> onlookers;
    glm::vec3 middle(0);
    float others = 0;
    for (auto& worker : m_work.workers) {
        const bool looks = !worker.groups.empty() && !worker.arranged && !worker.slot.seat && worker.posture.empty() && (isDoing(worker, "look") || mainOf(worker.groups.front())->verb == "wait") && mainOf(worker.groups.front())->act != "photograph";
        if (looks) onlookers.push_back(&worker);
        else if (goes(worker) || worker.groups.empty()) return;
        else middle += worker.slot.position, others += 1;
    }
    if (onlookers.empty() || onlookers.size() > 3 || others == 0) return;
    middle /= others;
    const float view = m_work.viewYaw();
    for (std::size_t i = 0; i < onlookers.size(); ++i) {
        const float at = view + 152 + 56 * float(i);
        put(*onlookers[i], middle + heading(at) * 1.7f, at + 180);
    }
}

} // namespace rushes::stage
