// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/brush/hand_pressure.h"
#include "ui/draw/brush_thread.h"

#include <QColor>
#include <QImage>
#include <QWidget>

#include <array>

class QTabletEvent;

namespace rushes::ui {

/// What is painted on: the ground, the paint over it, the stage's ink over both. Pen and mouse become strokes for the BrushThread; what comes back
/// is shown. Zooms with the wheel, pans with Space or the middle button, takes a colour with Alt or the right button.
class PaintCanvas : public QWidget {
    Q_OBJECT
public:
    enum Layer { lines, paint, ground, layers };

    explicit PaintCanvas(QWidget* parent = nullptr);

    BrushThread* thread() { return &m_thread; }
    /// Another picture: RGB32, and ARGB32_Premultiplied lines, null for none. Strokes can begin now.
    void open(const QImage& groundPicture, const QImage& linesPicture, const Image& paint);
    /// Nothing to paint on, and why.
    void closeWith(const QString& words);
    bool isOpen() const { return !m_ground.isNull(); }

    void setShown(Layer layer, bool shown);
    const brush::BrushTip& tip() const { return m_tip; }
    void setTip(const brush::BrushTip& tip);
    /// What the eraser's end of a pen does, and E.
    void undo();
    void redo();
    bool stroking() const { return m_stroking; }

    void fit();
    void zoomBy(double factor, const QPointF& at);
    /// Where a place of the picture (pixels) is in the widget.
    QPointF toWidget(const QPointF& place) const { return place * m_scale + m_origin; }
    QColor colourAt(const QPointF& point) const;

Q_SIGNALS:
    void strokeBegan();
    void strokeEnded();
    void picked(const QColor& colour);
    void sizeStepped(int steps);
    void zoomed(double scale);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void take(const QPoint& corner, const QImage& pixels);
    void compose(const QRect& part);
    void beginStroke(const QPointF& at, float pressure, const QPointF& tilt, bool erase, quint64 time);
    void strokeTo(const QPointF& at, float pressure, const QPointF& tilt, quint64 time);
    void endStroke();
    void pick(const QPointF& point);
    void moveRing(const QPointF& at);
    QRect ringRect() const;
    void setPanning(bool on);
    QPointF toPicture(const QPointF& point) const { return (point - m_origin) / m_scale; }

    BrushThread m_thread;
    QImage m_ground, m_lines, m_paint, m_shown;
    std::array<bool, layers> m_visible{false, true, true};
    QString m_words;
    brush::BrushTip m_tip;
    double m_scale = 1;
    QPointF m_origin; ///< of the picture's corner in the widget
    bool m_fitted = true;

    bool m_stroking = false, m_penDown = false;
    brush::HandPressure m_hand;
    quint64 m_time = 0; ///< of the stroke's last point, ms
    QPointF m_last;     ///< its place in the widget
    bool m_space = false, m_panning = false;
    QPointF m_panFrom, m_ring{-1, -1};
};

} // namespace rushes::ui
