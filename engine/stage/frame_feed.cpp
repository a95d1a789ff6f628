// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/frame_feed.h"

#include "engine/stage/pose_picture.h"

namespace rushes::stage {
namespace {

constexpr std::size_t kWaiting = 2;

} // namespace

FrameFeed::FrameFeed(render::Renderer& renderer, const ShotDrawer& drawer, const FeedOptions& options)
    : m_renderer(renderer), m_drawer(drawer), m_options(options), m_views(options.count, [this](std::int64_t index) { return view(index); }) {
    m_thread = std::thread([this] { run(); });
}

FrameFeed::~FrameFeed() {
    {
        const std::lock_guard lock(m_shared.mutex);
        m_shared.stop = true;
    }
    m_shared.changed.notify_all();
    m_thread.join();
}

render::View FrameFeed::view(std::int64_t index) const {
    const ViewSize size{m_options.width, m_options.height, m_options.fine};
    const bool traced = m_options.passes.motion || m_options.passes.rest;
    return traced ? m_drawer.tracedView(m_options.first + index, size) : m_drawer.view(m_options.first + index, size);
}

void FrameFeed::begin() {
    m_renderer.begin([this] { return m_views.next(); }, m_options.passes);
}

void FrameFeed::run() {
    if (m_options.count > 0) begin();
    for (std::int64_t i = 0; i < m_options.count; ++i) {
        if (i + 1 < m_options.count) begin();
        auto picture = m_renderer.take();
        if (!picture) {
            put(fail(picture.error()));
            break;
        }
        ShotPicture made{std::move(*picture), {}};
        if (m_options.pose) made.pose = drawPoses(m_drawer.shot(), m_options.first + i, m_options.width, m_options.height);
        if (!put(std::move(made))) break;
    }
    while (m_renderer.underWay() > 0) (void)m_renderer.take(); // the renderer is handed back idle
    const std::lock_guard lock(m_shared.mutex);
    m_shared.over = true;
    m_shared.changed.notify_all();
}

bool FrameFeed::put(Result<ShotPicture> picture) {
    std::unique_lock lock(m_shared.mutex);
    m_shared.changed.wait(lock, [this] { return m_shared.stop || m_shared.waiting.size() < kWaiting; });
    if (m_shared.stop) return false;
    m_shared.waiting.push_back(std::move(picture));
    m_shared.changed.notify_all();
    return true;
}

Result<ShotPicture> FrameFeed::next() {
    std::unique_lock lock(m_shared.mutex);
    m_shared.changed.wait(lock, [this] { return !m_shared.waiting.empty() || m_shared.over; });
    if (m_shared.waiting.empty()) return fail(ErrorCategory::internal, "The shot has no more frames to give");
    auto picture = std::move(m_shared.waiting.front());
    m_shared.waiting.pop_front();
    m_shared.changed.notify_all();
    return picture;
}

} // namespace rushes::stage
