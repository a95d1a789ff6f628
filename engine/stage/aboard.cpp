// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/aboard.h"

#include "engine/reading/text.h"
#include "engine/stage/casting.h"
#include "engine/stage/deeds.h"
#include "engine/stage/easing.h"
#include "engine/stage/lanes.h"
#include "engine/stage/motion_table.h"
#include "engine/stage/thing_moves.h"
#include "engine/stage/thing_shape.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>

namespace rushes::stage {
namespace {

using reading::Action;
using reading::isAny;
using reading::RelationKind;
using reading::Subject;
using reading::SubjectKind;

constexpr float longVehicle = 8; ///< metres: from here on there is an aisle, and the driver's seat is the driver's

bool isInside(std::string_view kit) { return isAny(kit, {"car_interior", "cockpit", "train_car", "airplane_cabin", "ship_cabin", "sea_boat", "submarine", "spaceship"}); }

bool steers(const Action& action) { return isAny(action.motion, {"drive", "row", "fly_plane"}); }

/// Metres a second of what is usual.
float paceOf(std::string_view model) {
    constexpr std::array<std::pair<std::string_view, float>, 10> paces{{{"rowboat", 1.3f}, {"boat", 4}, {"tractor", 2.5f}, {"bus", 7}, {"truck", 7}, {"train", 12},
                                                                        {"train car", 12}, {"helicopter", 11}, {"plane", 22}, {"airplane", 22}}};
    for (const auto& [name, pace] : paces)
        if (name == model) return pace;
    return 8;
}

/// One vehicle of the prompt and who is in it.
struct Load {
    std::string subject; ///< of the vehicle; empty: one that nobody named
    std::string model, colour;
    float scale = 1, pace = 1;
    std::vector<std::size_t> people; ///< who steers first
    bool steered = false, goes = false;
};

class Boarder {
public:
    Boarder(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description)
        : m_blocking(blocking), m_sets(sets), m_description(description) {}

    void run() {
        if (isInside(m_blocking.set->kit)) return beTheSet();
        for (std::size_t i = 0; i < m_blocking.people.size(); ++i)
            if (!isOfCrowd(m_description, m_blocking.people[i])) load(i);
        joinByTrade();
        std::vector<Room> taken;
        for (Load& load : m_loads) bring(load, taken);
    }

private:
    /// "In a train" where the set is the carriage: it need not be brought.
    void beTheSet() {
        for (const auto& relation : m_description.relations) {
            const Subject* subject = m_description.subject(relation.b);
            if ((relation.relation != RelationKind::in && relation.relation != RelationKind::on) || !subject || subject->kind != SubjectKind::vehicle) continue;
            const auto match = propNamed(m_sets, *subject);
            const auto prop = m_sets.prop(match ? match->name : std::string());
            if (prop && !(*prop)->seats.empty() && !m_blocking.set->objects.empty()) m_blocking.setSubjects.emplace_back(subject->id, m_blocking.set->objects.front().object);
        }
    }

    /// What one sits in, or nothing.
    void load(std::size_t person) {
        const std::string& subject = m_blocking.people[person].subject;
        const Action* steering = nullptr;
        for (const Action& action : m_description.actions) {
            if (action.subject != subject) continue;
            if (isAny(action.object, {"hood", "bonnet", "roof", "trunk", "tailgate", "bumper"})) return; // on it, not in it
            const MotionPlay& play = playOf(action);
            if (!steers(action) && (play.travels || play.lies || !(canSit(play) || staysSeated(play)))) return; // gets out, walks off
            if (steers(action)) steering = &action;
        }
        if (steering)
            if (Load* own = loadOf(*steering)) return enter(*own, person, steering);
        for (const auto& relation : m_description.relations)
            if (relation.a == subject && (relation.relation == RelationKind::in || relation.relation == RelationKind::on))
                if (Load* own = loadOf(relation.b)) return enter(*own, person, nullptr);
        for (const Action& action : m_description.actions)
            if (action.subject == subject && (action.motion == "sit" || action.motion == "ride"))
                if (Load* own = loadOf(action.target)) return enter(*own, person, nullptr);
    }

