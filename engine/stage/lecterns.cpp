// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/lecterns.h"

#include "engine/reading/text.h"
#include "engine/stage/easing.h"
#include "engine/stage/thing_moves.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <optional>
#include <string>

namespace rushes::stage {
namespace {

using reading::RelationKind;
using reading::Subject;

constexpr float standsAway = 0.34f; ///< metres from the feet to the near side

class LecternSetter {
public:
    LecternSetter(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description)
        : m_blocking(blocking), m_sets(sets), m_description(description) {}

    void run() {
        for (auto& person : m_blocking.people)
            if (const Subject* const thing = lecternOf(person); thing && stays(person)) setBefore(person, *thing);
    }

private:
    static bool isLectern(const Subject* subject) { return subject && reading::isAny(subject->model, {"podium", "lectern", "lectern_stand", "podium_table", "microphone"}); }

    static bool stays(const StagedPerson& person) {
        return !person.aboard && std::all_of(person.beats.begin(), person.beats.end(), [](const Beat& beat) { return beat.path.size() == 1 && !beat.seat && !beat.lies; });
    }

    bool isThere(const Subject& subject) const {
        return std::any_of(m_blocking.props.begin(), m_blocking.props.end(), [&](const auto& prop) { return prop.subject == subject.id; }) ||
               std::any_of(m_blocking.setSubjects.begin(), m_blocking.setSubjects.end(), [&](const auto& own) { return own.first == subject.id; });
    }

    /// What they speak at, or are said to be beside, behind or before.
    const Subject* lecternOf(const StagedPerson& person) const {
        const auto wanted = [&](const std::string& id) -> const Subject* {
            const Subject* const subject = m_description.subject(id);
            return isLectern(subject) && !isThere(*subject) ? subject : nullptr;
        };
        for (const auto& action : m_description.actions)
            if (action.subject == person.subject)
                if (const Subject* const thing = wanted(action.target)) return thing;
        for (const auto& relation : m_description.relations)
            if (relation.a == person.subject && (relation.relation == RelationKind::beside || relation.relation == RelationKind::behind || relation.relation == RelationKind::facing || relation.relation == RelationKind::in))
                if (const Subject* const thing = wanted(relation.b)) return thing;
        return nullptr;
    }

    /// Where there is floor for it, straight before them or after a turn.
    void setBefore(StagedPerson& person, const Subject& subject) {
        const auto match = subject.model == "microphone" ? std::nullopt : propNamed(m_sets, subject);
        auto made = m_sets.prop(match ? match->name : std::string("microphone stand"));
        if (!made) return;
        StagedProp thing;
        thing.subject = subject.id;
        thing.model = match ? match->name : "microphone stand";
        thing.prop = *made;
        thing.colour = subject.colour;
        thing.scale = std::clamp(float(person.figure->height()) / 1.72f, 0.5f, 1.1f); // a child's is set lower
        const float ahead = standsAway + 0.5f * thing.prop->size.z * thing.scale;
        const glm::vec3 feet = person.beats.front().path.front();
        const float yaw = person.beats.front().yaw;
        for (const float turn : {0.0f, 35.0f, -35.0f, 70.0f, -70.0f}) {
            const glm::vec3 at = feet + heading(yaw + turn) * ahead;
            const auto spot = m_blocking.set->freeSpotNear(at, 0.2f);
            if (!spot || glm::length(glm::vec2(spot->x - at.x, spot->z - at.z)) > 0.2f) continue;
            for (Beat& beat : person.beats) beat.yaw += turn;
            thing.path = {{at.x, m_blocking.set->groundHeight(at.x, at.z, feet.y), at.z}};
            thing.yaw = yaw + turn;
            m_blocking.props.push_back(std::move(thing));
            return;
        }
    }

    Blocking& m_blocking;
    const sets::SetLibrary& m_sets;
    const reading::ShotDescription& m_description;
};

} // namespace

void setLecterns(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description) { LecternSetter(blocking, sets, description).run(); }

} // namespace rushes::stage
