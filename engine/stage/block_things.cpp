// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/block_things.h"

#include "engine/reading/text.h"
#include "engine/stage/easing.h"
#include "engine/stage/ground_things.h"
#include "engine/stage/motion_table.h"
#include "engine/stage/on_top.h"
#include "engine/stage/role_marks.h"
#include "engine/stage/saddle.h"
#include "engine/stage/set_places.h"
#include "engine/stage/shot_focus.h"
#include "engine/stage/thing_layout.h"
#include "engine/stage/thing_moves.h"
#include "engine/stage/work_floor.h"
#include "engine/stage/worked_at.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>

namespace rushes::stage {
namespace {

using figures::HoldWay;
using reading::Subject;
using reading::isAny;
using reading::SubjectKind;

/// Motions whose object lies before the worker while a tool is in the hand.
bool usesTool(std::string_view motion) { return isAny(motion, {"cut", "cook", "wash", "work_tool", "write", "type"}); }

/// Words that say the same place to work.
std::vector<std::string_view> placesLike(std::string_view station) {
    static constexpr std::array<std::array<std::string_view, 6>, 5> kinds{{{"kitchen counter", "workbench", "lab bench", "bar counter", "table", "dining table"},
                                                                           {"table", "dining table", "desk", "round table", "kitchen counter", "workbench"},
                                                                           {"desk", "school desk", "table", "dining table", "round table", ""},
                                                                           {"sink cabinet", "sink", "", "", "", ""},
                                                                           {"stove", "oven", "", "", "", ""}}};
    for (const auto& kind : kinds)
        if (kind[0] == station) return {kind.begin(), kind.end()};
    if (station == "workbench") return {"workbench", "lab bench", "table", "desk"};
    return {station};
}

constexpr float tableHeight = 0.75f; ///< metres

class ThingBringer {
public:
    ThingBringer(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description, std::vector<std::string>& warnings)
        : m_blocking(blocking), m_sets(sets), m_description(description), m_warnings(warnings) {}

    void run() {
        for (std::size_t i = 0; i < m_blocking.people.size(); ++i)
            for (std::size_t b = 0; b < m_blocking.people[i].beats.size(); ++b) serve(i, b);
        for (const Subject& subject : m_description.subjects)
            if (!subject.heldBy.empty() && !done(subject.id)) holdAlong(subject);
        for (const auto& action : m_description.actions) { // "apologizes with flowers"
            const Subject* const tool = action.tool == action.target || done(action.tool) ? nullptr : m_description.subject(action.tool);
            if (!tool || tool->worn || !tool->heldBy.empty()) continue;
            Subject held = *tool;
            held.heldBy = action.subject;
            holdAlong(held);
        }
        for (std::size_t i = 0; i < m_blocking.people.size(); ++i) holdOwn(i);
        sitInSaddles(m_blocking);
    }

private:
    StagedPerson& person(std::size_t i) { return m_blocking.people[i]; }

    const Subject* targetOf(const Beat& beat) const {
        if (beat.action == Beat::noAction || standsOnIt(m_description, m_description.actions[beat.action])) return nullptr;
        const auto* target = m_description.subject(m_description.actions[beat.action].target);
        return target && target->kind != SubjectKind::person && !target->worn ? target : nullptr;
    }

    bool done(const std::string& subject) const {
        return !subject.empty() && std::any_of(m_blocking.props.begin(), m_blocking.props.end(), [&](const auto& prop) { return prop.subject == subject; });
    }

    std::optional<StagedProp> make(const Subject& subject) const {
        const auto match = propNamed(m_sets, subject);
        if (!match) return std::nullopt;
        auto prop = make(match->name);
        if (!prop) return prop;
        prop->subject = subject.id;
        prop->scale = float(subject.sizeFactor);
        prop->colour = subject.colour;
        return prop;
    }

    std::optional<StagedProp> make(const std::string& name) const {
        if (name.empty() || !m_sets.hasProp(name)) return std::nullopt;
        auto made = m_sets.prop(name);
        if (!made) return std::nullopt;
        StagedProp prop;
        prop.model = name;
        prop.prop = *made;
        // "With a knife": the tool that the prompt names is that one.
        for (const auto& subject : m_description.subjects)
            if (!subject.worn && !done(subject.id) && (subject.model == name || subject.noun == name)) {
                prop.subject = subject.id;
                prop.colour = subject.colour;
                break;
            }
        return prop;
    }

