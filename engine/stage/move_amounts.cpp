// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/move_amounts.h"

#include <cmath>

namespace rushes::stage {

using reading::CameraMove;
using reading::Direction;
using reading::Move;
using reading::MoveSpeed;

namespace {

float amount(MoveSpeed speed) { return speed == MoveSpeed::slow ? 0.65f : speed == MoveSpeed::fast ? 1.5f : 1.0f; }

float sign(const CameraMove& move, Direction negative) { return move.direction == negative ? -1.0f : 1.0f; }

} // namespace

Pose wholeMove(const CameraMove& move, float d, float fov, float seconds, float endScale) {
    const float k = amount(move.speed), angle = std::clamp(fov * 0.62f, 9.0f, 34.0f) * k;
    const float glide = std::clamp(d * 0.42f, 0.45f, std::max(0.6f, 1.6f * seconds)) * k;
    const bool toSize = std::abs(endScale - 1) > 0.05f;
    Pose pose;
    switch (move.move) {
    case Move::pan: pose.yaw = angle * sign(move, Direction::left); break;
    case Move::whipPan: pose.yaw = std::max(55.0f, fov) * sign(move, Direction::left); break;
    case Move::tilt: pose.pitch = std::clamp(angle * 0.8f, 8.0f, 30.0f) * sign(move, Direction::down); break;
    case Move::roll: pose.roll = 18 * k * sign(move, Direction::counterclockwise); break;
    case Move::dolly: pose.forward = (toSize ? std::abs(d - d * endScale) : std::max(0.4f, d * 0.34f) * std::min(k, 1.3f)) * sign(move, Direction::out); break;
    case Move::truck: pose.right = glide * sign(move, Direction::left); break;
    case Move::pedestal: pose.up = std::clamp(glide * 0.7f, 0.45f, 2.0f) * sign(move, Direction::down); break;
    case Move::crane:
        pose.up = std::clamp(d * 0.45f, 1.0f, 4.0f) * k * sign(move, Direction::down);
        pose.keep = 1;
        break;
    case Move::arc: pose.arc = 42 * std::clamp(k, 0.7f, 1.5f) * sign(move, Direction::counterclockwise); break;
    case Move::zoom: pose.zoom = (toSize ? std::abs(std::log(endScale)) : 0.45f * k) * sign(move, Direction::out); break;
    case Move::dollyZoom:
        // In: closer with a wider lens, the subject keeps its size.
        pose.forward = d * 0.38f * sign(move, Direction::out);
        pose.zoom = std::log((d - pose.forward) / d);
        break;
    case Move::reveal: pose.right = glide * 1.1f * sign(move, Direction::left); break;
    case Move::fixed:
    case Move::handheld:
    case Move::follow:
    case Move::lead:
    case Move::tail:
    case Move::sideTrack:
    case Move::rackFocus: break;
    }
    return pose;
}

} // namespace rushes::stage
