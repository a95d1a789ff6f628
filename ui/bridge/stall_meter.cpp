// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/stall_meter.h"

#include <algorithm>
#include <ctime>

namespace rushes::ui {

namespace {
constexpr int periodMs = 5;
constexpr double limitMs = 50;

double threadMs() {
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
}
} // namespace

StallMeter::StallMeter(QObject* parent) : QObject(parent) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(periodMs);
    connect(&m_timer, &QTimer::timeout, this, &StallMeter::beat);
    m_timer.start();
    m_since.start();
    m_total.start();
    m_spent = threadMs();
}

void StallMeter::reset() {
    m_longest = 0;
    m_busiest = 0;
    m_spent = threadMs();
    m_over50 = 0;
    m_lastOver50At = 0;
    m_total.restart();
    m_since.restart();
}

void StallMeter::beat() {
    const double gap = std::max(0.0, double(m_since.nsecsElapsed()) / 1e6 - periodMs);
    m_since.restart();
    const double spent = threadMs();
    if (m_seen && !m_seen()) return;
    m_longest = std::max(m_longest, gap);
    m_busiest = std::max(m_busiest, spent - m_spent);
    m_spent = spent;
    if (gap <= limitMs) return;
    ++m_over50;
    m_lastOver50At = double(m_total.elapsed());
}

} // namespace rushes::ui
