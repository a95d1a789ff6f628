// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/shoot/shoot_thread.h"

#include "engine/base/thread_priority.h"

#include <chrono>
#include <cmath>
#include <ctime>
#include <pthread.h>

namespace rushes::shoot {
namespace {

std::string utcNow() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts));
}

Error cancelledError() { return {ErrorCategory::cancelled, "Stopped", {}, {}}; }

/// A temporary file that is removed unless it was adopted.
struct PartFile {
    std::filesystem::path path;
    ~PartFile() {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
};

/// What a broken generator may hand over must not become a take.
Result<void> checkPicture(const Image& picture, const generate::ShotRequest& request, std::int64_t frame, std::int64_t expected) {
    const std::string which = "Frame " + std::to_string(frame);
    if (frame != expected)
        return fail(ErrorCategory::internal, which + " came where frame " + std::to_string(expected) + " was due", "Please report this with the shot.");
    if (picture.width != request.width || picture.height != request.height)
        return fail(ErrorCategory::internal,
                    which + " is " + std::to_string(picture.width) + "x" + std::to_string(picture.height) + " instead of " + std::to_string(request.width) + "x" +
                        std::to_string(request.height),
                    "Please report this with the shot.");
    if (picture.format != PixelFormat::grey32f) return {};
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            if (!std::isfinite(picture.rowAs<float>(y)[x]))
                return fail(ErrorCategory::internal, which + " holds values that are not numbers (NaN)", "Try another seed or other settings.");
    return {};
}

project::TakeDraft draftOf(const Assignment& assignment, project::MediaFile media, double seconds) {
    const auto& request = assignment.request;
    project::TakeDraft draft;
    draft.shot = assignment.shot;
    draft.job = assignment.job;
    draft.media = std::move(media);
    draft.generator = request.generator;
    draft.generatorVersion = request.generatorVersion;
    draft.frames = request.duration.value;
    draft.rate = request.duration.rate;
    draft.width = request.width;
    draft.height = request.height;
    draft.seed = request.seed;
    draft.seconds = seconds;
    draft.request = request.toJson();
    draft.createdAt = utcNow();
    return draft;
}

} // namespace

ShootThread::ShootThread(generate::GeneratorRegistry generators, project::MediaFolder media, FrameWriterFactory writer, std::function<void()> wake, bool liveFrames,
                         bool polite)
    : m_generators(std::move(generators)), m_media(std::move(media)), m_writer(std::move(writer)), m_wake(std::move(wake)), m_liveFrames(liveFrames), m_polite(polite),
      m_thread([this] { loop(); }) {
    pthread_setname_np(m_thread.native_handle(), "shoot");
}

ShootThread::~ShootThread() {
    {
        const std::lock_guard lock(m_shared.mutex);
        m_shared.quit = true;
        m_shared.cancel.cancel();
    }
    m_shared.toShoot.notify_all();
    m_thread.join();
}

void ShootThread::assign(Assignment assignment) {
    {
        const std::lock_guard lock(m_shared.mutex);
        m_shared.cancel = assignment.cancel;
        m_shared.held = false;
        m_shared.next = std::move(assignment);
    }
    m_shared.toShoot.notify_all();
}

void ShootThread::hold(bool held) {
    {
        const std::lock_guard lock(m_shared.mutex);
        m_shared.held = held;
    }
    m_shared.toShoot.notify_all();
}

void ShootThread::cancel() {
    {
        const std::lock_guard lock(m_shared.mutex);
        m_shared.cancel.cancel();
        m_shared.held = false;
    }
    m_shared.toShoot.notify_all();
}

Mail ShootThread::takeMail() {
    const std::lock_guard lock(m_shared.mutex);
    return std::exchange(m_shared.mail, {});
}

std::optional<LiveFrame> ShootThread::takeLiveFrame() {
    const std::lock_guard lock(m_shared.mutex);
    return std::exchange(m_shared.live, std::nullopt);
}

bool ShootThread::waitForMail(std::chrono::milliseconds atMost) {
    std::unique_lock lock(m_shared.mutex);
    return m_shared.toOwner.wait_for(lock, atMost, [&] { return !m_shared.mail.empty(); });
}

void ShootThread::deliver(const std::function<void(Mail&)>& write) {
    bool first = false;
    {
        const std::lock_guard lock(m_shared.mutex);
        first = m_shared.mail.empty();
        write(m_shared.mail);
    }
    m_shared.toOwner.notify_all();
    // One call per pile of mail: an owner that is slow is not flooded.
    if (first && m_wake) m_wake();
}

void ShootThread::loop() {
    if (m_polite) leaveProcessorToOthers();
    for (;;) {
        std::optional<Assignment> assignment;
        {
            std::unique_lock lock(m_shared.mutex);
            m_shared.toShoot.wait(lock, [&] { return m_shared.quit || m_shared.next; });
            if (m_shared.quit) return;
            assignment = std::exchange(m_shared.next, std::nullopt);
        }
        JobEnd end = shoot(std::move(*assignment));
        deliver([&](Mail& mail) {
            mail.job = end.job;
            mail.end = std::move(end);
        });
    }
}

