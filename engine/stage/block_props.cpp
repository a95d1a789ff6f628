// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/block_props.h"

#include "engine/stage/deeds.h"
#include "engine/stage/easing.h"
#include "engine/stage/ground_things.h"
#include "engine/stage/lanes.h"
#include "engine/stage/motion_table.h"
#include "engine/stage/set_places.h"
#include "engine/stage/slots.h"
#include "engine/stage/thing_layout.h"
#include "engine/stage/thing_moves.h"
#include "engine/stage/thing_shape.h"
#include "engine/stage/thing_stacks.h"
#include "engine/stage/ways.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace rushes::stage {
namespace {

using reading::RelationKind;
using reading::Subject;
using reading::SubjectKind;

constexpr float leastSeen = 0.006f;  ///< of the frame: what covers less beside people comes to the foreground
constexpr float largestHeld = 0.6f; ///< metres: what one carries without saying so
constexpr float armLength = 0.75f; ///< metres
constexpr float unknownSize = 0.25f; ///< metres, of what stands for a thing of which nothing is known
constexpr float standInHeld = 0.2f; ///< metres, of the same in a hand: work and face stay to be seen

class PropBlocker {
public:
    PropBlocker(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description, std::vector<std::string>& warnings)
        : m_blocking(blocking), m_sets(sets), m_description(description), m_warnings(warnings) {}

    /// A thing that is said to be on a table of the set: there, the table being the set's.
    bool placeOnSet() {
        for (const auto& r : m_description.relations) {
            const auto *thing = m_description.subject(r.a), *base = m_description.subject(r.b);
            if (r.relation != RelationKind::on || !thing || !base || !wanted(*thing) || base->kind != SubjectKind::prop || !base->colour.empty()) continue;
            const auto* table = ownThing(*m_blocking.set, m_sets, *base);
            auto prop = table ? make(*thing) : std::nullopt;
            if (!prop || lengthOf(*prop) > std::max(table->bounds.size().x, table->bounds.size().z)) continue;
            m_blocking.setSubjects.emplace_back(base->id, table->object);
            prop->path = {freeOnTop(*m_blocking.set, *table, lengthOf(*prop) * 0.5f)};
            if (const auto seat = m_sets.prop(table->name); seat && (*seat)->seatHeight && ((*seat)->pose == "sit" || (*seat)->pose == "lie")) {
                const glm::vec3 middle = table->bounds.centre() + heading(table->yaw) * 0.08f; // on the cushions, not on the back
                prop->path = {{middle.x, table->bounds.low.y + *(*seat)->seatHeight, middle.z}};
            }
            prop->yaw = table->yaw;
            move(*thing, *prop, heading(table->yaw + 90));
            m_blocking.props.push_back(std::move(*prop));
            return true;
        }
        return false;
    }

    /// The largest thing, which the others are laid about, at the place of the first in the cast.
    void placeMain() {
        if (placeOnSet()) return;
        const Subject* main = nullptr;
        std::optional<StagedProp> best;
        for (const auto& subject : m_description.subjects) {
            if (!wanted(subject) || done(subject)) continue;
            auto prop = make(subject);
            if (prop && (!best || lengthOf(*prop) > lengthOf(*best))) best = std::move(prop), main = &subject;
        }
        if (!best) return;
        const auto slots = standingSlots(*m_blocking.set, 2);
        const glm::vec3 spot = m_blocking.set->freeSpotNear(slots.front().position, std::min(lengthOf(*best) * 0.5f, 2.5f)).value_or(m_blocking.set->heart);
        best->path = {isBoat(best->model) ? onWater(*m_blocking.set, *best, spot).value_or(onGround(spot)) : onGround(spot)};
        best->yaw = slots.front().yaw;
        const bool rolls = main->kind == SubjectKind::vehicle && !isBoat(best->model) && !m_blocking.set->environment.interior && isMoved(*main);
        if (rolls) {
            const Room room = roomFor(*m_blocking.set, *best, 6.0f, {});
            best->path = {room.path[room.path.size() / 2]};
            best->path.front().y = m_blocking.set->groundHeight(best->path.front().x, best->path.front().z, best->path.front().y);
            best->yaw = room.yaw;
        }
        best->afloat = isBoat(best->model) && best->path.front().y != onGround(best->path.front()).y;
        move(*main, *best, rolls ? heading(best->yaw) : heading(best->yaw + 60));
        m_blocking.props.push_back(std::move(*best));
    }

