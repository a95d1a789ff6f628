// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/shot_keys.h"

#include "ui/bridge/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/paint.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace rushes::studio {

namespace token = ui::token;

namespace {

constexpr int kNames = token::s64, kRow = token::s16, kPeople = 3; ///< pixels; people that have a row
constexpr int kHead = token::s24;                                   ///< the row of the keys
constexpr double kReach = token::s8;                                ///< pixels about a key that take hold of it

} // namespace

ShotKeys::ShotKeys(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::ClickFocus);
    setMouseTracking(true);
    setFixedHeight(kHead + kRow + token::s8);
    setAccessibleName(tr("The shot's time"));
    setToolTip(tr("The camera's keys, with their lenses where these differ, and what everybody does. Double click or Shift+K sets a key at the playhead, Delete takes the chosen one away"));
}

QSize ShotKeys::sizeHint() const { return {token::inspectorWidth, height()}; }

double ShotKeys::length() const { return m_scene ? std::max(0.04, m_scene->duration.seconds()) : 1; }
QPointF ShotKeys::placeOf(double seconds) const { return {kNames + seconds / length() * (width() - kNames - token::s8), kHead / 2.0}; }
double ShotKeys::secondsAt(double x) const { return std::clamp((x - kNames) / std::max(1, width() - kNames - token::s8), 0.0, 1.0) * length(); }

void ShotKeys::setScene(std::shared_ptr<const StagedScene> scene) {
    m_scene = std::move(scene);
    if (!m_dragged) m_held = -1;
    if (!m_scene || m_chosen >= int(m_scene->hand.keys.size())) m_chosen = -1;
    const int people = m_scene ? std::clamp(int(m_scene->people.size()), 1, kPeople) : 1;
    setFixedHeight(kHead + people * kRow + token::s8);
    update();
}

void ShotKeys::setSeconds(double seconds) {
    m_seconds = seconds;
    update();
}

double ShotKeys::keySeconds(int index) const { return index == m_held && m_dragged ? m_heldAt : m_scene->hand.keys[std::size_t(index)].seconds; }

int ShotKeys::keyAt(const QPointF& point) const {
    if (!m_scene || m_scene->hand.set != m_scene->set || point.y() > kHead) return -1;
    for (int i = int(m_scene->hand.keys.size()) - 1; i >= 0; --i)
        if (std::abs(placeOf(keySeconds(i)).x() - point.x()) <= kReach) return i;
    return -1;
}

void ShotKeys::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    ui::fillRound(painter, rect(), token::window, token::radiusField, token::line);
    if (!m_scene) return;
    paintRuler(painter);
    paintBeats(painter);
    const double x = placeOf(m_seconds).x();
    painter.setPen(QPen(token::accent, token::hairline));
    painter.drawLine(QPointF(x, token::s2), QPointF(x, height() - token::s2));
    paintKeys(painter);
}

/// A tick a second.
void ShotKeys::paintRuler(QPainter& painter) const {
    painter.setPen(QPen(token::line, token::hairline));
    const int step = length() > 20 ? 5 : 1;
    for (int second = 0; second <= int(length()); second += step) {
        const double x = placeOf(second).x();
        painter.drawLine(QPointF(x, kHead - token::s4), QPointF(x, kHead));
    }
    painter.setFont(ui::font(ui::Face::small));
    painter.setPen(token::dim);
    painter.drawText(QRectF(token::s8, 0, kNames - token::s8, kHead), Qt::AlignVCenter, tr("Camera"));
}

void ShotKeys::paintBeats(QPainter& painter) const {
    const QFontMetrics metrics(ui::font(ui::Face::small));
    for (int i = 0; i < std::min(int(m_scene->people.size()), kPeople); ++i) {
        painter.setPen(token::dim);
        const QRectF name(token::s8, kHead + i * kRow, kNames - token::s12, kRow);
        painter.drawText(name, Qt::AlignVCenter, metrics.elidedText(ui::qs(m_scene->people[std::size_t(i)]), Qt::ElideRight, int(name.width())));
    }
    for (const auto& beat : m_scene->beats) {
        if (beat.person >= kPeople) continue;
        const double left = placeOf(beat.start).x(), right = placeOf(std::min(beat.end, length())).x();
        const QRectF bar(left, kHead + beat.person * kRow + 1, std::max(1.0, right - left - 1), kRow - 2);
        ui::fillRound(painter, bar, token::raised, token::radiusSmall, token::line);
        painter.setPen(token::text);
        painter.drawText(bar.adjusted(token::s4, 0, -token::s2, 0), Qt::AlignVCenter, metrics.elidedText(ui::qs(beat.what), Qt::ElideRight, int(bar.width()) - token::s4));
    }
}

