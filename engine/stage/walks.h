// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/company.h"
#include "engine/stage/scene_so_far.h"
#include "engine/stage/worker.h"

#include <string>

namespace rushes::stage {

/// Lays the ways of those who go somewhere. Lives as long as one blocking.
class Walks {
public:
    Walks(BlockingWork& work, const SceneSoFar& before) : m_work(work), m_before(before), m_company(*work.blocking.set) {}

    /// Those who do the same walk at the same time go together; whom somebody follows goes ahead of them. Sorts the workers.
    void findCompany();
    /// Lays the path of the last beat of a person's `group`th thing: along with those who go too, as the camera is to see it, to the seat, to
    /// somebody, away, in from the door, or a few clear metres.
    void travel(Worker& worker, std::size_t group, const reading::Action& action, const MotionPlay& play);

    const Carried* carriedOf(const std::string& name) const;

private:
    int acrossOf(const StagedPerson& person, const reading::Action& action) const;
    std::string formationOf(const std::string& subject) const;
    bool isBehind(const Worker& worker) const;
    Way wayBehind(const Worker& worker, const reading::Action& action) const;
    float nextDistance(const Worker& worker, const StagedPerson& person) const;
    float reachOf(const Beat& beat, const StagedPerson& person, const reading::Action& action, const MotionPlay& play) const;
    const Worker* othersWay(const Worker& worker, const reading::Action& action) const;
    Way toMeeting(const Worker& worker, const reading::Action& action, float reach) const;
    Way toSeat(const Worker& worker, bool first, float reach) const;
    Way toPerson(const Worker& worker, const StagedPerson& person, const Worker& goal, float reach) const;
    Way sideWay(Beat& beat, const Worker& worker, const StagedPerson& person, const reading::Action& action, float reach) const;
    Way freeWay(const Worker& worker, const reading::Action& action, bool first, float reach) const;
    Way courseWay(Beat& beat, const Worker& worker, const reading::Action& action, float reach) const;
    Way aroundWay(const Worker& worker, const reading::Action& action, float reach) const;

    BlockingWork& m_work;
    const SceneSoFar& m_before;
    Company m_company;
    std::size_t m_group = 0; ///< of a worker's actions: the one being laid
};

} // namespace rushes::stage
