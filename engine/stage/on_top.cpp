// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/on_top.h"

#include "engine/reading/text.h"
#include "engine/stage/easing.h"
#include "engine/stage/seat_rows.h"
#include "engine/stage/set_places.h"

#include <algorithm>

namespace rushes::stage {
namespace {

using reading::RelationKind;
using reading::Subject;

constexpr float highest = 1.6f, lowest = 0.12f, narrowest = 0.24f; ///< metres: what one steps on
constexpr float edge = 0.28f, apart = 0.7f;                        ///< metres: from the edge, and between two

/// Where one stands on a thing: the middle of its top, half of what is free along its longer side, and that side's heading.
struct Top {
    glm::vec3 middle{0}; ///< on the floor below
    float height = 0, half = 0, yaw = 0;
};

bool isSteppedOn(const Subject& thing) {
    return thing.category == "furniture" || reading::isOneOf(thing.noun, "crate box barrel rock boulder stone stump log table desk bench chair stool counter bar bed sofa couch trampoline podium platform "
                                                                         "pedestal pallet trunk suitcase soapbox ledge wall");
}

bool stays(const StagedPerson& person) {
    return !person.aboard && std::all_of(person.beats.begin(), person.beats.end(), [](const Beat& beat) { return !beat.seat && !beat.lies && beat.path.size() == 1 && beat.lift == 0; });
}

std::optional<Top> topOf(const glm::vec3& middle, const glm::vec3& size, float height, float yaw) {
    if (height < lowest || height > highest || std::min(size.x, size.z) < narrowest) return std::nullopt;
    const bool wide = size.x >= size.z;
    return Top{middle, height, std::max(0.0f, 0.5f * std::max(size.x, size.z) - edge), wide ? yaw + 90 : yaw};
}

/// A bed's and a chair's seat, the top of everything else.
float heightOf(const sets::Prop& prop, float scale) { return prop.seatHeight ? *prop.seatHeight * scale : prop.size.y * scale; }

class OnTop {
  public:
    OnTop(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description) : m_blocking(blocking), m_sets(sets), m_description(description) {}

    void run() {
        for (const Subject& thing : m_description.subjects) {
            const std::vector<std::size_t> who = isSteppedOn(thing) ? peopleOn(thing.id) : std::vector<std::size_t>{};
            const auto top = who.empty() ? std::nullopt : find(thing, m_blocking.people[who.front()]);
            if (!top) continue;
            for (std::size_t k = 0; k < who.size(); ++k) put(m_blocking.people[who[k]], *top, k, who.size());
        }
    }

  private:
    std::vector<std::size_t> peopleOn(const std::string& thing) const {
        std::vector<std::size_t> who;
        for (std::size_t i = 0; i < m_blocking.people.size(); ++i) {
            const std::string& id = m_blocking.people[i].subject;
            const bool on = std::any_of(m_description.relations.begin(), m_description.relations.end(), [&](const auto& r) { return r.a == id && r.b == thing && r.relation == RelationKind::on; });
            if (on && stays(m_blocking.people[i])) who.push_back(i);
        }
        return who;
    }

    /// One that is there already, the set's, else one that is brought to where they stand.
    std::optional<Top> find(const Subject& thing, const StagedPerson& person) {
        for (const StagedProp& prop : m_blocking.props)
            if (prop.subject == thing.id) return prop.holder || prop.path.size() != 1 ? std::nullopt : topOf(prop.path.front(), prop.prop->size * prop.scale, heightOf(*prop.prop, prop.scale), prop.yaw);
        const auto* const own = ownThing(*m_blocking.set, m_sets, thing);
        const auto model = own ? m_sets.prop(own->name) : m_sets.prop(thing.model);
        if (own && model) {
            const glm::vec3 middle = own->bounds.centre(), size = own->bounds.size();
            const auto top = topOf({middle.x, own->bounds.low.y, middle.z}, size, (*model)->seatHeight ? *(*model)->seatHeight : size.y, 0);
            if (top) m_blocking.setSubjects.emplace_back(thing.id, own->object);
            if (top) return top;
        }
        auto prop = brought(m_sets, thing);
        if (!prop) return std::nullopt;
        prop->subject = thing.id;
        prop->path = {person.beats.front().path.front()};
        prop->yaw = person.beats.front().yaw;
        const auto top = topOf(prop->path.front(), prop->prop->size * prop->scale, heightOf(*prop->prop, prop->scale), prop->yaw);
        if (top) m_blocking.props.push_back(std::move(*prop));
        return top;
    }

    /// In a row along the longer side.
    static void put(StagedPerson& person, const Top& top, std::size_t k, std::size_t count) {
        const float room = std::min(top.half, apart * 0.5f * float(count - 1));
        const float along = count < 2 ? 0 : -room + 2 * room * float(k) / float(count - 1);
        for (Beat& beat : person.beats) {
            beat.path = {top.middle + heading(top.yaw) * along};
            beat.lift = top.height;
            beat.surface.reset();
        }
    }

    Blocking& m_blocking;
    const sets::SetLibrary& m_sets;
    const reading::ShotDescription& m_description;
};

} // namespace

bool standsOnIt(const reading::ShotDescription& description, const reading::Action& action) {
    const Subject* const thing = description.subject(action.target);
    return thing && isSteppedOn(*thing) && reading::isOneOf(action.motion, "stand jump dance climb talk shout") &&
           std::any_of(description.relations.begin(), description.relations.end(), [&](const auto& r) { return r.a == action.subject && r.b == thing->id && r.relation == RelationKind::on; });
}

void standOnThings(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description) { OnTop(blocking, sets, description).run(); }

} // namespace rushes::stage
