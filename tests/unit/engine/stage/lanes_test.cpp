// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/lanes.h"

#include "engine/stage/easing.h"
#include "tests/unit/engine/stage/staged.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

namespace {

/// Metres on the floor from a point to the middle of the nearest road, less half of that road's width: below 0 on it.
float offRoad(const sets::BuiltSet& set, const glm::vec3& at) {
    float least = 1e9f;
    for (const auto& road : set.roads)
        for (std::size_t i = 1; i < road.points.size(); ++i) {
            const glm::vec2 a(road.points[i - 1].x, road.points[i - 1].z), b(road.points[i].x, road.points[i].z), p(at.x, at.z);
            const float along = std::clamp(glm::dot(p - a, b - a) / std::max(1e-6f, glm::dot(b - a, b - a)), 0.0f, 1.0f);
            least = std::min(least, glm::distance(p, a + (b - a) * along) - road.width / 2);
        }
    return least;
}

} // namespace

TEST_CASE("What has wheels goes along the road, all the way and within its lane", "[stage]") {
    for (const char* prompt : {"A drone shot follows a red convertible along a coastal road.", "A truck drives past on a desert road.", "A motorcycle races along a highway.",
                               "A police car races down a city street.", "A woman drives a car down a country road."}) {
        INFO(prompt);
        const auto shot = staged(prompt, 48);
        const auto vehicle = std::max_element(shot.blocking.props.begin(), shot.blocking.props.end(), [](const auto& a, const auto& b) { return a.prop->size.z < b.prop->size.z; });
        REQUIRE(vehicle != shot.blocking.props.end());
        for (const double seconds : {0.0, 1.0, 1.9}) CHECK(offRoad(*shot.blocking.set, propAt(*vehicle, seconds, shot.blocking.seconds).first) < -vehicle->prop->size.x / 2 + 0.1f);
        CHECK(glm::distance(propAt(*vehicle, 0, shot.blocking.seconds).first, propAt(*vehicle, 1.9, shot.blocking.seconds).first) > 2);
    }
}

TEST_CASE("A plane seen from very far is not filmed from within a mountain", "[stage]") {
    const auto shot = staged("A plane flies over mountains. Extreme wide shot.", 24);
    REQUIRE(shot.blocking.props.size() == 1);
    const auto& plane = shot.blocking.props.front();
    const glm::vec3 above = propAt(plane, 0, shot.blocking.seconds).first + glm::vec3(0, plane.prop->size.y * plane.scale + 1, 0);
    CHECK_FALSE(shot.blocking.set->blocked(shot.camera.front().eye, above));
}
