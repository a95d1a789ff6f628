// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/panel_head.h"

#include <QPainter>

namespace rushes::ui {

PanelHead::PanelHead(const QString& title, QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_title(new Label(title, Face::semibold)), m_detail(new Label({}, Face::text, token::dim)) {
    setFixedHeight(token::head);
    m_row->setContentsMargins(token::s12, 0, token::s12, token::hairline);
    m_row->setSpacing(token::gap);
    m_title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_row->addWidget(m_title);
    m_row->addWidget(m_detail);
    m_row->addStretch(1);
}

void PanelHead::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(0, height() - token::hairline, width(), token::hairline, token::line);
}

} // namespace rushes::ui
