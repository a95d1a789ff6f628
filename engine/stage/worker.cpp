// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/worker.h"

#include "engine/stage/deeds.h"
#include "engine/stage/easing.h"

namespace rushes::stage {

const Worker* BlockingWork::workerOf(const std::string& subject) const {
    for (const auto& worker : workers)
        if (!subject.empty() && blocking.people[worker.index].subject == subject) return &worker;
    return nullptr;
}

std::vector<Worker*> BlockingWork::workersOf(const std::string& subject) {
    std::vector<Worker*> found;
    for (auto& worker : workers)
        if (!subject.empty() && blocking.people[worker.index].subject == subject) found.push_back(&worker);
    return found;
}

std::string_view BlockingWork::tradeOf(const StagedPerson& person) const {
    const auto* subject = description.subject(person.subject);
    return subject ? std::string_view(subject->prop.empty() ? subject->noun : subject->prop) : std::string_view{};
}

const MotionPlay& BlockingWork::playOfGroup(const Worker& worker, std::size_t group) const { return playOf(*mainOf(worker.groups[group]), tradeOf(blocking.people[worker.index])); }

std::vector<glm::vec3> BlockingWork::seatsTaken() const {
    std::vector<glm::vec3> taken;
    for (const auto& other : workers)
        if (other.slot.seat) taken.push_back(other.slot.position);
    return taken;
}

float BlockingWork::viewYaw() const {
    const auto& shots = blocking.set->shots;
    return shots.empty() ? 0 : yawOf(shots.front().eye - shots.front().target);
}

} // namespace rushes::stage
