// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/track_shot.h"

#include "engine/stage/aboard.h"
#include "engine/stage/camera_track.h"
#include "engine/stage/easing.h"
#include "engine/stage/first_person.h"
#include "engine/stage/key_track.h"
#include "engine/stage/move_limits.h"
#include "engine/stage/open_walls.h"
#include "engine/stage/part_frame.h"
#include "engine/stage/shot_focus.h"
#include "engine/stage/track_fit.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::stage {
namespace {

using reading::Move;
using reading::ShotSize;

constexpr int openedFrom = 2; ///< of nine moments: a face that is lost in more of them wants a wider frame

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
    if (ridesAlong(shot.blocking, shot.description)) {
        const Blocking* blocking = &shot.blocking;
        const std::size_t main = mainPerson(*blocking, shot.description);
        options.followed = [blocking, main](double seconds) { return placeAboard(*blocking, *blocking->people[main].aboard, seconds).first; };
        options.mountedAt = shot.blocking.seconds * 0.5;
        return;
    }
    if (!hasMove(shot.description.camera, {Move::follow, Move::lead, Move::tail, Move::sideTrack})) return;
    const Blocking* blocking = &shot.blocking;
    if (!blocking->people.empty()) {
        const std::size_t main = mainPerson(*blocking, shot.description);
        options.followed = [blocking, main](double seconds) { return peopleAt(*blocking, seconds)[main].position; };
    } else if (!blocking->props.empty()) {
        options.followed = [blocking](double seconds) { return propAt(blocking->props.front(), seconds, blocking->seconds).first; };
    }
}

/// The main person's eyes at nine moments, evenly spread from the first frame to the last.
std::vector<glm::vec3> facesOf(const StagedShot& shot) {
    std::vector<glm::vec3> faces;
    if (shot.blocking.people.empty() || shot.description.camera.pov == reading::PointOfView::firstPerson || framesPart(shot.description.camera)) return faces;
    const std::size_t main = mainPerson(shot.blocking, shot.description);
    const auto& person = shot.blocking.people[main];
    const double seconds = time::RationalTime{std::max<std::int64_t>(1, shot.duration.value - 1), shot.duration.rate}.seconds();
    for (int i = 0; i < 9; ++i) {
        const auto moment = peopleAt(shot.blocking, seconds * i / 8)[main];
        faces.push_back(toWorld(moment, person.figure->landmarks(figures::evaluate(*person.figure, moment.performance)).eyes));
    }
    return faces;
}

bool staysInPicture(const geometry::Camera& camera, const std::vector<glm::vec3>& faces) {
    return std::all_of(faces.begin(), faces.end(), [&](const auto& face) {
        const auto at = camera.project(face, {1000, 1000});
        return at && at->x > 120 && at->x < 880 && at->y > 70 && at->y < 880;
    });
}

/// An operator turns with somebody who walks, sits down or gets up, unless the words fix the camera or it travels along anyway.
void keepMoving(const StagedShot& shot, TrackOptions& options, const std::vector<glm::vec3>& faces) {
    const auto& words = shot.description.camera;
    if (faces.empty() || options.followed || holdsStill(shot.blocking, words) || hasMove(words, {Move::whipPan, Move::reveal})) return;
    float moved = 0, rises = 0;
    for (const auto& face : faces) moved = std::max(moved, glm::distance(face, faces.front())), rises = std::max(rises, std::abs(face.y - faces.front().y));
    options.panOnly = hasMove(words, {Move::tilt, Move::crane, Move::pedestal}) && rises < 0.3f;
    if (moved < 0.15f || (hasMove(words, {Move::fixed}) && staysInPicture(options.camera, faces))) return;
    const double seconds = time::RationalTime{std::max<std::int64_t>(1, shot.duration.value - 1), shot.duration.rate}.seconds();
    options.kept = [faces, seconds](double t) {
        const double at = std::clamp(t / seconds, 0.0, 1.0) * double(faces.size() - 1);
        const auto i = std::min(faces.size() - 2, std::size_t(at));
        return glm::mix(faces[i], faces[i + 1], float(at - double(i)));
    };
}

/// A face that gets lost whatever the move (a fall, a jump, a run past the lens) gets more room about it.
void openFraming(TrackOptions& options, StagedShot& shot, const std::vector<glm::vec3>& faces) {
    const auto& set = *shot.blocking.set;
    for (const float factor : {1.4f, 1.9f, 2.5f}) {
        TrackOptions wider = options;
        const glm::vec3 back = options.pivot + (options.camera.eye - options.pivot) * factor;
        const bool room = !blockedInShot(shot, options.camera.eye, back) && !set.hit(back, -options.camera.forward(), 0.3f);
        if (room) wider.camera.eye = {back.x, std::max(back.y, set.groundHeight(back.x, back.z, back.y) + 0.18f), back.z};
        else wider.camera.focalMm /= factor;
        auto warnings = shot.warnings;
        const bool held = fitTrack(wider, shot, faces) <= openedFrom;
        std::swap(warnings, shot.warnings);
        if (!held && factor < 2.5f) continue;
        options = std::move(wider);
        shot.warnings.push_back("The framing was opened, so that the face stays in the picture.");
        return;
    }
}

