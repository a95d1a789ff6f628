// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/track_shot.h"

#include "engine/stage/camera_track.h"
#include "engine/stage/shot_focus.h"

#include <algorithm>

namespace rushes::stage {
namespace {

using reading::Move;
using reading::ShotSize;

/// Height of the frame at size `end` against the one that the shot starts with.
float endScale(const StagedShot& shot, ShotSize start, ShotSize end) {
    const std::size_t main = mainPerson(shot.blocking, shot.description);
    const auto moments = peopleAt(shot.blocking, shot.blocking.seconds);
    const auto height = [&](ShotSize size) {
        const auto frame = frameOfPerson(shot.blocking.people[main], moments[main], size);
        return (frame.top.y - frame.bottom.y) / (frame.share < 1 ? frame.share : 1 - frame.headroom);
    };
    return std::clamp(height(end) / std::max(0.05f, height(start)), 0.08f, 12.0f);
}

void followSubject(const StagedShot& shot, TrackOptions& options) {
    if (!hasMove(shot.description.camera, {Move::follow, Move::lead, Move::tail, Move::sideTrack})) return;
    const Blocking* blocking = &shot.blocking;
    if (!blocking->people.empty()) {
        const std::size_t main = mainPerson(*blocking, shot.description);
        options.followed = [blocking, main](double seconds) { return peopleAt(*blocking, seconds)[main].position; };
    } else if (!blocking->props.empty()) {
        options.followed = [blocking](double seconds) { return propAt(blocking->props.front(), seconds, blocking->seconds).first; };
    }
}

} // namespace

void trackShot(StagedShot& shot, const ShotFrame& frame) {
    TrackOptions options;
    options.camera = frame.view.camera;
    options.pivot = frame.view.pivot;
    options.duration = shot.duration;
    options.moves = shot.description.camera.moves;
    options.seed = shot.seed;
    if (shot.description.camera.stop) options.camera.stop = float(*shot.description.camera.stop);
    const auto& end = shot.description.camera.endSize;
    if (end && !shot.blocking.people.empty()) options.endScale = endScale(shot, frame.size, *end);
    if (end && *end != frame.size && options.moves.empty())
        options.moves.push_back({Move::dolly, options.endScale < 1 ? reading::Direction::in : reading::Direction::out});
    followSubject(shot, options);
    options.floor = shot.blocking.set->groundHeight(frame.view.camera.eye.x, frame.view.camera.eye.z, frame.view.pivot.y - 1.0f) + 0.12f;
    if (shot.description.camera.height == reading::CameraHeight::underwater) options.floor = -1e9f;
    shot.camera = layTrack(options, shot.warnings);
}

} // namespace rushes::stage
