// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/views_ahead.h"

#include <utility>

namespace rushes::stage {

ViewsAhead::ViewsAhead(std::int64_t count, std::function<render::View(std::int64_t)> make) : m_count(count), m_make(std::move(make)) {
    m_thread = std::thread([this] { run(); });
}

ViewsAhead::~ViewsAhead() {
    {
        const std::lock_guard lock(m_shared.mutex);
        m_shared.stop = true;
    }
    m_shared.changed.notify_all();
    m_thread.join();
}

void ViewsAhead::run() {
    for (std::int64_t i = 0; i < m_count; ++i) {
        render::View view = m_make(i);
        std::unique_lock lock(m_shared.mutex);
        m_shared.changed.wait(lock, [this] { return m_shared.stop || !m_shared.ready; });
        if (m_shared.stop) return;
        m_shared.ready = std::move(view);
        m_shared.changed.notify_all();
    }
}

render::View ViewsAhead::next() {
    std::unique_lock lock(m_shared.mutex);
    m_shared.changed.wait(lock, [this] { return m_shared.ready.has_value(); });
    render::View view = std::move(*m_shared.ready);
    m_shared.ready.reset();
    m_shared.changed.notify_all();
    return view;
}

} // namespace rushes::stage
