// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// What mouse and keys do in the top view.
#include "app/studio/top_view.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::studio {

namespace token = ui::token;

namespace {

constexpr double leastScale = 2, mostScale = 200, wheelStep = 1.2; ///< pixels a metre
constexpr float nudge = 0.1f, bigNudge = 0.5f;                      ///< metres
constexpr float turnStep = 15, fineTurn = 5;                        ///< degrees

} // namespace

void TopView::choose(const Hit& what) {
    const Taken before = m_chosen.what;
    m_chosen = what.part == Part::floor ? Hit{} : what;
    if (m_chosen.what != before) Q_EMIT chosen(m_chosen.what);
    update();
}

/// Shows what is held where the mouse has it, and what goes along.
void TopView::dragBody(const Taken& what, const glm::vec2& to) {
    const auto carry = [&](const Taken& one, const glm::vec2& by) {
        auto& here = shown(one);
        here.at += by;
        for (auto& way : here.ways)
            for (auto& point : way) point += by;
    };
    const glm::vec2 by = to - shown(what).at;
    const Taken seat = movedWith(*m_scene, what);
    carry(seat, by);
    if (seat != what) carry(what, by);
    for (int i = 0; seat.isThing() && i < int(m_people.size()); ++i)
        if (Taken::person(i) != what && m_scene->actors[std::size_t(i)].thing == seat.index && !isKeyed(*m_scene, Taken::person(i))) carry(Taken::person(i), by);
}

void TopView::drag(const Hit& what, const glm::vec2& to) {
    if (what.part == Part::body) dragBody(what.what, to);
    if (what.part == Part::point) shown(what.what).ways[std::size_t(what.way)][std::size_t(what.point)] = to;
    if (what.part == Part::key) shown(what.what).keys[std::size_t(what.point)] = to;
    if (what.part == Part::camera) m_eye = {to.x, m_eye.y, to.y};
    if (what.part == Part::target) m_target = {to.x, m_target.y, to.y};
    if (what.part == Part::facing) {
        const glm::vec2 way = to - shown(what.what).at;
        if (glm::length(way) > 1e-3f) shown(what.what).yaw = glm::degrees(std::atan2(way.x, way.y));
    }
    m_dragged = true;
    update();
}

void TopView::say(const stage::HandStaging& hand, const QString& what) { Q_EMIT moved(hand, what); }

/// Says what is moved by hand now, what was before included as long as it belongs to this set.
void TopView::report(const Hit& what) {
    m_dragged = false;
    stage::HandStaging hand = handIn(*m_scene);
    const StagedScene& scene = *m_scene;
    switch (what.part) {
    case Part::body: return say(studio::moved(scene, hand, what.what, shown(what.what).at - placeOf(scene, what.what, m_seconds), m_seconds), tr("Move %1").arg(nameOfHit(what)));
    case Part::facing: return say(studio::turned(scene, hand, what.what, shown(what.what).yaw, m_seconds), tr("Turn %1").arg(nameOfHit(what)));
    case Part::point: return say(withPoint(scene, hand, what.what, std::size_t(what.way), std::size_t(what.point), centreOf(what)), tr("Change the way of %1").arg(nameOfHit(what)));
    case Part::key: return say(withKeyPlace(scene, hand, what.what.index, std::size_t(what.point), centreOf(what)), tr("Move a key of %1").arg(nameOfHit(what)));
    default: hand.camera = stage::HandCamera{m_eye, m_target, hand.camera ? hand.camera->lensMm : std::nullopt};
    }
    say(hand, tr("Move %1").arg(nameOfHit(what)));
}

void TopView::addPoint(const Hit& way, const glm::vec2& point) {
    m_chosen = way;
    say(withNewPoint(*m_scene, handIn(*m_scene), way.what, std::size_t(way.way), std::size_t(way.point), point), tr("Give the way of %1 a point").arg(nameOfHit(way)));
}

void TopView::removePoint(const Hit& what) {
    if (what.part == Part::key) {
        say(withoutKey(*m_scene, handIn(*m_scene), what.what.index, std::size_t(what.point)), tr("Remove a key of %1").arg(nameOfHit(what)));
        return;
    }
    if (shown(what.what).ways[std::size_t(what.way)].size() < 2) return; // the way would have no end
    say(withoutPoint(*m_scene, handIn(*m_scene), what.what, std::size_t(what.way), std::size_t(what.point)), tr("Take a point from the way of %1").arg(nameOfHit(what)));
}

void TopView::giveBack(const Hit& what) {
    if (!isByHand(what)) return;
    stage::HandStaging hand = givenBack(*m_scene, m_scene->hand, what.what);
    if (!what.what) hand.camera.reset();
    say(hand, tr("Give back %1").arg(nameOfHit(what)));
}

void TopView::giveBackAll() { say(stage::HandStaging{}, tr("Give all back")); }

void TopView::turn(float by) {
    const Taken what = m_chosen.what;
    say(studio::turned(*m_scene, handIn(*m_scene), what, studio::yawOf(*m_scene, what, m_seconds) + by, m_seconds), tr("Turn %1").arg(nameOf(*m_scene, what)));
}

void TopView::resizeEvent(QResizeEvent*) {
    if (m_fitted) fit();
}

