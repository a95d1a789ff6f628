// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/shoot/shot_queue.h"

#include "engine/base/log.h"
#include "engine/shoot/job_table.h"
#include "engine/shoot/shoot_thread.h"

#include <algorithm>
#include <set>

namespace rushes::shoot {

using project::JobId;
using project::ShotId;
using project::TakeId;

struct ShotQueue::Impl {
    project::ProjectStore& store;
    ShotQueueOptions options;
    JobTable table;
    std::vector<Job> jobs; ///< by order
    JobId current;         ///< with the shoot thread; also one that is being stopped
    bool started = false;
    std::int64_t framesMade = 0; ///< since the queue was created, for the pace
    double secondsShooting = 0;
    std::optional<std::chrono::steady_clock::time_point> shootingSince;
    Signal<JobId> jobChanged;
    Signal<JobId, TakeId> takeMade;
    std::unique_ptr<ShootThread> thread; ///< last: ends before what it is told about

    Impl(project::ProjectStore& s, generate::GeneratorRegistry generators, ShotQueueOptions o)
        : store(s), options(std::move(o)), table(s.database()),
          thread(std::make_unique<ShootThread>(std::move(generators), s.media(), options.writer, options.wake, options.liveFrames, options.polite)) {}

    Job* find(JobId id) {
        const auto it = std::find_if(jobs.begin(), jobs.end(), [&](const Job& job) { return job.id == id; });
        return it == jobs.end() ? nullptr : &*it;
    }

    Result<Job*> need(JobId id) {
        if (Job* job = find(id)) return job;
        return fail(ErrorCategory::notFound, "There is no job " + std::to_string(id.value) + " in the queue", "`rushes queue` lists them.");
    }

    /// Writes the row first; what is in memory follows only when it is on disk.
    Result<void> write(Job changed) {
        if (auto written = table.update({changed}); !written) return written;
        const JobId id = changed.id;
        *find(id) = std::move(changed);
        jobChanged.emit(id);
        return {};
    }

    Result<void> setState(JobId id, JobState state) {
        Job job = *find(id);
        job.state = state;
        if (state == JobState::waiting || state == JobState::paused) job.framesDone = 0;
        job.secondsLeft.reset();
        return write(std::move(job));
    }

