// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/look/view_guides.h"
#include "engine/render/view.h"
#include "tests/eval/look/solids.h"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace rushes::eval {

/// One solid of a scene, of an object and of a part of it.
struct ScenePiece {
    Solid solid;
    int object = 0; ///< 1 and 2 are people, 3 is a car, from 10 on they stand
    int part = 0;   ///< 0 to 12
    glm::vec3 colour{0.5f};
    glm::mat4 rest{1.0f}; ///< where it is at rest: of what stands, in the world
};

/// Where all is at one moment.
struct SceneMoment {
    std::vector<glm::mat4> at; ///< one a piece
    glm::vec3 eye{0}, target{0};
    float verticalFov = 45; ///< degrees
};

/// A scene of solids in motion. `at` is given the share of the shot, 0 to 1, and pieces where they rest.
struct SolidScene {
    std::vector<ScenePiece> pieces;
    std::function<void(float share, SceneMoment& moment)> move;
    glm::vec3 light{0, 1, 0}; ///< towards it
    glm::vec3 heart{0};
    float shadowRadiusM = 8;
};

/// The look prototype's own shots, number for number: "street" (two who pass each other before houses), "orbit" (round somebody who sits), "car" (a pan with a
/// car that passes somebody), "head" (one that turns). Null for other names.
std::unique_ptr<SolidScene> rebuiltScene(std::string_view name);

/// Draws guides of such a scene by our renderer.
class SolidGuides {
public:
    SolidGuides(render::Renderer& renderer, const SolidScene& scene, int frames);

    /// One sample a pixel. The car counts as a figure, as in the prototype: the truths give it a rim of light.
    Result<look::GuideFrame> raw(int frame, int width, int height);
    /// Whether GuideFrame::object names somebody.
    bool isPerson(std::uint32_t name) const;

private:
    struct Group {
        int object = 0;
        std::vector<std::size_t> pieces;
        std::shared_ptr<const std::vector<geometry::Material>> materials;
        std::shared_ptr<const geometry::Mesh> resting;
        std::shared_ptr<const std::vector<glm::vec3>> restPoints;
    };

    std::shared_ptr<geometry::Mesh> meshOf(const Group& group, const std::vector<glm::mat4>& at) const;
    render::View viewOf(int frame, int width, int height) const;

    render::Renderer& m_renderer;
    const SolidScene& m_scene;
    const int m_frames;
    std::vector<Group> m_groups;
    look::GuideNaming m_naming;
};

} // namespace rushes::eval
