// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/stall_meter.h"

#include <algorithm>

namespace rushes::ui {

namespace {
constexpr int periodMs = 5;
constexpr double limitMs = 50;
} // namespace

StallMeter::StallMeter(QObject* parent) : QObject(parent) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(periodMs);
    connect(&m_timer, &QTimer::timeout, this, &StallMeter::beat);
    m_timer.start();
    m_since.start();
}

void StallMeter::reset() {
    m_longest = 0;
    m_over50 = 0;
    m_since.restart();
}

void StallMeter::beat() {
    const double gap = std::max(0.0, double(m_since.nsecsElapsed()) / 1e6 - periodMs);
    m_since.restart();
    m_longest = std::max(m_longest, gap);
    if (gap > limitMs) ++m_over50;
}

} // namespace rushes::ui