    /// The set's own blackboard, where somebody stands at it.
    bool takeOwn(const Subject& subject, Beat& beat) {
        constexpr float within = 2.5f; // metres
        const auto* const own = ownThing(*m_blocking.set, m_sets, subject);
        if (!own || glm::distance(own->bounds.centre(), beat.path.back()) > within) return false;
        const glm::vec3 size = own->bounds.size(), half = own->bounds.centre() - beat.path.back();
        beat.yaw = size.x > size.z ? yawOf({0, 0, half.z}) : yawOf({half.x, 0, 0}); // towards it, and seen over the shoulder with what is written
        beat.lookAt.reset();
        beat.lookAtPerson.clear();
        beat.showFrom = 140;
        m_blocking.setSubjects.emplace_back(subject.id, own->object);
        return true;
    }

    /// "The candles on his cake": there, not in the hand.
    bool standsOnOther(const Subject& thing) const {
        return std::any_of(m_description.relations.begin(), m_description.relations.end(), [&](const auto& relation) {
            const Subject* const base = m_description.subject(relation.b);
            return relation.a == thing.id && relation.relation == reading::RelationKind::on && base && base->kind == SubjectKind::prop;
        });
    }

    static float longest(const StagedProp& prop) { return std::max({prop.prop->size.x, prop.prop->size.y, prop.prop->size.z}) * prop.scale; }
    static bool fitsHand(const StagedProp& prop) {
        return (prop.prop->hold != sets::Hold::none && longest(prop) < 1.9f) || longest(prop) < 0.45f;
    }

    void serve(std::size_t i, std::size_t b) {
        const Beat& beat = person(i).beats[b];
        const figures::Act* act = person(i).figure->library().acts().find(beat.motion);
        const Subject* target = targetOf(beat);
        if (!act && !carryAlong(i, b, target)) return walkAlong(i, b, target);
        if (!act) return;
        if (target && beat.motion == "blow" && standsOnOther(*target)) return;
        std::optional<StagedProp> object;
        const bool fed = target && target->kind == SubjectKind::animal && isAny(beat.motion, {"scatter", "throw", "throw_side", "sow"}); // pigeons are on the ground, crumbs in the hand
        const bool own = target && beat.motion == "paint_wall" && takeOwn(*target, person(i).beats[b]);
        if (target && !done(target->id) && !fed && !own) object = make(*target);
        if (person(i).beats[b].motion == "carry" && object && longest(*object) < 0.35f) { // a bill is not carried in both arms
            person(i).beats[b].motion = "hold";
            act = person(i).figure->library().acts().find("hold");
        }
        if (keepInHand(i, b, *act, target)) return;
        const std::string motion = beat.action == Beat::noAction ? std::string() : m_description.actions[beat.action].motion;
        const bool toolFirst = usesTool(motion) && !act->holding.prop.empty() && object && object->model != act->holding.prop && !isTool(*object);
        std::optional<StagedProp> hand, before, on;
        if (act->holds) hand = toolInHand(beat, *act);
        if (act->holds && !hand) hand = object && !toolFirst && (fitsHand(*object) || act->holding.way == HoldWay::bone) ? std::move(object) : make(act->holding.prop);
        if (object && !object->prop) object.reset();
        if (!act->station.prop.empty()) {
            if (object && isFlat(*object)) object.reset(); // a rug is no bench
            else if (object && longest(*object) > 0.8f) before = std::exchange(object, std::nullopt);
            else if (object) on = std::exchange(object, std::nullopt);
            else on = make(act->station.on);
        }
        // Soup is what is in the pot, coffee what is in the cup.
        const bool unseen = target && !fed && !done(target->id) && !before && (!hand || hand->subject != target->id) && (!on || on->subject != target->id);
        if (unseen && on && on->subject.empty()) on->subject = target->id;
        else if (unseen && hand && hand->subject.empty() && !usesTool(motion)) hand->subject = target->id;
        if (hand) give(i, b, *act, std::move(*hand));
        if (workOnPatient(i, b, *act)) return;
        const bool reached = target && !person(i).aboard;
        if (reached && before && hasFlank(*target) && !act->station.centred && isWorkedAt(beat, *act, *target, *before, m_description)) {
            if (act->surface > 0) setSurface(i, b, before->prop->size.y * before->scale * 0.75f);
            return standWithin(i, b, std::move(*before), *target);
        }
        if (target && !before && beat.motion == "push" && isPushedBy(target->id, i)) return; // "a doctor and a nurse push a bed": one bed, and no cart
        if (!act->station.prop.empty() && !person(i).aboard) return station(i, b, *act, std::move(before), std::move(on));
        if (reached && object && !fitsHand(*object) && isWorkedAt(beat, *act, *target, *object, m_description)) return standWithin(i, b, std::move(*object), *target);
        if (reached && object && fitsHand(*object)) layBefore(i, b, std::move(*object));
    }

