// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/blocking.h"

#include "engine/stage/aboard.h"
#include "engine/stage/easing.h"
#include "engine/stage/thing_pose.h"
#include "engine/stage/ways.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <tuple>

namespace rushes::stage {
namespace {

constexpr double turnSeconds = 0.5;  ///< a quarter turn while standing
constexpr double blendSeconds = 0.45; ///< from one pose to the next
constexpr double sitSeconds = 1.1;   ///< to sit down or stand up

struct OnPath {
    glm::vec3 position;
    float yaw;
    float travelled;
};

/// The point `distance` metres along the path, heading blended near the corners so that nobody snaps round.
OnPath along(const std::vector<glm::vec3>& path, float distance, float standingYaw) {
    if (path.size() < 2) return {path.empty() ? glm::vec3(0) : path.front(), standingYaw, 0};
    float gone = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const glm::vec3 leg = path[i] - path[i - 1];
        const float length = glm::length(leg);
        if (gone + length >= distance || i + 1 == path.size()) {
            const float share = length > 1e-4f ? glm::clamp((distance - gone) / length, 0.0f, 1.0f) : 1.0f;
            float yaw = yawOf(leg);
            const float left = length * (1 - share);
            if (i + 1 < path.size() && left < 0.4f) yaw += turnBetween(yaw, yawOf(path[i + 1] - path[i])) * 0.5f * (1 - left / 0.4f);
            if (i > 1 && length * share < 0.4f) yaw += turnBetween(yaw, yawOf(path[i - 1] - path[i - 2])) * 0.5f * (1 - length * share / 0.4f);
            return {path[i - 1] + leg * share, yaw, distance};
        }
        gone += length;
    }
    return {path.back(), standingYaw, gone};
}

/// Distance gone at `t` of a walk of `length` metres in `seconds`: half a second to get going and to stop.
float distanceAt(float length, double seconds, double t) {
    const double ramp = std::min(0.5, seconds / 3), cruise = length / (seconds - ramp);
    t = std::clamp(t, 0.0, seconds);
    if (t < ramp) return float(cruise * t * t / (2 * ramp));
    if (t > seconds - ramp) return float(length - cruise * (seconds - t) * (seconds - t) / (2 * ramp));
    return float(cruise * (t - ramp / 2));
}

/// The same through given moments, never back, at rest at both ends: a cubic with the slopes of Fritsch and Butland (1984).
float distanceThrough(const std::vector<std::pair<double, float>>& moments, double t) {
    const auto after = std::upper_bound(moments.begin(), moments.end(), t, [](double at, const auto& moment) { return at < moment.first; });
    if (after == moments.begin()) return moments.front().second;
    if (after == moments.end()) return moments.back().second;
    const auto steep = [&](std::size_t i) { return (moments[i + 1].second - moments[i].second) / std::max(1e-3, moments[i + 1].first - moments[i].first); };
    const auto slope = [&](std::size_t i) {
        if (i == 0 || i + 1 == moments.size()) return 0.0;
        const double a = steep(i - 1), b = steep(i);
        return a + b > 1e-6 ? 2 * a * b / (a + b) : 0.0;
    };
    const auto i = std::size_t(after - moments.begin()) - 1;
    const double length = moments[i + 1].first - moments[i].first, u = (t - moments[i].first) / std::max(1e-3, length);
    const double from = moments[i].second, to = moments[i + 1].second;
    return float(from + (to - from) * u * u * (3 - 2 * u) + length * (slope(i) * u * (1 - u) * (1 - u) - slope(i + 1) * u * u * (1 - u)));
}

const Beat& beatAt(const StagedPerson& person, double seconds, std::size_t& index) {
    index = 0;
    while (index + 1 < person.beats.size() && seconds >= person.beats[index].end) ++index;
    return person.beats[index];
}

glm::vec3 endOf(const Beat& beat) { return beat.path.back(); }
float endYaw(const Beat& beat) {
    return beat.path.size() < 2 ? beat.yaw : yawOf(beat.path.back() - beat.path[beat.path.size() - 2]);
}

} // namespace

