// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/first_person.h"

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::stage {
namespace {

constexpr float head = 0.26f;       ///< metres about the eyes: skull, hair and collar
constexpr float before = 0.03f;     ///< metres from between the eyes to the lens
constexpr double steadied = 0.25;   ///< seconds before and after
constexpr float atWork = 15;        ///< degrees that one bows to one's hands
constexpr float turned = 0.75f;     ///< of the way from the face to what is looked at

glm::vec3 turnedDown(const glm::vec3& way, float degrees) {
    const float flat = std::hypot(way.x, way.z), pitch = std::atan2(way.y, flat) - glm::radians(degrees);
    const glm::vec3 level = flat > 1e-4f ? glm::vec3(way.x, 0, way.z) / flat : glm::vec3(0, 0, 1);
    return level * std::cos(pitch) + glm::vec3(0, std::sin(pitch), 0);
}

bool handsWork(const StagedPerson& person, const PersonMoment& moment) {
    const auto* const act = person.figure->library().acts().find(moment.motion);
    return act && !moment.performance.lookAt && (act->holds || act->surface > 0 || !act->station.prop.empty());
}

/// Who does nothing watches the others: the middle of their heads, in the world. Nobody else, or something to do: nothing.
std::optional<glm::vec3> watched(const Blocking& blocking, std::size_t i, double seconds) {
    const auto& beats = blocking.people[i].beats;
    if (blocking.people.size() < 2 || std::any_of(beats.begin(), beats.end(), [](const Beat& beat) { return beat.action != Beat::noAction || !beat.lookAtPerson.empty(); })) return std::nullopt;
    glm::vec3 sum{0};
    for (std::size_t k = 0; k < blocking.people.size(); ++k)
        if (k != i) sum += personAt(blocking, k, seconds).position + glm::vec3(0, blocking.people[k].figure->rest().eyes * 0.9f, 0);
    return sum / float(blocking.people.size() - 1);
}

struct Sight {
    glm::vec3 eye{0}, way{0, 0, 1};
};

Sight sightAt(const Blocking& blocking, std::size_t i, double seconds) {
    const auto& person = blocking.people[i];
    const PersonMoment moment = personAt(blocking, i, seconds);
    const auto body = person.figure->landmarks(figures::evaluate(*person.figure, moment.performance));
    glm::vec3 way = body.facing;
    if (moment.performance.lookAt) way = glm::normalize(glm::mix(way, glm::normalize(*moment.performance.lookAt - body.eyes), turned));
    way.y = std::clamp(way.y, -0.75f, 0.6f);
    if (handsWork(person, moment)) way = turnedDown(way, atWork);
    const glm::vec3 eye = toWorld(moment, body.eyes + body.facing * before);
    if (const auto others = watched(blocking, i, seconds)) return {eye, glm::normalize(*others - eye)};
    return {eye, glm::normalize(toWorld(moment, body.eyes + way) - toWorld(moment, body.eyes))};
}

geometry::Camera cameraOf(const Sight& sight, const geometry::Camera& optics) {
    geometry::Camera camera = geometry::Camera::lookAt(sight.eye, sight.eye + sight.way);
    camera.focalMm = optics.focalMm;
    camera.sensorWidthMm = optics.sensorWidthMm;
    camera.sensorHeightMm = optics.sensorHeightMm;
    camera.stop = optics.stop;
    camera.focusM = optics.focusM;
    return camera;
}

} // namespace

std::optional<std::size_t> eyesOf(const Blocking& blocking, const reading::ShotDescription& description) {
    if (description.camera.pov != reading::PointOfView::firstPerson || description.camera.eyes.empty()) return std::nullopt;
    for (std::size_t i = 0; i < blocking.people.size(); ++i)
        if (blocking.people[i].subject == description.camera.eyes && !blocking.people[i].beats.empty()) return i;
    return std::nullopt;
}

geometry::Camera throughEyes(const Blocking& blocking, std::size_t person, double seconds, const geometry::Camera& optics) {
    return cameraOf(sightAt(blocking, person, seconds), optics);
}

std::vector<geometry::Camera> trackEyes(const StagedShot& shot, std::size_t person, const geometry::Camera& optics) {
    const double rate = shot.duration.rate.hz();
    const auto frames = std::size_t(std::max<std::int64_t>(1, shot.duration.value));
    const auto reach = std::ptrdiff_t(std::max(1.0, steadied * rate));
    std::vector<Sight> seen;
    for (std::size_t f = 0; f < frames; ++f) seen.push_back(sightAt(shot.blocking, person, double(f) / rate));
    std::vector<geometry::Camera> track;
    for (std::ptrdiff_t f = 0; f < std::ptrdiff_t(frames); ++f) {
        Sight mean{glm::vec3(0), glm::vec3(0)};
        for (std::ptrdiff_t k = -reach; k <= reach; ++k) {
            const Sight& at = seen[std::size_t(std::clamp<std::ptrdiff_t>(f + k, 0, std::ptrdiff_t(frames) - 1))];
            mean.eye += at.eye / float(2 * reach + 1);
            mean.way += at.way;
        }
        const glm::vec3 here = seen[std::size_t(f)].eye;
        mean.eye = {here.x, mean.eye.y, here.z}; // the step's rise and fall is steadied; along the way the lens stays in the head
        mean.way = glm::length(mean.way) > 1e-3f ? glm::normalize(mean.way) : seen[std::size_t(f)].way;
        track.push_back(cameraOf(mean, optics));
    }
    return track;
}

std::shared_ptr<const geometry::Mesh> withoutHead(const geometry::Mesh& mesh, const glm::vec3& eye) {
    auto open = std::make_shared<geometry::Mesh>(mesh);
    for (std::size_t i = 0; i + 2 < open->indices.size(); i += 3) {
        const bool near = std::any_of(&open->indices[i], &open->indices[i] + 3, [&](std::uint32_t v) { return glm::distance(mesh.positions[v], eye) < head; });
        if (near) open->indices[i + 1] = open->indices[i + 2] = open->indices[i];
    }
    if (mesh.closed) open->closed = std::make_shared<const std::vector<std::uint8_t>>(mesh.closed->size(), std::uint8_t(0));
    return open;
}

} // namespace rushes::stage