    /// By somebody else than this one.
    bool isPushedBy(const std::string& subject, std::size_t i) const {
        return std::any_of(m_blocking.props.begin(), m_blocking.props.end(), [&](const StagedProp& prop) { return prop.subject == subject && prop.holder && *prop.holder != i && prop.under; });
    }

    /// A small thing that hands work on without holding it is on a table of its own, one that feet work on is on the floor.
    void layBefore(std::size_t i, std::size_t b, StagedProp thing) {
        Beat& beat = person(i).beats[b];
        const bool feet = isAny(beat.motion, {"stomp", "kick", "dip_toe"}), hands = isAny(beat.motion, {"smash_down", "touch", "press", "press_down", "claw", "swat"});
        if (!(feet || hands) || beat.path.size() != 1 || beat.seat) return;
        faceFree(m_blocking, i, b, 0.5f, 0.3f);
        const glm::vec3 foot = beat.path.back();
        const glm::vec3 at = foot + heading(beat.yaw) * (feet ? 0.32f : 0.46f);
        thing.yaw = beat.yaw + 180;
        thing.path = {{at.x, foot.y, at.z}};
        if (hands) {
            keepLow(thing);
            auto table = tableOf(m_sets, tableHeight, beat.yaw);
            if (!table) return;
            const glm::vec3 size = table->prop->size;
            table->scale *= std::min(1.0f, 0.9f / std::max(size.x, size.z));
            const glm::vec3 middle = foot + heading(beat.yaw) * (0.26f + 0.5f * size.z * table->scale);
            table->path = {{middle.x, foot.y + tableHeight - size.y * table->scale, middle.z}};
            thing.path.front().y += tableHeight;
            m_blocking.props.push_back(std::move(*table));
        }
        m_blocking.props.push_back(std::move(thing));
    }

    /// Before the hands of who works at it.
    void standWithin(std::size_t i, std::size_t b, StagedProp thing, const Subject& target) {
        Beat& beat = person(i).beats[b];
        const WorkedAt how = workedAt(beat, target, thing);
        faceFree(m_blocking, i, b, how.ahead, how.clear);
        beat.showFrom = how.showFrom ? how.showFrom : beat.showFrom;
        const glm::vec3 at = beat.path.back() + heading(beat.yaw) * how.ahead + heading(beat.yaw - 90) * how.along;
        thing.path = {{at.x, m_blocking.set->groundHeight(at.x, at.z, beat.path.back().y), at.z}};
        thing.yaw = beat.yaw + how.turn;
        setMoving(m_blocking, thing, m_sets, m_description, heading(thing.yaw));
        m_blocking.props.push_back(std::move(thing));
    }

    /// On somebody who lies before them: no bench of its own is wanted.
    bool workOnPatient(std::size_t i, std::size_t b, const figures::Act& act) {
        const Beat& beat = person(i).beats[b];
        if (beat.action == Beat::noAction) return false;
        for (const auto& other : m_blocking.people)
            if (!other.beats.empty() && other.subject == m_description.actions[beat.action].target && other.beats.front().lies) {
                if (act.surface > 0) setSurface(i, b, other.beats.front().seat.value_or(0.3f) + 0.16f);
                return true;
            }
        return false;
    }

    /// "Beats the carpet with a stick": that, not the act's own tool.
    std::optional<StagedProp> toolInHand(const Beat& beat, const figures::Act& act) const {
        if (beat.action == Beat::noAction || act.holding.way != HoldWay::grip) return std::nullopt;
        const auto& action = m_description.actions[beat.action];
        const Subject* const tool = action.tool == action.target ? nullptr : m_description.subject(action.tool);
        if (!tool || tool->worn || done(tool->id)) return std::nullopt;
        auto prop = make(*tool);
        return prop && fitsHand(*prop) ? prop : std::nullopt;
    }