void ShotKeys::paintKeys(QPainter& painter) const {
    const auto& keys = m_scene->hand.keys;
    if (keys.empty() || m_scene->hand.set != m_scene->set) {
        painter.setPen(token::faint);
        painter.setFont(ui::font(ui::Face::small));
        painter.drawText(QRectF(kNames, 0, width() - kNames, kHead), Qt::AlignVCenter, m_scene->hand.camera && m_scene->hand.set == m_scene->set ? tr("placed by hand") : tr("as the prompt says"));
        return;
    }
    painter.setPen(QPen(token::accent, token::hairline));
    painter.drawLine(placeOf(keySeconds(0)), placeOf(keySeconds(int(keys.size()) - 1)));
    for (int i = 0; i < int(keys.size()); ++i) {
        const QPointF at = placeOf(keySeconds(i));
        const double r = token::s4 + token::s2;
        painter.setBrush(i == m_chosen ? token::text : token::accent);
        painter.setPen(QPen(token::window, token::hairline));
        painter.drawPolygon(QPolygonF({at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)}));
    }
    paintLenses(painter);
}

/// The lens beside each key, where it is not the same at all of them.
void ShotKeys::paintLenses(QPainter& painter) const {
    const auto& keys = m_scene->hand.keys;
    const auto lensAt = [&](const stage::CameraKey& key) { return int(std::lround(m_scene->lensAt(key.seconds))); };
    if (m_scene->track.empty() || std::all_of(keys.begin(), keys.end(), [&](const auto& key) { return lensAt(key) == lensAt(keys.front()); })) return;
    painter.setFont(ui::font(ui::Face::monoSmall));
    painter.setPen(token::dim);
    for (int i = 0; i < int(keys.size()); ++i) {
        const QPointF at = placeOf(keySeconds(i));
        const QString words = QString::number(lensAt(keys[std::size_t(i)]));
        const double wide = painter.fontMetrics().horizontalAdvance(words), room = width() - token::s8 - at.x() - token::s8;
        const QRectF place(room < wide ? at.x() - token::s8 - wide : at.x() + token::s8, token::s4, wide, kHead - token::s8);
        painter.fillRect(place.adjusted(-token::s2, 0, token::s2, 0), token::window); // over the line from key to key
        painter.drawText(place, Qt::AlignVCenter, words);
    }
}

void ShotKeys::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_scene) return;
    m_held = m_chosen = keyAt(event->position());
    m_dragged = false;
    Q_EMIT seekWanted(m_chosen >= 0 ? keySeconds(m_chosen) : secondsAt(event->position().x()));
    update();
}

void ShotKeys::mouseMoveEvent(QMouseEvent* event) {
    if (!m_scene) return;
    setCursor(keyAt(event->position()) >= 0 ? Qt::SizeHorCursor : Qt::ArrowCursor);
    if (!(event->buttons() & Qt::LeftButton)) return;
    if (m_held < 0) {
        Q_EMIT seekWanted(secondsAt(event->position().x()));
        return;
    }
    if (!m_dragged && std::abs(placeOf(keySeconds(m_held)).x() - event->position().x()) < QApplication::startDragDistance() / 2.0) return;
    m_dragged = true;
    m_heldAt = secondsAt(event->position().x());
    update();
}

void ShotKeys::mouseReleaseEvent(QMouseEvent*) {
    const int held = std::exchange(m_held, -1);
    if (held >= 0 && std::exchange(m_dragged, false)) Q_EMIT keyMoved(std::size_t(held), m_heldAt);
}

void ShotKeys::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!m_scene || keyAt(event->position()) >= 0) return;
    Q_EMIT seekWanted(secondsAt(event->position().x()));
    Q_EMIT keyWanted();
}

void ShotKeys::keyPressEvent(QKeyEvent* event) {
    const bool away = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (away && m_chosen >= 0) Q_EMIT keyRemoved(std::size_t(std::exchange(m_chosen, -1)));
    else QWidget::keyPressEvent(event);
}

bool ShotKeys::event(QEvent* event) {
    // While a key is chosen Delete is for it, not for the shot.
    if (event->type() == QEvent::ShortcutOverride && m_chosen >= 0) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut && m_chosen >= 0) {
        m_chosen = -1;
        update();
    }
    return QWidget::event(event);
}

} // namespace rushes::studio