    void placeRest(const geometry::Camera& camera, const glm::vec3& focus) {
        m_camera = &camera;
        m_focus = focus;
        if (m_blocking.people.empty()) return gather();
        std::vector<const Subject*> waiting;
        for (const auto& subject : m_description.subjects)
            if (wanted(subject) && !done(subject) && !hold(subject) && !usesSet(subject)) waiting.push_back(&subject);
        // What stands by something waits until that is there.
        while (!waiting.empty()) {
            const auto ready = std::find_if(waiting.begin(), waiting.end(), [&](const Subject* s) { return !waitsFor(*s, waiting); });
            const Subject* subject = ready == waiting.end() ? waiting.front() : *ready;
            waiting.erase(ready == waiting.end() ? waiting.begin() : ready);
            for (int copy = 0; copy < std::clamp(subject->count, 1, 12); ++copy) setDown(*subject, copy);
        }
    }

private:
    static bool wanted(const Subject& subject) {
        return subject.kind != SubjectKind::person && !subject.worn && subject.kind != SubjectKind::effect;
    }

    static float lengthOf(const StagedProp& prop) { return std::max(prop.prop->size.x, prop.prop->size.z) * prop.scale; }

    /// Things alone: all of them at the main one's place, to be laid out as seen.
    void gather() {
        for (const auto& subject : m_description.subjects) {
            if (!wanted(subject)) continue;
            const bool main = done(subject);
            if (main ? isOfSet(subject) : usesSet(subject)) continue;
            for (int copy = main ? 1 : 0; copy < std::clamp(subject.count, 1, 12); ++copy) {
                auto prop = make(subject);
                if (!prop) break;
                prop->path = {m_blocking.props.empty() ? m_blocking.set->heart : m_blocking.props.front().path.front()};
                move(subject, *prop, glm::normalize(glm::vec3(m_camera->right.x, 0, m_camera->right.z)));
                m_blocking.props.push_back(std::move(*prop));
            }
        }
    }

    bool isOfSet(const Subject& subject) const {
        return std::any_of(m_blocking.setSubjects.begin(), m_blocking.setSubjects.end(), [&](const auto& own) { return own.first == subject.id; });
    }

    bool waitsFor(const Subject& subject, const std::vector<const Subject*>& waiting) const {
        using enum RelationKind;
        for (const auto& r : m_description.relations) {
            const bool carried = r.relation == on || r.relation == above || r.relation == in || r.relation == leftOf || r.relation == rightOf || r.relation == behind ||
                                 r.relation == inFrontOf || r.relation == beside;
            const std::string& first = carried ? r.b : r.a; // what is under something is the first to stand
            if ((carried ? r.a : r.b) != subject.id || first == subject.id) continue;
            if (std::any_of(waiting.begin(), waiting.end(), [&](const Subject* s) { return s->id == first; })) return true;
        }
        return false;
    }

    bool done(const Subject& subject) const {
        for (const auto& [id, object] : m_blocking.setSubjects)
            if (id == subject.id) return true;
        for (const auto& prop : m_blocking.props)
            if (prop.subject == subject.id) return true;
        return false;
    }

    glm::vec3 onGround(const glm::vec3& p) const { return {p.x, m_blocking.set->groundHeight(p.x, p.z, p.y), p.z}; }