    /// "Walks with a suitcase": it is in the hand.
    bool carryAlong(std::size_t i, std::size_t b, const Subject* target) {
        Beat& beat = person(i).beats[b];
        if (!target || done(target->id) || beat.seat || !isAny(beat.motion, {"walk", "run", "stand"})) return false;
        if (m_description.actions[beat.action].object.empty()) return false; // "walks to the lantern"
        auto thing = make(*target);
        if (!thing || thing->prop->hold == sets::Hold::none || !fitsHand(*thing)) return false;
        take(i, b, *thing);
        return true;
    }

    /// "A woman with a bag": in her hand, while that is free.
    void holdAlong(const Subject& thing) {
        for (std::size_t i = 0; i < m_blocking.people.size(); ++i) {
            if (!isOwner(person(i).subject, thing) || std::any_of(m_blocking.props.begin(), m_blocking.props.end(), [&](const auto& prop) { return prop.holder == i; })) continue;
            auto prop = make(thing);
            if (!prop || prop->prop->hold == sets::Hold::none || !fitsHand(*prop)) return;
            bool taken = false;
            for (std::size_t b = 0; b < person(i).beats.size() && !taken; ++b) taken = take(i, b, *prop);
            if (thing.count == 1) return; // "swords drawn": one for each
        }
    }

    /// What the trade has in its hands, where they are free: a waiter's tray, a guard's rifle.
    void holdOwn(std::size_t i) {
        const auto& camera = m_description.camera;
        const bool near = camera.size && *camera.size >= reading::ShotSize::mediumCloseUp;
        if (near || (camera.pov && isShoulder(*camera.pov))) return; // a blade before the face
        const Subject* const who = m_description.subject(person(i).subject);
        const bool full = std::any_of(m_blocking.props.begin(), m_blocking.props.end(), [&](const auto& prop) { return prop.holder == i; });
        if (!who || who->holds.empty() || full || person(i).beats.size() != 1 || !person(i).beats.front().pairedWith.empty()) return;
        const auto match = m_sets.propFor(who->holds);
        auto prop = match ? make(match->name) : std::nullopt;
        if (!prop || prop->prop->hold == sets::Hold::none || !fitsHand(*prop)) return;
        prop->subject.clear();
        take(i, 0, *prop);
    }

    /// Whose it is; of several ("guns raised") also theirs who do the same.
    bool isOwner(const std::string& subject, const Subject& thing) const {
        if (subject == thing.heldBy) return true;
        const auto& actions = m_description.actions;
        return thing.count > 1 && std::any_of(actions.begin(), actions.end(), [&](const auto& mine) {
            return mine.subject == subject && std::any_of(actions.begin(), actions.end(), [&](const auto& theirs) { return theirs.subject == thing.heldBy && theirs.span == mine.span; });
        });
    }

    /// The hand of one who walks or stands takes it, as it is usually held.
    bool take(std::size_t i, std::size_t b, const StagedProp& thing) {
        Beat& beat = person(i).beats[b];
        if (beat.seat || !isAny(beat.motion, {"walk", "run", "stand", "talk", "look_around", "think"})) return false;
        const bool hangs = isAny(thing.model, {"suitcase", "handbag", "bucket", "basket", "toolbox", "briefcase", "lantern"});
        if (beat.motion == "walk" || beat.motion == "run") beat.gait = beat.motion;
        beat.motion = hangs ? "carry_low" : thing.model == "umbrella" ? "hold_up" : "hold";
        const auto* act = person(i).figure->library().acts().find(beat.motion);
        if (act) give(i, b, *act, thing);
        return act != nullptr;
    }

