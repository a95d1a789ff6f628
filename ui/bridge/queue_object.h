// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/edit/editor.h"
#include "engine/shoot/shot_queue.h"

#include <QImage>
#include <QObject>

#include <memory>
#include <set>

namespace rushes::ui {

/// The shot queue with Qt's signals. Its news come to the ui thread by themselves. Lives as long as the project is open.
class QueueObject : public QObject {
    Q_OBJECT
public:
    static Result<std::unique_ptr<QueueObject>> create(project::ProjectStore& store, edit::Editor& editor, generate::GeneratorRegistry generators);

    const std::vector<shoot::Job>& jobs() const { return m_queue->jobs(); }
    shoot::ShotQueue& queue() { return *m_queue; }
    /// The job that is on a shot now (running, paused or waiting), else the last that failed; null when there is none.
    const shoot::Job* jobOf(project::ShotId shot) const;
    /// What is left to do or to look at, in order: jobs that wait, run or are held, and failures that no later try made good.
    std::vector<const shoot::Job*> open() const;
    const shoot::Job* running() const;
    int waiting() const;
    Progress progress() const { return m_queue->progress(); }
    /// The newest frame of the job that runs; null before its first.
    const QImage& liveFrame() const { return m_live; }
    project::JobId liveJob() const { return m_liveJob; }

Q_SIGNALS:
    void changed();                         ///< jobs came, went or advanced
    void liveFrameCame();
    void takeMade(rushes::project::TakeId take);
    void failed(const rushes::Error& error);

private:
    QueueObject() = default;
    void poll();
    void tellFailure(project::JobId job);

    std::unique_ptr<shoot::ShotQueue> m_queue;
    QImage m_live;
    project::JobId m_liveJob;
    std::set<project::JobId> m_told; ///< failures that were told
    Connection m_jobChanged, m_takeMade;
    std::shared_ptr<std::atomic<bool>> m_posted = std::make_shared<std::atomic<bool>>(false);
};

} // namespace rushes::ui