    void warn(const std::string& text) {
        if (std::find(m_warnings.begin(), m_warnings.end(), text) == m_warnings.end()) m_warnings.push_back(text);
    }

    /// "a cathedral" where the set is the cathedral.
    bool isTheSet(const Subject& subject) const {
        const auto place = m_sets.kitFor(subject.noun);
        return place && place->name == m_blocking.set->kit;
    }

    std::optional<StagedProp> make(const Subject& subject) {
        const auto match = propNamed(m_sets, subject);
        const std::string name = match ? match->name : "crate";
        const bool garment = subject.category == "clothing"; // a crate is no belt
        if (!match && (subject.kind == SubjectKind::structure || subject.size > 2.5 || garment || isGround(subject.id))) {
            if (!isTheSet(subject)) warn("There is no model of \"" + subject.noun + "\"; it is not shown.");
            return std::nullopt;
        }
        if (!match) warn("There is no model of \"" + subject.noun + "\"; a crate of its size stands for it.");
        auto prop = m_sets.prop(name);
        if (!prop) {
            m_warnings.push_back(prop.error().text());
            return std::nullopt;
        }
        StagedProp staged;
        staged.subject = subject.id;
        staged.model = name;
        staged.prop = *prop;
        staged.scale = float(subject.sizeFactor);
        const float longest = std::max({(*prop)->size.x, (*prop)->size.y, (*prop)->size.z, 0.01f});
        if (!match) staged.scale *= (subject.size > 0 ? float(subject.size) : unknownSize) / longest;
        staged.colour = subject.colour;
        return staged;
    }

    /// Someone stands on it: the floor by another name.
    bool isGround(const std::string& id) const {
        return std::any_of(m_description.relations.begin(), m_description.relations.end(), [&](const auto& relation) {
            const auto* above = m_description.subject(relation.a);
            return relation.relation == RelationKind::on && relation.b == id && above && above->kind == SubjectKind::person;
        });
    }

    /// What the action is done with is in the hand already.
    bool holdsTool(std::size_t person, const reading::Action& action) const {
        return !action.tool.empty() && action.tool != action.target &&
               std::any_of(m_blocking.props.begin(), m_blocking.props.end(), [&](const StagedProp& prop) { return prop.holder == person && prop.subject == action.tool; });
    }

    bool someoneLies() const {
        for (const auto& person : m_blocking.people)
            for (const auto& beat : person.beats)
                if (beat.lies && beat.seat) return true;
        return false;
    }

    /// In whose hand it goes: the subject of a verb whose object it is.
    bool hold(const Subject& subject) {
        const bool bedding = subject.noun == "pillow" || subject.noun == "blanket" || subject.noun == "mattress" || subject.noun == "duvet" || subject.noun == "sheet" || subject.noun == "quilt";
        if (bedding && someoneLies()) return true; // the bed has it
        for (const auto& action : m_description.actions) {
            if (action.target != subject.id) continue;
            if (action.verb == "feed" && subject.kind == SubjectKind::animal) return false; // on the ground
            for (std::size_t i = 0; i < m_blocking.people.size(); ++i) {
                if (m_blocking.people[i].subject != action.subject) continue;
                if (holdsTool(i, action)) return subject.kind == SubjectKind::plant; // the machete, not the vines
                auto prop = make(subject);
                if (!prop) return true;
                if (isFlat(*prop)) return false;
                float longest = std::max({prop->prop->size.x, prop->prop->size.y, prop->prop->size.z}) * prop->scale;
                if (prop->model == "crate" && subject.noun != "crate" && longest > standInHeld) prop->scale *= standInHeld / std::exchange(longest, standInHeld);
                if (action.motion == "look" || action.motion == "point" || playOf(action.motion).travels || playOf(action.motion).seated) return false;
                if (prop->prop->hold == sets::Hold::none && longest > largestHeld) {
                    // "Coffee" is drunk from a cup, whatever model the word has.
                    if (playOf(action.motion).figure != "drink") return false;
                    if (auto cup = m_sets.prop("cup")) prop->prop = *cup, prop->model = "cup", prop->scale = 1;
                }
                prop->holder = i;
                m_blocking.props.push_back(std::move(*prop));
                return true;
            }
        }
        return false;
    }

