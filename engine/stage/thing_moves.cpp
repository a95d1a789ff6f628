// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/thing_moves.h"

#include "engine/stage/easing.h"
#include "engine/stage/motion_table.h"
#include "engine/stage/set_places.h"
#include "engine/stage/thing_shape.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

using reading::Action;
using reading::Subject;
using reading::SubjectKind;

/// Particles and objects that a phrase may have behind its verb, the longest first.
std::vector<std::string> wordsWith(const Action& action, const reading::ShotDescription& description) {
    std::vector<std::string> out;
    const auto* target = description.subject(action.target);
    for (const std::string& object : {action.object, target ? target->noun : std::string()}) {
        if (object.empty()) continue;
        if (!action.particle.empty()) out.push_back(action.particle + " " + object);
        out.push_back(object);
    }
    if (!action.particle.empty()) out.insert(out.begin(), action.particle);
    return out;
}

class Mover {
public:
    Mover(const Blocking& blocking, StagedProp& prop, const sets::SetLibrary& sets, const reading::ShotDescription& description, const glm::vec3& across)
        : m_blocking(blocking), m_prop(prop), m_sets(sets), m_description(description), m_across(across), m_subject(description.subject(prop.subject)) {}

    void run() {
        if (!m_subject || m_prop.path.empty()) return;
        std::vector<const Action*> actions;
        for (const auto& action : m_description.actions)
            if (action.subject == m_subject->id) actions.push_back(&action);
        std::stable_sort(actions.begin(), actions.end(), [](const Action* a, const Action* b) { return a->order < b->order; });
        if (!m_prop.prop->family.empty()) return animal(actions);
        if (!actions.empty()) thing(actions);
    }

private:
    float height() const { return std::max(0.05f, float(m_sets.heightOf(m_prop.model)) * m_prop.scale); }

    glm::vec3 onGround(const glm::vec3& p) const { return {p.x, m_blocking.set->groundHeight(p.x, p.z, p.y), p.z}; }

    // ---- animals

    std::string actFor(const Action& action) const {
        if (auto act = m_sets.animalAct(m_prop.model, action.verb, wordsWith(action, m_description)); !act.empty()) return act;
        static constexpr std::pair<std::string_view, const char*> byMotion[] = {
            {"walk", "walk"}, {"run", "gallop"}, {"sneak", "stalk"}, {"crawl", "stalk"}, {"swim", "swim"},     {"fly_plane", "fly"}, {"sleep", "sleep"}, {"lie", "lie"},
            {"sit", "sit"},   {"sit_down", "sit"}, {"eat", "eat"},    {"drink", "drink"}, {"jump", "jump"},    {"fight", "butt"},    {"shout", "roar"},  {"climb", "walk"},
            {"crouch", "lie"}, {"stand_up", "lie_lift"}, {"fall", "dead"}, {"carry", "walk"}, {"wave", "wag"}, {"punch", "butt"},    {"look", "look"},   {"dance", "rear"}};
        for (const auto& [motion, act] : byMotion)
            if (motion == action.motion && m_sets.act(m_prop.model, act)) return act;
        return {};
    }

    void animal(const std::vector<const Action*>& actions) {
        std::vector<std::pair<int, std::string>> found; // by order; of things at once the first that goes somewhere, else the first
        for (const Action* action : actions) {
            const std::string act = actFor(*action);
            if (act.empty()) continue;
            const bool travels = m_sets.act(m_prop.model, act)->gait;
            if (!found.empty() && found.back().first == action->order) {
                if (travels && !m_sets.act(m_prop.model, found.back().second)->gait) found.back().second = act;
                continue;
            }
            found.emplace_back(action->order, act);
        }
        if (found.empty()) found.emplace_back(0, m_prop.prop->family == "fish" ? "swim" : m_prop.walks ? "walk" : "wait");
        const double each = m_blocking.seconds / double(found.size());
        for (std::size_t i = 0; i < found.size(); ++i) m_prop.acts.push_back({double(i) * each, double(i + 1) * each, found[i].second});
        for (const auto& beat : m_prop.acts) goWith(beat, actions.empty() ? nullptr : actions.front());
        measure();
    }

    /// How much room the acts take: a horse that rears is taller than one that stands.
    void measure() {
        geometry::Bounds reach;
        for (const auto& beat : m_prop.acts)
            for (const float phase : {0.25f, 0.5f, 0.75f}) {
                sets::PropOptions options;
                options.pose = beat.act, options.phase = phase;
                const auto posed = m_sets.prop(m_prop.model, options);
                if (posed) reach.add((*posed)->mesh->bounds.low), reach.add((*posed)->mesh->bounds.high);
            }
        if (!reach.empty()) m_prop.reach = reach;
    }

    bool deepWater() const {
        const auto& p = m_prop.path.front();
        const auto water = m_blocking.set->waterHeight(p.x, p.z);
        return water && *water - m_blocking.set->groundHeight(p.x, p.z) > 0.3f * height();
    }

