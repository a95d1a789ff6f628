// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/figures/body.h"
#include "engine/figures/performance.h"
#include "engine/figures/pose_book.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rushes::figures {

/// Weights of face units by name.
using MoodUnits = std::vector<std::pair<std::string, float>>;

/// Empty for calm or an unknown mood.
const MoodUnits& moodUnits(std::string_view mood);

/// What a body does that nobody asked for: breath, shifting weight, small turns of the head, glances.
void addIdleLife(const Body& body, BodyPose& pose, const Performance& performance, bool standing);

/// Hands that underline speech; only called when the hands are free.
void addGestures(const Body& body, BodyPose& pose, const Performance& performance);

/// Neck, head and eyes turn to a point of figure space, as far as they can.
void lookTowards(const Body& body, BodyPose& pose, const glm::vec3& target, float weight);

/// Mood, blinking and speech on the face.
void addFace(const FigureLibrary& library, BodyPose& pose, const Performance& performance);

} // namespace rushes::figures