    /// "Over the shoulder of the driver, the passenger laughs in the car": of the only car that somebody is in.
    void joinByTrade() {
        if (m_loads.size() != 1 || m_loads.front().people.empty()) return;
        Load& load = m_loads.front();
        for (std::size_t i = 0; i < m_blocking.people.size(); ++i) {
            const Subject* subject = m_description.subject(m_blocking.people[i].subject);
            const bool drives = subject && isAny(subject->noun, {"driver", "chauffeur", "cabbie", "cab driver", "taxi driver", "cabdriver", "pilot"});
            const bool rides = subject && isAny(subject->noun, {"passenger", "copilot", "co-pilot"});
            const bool acts = std::any_of(m_description.actions.begin(), m_description.actions.end(), [&](const Action& a) { return a.subject == m_blocking.people[i].subject && playOf(a).travels; });
            if ((!drives && !rides) || acts || std::find(load.people.begin(), load.people.end(), i) != load.people.end()) continue;
            load.people.insert(drives && !load.steered ? load.people.begin() : load.people.end(), i);
            load.steered = load.steered || drives;
        }
    }

    void enter(Load& load, std::size_t person, const Action* steering) {
        // Of two men who drive a car one steers.
        const bool first = steering && !load.steered;
        load.people.insert(first ? load.people.begin() : load.people.end(), person);
        load.steered = load.steered || steering;
        load.goes = load.goes || steering || isCarried(load.subject);
        if (steering) load.pace = steering->fast ? 1.4f : steering->slow ? 0.5f : 1.0f;
    }

    /// "A couple rides in a taxi", "the boat sails with two men in it": it goes though nobody said who steers.
    bool isCarried(const std::string& vehicle) const {
        return std::any_of(m_description.actions.begin(), m_description.actions.end(), [&](const Action& action) {
            if (action.subject == vehicle) return playOf(action).travels || steers(action) || action.motion == "ride";
            return action.verb == "ride" || action.verb == "travel" || action.verb == "sail" || action.verb == "cruise";
        });
    }

    Load* loadOf(const Action& steering) {
        if (Load* named = loadOf(steering.target)) return named;
        for (const auto& subject : m_description.subjects)
            if (subject.kind == SubjectKind::vehicle)
                if (Load* near = loadOf(subject.id)) return near;
        const auto* target = m_description.subject(steering.target);
        if (target || hasWheel()) return nullptr;
        return add({}, steering.motion == "row" ? "rowboat" : steering.motion == "fly_plane" ? "plane" : "car");
    }

    bool hasWheel() const {
        return std::any_of(m_blocking.set->marks.begin(), m_blocking.set->marks.end(), [](const auto& mark) { return mark.pose == "drive"; });
    }

    Load* loadOf(const std::string& id) {
        const Subject* subject = m_description.subject(id);
        if (!subject || subject->kind != SubjectKind::vehicle || subject->count > 1) return nullptr;
        for (auto& load : m_loads)
            if (load.subject == id) return &load;
        const auto match = propNamed(m_sets, *subject);
        if (!match) return nullptr;
        std::string model = match->name;
        const bool rowed = std::any_of(m_description.actions.begin(), m_description.actions.end(), [&](const Action& a) { return a.target == id && a.motion == "row"; });
        const bool sails = std::any_of(m_description.actions.begin(), m_description.actions.end(), [&](const Action& a) { return a.target == id && a.verb.starts_with("sail"); });
        if (rowed && !sails && model == "boat") model = "rowboat"; // nobody rows a motor boat
        Load* load = add(id, model);
        if (load) load->colour = subject->colour, load->scale = float(subject->sizeFactor);
        return load;
    }

    Load* add(const std::string& id, const std::string& model) {
        const auto prop = m_sets.prop(model);
        if (!prop || (*prop)->seats.empty()) return nullptr;
        m_loads.push_back({id, model});
        return &m_loads.back();
    }

    /// Which seat the k-th of them has: in a bus nobody takes the driver's but the driver.
    static std::size_t seatFor(const Load& load, const sets::Prop& prop, std::size_t k) {
        const bool keepsFirst = !load.steered && prop.size.z > longVehicle && prop.seats.front().act.starts_with("drive");
        return k + (keepsFirst ? 1 : 0);
    }