    /// The way that an act takes.
    void goWith(const AnimalBeat& beat, const Action* action) {
        const auto* act = m_sets.act(m_prop.model, beat.act);
        if (!act) return;
        const double room = beat.end - beat.start;
        const bool first = m_prop.path.size() == 1 && !m_prop.motion;
        if (!first) return;
        const glm::vec3 middle = m_prop.path.front();
        if (beat.act == "take_off" || beat.act == "land") return climb(beat, beat.act == "take_off");
        const bool air = act->flies && beat.act != "swim";
        if (air) m_prop.altitude = std::max(1.4f, std::min(9.0f, 2.2f * height()));
        if (beat.act == "swim" && m_prop.prop->family != "fish") float_();
        const bool glides = beat.act == "glide" || beat.act == "fly";
        if (!act->gait && !glides) return;
        if (action && (action->verb == "hover" || action->verb == "circle")) return;
        const float pace = glides ? 3.2f * std::sqrt(std::max(0.3f, height())) : float(act->pace) * std::sqrt(std::max(0.03f, height()));
        const float slow = action && action->slow ? 0.6f : 1.0f;
        const float length = std::min(pace * slow * float(room), std::max(1.0f, (air ? 5.0f : 4.5f) * std::max(height(), 0.2f) + 1.2f));
        if (length < 0.02f) return;
        const bool leaves = action && (action->particle == "away" || action->particle == "off" || action->object == "away" || action->verb == "leave" || action->verb == "flee");
        const bool wet = beat.act == "swim" || m_prop.prop->family == "fish";
        const auto at = [&](const glm::vec3& p) { return wet || air ? glm::vec3(p.x, middle.y, p.z) : onGround(p); };
        if (beat.start > 0) { // first it waits, then it goes
            m_prop.goes = m_across;
            sets::ThingMotion motion;
            motion.seconds = room;
            motion.keys = {{}, {}};
            motion.keys.back().at = room, motion.keys.back().go = length, motion.keys.back().ease = 0;
            m_prop.yaw = yawOf(m_across);
            m_prop.motion = motion, m_prop.motionFrom = beat.start, m_prop.motionUntil = beat.end;
            return;
        }
        m_prop.path = {at(middle - m_across * length * (leaves ? 0.0f : 0.5f)), at(middle + m_across * length * (leaves ? 1.0f : 0.5f))};
        m_prop.walks = true;
    }

    /// Up into the air, or down out of it, ahead along the picture.
    void climb(const AnimalBeat& beat, bool up) {
        const double room = beat.end - beat.start, waits = up ? 0.3 * std::min(1.0, room / 1.6) : 0.0;
        const float far = std::max(0.9f, 3.2f * height()), high = std::max(0.55f, 2.1f * height());
        sets::ThingMotion motion;
        motion.seconds = room;
        motion.flies = true;
        sets::ThingMotion::Key ground, air;
        air.go = up ? far : -far, air.up = high;
        if (up) {
            sets::ThingMotion::Key wait = ground;
            wait.at = waits, air.at = room, air.ease = 1;
            motion.keys = {ground, wait, air};
        } else {
            ground.at = room * 0.66, ground.ease = 2;
            sets::ThingMotion::Key rest = ground;
            rest.at = room;
            motion.keys = {air, ground, rest};
        }
        m_prop.goes = m_across;
        m_prop.yaw = yawOf(m_across);
        m_prop.motion = motion, m_prop.motionFrom = beat.start, m_prop.motionUntil = beat.end;
    }

    /// A swimmer's back is over the water.
    void float_() {
        glm::vec3& p = m_prop.path.front();
        if (!deepWater())
            if (const auto near = onWater(*m_blocking.set, m_prop, p)) p = *near;
        if (const auto water = m_blocking.set->waterHeight(p.x, p.z); water && deepWater()) {
            const bool bird = m_prop.prop->family == "bird";
            p.y = *water - (bird ? 0.16f : 0.62f) * height();
        }
    }

    // ---- things

    std::vector<std::string> namesOf() const {
        std::vector<std::string> out{m_prop.model, m_subject->noun, m_subject->model, m_subject->category};
        out.emplace_back(m_subject->kind == SubjectKind::vehicle ? "vehicle" : m_subject->kind == SubjectKind::plant ? "plant" : "prop");
        return out;
    }

