// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/studio/stage_reader.h"

#include <QWidget>

namespace rushes::studio {

/// The shot's own small timeline: the camera's keys, and who does what when. A click goes there; drag a key to another time, Delete takes
/// it away, a double click sets one.
class ShotKeys : public QWidget {
    Q_OBJECT
public:
    explicit ShotKeys(QWidget* parent = nullptr);

    void setScene(std::shared_ptr<const StagedScene> scene);
    void setSeconds(double seconds);
    QSize sizeHint() const override;
    /// For tests: where a second lies, and where keys do.
    QPointF placeOf(double seconds) const;

Q_SIGNALS:
    void seekWanted(double seconds);
    void keyWanted();
    void keyMoved(std::size_t index, double seconds);
    void keyRemoved(std::size_t index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    double length() const;
    double secondsAt(double x) const;
    int keyAt(const QPointF& point) const;
    double keySeconds(int index) const;
    void paintRuler(QPainter& painter) const;
    void paintBeats(QPainter& painter) const;
    void paintKeys(QPainter& painter) const;
    void paintLenses(QPainter& painter) const;

    std::shared_ptr<const StagedScene> m_scene;
    double m_seconds = 0;
    int m_chosen = -1, m_held = -1; ///< keys
    double m_heldAt = 0;
    bool m_dragged = false;
};

} // namespace rushes::studio
