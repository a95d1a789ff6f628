// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace rushes::ui {

/// Measures for how long the ui thread was deaf: a heartbeat timer on the ui thread, whose longest gap counts. Costs one timer of 5 ms;
/// made with --measure and in tests only.
class StallMeter : public QObject {
    Q_OBJECT
public:
    explicit StallMeter(QObject* parent = nullptr);

    /// Counts only while this is true: while the window is to be seen, not what happens after the user has closed it.
    void countWhile(std::function<bool()> seen) { m_seen = std::move(seen); }

    /// The longest gap in ms since the start or the last reset, above the timer's own period.
    double longestMs() const { return m_longest; }
    /// The most processor time that this thread spent between two beats, in ms: what is left of a gap when other programs and the disk
    /// are not counted.
    double busiestMs() const { return m_busiest; }
    /// How many gaps were over 50 ms.
    int over50() const { return m_over50; }
    /// When the last of them ended, in ms since the start or the last reset; 0 when there was none.
    double lastOver50At() const { return m_lastOver50At; }
    void reset();

private:
    void beat();

    std::function<bool()> m_seen;
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
    double m_busiest = 0;
    double m_spent = 0;
    int m_over50 = 0;
    QElapsedTimer m_total;
    double m_lastOver50At = 0;
};

} // namespace rushes::ui
