// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/figures/body_pose.h"
#include "engine/figures/bones.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rushes::figures {

/// Where a hand has to be: an offset in metres at 1.72 m stature from a bone's joint, in the axes of a bone.
struct HandTarget {
    int side = 0;
    int from = -1; ///< bone whose joint it is measured from; -1 is the floor under the hips
    int axes = -1; ///< bone whose axes the offset is in; -1 is figure space
    glm::vec3 offset{0};
    float weight = 1; ///< below 1 while another pose fades in
};

/// Where a foot has to be: metres of a leg of 0.89 m, from the floor under the figure's origin.
struct FootTarget {
    float x = 0, z = 0; ///< of the ankle
    float yaw = 0;      ///< toes to the own left, degrees
    float lift = 0;     ///< of the ankle above where it stands
    float pitch = 0;    ///< toes down, degrees
};

/// A pose as it was authored: local turns, then what has to be solved on a body.
struct AuthoredPose {
    BodyPose pose;                       ///< root is in leg lengths above the floor
    std::array<bool, 2> flat{}, plant{}; ///< left, right
    std::optional<float> ground;         ///< height of the lowest point, metres at 1.72 m; none: it stands on the floor
    std::array<std::optional<FootTarget>, 2> feet; ///< with them the hips are where root says, and legs reach
    std::array<std::optional<glm::vec3>, 2> aim;   ///< figure space: where the thumb side of a fist points
    std::optional<float> hips;           ///< height of the hips, metres at 1.72 m: in water, in the air
    std::vector<HandTarget> hands;
    bool freeHands = true; ///< nothing held, nothing touched: talking may move them
    bool seated = false;
};

/// The poses of assets/poses/poses.json. Its "convention" explains the numbers.
class PoseBook {
public:
    static Result<PoseBook> parse(std::string_view json);
    const AuthoredPose* find(std::string_view name) const;
    std::vector<std::string> names() const;

private:
    std::map<std::string, AuthoredPose, std::less<>> m_poses;
};

/// One pose from its JSON, by the convention in poses.json. Throws nlohmann::json::exception on a wrong type.
Result<AuthoredPose> readPose(const std::string& name, const nlohmann::json& pose);

/// Everything hanging, relaxed fingers.
BodyPose neutralPose();
/// Curls of a named finger preset on one hand ("relax", "fist", "point", "spread" …); an unknown name relaxes.
void setFingers(BodyPose& pose, int side, std::string_view preset);
/// An arm or leg turn from [raise, toward, twist] in degrees.
glm::quat limbTurn(float raise, float toward, float twist, int side);

} // namespace rushes::figures
