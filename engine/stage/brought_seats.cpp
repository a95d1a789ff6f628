// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/brought_seats.h"

#include <algorithm>

namespace rushes::stage {

bool BroughtSeats::namesBed() const {
    return std::any_of(m_description.subjects.begin(), m_description.subjects.end(), [&](const auto& subject) {
        const auto match = m_sets.propFor(subject.model.empty() ? subject.noun : subject.model);
        const auto made = match ? m_sets.prop(match->name) : m_sets.prop("chair");
        return match && made && (*made)->pose == "lie";
    });
}

void BroughtSeats::bring(Slot& slot, std::size_t person, const std::string& name) {
    StagedProp prop;
    prop.model = name;
    // The bench that the prompt names is the one they sit on.
    for (const auto& subject : m_description.subjects) {
        if (subject.kind == reading::SubjectKind::person || subject.worn) continue;
        const auto match = m_sets.propFor(subject.model.empty() ? subject.noun : subject.model);
        const auto made = match ? m_sets.prop(match->name) : m_sets.prop(name);
        const bool taken = std::any_of(m_seats.begin(), m_seats.end(), [&](const auto& seat) { return m_blocking.props[seat.first].subject == subject.id; });
        if (!match || taken || !made || !(*made)->seatHeight || ((*made)->pose == "lie") != (name == "bed")) continue;
        prop.model = match->name;
        prop.subject = subject.id;
        prop.colour = subject.colour;
        break;
    }
    auto chair = m_sets.prop(prop.model);
    if (!chair) return;
    slot.seat = (*chair)->seatHeight.value_or(0.45f);
    prop.prop = *chair;
    prop.path = {slot.position};
    prop.yaw = slot.yaw;
    m_seats.push_back({m_blocking.props.size(), person});
    m_blocking.props.push_back(std::move(prop));
}

void BroughtSeats::setDown() {
    for (const auto& [prop, person] : m_seats)
        for (const Beat& beat : m_blocking.people[person].beats)
            if (beat.seat) {
                m_blocking.props[prop].path = {beat.path.back()};
                m_blocking.props[prop].yaw = beat.yaw;
                break;
            }
}

} // namespace rushes::stage
