// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/slots.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>

namespace rushes::stage {
namespace {

bool standing(const sets::Mark& mark) { return !mark.seat && mark.pose != "lie" && mark.pose != "drive" && mark.pose != "sit" && mark.pose != "swim"; }

Slot slotOf(const sets::Mark& mark) { return {mark.position, mark.yaw, mark.seat}; }

} // namespace

std::vector<Slot> standingSlots(const sets::BuiltSet& set, std::size_t count) {
    std::vector<Slot> slots;
    std::vector<glm::vec3> taken;
    const auto take = [&](const Slot& slot) {
        slots.push_back(slot);
        taken.push_back(slot.position);
    };
    for (const char* name : {"talk_a", "talk_b"})
        if (const auto* mark = set.mark(name)) take(slotOf(*mark));
    if (slots.empty())
        for (const auto& mark : set.marks)
            if (standing(mark)) {
                take(slotOf(mark));
                break;
            }
    if (slots.empty()) take({set.freeSpotNear(set.heart).value_or(set.heart), 0, {}});
    const glm::vec3 middle = slots.size() > 1 ? (slots[0].position + slots[1].position) * 0.5f : slots[0].position;
    // The others gather round the talk in a spiral that starts behind the second talker.
    for (std::size_t i = slots.size(); i < count; ++i) {
        const float angle = 100.0f + 137.5f * float(i), radius = 1.5f + 0.28f * float(i);
        const glm::vec3 wish = middle + heading(angle) * radius;
        const auto spot = set.freeSpotNear(wish, 0.3f, taken);
        const glm::vec3 position = spot.value_or(wish);
        take({position, yawOf(middle - position), {}});
    }
    slots.resize(std::max<std::size_t>(count, 1));
    return slots;
}

std::optional<Slot> seatNear(const sets::BuiltSet& set, const glm::vec3& near, std::string_view pose, const std::vector<glm::vec3>& taken) {
    std::optional<Slot> best;
    float bestDistance = 14;
    for (const auto& mark : set.marks) {
        const bool fits = pose == "lie" ? mark.pose == "lie" : pose == "drive" ? mark.pose == "drive" : mark.seat && mark.pose != "lie";
        if (!fits) continue;
        float distance = glm::distance(mark.position, near);
        for (const auto& other : taken)
            if (glm::distance(other, mark.position) < 0.4f) distance = 1e9f;
        if (distance < bestDistance) {
            bestDistance = distance;
            best = slotOf(mark);
        }
    }
    return best;
}

} // namespace rushes::stage
