// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/body.h"
#include "engine/figures/pose_book.h"

namespace rushes::figures {

/// An authored pose on a body: soles levelled, planted feet put down, hands brought to their targets, then lifted or
/// lowered so that the lowest point is where the pose says. Metres, floor at y = 0.
BodyPose solve(const Body& body, const AuthoredPose& authored);

/// Brings the hands of `authored` to their targets again after the head or the spine has turned.
void reachHands(const Body& body, BodyPose& pose, const AuthoredPose& authored, bool headOnly, int rounds = 5);

/// A sitting pose on a seat: hips on the seat, feet on the floor where the legs are long enough, else hanging.
BodyPose sitOn(const Body& body, const AuthoredPose& authored, float seatHeight);

/// Where ankles are and how feet are turned, to hold them while the body above moves.
struct FeetHold {
    std::array<glm::vec3, 2> ankle;
    std::array<glm::mat3, 2> turn;

    static FeetHold of(const Body& body, const BodyPose& pose);
    /// Legs bend so that the feet are where they were.
    void apply(const Body& body, BodyPose& pose) const;
};

} // namespace rushes::figures