double withinMotion(const StagedPerson& person, const Beat& beat, double t) {
    const auto info = figures::motionInfo(*person.figure, beat.motion);
    if (info.loops || info.seconds <= 0) return t;
    const double length = beat.end - beat.start, rate = std::clamp(info.seconds / std::max(0.1, length), 1.0, 1.7);
    const double spare = length - info.seconds / rate;
    return std::max(0.0, t - std::clamp(spare * 0.3, 0.0, 0.7)) * rate;
}

double secondsOf(const StagedPerson& person, const Beat& beat, double within) {
    const auto info = figures::motionInfo(*person.figure, beat.motion);
    if (info.loops || info.seconds <= 0) return beat.start + within;
    const double length = beat.end - beat.start, rate = std::clamp(info.seconds / std::max(0.1, length), 1.0, 1.7);
    const double spare = length - info.seconds / rate;
    return beat.start + std::clamp(spare * 0.3, 0.0, 0.7) + within / rate;
}

namespace {

void placeBody(const StagedPerson& person, const Beat& beat, const Beat* before, double t, PersonMoment& moment) {
    const float length = lengthOf(beat.path);
    const float gone = beat.path.size() < 2 ? 0 : beat.moments.empty() ? distanceAt(length, beat.end - beat.start, t) : distanceThrough(beat.moments, t);
    const OnPath at = along(beat.path, gone, beat.yaw);
    moment.position = at.position;
    moment.yaw = at.yaw + (beat.path.size() > 1 ? beat.turned : 0.0f);
    if (before && beat.path.size() < 2) {
        const float from = endYaw(*before), turn = turnBetween(from, beat.yaw);
        const double wanted = turnSeconds * std::max(0.4, std::abs(turn) / 90.0);
        moment.yaw = from + turn * ease(float(t / wanted));
        // Stepping onto a seat's spot is part of sitting down.
        moment.position = glm::mix(endOf(*before), beat.path.front(), ease(float(t / sitSeconds)));
    }
    moment.performance.motion = beat.motion;
    moment.performance.seconds = withinMotion(person, beat, t);
    moment.performance.gait = beat.gait;
    moment.performance.sits = beat.seat.has_value() && !beat.lies;
    moment.performance.low = beat.low;
    if (beat.lies && beat.seat) moment.position.y += *beat.seat;
    moment.showFrom = beat.showFrom;
    if (beat.surface) moment.performance.surface = *beat.surface;
    if (beat.path.size() > 1 && !beat.lies && !beat.seat) {
        moment.performance.travelled = gone;
        moment.performance.speed = length / std::max(0.1, beat.end - beat.start);
        const bool resting = t <= 0 || t >= beat.end - beat.start;
        if (resting) moment.performance.idle = 1;
    }
    moment.performance.seed = person.seed;
}

void blendFrom(const StagedPerson& person, const Beat& beat, const Beat& before, double t, figures::Performance& performance) {
    const bool sits = beat.seat.has_value() != before.seat.has_value();
    const double wanted = sits ? sitSeconds : blendSeconds;
    if (t >= wanted || before.motion == beat.motion) return;
    performance.fromMotion = before.motion;
    performance.fromSeconds = withinMotion(person, before, before.end - before.start + t);
    performance.fromGait = before.gait;
    performance.fromLow = before.low;
    performance.fromSits = before.seat.has_value() && !before.lies;
    performance.blend = ease(float(t / wanted));
}

/// The middle of a thing of the shot that stands or moves by itself, one that was put down or the set's own.
std::optional<glm::vec3> thingAt(const Blocking& blocking, const std::string& subject, double seconds) {
    if (subject.empty() || subject == "camera") return std::nullopt;
    for (const auto& prop : blocking.props)
        if (prop.subject == subject && !prop.holder && !prop.path.empty())
            return propAt(prop, seconds, blocking.seconds).first + glm::vec3(0, prop.prop->size.y * prop.scale * 0.5f, 0);
    for (const auto& [id, object] : blocking.setSubjects)
        for (const auto& info : blocking.set->objects)
            if (id == subject && info.object == object) return info.bounds.centre();
    return std::nullopt;
}

} // namespace

