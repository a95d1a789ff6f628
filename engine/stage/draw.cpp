// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/draw.h"

#include "engine/stage/colours.h"
#include "engine/stage/easing.h"
#include "engine/stage/first_person.h"
#include "engine/stage/thing_pose.h"

#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include <algorithm>
#include <map>

namespace rushes::stage {
namespace {

constexpr float withinHead = 0.4f; ///< metres from between the eyes: the camera is in there

/// Rows of samples that the renderer will draw.
int rowsOf(const render::View& view) { return view.height * (view.fine ? 2 : 1); }

glm::mat4 placed(const glm::vec3& position, float yawDegrees, float scale = 1) {
    glm::mat4 m = glm::translate(glm::mat4(1.0f), position);
    m = glm::rotate(m, glm::radians(yawDegrees), glm::vec3(0, 1, 0));
    return glm::scale(m, glm::vec3(scale));
}

/// The material that covers most of a prop takes the colour; lamps and panes keep theirs.
std::shared_ptr<const std::vector<geometry::Material>> coloured(const sets::Prop& prop, const std::string& colour) {
    const auto tint = markerColour(colour);
    if (!tint || prop.materials->empty()) return prop.materials;
    std::map<std::uint32_t, std::size_t> count;
    for (std::size_t i = 0; i < prop.mesh->indices.size(); i += 3) {
        const auto a = prop.mesh->indices[i], b = prop.mesh->indices[i + 1], c = prop.mesh->indices[i + 2];
        const auto& p = prop.mesh->positions;
        count[prop.mesh->surfaces[prop.mesh->surfaceOf[a]].material] += std::size_t(1e4f * glm::length(glm::cross(p[b] - p[a], p[c] - p[a])));
    }
    std::uint32_t most = 0;
    std::size_t best = 0;
    for (const auto& [material, area] : count)
        if (!(*prop.materials)[material].emits && area > best) best = area, most = material;
    auto copy = std::make_shared<std::vector<geometry::Material>>(*prop.materials);
    (*copy)[most].colour = *tint;
    (*copy)[most].tinted = true;
    (*copy)[most].tone = colour == "black" ? 4.0f : 0.0f;
    return copy;
}

/// The level of a film's own model for its largest moment; levels never change within a shot.
std::shared_ptr<const geometry::Mesh> fineEnough(const StagedShot& shot, const StagedProp& prop) {
    if (prop.prop->coarser.empty() || prop.holder || shot.camera.empty()) return prop.prop->mesh;
    double most = 0;
    for (std::size_t look = 0; look <= 8; ++look) {
        const std::size_t frame = (shot.camera.size() - 1) * look / 8;
        const auto& camera = shot.camera[frame];
        const double distance = glm::distance(camera.eye, propAt(prop, time::RationalTime{std::int64_t(frame), shot.duration.rate}.seconds(), shot.blocking.seconds).first);
        const glm::vec3 size = prop.prop->size * prop.scale;
        most = std::max(most, std::max({size.x, size.y, size.z}) / std::max(0.3, distance) * camera.focalMm / camera.sensorWidthMm * shot.width);
    }
    if (most > 420) return prop.prop->mesh;
    return prop.prop->coarser[std::min<std::size_t>(most > 140 ? 0 : most > 50 ? 1 : 2, prop.prop->coarser.size() - 1)];
}

/// Whether the words ask for a lens that does not hold everything sharp.
bool wantsLens(const reading::CameraWords& words) {
    if (words.stop) return true;
    for (const auto& move : words.moves)
        if (move.move == reading::Move::rackFocus) return true;
    return std::any_of(words.focus.begin(), words.focus.end(), [](const std::string& word) { return word == "shallow" || word == "soft" || word == "out_of_focus"; });
}

} // namespace

ShotDrawer::ShotDrawer(StageLibrary& library, const StagedShot& shot) : m_library(library), m_shot(shot), m_people(shot), m_lit(lightByWords(shot)), m_lens(wantsLens(shot.description.camera)), m_eyes(eyesOf(shot.blocking, shot.description)) {
    for (const auto& prop : shot.blocking.props) {
        m_propMeshes.push_back(fineEnough(shot, prop));
        m_propMaterials.push_back(coloured(*prop.prop, prop.colour));
    }
}

render::View ShotDrawer::view(std::int64_t frame, const ViewSize& size) const {
    const auto& blocking = m_shot.blocking;
    render::View view;
    view.width = size.width;
    view.height = size.height;
    view.fine = size.fine;
    view.look = m_shot.look;
    view.frame = frame;
    view.seconds = time::RationalTime{frame, m_shot.duration.rate}.seconds();
    view.seed = std::uint32_t(m_shot.seed);
    view.camera = m_shot.camera[std::size_t(std::clamp<std::int64_t>(frame, 0, std::int64_t(m_shot.camera.size()) - 1))];
    view.atmosphere = m_lit.air;
    view.lights = m_lit.lightsAt(view.seconds);
    view.depthOfField = m_lens;
    view.heart = blocking.people.empty() ? blocking.set->heart : blocking.people.front().beats.front().path.back();
    view.shadowRadiusM = blocking.set->environment.shadowRadius;
    view.instances = blocking.set->instances;
    if (!m_shot.opened.empty())
        std::erase_if(view.instances, [&](const auto& instance) { return std::find(m_shot.opened.begin(), m_shot.opened.end(), instance.object) != m_shot.opened.end(); });
    const auto moments = peopleAt(blocking, view.seconds, view.camera.eye);
    std::vector<BentPerson> bodies;
    addPeople(view, moments, bodies);
    addProps(view, view.seconds, bodies);
    return view;
}

render::View ShotDrawer::tracedView(std::int64_t frame, const ViewSize& size) const {
    render::View now = view(frame, size);
    const render::View before = view(std::max<std::int64_t>(0, frame - 1), size);
    now.cameraBefore = before.camera;
    // Both views list the set, the people and the props in the same order.
    for (std::size_t i = 0; i < now.instances.size(); ++i) {
        const auto &instance = now.instances[i], &old = before.instances[i];
        render::SurfaceTrace trace{nullptr, nullptr, old.transform};
        if (old.mesh != instance.mesh && old.mesh->positions.size() == instance.mesh->positions.size())
            trace.before = std::shared_ptr<const std::vector<glm::vec3>>(old.mesh, &old.mesh->positions);
        now.traces.push_back(std::move(trace));
    }
    const std::size_t people = m_shot.blocking.people.size(), set = now.instances.size() - people - m_shot.blocking.props.size();
    for (std::size_t i = 0; i < people; ++i) now.traces[set + i].rest = m_people.rest(i, rowsOf(now));
    for (std::size_t i = 0; i < m_shot.blocking.props.size(); ++i) { // an animal's step has the points of the animal at rest
        const auto& standing = m_propMeshes[i];
        if (standing->positions.size() == now.instances[set + people + i].mesh->positions.size())
            now.traces[set + people + i].rest = std::shared_ptr<const std::vector<glm::vec3>>(standing, &standing->positions);
    }
    return now;
}

glm::mat4 ShotDrawer::withVehicle(const Aboard& aboard, double seconds) const {
    const StagedProp& vehicle = m_shot.blocking.props[aboard.prop];
    if (!vehicle.afloat && !vehicle.motion) return glm::mat4(1.0f);
    ThingMoment moment = thingAt(vehicle, seconds, m_shot.blocking.seconds);
    const glm::mat4 rocked = thingToWorld(vehicle, moment);
    moment.tilt = glm::mat4(1.0f);
    return rocked * glm::inverse(thingToWorld(vehicle, moment));
}

void ShotDrawer::addPeople(render::View& view, const std::vector<PersonMoment>& moments, std::vector<BentPerson>& bodies) const {
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const auto& person = m_shot.blocking.people[i];
        const auto pose = figures::evaluate(*person.figure, moments[i].performance);
        bodies.push_back({moments[i], pose});
        geometry::Instance instance;
        instance.mesh = m_people.mesh(i, pose, rowsOf(view));
        instance.shadowMesh = m_people.shadow(i, pose, rowsOf(view));
        if (m_eyes == i)
            if (const glm::vec3 eyes = person.figure->landmarks(pose).eyes; glm::distance(view.camera.eye, toWorld(moments[i], eyes)) < withinHead) instance.mesh = withoutHead(*instance.mesh, eyes);
        instance.materials = person.own ? person.own->materials() : person.figure->materials();
        instance.transform = placed(moments[i].position, moments[i].yaw);
        if (person.aboard) instance.transform = withVehicle(*person.aboard, view.seconds) * instance.transform;
        instance.object = person.object;
        instance.lineWeight = 1.5f;
        instance.figure = true;
        view.instances.push_back(std::move(instance));
    }
}

