// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/set_builder.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

constexpr std::size_t mostLamps = 24;

struct Glow {
    glm::dvec3 centre{0};
    glm::vec3 colour{1, .96f, .82f};
};

/// Where a prop shines: the middle of its emitting faces, else its top.
Glow glowOf(const Soup& soup, const MaterialTable& materials) {
    glm::dvec3 low(1e30), high(-1e30);
    Glow glow;
    bool found = false;
    for (const auto& t : soup.triangles) {
        const auto& m = materials.material(t.material);
        if (!m.emits) continue;
        found = true;
        glow.colour = m.colour;
        for (const auto c : t.corner) {
            low = glm::min(low, soup.positions[c]);
            high = glm::max(high, soup.positions[c]);
        }
    }
    glow.centre = found ? (low + high) * .5 : glm::dvec3(0, soup.high().y, 0);
    return glow;
}

} // namespace

/// Practicals come from the props that say how far they `glow`. Day turns street lamps off and leaves a quarter of a
/// room's.
void SetBuilder::setLamps() {
    const bool indoors = m_set->environment.interior;
    std::vector<Lamp>& lamps = m_set->environment.lamps;
    const float strength = night() ? 1.0f : indoors ? .25f : 0.0f;
    for (Lamp lamp : m_lights) {
        lamp.strength *= strength;
        if (lamp.strength > 0) lamps.push_back(lamp);
    }
    for (const PlacedProp& p : m_placed) {
        const PropEntry* entry = props.entry(p.name);
        if (!entry || entry->glow <= 0 || strength <= 0) continue;
        const Glow glow = glowOf(*props.soup(p.name), materials);
        Lamp lamp;
        lamp.position = glm::vec3(p.turn * (glow.centre * p.scale) + p.at);
        lamp.radius = float(entry->glow * std::max({p.scale.x, p.scale.y, p.scale.z}));
        lamp.colour = glow.colour;
        lamp.strength = strength;
        lamp.object = p.object;
        lamps.push_back(lamp);
    }
    std::stable_sort(lamps.begin(), lamps.end(), [&](const Lamp& a, const Lamp& b) {
        return glm::distance(a.position, m_set->heart) < glm::distance(b.position, m_set->heart);
    });
    if (lamps.size() > mostLamps) lamps.resize(mostLamps);
}

} // namespace rushes::sets
