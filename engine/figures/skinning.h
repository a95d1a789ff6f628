// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/garment.h"
#include "engine/figures/skeleton.h"

#include <array>

namespace rushes::figures {

/// From the rest mesh to a pose, a turn and a shift a bone: linear blend skinning.
struct Skinning {
    std::array<glm::mat3, boneCount> turn;
    std::array<glm::vec3, boneCount> shift;

    Skinning(const Skeleton& skeleton, const PosedBones& posedBones) {
        for (std::size_t b = 0; b < boneCount; ++b) {
            turn[b] = posedBones.bind(skeleton, int(b));
            shift[b] = posedBones.at[b] - turn[b] * skeleton.rest[b];
        }
    }
    glm::vec3 at(const glm::vec3& v, const BoneShares& w) const {
        glm::vec3 out = w.share[0] * (turn[w.bone[0]] * v + shift[w.bone[0]]);
        for (std::size_t k = 1; k < 4 && w.share[k] > 0; ++k) out += w.share[k] * (turn[w.bone[k]] * v + shift[w.bone[k]]);
        return out;
    }
};

} // namespace rushes::figures
