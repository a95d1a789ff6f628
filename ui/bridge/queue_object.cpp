// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/queue_object.h"

#include "engine/edit/take_commands.h"
#include "ui/bridge/background.h"
#include "ui/bridge/images.h"

namespace rushes::ui {

Result<std::unique_ptr<QueueObject>> QueueObject::create(project::ProjectStore& store, edit::Editor& editor,
                                                         generate::GeneratorRegistry generators) {
    std::unique_ptr<QueueObject> self(new QueueObject);
    shoot::ShotQueueOptions options;
    options.polite = true;
    options.onTake = [&editor](const project::TakeDraft& draft) { return edit::addTake(editor, draft); };
    options.wake = [owner = QPointer<QObject>(self.get()), raw = self.get(), posted = self->m_posted] {
        if (posted->exchange(true)) return; // one poll takes in everything that is there
        onUiThread(owner, [raw] { raw->poll(); });
    };
    auto queue = shoot::ShotQueue::create(store, std::move(generators), std::move(options));
    if (!queue) return fail(queue.error());
    self->m_queue = std::move(*queue);
    self->m_jobChanged = self->m_queue->jobChanged().connect([raw = self.get()](project::JobId job) {
        raw->tellFailure(job);
        Q_EMIT raw->changed();
    });
    self->m_takeMade = self->m_queue->takeMade().connect([raw = self.get()](project::JobId, project::TakeId take) { Q_EMIT raw->takeMade(take); });
    return self;
}

void QueueObject::poll() {
    m_posted->store(false);
    if (const auto done = m_queue->poll(); !done) Q_EMIT failed(done.error());
    if (auto live = m_queue->takeLiveFrame()) {
        m_live = toQImage(live->picture);
        m_liveJob = live->job;
        Q_EMIT liveFrameCame();
    }
}

/// A failure is said once; its card keeps saying it.
void QueueObject::tellFailure(project::JobId id) {
    const shoot::Job* job = m_queue ? m_queue->find(id) : nullptr;
    if (job == nullptr || job->state != shoot::JobState::failed) {
        m_told.erase(id);
        return;
    }
    if (!m_told.insert(id).second) return;
    const auto left = open();
    const auto failures = std::count_if(left.begin(), left.end(), [](const auto* each) { return each->state == shoot::JobState::failed; });
    const std::string what = failures == 1 ? "Shot " + job->shotNumber + " was not shot" : std::to_string(failures) + " shots were not shot";
    Q_EMIT failed(Error{ErrorCategory::internal, what, {job->error}, failures == 1 ? "Its card says Try again" : "Their cards say Try again"});
}

const shoot::Job* QueueObject::jobOf(project::ShotId shot) const {
    const shoot::Job* found = nullptr;
    for (const auto& job : jobs()) {
        if (job.shot != shot) continue;
        const bool live = job.state == shoot::JobState::running || job.state == shoot::JobState::paused || job.state == shoot::JobState::waiting;
        if (live) return &job;
        found = job.state == shoot::JobState::failed ? &job : nullptr;
    }
    return found;
}

std::vector<const shoot::Job*> QueueObject::open() const {
    std::vector<const shoot::Job*> out;
    for (const auto& job : jobs()) {
        if (job.state == shoot::JobState::done || job.state == shoot::JobState::cancelled) continue;
        if (job.state == shoot::JobState::failed && jobOf(job.shot) != &job) continue;
        out.push_back(&job);
    }
    return out;
}

const shoot::Job* QueueObject::running() const {
    for (const auto& job : jobs())
        if (job.state == shoot::JobState::running) return &job;
    return nullptr;
}

int QueueObject::waiting() const {
    return int(std::count_if(jobs().begin(), jobs().end(), [](const auto& job) { return job.state == shoot::JobState::waiting; }));
}

} // namespace rushes::ui