/// The stop that the words give; else wide open for a shallow picture, small for a deep one, which is then focused at the hyperfocal distance.
void setStop(StagedShot& shot) {
    const auto& words = shot.description.camera;
    const auto says = [&](const char* word) { return std::find(words.focus.begin(), words.focus.end(), word) != words.focus.end(); };
    for (auto& camera : shot.camera) {
        if (says("shallow")) camera.stop = 1.4f;
        if (says("deep")) camera.stop = 11;
        if (words.stop) camera.stop = float(*words.stop);
        if (says("deep") && !hasMove(words, {Move::rackFocus})) camera.focusM = std::min(camera.focusM, float(depthOfField(camera).hyperfocalM));
    }
}

/// How many of eight rays about a direction meet the set: the rest of the picture would be paper.
int filledRays(const StagedShot& shot, const glm::vec3& eye, float yaw) {
    int rays = 0;
    for (const float aside : {-20.0f, -7.0f, 7.0f, 20.0f})
        for (const float up : {-0.15f, 0.1f}) rays += shot.blocking.set->hit(eye, glm::normalize(heading(yaw + aside) + glm::vec3(0, up, 0)), 30) ? 1 : 0;
    return rays;
}

/// A whip pan starts where the set fills the picture: on the side that the words name or else on either, nearer to its end where it must.
void chooseWhip(const StagedShot& shot, TrackOptions& options) {
    constexpr int enough = 6;
    const auto whip = std::find_if(options.moves.begin(), options.moves.end(), [](const auto& move) { return move.move == Move::whipPan; });
    if (whip == options.moves.end()) return;
    const bool named = whip->direction.has_value();
    int most = -1;
    for (const float turn : {std::max(55.0f, glm::degrees(options.camera.horizontalFov())), 44.0f, 34.0f})
        for (const auto way : {reading::Direction::right, reading::Direction::left}) {
            const float start = yawOf(options.camera.forward()) + (way == reading::Direction::right ? turn : -turn);
            const int filled = filledRays(shot, options.camera.eye, start);
            if (most >= enough || filled <= most || (named && *whip->direction != way)) continue;
            most = filled;
            options.whip = turn;
            if (!named) whip->direction = way;
        }
}

/// The track that the words ask for.
std::vector<geometry::Camera> layWords(StagedShot& shot, const ShotFrame& frame, bool byHand) {
    TrackOptions options;
    options.camera = frame.view.camera;
    options.pivot = frame.view.pivot;
    options.duration = shot.duration;
    options.moves = shot.description.camera.moves;
    options.seed = shot.seed;
    const auto& end = shot.description.camera.endSize;
    if (end && !shot.blocking.people.empty()) options.endScale = endScale(shot, frame.size, *end);
    if (end && *end != frame.size && options.moves.empty())
        options.moves.push_back({Move::dolly, options.endScale < 1 ? reading::Direction::in : reading::Direction::out});
    chooseWhip(shot, options);
    followSubject(shot, options);
    options.floor = shot.blocking.set->groundHeight(frame.view.camera.eye.x, frame.view.camera.eye.z, frame.view.pivot.y - 1.0f) + 0.12f;
    if (shot.description.camera.height == reading::CameraHeight::underwater) options.floor = -1e9f;
    const auto faces = facesOf(shot);
    keepMoving(shot, options, faces);
    if (fitTrack(options, shot, faces) > openedFrom && !byHand) openFraming(options, shot, faces);
    return layTrack(options);
}

/// Through somebody's eyes, unless the hand put the camera elsewhere or the words move it about.
std::vector<geometry::Camera> layTrackFor(StagedShot& shot, const ShotFrame& frame, const HandStaging& hand) {
    if (!hand.keys.empty()) return keyedTrack(hand.keys, frame.view.camera, shot.duration);
    const auto eyes = hand.camera ? std::nullopt : eyesOf(shot.blocking, shot.description);
    const bool moves = hasMove(shot.description.camera, {Move::dolly, Move::truck, Move::pan, Move::tilt, Move::zoom, Move::arc, Move::crane, Move::whipPan});
    if (eyes && !moves) return trackEyes(shot, *eyes, frame.view.camera);
    return layWords(shot, frame, hand.camera.has_value());
}

} // namespace

void trackShot(StagedShot& shot, const ShotFrame& frame, const HandStaging& hand) {
    shot.framed = frame.view.camera;
    shot.framed.focusM = std::max(0.5f, glm::distance(frame.view.camera.eye, frame.view.pivot));
    shot.camera = layTrackFor(shot, frame, hand);
    for (auto& camera : shot.camera) putOn(shot.sensor, double(shot.width) / double(shot.height), camera);
    setStop(shot);
    const bool besideVehicle = ridesAlong(shot.blocking, shot.description) || (shot.blocking.people.empty() && !shot.blocking.props.empty() && hasMove(shot.description.camera, {Move::follow, Move::lead, Move::tail, Move::sideTrack}));
    warnOfSpeed(shot.camera, shot.duration.rate.hz(), gearOf(shot.description.camera, besideVehicle), shot.warnings);
}

} // namespace rushes::stage