    bool isMoved(const Subject& subject) const {
        return std::any_of(m_description.actions.begin(), m_description.actions.end(), [&](const auto& action) { return action.subject == subject.id; });
    }

    /// What the set has stands still.
    bool movesBySomething(const Subject& subject) const {
        if (subject.kind == SubjectKind::vehicle) return false;
        return std::any_of(m_description.actions.begin(), m_description.actions.end(), [&](const auto& action) {
            return action.subject == subject.id && (subject.kind == SubjectKind::animal || m_sets.motionFor(action.verb, {action.particle}, {subject.model, subject.noun}));
        });
    }

    /// A boat of the harbour need not be brought again.
    bool usesSet(const Subject& subject) {
        if (!subject.colour.empty() || movesBySomething(subject)) return false;
        const auto match = propNamed(m_sets, subject);
        if (!match) return false;
        const bool afloat = isBoat(match->name);
        const bool tied = subject.count > 1 || (hasRelation(subject) && !carriesOnly(subject));
        for (const auto& object : m_blocking.set->objects) {
            if (!object.prop || (object.name != match->name && !(afloat && isBoat(object.name)))) continue;
            const auto pixel = m_camera->project(object.bounds.centre(), {100, 100});
            const bool seen = pixel && pixel->x >= 4 && pixel->x <= 96 && pixel->y >= 4 && pixel->y <= 96 && pixel->z <= 90;
            if (!afloat && tied ? !someoneAt(object) : !seen) continue;
            m_blocking.setSubjects.emplace_back(subject.id, object.object);
            return true;
        }
        return false;
    }

    /// "At the ship's wheel": somebody is within reach of it.
    bool someoneAt(const sets::ObjectInfo& object) const {
        const glm::vec3 middle = object.bounds.centre(), half = object.bounds.size() * 0.5f;
        const auto moments = peopleAt(m_blocking, m_blocking.seconds * 0.5);
        return std::any_of(moments.begin(), moments.end(), [&](const auto& moment) {
            const glm::vec3 off = glm::abs(moment.position - middle);
            return off.x < half.x + armLength && off.z < half.z + armLength;
        });
    }

    /// All that is said of it is what stands on it.
    bool carriesOnly(const Subject& subject) const {
        return std::all_of(m_description.relations.begin(), m_description.relations.end(), [&](const auto& r) {
            return r.a != subject.id && (r.b != subject.id || r.relation == RelationKind::on);
        });
    }

    bool hasRelation(const Subject& subject) const {
        return std::any_of(m_description.relations.begin(), m_description.relations.end(),
                           [&](const auto& relation) { return relation.a == subject.id || relation.b == subject.id; });
    }

    struct Place {
        glm::vec3 position;
        glm::vec3 size{0.5f}; ///< along the frame, up, and away from the camera
        const StagedProp* prop = nullptr;

        /// Where something with these half sizes rests on it.
        float top(const glm::vec2& half) const { return prop ? restHeight(*prop->prop, prop->scale, half) : size.y; }
    };

    /// Size of a turned prop as the camera sees it.
    glm::vec3 sizeSeen(const StagedProp& prop) const {
        const float turn = glm::radians(prop.yaw - yawOf(m_camera->eye - m_focus)), c = std::abs(std::cos(turn)), s = std::abs(std::sin(turn));
        const glm::vec3 size = prop.prop->size * prop.scale;
        return {size.x * c + size.z * s, size.y, size.x * s + size.z * c};
    }

