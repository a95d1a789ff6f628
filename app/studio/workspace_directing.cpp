// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// How the workspace joins the stage's director with picture, top view and keys.
#include "app/studio/workspace.h"

#ifdef RUSHES_STAGE

#include "app/studio/look_compare.h"
#include "app/studio/look_shelf.h"
#include "app/studio/picture_mark.h"
#include "app/studio/shot_keys.h"
#include "app/studio/stage_director.h"
#include "app/studio/top_view.h"
#include "app/studio/transport_bar.h"
#include "app/studio/viewport_pane.h"
#include "ui/bridge/words.h"
#include "ui/shot/shot_inspector.h"

#include <QBoxLayout>

#include <algorithm>
#include <cmath>

namespace rushes::studio {

/// The shot as it would be shot now, from above and along its time; what is moved becomes an edit.
void Workspace::addDirecting() {
    m_director = new StageDirector(this);
    m_top = new TopView;
    m_keys = new ShotKeys;
    m_keys->hide(); // until the shot is live
    m_middle->insertWidget(1, m_keys);
    m_inspector->addExtra(tr("Top view"), m_top);
    m_looks = new LookShelf(m_session);
    m_inspector->addBelowReferences(m_looks);
    m_top->setWords(tr("Being staged"));
    connect(m_inspector, &ui::ShotInspector::requestChanged, this, [this](const std::optional<generate::ShotRequest>& request) {
        const bool staged = request && (request->generator == "stage" || request->generator == "look"); // a look is painted over the stage
        followPlayhead();
        m_director->setRequest(staged ? request : std::nullopt);
        if (staged) return;
        m_top->setWords(tr("The stage shows here who stands where."));
        m_keys->setScene(nullptr);
        m_picture->clearStill();
    });
    connect(m_director, &StageDirector::staged, this, [this](const std::shared_ptr<const StagedScene>& scene) {
        m_top->setScene(scene);
        m_keys->setScene(scene);
        showLive();
    });
    connect(m_director, &StageDirector::refused, this, [this](const Error& why) {
        m_top->setWords(ui::qs(why.message));
        m_keys->setScene(nullptr);
    });
    m_compare = new LookCompare(this);
    connect(m_compare, &LookCompare::composed, this, [this](const std::shared_ptr<const Image>& picture) {
        if (m_director->live()) m_picture->setStill(*picture, tr("Side by side"));
    });
    connectHand();
    connectPicture();
}

void Workspace::connectHand() {
    connect(m_top, &TopView::moved, this, [this](const stage::HandStaging& hand, const QString& what) { put(hand, what, {}); });
    connect(m_director, &StageDirector::moved, this, &Workspace::put);
    connect(m_top, &TopView::chosen, m_director, &StageDirector::choose);
    connect(m_top, &TopView::keyWanted, m_director, &StageDirector::putKey);
    connect(m_director, &StageDirector::chosenChanged, this, [this](const Taken& what) {
        m_top->setChosen(what);
        m_keys->setChosen(what);
        showLive();
    });
    connect(m_keys, &ShotKeys::chosen, m_director, &StageDirector::choose);
    connect(m_keys, &ShotKeys::keyWanted, m_director, &StageDirector::putKey);
    connect(m_keys, &ShotKeys::keyMoved, m_director, &StageDirector::moveKey);
    connect(m_keys, &ShotKeys::keyRemoved, m_director, &StageDirector::removeKey);
    connect(m_keys, &ShotKeys::actWanted, m_director, &StageDirector::setAct);
    connect(m_keys, &ShotKeys::seekWanted, this, [this](double seconds) {
        const auto start = m_session.startOf(m_session.selected());
        if (start < 0) return;
        m_session.player()->pause();
        m_session.player()->seek(start + std::llround(seconds * m_session.rate().hz()));
    });
}

void Workspace::connectPicture() {
    connect(m_picture, &ViewportPane::pressed, m_director, &StageDirector::press);
    connect(m_picture, &ViewportPane::dragged, m_director, &StageDirector::drag);
    connect(m_picture, &ViewportPane::released, m_director, &StageDirector::release);
    connect(m_picture, &ViewportPane::wheeled, m_director, &StageDirector::wheel);
    connect(m_picture, &ViewportPane::roomChanged, this, [this] { m_director->setRoom(m_picture->room()); });
    connect(m_picture, &ViewportPane::hovered, this, [this](const QPointF& place) { m_picture->setHand(bool(m_director->under(place))); });
    connect(m_transport, &TransportBar::liveToggled, this, [this](bool on) {
        if (on) m_session.player()->pause();
        followPlayhead();
        m_director->setLive(on);
        m_keys->setVisible(on);
        showLive();
    });
    auto* player = m_session.player();
    connect(player, &ui::PlayerObject::moved, this, &Workspace::followPlayhead);
    connect(player, &ui::PlayerObject::stateChanged, this, [this, player] {
        if (player->playing()) m_transport->live()->setChecked(false); // the take plays, not the shot as it would be
    });
}

/// The frame of the chosen shot that the playhead stands on.
void Workspace::followPlayhead() {
    const auto* shot = m_session.shot();
    const auto start = shot == nullptr ? -1 : m_session.startOf(shot->id);
    if (start < 0) return;
    const auto frame = std::clamp<std::int64_t>(m_session.player()->position() - start, 0, std::max<std::int64_t>(0, shot->frames - 1));
    m_director->setFrame(frame);
    m_keys->setSeconds(double(frame) / m_session.rate().hz());
    m_top->setSeconds(double(frame) / m_session.rate().hz());
}

void Workspace::showLive() {
    const auto& scene = m_director->scene();
    const auto* shot = m_session.shot();
    const auto* take = shot == nullptr ? nullptr : project::chosenTake(m_session.film(), shot->id);
    const bool painted = shot != nullptr && (shot->generator == "look" || (take != nullptr && take->generator == "look"));
    m_picture->setHandling(m_director->live() && !painted);
    if (!m_director->live() || !painted) m_compare->forget();
    if (!m_director->live() || !scene || !scene->picture || shot == nullptr) return m_picture->clearStill();
    if (painted) return showSideBySide();
    const Taken& chosen = m_director->chosen();
    const QString what = !chosen ? tr("drag people, things and camera") : tr("%1: drag moves, Shift+drag or the wheel turns").arg(nameOf(*scene, chosen));
    m_picture->setStill(marked(*scene, chosen), tr("%1  live  %2 mm  %3").arg(ui::qs(shot->number)).arg(scene->picture->camera.focalMm, 0, 'f', 0).arg(what));
}

/// A shot with a look: the painted frame nearest to the playhead, the look's newest take and the stage, at the same frame.
void Workspace::showSideBySide() {
    const auto* shot = m_session.shot();
    CompareQuestion question;
    question.stage = m_director->scene()->picture->colour;
    question.frame = m_director->scene()->picture->frame;
    question.room = m_picture->room();
    for (const auto* reference : m_session.film().references.of(shot->id)) {
        if (reference->role != "look" || !reference->painted) continue;
        const bool nearer = std::abs(reference->atFrame - question.frame) < std::abs(question.paintedAt - question.frame);
        if (!question.painting.empty() && !nearer) continue;
        question.painting = project::mediaPath(m_session.film(), reference->media);
        question.paintedAt = reference->atFrame;
    }
    for (const auto* take : m_session.film().takes.of(shot->id))
        if (take->generator == "look") question.take = project::mediaPath(m_session.film(), take->media); // the last is the newest
    m_compare->ask(std::move(question));
}

void Workspace::put(const stage::HandStaging& hand, const QString& what, const QString& mergeKey) {
    const auto* shot = m_session.shot();
    if (shot == nullptr) return;
    edit::ShotPatch patch;
    patch.settingsJson = hand.into(shot->settingsJson);
    const std::string merge = mergeKey.isEmpty() ? std::string() : mergeKey.toStdString() + " of " + std::to_string(shot->id.value);
    m_session.patch(shot->id, patch, merge, what.toStdString());
}

void Workspace::keyChosen() { m_director->putKeyOfChosen(); }

} // namespace rushes::studio

#else

namespace rushes::studio {

void Workspace::addDirecting() {}
void Workspace::keyChosen() {}

} // namespace rushes::studio

#endif
