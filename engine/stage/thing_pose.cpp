// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/thing_pose.h"

#include "engine/stage/easing.h"

#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace rushes::stage {
namespace {

using sets::ThingMotion;

float lengthOfPath(const std::vector<glm::vec3>& path) {
    float length = 0;
    for (std::size_t i = 1; i < path.size(); ++i) length += glm::distance(path[i - 1], path[i]);
    return length;
}

ThingMotion::Key keyAt(const StagedProp& prop, double seconds) {
    if (!prop.motion) return {};
    const double room = prop.motionUntil - prop.motionFrom;
    const double rate = prop.motion->loops || room <= 0 ? 1.0 : std::max(1.0, prop.motion->seconds / room);
    return prop.motion->at(std::max(0.0, seconds - prop.motionFrom) * rate);
}

glm::mat4 turned(float degrees, const glm::vec3& axis) { return glm::rotate(glm::mat4(1.0f), glm::radians(degrees), axis); }

/// About where the motion turns it, in the prop's own space.
glm::mat4 tiltOf(const StagedProp& prop, const ThingMotion::Key& key, float gone) {
    const glm::vec3 size = prop.prop->size, middle = prop.prop->mesh->bounds.centre();
    glm::vec3 pivot(0);
    float settle = 0;
    const float tip = float(key.tip);
    switch (prop.motion->pivot) {
    case ThingMotion::Pivot::base: pivot = std::abs(tip) > 20 ? glm::vec3(tip < 0 ? size.x * 0.5f : -size.x * 0.5f, 0, 0) : glm::vec3(0); break;
    case ThingMotion::Pivot::middle: pivot = middle; break;
    case ThingMotion::Pivot::top: pivot = {middle.x, prop.prop->mesh->bounds.high.y, middle.z}; break;
    case ThingMotion::Pivot::hinge: pivot = {-size.x * 0.5f, 0, 0}; break;
    }
    if (prop.motion->rolls || prop.motion->unit == ThingMotion::Unit::edge) {
        pivot = middle;
        const float a = glm::radians(tip); // on its side it lies lower than it stands
        if (!prop.motion->rolls) settle = 0.5f * (size.y * std::abs(std::cos(a)) + size.x * std::abs(std::sin(a)) - size.y);
    }
    glm::mat4 m = glm::translate(glm::mat4(1.0f), pivot + glm::vec3(0, settle, 0));
    if (prop.motion->rolls) m = m * turned(glm::degrees(gone / std::max(0.01f, size.y * prop.scale * 0.5f)), {1, 0, 0});
    if (prop.motion->pivot == ThingMotion::Pivot::hinge) m = m * turned(float(key.turn), {0, 1, 0});
    m = m * turned(-float(key.pitch), {1, 0, 0}) * turned(tip, {0, 0, 1});
    m = glm::scale(m, glm::vec3(1, key.stretch, 1));
    return glm::translate(m, -pivot);
}

/// A boat on its waves: two slow turns that never meet.
glm::mat4 rocked(const StagedProp& prop, double seconds) {
    const float size = std::max(prop.prop->size.z * prop.scale, 1.0f), much = std::clamp(9.0f / size, 0.7f, 3.2f) * prop.swell;
    const double period = 2.4 + 0.12 * std::min(size, 30.0f);
    const float roll = much * float(std::sin(6.2832 * seconds / period)), pitch = 0.6f * much * float(std::sin(6.2832 * seconds / (period * 1.37) + 1.1));
    return glm::translate(glm::mat4(1.0f), glm::vec3(0, 0.012f * much * std::min(size, 8.0f) * float(std::sin(6.2832 * seconds / (period * 1.2))), 0)) *
           turned(pitch, {1, 0, 0}) * turned(roll, {0, 0, 1});
}

/// Which act of an animal it is, and how far into it.
const AnimalBeat* beatOf(const StagedProp& prop, double seconds) {
    const AnimalBeat* now = nullptr;
    for (const auto& beat : prop.acts)
        if (!now || seconds >= beat.start) now = &beat;
    return now;
}

/// Wheels, rotors and pendulums turned.
std::shared_ptr<const geometry::Mesh> turnedParts(const StagedProp& prop, const std::shared_ptr<const geometry::Mesh>& rest, double seconds, float travelled) {
    std::shared_ptr<geometry::Mesh> out;
    for (const auto& joint : prop.prop->joints) {
        float degrees = 0;
        const auto& how = joint.turning;
        if (how.by == sets::Turning::By::way) degrees = glm::degrees(travelled / prop.scale / float(how.amount));
        else if (!prop.runs && !how.always) continue;
        else if (how.by == sets::Turning::By::time) degrees = float(std::fmod(how.amount * seconds, 360.0));
        else degrees = float(how.amount * std::sin(6.283185307 * seconds / how.seconds));
        if (degrees == 0) continue;
        if (!out) out = std::make_shared<geometry::Mesh>(*rest);
        const glm::mat4 spin = glm::rotate(glm::mat4(1.0f), glm::radians(degrees), joint.axis);
        for (const std::uint32_t v : joint.vertices) {
            out->positions[v] = joint.centre + glm::vec3(spin * glm::vec4(rest->positions[v] - joint.centre, 0));
            out->normals[v] = glm::vec3(spin * glm::vec4(rest->normals[v], 0));
        }
    }
    return out ? out : rest;
}

} // namespace

