// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/set_library.h"
#include "engine/stage/blocking.h"
#include "engine/stage/slots.h"

#include <string>
#include <utility>
#include <vector>

namespace rushes::stage {

/// Chairs and beds that are brought for people for whom the set has none. Lives as long as one blocking.
class BroughtSeats {
public:
    BroughtSeats(Blocking& blocking, const sets::SetLibrary& sets, const reading::ShotDescription& description)
        : m_blocking(blocking), m_sets(sets), m_description(description) {}

    /// A seat for a person where `slot` is, which becomes a slot to sit on: the bench that the prompt names, else the prop `name`.
    void bring(Slot& slot, std::size_t person, const std::string& name);
    /// The same where the slot has no seat yet.
    void bringIfMissing(Slot& slot, std::size_t person, const std::string& name) {
        if (!slot.seat) bring(slot, person, name);
    }
    /// Whether the prompt names something that one lies on.
    bool namesBed() const;
    /// Where people were given room to work, there their seats stand.
    void setDown();

private:
    Blocking& m_blocking;
    const sets::SetLibrary& m_sets;
    const reading::ShotDescription& m_description;
    std::vector<std::pair<std::size_t, std::size_t>> m_seats; ///< prop and person
};

} // namespace rushes::stage