    void bring(Load& load, std::vector<Room>& taken) {
        if (load.people.empty()) return;
        const auto whole = m_sets.prop(load.model);
        StagedProp prop;
        prop.subject = load.subject;
        prop.model = load.model;
        prop.colour = load.colour;
        prop.scale = load.scale;
        prop.prop = *whole;
        if (const auto hollow = (*whole)->manned.empty() ? whole : m_sets.prop((*whole)->manned)) prop.prop = *hollow;
        const float length = load.goes ? load.pace * paceOf(load.model) * float(m_blocking.seconds) : 0;
        const Room room = roomFor(*m_blocking.set, prop, length, taken);
        taken.push_back(room);
        prop.path = room.path;
        prop.yaw = room.yaw;
        prop.runs = load.goes;
        prop.afloat = isBoat(load.model) && !room.path.empty() && room.path.front().y > m_blocking.set->groundHeight(room.path.front().x, room.path.front().z) + 0.05f;
        for (std::size_t k = 0; k < load.people.size(); ++k) {
            const std::size_t seat = seatFor(load, **whole, k);
            if (seat >= (*whole)->seats.size()) break; // the rest stand beside it
            const auto& place = (*whole)->seats[seat];
            const bool works = !place.act.empty() && (place.act == "row" ? load.steered : load.goes && (load.steered || seat == 0));
            m_blocking.people[load.people[k]].aboard = Aboard{m_blocking.props.size(), place.at * load.scale, place.height * load.scale, place.turn,
                                                             works ? place.act : std::string()};
        }
        m_blocking.props.push_back(std::move(prop));
    }

    Blocking& m_blocking;
    const sets::SetLibrary& m_sets;
    const reading::ShotDescription& m_description;
    std::vector<Load> m_loads;
};

} // namespace

void boardVehicles(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description) { Boarder(blocking, sets, description).run(); }

std::pair<glm::vec3, float> placeAboard(const Blocking& blocking, const Aboard& aboard, double seconds) {
    const auto [position, yaw] = propAt(blocking.props[aboard.prop], seconds, blocking.seconds);
    return {position + heading(yaw + 90) * aboard.at.x + glm::vec3(0, aboard.at.y, 0) + heading(yaw) * aboard.at.z, yaw + aboard.turn};
}

Slot seatAboard(const Blocking& blocking, const Aboard& aboard) {
    const auto [position, yaw] = placeAboard(blocking, aboard, blocking.seconds * 0.5);
    return {position, yaw, aboard.seat};
}

void settleAboard(Blocking& blocking) {
    for (auto& person : blocking.people) {
        if (!person.aboard) continue;
        const Slot seat = seatAboard(blocking, *person.aboard);
        for (Beat& beat : person.beats) {
            beat.path = {seat.position};
            beat.yaw = seat.yaw;
            beat.seat = seat.seat;
            beat.gait.clear();
            const bool idle = isAny(beat.motion, {"sit", "stand", "talk", "listen", "drive", "drive_up", "fly", "row", "ride", "look", "sit_ground", "helm"});
            if (!person.aboard->act.empty() && (idle || person.aboard->act == "row")) beat.motion = person.aboard->act;
            else if (idle) beat.motion = "sit";
            beat.showFrom.reset();
        }
    }
}

float viewAboard(const Blocking& blocking, const Aboard& aboard, double seconds, bool close) {
    const StagedProp& prop = blocking.props[aboard.prop];
    const float yaw = propAt(prop, seconds, blocking.seconds).second;
    const float side = aboard.at.x > 0.05f ? 1.0f : aboard.at.x < -0.05f ? -1.0f : 0.0f; // 1: on the left
    if (aboard.act == "row") return yaw + 180 + 62;
    if (isBoat(prop.model)) return yaw + aboard.turn + 68; // one behind the other, both are seen from the side
    const bool driver = aboard.at.z > 0.3f * prop.prop->size.z * prop.scale;
    if (prop.prop->size.z * prop.scale > longVehicle && !driver) return yaw + aboard.turn * 1.0f + (aboard.turn > 90 ? -1.0f : 1.0f) * (close ? -58.0f : 72.0f) * (side == 0 ? 1.0f : side);
    // Through the windscreen from the middle of the bonnet, or three quarters from ahead for the whole of it.
    return yaw + (close ? -17.0f * side : 38.0f * (side == 0 ? 1.0f : side));
}

bool isUnderWay(const Blocking& blocking, const StagedPerson& person) { return person.aboard && blocking.props[person.aboard->prop].path.size() > 1; }

} // namespace rushes::stage
