// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/freshness.h"

#include "engine/shoot/make_shot_request.h"

#include <algorithm>
#include <cmath>

namespace rushes::ui {

namespace {

constexpr int shotsAtOnce = 20, pauseMs = 150;

bool sameReferences(const std::vector<generate::Reference>& a, const std::vector<generate::Reference>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.role == y.role && x.contentHash == y.contentHash && x.subject == y.subject && x.atFrame == y.atFrame;
    });
}

bool sameDialogue(const std::vector<generate::DialogueLine>& a, const std::vector<generate::DialogueLine>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& x, const auto& y) { return x.character == y.character && x.text == y.text; });
}

/// Whether what the picture is made of is the same. Another seed or generator is another try, not another shot.
bool samePicture(const generate::ShotRequest& a, const generate::ShotRequest& b) {
    return a.prompt == b.prompt && a.camera == b.camera && a.location == b.location && a.duration == b.duration &&
           sameDialogue(a.dialogue, b.dialogue) && sameReferences(a.references, b.references);
}

bool isStale(const project::Project& film, project::ShotId shot) {
    const project::Take* take = project::chosenTake(film, shot);
    if (take == nullptr || take->request.empty()) return false;
    const auto then = generate::ShotRequest::fromJson(take->request);
    const auto now = shoot::makeShotRequest(film, shot);
    return then && now && !samePicture(*then, *now);
}

} // namespace

Freshness::Freshness(QObject* parent) : QObject(parent) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Freshness::step);
}

void Freshness::watch(const project::Project* film) {
    m_film = film;
    m_stale.clear();
    m_left.clear();
    m_timer.stop();
    if (film != nullptr) lookAgain();
}

void Freshness::lookAgain(const std::vector<project::ShotId>& shots) {
    if (m_film == nullptr) return;
    if (shots.empty()) {
        m_left.clear();
        for (const auto& [id, shot] : m_film->shots)
            if (m_film->takes.countOf(id) > 0) m_left.push_back(id);
    } else {
        m_left.insert(m_left.end(), shots.begin(), shots.end());
    }
    m_timer.start(pauseMs);
}

bool Freshness::outOfDate(project::ShotId shot) const {
    const auto found = m_stale.find(shot);
    return found != m_stale.end() && found->second;
}

int Freshness::outOfDateCount() const {
    return int(std::count_if(m_stale.begin(), m_stale.end(), [](const auto& entry) { return entry.second; }));
}

double Freshness::secondsToRefresh() const {
    double seconds = 0;
    if (m_film == nullptr) return 0;
    for (const auto& [shot, stale] : m_stale)
        if (const auto* take = stale ? project::chosenTake(*m_film, shot) : nullptr) seconds += take->seconds;
    return seconds;
}

void Freshness::step() {
    if (m_film == nullptr) return;
    bool any = false;
    for (int i = 0; i < shotsAtOnce && !m_left.empty(); ++i) {
        const project::ShotId shot = m_left.back();
        m_left.pop_back();
        const bool stale = m_film->shots.contains(shot) && isStale(*m_film, shot);
        const auto known = m_stale.find(shot);
        any = any || (known == m_stale.end() ? stale : known->second != stale);
        if (stale) m_stale[shot] = true;
        else m_stale.erase(shot);
    }
    if (any) Q_EMIT changed();
    if (!m_left.empty()) m_timer.start(0);
}

} // namespace rushes::ui
