// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/icon_button.h"

#include "ui/theme/icons.h"
#include "ui/widgets/paint.h"

namespace rushes::ui {

IconButton::IconButton(const QString& icon, const QString& tip, bool round, QWidget* parent) : QAbstractButton(parent), m_icon(icon), m_round(round) {
    setToolTip(tip);
    setAccessibleName(tip);
    setFocusPolicy(Qt::TabFocus);
    setFixedSize(sizeHint());
}

void IconButton::setIconName(const QString& icon) {
    if (icon == m_icon) return;
    m_icon = icon;
    update();
}

QSize IconButton::sizeHint() const {
    const int side = m_round ? token::playButton : token::icon + token::s8;
    return {side, side};
}

void IconButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool hot = underMouse() && isEnabled();
    if (m_round) fillRound(painter, rect(), hot ? token::clipEdge : token::hover, width() / 2.0);
    else if (hot || isChecked()) fillRound(painter, rect(), token::hover, token::radiusSmall);
    if (hasFocus()) fillRound(painter, rect(), Qt::transparent, m_round ? width() / 2.0 : token::radiusSmall, token::text);
    const QColor ink = isEnabled() ? (isDown() ? token::dim : token::text) : token::faint;
    painter.drawPixmap((width() - token::icon) / 2, (height() - token::icon) / 2, iconPixmap(m_icon, ink, token::icon, devicePixelRatioF()));
}

void IconButton::enterEvent(QEnterEvent*) { update(); }
void IconButton::leaveEvent(QEvent*) { update(); }

} // namespace rushes::ui
