// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/shot_request.h"
#include "engine/sets/set_library.h"
#include "engine/stage/blocking.h"
#include "engine/stage/motion_table.h"
#include "engine/stage/slots.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::stage {

/// One person's work while blocking: where they are now and what they still have to do.
struct Worker {
    std::size_t index = 0; ///< into Blocking::people
    Slot slot;
    std::vector<std::vector<const reading::Action*>> groups; ///< actions at the same time, in order
    std::optional<glm::vec3> partner;               ///< floor position of whom they talk to
    std::string partnerSubject;                     ///< when that one is in the shot
    bool talks = false;
    bool arranged = false; ///< has a place and a facing by the words: in a row, in a circle, beside somebody
    std::string posture;   ///< what is done to them: "lie" or "sit" where they are; empty
    std::optional<std::size_t> pair; ///< worker with whom the first thing is done hand in hand
    std::string_view answer;         ///< what this one does while the other acts on them
    bool crouched = false;           ///< under something from the first frame on
    std::optional<Slot> seatAhead;   ///< where a walk ends to sit
};

/// What the parts of the blocking work on. The references live as long as the blocking does.
struct BlockingWork {
    Blocking& blocking;
    const sets::SetLibrary& sets;
    const reading::ShotDescription& description;
    const generate::ShotRequest& request;
    std::vector<std::string>& warnings;
    std::vector<Worker> workers;
    std::vector<Slot> slots; ///< standing places by the index in the cast
    std::map<std::string, std::string> formations; ///< by subject: how they keep together on the way, beyond what the words arrange

    StagedPerson& person(const Worker& worker) const { return blocking.people[worker.index]; }
    const Worker* workerOf(const std::string& subject) const;
    /// All copies of a subject, in order.
    std::vector<Worker*> workersOf(const std::string& subject);
    /// What the subject's trade holds, else its noun.
    std::string_view tradeOf(const StagedPerson& person) const;
    const MotionPlay& playOfGroup(const Worker& worker, std::size_t group) const;
    std::vector<glm::vec3> seatsTaken() const;
    /// Degrees: from the action towards where the set was composed to be seen from; 0 for a set without a composed view.
    float viewYaw() const;
};

} // namespace rushes::stage