    void thing(const std::vector<const Action*>& actions) {
        const int last = actions.back()->order;
        for (const Action* action : actions) {
            const double each = m_blocking.seconds / double(last + 1);
            m_prop.runs = m_prop.runs || m_subject->kind == SubjectKind::vehicle || action->verb == "spin" || action->verb == "turn" || action->verb == "run" || action->verb == "whirl";
            const auto* motion = m_sets.motionFor(action->verb, wordsWith(*action, m_description), namesOf());
            if (motion && !(motion->rolls && m_subject->kind == SubjectKind::vehicle)) { // a tank rolls on its wheels
                if (m_prop.motion && !m_prop.motion->becomes.empty()) continue;
                if (m_prop.motion && motion->becomes.empty()) continue; // the first of what happens, but a glass that falls and breaks breaks
                m_prop.motion = *motion;
                m_prop.motionFrom = each * action->order, m_prop.motionUntil = motion->becomes.empty() ? each * (action->order + 1) : m_blocking.seconds;
                m_prop.goes = m_across;
                if (!motion->becomes.empty()) {
                    m_prop.motionFrom = 0;
                    if (auto made = m_sets.prop(motion->becomes)) m_prop.becomes = *made;
                }
                const bool faces = motion->rolls || m_subject->kind == SubjectKind::vehicle;
                if (faces && !motion->loops) m_prop.yaw = yawOf(m_across);
                continue;
            }
            if (m_subject->kind == SubjectKind::vehicle && m_prop.path.size() == 1 && !m_prop.motion) drive(*action);
        }
    }

    void drive(const Action& action) {
        const bool drives = action.motion == "drive" || action.motion == "ride" || action.motion == "row" || action.motion == "fly_plane" || action.motion == "swim" ||
                            action.motion == "jump";
        if (!playOf(action.motion).travels && !drives) return;
        const float long_ = std::max(m_prop.prop->size.x, m_prop.prop->size.z) * m_prop.scale;
        const bool air = action.motion == "fly_plane";
        const float pace = (air ? std::max(9.0f, 0.9f * long_) : 5.0f) * (action.slow ? 0.5f : 1.0f);
        const float length = std::min(pace * float(m_blocking.seconds), std::max(air ? 1.2f * long_ : 0.9f * long_, air ? 14.0f : 10.0f));
        const glm::vec3 middle = m_prop.path.front();
        if (air) m_prop.altitude = std::max(5.0f, 0.8f * long_);
        const bool leaves = action.object == "away" || action.particle == "away" || action.verb == "leave";
        const auto at = [&](const glm::vec3& p) { return isBoat(m_prop.model) || air ? glm::vec3(p.x, middle.y, p.z) : onGround(p); };
        m_prop.path = {at(middle - m_across * length * (leaves ? 0.0f : 0.5f)), at(middle + m_across * length * (leaves ? 1.0f : 0.5f))};
        if (const auto driven = m_sets.prop(m_prop.model + ", driven")) m_prop.prop = *driven; // with spokes, so that its wheels are seen to turn
    }

    const Blocking& m_blocking;
    StagedProp& m_prop;
    const sets::SetLibrary& m_sets;
    const reading::ShotDescription& m_description;
    const glm::vec3 m_across;
    const Subject* const m_subject;
};

} // namespace

void setMoving(const Blocking& blocking, StagedProp& prop, const sets::SetLibrary& sets, const reading::ShotDescription& description, const glm::vec3& across) {
    prop.goes = across;
    Mover(blocking, prop, sets, description, across).run();
}

/// Something that one stretches out on.
bool isBed(const Subject* subject, const sets::SetLibrary& sets) {
    const auto match = subject ? propNamed(sets, *subject) : std::nullopt;
    const auto made = match ? sets.prop(match->name) : sets.prop("chair");
    return match && made && ((*made)->pose == "lie" || ((*made)->seatHeight && (*made)->size.x > 1.5f));
}

void addImpliedRelations(reading::ShotDescription& description, const sets::SetLibrary& sets) {
    for (auto& action : description.actions) {
        if (action.act == "doze" && isBed(description.subject(action.target), sets)) action.act = "sleep";
        for (const auto& relation : description.relations)
            if (action.act == "doze" && relation.a == action.subject && isBed(description.subject(relation.b), sets)) action.act = "sleep";
        const auto *thing = description.subject(action.subject), *base = description.subject(action.target);
        if (!thing || !base || thing->kind != SubjectKind::prop || (base->kind != SubjectKind::prop && base->kind != SubjectKind::structure)) continue;
        const auto* motion = sets.motionFor(action.verb, wordsWith(action, description), {thing->model, thing->noun, thing->category});
        if (!motion || motion->unit != sets::ThingMotion::Unit::edge) continue;
        const bool known = std::any_of(description.relations.begin(), description.relations.end(), [&](const auto& r) { return r.a == thing->id && r.b == base->id; });
        if (!known) description.relations.push_back({thing->id, base->id, reading::RelationKind::on, 0, action.span});
    }
}

std::optional<sets::Match> propNamed(const sets::SetLibrary& sets, const Subject& subject) {
    const auto usual = sets.propFor(subject.model.empty() ? subject.noun : subject.model);
    const bool special = subject.kind == SubjectKind::animal || subject.kind == SubjectKind::vehicle;
    if (special) {
        const auto own = sets.propFor(subject.noun);
        const bool lives = own && sets.heightOf(own->name) > 0;
        if (own && own->exact && (subject.kind == SubjectKind::vehicle || lives)) return own;
    }
    return usual ? usual : sets.propFor(subject.noun);
}

} // namespace rushes::stage