    /// Where a subject that is already there is.
    std::optional<Place> placeOf(const std::string& id) const {
        const auto moments = peopleAt(m_blocking, m_blocking.seconds * 0.5);
        for (std::size_t i = 0; i < m_blocking.people.size(); ++i)
            if (m_blocking.people[i].subject == id) return Place{moments[i].position, {0.5f, float(m_blocking.people[i].figure->height()), 0.5f}};
        for (const auto& prop : m_blocking.props)
            if (prop.subject == id && !prop.holder) return Place{prop.path.front(), sizeSeen(prop), &prop};
        for (const auto& [subject, number] : m_blocking.setSubjects)
            for (const auto& object : m_blocking.set->objects)
                if (subject == id && object.object == number) {
                    const glm::vec3 middle = object.bounds.centre();
                    return Place{{middle.x, object.bounds.low.y, middle.z}, object.bounds.size()};
                }
        return std::nullopt;
    }

    void setDown(const Subject& subject, int copy) {
        auto prop = make(subject);
        if (!prop) return;
        if (isFlat(*prop)) {
            prop->path = {flatSpot(m_blocking, m_description, subject, *prop, copy, m_focus)};
            m_blocking.props.push_back(std::move(*prop));
            return;
        }
        prop->yaw = yawOf(m_camera->eye - m_focus) + presentingYaw(*prop->prop, subject.kind);
        const glm::vec3 size = sizeSeen(*prop);
        const auto by = related(subject, size);
        const float distance = glm::distance(m_camera->eye, m_focus);
        const bool small = belongsOnTable(subject, *prop);
        const bool open = !m_blocking.set->environment.interior && !m_blocking.people.empty() && m_description.place && m_description.place->span.end > 0; // no table is brought to a vineyard
        if (!by && !open && subject.kind == SubjectKind::prop && (small || frameShare(*prop, *m_camera, distance) < leastSeen)) {
            const float side = subject.side == "left" ? -1.0f : subject.side == "right" || m_besides++ % 2 == 0 ? 1.0f : -1.0f;
            if (auto table = foregroundSpot(*prop, m_blocking, m_sets, *m_camera, distance, side)) m_blocking.props.push_back(std::move(*table));
        } else {
            prop->path = {by.value_or(beside(subject, size, copy))};
            if (small && by && !open && besideSomeone(subject)) raise(*prop);
        }
        move(subject, *prop, glm::normalize(glm::vec3(m_camera->right.x, 0, m_camera->right.z)));
        m_blocking.props.push_back(std::move(*prop));
    }

    /// All that is said is that it is beside, left or right of a person.
    bool besideSomeone(const Subject& subject) const {
        return std::all_of(m_description.relations.begin(), m_description.relations.end(), [&](const auto& r) {
            if (r.a != subject.id && r.b != subject.id) return true;
            const auto* other = m_description.subject(r.a == subject.id ? r.b : r.a);
            const bool beside = r.relation == RelationKind::beside || r.relation == RelationKind::leftOf || r.relation == RelationKind::rightOf;
            return beside && other && other->kind == SubjectKind::person;
        });
    }

    /// Up from the floor on a table of its own, where one that stands sees it.
    void raise(StagedProp& prop) {
        constexpr float height = 0.75f;
        const glm::vec3 foot = prop.path.front();
        auto table = tableOf(m_sets, height, yawOf(m_camera->eye - m_focus));
        if (!table) return;
        const float size = std::max(table->prop->size.x, table->prop->size.z);
        table->scale *= std::min(1.0f, 0.9f / size);
        table->path = {{foot.x, foot.y + height - table->prop->size.y, foot.z}};
        if (table->scale < 1) table->path.front().y = foot.y + height - table->prop->size.y * table->scale;
        prop.path.front().y += height;
        m_blocking.props.push_back(std::move(*table));
    }

    bool placeIsPerson(const std::string& id) const {
        const auto* subject = m_description.subject(id);
        return subject && subject->kind == SubjectKind::person;
    }