    /// A dog that is walked goes beside, on its own legs.
    void walkAlong(std::size_t i, std::size_t b, const Subject* target) {
        const auto& beats = person(i).beats;
        const Beat& beat = beats[b];
        if (!target || target->kind != SubjectKind::animal || done(target->id) || beats.size() > 1 || beat.path.size() < 2) return;
        if (m_description.actions[beat.action].motion != "carry") return;
        auto animal = make(*target);
        if (!animal) return;
        for (const auto& point : beat.path) {
            const glm::vec3 ahead = glm::normalize(beat.path.back() - beat.path.front());
            const glm::vec3 at = point + ahead * 0.35f + glm::vec3(-ahead.z, 0, ahead.x) * (0.45f + 0.5f * animal->prop->size.x * animal->scale);
            animal->path.push_back({at.x, m_blocking.set->groundHeight(at.x, at.z, point.y), at.z});
        }
        animal->walks = true;
        m_blocking.props.push_back(std::move(*animal));
    }

    static bool isTool(const StagedProp& prop) {
        return isAny(prop.model, {"knife", "spoon", "fork", "pan", "scissors", "hammer", "axe", "shovel", "saw", "wrench", "broom", "mop", "rake", "screwdriver",
                                    "pen", "pencil", "toothbrush", "sword", "dagger", "hair drier"});
    }

    /// What was taken earlier in the shot stays in the hand, held as the act holds it.
    bool keepInHand(std::size_t i, std::size_t b, const figures::Act& act, const Subject* target) {
        if (!act.holds) return false;
        for (auto& prop : m_blocking.props) {
            if (prop.holder != i || prop.under || prop.heldUntil < 1e8 || prop.heldFrom > person(i).beats[b].start) continue;
            if (target && prop.subject != target->id && prop.model != act.holding.prop) continue;
            if (act.holding.release >= 0) {
                prop.heldUntil = secondsOf(person(i), person(i).beats[b], act.holding.release);
                layLong(person(i).beats[b], prop);
                setFlight(i, b, act, prop);
            }
            return true;
        }
        return false;
    }

    void give(std::size_t i, std::size_t b, const figures::Act& act, StagedProp prop) {
        const Beat& beat = person(i).beats[b];
        prop.holder = i;
        prop.holding = act.holding;
        prop.holding->take = prop.holding->release = -1;
        if (prop.model == "crate" && longest(prop) > 0.5f) prop.scale *= 0.42f / longest(prop); // a box that one can carry
        prop.under = act.holding.way == HoldWay::floor;
        if (act.holding.take >= 0) prop.heldFrom = secondsOf(person(i), beat, act.holding.take);
        if (act.holding.release >= 0) prop.heldUntil = secondsOf(person(i), beat, act.holding.release);
        layLong(beat, prop);
        setFlight(i, b, act, prop);
        m_blocking.props.push_back(std::move(prop));
    }

    /// A sword that is laid on the ground does not stand there, unless it is planted in it.
    void layLong(const Beat& beat, StagedProp& prop) const {
        if (beat.motion != "put_down_low" || beat.action == Beat::noAction || isAny(m_description.actions[beat.action].verb, {"plant", "stand", "stick", "drive", "prop"})) return;
        const glm::vec3 size = prop.prop->size;
        prop.lies = size.y > 2.5f * std::max(size.x, size.z);
    }

    /// Thrown things go where the thrower faces, or to the other person; what is caught comes from there.
    void setFlight(std::size_t i, std::size_t b, const figures::Act& act, StagedProp& prop) const {
        const Beat& beat = m_blocking.people[i].beats[b];
        if (act.holding.release >= 0 && isAny(prop.model, {"toy balloon", "bird", "dove", "pigeon", "butterfly", "owl", "hawk", "eagle", "seagull", "lantern"})) {
            prop.flies = prop.rises = true;
            const bool drifts = prop.model == "toy balloon" || prop.model == "lantern";
            prop.flight = heading(beat.yaw + 25) * (drifts ? 0.25f : 1.6f) + glm::vec3(0, drifts ? 1.2f : 1.8f, 0);
            return;
        }
        const bool catches = beat.motion == "catch", throws = isAny(beat.motion, {"throw", "throw_side", "bowl", "shoot_hoop", "kick_ball"});
        if (!catches && !throws) return;
        prop.flies = true;
        const glm::vec3 ahead = heading(beat.yaw);
        const float pace = catches ? -6.0f : beat.motion == "shoot_hoop" ? 3.2f : 8.0f;
        prop.flight = ahead * pace + glm::vec3(0, catches ? 2.2f : beat.motion == "bowl" ? 0.0f : beat.motion == "shoot_hoop" ? 6.0f : 2.6f, 0);
    }

