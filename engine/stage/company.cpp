// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/company.h"

#include <algorithm>
#include <utility>

namespace rushes::stage {
namespace {

constexpr float abreast = 0.8f, rowApart = 1.05f, followApart = 1.5f; ///< metres

bool isRow(std::string_view formation) { return formation == "side_by_side" || formation == "row"; }

/// How many walk side by side: rows of two, or of three for more, unless the words say otherwise.
std::size_t rowOf(std::size_t count, std::string_view formation) {
    if (formation == "single_file") return 1;
    if (formation == "bearers") return 2;
    if (formation == "loose") return std::clamp<std::size_t>(count, 1, 5);
    return isRow(formation) ? std::max<std::size_t>(1, count) : count <= 2 ? 2 : 3;
}

/// To the left of the leader and behind, metres.
std::pair<float, float> formationPlace(std::size_t rank, std::size_t count, std::string_view formation) {
    const std::size_t wide = rowOf(count, formation), column = rank % wide;
    const float side = float((column + 1) / 2) * (column % 2 ? abreast : -abreast);
    return {side, rowApart * float(rank / wide)};
}

} // namespace

void Company::add(std::size_t who, std::size_t group, const reading::Action& action, Place place, std::string_view formation) {
    std::string key = action.verb + std::to_string(action.order);
    if (place != Place::along) key += "@" + std::to_string(action.span.begin);
    auto walk = std::find_if(m_walks.begin(), m_walks.end(), [&](const Walk& w) { return w.key == key && w.group == group; });
    if (walk == m_walks.end()) walk = m_walks.insert(m_walks.end(), Walk{key, group, {}, {}, std::string(formation), false});
    walk->members.insert(place == Place::ahead ? walk->members.begin() : walk->members.end(), Member{who, place});
}

const Company::Walk* Company::walkOf(std::size_t who, std::size_t group, std::size_t& rank) const {
    for (const Walk& walk : m_walks)
        for (rank = 0; rank < walk.members.size() && walk.group == group; ++rank)
            if (walk.members[rank].who == who) return walk.members.size() > 1 ? &walk : nullptr;
    return nullptr;
}

bool Company::leads(std::size_t who) const {
    return std::any_of(m_walks.begin(), m_walks.end(), [&](const Walk& w) { return w.group == 0 && w.members.size() > 1 && w.members.front().who == who; });
}

bool Company::isAhead(std::size_t who) const {
    return std::any_of(m_walks.begin(), m_walks.end(), [&](const Walk& w) { return w.members.front().who == who && w.members.front().place == Place::ahead; });
}

float Company::abreast(std::size_t who, std::size_t group) const {
    std::size_t rank = 0;
    const Walk* walk = walkOf(who, group, rank);
    return walk ? stage::abreast * float(std::min(walk->members.size(), rowOf(walk->members.size(), walk->formation)) - 1) : 0.0f;
}

float Company::length(std::size_t who, std::size_t group) const {
    std::size_t rank = 0;
    const Walk* walk = walkOf(who, group, rank);
    return walk ? rowApart * float((walk->members.size() - 1) / rowOf(walk->members.size(), walk->formation)) : 0.0f;
}

void Company::went(std::size_t who, std::size_t group, const glm::vec3& here, const Way& way) {
    for (Walk& walk : m_walks) {
        if (walk.group != group || walk.members.front().who != who || !walk.way.empty()) continue;
        walk.way = way;
        walk.departs = glm::distance(way.front(), here) < 0.05f;
    }
}

Way Company::wayFor(std::size_t who, std::size_t group, const glm::vec3& here) const {
    std::size_t rank = 0;
    const Walk* walk = walkOf(who, group, rank);
    if (!walk || rank == 0 || walk->way.size() < 2) return {};
    if (walk->members[rank].place == Place::behind) {
        for (const float aside : {0.3f, 0.0f, -0.3f})
            if (const Way way = beside(walk->way, aside, followApart * float(rank)); wayClear(m_set, way)) return way;
        return beside(walk->way, 0, followApart * float(rank));
    }
    if (walk->departs && group > 0) { // each from their own mark, the same way off
        Way way = walk->way;
        for (auto& point : way) point += here - walk->way.front();
        if (wayClear(m_set, way)) return way;
    }
    const auto [aside, behind] = formationPlace(rank, walk->members.size(), walk->formation);
    for (const auto& [a, b] : {std::pair(aside, behind), std::pair(-aside, behind), std::pair(aside * 0.75f, behind + 0.4f), std::pair(0.0f, rowApart * float(rank))})
        if (const Way way = beside(walk->way, a, b); wayClear(m_set, way)) return way;
    if (walk->formation == "loose") return beside(walk->way, aside * 0.6f, behind + 0.55f * float(rank));
    return walk->formation.empty() ? Way{} : beside(walk->way, aside, behind); // said to keep together
}

} // namespace rushes::stage