    std::optional<glm::vec3> related(const Subject& subject, const glm::vec3& size) const {
        const glm::vec3 right = glm::normalize(glm::vec3(m_camera->right.x, 0, m_camera->right.z));
        const glm::vec3 toCamera = glm::normalize(glm::vec3(-m_camera->forward().x, 0, -m_camera->forward().z));
        for (const auto& relation : m_description.relations) {
            const bool isA = relation.a == subject.id;
            if (!isA && relation.b != subject.id) continue;
            const auto other = placeOf(isA ? relation.b : relation.a);
            if (!other) continue;
            const float apart = (other->size.x + size.x) * 0.5f + 0.25f, deep = (other->size.z + size.z) * 0.5f + 0.35f, k = isA ? 1.0f : -1.0f;
            switch (relation.relation) {
            case RelationKind::leftOf: return onGround(other->position - right * apart * k);
            case RelationKind::rightOf: return onGround(other->position + right * apart * k);
            case RelationKind::behind: return onGround(other->position - toCamera * deep * k + right * 0.3f);
            case RelationKind::inFrontOf: return onGround(other->position + toCamera * deep * k + right * 0.3f);
            case RelationKind::on:
            case RelationKind::above: {
                if (!isA && !other->prop && placeIsPerson(relation.a)) return onGround(other->position); // they stand on it, or over it
                const float gap = relation.relation == RelationKind::above ? 0.35f : 0.0f;
                const float top = other->top({size.x * 0.5f, size.z * 0.5f});
                return isA ? other->position + glm::vec3(0, top + gap, 0) : other->position - glm::vec3(0, size.y + gap, 0);
            }
            case RelationKind::under:
            case RelationKind::below: return onGround(other->position + toCamera * (isA ? 0.15f + other->size.z * 0.2f : subject.kind == SubjectKind::plant ? -0.45f - 0.05f * size.y : -0.15f));
            case RelationKind::in: return other->position + glm::vec3(0, isA ? std::min(other->top({size.x * 0.5f, size.z * 0.5f}), other->size.y * 0.55f) : 0.0f, 0);
            case RelationKind::beside:
            case RelationKind::between:
            case RelationKind::facing:
            case RelationKind::around: return onGround(other->position + right * apart * (isA ? 1.0f : -1.0f));
            }
        }
        return std::nullopt;
    }

    /// Beside the action, inside the frame, a little farther from the camera than the people.
    glm::vec3 beside(const Subject& subject, const glm::vec3& size, int copy) {
        const glm::vec3 right = glm::normalize(glm::vec3(m_camera->right.x, 0, m_camera->right.z));
        const glm::vec3 away = glm::normalize(glm::vec3(m_camera->forward().x, 0, m_camera->forward().z));
        const float half = glm::distance(m_camera->eye, m_focus) * m_camera->sensorWidthMm / (2 * m_camera->focalMm);
        const float sideSign = subject.side == "left" ? -1.0f : subject.side == "right" ? 1.0f : (m_besides++ % 2 == 0 ? 1.0f : -1.0f);
        const float aside = std::max(half * 0.55f, 0.45f + size.x * 0.5f) + 0.5f * float(copy);
        const glm::vec3 wish = glm::vec3(m_focus.x, 0, m_focus.z) + right * sideSign * aside + away * (0.4f + size.z * 0.5f + 0.4f * float(copy));
        if (std::max(size.x, size.z) > 2.2f) return farther(size, right, away, sideSign, half);
        const float clear = std::min(std::max(size.x, size.z) * 0.5f, 2.0f);
        const glm::vec3 start{wish.x, m_blocking.set->groundHeight(wish.x, wish.z), wish.z};
        std::vector<glm::vec3> taken;
        for (const auto& moment : peopleAt(m_blocking, m_blocking.seconds * 0.5)) taken.push_back(moment.position);
        for (const auto& prop : m_blocking.props)
            if (!prop.path.empty()) taken.push_back(prop.path.front());
        const glm::vec3 spot = m_blocking.set->freeSpotNear(start, clear, taken).value_or(start);
        const float near = glm::dot(m_focus - m_camera->eye, away);
        // Never between the camera and the action.
        return glm::dot(spot - m_camera->eye, away) > near * 0.75f ? spot : start;
    }