    Result<void> healAfterCrash();
    Result<void> assignNext();
    void takeProgress(const Mail& mail);
    Result<void> takeEnd(JobEnd end);
    void dropFile(const project::MediaFile& file);
};

namespace {

bool isOver(JobState state) { return state == JobState::done || state == JobState::failed || state == JobState::cancelled; }

tl::unexpected<Error> wrongState(const Job& job, const std::string& wish) {
    return fail(ErrorCategory::badInput, "Job " + std::to_string(job.id.value) + " is " + std::string(name(job.state)) + "; it cannot be " + wish,
                "`rushes queue` shows the states.");
}

} // namespace

ShotQueue::ShotQueue(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Result<std::unique_ptr<ShotQueue>> ShotQueue::create(project::ProjectStore& store, generate::GeneratorRegistry generators, ShotQueueOptions options) {
    if (!options.onTake || !options.writer.create)
        return fail(ErrorCategory::internal, "The shot queue needs a writer and a handler for takes", "Please report this.");
    store.media().removeTemporaries();
    auto impl = std::make_unique<Impl>(store, std::move(generators), std::move(options));
    auto jobs = impl->table.load();
    if (!jobs) return fail(jobs.error());
    impl->jobs = std::move(*jobs);
    if (auto healed = impl->healAfterCrash(); !healed) return fail(healed.error());
    return std::unique_ptr<ShotQueue>(new ShotQueue(std::move(impl)));
}

ShotQueue::~ShotQueue() {
    if (auto stopped = stop(); !stopped) log::warning(stopped.error().text()); // the next start heals it
}

/// Jobs that ran when the program died wait again. One whose take is there already was only not crossed out any more.
Result<void> ShotQueue::Impl::healAfterCrash() {
    std::map<JobId, TakeId> made;
    for (const auto& [id, take] : store.project().takes)
        if (take.job) made[take.job] = id;
    std::vector<Job> healed;
    for (const Job& job : jobs) {
        if (job.state != JobState::running && job.state != JobState::waiting) continue;
        Job now = job;
        const auto take = made.find(job.id);
        if (take != made.end()) now.state = JobState::done, now.take = take->second, now.framesDone = now.framesTotal;
        else now.state = JobState::waiting, now.framesDone = 0;
        if (now.state != job.state) healed.push_back(now);
    }
    if (auto written = table.update(healed); !written) return written;
    for (Job& job : healed) *find(job.id) = std::move(job);
    return {};
}

Result<JobId> ShotQueue::add(ShotId shot, const generate::ShotRequest& request) {
    const auto ids = addAll({{shot, request}});
    if (!ids) return fail(ids.error());
    return ids->front();
}

Result<std::vector<JobId>> ShotQueue::addAll(const std::vector<NewJob>& wanted) {
    std::vector<Job> added;
    std::int64_t order = m_impl->jobs.empty() ? 0 : m_impl->jobs.back().order;
    for (const auto& [shot, request] : wanted) {
        if (!m_impl->store.project().shots.contains(shot))
            return fail(ErrorCategory::notFound, "There is no shot " + request.shotNumber + " to shoot", "`rushes shots` lists them.");
        if (request.duration.value <= 0) return fail(ErrorCategory::badInput, "Shot " + request.shotNumber + " has no frames", "Set frames to 1 or more.");
        Job job;
        job.shot = shot;
        job.shotNumber = request.shotNumber;
        job.order = ++order;
        job.framesTotal = request.duration.value;
        try {
            job.request = request.toJson();
        } catch (const std::exception& exception) {
            return fail(ErrorCategory::badInput, "Shot " + request.shotNumber + " cannot be queued: " + exception.what(), "Its text must be UTF-8.");
        }
        added.push_back(std::move(job));
    }
    if (auto written = m_impl->table.insert(added); !written) return fail(written.error());
    std::vector<JobId> ids;
    for (const Job& job : added) ids.push_back(job.id);
    m_impl->jobs.insert(m_impl->jobs.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    for (const auto id : ids) m_impl->jobChanged.emit(id);
    if (auto assigned = m_impl->assignNext(); !assigned) return fail(assigned.error());
    return ids;
}

void ShotQueue::start() {
    m_impl->started = true;
    if (auto assigned = m_impl->assignNext(); !assigned) log::error(assigned.error().text());
}

Result<void> ShotQueue::stop() {
    m_impl->started = false;
    Job* job = m_impl->find(m_impl->current);
    if (!job || isOver(job->state)) return {};
    m_impl->thread->cancel();
    return m_impl->setState(job->id, job->state == JobState::paused ? JobState::paused : JobState::waiting);
}

bool ShotQueue::started() const { return m_impl->started; }

Result<void> ShotQueue::pause(JobId id) {
    const auto job = m_impl->need(id);
    if (!job) return fail(job.error());
    if ((*job)->state == JobState::running) m_impl->thread->hold(true);
    else if ((*job)->state != JobState::waiting) return wrongState(**job, "paused");
    Job paused = **job;
    paused.state = JobState::paused;
    return m_impl->write(std::move(paused));
}

Result<void> ShotQueue::resume(JobId id) {
    const auto job = m_impl->need(id);
    if (!job) return fail(job.error());
    if ((*job)->state != JobState::paused) return wrongState(**job, "resumed");
    Job resumed = **job;
    resumed.state = id == m_impl->current ? JobState::running : JobState::waiting;
    if (auto written = m_impl->write(std::move(resumed)); !written) return written;
    if (id == m_impl->current) m_impl->thread->hold(false);
    return m_impl->assignNext();
}

Result<void> ShotQueue::moveBefore(JobId id, JobId before) {
    const auto moving = m_impl->need(id);
    if (!moving) return fail(moving.error());
    if (before)
        if (auto target = m_impl->need(before); !target) return fail(target.error());
    if (id == before || isOver((*moving)->state) || id == m_impl->current) return wrongState(**moving, "moved");
    std::vector<Job> order = m_impl->jobs;
    const auto position = [&](JobId job) { return std::find_if(order.begin(), order.end(), [&](const Job& j) { return j.id == job; }); };
    const Job moved = *position(id);
    order.erase(position(id));
    order.insert(before ? position(before) : order.end(), moved);
    std::vector<Job> changed;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (order[i].order == std::int64_t(i) + 1) continue;
        order[i].order = std::int64_t(i) + 1;
        changed.push_back(order[i]);
    }
    if (auto written = m_impl->table.update(changed); !written) return written;
    m_impl->jobs = std::move(order);
    for (const Job& job : changed) m_impl->jobChanged.emit(job.id);
    return {};
}

Result<void> ShotQueue::cancel(JobId id) {
    const auto job = m_impl->need(id);
    if (!job) return fail(job.error());
    if (isOver((*job)->state)) return wrongState(**job, "cancelled");
    if (id == m_impl->current) m_impl->thread->cancel();
    return m_impl->setState(id, JobState::cancelled);
}

Result<void> ShotQueue::retry(JobId id) {
    const auto job = m_impl->need(id);
    if (!job) return fail(job.error());
    if ((*job)->state != JobState::failed && (*job)->state != JobState::cancelled) return wrongState(**job, "tried again");
    if (id == m_impl->current) return fail(ErrorCategory::busy, "The job is still being stopped", "Try again in a moment.");
    Job again = **job;
    again.state = JobState::waiting;
    again.framesDone = 0;
    again.error.clear();
    again.order = m_impl->jobs.back().order + 1;
    if (auto written = m_impl->write(std::move(again)); !written) return written;
    std::stable_sort(m_impl->jobs.begin(), m_impl->jobs.end(), [](const Job& a, const Job& b) { return a.order < b.order; });
    return m_impl->assignNext();
}

Result<void> ShotQueue::clearFinished() {
    std::vector<JobId> gone;
    for (const Job& job : m_impl->jobs)
        if (isOver(job.state) && job.id != m_impl->current) gone.push_back(job.id);
    if (auto removed = m_impl->table.remove(gone); !removed) return removed;
    const std::set<JobId> ids(gone.begin(), gone.end());
    std::erase_if(m_impl->jobs, [&](const Job& job) { return ids.contains(job.id); });
    for (const auto id : gone) m_impl->jobChanged.emit(id);
    return {};
}

const std::vector<Job>& ShotQueue::jobs() const { return m_impl->jobs; }
const Job* ShotQueue::find(JobId job) const { return m_impl->find(job); }

Progress ShotQueue::progress() const {
    Progress progress;
    for (const Job& job : m_impl->jobs) {
        if (isOver(job.state)) continue;
        progress.total += job.framesTotal;
        progress.done += job.framesDone;
        if (job.id == m_impl->current) progress.what = "Shooting " + job.shotNumber;
    }
    double seconds = m_impl->secondsShooting;
    if (m_impl->shootingSince) seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - *m_impl->shootingSince).count();
    if (m_impl->framesMade > 0 && progress.total > progress.done) progress.secondsLeft = seconds / double(m_impl->framesMade) * double(progress.total - progress.done);
    return progress;
}

std::optional<LiveFrame> ShotQueue::takeLiveFrame() { return m_impl->thread->takeLiveFrame(); }
bool ShotQueue::waitForNews(std::chrono::milliseconds atMost) { return m_impl->thread->waitForMail(atMost); }

bool ShotQueue::busy() const {
    if (m_impl->current) return true;
    return m_impl->started && std::any_of(m_impl->jobs.begin(), m_impl->jobs.end(), [](const Job& job) { return job.state == JobState::waiting; });
}

Signal<JobId>& ShotQueue::jobChanged() { return m_impl->jobChanged; }
Signal<JobId, TakeId>& ShotQueue::takeMade() { return m_impl->takeMade; }

Result<void> ShotQueue::poll() {
    Mail mail = m_impl->thread->takeMail();
    if (mail.progress) m_impl->takeProgress(mail);
    Result<void> result;
    if (mail.end) result = m_impl->takeEnd(std::move(*mail.end));
    if (auto assigned = m_impl->assignNext(); !assigned && result) result = assigned;
    return result;
}

Result<void> ShotQueue::Impl::assignNext() {
    while (started && !current) {
        const auto next = std::find_if(jobs.begin(), jobs.end(), [](const Job& job) { return job.state == JobState::waiting; });
        if (next == jobs.end()) return {};
        auto request = generate::ShotRequest::fromJson(next->request);
        Job job = *next;
        if (!request) job.error = request.error().text();
        else if (!store.project().shots.contains(job.shot)) job.error = "Shot " + job.shotNumber + " was removed from the film.";
        job.state = job.error.empty() ? JobState::running : JobState::failed;
        if (auto written = write(job); !written) return written;
        if (job.state == JobState::failed) continue;
        current = job.id;
        shootingSince = std::chrono::steady_clock::now();
        thread->assign({job.id, job.shot, std::move(*request), CancelToken{}});
    }
    return {};
}

void ShotQueue::Impl::takeProgress(const Mail& mail) {
    Job* job = find(mail.job);
    if (!job || (job->state != JobState::running && job->state != JobState::paused)) return;
    framesMade += std::max<std::int64_t>(0, mail.progress->done - job->framesDone);
    job->framesDone = mail.progress->done;
    job->secondsLeft = mail.progress->secondsLeft;
    jobChanged.emit(job->id);
}

/// A file that became nobody's take; it stays if the film has it under the same content.
void ShotQueue::Impl::dropFile(const project::MediaFile& file) {
    const auto& media = store.project().media;
    if (std::any_of(media.begin(), media.end(), [&](const auto& entry) { return entry.second.name == file.name; })) return;
    std::error_code ignored;
    std::filesystem::remove(store.media().pathOf(file.name), ignored);
}

Result<void> ShotQueue::Impl::takeEnd(JobEnd end) {
    current = {};
    if (shootingSince) secondsShooting += std::chrono::duration<double>(std::chrono::steady_clock::now() - *shootingSince).count();
    shootingSince.reset();
    const Job* before = find(end.job);
    if (!before || isOver(before->state)) { // cancelled meanwhile
        if (end.take) dropFile(end.take->media);
        return {};
    }
    Job job = *before;
    job.secondsLeft.reset();
    job.framesDone = end.framesDone;
    if (!end.take) {
        const ErrorCategory why = end.take.error().category;
        if (why == ErrorCategory::cancelled) { // by `stop`, which has set what it waits as
            job.framesDone = 0;
            if (job.state == JobState::running) job.state = JobState::waiting;
            return write(std::move(job));
        }
        job.state = JobState::failed;
        job.error = end.take.error().text();
        if (why == ErrorCategory::noSpace) started = false; // every other job would fail as well
        return write(std::move(job));
    }
    const auto take = options.onTake(*end.take);
    if (!take) {
        dropFile(end.take->media);
        if (take.error().category == ErrorCategory::noSpace) started = false;
        job.state = JobState::failed;
        job.error = take.error().text();
        return write(std::move(job));
    }
    job.state = JobState::done;
    job.take = *take;
    const auto written = write(std::move(job));
    takeMade.emit(end.job, *take);
    return written;
}

} // namespace rushes::shoot
