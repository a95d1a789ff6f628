// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QAbstractButton>

namespace rushes::ui {

/// A button that says what will happen, and in `cost` what it costs. `main` is the page's one amber button; `plain` is grey;
/// `text` is dim words; `link` amber words inside a sentence.
class Button : public QAbstractButton {
    Q_OBJECT
public:
    enum class Kind { main, plain, text, link };

    explicit Button(const QString& text, Kind kind = Kind::plain, QWidget* parent = nullptr);

    void setCost(const QString& cost);
    const QString& cost() const { return m_cost; }
    void setFace(Face face);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintWords(QPainter& painter) const;
    QColor ground() const;

    Kind m_kind;
    Face m_face = Face::text;
    QString m_cost;
};

} // namespace rushes::ui