std::vector<PersonMoment> peopleAt(const Blocking& blocking, double seconds, std::optional<glm::vec3> eye) {
    std::vector<PersonMoment> moments;
    for (const auto& person : blocking.people) {
        PersonMoment moment;
        std::size_t index = 0;
        const Beat& beat = beatAt(person, seconds, index);
        const Beat* before = index > 0 ? &person.beats[index - 1] : nullptr;
        const double t = seconds - beat.start;
        placeBody(person, beat, before, t, moment);
        moment.lift = before ? glm::mix(before->lift, beat.lift, ease(float(t / sitSeconds))) : beat.lift;
        moment.position.y += moment.lift;
        if (person.aboard && person.aboard->prop < blocking.props.size()) std::tie(moment.position, moment.yaw) = placeAboard(blocking, *person.aboard, seconds);
        if (before) blendFrom(person, beat, *before, t, moment.performance);
        moment.motion = beat.motion;
        moment.performance.talking = beat.talking;
        moment.performance.mood = beat.mood;
        if (beat.seat) moment.performance.seatHeight = *beat.seat;
        else if (before && before->seat) moment.performance.seatHeight = *before->seat;
        moments.push_back(std::move(moment));
    }
    const auto toFigure = [](const PersonMoment& moment, const glm::vec3& world) {
        const glm::vec3 d = world - moment.position, z = heading(moment.yaw), x = heading(moment.yaw + 90);
        return glm::vec3(glm::dot(d, x), d.y, glm::dot(d, z));
    };
    for (std::size_t i = 0; i < moments.size(); ++i) {
        std::size_t index = 0;
        const Beat& beat = beatAt(blocking.people[i], seconds, index);
        std::optional<glm::vec3> target = beat.lookAt;
        for (std::size_t k = 0; k < moments.size(); ++k)
            if (k != i && !beat.lookAtPerson.empty() && blocking.people[k].subject == beat.lookAtPerson) {
                const bool seated = moments[k].performance.motion.starts_with("sit");
                target = moments[k].position + glm::vec3(0, blocking.people[k].figure->rest().eyes * (seated ? 0.72 : 1.0), 0);
            }
        for (std::size_t k = 0; k < moments.size(); ++k)
            if (k != i && !beat.pairedWith.empty() && blocking.people[k].subject == beat.pairedWith)
                moments[i].performance.partnerStature = blocking.people[k].figure->height();
        if (const auto thing = thingAt(blocking, beat.lookAtPerson, seconds)) {
            target = thing;
            moments[i].performance.lookWeight = 0.55; // the eyes go there, the face stays with the audience
        }
        if (beat.lookAtPerson == "camera") target = eye;
        if (target) moments[i].performance.lookAt = toFigure(moments[i], *target);
        if (beat.pointAt) moments[i].performance.pointAt = toFigure(moments[i], *beat.pointAt);
    }
    return moments;
}

PersonMoment personAt(const Blocking& blocking, std::size_t person, double seconds) { return peopleAt(blocking, seconds)[person]; }

std::pair<glm::vec3, float> propAt(const StagedProp& prop, double seconds, double duration) {
    if (prop.swing != 0 && !prop.path.empty()) {
        const float turn = prop.swing * ease(float((seconds - prop.swingFrom) / std::max(0.1, prop.swingUntil - prop.swingFrom)));
        const glm::vec3 hinge = prop.path.front() - heading(prop.yaw + 90) * (prop.prop->size.x * prop.scale * 0.5f);
        return {hinge + heading(prop.yaw + turn + 90) * (prop.prop->size.x * prop.scale * 0.5f), prop.yaw + turn};
    }
    const glm::vec3 moved = glm::vec3(0, prop.altitude, 0) + (prop.motion ? movedBy(prop, seconds) : glm::vec3(0));
    const float turn = prop.motion ? turnedBy(prop, seconds) : 0.0f;
    if (prop.path.size() < 2) return {(prop.path.empty() ? glm::vec3(0) : prop.path.front()) + moved, prop.yaw + turn};
    const OnPath at = along(prop.path, float(lengthOf(prop.path) * std::clamp(seconds / duration, 0.0, 1.0)), prop.yaw);
    return {at.position + moved, at.yaw + turn};
}

glm::vec3 toWorld(const PersonMoment& moment, const glm::vec3& point) {
    return moment.position + heading(moment.yaw + 90) * point.x + glm::vec3(0, point.y, 0) + heading(moment.yaw) * point.z;
}

} // namespace rushes::stage
