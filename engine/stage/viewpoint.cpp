// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/viewpoint.h"

#include "engine/stage/easing.h"
#include "engine/stage/view_score.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace rushes::stage {
namespace {

using reading::CameraAngle;
using reading::CameraHeight;
using reading::PointOfView;
using reading::ShotSize;

constexpr float closeFocus = 0.8f; ///< metres: what usual cine lenses focus down to, with room to walk round

/// How far the camera stands off the subject's own axis, degrees: a face wants three quarters, a wide its place.
float idealOff(ShotSize size, std::size_t people) {
    if (people > 1) return 68;
    switch (size) {
    case ShotSize::extremeCloseUp:
    case ShotSize::insert: return 22;
    case ShotSize::closeUp: return 30;
    case ShotSize::mediumCloseUp: return 34;
    case ShotSize::medium: return 38;
    default: return 45;
    }
}

/// Elevation of the camera over the subject in degrees.
float elevationOf(const CameraWish& wish) {
    switch (wish.angle) {
    case CameraAngle::high: return 28;
    case CameraAngle::low: return -17;
    case CameraAngle::birdEye: return 86;
    case CameraAngle::wormEye: return -48;
    case CameraAngle::level:
    case CameraAngle::dutch: break;
    }
    if (wish.pov == PointOfView::overhead) return 86;
    if (wish.pov == PointOfView::drone || wish.height == CameraHeight::aerial) return 34;
    if (wish.height == CameraHeight::overhead) return 58;
    if (wish.size == ShotSize::extremeWide) return 9;
    return wish.size == ShotSize::wide ? 3.5f : wish.size <= ShotSize::full ? 1.5f : 0;
}

struct Candidate {
    float yaw; ///< from the subject to the camera
    float off; ///< from the subject's own facing
};

/// Behind, before or beside somebody who is followed: a little to the side where the straight place is taken.
std::vector<Candidate> placesAround(float yaw) {
    std::vector<Candidate> out{{yaw, 0}};
    for (const float turn : {8.0f, 16.0f, 26.0f, 38.0f, 52.0f})
        for (const float sign : {1.0f, -1.0f}) out.push_back({yaw + sign * turn, turn});
    return out;
}

std::vector<Candidate> candidates(const FrameSubject& subject, const CameraWish& wish, std::size_t people, const std::optional<glm::vec3>& side) {
    const float facing = yawOf(subject.facing), off = wish.off.value_or(idealOff(wish.size, people));
    if (wish.aroundYaw) return placesAround(*wish.aroundYaw);
    std::vector<Candidate> out;
    for (const float extra : {0.0f, 12.0f, -12.0f, 25.0f, -25.0f, 40.0f, -40.0f, 55.0f, 75.0f, 100.0f})
        for (const float sign : {1.0f, -1.0f}) out.push_back({facing + sign * (off + extra), std::abs(extra)});
    if (side && wish.size <= ShotSize::full)
        for (const float turn : {0.0f, 15.0f, -15.0f, 35.0f, -35.0f}) out.push_back({yawOf(*side) + turn, std::abs(turn) * 0.6f});
    return out;
}

void raise(geometry::Camera& camera, const CameraWish& wish, const sets::BuiltSet& set, const FrameSubject& subject) {
    std::optional<float> height;
    if (wish.height == CameraHeight::ground) height = 0.2f;
    if (wish.height == CameraHeight::hip) height = 0.95f;
    if (wish.height == CameraHeight::water) height = set.waterHeight(camera.eye.x, camera.eye.z).value_or(0.1f) + 0.25f;
    const float floor = set.groundHeight(camera.eye.x, camera.eye.z, subject.bottom.y + 0.3f);
    const float lowest = floor + 0.18f;
    if (height) camera.eye.y = wish.height == CameraHeight::water ? *height : floor + *height;
    if (!height && camera.eye.y >= lowest) return;
    camera.eye.y = std::max(camera.eye.y, wish.height == CameraHeight::water ? camera.eye.y : lowest);
    // Keep the picture where it was: look at the same centre from the new height.
    const glm::vec3 centre = (subject.top + subject.bottom) * 0.5f;
    const geometry::Camera aimed = geometry::Camera::lookAt(camera.eye, {centre.x, centre.y, centre.z});
    camera.right = aimed.right;
    camera.up = aimed.up;
}

glm::vec3 lookDirection(float yaw, float elevation) {
    const float e = glm::radians(elevation);
    return -(heading(yaw) * std::cos(e) + glm::vec3(0, std::sin(e), 0));
}

geometry::Camera cameraAt(float yaw, float elevation, double lens, const FrameSubject& subject, const CameraWish& wish, const sets::BuiltSet& set) {
    const float roll = wish.angle == CameraAngle::dutch ? 13.0f : 0.0f;
    geometry::Camera camera = solveCamera(subject, lookDirection(yaw, elevation), lens, wish.aspect, roll);
    // A small thing takes a longer lens, not a camera that touches it.
    if (wish.freeLens && wish.pov != PointOfView::selfie && camera.focusM < closeFocus)
        camera = solveCamera(subject, lookDirection(yaw, elevation), lens * closeFocus / std::max(0.02f, camera.focusM), wish.aspect, roll);
    raise(camera, wish, set, subject);
    return camera;
}

/// A search over the places for the camera, from coarse to fine.
class Search {
public:
    Search(const Blocking& blocking, const FrameSubject& subject, const CameraWish& wish, const ViewScore& score)
        : m_set(*blocking.set), m_subject(subject), m_wish(wish), m_score(score), m_elevation(elevationOf(wish)) {
        if (wish.angle == CameraAngle::level && !wish.height && wish.pov == PointOfView::objective) m_elevation += wish.lift;
        if (subject.mainLies && !subject.lies && wish.angle == CameraAngle::level && !wish.height) m_elevation = std::max(m_elevation, 17.0f); // over a bed at who sits by it
        if (subject.lies && wish.angle == CameraAngle::level && !wish.height) m_elevation = std::max(m_elevation, 26.0f);
    }

