// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// A street of boxes with windows, lamps and walking capsules: milliseconds a frame, wall and CPU, as JSON.
#include "engine/render/renderer.h"
#include "tests/unit/engine/render/test_scene.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <iostream>

using namespace rushes;
using namespace rushes::render;
using namespace rushes::render::test;

namespace {

/// Nine windows with their sills as one mesh: sets come merged by element.
std::shared_ptr<const geometry::Mesh> windows() {
    auto mesh = std::make_shared<geometry::Mesh>();
    for (int i = 0; i < 18; ++i) {
        const auto part = box(i % 2 ? glm::vec3(0.3f, 0.1f, 1.3f) : glm::vec3(0.1f, 1.6f, 1));
        const glm::vec3 place(0, 1.2f + float(i / 6) * 3.5f, -2 + float(i / 2 % 3) * 2);
        const auto first = std::uint32_t(mesh->positions.size());
        for (std::size_t k = 0; k < part->positions.size(); ++k) {
            mesh->positions.push_back(part->positions[k] + place);
            mesh->normals.push_back(part->normals[k]);
            mesh->surfaceOf.push_back(std::uint16_t(i));
        }
        for (const auto index : part->indices) mesh->indices.push_back(first + index);
        mesh->surfaces.push_back({std::uint32_t(i), 0, 0});
    }
    mesh->measure();
    return mesh;
}

View street() {
    View view;
    view.shadowRadiusM = 30;
    auto wall = plain(1), glass = plain(2), road = plain(0), iron = plain(4);
    wall.pattern = {geometry::PatternKind::bricks, 0.24f, 0.08f, 1, 0.4f};
    road.pattern = {geometry::PatternKind::dots, 0.5f, 0.5f, 0.3f, 0.4f};
    const auto walls = materials({wall}), panes = materials({glass}), ground = materials({road}), posts = materials({iron});
    const auto house = box({6, 12, 6}), left = windows(), right = windows(), post = box({0.12f, 6, 0.12f}), car = box({1.8f, 1.4f, 4.2f}, true);
    std::uint16_t object = 1;
    view.instances.push_back(at(box({400, 0.1f, 400}), ground, {0, -0.1f, 0}, object++));
    for (int i = 0; i < 28; ++i) {
        const float x = i % 2 ? 9.0f : -9.0f, z = -float(i / 2) * 6;
        view.instances.push_back(at(house, walls, {x, 0, z}, object++));
        view.instances.push_back(at(i % 2 ? right : left, panes, {x * 0.66f, 0, z}, object));
        ++object;
        if (i % 4 < 2) view.instances.push_back(at(post, posts, {x * 0.5f, 0, z}, object++));
        if (i % 3 == 0) view.instances.push_back(at(car, walls, {x * 0.35f, 0, z - 3}, object++));
    }
    return view;
}

/// Figures of about 6,000 triangles, a new mesh every frame as from a skinner.
void addFigures(View& view, int count, std::uint16_t object, const std::vector<std::shared_ptr<const std::vector<geometry::Material>>>& coats) {
    for (int i = 0; i < count; ++i) {
        auto figure = at(capsule(0.3f, 1.2f, 60, 50), coats[std::size_t(i) % coats.size()], {-2.5f + float(i % 6), 0, -1.5f - float(i / 6) * 2}, std::uint16_t(object + i));
        figure.figure = true;
        figure.lineWeight = 1.5f;
        view.instances.push_back(std::move(figure));
    }
}

struct Case {
    const char* name;
    int width, height, figures;
    bool fine;
    float night;
    Passes passes;
};

nlohmann::json measure(Renderer& renderer, const Case& c, int frames) {
    const View set = street();
    std::vector<std::shared_ptr<const std::vector<geometry::Material>>> coats;
    for (const glm::vec3& colour : {glm::vec3(0.8f, 0.3f, 0.25f), glm::vec3(0.3f, 0.45f, 0.75f)}) {
        auto coat = plain(0);
        coat.tinted = true;
        coat.colour = colour;
        coats.push_back(materials({coat}));
    }
    double best = 1e9, sum = 0;
    std::clock_t cpu = 0;
    constexpr int kWarm = 3;
    for (int i = 0; i < frames + kWarm; ++i) {
        View view = set;
        view.width = c.width;
        view.height = c.height;
        view.fine = c.fine;
        view.atmosphere.night = c.night;
        if (c.night > 0)
            for (int k = 0; k < 8; ++k) view.lights.push_back({.position = {k % 2 ? 4.0f : -4.0f, 5.5f, -float(k) * 6}, .radiusM = 9});
        addFigures(view, c.figures, 1000, coats);
        view.camera = geometry::Camera::lookAt({0.4f, 1.6f, 4 - float(i) * 0.03f}, {0, 1.5f, -20});
        const std::clock_t cpu0 = std::clock();
        const auto start = std::chrono::steady_clock::now();
        if (!renderer.draw(view, c.passes)) return {{"error", "drawing failed"}};
        const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        if (i < kWarm) continue;
        cpu += std::clock() - cpu0;
        best = std::min(best, ms);
        sum += ms;
    }
    return {{"case", c.name}, {"bestMs", best}, {"meanMs", sum / frames}, {"cpuMs", double(cpu) * 1000 / CLOCKS_PER_SEC / frames}, {"bestFps", 1000 / best}};
}

} // namespace

int main(int argc, char** argv) {
    const int frames = argc > 1 ? std::max(1, std::atoi(argv[1])) : 24;
    auto device = gpu::Device::create({.preferSoftware = true});
    if (!device) {
        std::cerr << device.error().text() << '\n';
        return 1;
    }
    auto renderer = Renderer::create(*device);
    if (!renderer) {
        std::cerr << renderer.error().text() << '\n';
        return 1;
    }
    const Passes colour{}, control{.colour = true, .depth = true, .normal = true, .id = true, .lines = true};
    const Case cases[] = {
        {"360p, 2 figures", 640, 360, 2, false, 0, colour},       {"360p fine, 2 figures", 640, 360, 2, true, 0, colour},
        {"720p, 2 figures", 1280, 720, 2, false, 0, colour},      {"720p, 12 figures", 1280, 720, 12, false, 0, colour},
        {"720p, 2 figures, night", 1280, 720, 2, false, 1, colour}, {"720p, 2 figures, all passes", 1280, 720, 2, false, 0, control},
        {"720p fine, 2 figures", 1280, 720, 2, true, 0, colour},
    };
    nlohmann::json result{{"bench", "stage_render"}, {"device", (*device)->info().name}, {"frames", frames}, {"cases", nlohmann::json::array()}};
    for (const auto& c : cases) result["cases"].push_back(measure(**renderer, c, frames));
    std::cout << result.dump(2) << '\n';
}
