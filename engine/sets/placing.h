// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/sets/set_builder.h"

#include <optional>
#include <string>
#include <vector>

namespace rushes::sets {

inline const std::string& pick(const std::vector<std::string>& names, Random& random) {
    return names[random.below(std::uint32_t(names.size()))];
}

/// [x, z] stands on the land, [x, y, z] at that height.
struct Spot {
    glm::dvec2 xz{0};
    std::optional<double> y;

    Spot() = default;
    explicit Spot(const Node& n) {
        const auto v = n.numbers(2, 3);
        xz = {v[0], v.back()};
        if (v.size() == 3) y = v[1];
    }
};

struct Scale {
    glm::dvec3 fixed{1};
    std::optional<glm::dvec2> range; ///< drawn anew for each

    Scale() = default;
    Scale(const Node& n, bool pairIsRange) {
        if (n.isNumber())
            fixed = glm::dvec3(n.number());
        else if (pairIsRange && n.size() == 2)
            range = n.vec2();
        else
            fixed = n.vec3();
    }
    glm::dvec3 draw(Random& random) const { return range ? glm::dvec3(random.between(range->x, range->y)) : fixed; }
};

/// x, z and, if written, yaw.
inline glm::dvec3 placeAndYaw(const Node& n) {
    const auto v = n.numbers(2, 3);
    return {v[0], v[1], v.size() > 2 ? v[2] : 0};
}

} // namespace rushes::sets
