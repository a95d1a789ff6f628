// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/walks.h"
#include "engine/stage/worker.h"

#include <optional>
#include <string>
#include <vector>

namespace rushes::stage {

/// People whom others carry on the back or in the arms or push in a wheelchair, and large things that several carry together: who carries walks,
/// who or what is carried goes along. Lives as long as one blocking.
class Carrying {
public:
    explicit Carrying(BlockingWork& work) : m_work(work) {}

    /// Finds them; those who are carried have no more places of their own, bearers keep to the thing's two sides.
    void find();
    /// True when this one carries: then their beats are laid.
    bool perform(Worker& worker, Walks& walks);
    /// Once everybody's ways are laid: who and what is carried follows.
    void settle();

private:
    enum class How { back, arms, wheels, together };
    struct Load {
        const reading::Action* action = nullptr;
        How how = How::arms;
        std::vector<std::size_t> bearers; ///< indices of people
        std::optional<std::size_t> carried; ///< index of a person
        std::string thing;                ///< id of what several carry, a stretcher also with somebody on it; empty
    };

    std::vector<std::size_t> bearersOf(const reading::Action& action) const;
    std::string litterOf(const std::string& subject) const;
    std::size_t leaderOf(const Load& load) const;
    bool onSled(const Load& load) const;
    static float middleBehind(const Load& load);
    bool isOnWheels(const std::string& subject) const;
    void addPerson(const reading::Action& action);
    void addRider(const reading::Action& action);
    void addThing(const reading::Action& action);
    void bringWheels(const Load& load);
    void setUnder(const Load& load, StagedProp prop);
    void bringThing(const Load& load);

    BlockingWork& m_work;
    std::vector<Load> m_loads;
};

} // namespace rushes::stage
