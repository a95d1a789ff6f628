// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/view_guides.h"

#include "engine/look/guide_lines.h"
#include "engine/look/rest_points.h"
#include "engine/look/two_threads.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rushes::look {
namespace {

/// Rays of a picture's pixels: the world point at distance z along the view axis is eye + z * at(x, y).
struct Rays {
    glm::vec3 corner, acrossX, acrossY;

    Rays(const geometry::Camera& camera, int width, int height) {
        const float perX = camera.sensorWidthMm / camera.focalMm / float(width), perY = camera.sensorHeightMm / camera.focalMm / float(height);
        acrossX = camera.right * perX;
        acrossY = -camera.up * perY;
        corner = camera.forward() - acrossX * (float(width) / 2) - acrossY * (float(height) / 2);
    }
    glm::vec3 at(int x, int y) const { return corner + acrossX * (float(x) + 0.5f) + acrossY * (float(y) + 0.5f); }
};

glm::vec3 bytes3(std::uint32_t word) { return glm::vec3(float(word & 255u), float(word >> 8 & 255u), float(word >> 16 & 255u)) * (1 / 255.0f); }

void put(float* to, const glm::vec3& v) {
    to[0] = v.x;
    to[1] = v.y;
    to[2] = v.z;
}

/// Makes room; what is there from another frame of the same size is written over pixel by pixel.
void fit(GuideFrame& f, int width, int height) {
    if (f.width == width && f.height == height) return;
    f = {};
    f.width = width;
    f.height = height;
    for (auto* plane : {&f.colour, &f.albedo, &f.normalView, &f.normalWorld, &f.rest}) *plane = Plane::create(width, height, 3);
    f.light = Plane::create(width, height, 2);
    f.towards = Plane::create(width, height, 1);
    f.depth = Plane::create(width, height, 1);
    for (auto* list : {&f.object, &f.part}) list->resize(f.pixels());
    for (auto* list : {&f.moving, &f.figure}) list->resize(f.pixels());
}

/// What is drawn of one frame and how it is read.
struct Source {
    const render::Picture& picture;
    const std::vector<glm::vec3>& atRest; ///< of what moves, a pixel each
    const geometry::Camera& camera;
    glm::vec3 forward;
    Rays rays;
    const std::vector<std::uint32_t>& names;
    std::size_t firstMoving;
};

/// A silhouette's pixel may lack a rest point, since two rasterisers draw: its neighbour's serves.
glm::vec3 restAt(const Source& s, int x, int y) {
    const int width = s.picture.id.width, height = s.picture.id.height;
    constexpr int kAround[9][2] = {{0, 0}, {-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}};
    for (const auto& step : kAround) {
        const int i = std::clamp(x + step[0], 0, width - 1), j = std::clamp(y + step[1], 0, height - 1);
        const glm::vec3& p = s.atRest[std::size_t(j) * std::size_t(width) + std::size_t(i)];
        if (p != glm::vec3(0)) return p;
    }
    return glm::vec3(0);
}

void putBackground(const Source& s, int x, int y, GuideFrame& f) {
    const auto i = std::size_t(y) * std::size_t(f.width) + std::size_t(x);
    put(f.albedo.at(x, y), bytes3(s.picture.colour.rowAs<std::uint32_t>(y)[x]));
    f.light.at(x, y)[0] = f.light.at(x, y)[1] = 1;
    put(f.normalView.at(x, y), {0, 0, 1});
    put(f.normalWorld.at(x, y), glm::vec3(0));
    *f.towards.at(x, y) = 1;
    *f.depth.at(x, y) = kFarM;
    put(f.rest.at(x, y), glm::normalize(s.rays.at(x, y)) * kSkyM);
    f.object[i] = f.part[i] = 0;
    f.moving[i] = f.figure[i] = 0;
}

void putSurface(const Source& s, int x, int y, GuideFrame& f) {
    const auto i = std::size_t(y) * std::size_t(f.width) + std::size_t(x);
    const std::uint16_t object = s.picture.id.rowAs<std::uint16_t>(y)[x];
    const std::uint32_t part = s.picture.part.rowAs<std::uint32_t>(y)[x], light = s.picture.light.rowAs<std::uint32_t>(y)[x];
    const float z = s.picture.depth.rowAs<float>(y)[x];
    const glm::vec3 ray = s.rays.at(x, y), n = bytes3(s.picture.normal.rowAs<std::uint32_t>(y)[x]) * 2.0f - 1.0f; // unit within a hundredth
    const glm::vec3 world = s.camera.right * n.x + s.camera.up * n.y - s.forward * n.z;
    put(f.albedo.at(x, y), bytes3(s.picture.albedo.rowAs<std::uint32_t>(y)[x]));
    f.light.at(x, y)[0] = float(light & 255u) / 255;
    f.light.at(x, y)[1] = float(light >> 8 & 255u) / 255;
    put(f.normalView.at(x, y), n);
    put(f.normalWorld.at(x, y), world);
    *f.towards.at(x, y) = std::clamp(-glm::dot(world, ray) / std::sqrt(glm::dot(ray, ray)), 0.0f, 1.0f);
    *f.depth.at(x, y) = z;
    f.object[i] = object < s.names.size() ? s.names[object] : 1;
    f.part[i] = part & 0x3ffffu;
    f.figure[i] = part >> 18 & 1u;
    f.moving[i] = object >= s.firstMoving;
    put(f.rest.at(x, y), f.moving[i] ? restAt(s, x, y) : s.camera.eye + ray * z);
}

/// Where a shadow's edge is looked for: not shadowed, in quarters.
std::vector<std::uint8_t> litOf(const render::Picture& picture) {
    std::vector<std::uint8_t> lit;
    lit.reserve(std::size_t(picture.light.width) * std::size_t(picture.light.height));
    for (int y = 0; y < picture.light.height; ++y)
        for (int x = 0; x < picture.light.width; ++x) {
            const std::uint32_t word = picture.light.rowAs<std::uint32_t>(y)[x];
            const bool faces = (word >> 8 & 255u) > 12;
            lit.push_back(faces ? ((word >> 16 & 255u) > 127 ? 2 : 1) : 0); // 0: turned away, a shadow has no edge there
        }
    return lit;
}

} // namespace

