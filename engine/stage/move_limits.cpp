// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/move_limits.h"

#include "engine/stage/shot_focus.h"

#include <fmt/format.h>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>

namespace rushes::stage {

using reading::Move;

Gear gearOf(const reading::CameraWords& camera, bool besideVehicle) {
    if (camera.pov == reading::PointOfView::drone || camera.height == reading::CameraHeight::aerial) return {"drone", 15, 60};
    if (besideVehicle) return {"camera car", 25, 60};
    if (hasMove(camera, {Move::handheld, Move::follow, Move::lead, Move::tail}) || camera.pov == reading::PointOfView::firstPerson) return {"shoulder or stabiliser", 5, 60};
    if (hasMove(camera, {Move::crane})) return {"crane", 2, 60};
    return {"dolly", 2.5f, 60};
}

void warnOfSpeed(const std::vector<geometry::Camera>& samples, double fps, const Gear& gear, std::vector<std::string>& warnings) {
    float fastest = 0, turning = 0;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        fastest = std::max(fastest, glm::distance(samples[i].eye, samples[i - 1].eye) * float(fps));
        turning = std::max(turning, glm::degrees(std::acos(glm::clamp(glm::dot(samples[i].forward(), samples[i - 1].forward()), -1.0f, 1.0f))) * float(fps));
    }
    if (fastest > gear.travel)
        warnings.push_back(fmt::format("The camera travels at up to {:.1f} m/s; a {} does about {:g} m/s. A longer shot or a shorter move would do.", fastest, gear.name, gear.travel));
    if (turning > gear.turn) warnings.push_back(fmt::format("The camera turns at up to {:.0f} degrees a second; the picture will smear.", turning));
}

} // namespace rushes::stage
