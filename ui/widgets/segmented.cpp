// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/segmented.h"

#include "ui/widgets/paint.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace rushes::ui {

Segmented::Segmented(bool fill, QWidget* parent) : QWidget(parent), m_fill(fill) {
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(fill ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Segmented::setSegments(const QStringList& words) {
    m_segments.clear();
    for (const auto& word : words) m_segments.push_back({word, {}, true});
    m_current = qBound(0, m_current, int(m_segments.size()) - 1);
    updateGeometry();
    update();
}

void Segmented::setUnavailable(int index, const QString& why) {
    if (index < 0 || index >= int(m_segments.size())) return;
    m_segments[index].available = false;
    m_segments[index].tip = why;
    update();
}

void Segmented::setTip(int index, const QString& tip) {
    if (index >= 0 && index < int(m_segments.size())) m_segments[index].tip = tip;
}

void Segmented::setCurrent(int index) {
    if (index == m_current) return;
    m_current = index;
    update();
}

QSize Segmented::sizeHint() const {
    int width = 2 * token::s2;
    for (const auto& segment : m_segments) width += QFontMetrics(ui::font(Face::text)).horizontalAdvance(segment.word) + token::s24 + token::s4;
    return {width, token::segment};
}

QRect Segmented::place(int index) const {
    const QRect inner = rect().adjusted(token::s2, token::s2, -token::s2, -token::s2);
    if (m_fill) {
        const int count = int(m_segments.size());
        const int left = inner.left() + inner.width() * index / count, right = inner.left() + inner.width() * (index + 1) / count;
        return {left, inner.top(), right - left, inner.height()};
    }
    int left = inner.left();
    for (int i = 0; i <= index; ++i) {
        const int width = QFontMetrics(ui::font(Face::text)).horizontalAdvance(m_segments[i].word) + token::s24 + token::s4;
        if (i == index) return {left, inner.top(), width, inner.height()};
        left += width;
    }
    return {};
}

int Segmented::at(const QPoint& point) const {
    for (int i = 0; i < int(m_segments.size()); ++i)
        if (place(i).contains(point)) return i;
    return -1;
}

void Segmented::choose(int index) {
    if (index < 0 || index >= int(m_segments.size()) || !m_segments[index].available || index == m_current) return;
    m_current = index;
    update();
    Q_EMIT chosen(index);
}

void Segmented::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    fillRound(painter, rect(), token::window, token::radius, hasFocus() ? token::faint : QColor());
    painter.setFont(ui::font(Face::text));
    for (int i = 0; i < int(m_segments.size()); ++i) {
        const QRect box = place(i);
        if (i == m_current) fillRound(painter, box, token::hover, token::radiusSmall + 1);
        const bool bright = i == m_current || (i == m_hot && m_segments[i].available);
        painter.setPen(!m_segments[i].available || !isEnabled() ? token::faint : bright ? token::text : token::dim);
        painter.drawText(box, Qt::AlignCenter, m_segments[i].word);
    }
}

void Segmented::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) choose(at(event->position().toPoint()));
}

void Segmented::mouseMoveEvent(QMouseEvent* event) {
    const int hot = at(event->position().toPoint());
    if (hot == m_hot) return;
    m_hot = hot;
    setCursor(hot >= 0 && m_segments[hot].available ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void Segmented::leaveEvent(QEvent*) {
    m_hot = -1;
    update();
}

void Segmented::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0) return QWidget::keyPressEvent(event);
    for (int i = m_current + step; i >= 0 && i < int(m_segments.size()); i += step)
        if (m_segments[i].available) return choose(i);
}

bool Segmented::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = at(help->pos());
        if (index >= 0 && !m_segments[index].tip.isEmpty()) QToolTip::showText(help->globalPos(), m_segments[index].tip, this);
        else QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace rushes::ui
