// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/patients.h"

#include "engine/reading/text.h"
#include "engine/stage/casting.h"
#include "engine/stage/easing.h"
#include "engine/stage/seat_rows.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <utility>

namespace rushes::stage {

using reading::Action;
using reading::isAny;
using reading::isOneOf;
using reading::RelationKind;
using reading::Subject;
using reading::SubjectKind;

namespace {

constexpr float besideBed = 0.34f; ///< metres from its edge
constexpr float besideBody = 0.62f; ///< metres from the middle of one who lies on the floor

/// Where somebody is who does nothing: lying or sitting, and on what.
struct Posture {
    bool lies = false;
    const Subject* on = nullptr; ///< the prompt's own bed, table, chair; null: by name, or the floor
    std::string name;            ///< the prop to bring; empty: the floor
};

class PatientLayer {
public:
    explicit PatientLayer(BlockingWork& work) : m_work(work) {}

    void run() {
        for (const Subject& subject : m_work.description.subjects)
            if (subject.kind == SubjectKind::person && !m_work.workersOf(subject.id).empty() && m_work.workersOf(subject.id).front()->posture.empty())
                if (const auto posture = postureOf(subject)) lay(subject, *posture);
    }

private:
    const Action* doneTo(const Subject& subject) const {
        for (const Action& action : m_work.description.actions)
            if (action.target == subject.id && action.subject != subject.id) return &action;
        return nullptr;
    }

    const Subject* support(const Subject& subject) const {
        for (const auto& relation : m_work.description.relations)
            if (relation.a == subject.id && (relation.relation == RelationKind::on || relation.relation == RelationKind::in)) return m_work.description.subject(relation.b);
        for (const Action& action : m_work.description.actions) // "takes a bath"
            if (const Subject* tub = action.subject == subject.id && action.motion == "lie" ? m_work.description.subject(action.target) : nullptr; tub && isTub(*tub)) return tub;
        return nullptr;
    }

    /// The first bed, table or couch that the prompt names.
    const Subject* namedBed() const {
        for (const Subject& subject : m_work.description.subjects)
            if (subject.kind == SubjectKind::prop && isLain(subject)) return &subject;
        return nullptr;
    }

    static bool isTub(const Subject& s) { return s.model == "bathtub"; }

    static bool isLain(const Subject& s) {
        return isTub(s) || isOneOf(s.noun, "bed cot crib bunk stretcher gurney hammock coffin bathtub cradle slab") || s.noun.ends_with(" bed") || s.noun.ends_with(" table") || s.noun == "table" || s.noun == "couch" || s.noun == "sofa";
    }

    bool treats(const Action& action) const {
        const Subject* who = m_work.description.subject(action.subject);
        const bool medical = who && (isOneOf(who->noun, "surgeon doctor nurse medic paramedic coroner pathologist dentist masseuse masseur undertaker embalmer vet midwife") || who->noun.ends_with(" surgeon"));
        if (isOneOf(action.verb, "operate dissect autopsy embalm resuscitate massage amputate revive") || action.act == "cpr") return true;
        return medical && isOneOf(action.verb, "examine treat bandage stitch inject check tend sedate scan save prepare attend cut dress cleanse clean compress swab probe "
                                               "swathe suture press wrap splint");
    }

    std::optional<Posture> postureOf(const Subject& subject) const {
        const bool dead = subject.model == "corpse" || subject.feeling == "dead", ownDeed = hasOwnDeed(subject);
        const Subject* on = support(subject);
        const Action* done = doneTo(subject);
        if (dead) return Posture{true, on && isLain(*on) ? on : nullptr, ""};
        const bool inBed = on && isLain(*on) && (on->noun == "bed" || on->noun.ends_with(" bed") || isOneOf(on->noun, "stretcher gurney hammock crib cradle"));
        const bool bathes = on && isTub(*on);
        if (ownDeed && !bathes && !(inBed && !getsUp(subject))) return std::nullopt;
        if (const Action* tied = tiedBy(subject)) {
            const Subject* seat = m_work.description.subject(tied->target);
            if (seat && isOneOf(seat->noun, "chair stool bench armchair seat")) return Posture{false, seat, ""};
            if (seat && isLain(*seat)) return Posture{true, seat, ""};
            return std::nullopt;
        }
        if (on && isOneOf(on->noun, "wheelchair stroller pram pushchair")) return Posture{false, on, ""};
        if (on && !done && isOneOf(on->kind == SubjectKind::prop && on->model.find(' ') == std::string::npos ? on->model : on->noun, "throne chair armchair bench sofa couch stool swing pew seat rocker")) return Posture{false, on, ""};
        if (done && isOneOf(done->verb, "shave barber tattoo")) return Posture{false, on, "chair"};
        if (done && done->act == "cpr") return Posture{true, namedBed(), ""};
        if (done && isOneOf(done->verb, "wake awaken rouse") && !saysBed(*done)) return Posture{true, namedBed(), m_work.blocking.set->environment.interior ? "bed" : ""};
        if (done && treats(*done)) return Posture{true, on && isLain(*on) ? on : namedBed(), "hospital bed"};
        if (done && isOneOf(done->verb, "put lay tuck place set rock watch sing read wake kiss visit comfort") && namedBed() && saysBed(*done)) return Posture{true, namedBed(), ""};
        if (on && isLain(*on) && on->noun != "couch" && on->noun != "sofa" && !on->noun.ends_with("table")) return Posture{true, on, ""};
        return std::nullopt;
    }

    /// "Puts her child to bed": the bed is what it is done to, or where.
    bool saysBed(const Action& action) const {
        const Subject* bed = namedBed();
        return bed && isOneOf(action.verb, "put lay tuck place set") && bed->noun.find("table") == std::string::npos;
    }