    // ---- what stands before the worker

    /// The set's own table within a few steps, with floor before it to stand on.
    const sets::ObjectInfo* ownStation(const std::string& name, const glm::vec3& near) const {
        const auto places = placesLike(name);
        for (const auto place : places) {
            const sets::ObjectInfo* best = nullptr;
            float distance = 6;
            for (const auto& object : m_blocking.set->objects) {
                if (!object.prop || object.name != place || place.empty()) continue;
                const float d = glm::distance(glm::vec2(object.position.x, object.position.z), glm::vec2(near.x, near.z));
                if (d < distance) distance = d, best = &object;
            }
            if (best) return best;
        }
        return nullptr;
    }

    /// Who kneels or crouches works on the ground, not at a table.
    void layAtKnees(const Beat& beat, std::optional<StagedProp> thing) {
        constexpr float ahead = 0.42f; // metres: where the hands are then
        if (!thing) return;
        const glm::vec3 at = beat.path.back() + heading(beat.yaw) * ahead;
        thing->path = {{at.x, m_blocking.set->groundHeight(at.x, at.z, beat.path.back().y), at.z}};
        thing->yaw = beat.yaw + 180;
        keepLow(*thing);
        m_blocking.props.push_back(std::move(*thing));
    }

    void station(std::size_t i, std::size_t b, const figures::Act& act, std::optional<StagedProp> before, std::optional<StagedProp> on) {
        Beat& beat = person(i).beats[b];
        figures::Station wish = act.station;
        // Who sits works at a table, not at a counter that is made to stand at.
        if (beat.seat && !act.seated && isAny(wish.prop, {"kitchen counter", "workbench", "lab bench", "bar counter"})) wish.prop = "table";
        const bool travels = beat.path.size() > 1;
        if (!before && !beat.low.empty() && act.surface > 0 && !travels && !wish.centred) return layAtKnees(beat, std::move(on)); // "kneeling by a grave, lights a candle"
        if (!before && !beat.seat && !travels && !wish.centred && standAtNamed(i, b, act, before)) return showBesideWall(beat), putOn(i, b, act, std::move(on));
        if (!before && beat.seat && act.seated && atTable(i, b, act)) return putOn(i, b, act, std::move(on));
        if (const auto work = before || travels || wish.centred || beat.seat ? std::nullopt : workAhead(*m_blocking.set, m_description, person(i).subject, beat.path.back(), beat.yaw)) {
            setSurface(i, b, *work);
            showBesideWall(beat);
            return putOn(i, b, act, std::move(on));
        }
        if (!before && !travels && !wish.centred && !beat.seat)
            if (const auto* own = ownStation(wish.prop, beat.path.back()); own && standAt(i, b, act, *own)) return showBesideWall(beat), putOn(i, b, act, std::move(on));
        if (!travels && !wish.centred && sitAcross(i, b, act)) return;
        if (!before && beat.motion == "horse" && b > 0 && rideOn(i, b, act)) return;
        if (!before) before = make(wish.prop);
        if (!before) return;
        if (wish.centred && longest(*before) > 4.5f && before->model != wish.prop && beat.motion != "horse") // a ship is not rowed
            if (auto usual = make(wish.prop)) usual->subject = before->subject, before = std::move(usual);
        const glm::vec3 size = before->prop->size * before->scale;
        const bool sideways = std::abs(std::abs(wish.turn) - 90) < 30; // a horse's flank
        const float ahead = wish.centred ? 0.0f : wish.ahead + (sideways ? size.x : size.z) * 0.5f;
        const bool mounted = beat.motion == "horse", wheeled = beat.motion == "cycle" || beat.motion == "motorcycle";
        if (travels || wish.centred || mounted || wheeled) { // goes along
            const float grown = float(person(i).figure->rest().stature) / 1.72f;
            if (wheeled) before->scale *= std::clamp(grown, 0.6f, 1.08f); // a child's bicycle
            if (mounted) beat.lift = saddleLift(person(i), beat.motion, *before);
            before->holder = i;
            before->under = true;
            before->lies = wish.lies && size.y > size.z;
            before->holding = figures::Holding{.way = HoldWay::floor, .offset = glm::vec3(wish.aside, -beat.lift, ahead) / grown,
                                               .turn = glm::vec3(0, wish.turn, 0)};
        } else {
            faceFree(m_blocking, i, b, ahead, std::max(size.x, size.z) * 0.4f);
            if (size.y > 1.1f && !wish.view) beat.showFrom = 125; // it would hide who works at it
            showBesideWall(beat);
            const glm::vec3 at = beat.path.back() + heading(beat.yaw) * ahead;
            before->path = {{at.x, m_blocking.set->groundHeight(at.x, at.z, beat.path.back().y), at.z}};
            before->yaw = beat.yaw + wish.turn;
            if (beat.motion == "open_door") {
                before->swing = 68;
                before->swingFrom = secondsOf(person(i), beat, 0.75);
                before->swingUntil = secondsOf(person(i), beat, 1.6);
            }
        }
        if (act.surface > 0) setSurface(i, b, size.y);
        if (!before->under && act.seated) m_tables.push_back({m_blocking.props.size(), i});
        m_blocking.props.push_back(std::move(*before));
        putOn(i, b, act, std::move(on));
    }