void ShotDrawer::goAlong(const StagedProp& prop, float gone, geometry::Instance& instance, const std::string& motion) const {
    if (prop.prop->family.empty()) {
        instance.mesh = meshAt(prop, m_library.sets(), instance.mesh, 0, gone);
        return;
    }
    StagedProp animal = prop;
    animal.acts = {{0, m_shot.blocking.seconds, motion == "horse_gallop" ? "gallop" : "trot"}};
    instance.mesh = meshAt(animal, m_library.sets(), instance.mesh, 0, gone);
}

void ShotDrawer::addProps(render::View& view, double seconds, const std::vector<BentPerson>& bodies) const {
    for (std::size_t i = 0; i < m_shot.blocking.props.size(); ++i) {
        const auto& prop = m_shot.blocking.props[i];
        geometry::Instance instance;
        instance.mesh = m_propMeshes[i];
        instance.materials = m_propMaterials[i];
        instance.object = prop.object;
        instance.lineWeight = 1.2f;
        if (prop.holder) {
            instance.transform = heldAt(m_shot.blocking, prop, seconds, bodies[*prop.holder]);
            const auto gone = bodies[*prop.holder].moment.performance.travelled;
            if (prop.under && gone && *gone > 0.01) goAlong(prop, float(*gone), instance, bodies[*prop.holder].moment.motion);
        } else {
            const ThingMoment moment = thingAt(prop, seconds, m_shot.blocking.seconds);
            instance.transform = thingToWorld(prop, moment);
            if (moment.broken) instance.mesh = prop.becomes->mesh;
            else instance.mesh = meshAt(prop, m_library.sets(), m_propMeshes[i], seconds, moment.travelled);
            instance.moves = instance.mesh != m_propMeshes[i] || prop.motion || prop.afloat;
        }
        view.instances.push_back(std::move(instance));
    }
}

} // namespace rushes::stage
