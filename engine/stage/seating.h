// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/brought_seats.h"
#include "engine/stage/worker.h"

#include <optional>
#include <string>
#include <vector>

namespace rushes::stage {

/// Who sits where: on what the words name (a bench, the hood of a car, the edge of the bed, the floor), together at one table, else on the
/// set's own seats, else on a chair that is brought. Lives as long as one blocking.
class Seating {
public:
    Seating(BlockingWork& work, BroughtSeats& brought) : m_work(work), m_brought(brought) {}

    /// Gives the worker's slot a seat, or leaves it without one where they sit on the ground.
    void sit(Worker& worker, const MotionPlay& play, const reading::Action& action);

    /// Whether the words name what they sit on, or at.
    bool isNamed(const Worker& worker, const reading::Action& action) const { return isOnStairs(action) || namedSeat(worker, action) || namedTable(worker, action); }

    /// Whether they are said to be on a chair, a bench or a sofa, whatever they do there.
    bool isOnSeat(const Worker& worker) const;

    /// Lays one who lies on the sofa, bench or table that the words name, if they do.
    bool lieOn(Worker& worker);
    /// One who is only said to be at a table with others sits there. False when the words name none.
    bool sitAtTable(Worker& worker);

private:
    struct Row {
        std::string key; ///< the seat's subject, or the words of those who share a table
        std::vector<Slot> slots;
        std::size_t next = 0;
    };

    bool isOnStairs(const reading::Action& action) const;
    bool isOnGround(const reading::Action& action) const;
    const reading::Subject* namedSeat(const Worker& worker, const reading::Action& action) const;
    const reading::Subject* namedTable(const Worker& worker, const reading::Action& action) const;
    std::size_t sittersOn(const std::string& subject, const reading::Action& action) const;
    bool inRing(const Worker& worker) const;
    bool take(Worker& worker, const std::string& key);
    void makeRow(const reading::Subject& seat, const Worker& worker, std::size_t sitters, std::string_view part);
    void makeTable(const std::string& key, const reading::Subject* table, const Worker& worker, std::size_t sitters);
    std::vector<Slot> ownSeats(const sets::ObjectInfo& object) const;
    std::optional<Slot> seatTogether(const Worker& worker, const std::vector<glm::vec3>& taken) const;

    BlockingWork& m_work;
    BroughtSeats& m_brought;
    std::vector<Row> m_rows;
};

} // namespace rushes::stage
