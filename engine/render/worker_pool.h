// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace rushes::render {

/// Threads that share out the bands of a picture. The caller works too, so a pool of 1 has no thread of its own.
class WorkerPool {
public:
    explicit WorkerPool(int threads);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    int threads() const { return int(m_threads.size()) + 1; }
    /// Calls work(0) … work(count - 1), each once, in any order on any thread; returns when all are done.
    void share(int count, const std::function<void(int)>& work);

private:
    void serve();
    void takeItems(const std::function<void(int)>& work, int count);

    std::vector<std::thread> m_threads;
    std::atomic<int> m_next{0};
    struct Shared {
        std::mutex mutex;
        std::condition_variable start, done;
        const std::function<void(int)>* work = nullptr;
        int count = 0;
        int busy = 0;
        long generation = 0;
        bool stop = false;
    } m_shared;
};

} // namespace rushes::render
