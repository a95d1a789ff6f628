// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/reading/shot_description.h"
#include "engine/stage/ways.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::stage {

/// Who goes with whom: those who do the same walk at the same time keep beside one another, a follower keeps behind. The first of each
/// company to be laid leads; the others get their ways from that one.
class Company {
public:
    enum class Place { along, ahead, behind };

    explicit Company(const sets::BuiltSet& set) : m_set(set) {}

    /// `who` does `action` as their `group`th thing. Those with the same group, verb and order are one company. `formation` is
    /// an arrangement's kind or empty.
    void add(std::size_t who, std::size_t group, const reading::Action& action, Place place, std::string_view formation = {});

    bool leads(std::size_t who) const;   ///< others come along
    bool isAhead(std::size_t who) const; ///< somebody follows
    /// Metres that the company of `who` takes up side by side; 0 for one alone.
    float abreast(std::size_t who, std::size_t group) const;
    /// Metres from its first row to its last.
    float length(std::size_t who, std::size_t group) const;

    /// What the leader walked, standing at `here` before it.
    void went(std::size_t who, std::size_t group, const glm::vec3& here, const Way& way);
    /// The way of one who is not the leader, from or to `here`; empty for those who find their own.
    Way wayFor(std::size_t who, std::size_t group, const glm::vec3& here) const;

private:
    struct Member {
        std::size_t who;
        Place place;
    };
    struct Walk {
        std::string key;
        std::size_t group;
        std::vector<Member> members;
        Way way;
        std::string formation; ///< side_by_side, row, single_file; empty: rows of three
        bool departs = false; ///< the leader starts from where they stood
    };
    const Walk* walkOf(std::size_t who, std::size_t group, std::size_t& rank) const;

    const sets::BuiltSet& m_set;
    std::vector<Walk> m_walks;
};

} // namespace rushes::stage
