// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/eval/look/rebuilt_shots.h"

#include <glm/trigonometric.hpp>

#include <array>
#include <cmath>
#include <map>

namespace rushes::eval {
namespace {

constexpr int kFirstStanding = 10;

/// By the prototype's part: numbers that the truths paint as it did, shirts with stripes, trousers with checks, hair with streaks, the rest plain.
constexpr std::array<std::uint32_t, 13> kParts{4, 1, 3, 2, 6, 10, 11, 13, 19, 22, 31, 32, 36};

bool moves(int object) { return object < kFirstStanding; }

std::vector<glm::mat4> atRest(const SolidScene& scene) {
    std::vector<glm::mat4> at;
    for (const ScenePiece& piece : scene.pieces) at.push_back(piece.rest);
    return at;
}

std::uint32_t nameOf(int object) { return std::uint32_t(object + 1) * 2654435761u; }

} // namespace

SolidGuides::SolidGuides(render::Renderer& renderer, const SolidScene& scene, int frames) : m_renderer(renderer), m_scene(scene), m_frames(frames) {
    std::map<std::pair<bool, int>, Group> groups; // what stands first
    for (std::size_t i = 0; i < scene.pieces.size(); ++i) {
        Group& group = groups[{moves(scene.pieces[i].object), scene.pieces[i].object}];
        group.object = scene.pieces[i].object;
        group.pieces.push_back(i);
    }
    m_naming.names = {0};
    for (auto& [key, group] : groups) {
        if (moves(group.object) && m_naming.firstMoving == 0) m_naming.firstMoving = m_naming.names.size();
        m_naming.names.push_back(nameOf(group.object));
        auto materials = std::make_shared<std::vector<geometry::Material>>();
        for (const std::size_t i : group.pieces) materials->push_back({.name = "paint", .tone = 2, .colour = scene.pieces[i].colour, .tinted = true, .hatched = false});
        group.materials = std::move(materials);
        const auto mesh = meshOf(group, atRest(scene));
        group.restPoints = std::make_shared<const std::vector<glm::vec3>>(mesh->positions);
        group.resting = mesh;
        m_groups.push_back(std::move(group));
    }
}

std::shared_ptr<geometry::Mesh> SolidGuides::meshOf(const Group& group, const std::vector<glm::mat4>& at) const {
    auto mesh = std::make_shared<geometry::Mesh>();
    for (std::size_t k = 0; k < group.pieces.size(); ++k) {
        const ScenePiece& piece = m_scene.pieces[group.pieces[k]];
        addSolid(*mesh, piece.solid, at[group.pieces[k]], kParts[std::size_t(piece.part)], std::uint32_t(k));
    }
    mesh->measure();
    return mesh;
}

render::View SolidGuides::viewOf(int frame, int width, int height) const {
    SceneMoment moment{atRest(m_scene), {}, {}, 45};
    m_scene.move(float(frame) / float(m_frames - 1), moment);
    render::View view;
    view.width = width;
    view.height = height;
    view.look = render::Look::colour;
    view.frame = frame;
    view.camera = geometry::Camera::lookAt(moment.eye, moment.target);
    view.camera.fitSensor(width, height);
    view.camera.focalMm = view.camera.sensorHeightMm / (2 * std::tan(glm::radians(moment.verticalFov) / 2));
    view.atmosphere.sunDirection = m_scene.light;
    view.atmosphere.fogAmount = 0;
    view.atmosphere.skyTone = 0;
    view.heart = m_scene.heart;
    view.shadowRadiusM = m_scene.shadowRadiusM;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const Group& group = m_groups[i];
        geometry::Instance instance;
        instance.mesh = moves(group.object) ? meshOf(group, moment.at) : group.resting;
        instance.materials = group.materials;
        instance.object = std::uint16_t(i + 1);
        instance.figure = instance.moves = moves(group.object);
        view.instances.push_back(std::move(instance));
        view.traces.push_back({group.restPoints, nullptr, std::nullopt});
    }
    return view;
}

Result<look::GuideFrame> SolidGuides::raw(int frame, int width, int height) {
    look::GuideFrame out;
    if (auto drawn = look::drawGuides(m_renderer, viewOf(frame, width, height), m_naming, out); !drawn) return fail(drawn.error());
    return out;
}

bool SolidGuides::isPerson(std::uint32_t name) const { return name == nameOf(1) || name == nameOf(2); }

} // namespace rushes::eval