JobEnd ShootThread::shoot(Assignment assignment) {
    const project::JobId job = assignment.job;
    std::int64_t framesDone = 0;
    Result<project::TakeDraft> take = tl::unexpected<Error>(cancelledError());
    try {
        take = make(assignment, framesDone);
    } catch (const std::bad_alloc&) {
        take = fail(ErrorCategory::unsupported, "There was not enough memory for the shot", "Close other programs, or shoot at a smaller size.");
    } catch (const std::exception& exception) {
        take = fail(ErrorCategory::internal, std::string("The generator failed: ") + exception.what(), "Please report this with the shot.");
    }
    // A generator that failed may be in a bad state; the next job gets a new one.
    if (!take && take.error().category != ErrorCategory::cancelled) m_generator.reset();
    return {job, std::move(take), framesDone};
}

Result<generate::Generator*> ShootThread::generatorFor(const std::string& id) {
    if (m_generator && m_generatorId == id) return m_generator.get();
    m_generator.reset();
    auto made = m_generators.create(id);
    if (!made) return fail(made.error());
    m_generator = std::move(*made);
    m_generatorId = id;
    return m_generator.get();
}

Result<project::TakeDraft> ShootThread::make(const Assignment& given, std::int64_t& framesDone) {
    Assignment assignment = given;
    const auto start = std::chrono::steady_clock::now();
    // 1. The generator, and whether it can do this at all.
    const auto generator = generatorFor(assignment.request.generator);
    if (!generator) return fail(generator.error());
    if (auto plan = (*generator)->plan(assignment.request); !plan) return fail(plan.error());
    assignment.request.generatorVersion = (*generator)->version();

    // 2. Frames into a temporary file.
    const PartFile part{m_media.temporary("job-" + std::to_string(assignment.job.value), m_writer.extension)};
    auto writer = m_writer.create({part.path, assignment.request.width, assignment.request.height, assignment.request.duration.rate});
    if (!writer) return fail(writer.error());
    const ProgressMeter meter(assignment.request.duration.value);
    const auto sink = [&](std::int64_t frame, const Image& picture) -> Result<void> {
        if (auto checked = checkPicture(picture, assignment.request, frame, framesDone); !checked) return checked;
        if (auto written = (*writer)->write(picture); !written) return written;
        return takeFrame(assignment, picture, ++framesDone, meter);
    };
    (*generator)->showPreviews([&](const generate::Preview& preview) { showPreview(assignment, preview); });
    const auto generated = (*generator)->generate(assignment.request, sink, assignment.cancel);
    (*generator)->showPreviews({});
    if (!generated) return fail(generated.error());
    if (assignment.cancel.cancelled()) return fail(cancelledError());
    if (framesDone != assignment.request.duration.value)
        return fail(ErrorCategory::internal,
                    "The generator made " + std::to_string(framesDone) + " of " + std::to_string(assignment.request.duration.value) + " frames",
                    "Please report this with the shot.");

    // 3. The file under its final name.
    if (auto finished = (*writer)->finish(); !finished) return fail(finished.error());
    writer->reset();
    auto media = m_media.adopt(part.path);
    if (!media) return fail(media.error());
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    return draftOf(assignment, std::move(*media), spent.count());
}

void ShootThread::showPreview(const Assignment& assignment, const generate::Preview& preview) {
    if (m_liveFrames && !preview.picture.empty()) {
        LiveFrame live{assignment.job, preview.frame, preview.picture};
        const std::lock_guard lock(m_shared.mutex);
        m_shared.live = std::move(live);
    }
    deliver([&](Mail& mail) {
        mail.job = assignment.job;
        mail.progress = Progress{0, assignment.request.duration.value, preview.progress.secondsLeft, preview.progress.what};
    });
}

Result<void> ShootThread::takeFrame(const Assignment& assignment, const Image& picture, std::int64_t done, const ProgressMeter& meter) {
    if (m_liveFrames) {
        LiveFrame live{assignment.job, done - 1, picture};
        const std::lock_guard lock(m_shared.mutex);
        m_shared.live = std::move(live);
    }
    deliver([&](Mail& mail) {
        mail.job = assignment.job;
        mail.progress = meter.at(done, "Shooting " + assignment.request.shotNumber);
    });
    std::unique_lock lock(m_shared.mutex);
    m_shared.toShoot.wait(lock, [&] { return !m_shared.held || m_shared.quit || assignment.cancel.cancelled(); });
    if (m_shared.quit || assignment.cancel.cancelled()) return fail(cancelledError());
    return {};
}

} // namespace rushes::shoot
