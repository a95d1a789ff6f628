// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/renderer.h"

#include "engine/render/control_passes.h"
#include "engine/render/frame_list.h"
#include "engine/render/geometry_pass.h"
#include "engine/render/sky_objects.h"
#include "engine/render/tone_pass.h"
#include "engine/render/weather.h"

#include <glm/gtc/type_ptr.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace rushes::render {
namespace {

constexpr int kStandingSize = 2048, kMovingSize = 1024;
constexpr int kSmallest = 16, kLargest = 8192;

/// What the shadows of what stands depend on, to see whether they must be drawn again. Holds on to the meshes, so that an
/// address cannot come back as something else.
struct StandingKey {
    ShadowFrame frame;
    std::vector<std::shared_ptr<const geometry::Mesh>> meshes;
    std::vector<std::shared_ptr<const std::vector<geometry::Material>>> materials;
    std::vector<glm::mat4> transforms;

    bool operator==(const StandingKey& other) const {
        return frame == other.frame && meshes == other.meshes && materials == other.materials && transforms == other.transforms;
    }
};

StandingKey keyOf(const ShadowFrame& frame, const std::vector<DrawItem>& standing) {
    StandingKey key{frame, {}, {}, {}};
    for (const auto& item : standing) {
        key.meshes.push_back(item.instance->mesh);
        key.materials.push_back(item.instance->materials);
        key.transforms.push_back(item.instance->transform);
    }
    return key;
}

Result<void> check(const View& view) {
    const auto fits = [](int side) { return side >= kSmallest && side <= kLargest; };
    if (!fits(view.width) || !fits(view.height))
        return fail(ErrorCategory::badInput, fmt::format("A picture of {} x {} cannot be drawn", view.width, view.height),
                    fmt::format("Sides go from {} to {} pixels", kSmallest, kLargest));
    for (const auto& instance : view.instances)
        if (!instance.mesh || !instance.materials) return fail(ErrorCategory::badInput, fmt::format("Object {} has no mesh or no materials", instance.object), "This is a defect of what made it");
    return {};
}

} // namespace

class Renderer::Implementation {
public:
    Implementation(std::shared_ptr<gpu::Device> device, std::unique_ptr<GeometryPass> geometry, int threads)
        : m_device(std::move(device)), m_geometry(std::move(geometry)), m_store(m_device), m_pool(threads), m_tone(m_pool) {}

    Result<Picture> draw(const View& asked, const Passes& passes);
    Result<std::vector<ObjectBox>> measure(const View& asked);
    const gpu::DeviceInfo& info() const { return m_device->info(); }

private:
    /// Geometry and, when the picture needs them, shadows.
    Result<GeometryFrame> drawGeometry(const View& view, int samples, bool shadows);

    std::shared_ptr<gpu::Device> m_device;
    std::unique_ptr<GeometryPass> m_geometry;
    MeshStore m_store;
    WorkerPool m_pool;
    TonePass m_tone;
    SkyObjects m_sky;
    SurfaceTable m_table;
    ShadowMap m_standing, m_moving;
    StandingKey m_standingKey;
};

Result<GeometryFrame> Renderer::Implementation::drawGeometry(const View& view, int samples, bool shadows) {
    m_store.beginFrame();
    const FrameListOptions options{shadows, shadows ? &m_sky.of(view) : nullptr};
    const auto list = listFrame(view, options, m_store, m_table);
    if (!list) return fail(list.error());
    GeometryPass::Shadows maps;
    if (shadows) {
        StandingKey key = keyOf(standingFrame(view, kStandingSize), list->standing);
        if (!(key == m_standingKey) || !m_standing.texels) {
            m_standing = {key.frame, nullptr};
            m_standingKey = std::move(key);
            maps.standing = &m_standing;
        }
        m_moving = {movingFrame(view, list->moving, kMovingSize), nullptr};
        maps.moving = &m_moving;
    }
    return m_geometry->draw(view, view.width * samples, view.height * samples, *list, maps);
}

Result<Picture> Renderer::Implementation::draw(const View& asked, const Passes& passes) {
    if (auto ok = check(asked); !ok) return fail(ok.error());
    View view = asked;
    view.camera.fitSensor(view.width, view.height);
    const bool painted = passes.colour || passes.lines;
    const int samples = view.fine && painted && std::max(view.width, view.height) * 2 <= kLargest ? 2 : 1;
    const auto geometry = drawGeometry(view, samples, painted);
    if (!geometry) return fail(geometry.error());
    Picture picture;
    fillControlPasses(view, *geometry, m_table, samples, passes, m_pool, picture);
    if (!painted) return picture;
    m_tone.draw({&view, *geometry, &m_table, &m_standing, &m_moving, samples}, passes.lines, picture);
    if (passes.colour) drawWeather(view, *geometry, samples, picture.colour);
    else picture.colour = {};
    return picture;
}

Result<std::vector<ObjectBox>> Renderer::Implementation::measure(const View& asked) {
    if (auto ok = check(asked); !ok) return fail(ok.error());
    View view = asked;
    view.camera.fitSensor(view.width, view.height);
    const auto geometry = drawGeometry(view, 1, false);
    if (!geometry) return fail(geometry.error());
    return measureObjects(*geometry, m_table);
}

Renderer::Renderer(std::unique_ptr<Implementation> implementation) : m_implementation(std::move(implementation)) {}
Renderer::~Renderer() = default;

Result<std::unique_ptr<Renderer>> Renderer::create(std::shared_ptr<gpu::Device> device, const RendererOptions& options) {
    auto geometry = GeometryPass::create(device);
    if (!geometry) return fail(geometry.error());
    return std::unique_ptr<Renderer>(new Renderer(std::make_unique<Implementation>(std::move(device), std::move(*geometry), std::clamp(options.threads, 1, 64))));
}

Result<Picture> Renderer::draw(const View& view, const Passes& passes) { return m_implementation->draw(view, passes); }
Result<std::vector<ObjectBox>> Renderer::measure(const View& view) { return m_implementation->measure(view); }
const gpu::DeviceInfo& Renderer::device() const { return m_implementation->info(); }

} // namespace rushes::render
