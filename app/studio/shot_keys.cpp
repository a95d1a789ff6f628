// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/shot_keys.h"

#include "ui/bridge/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/paint.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace rushes::studio {

namespace token = ui::token;

namespace {

constexpr int kNames = token::s64, kRow = token::s16, kPeople = 5; ///< pixels; people that have a row
constexpr int kHead = token::s24;                                   ///< the row of the keys
constexpr double kReach = token::s8;                                ///< pixels about a key that take hold of it

} // namespace

ShotKeys::ShotKeys(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::ClickFocus);
    setMouseTracking(true);
    setFixedHeight(kHead + kRow + token::s8);
    setAccessibleName(tr("The shot's time"));
    setToolTip(tr("Keys of the camera, with their lenses where these differ, and of people, and what everybody does. Double click sets a key there, Shift+K one at the playhead for who is "
                  "chosen, else the camera; drag it to another time, Delete takes it away, a right click on a person's key says what they do from there"));
}

QSize ShotKeys::sizeHint() const { return {token::inspectorWidth, height()}; }

double ShotKeys::length() const { return m_scene ? std::max(0.04, m_scene->duration.seconds()) : 1; }
QPointF ShotKeys::placeOf(double seconds, int person) const {
    return {kNames + seconds / length() * (width() - kNames - token::s8), person == camera ? kHead / 2.0 : kHead + (person + 0.5) * kRow};
}
double ShotKeys::secondsAt(double x) const { return std::clamp((x - kNames) / std::max(1, width() - kNames - token::s8), 0.0, 1.0) * length(); }

void ShotKeys::setScene(std::shared_ptr<const StagedScene> scene) {
    m_scene = std::move(scene);
    if (!m_dragged) m_held = {};
    if (!m_scene || m_chosen.row >= rows() || m_chosen.index >= int(keysOf(m_chosen.row))) m_chosen = {};
    setFixedHeight(kHead + std::max(1, rows()) * kRow + token::s8);
    update();
}

void ShotKeys::setSeconds(double seconds) {
    m_seconds = seconds;
    update();
}

void ShotKeys::setChosen(const Taken& what) {
    m_person = what.isPerson() ? what : Taken{};
    update();
}

int ShotKeys::rows() const { return m_scene ? std::min(int(m_scene->people.size()), kPeople) : 0; }

int ShotKeys::rowAt(double y) const {
    if (y < kHead) return camera;
    const int row = int((y - kHead) / kRow);
    return row < rows() ? row : nobody;
}

std::size_t ShotKeys::keysOf(int row) const {
    if (!m_scene || m_scene->hand.set != m_scene->set || row < camera) return 0;
    if (row == camera) return m_scene->hand.keys.size();
    const auto keys = m_scene->hand.people.find(m_scene->people[std::size_t(row)]);
    return keys == m_scene->hand.people.end() ? 0 : keys->second.size();
}

double ShotKeys::keySeconds(const Key& key) const {
    if (key == m_held && m_dragged) return m_heldAt;
    if (key.row == camera) return m_scene->hand.keys[std::size_t(key.index)].seconds;
    return m_scene->hand.people.at(m_scene->people[std::size_t(key.row)])[std::size_t(key.index)].seconds;
}