    void coarse(const std::vector<Candidate>& places, double lens, float cost, float lift = 0) {
        for (const Candidate& place : places) consider(place.yaw, place.off, m_elevation + lift, lens, cost);
    }

    /// Steps of a few degrees about the best place: past a bar, a post, somebody's shoulder.
    void fine() {
        if (!m_best) return;
        const Place from = *m_best;
        for (const float turn : {-9.0f, -6.0f, -3.0f, 0.0f, 3.0f, 6.0f, 9.0f})
            for (const float lift : {0.0f, 2.5f, -2.5f, 5.0f})
                if (turn != 0 || lift != 0) consider(from.yaw + turn, from.off + std::abs(turn), m_elevation + lift, from.lens, from.cost + std::abs(lift) * 0.06f);
    }

    const geometry::Camera& camera() const { return m_best->camera; }
    float hidden() const { return m_score.hiddenFace(m_best->camera); }
    /// Whether the face is not wholly free of the set and of other people.
    bool hiddenAtAll() const { return hidden() > 0.3f || m_score.hiddenLying(m_best->camera) > 0.5f || m_score.faceBehindPeople(m_best->camera) > 0.3f; }
    bool good() const { return hidden() == 0 && m_score.free(m_best->camera) && m_score.crowded(m_best->camera) < 0.2f && m_score.hiddenOthers(m_best->camera) == 0; }

private:
    struct Place {
        geometry::Camera camera;
        float yaw, off, cost, score;
        double lens;
    };

    void consider(float yaw, float off, float elevation, double lens, float cost) {
        const geometry::Camera camera = cameraAt(yaw, elevation, lens, m_subject, m_wish, m_set);
        const float score = m_score.of(camera, off) - cost;
        if (!m_best || score > m_best->score) m_best = Place{camera, yaw, off, cost, score, lens};
    }

    const sets::BuiltSet& m_set;
    const FrameSubject& m_subject;
    const CameraWish& m_wish;
    const ViewScore& m_score;
    float m_elevation;
    std::optional<Place> m_best;
};

} // namespace

Viewpoint findViewpoint(const Blocking& blocking, const std::vector<PersonMoment>& moments, const FrameSubject& subject, const CameraWish& wish,
                        const std::vector<std::size_t>& framed) {
    const ViewScore score(blocking, moments, subject, wish, framed);
    Search search(blocking, subject, wish, score);
    const auto places = candidates(subject, wish, framed.size(), authoredSide(*blocking.set));
    search.coarse(places, wish.lensMm, 0);
    if (!search.good()) search.fine();
    // A tight set: a wider lens comes nearer, a longer one looks past what stands about the subject.
    if (wish.freeLens)
        for (const double factor : {0.72, 0.55})
            if (!search.good()) search.coarse(places, std::max(18.0, wish.lensMm * factor), factor < 0.6 ? 3.0f : 1.5f);
    if (!search.good()) search.fine();
    // Behind a bed, a counter, somebody else: over it.
    if (wish.angle == CameraAngle::level && !wish.height)
        for (const float lift : {14.0f, 28.0f})
            if (search.hiddenAtAll()) search.coarse(places, wish.lensMm, lift * 0.1f, lift);
    if (search.hiddenAtAll()) search.fine();
    Viewpoint view;
    view.camera = search.camera();
    view.clear = search.hidden() < 0.3f;
    view.pivot = {subject.focus.x, (subject.top.y + subject.bottom.y) * 0.5f, subject.focus.z};
    return view;
}

} // namespace rushes::stage