    const Action* tiedBy(const Subject& subject) const {
        for (const Action& action : m_work.description.actions)
            if (action.subject == subject.id && action.act == "struggle") return &action;
        return nullptr;
    }

    /// Anything but what is done to them.
    bool hasOwnDeed(const Subject& subject) const {
        return std::any_of(m_work.description.actions.begin(), m_work.description.actions.end(), [&](const Action& action) { return action.subject == subject.id && action.act != "struggle"; });
    }

    /// Sits, stands or jumps on it rather than lies.
    bool getsUp(const Subject& subject) const {
        return std::any_of(m_work.description.actions.begin(), m_work.description.actions.end(), [&](const Action& action) {
            return action.subject == subject.id && (playOf(action).travels || playOf(action).seated || isOneOf(action.motion, "sit sit_down stand stand_up jump dance kneel fall fight climb"));
        });
    }

    void lay(const Subject& subject, const Posture& posture) {
        const auto who = m_work.workersOf(subject.id);
        const float view = m_work.viewYaw();
        std::vector<glm::vec3> abed;
        for (std::size_t i = 0; i < who.size(); ++i) {
            Worker& worker = *who[i];
            worker.posture = posture.lies ? "lie" : "sit";
            worker.arranged = true;
            m_work.blocking.laidFor = view;
            const glm::vec3 here = m_work.slots.at(std::min(i, m_work.slots.size() - 1)).position;
            if (const auto own = posture.lies && i == abed.size() ? ownBed(posture, abed) : std::nullopt) {
                worker.slot = *own;
                abed.push_back(own->position);
                m_work.blocking.laidFor.reset();
                if (i == 0) standBy(subject, worker, 0.85f);
                continue;
            }
            auto prop = i > 0 ? std::nullopt : propFor(posture);
            const glm::vec3 spot = m_work.blocking.set->freeSpotNear(here, posture.lies ? 1.1f : 0.6f).value_or(here) + heading(view + 90) * (1.3f * float(i));
            const float yaw = posture.lies ? view + 90 : view + 18;
            worker.slot = {spot, yaw, {}};
            float half = besideBody;
            if (prop) {
                prop->path = {spot};
                prop->yaw = posture.lies && prop->prop->size.x > prop->prop->size.z * 1.2f ? yaw - 90 : yaw;
                worker.slot.seat = prop->prop->seatHeight.value_or(prop->prop->size.y) * prop->scale;
                half = 0.5f * std::min(prop->prop->size.x, prop->prop->size.z) * prop->scale + besideBed;
                m_work.blocking.props.push_back(std::move(*prop));
            } else if (!posture.lies) { // no prop at all
                worker.slot.seat = 0.47f;
            }
            if (i == 0) standBy(subject, worker, half);
        }
    }

    /// The set's own bed where it has one of that kind; beside those who lie in it, where it is wide.
    std::optional<Slot> ownBed(const Posture& posture, const std::vector<glm::vec3>& abed) const {
        const bool bed = posture.on ? posture.on->noun.ends_with("bed") || posture.on->model == "bathtub" : posture.name.ends_with("bed");
        if (!bed) return std::nullopt;
        const auto slot = seatNear(*m_work.blocking.set, m_work.slots.front().position, "lie", abed);
        if (!slot || (!abed.empty() && glm::distance(slot->position, abed.front()) > 1.0f)) return std::nullopt;
        for (const auto& object : m_work.blocking.set->objects) {
            const glm::vec3 apart = object.bounds.centre() - slot->position;
            if (posture.on && object.prop && (object.name.find("bed") != std::string::npos || object.name == posture.on->model) && glm::length(glm::vec3(apart.x, 0, apart.z)) < 1.2f) {
                m_work.blocking.setSubjects.emplace_back(posture.on->id, object.object);
                break;
            }
        }
        return Slot{slot->position, slot->yaw, slot->seat.value_or(0.6f)};
    }

    std::optional<StagedProp> propFor(const Posture& posture) const {
        if (posture.on)
            if (auto prop = brought(m_work.sets, *posture.on)) return prop;
        return posture.name.empty() ? std::nullopt : broughtByName(m_work.sets, posture.name);
    }

    /// Those who do it: on the far side, so that both are seen; the second at the head.
    void standBy(const Subject& subject, const Worker& patient, float half) {
        const float view = m_work.viewYaw();
        float aside = 0;
        for (const Action& action : m_work.description.actions) {
            if (action.target != subject.id || action.subject == subject.id || playOf(action).travels) continue;
            for (Worker* worker : m_work.workersOf(action.subject)) {
                if (worker->arranged) continue;
                const glm::vec3 at = patient.slot.position - heading(view) * half + heading(view + 90) * aside;
                worker->slot = {at, view, {}};
                worker->arranged = true;
                aside = aside <= 0 ? 0.7f - aside : -aside;
            }
        }
    }

    BlockingWork& m_work;
};

} // namespace

void layPatients(BlockingWork& work) { PatientLayer(work).run(); }

bool isInArms(const reading::ShotDescription& description, const Subject& subject) {
    if (subject.kind != SubjectKind::person || subject.age != reading::AgeClass::baby || subject.count > 1) return false;
    return std::any_of(description.actions.begin(), description.actions.end(), [&](const Action& action) {
        return action.target == subject.id && action.subject != subject.id && isOneOf(action.verb, "hold carry cradle rock feed nurse breastfeed hug clutch lift hush comfort soothe swaddle embrace");
    });
}

} // namespace rushes::stage
