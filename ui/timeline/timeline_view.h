// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"
#include "ui/timeline/timeline_layout.h"

#include <QAbstractScrollArea>
#include <QPixmap>

namespace rushes::ui {

/// The cut along time: ruler, pictures, boards, dialogue, playhead. Press on the ruler and drag to scrub; drag a clip to move its shot, its
/// ends to make the shot longer or shorter; Ctrl and the wheel zoom about the mouse.
class TimelineView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TimelineView(Session& session, QWidget* parent = nullptr);

    void zoom(double factor);
    /// The whole film in view.
    void zoomToFit();
    /// For tests: where a frame and a clip lie in the viewport.
    int xOf(std::int64_t frame) const { return scale().x(frame); }
    QRect clipRect(int index) const;

Q_SIGNALS:
    void shotMenuWanted(const QPoint& global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Lanes {
        QRect ruler, picture, boards, dialogue;
    };
    struct Drag {
        TimelineHit what = TimelineHit::none;
        int clip = -1;
        QPoint from;
        bool moved = false;
        std::int64_t frames = 0; ///< while trimming: the shot's new length
        int insertion = -1;      ///< while moving: before which clip
    };
    TimelineScale scale() const;
    Lanes lanes() const;
    std::int64_t contentFrames() const;
    void updateScroll();
    void zoomAbout(double factor, int x);
    void revealPlayhead();
    std::pair<TimelineHit, int> hit(const QPoint& point) const;
    void dragTrim(const QPoint& point);
    void dragMove(const QPoint& point);
    void finishDrag();
    void redraw();
    void movePlayhead();
    void paintFilm(QPainter& painter) const;
    void paintClips(QPainter& painter) const;
    void paintHeads(QPainter& painter, const Lanes& lanes) const;
    void paintRuler(QPainter& painter, const QRect& ruler) const;
    void paintClip(QPainter& painter, const QRect& place, const project::CutClip& clip) const;
    void paintFilmstrip(QPainter& painter, const QRect& place, const project::Take& take, const project::CutClip& clip) const;
    void paintBoards(QPainter& painter, const QRect& lane) const;
    void paintDialogue(QPainter& painter, const QRect& lane) const;
    void paintPlayhead(QPainter& painter) const;
    void paintDrag(QPainter& painter, const Lanes& lanes) const;

    Session& m_session;
    double m_pixelsPerFrame = 2;
    bool m_fitted = true;
    Drag m_drag;
    QPixmap m_drawn;       ///< all but the playhead; null: to be drawn again
    int m_playheadAt = -1; ///< where the playhead was painted last
};

} // namespace rushes::ui
