// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"

#include <QAbstractScrollArea>

namespace rushes::ui {

/// The takes of the selected shot, newest first. A press looks at one; the marks on it circle it, shoot it again from its slate, or put it
/// away.
class TakesStrip : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TakesStrip(Session& session, QWidget* parent = nullptr);

    /// For tests: where a take's picture lies in the viewport.
    QRect takeRect(int index) const;
    int count() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    enum class Mark { none, circle, again, remove };
    std::vector<const project::Take*> takes() const; ///< newest first
    const shoot::Job* job() const;
    project::TakeId shown() const;
    int at(const QPoint& point) const;
    QRect markRect(const QRect& picture, int index) const;
    Mark markAt(const QPoint& point, int take) const;
    void act(Mark mark, project::TakeId take);
    void paintJob(QPainter& painter, const QRect& picture, const shoot::Job& job) const;
    void paintTake(QPainter& painter, const QRect& picture, const project::Take& take, bool hot) const;
    void updateScroll();

    Session& m_session;
    int m_hot = -1;
    QPoint m_mouse;
};

} // namespace rushes::ui
