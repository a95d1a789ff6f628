// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/value_slider.h"

#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace rushes::ui {

ValueSlider::ValueSlider(const QString& name, double least, double most, bool byFactor, QWidget* parent)
    : QWidget(parent), m_name(name), m_least(least), m_most(most), m_value(least), m_byFactor(byFactor) {
    setFixedHeight(token::fieldHeight);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(name);
}

QSize ValueSlider::sizeHint() const { return {2 * token::s64 + token::s24, token::fieldHeight}; }

void ValueSlider::showValue(double value, const QString& words) {
    m_value = std::clamp(value, m_least, m_most);
    m_words = words;
    setAccessibleDescription(words);
    update();
}

double ValueSlider::shareOf(double value) const {
    return m_byFactor ? std::log(value / m_least) / std::log(m_most / m_least) : (value - m_least) / (m_most - m_least);
}

void ValueSlider::setShare(double share) {
    share = std::clamp(share, 0.0, 1.0);
    m_value = m_byFactor ? m_least * std::pow(m_most / m_least, share) : m_least + share * (m_most - m_least);
    update();
    Q_EMIT dragged(m_value);
}

void ValueSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    fillRound(painter, rect(), token::raised, token::radiusField, hasFocus() ? token::faint : QColor());
    painter.save();
    painter.setClipRect(QRectF(0, 0, width() * shareOf(m_value), height()));
    fillRound(painter, rect(), underMouse() ? token::line : token::hover, token::radiusField);
    painter.restore();
    const QRect words = rect().adjusted(token::radiusLarge, 0, -token::radiusLarge, 0);
    painter.setFont(ui::font(Face::text));
    painter.setPen(token::dim);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, m_name);
    painter.setFont(ui::font(Face::mono));
    painter.setPen(token::text);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, m_words);
}

void ValueSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) setShare(event->position().x() / width());
}

void ValueSlider::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) setShare(event->position().x() / width());
}

void ValueSlider::wheelEvent(QWheelEvent* event) {
    setShare(shareOf(m_value) + (event->angleDelta().y() > 0 ? 0.02 : -0.02));
    event->accept();
}

void ValueSlider::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right) return QWidget::keyPressEvent(event);
    setShare(shareOf(m_value) + (event->key() == Qt::Key_Right ? 0.02 : -0.02));
}

} // namespace rushes::ui
