// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QWidget>

namespace rushes::ui {

/// One line of text in one of the theme's faces, cut with an ellipsis where there is no room; the whole text is then its tool tip.
class Label : public QWidget {
    Q_OBJECT
public:
    explicit Label(const QString& text = {}, Face face = Face::text, const QColor& colour = token::text, QWidget* parent = nullptr);

    const QString& text() const { return m_text; }
    void setText(const QString& text);
    void setColour(const QColor& colour);
    void setAlignment(Qt::Alignment alignment);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void updateTip();

    QString m_text;
    QColor m_colour;
    Qt::Alignment m_alignment = Qt::AlignLeft;
};

} // namespace rushes::ui
