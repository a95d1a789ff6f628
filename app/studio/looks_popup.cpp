// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/looks_popup.h"

#ifdef RUSHES_STAGE

#include "app/papers/film_looks.h"
#include "engine/look/kept_look.h"
#include "engine/media/painted_picture.h"
#include "ui/bridge/background.h"
#include "ui/bridge/images.h"
#include "ui/bridge/words.h"
#include "ui/theme/icons.h"
#include "ui/widgets/paint.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QScreen>
#include <QToolTip>

#include <algorithm>

namespace rushes::studio {

namespace token = ui::token;
using ui::Face;

namespace {

constexpr int rowHeight = token::notePictureHeight + token::s24, mostRows = 6, useWidth = token::s64;

} // namespace

LooksPopup::LooksPopup(ui::Session& session, QWidget* parent) : QWidget(parent, Qt::Popup), m_session(session) {
    setMouseTracking(true);
    setAccessibleName(tr("Kept looks"));
    connect(&session, &ui::Session::changed, this, &LooksPopup::refresh);
    connect(&session, &ui::Session::closed, this, [this] {
        m_contents.clear();
        m_asked.clear();
        close();
    });
}

std::vector<const project::Reference*> LooksPopup::rows() const { return app::keptLooks(m_session.film()); }

void LooksPopup::refresh() {
    if (!isVisible()) return;
    const int count = int(rows().size());
    resize(token::popupWidth + token::s64, token::head + std::clamp(count, 1, mostRows) * rowHeight + token::s4);
    m_scrolled = std::clamp(m_scrolled, 0, std::max(0, count - mostRows));
    m_row = std::min(m_row, count - 1);
    update();
}

void LooksPopup::openUnder(QWidget* button) {
    m_row = -1;
    show();
    refresh();
    const QRect room = button->screen()->availableGeometry();
    QPoint corner = button->mapToGlobal(QPoint(0, button->height() + token::s4));
    corner.setX(std::min(corner.x(), room.right() - width()));
    if (corner.y() + height() > room.bottom()) corner.setY(button->mapToGlobal(QPoint()).y() - height() - token::s4);
    move(corner);
    setFocus();
}

QRect LooksPopup::rowRect(int row) const { return {0, token::head + (row - m_scrolled) * rowHeight, width(), rowHeight}; }

QRect LooksPopup::removeRect(int row) const {
    const QRect box = rowRect(row);
    return {box.right() - token::s8 - token::s24, box.center().y() - token::s12, token::s24, token::s24};
}

QRect LooksPopup::useRect(int row) const {
    const QRect bin = removeRect(row);
    return {bin.left() - token::s8 - useWidth, bin.top(), useWidth, bin.height()};
}

/// What the file holds; null while it is being read.
const LooksPopup::Contents* LooksPopup::contentsOf(const project::Reference& look) {
    const QString key = ui::qs(look.media);
    if (const auto found = m_contents.constFind(key); found != m_contents.constEnd()) return &*found;
    if (m_asked.contains(key)) return nullptr;
    m_asked.insert(key);
    ui::inBackground(
        this,
        [file = project::mediaPath(m_session.film(), look.media)] {
            Contents contents;
            const auto kept = look::readKeptLook(file);
            if (!kept) {
                contents.words = ui::qs(kept.error().message);
                contents.broken = true;
                return contents;
            }
            const auto& first = kept->frames.front();
            const int count = int(kept->frames.size());
            contents.words = count == 1 ? tr("A painted frame of %1").arg(ui::qs(first.request.shotNumber)) : tr("%1 painted frames of %2").arg(count).arg(ui::qs(first.request.shotNumber));
            const auto painted = media::decodePainted({reinterpret_cast<const char*>(first.picture.data()), first.picture.size()}, first.fileName);
            if (painted) contents.picture = ui::scaledToCover(ui::toQImage(painted->picture), {token::notePictureWidth, token::notePictureHeight}, 2);
            return contents;
        },
        [this, key](const Contents& contents) {
            m_contents.insert(key, contents);
            update();
        });
    return nullptr;
}

void LooksPopup::paintRow(QPainter& painter, int index, const project::Reference& look) {
    const QRect row = rowRect(index);
    if (index == m_row) painter.fillRect(row, token::hover);
    painter.fillRect(row.left(), row.top(), row.width(), token::hairline, token::line);
    const QRect picture(row.left() + token::s12, row.top() + token::s12, token::notePictureWidth, token::notePictureHeight);
    ui::fillRound(painter, picture, token::window, token::radiusSmall);
    const auto* contents = contentsOf(look);
    if (contents != nullptr && !contents->picture.isNull()) ui::drawCover(painter, picture, contents->picture);
    const int left = picture.right() + token::s12;
    QRect words(left, picture.top() - token::s2, useRect(index).left() - left - token::s8, token::interLine);
    const auto line = [&](Face face, const QColor& colour, const QString& text) {
        painter.setFont(ui::font(face));
        painter.setPen(colour);
        painter.drawText(words, Qt::AlignVCenter, painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
        words.translate(0, token::interLine);
    };
    line(Face::semibold, token::text, ui::qs(look.subject));
    line(Face::small, contents != nullptr && contents->broken ? token::error : token::dim, contents == nullptr ? tr("Being read") : contents->words);
    if (look.consent.empty()) line(Face::small, token::warn, look.artist.empty() ? tr("No artist, no word on consent") : tr("%1; no word on consent").arg(ui::qs(look.artist)));
    else line(Face::small, token::dim, look.artist.empty() ? ui::qs(look.consent) : tr("%1: %2").arg(ui::qs(look.artist), ui::qs(look.consent)));
    const bool uses = app::useOf(m_session.film(), m_session.selected(), look) != nullptr;
    const QRect use = useRect(index), bin = removeRect(index);
    ui::fillRound(painter, use, use.contains(m_mouse) ? token::hover : token::panel, token::radiusSmall, token::line);
    painter.setFont(ui::font(Face::small));
    painter.setPen(m_session.shot() == nullptr ? token::faint : token::text);
    painter.drawText(use, Qt::AlignCenter, uses ? tr("In use") : tr("Use"));
    if (bin.contains(m_mouse)) ui::fillRound(painter, bin, token::hover, token::radiusSmall);
    painter.drawPixmap(bin.center().x() - token::icon / 2 + 1, bin.center().y() - token::icon / 2 + 1, ui::iconPixmap(QStringLiteral("trash"), token::text, token::icon, devicePixelRatioF()));
}

void LooksPopup::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), token::raised);
    painter.setFont(ui::font(Face::semibold));
    painter.setPen(token::text);
    painter.drawText(QRect(token::s12, 0, width() - token::s24, token::head), Qt::AlignVCenter, tr("Kept looks"));
    const auto rows = this->rows();
    for (int i = m_scrolled; i < std::min(int(rows.size()), m_scrolled + mostRows); ++i) paintRow(painter, i, *rows[std::size_t(i)]);
    painter.setFont(ui::font(Face::text));
    painter.setPen(token::dim);
    if (rows.empty()) painter.drawText(QRect(0, token::head, width(), rowHeight), Qt::AlignCenter, tr("The film keeps no look. Paint a frame of a shot, then keep its look."));
    painter.setPen(token::line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void LooksPopup::toggle(const project::Reference& look) {
    const auto* shot = m_session.shot();
    if (shot == nullptr) return;
    if (const auto* use = app::useOf(m_session.film(), shot->id, look)) return m_session.removeReference(use->id);
    const auto id = shot->id;
    const QString name = ui::qs(look.subject);
    m_session.useLook(id, app::useFields(look));
    Q_EMIT used(id, name);
}

void LooksPopup::mousePressEvent(QMouseEvent* event) {
    const QPoint point = event->position().toPoint();
    if (!rect().contains(point)) {
        close();
        return;
    }
    const auto rows = this->rows();
    for (int i = m_scrolled; i < int(rows.size()); ++i) {
        if (useRect(i).contains(point)) return toggle(*rows[std::size_t(i)]);
        if (!removeRect(i).contains(point)) continue;
        const QString name = ui::qs(rows[std::size_t(i)]->subject);
        m_session.removeReference(rows[std::size_t(i)]->id);
        Q_EMIT m_session.told(tr("The film no longer keeps the look %1").arg(name), tr("Shots that use it keep it; Undo (Ctrl+Z) brings it back"));
        return;
    }
}

void LooksPopup::mouseMoveEvent(QMouseEvent* event) {
    m_mouse = event->position().toPoint();
    update();
}

void LooksPopup::wheelEvent(QWheelEvent* event) {
    m_scrolled += event->angleDelta().y() < 0 ? 1 : -1;
    refresh();
}

void LooksPopup::keyPressEvent(QKeyEvent* event) {
    const auto rows = this->rows();
    const int last = int(rows.size()) - 1;
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        m_row = std::clamp(m_row + (event->key() == Qt::Key_Down ? 1 : -1), 0, std::max(0, last));
        m_scrolled = std::clamp(m_scrolled, std::max(0, m_row - mostRows + 1), std::max(0, m_row));
        return update();
    }
    const bool chosen = m_row >= 0 && m_row <= last;
    if (chosen && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) return toggle(*rows[std::size_t(m_row)]);
    if (chosen && event->key() == Qt::Key_Delete) return m_session.removeReference(rows[std::size_t(m_row)]->id);
    QWidget::keyPressEvent(event);
}

bool LooksPopup::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto rows = this->rows();
    const auto* shot = m_session.shot();
    for (int i = m_scrolled; i < int(rows.size()); ++i) {
        const bool uses = shot != nullptr && app::useOf(m_session.film(), shot->id, *rows[std::size_t(i)]) != nullptr;
        if (useRect(i).contains(help->pos()) && shot != nullptr) QToolTip::showText(help->globalPos(), uses ? tr("Use it no longer on %1").arg(ui::qs(shot->number)) : tr("Use it on %1").arg(ui::qs(shot->number)), this);
        else if (removeRect(i).contains(help->pos())) QToolTip::showText(help->globalPos(), tr("Take it off the film; shots that use it keep it"), this);
        else if (rowRect(i).contains(help->pos()) && !rows[std::size_t(i)]->consent.empty()) QToolTip::showText(help->globalPos(), ui::qs(rows[std::size_t(i)]->consent), this);
    }
    return true;
}

} // namespace rushes::studio

#endif
