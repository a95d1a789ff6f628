// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/signal.h"
#include "engine/generate/generator.h"
#include "engine/project/store.h"
#include "engine/shoot/frame_writer.h"

#include <chrono>
#include <memory>
#include <optional>

namespace rushes::shoot {

enum class JobState { waiting, running, paused, failed, done, cancelled };
std::string_view name(JobState state);

/// One shot to be made. A row of the project's file, so that the queue survives a crash.
struct Job {
    project::JobId id;
    project::ShotId shot;
    std::string shotNumber; ///< "12A", as it was when queued
    std::int64_t order = 0;
    JobState state = JobState::waiting;
    std::string request; ///< ShotRequest as JSON
    std::int64_t framesTotal = 0;
    std::int64_t framesDone = 0;
    std::optional<double> secondsLeft; ///< while it runs
    project::TakeId take;              ///< when done
    std::string error;                 ///< when failed
};

struct NewJob {
    project::ShotId shot;
    generate::ShotRequest request;
};

/// A frame of the job that runs, to be shown and forgotten.
struct LiveFrame {
    project::JobId job;
    std::int64_t frame = 0;
    Image picture;
};

struct ShotQueueOptions {
    FrameWriterFactory writer = movieFrames();
    /// Makes a take of a finished shot (edit::addTake) on the owner's thread. A failure fails the job.
    std::function<Result<project::TakeId>(const project::TakeDraft&)> onTake;
    /// Called on the shoot thread when there is something to `poll`; must only pass the word on (post an event, write to a pipe).
    std::function<void()> wake;
    bool liveFrames = true; ///< keep the latest frame for `takeLiveFrame`
    bool polite = false;    ///< shooting leaves the processor to the program's other threads: behind a window
};

/// Shoots jobs one after another on a thread of its own, named "shoot". All functions belong to the thread that owns the store; that
/// thread calls `poll` after each wake. The queue starts stopped: nothing is shot before `start`. After a crash the job that ran
/// waits again, and what it had written is removed. A job that fails keeps its reason and the queue goes on; only a full disk stops it.
class ShotQueue {
public:
    static Result<std::unique_ptr<ShotQueue>> create(project::ProjectStore& store, generate::GeneratorRegistry generators, ShotQueueOptions options);
    /// Stops within a frame; the running job waits again.
    ~ShotQueue();

    /// Appends a job; refuses a request whose shot does not exist.
    Result<project::JobId> add(project::ShotId shot, const generate::ShotRequest& request);
    /// Appends many in one go: all or none.
    Result<std::vector<project::JobId>> addAll(const std::vector<NewJob>& jobs);

    void start();
    /// Nothing new starts; the running job stops within a frame and waits again.
    Result<void> stop();
    bool started() const;

    /// A waiting job is passed over until resumed. The running one holds after its current frame and keeps its place and device; so
    /// does the queue, until the job is resumed or cancelled.
    Result<void> pause(project::JobId job);
    Result<void> resume(project::JobId job);
    /// Before another waiting job; none: to the end.
    Result<void> moveBefore(project::JobId job, project::JobId before);
    /// The running job stops within a frame; what it wrote is removed.
    Result<void> cancel(project::JobId job);
    /// A failed or cancelled job waits again, at the end.
    Result<void> retry(project::JobId job);
    /// Forgets jobs that are done, failed or cancelled.
    Result<void> clearFinished();

    /// In the order of shooting, finished ones too.
    const std::vector<Job>& jobs() const;
    const Job* find(project::JobId job) const;
    /// Over all jobs that wait or run: frames done and left, time left by the pace so far.
    Progress progress() const;
    /// The newest frame since the last call, if any; older ones were thrown away.
    std::optional<LiveFrame> takeLiveFrame();

    /// Takes in what the shoot thread reported: rows, takes, signals; hands it the next job. Owner's thread.
    Result<void> poll();
    /// For programs without an event loop: blocks until there is something to poll or the time is over. True: poll.
    bool waitForNews(std::chrono::milliseconds atMost);
    /// Whether a job runs or could run now.
    bool busy() const;

    /// From `poll` and from the functions above, on the owner's thread: a job is new, changed or gone.
    Signal<project::JobId>& jobChanged();
    /// From `poll`: a take was made.
    Signal<project::JobId, project::TakeId>& takeMade();

private:
    struct Impl;
    explicit ShotQueue(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace rushes::shoot
