// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/action_card.h"

#include "ui/theme/icons.h"
#include "ui/widgets/paint.h"

#include <QPainterPath>

namespace rushes::studio {

namespace token = ui::token;
using ui::Face;

ActionCard::ActionCard(const QString& icon, const QString& title, const QString& sentence, bool main, QWidget* parent)
    : QAbstractButton(parent), m_icon(icon), m_sentence(sentence), m_main(main) {
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(token::startCard);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ActionCard::sizeHint() const { return {token::startSide, token::startCard}; }

void ActionCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor edge = m_main ? token::accent : QColor();
    if (hasFocus()) edge = token::text;
    ui::fillRound(painter, rect(), underMouse() ? token::raised : token::panel, token::radiusLarge, edge);
    const int left = token::s16 + token::s4;
    painter.drawPixmap(left, (height() - token::startIcon) / 2, ui::iconPixmap(m_icon, token::accent, token::startIcon, devicePixelRatioF()));
    const int words = left + token::startIcon + token::s16;
    const int top = (height() - token::titleLine - token::interLine) / 2;
    painter.setFont(ui::font(Face::title));
    painter.setPen(token::text);
    painter.drawText(QRect(words, top, width() - words - token::s16, token::titleLine), Qt::AlignVCenter, text());
    painter.setFont(ui::font(Face::text));
    painter.setPen(token::dim);
    painter.drawText(QRect(words, top + token::titleLine, width() - words - token::s16, token::interLine), Qt::AlignVCenter, m_sentence);
}

void ActionCard::enterEvent(QEnterEvent*) { update(); }
void ActionCard::leaveEvent(QEvent*) { update(); }

FilmCard::FilmCard(const QString& picture, const QString& title, const QString& line, QWidget* parent) : QAbstractButton(parent), m_line(line) {
    if (!picture.isEmpty()) m_picture.load(picture);
    setText(title);
    setAccessibleName(title + QLatin1String(", ") + line);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(sizeHint().height());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize FilmCard::sizeHint() const { return {token::cardMin, token::recentPicture + token::cardText + token::s4}; }

void FilmCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    ui::fillRound(painter, rect(), underMouse() ? token::hover : token::raised, token::radius);
    QPainterPath corners;
    corners.addRoundedRect(rect(), token::radius, token::radius);
    const QRect picture(0, 0, width(), token::recentPicture);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(corners);
    painter.fillRect(picture, token::surround);
    if (m_picture.isNull())
        painter.drawPixmap(picture.center() - QPoint(token::s12, token::s12), ui::iconPixmap(QStringLiteral("film"), token::line, token::s24, devicePixelRatioF()));
    else ui::drawCover(painter, picture, m_picture);
    painter.restore();
    if (hasFocus()) ui::fillRound(painter, rect(), Qt::transparent, token::radius, token::text);
    const QRect first(token::radiusLarge, token::recentPicture + token::radius, width() - 2 * token::radiusLarge, token::interLine);
    painter.setFont(ui::font(Face::semibold));
    painter.setPen(token::text);
    painter.drawText(first, Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, first.width()));
    painter.setFont(ui::font(Face::small));
    painter.setPen(token::dim);
    painter.drawText(first.translated(0, token::interLine), Qt::AlignVCenter, m_line);
}

void FilmCard::enterEvent(QEnterEvent*) { update(); }
void FilmCard::leaveEvent(QEvent*) { update(); }

} // namespace rushes::studio
