// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/track_fit.h"

#include "engine/stage/easing.h"
#include "engine/stage/open_walls.h"
#include "engine/stage/shot_focus.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::stage {
namespace {

using reading::Move;

constexpr int moments = 9;

/// What is wrong with a track: a face lost from the picture, a camera in a wall.
struct Flaws {
    int lost = 0, hits = 0;
    float cost() const { return float(lost) + 2.0f * float(hits); }
};

bool inPicture(const geometry::Camera& camera, const glm::vec3& face) {
    const auto at = camera.project(face, {1000, 1000});
    return at && at->x > 90 && at->x < 910 && at->y > 50 && at->y < 930;
}

/// Whether the picture's upper edge runs above the head.
bool showsCrown(const geometry::Camera& camera, const glm::vec3& face) {
    const auto crown = camera.project(face + glm::vec3(0, 0.12f, 0), {1000, 1000});
    return crown && crown->y > 0;
}

/// Whether the words send the camera to somebody ("tilt down to Lucy"): then it ends on the framing.
bool goesTo(const std::vector<reading::CameraMove>& moves) {
    return std::any_of(moves.begin(), moves.end(), [](const auto& move) {
        return !move.target.empty() && (move.move == Move::pan || move.move == Move::tilt || move.move == Move::whipPan || move.move == Move::crane || move.move == Move::pedestal);
    });
}

Flaws judge(const TrackOptions& options, const StagedShot& shot, const std::vector<glm::vec3>& faces, bool endsOnIt) {
    Flaws flaws;
    const auto& set = *shot.blocking.set;
    const double seconds = time::RationalTime{std::max<std::int64_t>(1, options.duration.value - 1), options.duration.rate}.seconds();
    glm::vec3 before = options.camera.eye;
    const bool crowns = !faces.empty() && showsCrown(options.camera, faces.front()); // not in an extreme close-up
    for (int i = 0; i < moments; ++i) {
        const auto camera = trackAt(options, seconds * i / (moments - 1));
        if (!faces.empty() && (!endsOnIt || float(i) > options.arrives * float(moments)) &&
            (!inPicture(camera, faces[std::size_t(i)]) || (crowns && !showsCrown(camera, faces[std::size_t(i)]))))
            ++flaws.lost;
        bool hit = i > 0 && blockedInShot(shot, before, camera.eye);
        for (const float yaw : {0.0f, 90.0f, 180.0f, 270.0f}) hit = hit || (shot.opened.empty() && set.hit(camera.eye, heading(yaw), 0.16f));
        if (!faces.empty()) {
            const glm::vec3 apart = camera.eye - faces[std::size_t(i)];
            hit = hit || glm::length(glm::vec3(apart.x, 0, apart.z)) < 0.35f;
        }
        flaws.hits += hit;
        before = camera.eye;
    }
    return flaws;
}

} // namespace

int fitTrack(TrackOptions& options, StagedShot& shot, const std::vector<glm::vec3>& faces) {
    const bool endsOnIt = goesTo(options.moves);
    const bool whips = std::any_of(options.moves.begin(), options.moves.end(), [](const auto& move) { return move.move == Move::whipPan; });
    const auto& watched = whips ? std::vector<glm::vec3>{} : faces;
    if (endsOnIt) options.passing = 1, options.arrives = 0.62f;
    TrackOptions best = options;
    Flaws least = judge(options, shot, watched, endsOnIt);
    const auto free = options;
    for (const float amount : {1.0f, 0.85f, 0.7f, 0.55f, 0.42f, 0.3f}) {
        for (const float passing : {0.5f, 0.35f, 0.65f, 0.2f, 0.8f, 0.0f, 1.0f}) {
            if (least.cost() == 0) break;
            TrackOptions tried = free;
            tried.amount = amount;
            tried.passing = endsOnIt ? 1 : passing;
            const Flaws flaws = judge(tried, shot, watched, endsOnIt);
            if (flaws.cost() < least.cost()) best = tried, least = flaws;
        }
    }
    options.amount = best.amount;
    options.passing = best.passing;
    if (options.amount < 0.6f && least.hits == 0) shot.warnings.push_back("The camera's move was made shorter, to fit the set and the framing.");
    if (least.hits > 0) shot.warnings.push_back("The camera comes too near to the set on its way.");
    return least.lost;
}

} // namespace rushes::stage
