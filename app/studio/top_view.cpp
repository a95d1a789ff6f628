// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/top_view.h"

#include "ui/bridge/words.h"
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
constexpr float nudge = 0.1f, bigNudge = 0.5f, roomAround = 0.8f;   ///< metres
constexpr int reachPixels = 11;                                           ///< pixels about a point that still take hold of it

} // namespace

TopView::TopView(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
    setMinimumHeight(token::topViewHeight);
    setAccessibleName(tr("Top view"));
    setToolTip(tr("Drag people, the way they face, the camera or its aim; a double click gives one back to the prompt"));
}

QSize TopView::sizeHint() const { return {token::inspectorWidth, token::topViewHeight}; }

void TopView::setWords(const QString& words) {
    m_words = words;
    m_scene.reset();
    m_held = m_hovered = {};
    update();
}

void TopView::setScene(std::shared_ptr<const StagedScene> scene) {
    if (m_dragged) return; // the answer to what was before; the one to this comes when the mouse lets go
    m_words.clear();
    m_scene = std::move(scene);
    m_marks.clear();
    for (std::size_t i = 0; i < m_scene->people.size(); ++i) m_marks.push_back(m_scene->plan.marks[i].path.front());
    m_yaws = m_scene->yaws;
    m_eye = m_scene->eye;
    m_target = m_scene->target;
    m_held = m_hovered = {};
    if (m_chosen.person >= int(m_marks.size())) m_chosen = {};
    if (m_fitted) fit();
    update();
}

void TopView::fit() {
    m_fitted = true;
    if (!m_scene) return;
    glm::vec2 low{m_eye.x, m_eye.z}, high = low;
    const auto hold = [&](const glm::vec2& point) {
        low = glm::min(low, point);
        high = glm::max(high, point);
    };
    for (const auto& mark : m_scene->plan.marks)
        for (const auto& point : mark.path) hold(point);
    for (const auto& camera : m_scene->plan.camera) hold(camera.eye);
    const glm::vec2 size = high - low + 2 * roomAround;
    m_scale = std::clamp(std::min((width() - token::s24) / double(size.x), (height() - token::s24) / double(size.y)), leastScale, mostScale / 2);
    const glm::vec2 middle = (low + high) * 0.5f;
    m_middle = {middle.x, middle.y};
    update();
}

QPointF TopView::at(const glm::vec2& floor) const { return {width() / 2.0 + (floor.x - m_middle.x()) * m_scale, height() / 2.0 + (floor.y - m_middle.y()) * m_scale}; }

glm::vec2 TopView::floorAt(const QPointF& point) const {
    return {float((point.x() - width() / 2.0) / m_scale + m_middle.x()), float((point.y() - height() / 2.0) / m_scale + m_middle.y())};
}

QPointF TopView::personAt(const std::string& who) const {
    for (std::size_t i = 0; m_scene && i < m_scene->people.size(); ++i)
        if (m_scene->people[i] == who) return at(m_marks[i]);
    return {};
}

/// The tip of the line that says where a person faces: yaw 0 is down the page, 90 to the right.
QPointF TopView::facingAt(int person) const {
    const double yaw = glm::radians(double(m_yaws[std::size_t(person)]));
    return at(m_marks[std::size_t(person)]) + QPointF(std::sin(yaw), std::cos(yaw)) * (token::s16 + token::s4);
}

TopView::Hit TopView::hit(const QPointF& point) const {
    if (!m_scene) return {};
    const auto near = [&](const QPointF& there, double reach) { return QLineF(there, point).length() <= reach; };
    for (int i = int(m_marks.size()) - 1; i >= 0; --i) {
        if (near(at(m_marks[std::size_t(i)]), token::s8)) return {Part::person, i};
        if (near(facingAt(i), token::s8)) return {Part::facing, i};
    }
    if (near(at({m_eye.x, m_eye.z}), reachPixels)) return {Part::camera, -1};
    if (near(at({m_target.x, m_target.z}), token::s8)) return {Part::target, -1};
    for (int i = 0; i < int(m_marks.size()); ++i)
        if (near(at(m_marks[std::size_t(i)]), reachPixels)) return {Part::person, i};
    return {Part::floor, -1};
}

bool TopView::byHand(const Hit& what) const {
    if (!m_scene || m_scene->hand.set != m_scene->set) return false;
    if (what.part == Part::camera || what.part == Part::target) return m_scene->hand.camera.has_value();
    return what.person >= 0 && m_scene->hand.marks.contains(m_scene->people[std::size_t(what.person)]);
}

QString TopView::nameOf(const Hit& what) const {
    return what.person >= 0 ? ui::qs(m_scene->people[std::size_t(what.person)]) : what.part == Part::target ? tr("the aim") : tr("the camera");
}

void TopView::drag(const Hit& what, const glm::vec2& to) {
    if (what.part == Part::person) m_marks[std::size_t(what.person)] = to;
    if (what.part == Part::camera) m_eye = {to.x, m_eye.y, to.y};
    if (what.part == Part::target) m_target = {to.x, m_target.y, to.y};
    if (what.part == Part::facing) {
        const glm::vec2 way = to - m_marks[std::size_t(what.person)];
        if (glm::length(way) > 1e-3f) m_yaws[std::size_t(what.person)] = glm::degrees(std::atan2(way.x, way.y));
    }
    m_dragged = true;
    update();
}

