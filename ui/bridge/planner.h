// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/generator.h"

#include <QObject>

#include <memory>
#include <optional>

namespace rushes::ui {

/// Asks generators what a shot will cost, on a worker thread, since making a generator may open a device. Keeps one generator of each
/// kind for asking. Answers to an old question are thrown away.
class Planner : public QObject {
    Q_OBJECT
public:
    explicit Planner(generate::GeneratorRegistry generators, QObject* parent = nullptr);

    /// The answer comes as `planned` or `refused`; a newer question replaces an older one.
    void ask(const generate::ShotRequest& request);
    /// No answer is wanted any more.
    void forget() { ++m_question; }

Q_SIGNALS:
    void planned(const rushes::generate::Plan& plan);
    void refused(const rushes::Error& why);

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    int m_question = 0;
};

} // namespace rushes::ui
