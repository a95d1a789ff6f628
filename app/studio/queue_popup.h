// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"

#include <QWidget>

namespace rushes::studio {

/// The shot queue as a list that drops from its pill: each job with its live frame, and marks to hold it, move it, stop it or try again.
class QueuePopup : public QWidget {
    Q_OBJECT
public:
    explicit QueuePopup(ui::Session& session, QWidget* parent = nullptr);

    void openUnder(QWidget* pill);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Mark { hold, resume, up, down, cancel, retry };
    struct Placed {
        Mark mark;
        QRect rect;
        project::JobId job;
    };
    std::vector<const shoot::Job*> rows() const;
    std::vector<Placed> marksOf(const shoot::Job& job, const QRect& row, int index, int count) const;
    QRect rowRect(int index) const;
    void refresh();
    void act(const Placed& placed);
    void paintRow(QPainter& painter, const QRect& row, const shoot::Job& job, int index, int count) const;
    static QString tipOf(Mark mark);

    ui::Session& m_session;
    QPoint m_mouse{-1, -1};
    int m_scrolled = 0;
};

} // namespace rushes::studio