ThingMoment thingAt(const StagedProp& prop, double seconds, double duration) {
    ThingMoment out;
    std::tie(out.position, out.yaw) = propAt(prop, seconds, duration);
    if (prop.path.size() > 1) out.travelled = lengthOfPath(prop.path) * float(std::clamp(seconds / std::max(0.01, duration), 0.0, 1.0));
    if (prop.motion) {
        const auto key = keyAt(prop, seconds);
        out.travelled += float(key.go) * (prop.motion->unit == ThingMotion::Unit::size ? std::max(prop.prop->size.y, prop.prop->size.z) * prop.scale : 1.0f);
        out.tilt = tiltOf(prop, key, out.travelled);
        out.broken = prop.becomes && key.at >= prop.motion->becomesAt && prop.motion->becomesAt > 0;
        if (out.broken) out.tilt = glm::mat4(1.0f);
    }
    if (prop.afloat) out.tilt = rocked(prop, seconds) * out.tilt;
    return out;
}

glm::vec3 movedBy(const StagedProp& prop, double seconds) {
    const auto key = keyAt(prop, seconds);
    float unit = 1, up = 1;
    if (prop.motion->unit == ThingMotion::Unit::size) unit = up = std::max({prop.prop->size.x, prop.prop->size.y, prop.prop->size.z}) * prop.scale;
    if (prop.motion->unit == ThingMotion::Unit::edge) unit = prop.edge, up = prop.drop;
    float go = float(key.go);
    if (prop.motion->crosses) go -= float(prop.motion->keys.back().go) * 0.5f;
    return prop.goes * (go * unit) + glm::vec3(0, float(key.up) * up, 0);
}

float turnedBy(const StagedProp& prop, double seconds) { return prop.motion->pivot == ThingMotion::Pivot::hinge ? 0.0f : float(keyAt(prop, seconds).turn); }

glm::mat4 thingToWorld(const StagedProp& prop, const ThingMoment& moment) {
    glm::mat4 m = glm::translate(glm::mat4(1.0f), moment.position);
    m = glm::rotate(m, glm::radians(moment.yaw), glm::vec3(0, 1, 0));
    return glm::scale(m, glm::vec3(prop.scale)) * moment.tilt;
}

std::shared_ptr<const geometry::Mesh> meshAt(const StagedProp& prop, const sets::SetLibrary& sets, const std::shared_ptr<const geometry::Mesh>& rest, double seconds,
                                             float travelled) {
    const auto posed = [&](const std::string& act, double phase) {
        sets::PropOptions options;
        options.pose = act;
        options.phase = float(phase);
        const auto made = sets.prop(prop.model, options);
        return made ? (*made)->mesh : rest;
    };
    if (const AnimalBeat* beat = beatOf(prop, seconds)) {
        const auto* act = sets.act(prop.model, beat->act);
        if (!act) return rest;
        const double within = seconds - beat->start, height = std::max(0.02, sets.heightOf(prop.model) * prop.scale);
        double phase = 0;
        if (act->gait && std::abs(travelled) > 0.01f) phase = travelled / (act->stride * height);
        else if (act->loops) phase = within / act->seconds;
        else phase = std::min(1.0, within / std::min(act->seconds, std::max(0.4, beat->end - beat->start)));
        return posed(beat->act, act->loops ? phase - std::floor(phase) : phase);
    }
    if (prop.motion && prop.motion->bends > 0) {
        const double phase = seconds / prop.motion->bends;
        return posed("bend", phase - std::floor(phase));
    }
    return prop.prop->joints.empty() ? rest : turnedParts(prop, rest, seconds, travelled);
}

void findEdges(Blocking& blocking) {
    for (auto& prop : blocking.props) {
        if (!prop.motion || prop.motion->unit != ThingMotion::Unit::edge || prop.path.empty()) continue;
        const glm::vec3 at = prop.path.front();
        const float ground = blocking.set->groundHeight(at.x, at.z, blocking.set->heart.y);
        prop.drop = std::max(0.0f, at.y - ground);
        prop.edge = 0.5f;
        const auto reach = [&](const glm::vec3& middle, const glm::vec3& half) {
            const glm::vec3 d = at - middle;
            if (std::abs(d.x) > half.x + 0.1f || std::abs(d.z) > half.z + 0.1f) return;
            float way = 1e9f;
            for (const int axis : {0, 2})
                if (std::abs(prop.goes[axis]) > 1e-3f) way = std::min(way, (half[axis] - d[axis] * (prop.goes[axis] > 0 ? 1.0f : -1.0f)) / std::abs(prop.goes[axis]));
            if (way < 4) prop.edge = std::max(0.05f, way);
        };
        for (const auto& base : blocking.props) {
            if (&base == &prop || base.path.empty() || base.holder) continue;
            const glm::vec3 half = base.prop->size * base.scale * 0.5f;
            const float c = std::abs(std::cos(glm::radians(base.yaw))), s = std::abs(std::sin(glm::radians(base.yaw)));
            if (std::abs(base.path.front().y + half.y * 2 - at.y) < 0.12f) reach(base.path.front(), {half.x * c + half.z * s, half.y, half.x * s + half.z * c});
        }
        for (const auto& object : blocking.set->objects)
            if (object.prop && std::abs(object.bounds.high.y - at.y) < 0.12f) reach(object.bounds.centre(), object.bounds.size() * 0.5f);
    }
}

} // namespace rushes::stage
