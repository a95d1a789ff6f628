// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/worker_pool.h"

namespace rushes::render {

WorkerPool::WorkerPool(int threads) {
    for (int i = 1; i < threads; ++i) m_threads.emplace_back([this] { serve(); });
}

WorkerPool::~WorkerPool() {
    {
        const std::lock_guard lock(m_shared.mutex);
        m_shared.stop = true;
    }
    m_shared.start.notify_all();
    for (auto& thread : m_threads) thread.join();
}

void WorkerPool::takeItems(const std::function<void(int)>& work, int count) {
    for (int i = m_next++; i < count; i = m_next++) work(i);
}

void WorkerPool::share(int count, const std::function<void(int)>& work) {
    {
        const std::lock_guard lock(m_shared.mutex);
        m_next = 0;
        m_shared.work = &work;
        m_shared.count = count;
        m_shared.busy = int(m_threads.size());
        ++m_shared.generation;
    }
    m_shared.start.notify_all();
    takeItems(work, count);
    std::unique_lock lock(m_shared.mutex);
    m_shared.done.wait(lock, [this] { return m_shared.busy == 0; });
}

void WorkerPool::serve() {
    long seen = 0;
    std::unique_lock lock(m_shared.mutex);
    for (;;) {
        m_shared.start.wait(lock, [&] { return m_shared.stop || m_shared.generation != seen; });
        if (m_shared.stop) return;
        seen = m_shared.generation;
        const auto* work = m_shared.work;
        const int count = m_shared.count;
        lock.unlock();
        takeItems(*work, count);
        lock.lock();
        if (--m_shared.busy == 0) m_shared.done.notify_one();
    }
}

} // namespace rushes::render
