// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/view.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace rushes::stage {

/// Makes the views of a run of frames, one ahead of whoever draws them, on a thread of its own: in a crowd bodies take as long to
/// bend as the picture takes to paint. What `make` refers to must outlive this object, which stops when it is destroyed.
class ViewsAhead {
public:
    /// `make` is called for 0, 1, … before `count`, in order.
    ViewsAhead(std::int64_t count, std::function<render::View(std::int64_t)> make);
    ~ViewsAhead();
    ViewsAhead(const ViewsAhead&) = delete;
    ViewsAhead& operator=(const ViewsAhead&) = delete;

    /// The next view, at most `count` times. Waits for it. One thread.
    render::View next();

private:
    void run();

    const std::int64_t m_count;
    const std::function<render::View(std::int64_t)> m_make;
    struct Shared {
        std::mutex mutex;
        std::condition_variable changed;
        std::optional<render::View> ready;
        bool stop = false;
    } m_shared;
    std::thread m_thread;
};

} // namespace rushes::stage