    /// A car or a bus stands behind the action, whole enough to be known, with room for the people before it.
    glm::vec3 farther(const glm::vec3& size, const glm::vec3& right, const glm::vec3& away, float side, float half) const {
        const float longest = std::max(size.x, size.z), deep = 1.6f + std::min(size.x, size.z) * 0.5f + longest * 0.35f;
        const glm::vec3 spot = glm::vec3(m_focus.x, 0, m_focus.z) + away * deep + right * side * std::min(half * 0.5f, longest * 0.3f);
        return {spot.x, m_blocking.set->groundHeight(spot.x, spot.z), spot.z};
    }

    /// A dog that runs with its boy goes beside him, one that chases him behind.
    Way withSomebody(const reading::Action& action) const {
        for (const auto& person : m_blocking.people)
            for (const Beat& beat : person.beats) {
                if (beat.path.size() < 2) continue;
                if (person.subject == action.target) return stage::beside(beat.path, 0.15f, 1.9f);
                if (beat.action != Beat::noAction && m_description.actions[beat.action].span == action.span) return stage::beside(beat.path, 0.75f, 0.2f);
            }
        return {};
    }

    /// Whose way it takes: of who has it on a leash, of whom it runs with.
    Way wayOfOthers(const Subject& subject) const {
        for (const auto& action : m_description.actions)
            if (action.target == subject.id && subject.kind == SubjectKind::animal && takesAlong(action))
                for (const auto& person : m_blocking.people)
                    for (const Beat& beat : person.beats)
                        if (person.subject == action.subject && beat.path.size() > 1) {
                            // On the far side, so that who leads is seen.
                            const glm::vec3 ahead = beat.path.back() - beat.path.front(), left(ahead.z, 0, -ahead.x);
                            const float far = glm::dot(left, m_camera ? m_camera->forward() : left) >= 0 ? 0.75f : -0.75f;
                            return stage::beside(beat.path, far, 0.9f);
                        }
        for (const auto& action : m_description.actions) {
            const bool goes = playOf(action.motion).travels || action.motion == "drive" || action.motion == "ride" || action.motion == "swim";
            if (action.subject != subject.id || !goes) continue;
            if (const Way way = withSomebody(action); !way.empty()) return way;
        }
        return {};
    }

    void move(const Subject& subject, StagedProp& prop, const glm::vec3& direction) const {
        const bool movesItself = subject.kind == SubjectKind::animal || subject.kind == SubjectKind::vehicle;
        if (const Way way = movesItself ? wayOfOthers(subject) : Way{}; !way.empty()) {
            prop.path = way;
            prop.walks = subject.kind == SubjectKind::animal;
        }
        setMoving(m_blocking, prop, m_sets, m_description, direction);
    }

    Blocking& m_blocking;
    const sets::SetLibrary& m_sets;
    const reading::ShotDescription& m_description;
    std::vector<std::string>& m_warnings;
    const geometry::Camera* m_camera = nullptr;
    glm::vec3 m_focus{0};
    int m_besides = 0;
};

} // namespace

void blockProps(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description, const geometry::Camera& camera,
                const glm::vec3& focus, std::vector<std::string>& warnings) {
    PropBlocker(blocking, sets, description, warnings).placeRest(camera, focus);
}

void blockMainProp(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description,
                   std::vector<std::string>& warnings) {
    PropBlocker(blocking, sets, description, warnings).placeMain();
}

} // namespace rushes::stage
