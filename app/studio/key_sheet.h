// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace rushes::studio {

/// Every key on one sheet; any key or press puts it away. A window of its own, since nothing can be drawn over the viewport.
class KeySheet : public QWidget {
    Q_OBJECT
public:
    explicit KeySheet(QWidget* parent);
    void openOver(QWidget* window);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
};

} // namespace rushes::studio