void TopView::wheelEvent(QWheelEvent* event) {
    const glm::vec2 under = floorAt(event->position());
    m_fitted = false;
    m_scale = std::clamp(m_scale * std::pow(wheelStep, event->angleDelta().y() / 120.0), leastScale, mostScale);
    const glm::vec2 now = floorAt(event->position());
    m_middle += QPointF(under.x - now.x, under.y - now.y); // what is under the mouse stays there
    update();
    event->accept();
}

void TopView::mousePressEvent(QMouseEvent* event) {
    if (!m_scene) return;
    m_pressed = event->position();
    m_panning = event->button() == Qt::MiddleButton;
    if (event->button() != Qt::LeftButton) return;
    m_held = hit(m_pressed);
    choose(m_held);
    m_grip = floorAt(m_pressed) - centreOf(m_held);
}

void TopView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_scene) return;
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) {
        const Hit over = hit(event->position());
        setCursor(over.part != Part::floor ? Qt::OpenHandCursor : wayUnder(event->position()).part != Part::none ? Qt::CrossCursor : Qt::ArrowCursor);
        if (over == m_hovered) return;
        m_hovered = over;
        return update();
    }
    if (m_panning || m_held.part == Part::floor) {
        m_fitted = false;
        m_middle -= (event->position() - m_pressed) / m_scale;
        m_pressed = event->position();
        return update();
    }
    if (!m_dragged && QLineF(m_pressed, event->position()).length() < QApplication::startDragDistance() / 2.0) return;
    setCursor(Qt::ClosedHandCursor);
    if (m_held.part != Part::none) drag(m_held, floorAt(event->position()) - m_grip);
}

void TopView::mouseReleaseEvent(QMouseEvent*) {
    m_panning = false;
    const Hit held = std::exchange(m_held, {});
    setCursor(Qt::ArrowCursor);
    if (m_dragged) report(held);
    update();
}

void TopView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_scene) return;
    const Hit what = hit(event->position()), way = wayUnder(event->position());
    m_held = {};
    const bool onEnd = what.part == Part::point || what.part == Part::key;
    if (onEnd) removePoint(what);
    else if (way.part != Part::none && (what.part == Part::floor || what.what.isThing())) addPoint(way, floorAt(event->position()));
    else if (what.part == Part::floor) fit();
    else giveBack(what);
}

void TopView::contextMenuEvent(QContextMenuEvent* event) {
    if (!m_scene) return;
    const Hit what = hit(event->pos()), way = wayUnder(event->pos());
    const glm::vec2 there = floorAt(event->pos());
    QMenu menu(this);
    if (what.part == Part::point || what.part == Part::key) menu.addAction(what.part == Part::key ? tr("Remove this key") : tr("Remove this point"), this, [this, what] { removePoint(what); });
    else if (way.part != Part::none) menu.addAction(tr("Give the way a point here"), this, [this, way, there] { addPoint(way, there); });
    if (what.what.isPerson()) menu.addAction(tr("Key %1 at the playhead").arg(nameOfHit(what)), this, [this, what] { Q_EMIT keyWanted(what.what.index); });
    if (isByHand(what)) menu.addAction(tr("%1 as the prompt says").arg(nameOfHit(what)), this, [this, what] { giveBack(what); });
    QAction* all = menu.addAction(tr("Everything as the prompt says"), this, [this] { giveBackAll(); });
    all->setEnabled(!m_scene->hand.empty());
    menu.addAction(tr("Fit"), this, [this] { fit(); });
    menu.exec(event->globalPos());
}

void TopView::keyPressEvent(QKeyEvent* event) {
    const bool large = event->modifiers() & Qt::ShiftModifier;
    const float step = large ? bigNudge : nudge;
    glm::vec2 by{0};
    if (event->key() == Qt::Key_Left) by.x = -step;
    if (event->key() == Qt::Key_Right) by.x = step;
    if (event->key() == Qt::Key_Up) by.y = -step;
    if (event->key() == Qt::Key_Down) by.y = step;
    if (!m_scene || m_chosen.part == Part::none) return QWidget::keyPressEvent(event);
    if (by != glm::vec2(0)) {
        Hit what = m_chosen;
        if (what.part == Part::facing) what.part = Part::body;
        drag(what, centreOf(what) + by);
        return report(what);
    }
    const bool left = event->key() == Qt::Key_BracketLeft || event->key() == Qt::Key_BraceLeft, right = event->key() == Qt::Key_BracketRight || event->key() == Qt::Key_BraceRight;
    if ((left || right) && m_chosen.what) return turn((left ? 1.0f : -1.0f) * (large ? fineTurn : turnStep));
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        if (m_chosen.part == Part::point || m_chosen.part == Part::key) return removePoint(m_chosen);
        return giveBack(m_chosen);
    }
    QWidget::keyPressEvent(event);
}

bool TopView::event(QEvent* event) {
    // While something here is chosen the arrows and Delete are for it, not for the playhead and the shot.
    if (event->type() == QEvent::ShortcutOverride && m_chosen.part != Part::none) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_BracketLeft:
        case Qt::Key_BracketRight:
        case Qt::Key_Delete:
        case Qt::Key_Backspace: event->accept(); return true;
        default: break;
        }
    }
    return QWidget::event(event);
}

} // namespace rushes::studio
