// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPoint>
#include <QRect>
#include <QWidget>

class QPainter;

namespace rushes::ui {

/// How a list that drops from a button is built, logical pixels.
struct ListPopupShape {
    int width, rowHeight, mostRows;
};

/// A head, rows that scroll and a word where there are none. A press outside closes it; the arrow keys walk along the rows.
class ListPopup : public QWidget {
    Q_OBJECT
public:
    ListPopup(const ListPopupShape& shape, QWidget* parent);

protected:
    virtual int count() const = 0;
    virtual QString title() const = 0;
    /// At the right of the head.
    virtual QString headWords() const { return {}; }
    virtual QString emptyWords() const = 0;
    virtual void paintRow(QPainter& painter, int row) = 0;
    virtual void pressRow(int row, const QPoint& point) = 0;
    virtual QString tipAt(int row, const QPoint& point) const = 0;

    QRect rowRect(int row) const;
    /// After rows have come or gone; nothing while it is closed.
    void refresh();
    const QPoint& mouse() const { return m_mouse; }
    /// The row that the arrow keys stand on, -1 before they are used.
    int keyRow() const { return m_row; }
    void forgetKeyRow() { m_row = -1; }

    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    int lastSeen() const;

    ListPopupShape m_shape;
    QPoint m_mouse{-1, -1};
    int m_scrolled = 0, m_row = -1;
};

} // namespace rushes::ui