    /// Rides off on what was mounted in the beat before; until then it stands.
    bool rideOn(std::size_t i, std::size_t b, const figures::Act& act) {
        auto& beats = person(i).beats;
        StagedProp* const mount = beats[b - 1].motion == "mount" ? mountOf(m_blocking, i, b - 1) : nullptr;
        if (!mount || beats[b].path.size() < 2) return false;
        Beat &up = beats[b - 1], &ride = beats[b];
        const glm::vec3 at = mount->path.front(), way = ride.path[1] - ride.path[0];
        const float away = glm::distance(glm::vec2(at.x, at.z), glm::vec2(up.path.back().x, up.path.back().z));
        mount->yaw = yawOf(way);
        ride.path.front() = at;
        ride.lift = saddleLift(person(i), ride.motion, *mount);
        moveWorker(m_blocking, i, b - 1, at + heading(mount->yaw + 90) * away, mount->yaw - 90);
        mount->holder = i;
        mount->heldFrom = ride.start;
        mount->under = true;
        const float grown = float(person(i).figure->rest().stature) / 1.72f;
        mount->holding = figures::Holding{.way = HoldWay::floor, .offset = glm::vec3(act.station.aside, -ride.lift, 0) / grown, .inPlace = true};
        return true;
    }

    /// At a bench along a wall there is no camera before the worker; one behind would see a back.
    void showBesideWall(Beat& beat) const {
        const glm::vec3 chest = beat.path.back() + glm::vec3(0, 1.3f, 0);
        if (!beat.showFrom && m_blocking.set->blocked(chest, chest + heading(beat.yaw) * 1.8f)) beat.showFrom = 80;
    }

    /// Whoever was given a seat at a table has theirs before them.
    bool atTable(std::size_t i, std::size_t b, const figures::Act& act) {
        const Beat& beat = person(i).beats[b];
        const glm::vec3 ahead = beat.path.back() + heading(beat.yaw) * 0.7f;
        const auto places = placesLike(act.station.prop);
        for (const auto& prop : m_blocking.props) {
            if (prop.holder || prop.path.size() != 1 || std::find(places.begin(), places.end(), prop.model) == places.end()) continue;
            if (glm::distance(glm::vec2(prop.path.front().x, prop.path.front().z), glm::vec2(ahead.x, ahead.z)) > 0.5f * std::max(prop.prop->size.x, prop.prop->size.z) * prop.scale) continue;
            if (std::any_of(m_tables.begin(), m_tables.end(), [&](const auto& own) { return &m_blocking.props[own.first] == &prop; })) continue;
            if (act.surface > 0) setSurface(i, b, prop.prop->size.y * prop.scale);
            return true;
        }
        return false;
    }

    /// Two who play chess sit at one table, face to face.
    bool sitAcross(std::size_t i, std::size_t b, const figures::Act& act) {
        if (!act.seated) return false;
        for (auto& [table, owner] : m_tables) {
            const Beat& first = person(owner).beats.front();
            if (owner == i || first.motion != person(i).beats[b].motion || isAny(first.motion, {"type", "write", "piano", "drums", "cello", "harp"})) continue;
            const StagedProp& prop = m_blocking.props[table];
            if (prop.path.empty()) continue;
            const glm::vec3 middle = prop.path.front(), away = middle - first.path.back();
            moveWorker(m_blocking, i, b, {middle.x + away.x, first.path.back().y, middle.z + away.z}, first.yaw + 180);
            if (act.surface > 0) setSurface(i, b, prop.prop->size.y * prop.scale);
            owner = i; // it is full
            return true;
        }
        return false;
    }

