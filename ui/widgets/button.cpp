// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/button.h"

#include "ui/widgets/paint.h"

namespace rushes::ui {

Button::Button(const QString& text, Kind kind, QWidget* parent) : QAbstractButton(parent), m_kind(kind) {
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    const bool words = kind == Kind::text || kind == Kind::link;
    m_face = words ? Face::text : Face::semibold;
    setSizePolicy(words ? QSizePolicy::Fixed : QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Button::setCost(const QString& cost) {
    if (cost == m_cost) return;
    m_cost = cost;
    updateGeometry();
    update();
}

void Button::setFace(Face face) {
    m_face = face;
    updateGeometry();
}

QSize Button::sizeHint() const {
    int width = QFontMetrics(ui::font(m_face)).horizontalAdvance(text());
    if (!m_cost.isEmpty()) width += token::gap + QFontMetrics(ui::font(Face::monoSmall)).horizontalAdvance(m_cost);
    if (m_kind == Kind::text || m_kind == Kind::link)
        return {width + 2, m_face == Face::small ? token::smallLine : token::interLine};
    return {width + 2 * token::s16, m_face == Face::small ? token::fieldHeight : token::buttonHeight};
}

QSize Button::minimumSizeHint() const { return sizeHint(); }

QColor Button::ground() const {
    const bool on = underMouse() && isEnabled();
    if (m_kind == Kind::main) return !isEnabled() ? token::raised : isDown() ? token::accentDown : on ? token::accentHover : token::accent;
    return !isEnabled() ? token::raised : isDown() ? token::raised : on ? token::clipEdge : token::hover;
}

void Button::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool words = m_kind == Kind::text || m_kind == Kind::link;
    if (!words) fillRound(painter, rect(), ground(), token::radius);
    if (hasFocus() && !words) fillRound(painter, rect(), Qt::transparent, token::radius, token::text);
    paintWords(painter);
    if (hasFocus() && words) painter.fillRect(0, height() - token::hairline, width(), token::hairline, token::text);
}

void Button::paintWords(QPainter& painter) const {
    QColor ink = token::text;
    if (m_kind == Kind::main) ink = token::accentInk;
    if (m_kind == Kind::text) ink = isChecked() ? token::accent : underMouse() ? token::text : token::dim;
    if (m_kind == Kind::link) ink = underMouse() ? token::accentHover : token::accent;
    if (!isEnabled()) ink = token::faint;
    const QFont words = ui::font(m_face), figures = ui::font(Face::monoSmall);
    const int first = QFontMetrics(words).horizontalAdvance(text());
    const int second = m_cost.isEmpty() ? 0 : token::gap + QFontMetrics(figures).horizontalAdvance(m_cost);
    QRect place = rect();
    place.setLeft((width() - first - second) / 2);
    painter.setPen(ink);
    painter.setFont(words);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, text());
    if (second == 0) return;
    place.setLeft(place.left() + first + token::gap);
    painter.setFont(figures);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, m_cost);
}

void Button::enterEvent(QEnterEvent*) { update(); }
void Button::leaveEvent(QEvent*) { update(); }

} // namespace rushes::ui
