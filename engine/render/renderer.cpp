// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/renderer.h"

#include "engine/render/control_passes.h"
#include "engine/render/frame_list.h"
#include "engine/render/device_geometry.h"
#include "engine/render/lens_blur.h"
#include "engine/render/raster_geometry.h"
#include "engine/render/sky_objects.h"
#include "engine/render/tone_pass.h"
#include "engine/render/trace_pass.h"
#include "engine/render/weather.h"

#include <glm/gtc/type_ptr.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

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

/// One frame from its view to its picture. Written by the geometry stage, then read by the paint stage.
struct FrameSlot {
    std::function<View()> source;
    Passes passes;
    View view;
    int samples = 1;
    SurfaceTable table;
    GeometryFrame geometry;
    ShadowMap standing, moving;
    Picture picture; ///< the traces are drawn with the geometry
    Result<void> state;
};

} // namespace

class Renderer::Implementation {
public:
    Implementation(std::shared_ptr<gpu::Device> device, std::unique_ptr<GeometryPass> geometry, int threads)
        : m_device(std::move(device)), m_geometry(std::move(geometry)), m_store(m_device), m_traces(m_device), m_pool(threads), m_tone(m_pool) {}
    ~Implementation();

    Result<Picture> draw(const View& asked, const Passes& passes);
    Result<std::vector<ObjectBox>> measure(const View& asked);
    void begin(std::function<View()> source, const Passes& passes);
    Result<Picture> take();
    int underWay() const { return int(m_begun - m_taken); }
    const gpu::DeviceInfo& info() const { return m_device->info(); }

private:
    // Geometry stage: on the caller's thread for single frames, on m_thread for runs.
    void prepare(FrameSlot& slot, int index);
    Result<void> drawGeometry(FrameSlot& slot, int index, bool shadows);
    void serve();
    // Paint stage: always on the caller's thread.
    Result<Picture> paint(FrameSlot& slot);

    std::shared_ptr<gpu::Device> m_device;
    std::unique_ptr<GeometryPass> m_geometry;
    MeshStore m_store;
    TracePass m_traces;
    SkyObjects m_sky;
    ShadowMap m_standing;
    StandingKey m_standingKey;

    WorkerPool m_pool;
    TonePass m_tone;

    FrameSlot m_slots[GeometryPass::kSlots];
    long m_begun = 0, m_taken = 0; ///< the caller's
    struct Queue {
        std::mutex mutex;
        std::condition_variable changed;
        long begun = 0, prepared = 0;
        bool stop = false;
    } m_queue;
    std::thread m_thread; ///< started by the first begin()
};

Renderer::Implementation::~Implementation() {
    {
        const std::lock_guard lock(m_queue.mutex);
        m_queue.stop = true;
    }
    m_queue.changed.notify_all();
    if (m_thread.joinable()) m_thread.join();
}

Result<void> Renderer::Implementation::drawGeometry(FrameSlot& slot, int index, bool shadows) {
    const View& view = slot.view;
    m_store.beginFrame();
    const FrameListOptions options{shadows, shadows ? &m_sky.of(view) : nullptr};
    const auto list = listFrame(view, options, m_store, slot.table);
    if (!list) return fail(list.error());
    GeometryPass::Shadows maps;
    if (shadows) {
        StandingKey key = keyOf(standingFrame(view, kStandingSize), list->standing);
        if (!(key == m_standingKey) || !m_standing.texels) {
            m_standing = {key.frame, nullptr};
            m_standingKey = std::move(key);
            maps.standing = &m_standing;
        }
        slot.moving = {movingFrame(view, list->moving, kMovingSize), nullptr};
        maps.moving = &slot.moving;
    }
    auto drawn = m_geometry->draw(view, {view.width * slot.samples, view.height * slot.samples, index}, *list, maps);
    if (!drawn) return fail(drawn.error());
    slot.geometry = *drawn;
    slot.standing = m_standing;
    if (!slot.passes.motion && !slot.passes.rest) return {};
    return m_traces.draw(view, *list, slot.passes, slot.picture);
}

void Renderer::Implementation::prepare(FrameSlot& slot, int index) {
    slot.view = slot.source();
    slot.picture = {};
    slot.state = check(slot.view);
    if (!slot.state) return;
    slot.view.camera.fitSensor(slot.view.width, slot.view.height);
    const bool painted = slot.passes.colour || slot.passes.lines || slot.passes.guides;
    slot.samples = slot.view.fine && painted && std::max(slot.view.width, slot.view.height) * 2 <= kLargest ? 2 : 1;
    slot.state = drawGeometry(slot, index, painted);
}

