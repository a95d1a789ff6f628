// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/held_things.h"

#include "engine/stage/easing.h"

#include <glm/gtc/matrix_transform.hpp>

#include <algorithm>

namespace rushes::stage {
namespace {

constexpr float gravity = 9.81f; ///< metres a second squared

glm::mat4 placed(const glm::vec3& position, float yawDegrees) {
    return glm::rotate(glm::translate(glm::mat4(1.0f), position), glm::radians(yawDegrees), glm::vec3(0, 1, 0));
}

/// The frame of the hold in the world. A level hold turns with the body alone.
glm::mat4 frameOf(const StagedPerson& person, const StagedProp& prop, const BentPerson& holder) {
    const glm::mat4 body = placed(holder.moment.position, holder.moment.yaw);
    const glm::mat4 hand = person.own ? glm::translate(glm::mat4(1.0f), person.own->handShift(holder.pose)) : glm::mat4(1.0f);
    return body * hand * person.figure->holdFrame(holder.pose, prop.holding.value_or(figures::Holding{}));
}

/// The axis along which a thing is long, if it is.
int longAxis(const glm::vec3& size) {
    for (const int axis : {0, 1, 2})
        if (size[axis] > 1.6f * std::max(size[(axis + 1) % 3], size[(axis + 2) % 3])) return axis;
    return -1;
}

/// What stands upright at rest and is stood on lies with its top ahead.
glm::mat4 laidDown(const StagedProp& prop) {
    const auto& box = prop.prop->mesh->bounds;
    const glm::mat4 turned = glm::rotate(glm::mat4(1.0f), glm::radians(90.0f), glm::vec3(1, 0, 0));
    return glm::translate(glm::mat4(1.0f), glm::vec3(0, box.size().z * 0.5f, 0)) * turned * glm::translate(glm::mat4(1.0f), -box.centre());
}

/// From the frame of the hold to the prop's own space: a fist takes a tool by its handle, which lies along the fist; the rest is taken
/// by its grip, its middle or its base.
glm::mat4 gripOf(const StagedProp& prop) {
    const glm::mat4 m = glm::scale(glm::mat4(1.0f), glm::vec3(prop.scale));
    const auto holding = prop.holding.value_or(figures::Holding{});
    const auto& box = prop.prop->mesh->bounds;
    if (holding.way == figures::HoldWay::floor) return prop.lies ? m * laidDown(prop) : m;
    glm::vec3 at = prop.prop->grip;
    const int axis = longAxis(box.size());
    if (holding.way == figures::HoldWay::between || holding.way == figures::HoldWay::bone || prop.prop->hold == sets::Hold::none) at = box.centre();
    if (holding.way == figures::HoldWay::level && holding.along >= 0) at.y = glm::mix(box.low.y, box.high.y, holding.along);
    if (holding.way != figures::HoldWay::grip) return m * glm::translate(glm::mat4(1.0f), -at);
    if (holding.along >= 0 && axis >= 0) {
        at = box.centre();
        at[axis] = glm::mix(box.low[axis], box.high[axis], holding.along);
    }
    const glm::mat4 upright = axis == 0 ? glm::rotate(glm::mat4(1.0f), glm::radians(90.0f), glm::vec3(0, 0, 1)) : glm::mat4(1.0f);
    return m * upright * glm::translate(glm::mat4(1.0f), -at);
}

BentPerson bentAt(const Blocking& blocking, std::size_t person, double seconds) {
    BentPerson out{personAt(blocking, person, seconds), {}};
    out.pose = figures::evaluate(*blocking.people[person].figure, out.moment.performance);
    return out;
}

/// What is thrown or comes: along its parabola, down to the floor.
glm::vec3 flown(const Blocking& blocking, const StagedProp& prop, const glm::vec3& from, float t) {
    if (prop.rises) return from + prop.flight * (t * t / (t + 0.6f)); // gathers speed
    glm::vec3 at = from + prop.flight * t - glm::vec3(0, 0.5f * gravity * t * t, 0);
    const float floor = blocking.set->groundHeight(at.x, at.z, from.y) + prop.prop->size.y * prop.scale * 0.5f;
    if (at.y < floor) {
        const float fall = (prop.flight.y + std::sqrt(std::max(0.0f, prop.flight.y * prop.flight.y + 2 * gravity * std::max(0.0f, from.y - floor)))) / gravity;
        const float rolled = std::min(t - fall, 1.2f) * 0.3f;
        at = from + prop.flight * (fall + std::max(0.0f, rolled));
        at.y = floor;
    }
    return at;
}

} // namespace

glm::mat4 heldAt(const Blocking& blocking, const StagedProp& prop, double seconds, const BentPerson& holder) {
    const StagedPerson& person = blocking.people[*prop.holder];
    const bool before = seconds < prop.heldFrom, after = seconds > prop.heldUntil;
    if (!before && !after) return frameOf(person, prop, holder) * gripOf(prop);
    const double moment = before ? prop.heldFrom : prop.heldUntil;
    const BentPerson then = bentAt(blocking, *prop.holder, moment);
    const glm::mat4 frame = frameOf(person, prop, then);
    glm::vec3 at = glm::vec3(frame[3]);
    if (before && prop.holding && prop.holding->inPlace) return frame * gripOf(prop);
    if (prop.flies) {
        glm::mat4 m = frame * gripOf(prop);
        const glm::vec3 now = before ? at + prop.flight * float(seconds - moment) - glm::vec3(0, 0.5f * gravity * float((seconds - moment) * (seconds - moment)), 0)
                                     : flown(blocking, prop, at, float(seconds - moment));
        m[3] += glm::vec4(now - at, 0);
        return m;
    }
    // It lies: upright, its base where the work is.
    StagedProp lying = prop;
    lying.holding = figures::Holding{.way = figures::HoldWay::floor};
    lying.lies = prop.lies && !then.moment.performance.surface;
    const auto surface = then.moment.performance.surface;
    at.y = surface ? then.moment.position.y + float(*surface) : blocking.set->groundHeight(at.x, at.z, then.moment.position.y);
    return placed(at, then.moment.yaw) * gripOf(lying);
}

} // namespace rushes::stage