Result<void> drawGuides(render::Renderer& renderer, render::View view, const GuideNaming& naming, GuideFrame& out) {
    const int width = view.width, height = view.height;
    const auto traces = std::exchange(view.traces, {}); // the renderer is not to draw them
    view.look = render::Look::colour;
    view.depthOfField = false;
    view.camera.fitSensor(width, height);
    auto picture = renderer.draw(view, {.depth = true, .normal = true, .id = true, .guides = true});
    if (!picture) return fail(picture.error());
    std::vector<MovingSurface> moving;
    for (std::size_t i = 0; i < view.instances.size(); ++i)
        if (view.instances[i].object >= naming.firstMoving) moving.push_back({&view.instances[i], traces[i].rest.get()});
    const auto atRest = restPoints(moving, view.camera, {&picture->depth, &picture->id});
    const Source source{*picture, atRest, view.camera, view.camera.forward(), Rays(view.camera, width, height), naming.names, naming.firstMoving};
    fit(out, width, height);
    out.focalPx = view.camera.focalMm / view.camera.sensorWidthMm * float(width);
    const auto three = [](const glm::vec3& v) { return std::array<float, 3>{v.x, v.y, v.z}; };
    out.camera = GuideCamera{three(view.camera.eye), three(view.camera.right), three(view.camera.up), three(view.camera.forward())};
    inBands(height, 24, [&](int first, int last) {
        for (int i = 0; i < (last - first) * width; ++i) {
            const int x = i % width, y = first + i / width;
            put(out.colour.at(x, y), bytes3(picture->colour.rowAs<std::uint32_t>(y)[x]));
            if (std::isfinite(picture->depth.rowAs<float>(y)[x])) putSurface(source, x, y, out);
            else putBackground(source, x, y, out);
        }
    });
    fillLineDistances(out, litOf(*picture));
    return {};
}

} // namespace rushes::look