ShotKeys::Key ShotKeys::keyAt(const QPointF& point) const {
    const int row = rowAt(point.y());
    for (int i = int(keysOf(row)) - 1; i >= 0; --i)
        if (std::abs(placeOf(keySeconds({row, i}), row).x() - point.x()) <= kReach) return {row, i};
    return {};
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
    if (keysOf(camera) == 0) paintEmpty(painter);
    for (int row = camera; row < rows(); ++row) paintKeys(painter, row);
    paintLenses(painter);
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
    for (int i = 0; i < rows(); ++i) {
        painter.setPen(m_person == Taken::person(i) ? token::accent : token::dim);
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

/// In the camera's row: that it has no keys, and who placed it.
void ShotKeys::paintEmpty(QPainter& painter) const {
    painter.setPen(token::faint);
    painter.setFont(ui::font(ui::Face::small));
    const bool placed = m_scene->hand.camera && m_scene->hand.set == m_scene->set;
    painter.drawText(QRectF(kNames, 0, width() - kNames, kHead), Qt::AlignVCenter, placed ? tr("placed by hand") : tr("as the prompt says"));
}

void ShotKeys::paintKeys(QPainter& painter, int row) const {
    const int count = int(keysOf(row));
    if (count == 0) return;
    const auto at = [&](int i) { return placeOf(keySeconds({row, i}), row); };
    const double r = row == camera ? token::s4 + token::s2 : token::s4 + 1;
    if (row == camera) {
        painter.setPen(QPen(token::accent, token::hairline));
        painter.drawLine(at(0), at(count - 1));
    }
    for (int i = 0; i < count; ++i) {
        painter.setBrush(m_chosen == Key{row, i} ? token::text : token::accent);
        painter.setPen(QPen(token::window, token::hairline));
        painter.drawPolygon(QPolygonF({at(i) + QPointF(0, -r), at(i) + QPointF(r, 0), at(i) + QPointF(0, r), at(i) + QPointF(-r, 0)}));
    }
}

/// The lens beside each key, where it is not the same at all of them.
void ShotKeys::paintLenses(QPainter& painter) const {
    const auto& keys = m_scene->hand.keys;
    const auto lensAt = [&](const stage::CameraKey& key) { return int(std::lround(m_scene->lensAt(key.seconds))); };
    if (keysOf(camera) == 0 || m_scene->track.empty() || std::all_of(keys.begin(), keys.end(), [&](const auto& key) { return lensAt(key) == lensAt(keys.front()); })) return;
    painter.setFont(ui::font(ui::Face::monoSmall));
    painter.setPen(token::dim);
    for (int i = 0; i < int(keys.size()); ++i) {
        const QPointF at = placeOf(keySeconds({camera, i}));
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
    const int row = rowAt(event->position().y());
    if (row >= 0 && Taken::person(row) != m_person) Q_EMIT chosen(m_person = Taken::person(row));
    if (row == camera && m_person) Q_EMIT chosen(m_person = Taken{});
    if (event->position().x() >= kNames - token::s8) Q_EMIT seekWanted(m_chosen ? keySeconds(m_chosen) : secondsAt(event->position().x()));
    update();
}

void ShotKeys::mouseMoveEvent(QMouseEvent* event) {
    if (!m_scene) return;
    setCursor(keyAt(event->position()) ? Qt::SizeHorCursor : Qt::ArrowCursor);
    if (!(event->buttons() & Qt::LeftButton)) return;
    if (!m_held) {
        Q_EMIT seekWanted(secondsAt(event->position().x()));
        return;
    }
    if (!m_dragged && std::abs(placeOf(keySeconds(m_held)).x() - event->position().x()) < QApplication::startDragDistance() / 2.0) return;
    m_dragged = true;
    m_heldAt = secondsAt(event->position().x());
    update();
}

void ShotKeys::mouseReleaseEvent(QMouseEvent*) {
    const Key held = std::exchange(m_held, {});
    if (held && std::exchange(m_dragged, false)) Q_EMIT keyMoved(held.row, std::size_t(held.index), m_heldAt);
}

void ShotKeys::mouseDoubleClickEvent(QMouseEvent* event) {
    const int row = rowAt(event->position().y());
    if (!m_scene || row == nobody || keyAt(event->position()) || event->position().x() < kNames) return;
    Q_EMIT seekWanted(secondsAt(event->position().x()));
    Q_EMIT keyWanted(row);
}

void ShotKeys::contextMenuEvent(QContextMenuEvent* event) {
    const Key key = keyAt(event->pos());
    const int row = rowAt(event->pos().y());
    if (!m_scene || row == nobody) return;
    QMenu menu(this);
    if (!key) {
        menu.addAction(row == camera ? tr("Key the camera at the playhead") : tr("Key %1 at the playhead").arg(ui::qs(m_scene->people[std::size_t(row)])), this, [this, row] { Q_EMIT keyWanted(row); });
        menu.exec(event->globalPos());
        return;
    }
    if (row != camera) addActs(menu, key);
    menu.addAction(tr("Remove this key"), this, [this, key] { Q_EMIT keyRemoved(key.row, std::size_t(key.index)); });
    menu.exec(event->globalPos());
}

/// What a person may do from a key on: what needs nothing in the hands and nobody else.
void ShotKeys::addActs(QMenu& menu, const Key& key) {
    static const std::vector<std::pair<const char*, const char*>> acts{
        {"stand", QT_TR_NOOP("Stand")}, {"wave", QT_TR_NOOP("Wave")}, {"point", QT_TR_NOOP("Point")}, {"nod", QT_TR_NOOP("Nod")}, {"shake_head", QT_TR_NOOP("Shake the head")},
        {"laugh", QT_TR_NOOP("Laugh")}, {"cry", QT_TR_NOOP("Cry")}, {"shout", QT_TR_NOOP("Shout")}, {"think", QT_TR_NOOP("Think")}, {"crouch", QT_TR_NOOP("Crouch")},
        {"kneel", QT_TR_NOOP("Kneel")}, {"jump", QT_TR_NOOP("Jump")}, {"dance", QT_TR_NOOP("Dance")}, {"clap", QT_TR_NOOP("Clap")}};
    const std::string now = m_scene->hand.people.at(m_scene->people[std::size_t(key.row)])[std::size_t(key.index)].act;
    const auto add = [&](const QString& words, const std::string& act) {
        QAction* action = menu.addAction(words, this, [this, key, act] { Q_EMIT actWanted(key.row, std::size_t(key.index), act); });
        action->setCheckable(true);
        action->setChecked(act == now);
    };
    add(tr("From here: as the prompt says"), {});
    menu.addSeparator();
    for (const auto& [act, words] : acts) add(tr(words), act);
    menu.addSeparator();
}

void ShotKeys::keyPressEvent(QKeyEvent* event) {
    const bool away = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (!away || !m_chosen) return QWidget::keyPressEvent(event);
    const Key gone = std::exchange(m_chosen, {});
    Q_EMIT keyRemoved(gone.row, std::size_t(gone.index));
}

bool ShotKeys::event(QEvent* event) {
    // While a key is chosen Delete is for it, not for the shot.
    if (event->type() == QEvent::ShortcutOverride && m_chosen) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut && m_chosen && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
        m_chosen = {};
        update();
    }
    return QWidget::event(event);
}

} // namespace rushes::studio