    void setSurface(std::size_t i, std::size_t b, float height) {
        person(i).beats[b].surface = glm::clamp(height, 0.4f, 1.15f);
    }

    /// Steps up to a table of the set. False when there is no room on the side that is free.
    bool standAt(std::size_t i, std::size_t b, const figures::Act& act, const sets::ObjectInfo& own) {
        Beat& beat = person(i).beats[b];
        const glm::vec3 half = own.bounds.size() * 0.5f, middle = own.bounds.centre();
        for (const float turn : {0.0f, 180.0f, 90.0f, -90.0f}) {
            const glm::vec3 out = heading(own.yaw + turn);
            const float reach = std::abs(out.x) * half.x + std::abs(out.z) * half.z + act.station.ahead;
            const glm::vec3 wish = glm::vec3(middle.x, beat.path.back().y, middle.z) + out * reach;
            const auto spot = m_blocking.set->freeSpotNear(wish, 0.2f, othersThan(m_blocking, i));
            if (!spot || glm::distance(glm::vec2(spot->x, spot->z), glm::vec2(wish.x, wish.z)) > 0.3f) continue;
            const glm::vec3 at(wish.x, spot->y, wish.z);
            moveWorker(m_blocking, i, b, at, yawOf(-out));
            setSurface(i, b, own.bounds.high.y - at.y);
            return true;
        }
        return false;
    }

    /// "Chops vegetables at the kitchen table": the set's own, where they step up to it, else one that is brought. True when they stand at it.
    bool standAtNamed(std::size_t i, std::size_t b, const figures::Act& act, std::optional<StagedProp>& before) {
        for (const auto& relation : m_description.relations) {
            const Subject* const bench = relation.a == person(i).subject && (relation.relation == reading::RelationKind::beside || relation.relation == reading::RelationKind::behind) ? m_description.subject(relation.b) : nullptr;
            if (!bench || done(bench->id) || !isAny(bench->model, {"table", "kitchen table", "dining table", "counter", "bar counter", "kitchen counter", "workbench", "desk"})) continue;
            if (act.surface <= 0) return false;
            const auto* own = bench->colour.empty() ? ownThing(*m_blocking.set, m_sets, *bench) : nullptr;
            if (own && standAt(i, b, act, *own)) {
                m_blocking.setSubjects.emplace_back(bench->id, own->object);
                return true;
            }
            before = make(*bench);
            return false;
        }
        return false;
    }

    /// A picture that is painted at a table is not to hide who paints it.
    static void keepLow(StagedProp& thing) {
        constexpr float highest = 0.36f; ///< metres over a table, between camera and face
        thing.scale *= std::min(1.0f, highest / std::max(0.01f, thing.prop->size.y * thing.scale));
    }

    /// What is worked on lies before the hands.
    void putOn(std::size_t i, std::size_t b, const figures::Act& act, std::optional<StagedProp> on) {
        const Beat& beat = person(i).beats[b];
        if (!on || !beat.surface) return;
        keepLow(*on);
        const float size = float(person(i).figure->height()) / 1.72f;
        const glm::vec3 at = beat.path.back() + heading(beat.yaw) * (0.44f * size) + heading(beat.yaw + 90) * (act.holds ? 0.02f : 0.0f);
        on->path = {{at.x, beat.path.back().y + *beat.surface, at.z}};
        on->yaw = beat.yaw + (isAny(on->model, {"laptop", "typewriter", "computer", "letter", "book", "keyboard", "sewing machine"}) ? 180.0f : 160.0f);
        m_blocking.props.push_back(std::move(*on));
    }

    Blocking& m_blocking;
    const sets::SetLibrary& m_sets;
    const reading::ShotDescription& m_description;
    std::vector<std::string>& m_warnings;
    std::vector<std::pair<std::size_t, std::size_t>> m_tables; ///< prop, and whose
};

} // namespace

void bringThings(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description, std::vector<std::string>& warnings) {
    ThingBringer(blocking, sets, description, warnings).run();
}

} // namespace rushes::stage
