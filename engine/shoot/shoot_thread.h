// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/cancel_token.h"
#include "engine/shoot/shot_queue.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace rushes::shoot {

/// One job as the shoot thread is given it.
struct Assignment {
    project::JobId job;
    project::ShotId shot;
    generate::ShotRequest request;
    CancelToken cancel;
};

/// How a job ended.
struct JobEnd {
    project::JobId job;
    Result<project::TakeDraft> take;
    std::int64_t framesDone = 0;
};

/// What came from the shoot thread since it was looked at last: only the newest of progress.
struct Mail {
    project::JobId job;
    std::optional<Progress> progress;
    std::optional<JobEnd> end;

    bool empty() const { return !progress && !end; }
};

/// The thread "shoot": makes one shot after another, owns the generator and its device, writes frames into the media folder, and never
/// touches the project. Created, told and asked by the queue's owner; ends in the destructor, within a frame.
class ShootThread {
public:
    ShootThread(generate::GeneratorRegistry generators, project::MediaFolder media, FrameWriterFactory writer, std::function<void()> wake, bool liveFrames,
                bool polite = false);
    ~ShootThread();
    ShootThread(const ShootThread&) = delete;
    ShootThread& operator=(const ShootThread&) = delete;

    /// Hands over a job; only when the one before has ended.
    void assign(Assignment assignment);
    /// Holds the running job after its current frame, or lets it go on.
    void hold(bool held);
    /// Ends the running job within a frame; its end arrives as cancelled.
    void cancel();

    Mail takeMail();
    std::optional<LiveFrame> takeLiveFrame();
    bool waitForMail(std::chrono::milliseconds atMost);

private:
    /// All that both threads touch.
    struct Shared {
        std::mutex mutex;
        std::condition_variable toShoot, toOwner;
        std::optional<Assignment> next;
        CancelToken cancel; ///< of the job that runs
        bool held = false;
        bool quit = false;
        Mail mail;
        std::optional<LiveFrame> live;
    };

    void loop();
    JobEnd shoot(Assignment assignment);
    Result<project::TakeDraft> make(const Assignment& assignment, std::int64_t& framesDone);
    Result<generate::Generator*> generatorFor(const std::string& id);
    Result<void> takeFrame(const Assignment& assignment, const Image& picture, std::int64_t frame, const ProgressMeter& meter);
    void showPreview(const Assignment& assignment, const generate::Preview& preview);
    void deliver(const std::function<void(Mail&)>& write);

    // The shoot thread's own.
    const generate::GeneratorRegistry m_generators;
    const project::MediaFolder m_media;
    const FrameWriterFactory m_writer;
    const std::function<void()> m_wake;
    const bool m_liveFrames;
    const bool m_polite;
    std::unique_ptr<generate::Generator> m_generator;
    std::string m_generatorId;

    Shared m_shared;
    std::thread m_thread;
};

} // namespace rushes::shoot
