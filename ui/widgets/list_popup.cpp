// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/list_popup.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace rushes::ui {

ListPopup::ListPopup(const ListPopupShape& shape, QWidget* parent) : QWidget(parent, Qt::Popup), m_shape(shape) { setMouseTracking(true); }

QRect ListPopup::rowRect(int row) const { return {0, token::head + (row - m_scrolled) * m_shape.rowHeight, width(), m_shape.rowHeight}; }

int ListPopup::lastSeen() const { return std::min(count(), m_scrolled + m_shape.mostRows); }

void ListPopup::refresh() {
    if (!isVisible()) return;
    const int rows = count();
    resize(m_shape.width, token::head + std::clamp(rows, 1, m_shape.mostRows) * m_shape.rowHeight + token::s4);
    m_scrolled = std::clamp(m_scrolled, 0, std::max(0, rows - m_shape.mostRows));
    m_row = std::min(m_row, rows - 1);
    update();
}

void ListPopup::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), token::raised);
    const QRect head(token::s12, 0, width() - token::s24, token::head);
    painter.setFont(ui::font(Face::semibold));
    painter.setPen(token::text);
    painter.drawText(head, Qt::AlignVCenter, title());
    painter.setFont(ui::font(Face::monoSmall));
    painter.setPen(token::dim);
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignRight, headWords());
    for (int row = m_scrolled; row < lastSeen(); ++row) {
        if (row == m_row) painter.fillRect(rowRect(row), token::hover);
        painter.fillRect(0, rowRect(row).top(), width(), token::hairline, token::line);
        paintRow(painter, row);
    }
    painter.setFont(ui::font(Face::text));
    painter.setPen(token::dim);
    if (count() == 0) painter.drawText(QRect(0, token::head, width(), m_shape.rowHeight), Qt::AlignCenter, emptyWords());
    painter.setPen(token::line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void ListPopup::mousePressEvent(QMouseEvent* event) {
    const QPoint point = event->position().toPoint();
    if (!rect().contains(point)) {
        close();
        return;
    }
    for (int row = m_scrolled; row < lastSeen(); ++row)
        if (rowRect(row).contains(point)) return pressRow(row, point);
}

void ListPopup::mouseMoveEvent(QMouseEvent* event) {
    m_mouse = event->position().toPoint();
    update();
}

void ListPopup::wheelEvent(QWheelEvent* event) {
    m_scrolled += event->angleDelta().y() < 0 ? 1 : -1;
    refresh();
}

void ListPopup::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Down && event->key() != Qt::Key_Up) return QWidget::keyPressEvent(event);
    m_row = std::clamp(m_row + (event->key() == Qt::Key_Down ? 1 : -1), 0, std::max(0, count() - 1));
    m_scrolled = std::clamp(m_scrolled, std::max(0, m_row - m_shape.mostRows + 1), std::max(0, m_row));
    update();
}

bool ListPopup::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (int row = m_scrolled; row < lastSeen(); ++row)
        if (rowRect(row).contains(help->pos()))
            if (const QString tip = tipAt(row, help->pos()); !tip.isEmpty()) QToolTip::showText(help->globalPos(), tip, this);
    return true;
}

} // namespace rushes::ui
