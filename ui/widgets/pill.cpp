// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/pill.h"

#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace rushes::ui {

ProgressLine::ProgressLine(QWidget* parent) : QWidget(parent) {
    setFixedHeight(token::progressHeight);
    setMinimumWidth(token::s24);
}

void ProgressLine::setFraction(double fraction) {
    m_fraction = qBound(0.0, fraction, 1.0);
    update();
}

void ProgressLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    fillRound(painter, rect(), token::window, height() / 2.0);
    if (m_fraction > 0) fillRound(painter, QRectF(0, 0, width() * m_fraction, height()), token::accent, height() / 2.0);
}

Pill::Pill(bool pressable, QWidget* parent) : QWidget(parent), m_pressable(pressable), m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(token::s12, 0, token::s12, 0);
    m_row->setSpacing(token::s8);
    setFixedHeight(token::pill);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    if (pressable) {
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::TabFocus);
    }
}

void Pill::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool hot = m_pressable && underMouse();
    fillRound(painter, rect(), hot ? token::hover : token::raised, height() / 2.0, hasFocus() ? token::faint : QColor());
}

void Pill::mousePressEvent(QMouseEvent* event) {
    if (m_pressable && event->button() == Qt::LeftButton) Q_EMIT pressed();
}

void Pill::keyPressEvent(QKeyEvent* event) {
    if (m_pressable && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)) Q_EMIT pressed();
    else QWidget::keyPressEvent(event);
}

void Pill::enterEvent(QEnterEvent*) { update(); }
void Pill::leaveEvent(QEvent*) { update(); }

Dot::Dot(const QColor& colour, QWidget* parent) : QWidget(parent), m_colour(colour) { setFixedSize(token::dot, token::dot); }

void Dot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    fillRound(painter, rect(), m_colour, width() / 2.0);
}

} // namespace rushes::ui
