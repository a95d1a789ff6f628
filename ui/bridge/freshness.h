// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/project/project.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <vector>

namespace rushes::ui {

/// Which shots have moved on since their take was shot: the request that would be made now differs from the take's slate. Worked out a
/// few shots at a time between events, so that ten thousand shots never hold the ui up.
class Freshness : public QObject {
    Q_OBJECT
public:
    explicit Freshness(QObject* parent = nullptr);

    /// The film to watch; null: none. It must outlive the watching.
    void watch(const project::Project* film);
    /// Looks at these shots again, soon; none given: at all.
    void lookAgain(const std::vector<project::ShotId>& shots = {});
    bool outOfDate(project::ShotId shot) const;
    int outOfDateCount() const;
    /// What bringing them up to date took the last time, in seconds.
    double secondsToRefresh() const;

Q_SIGNALS:
    void changed();

private:
    void step();

    const project::Project* m_film = nullptr;
    std::map<project::ShotId, bool> m_stale;
    std::vector<project::ShotId> m_left;
    QTimer m_timer;
};

} // namespace rushes::ui
