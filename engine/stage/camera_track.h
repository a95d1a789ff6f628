// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/geometry/camera.h"
#include "engine/reading/shot_description.h"
#include "engine/time/rational_time.h"

#include <functional>
#include <optional>
#include <vector>

namespace rushes::stage {

/// What a camera track is made from.
struct TrackOptions {
    geometry::Camera camera; ///< the framing that was found; moves pass through it or end on it
    glm::vec3 pivot{0};      ///< what arcs turn about and what cranes keep in sight
    time::RationalTime duration;
    std::vector<reading::CameraMove> moves;
    float endScale = 1;      ///< height of the last frame against the first one's, when the size changes with the move
    std::uint64_t seed = 1;  ///< of handheld sway
    std::function<glm::vec3(double seconds)> followed; ///< where the followed subject is; empty when nothing is followed
    std::optional<double> mountedAt; ///< the camera is fixed to what is followed, as it was framed at this second; without it a dolly goes along
    std::function<glm::vec3(double seconds)> kept;     ///< a face that the operator keeps in the picture by turning; empty for none
    bool panOnly = false;    ///< … by panning alone: the move itself goes up or down
    float whip = 0;          ///< degrees of a whip pan; 0: the usual
    float amount = 1;        ///< share of each move that is made, where the set or the framing leaves no room for all of it
    float passing = 0.5f;    ///< how much of a move is done when it passes through the framing: 1 ends on it
    float arrives = 1;       ///< share of the shot after which the moves are done; then the camera rests on what it came to
    float floor = -1e9f;     ///< the camera stays above it, metres
};

/// One camera per frame. Moves of one order run together, orders follow each other, each starting and stopping gently.
std::vector<geometry::Camera> layTrack(const TrackOptions& options);

/// The camera of one moment of such a track.
geometry::Camera trackAt(const TrackOptions& options, double seconds);

} // namespace rushes::stage
