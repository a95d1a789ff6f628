// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/label.h"

#include <QPainter>

namespace rushes::ui {

Label::Label(const QString& text, Face face, const QColor& colour, QWidget* parent) : QWidget(parent), m_text(text), m_colour(colour) {
    setFont(ui::font(face));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void Label::setText(const QString& text) {
    if (text == m_text) return;
    if (toolTip() == m_text) setToolTip({});
    m_text = text;
    setAccessibleName(text);
    updateTip();
    updateGeometry();
    update();
}

void Label::setColour(const QColor& colour) {
    m_colour = colour;
    update();
}

void Label::setAlignment(Qt::Alignment alignment) {
    m_alignment = alignment;
    update();
}

QSize Label::sizeHint() const {
    const int line = font().pixelSize() <= token::small ? token::smallLine : qMax(token::interLine, fontMetrics().height());
    return {fontMetrics().horizontalAdvance(m_text) + 1, line};
}

QSize Label::minimumSizeHint() const { return {qMin(sizeHint().width(), token::s24), sizeHint().height()}; }

void Label::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(isEnabled() ? m_colour : token::faint);
    painter.drawText(rect(), int(m_alignment | Qt::AlignVCenter) | Qt::TextSingleLine, fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

void Label::resizeEvent(QResizeEvent*) { updateTip(); }

/// A tip that somebody else gave stays.
void Label::updateTip() {
    const bool cut = fontMetrics().horizontalAdvance(m_text) > width();
    if (cut && toolTip().isEmpty()) setToolTip(m_text);
    else if (!cut && toolTip() == m_text) setToolTip({});
}

} // namespace rushes::ui
