// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/figures/body_pose.h"
#include "engine/figures/bones.h"

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
};

/// A pose as it was authored: local turns, then what has to be solved on a body.
struct AuthoredPose {
    BodyPose pose;                       ///< root is in leg lengths above the floor
    std::array<bool, 2> flat{}, plant{}; ///< left, right
    std::optional<float> ground;         ///< height of the lowest point, metres at 1.72 m; none: it stands on the floor
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

/// Everything hanging, relaxed fingers.
BodyPose neutralPose();
/// Curls of a named finger preset on one hand ("relax", "fist", "point", "spread" …); an unknown name relaxes.
void setFingers(BodyPose& pose, int side, std::string_view preset);
/// An arm or leg turn from [raise, toward, twist] in degrees.
glm::quat limbTurn(float raise, float toward, float twist, int side);

} // namespace rushes::figures
