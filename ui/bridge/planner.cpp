// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/planner.h"

#include "ui/bridge/background.h"

#include <map>
#include <mutex>

namespace rushes::ui {

struct Planner::Shared {
    std::mutex mutex;
    generate::GeneratorRegistry generators;
    std::map<std::string, std::unique_ptr<generate::Generator>> made;

    Result<generate::Plan> plan(const generate::ShotRequest& request) {
        const std::scoped_lock lock(mutex);
        auto& generator = made[request.generator];
        if (!generator) {
            auto fresh = generators.create(request.generator);
            if (!fresh) return fail(fresh.error());
            generator = std::move(*fresh);
        }
        return generator->plan(request);
    }
};

Planner::Planner(generate::GeneratorRegistry generators, QObject* parent) : QObject(parent), m_shared(std::make_shared<Shared>()) {
    m_shared->generators = std::move(generators);
}

void Planner::ask(const generate::ShotRequest& request) {
    const int question = ++m_question;
    inBackground(
        this, [shared = m_shared, request] { return shared->plan(request); },
        [this, question](const Result<generate::Plan>& plan) {
            if (question != m_question) return;
            if (plan) Q_EMIT planned(*plan);
            else Q_EMIT refused(plan.error());
        });
}

} // namespace rushes::ui
