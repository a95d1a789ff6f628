// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/stage/viewpoint.h"

#include <array>
#include <optional>

namespace rushes::stage {

/// Judges a place for the camera: the higher, the better. Units are those of a step that an eye would notice.
class ViewScore {
public:
    ViewScore(const Blocking& blocking, const std::vector<PersonMoment>& moments, const FrameSubject& subject, const CameraWish& wish,
              const std::vector<std::size_t>& framed);

    /// `off`: degrees off the angle that the size would like best.
    float of(const geometry::Camera& camera, float off) const;

    /// Share of the face and its surroundings (0..1) that something of the set covers; thin bars count as much as they hide.
    float hiddenFace(const geometry::Camera& camera) const;
    /// 1 when the own head or trunk of somebody is before their hands, of which alone the frame is; else 0.
    float behindOneself(const geometry::Camera& camera) const;
    /// Share of the hands, hips and feet of one who lies that the set covers; 0 for who does not lie.
    float hiddenLying(const geometry::Camera& camera) const;
    /// Share of the main face (0..1) that somebody else's head or body covers.
    float faceBehindPeople(const geometry::Camera& camera) const;
    /// How many others of those framed have the top of their head behind the set.
    int hiddenOthers(const geometry::Camera& camera) const;
    /// Share of the picture's upper part where something of the set stands nearer than half way to the subject.
    float crowded(const geometry::Camera& camera) const;
    /// Nothing of the set or of a body (but the framed one's) within arm's reach of the lens.
    bool free(const geometry::Camera& camera) const;

private:
    float wayBlocked(const geometry::Camera& camera) const;
    static bool seen(const geometry::Camera& camera, const glm::vec3& point);
    float hiddenPeople(const geometry::Camera& camera) const;
    float hiddenBody(const geometry::Camera& camera) const;
    float hiddenWork(const geometry::Camera& camera) const;
    float overlap(const geometry::Camera& camera, std::size_t i, std::size_t k) const;
    float craft(const geometry::Camera& camera) const;

    const Blocking& m_blocking;
    const std::vector<PersonMoment>& m_moments;
    const FrameSubject& m_subject;
    const CameraWish& m_wish;
    const std::vector<std::size_t>& m_framed;
    std::vector<std::pair<glm::vec3, glm::vec3>> m_bodies; ///< feet and top of the head of each of `moments`
    std::vector<glm::vec3> m_hands; ///< of the main person, while they work
    std::array<glm::vec3, 3> m_own{}; ///< hips, chest and head of who is framed by a part of them
    bool m_part = false;
    std::optional<glm::vec3> m_authored; ///< unit, on the floor: from the action to where the set was composed to be seen from
};

/// The side the set was composed from, as a unit vector on the floor.
std::optional<glm::vec3> authoredSide(const sets::BuiltSet& set);

} // namespace rushes::stage