/// Says what is moved by hand now, what was before included as long as it belongs to this set.
void TopView::report(const Hit& what) {
    m_dragged = false;
    stage::HandStaging hand = m_scene->hand.set == m_scene->set ? m_scene->hand : stage::HandStaging{};
    hand.set = m_scene->set;
    if (what.person >= 0) {
        const auto i = std::size_t(what.person);
        auto& mark = hand.marks[m_scene->people[i]];
        mark.at = m_marks[i];
        if (what.part == Part::facing) mark.yaw = m_yaws[i];
    } else {
        hand.camera = stage::HandCamera{m_eye, m_target, hand.camera ? hand.camera->lensMm : std::nullopt};
    }
    Q_EMIT moved(hand, what.part == Part::facing ? tr("Turn %1").arg(nameOf(what)) : tr("Move %1").arg(nameOf(what)));
}

void TopView::giveBack(const Hit& what) {
    if (!byHand(what)) return;
    stage::HandStaging hand = m_scene->hand;
    if (what.person >= 0) hand.marks.erase(m_scene->people[std::size_t(what.person)]);
    else hand.camera.reset();
    Q_EMIT moved(hand, tr("Give back %1").arg(nameOf(what)));
}

void TopView::giveBackAll() { Q_EMIT moved(stage::HandStaging{}, tr("Give all back")); }

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
    if (event->button() != Qt::LeftButton || !m_scene) return;
    m_pressed = event->position();
    m_held = hit(m_pressed);
    m_chosen = m_held.part == Part::floor ? Hit{} : m_held;
    const QPointF centre = m_held.part == Part::person ? at(m_marks[std::size_t(m_held.person)])
                           : m_held.part == Part::camera ? at({m_eye.x, m_eye.z})
                           : m_held.part == Part::target ? at({m_target.x, m_target.z})
                                                         : m_pressed;
    m_grip = floorAt(m_pressed) - floorAt(centre);
    update();
}

void TopView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_scene) return;
    if (!(event->buttons() & Qt::LeftButton)) {
        const Hit over = hit(event->position());
        setCursor(over.part == Part::floor ? Qt::ArrowCursor : Qt::OpenHandCursor);
        if (over == m_hovered) return;
        m_hovered = over;
        return update();
    }
    if (!m_dragged && m_held.part != Part::floor && QLineF(m_pressed, event->position()).length() < QApplication::startDragDistance() / 2.0) return;
    if (m_held.part == Part::floor) {
        m_fitted = false;
        m_middle -= (event->position() - m_pressed) / m_scale;
        m_pressed = event->position();
        return update();
    }
    setCursor(Qt::ClosedHandCursor);
    if (m_held.part != Part::none) drag(m_held, floorAt(event->position()) - m_grip);
}

void TopView::mouseReleaseEvent(QMouseEvent*) {
    const Hit held = std::exchange(m_held, {});
    setCursor(Qt::ArrowCursor);
    if (m_dragged) report(held);
}

void TopView::mouseDoubleClickEvent(QMouseEvent* event) {
    const Hit what = hit(event->position());
    if (what.part == Part::floor) fit();
    else giveBack(what);
}

void TopView::contextMenuEvent(QContextMenuEvent* event) {
    if (!m_scene) return;
    const Hit what = hit(event->pos());
    QMenu menu(this);
    if (byHand(what)) menu.addAction(tr("%1 as the prompt says").arg(nameOf(what)), this, [this, what] { giveBack(what); });
    QAction* all = menu.addAction(tr("Everything as the prompt says"), this, [this] { giveBackAll(); });
    all->setEnabled(!m_scene->hand.empty());
    menu.addAction(tr("Fit"), this, [this] { fit(); });
    menu.exec(event->globalPos());
}

void TopView::keyPressEvent(QKeyEvent* event) {
    const float step = event->modifiers() & Qt::ShiftModifier ? bigNudge : nudge;
    glm::vec2 by{0};
    if (event->key() == Qt::Key_Left) by.x = -step;
    if (event->key() == Qt::Key_Right) by.x = step;
    if (event->key() == Qt::Key_Up) by.y = -step;
    if (event->key() == Qt::Key_Down) by.y = step;
    const bool there = m_scene && m_chosen.part != Part::none;
    if (there && by != glm::vec2(0)) {
        const Hit what = m_chosen.part == Part::facing ? Hit{Part::person, m_chosen.person} : m_chosen;
        drag(what, (what.person >= 0 ? m_marks[std::size_t(what.person)] : what.part == Part::camera ? glm::vec2(m_eye.x, m_eye.z) : glm::vec2(m_target.x, m_target.z)) + by);
        return report(what);
    }
    if (there && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) return giveBack(m_chosen);
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
        case Qt::Key_Delete:
        case Qt::Key_Backspace: event->accept(); return true;
        default: break;
        }
    }
    if (event->type() == QEvent::FocusOut && m_chosen.part != Part::none) {
        m_chosen = {};
        update();
    }
    return QWidget::event(event);
}

} // namespace rushes::studio
