// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace rushes::ui {

/// An icon to press; `round` sits on a disc (the play button). Its tool tip names the action and its key.
class IconButton : public QAbstractButton {
    Q_OBJECT
public:
    IconButton(const QString& icon, const QString& tip, bool round = false, QWidget* parent = nullptr);

    void setIconName(const QString& icon);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_icon;
    bool m_round;
};

} // namespace rushes::ui