void Renderer::Implementation::serve() {
    std::unique_lock lock(m_queue.mutex);
    for (;;) {
        m_queue.changed.wait(lock, [this] { return m_queue.stop || m_queue.prepared < m_queue.begun; });
        if (m_queue.stop) return;
        const int index = int(m_queue.prepared % GeometryPass::kSlots);
        lock.unlock();
        prepare(m_slots[index], index);
        lock.lock();
        ++m_queue.prepared;
        m_queue.changed.notify_all();
    }
}

void Renderer::Implementation::begin(std::function<View()> source, const Passes& passes) {
    assert(underWay() < GeometryPass::kSlots);
    FrameSlot& slot = m_slots[m_begun % GeometryPass::kSlots];
    slot.source = std::move(source);
    slot.passes = passes;
    ++m_begun;
    if (!m_thread.joinable()) m_thread = std::thread([this] { serve(); });
    {
        const std::lock_guard lock(m_queue.mutex);
        ++m_queue.begun;
    }
    m_queue.changed.notify_all();
}

Result<Picture> Renderer::Implementation::take() {
    assert(underWay() > 0);
    FrameSlot& slot = m_slots[m_taken % GeometryPass::kSlots];
    {
        std::unique_lock lock(m_queue.mutex);
        m_queue.changed.wait(lock, [this] { return m_queue.prepared > m_taken; });
    }
    auto picture = paint(slot);
    ++m_taken;
    return picture;
}

Result<Picture> Renderer::Implementation::paint(FrameSlot& slot) {
    if (!slot.state) return fail(slot.state.error());
    Picture picture = std::move(slot.picture);
    fillControlPasses(slot.view, slot.geometry, slot.table, slot.samples, slot.passes, m_pool, picture);
    if (slot.passes.colour || slot.passes.lines || slot.passes.guides) {
        m_tone.draw({&slot.view, slot.geometry, &slot.table, &slot.standing, &slot.moving, slot.samples}, slot.passes, picture);
        if (slot.passes.colour && slot.view.depthOfField) blurByLens(slot.view, slot.geometry, slot.samples, m_pool, picture.colour);
        if (slot.passes.colour) drawWeather(slot.view, slot.geometry, slot.samples, picture.colour);
        else picture.colour = {};
    }
    return picture;
}

Result<Picture> Renderer::Implementation::draw(const View& asked, const Passes& passes) {
    assert(underWay() == 0);
    FrameSlot& slot = m_slots[0];
    slot.source = [&asked] { return asked; };
    slot.passes = passes;
    prepare(slot, 0);
    slot.source = nullptr;
    auto picture = paint(slot);
    slot.view = {}; // lets go of meshes
    return picture;
}

Result<std::vector<ObjectBox>> Renderer::Implementation::measure(const View& asked) {
    auto picture = draw(asked, {.colour = false, .boxes = true});
    if (!picture) return fail(picture.error());
    return std::move(picture->boxes);
}

Renderer::Renderer(std::unique_ptr<Implementation> implementation) : m_implementation(std::move(implementation)) {}
Renderer::~Renderer() = default;

Result<std::unique_ptr<Renderer>> Renderer::create(std::shared_ptr<gpu::Device> device, const RendererOptions& options) {
    auto geometry = device->isCpu() && options.rasterOnCpu ? Result<std::unique_ptr<GeometryPass>>(std::make_unique<RasterGeometry>()) : DeviceGeometry::create(device);
    if (!geometry) return fail(geometry.error());
    return std::unique_ptr<Renderer>(new Renderer(std::make_unique<Implementation>(std::move(device), std::move(*geometry), std::clamp(options.threads, 1, 64))));
}

Result<Picture> Renderer::draw(const View& view, const Passes& passes) { return m_implementation->draw(view, passes); }
Result<std::vector<ObjectBox>> Renderer::measure(const View& view) { return m_implementation->measure(view); }
void Renderer::begin(std::function<View()> source, const Passes& passes) { m_implementation->begin(std::move(source), passes); }
Result<Picture> Renderer::take() { return m_implementation->take(); }
int Renderer::underWay() const { return m_implementation->underWay(); }
const gpu::DeviceInfo& Renderer::device() const { return m_implementation->info(); }

} // namespace rushes::render
