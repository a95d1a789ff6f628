// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/renderer.h"
#include "engine/stage/draw.h"
#include "engine/stage/views_ahead.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace rushes::stage {

struct FeedOptions {
    std::int64_t first = 0, count = 0; ///< frames
    int width = 1280, height = 720;
    render::Passes passes;
    bool fine = false;  ///< see render::View::fine
    bool pose = false;  ///< also ShotPicture::pose
};

struct ShotPicture {
    render::Picture picture;
    Image pose; ///< rgba8, see drawPoses(); empty unless asked for
};

/// Draws the frames of a shot ahead of whoever takes them, on threads of its own: bodies bend for one frame while the geometry of the one
/// before is drawn, the one before that is painted, and the one before that is written by the taker. Owns the renderer's time until it is destroyed,
/// which stops the drawing. Everything handed over must outlive it. next() is for one thread.
class FrameFeed {
public:
    FrameFeed(render::Renderer& renderer, const ShotDrawer& drawer, const FeedOptions& options);
    ~FrameFeed();
    FrameFeed(const FrameFeed&) = delete;
    FrameFeed& operator=(const FrameFeed&) = delete;

    /// Frame first, first + 1, …; after a failure, and after the last frame, it is an error to ask for more.
    Result<ShotPicture> next();

private:
    void run();
    void begin();
    render::View view(std::int64_t index) const;
    bool put(Result<ShotPicture> picture);

    render::Renderer& m_renderer;
    const ShotDrawer& m_drawer;
    const FeedOptions m_options;
    ViewsAhead m_views;
    struct Shared {
        std::mutex mutex;
        std::condition_variable changed;
        std::deque<Result<ShotPicture>> waiting; ///< at most two
        bool stop = false, over = false;
    } m_shared;
    std::thread m_thread;
};

} // namespace rushes::stage
