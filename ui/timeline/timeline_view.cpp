// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timeline_view.h"

#include "ui/bridge/words.h"
#include "ui/widgets/paint.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace rushes::ui {

namespace {

constexpr double mostPixelsPerFrame = 40, leastPixelsPerFrame = 0.01, wheelStep = 1.2;

} // namespace

TimelineView::TimelineView(Session& session, QWidget* parent) : QAbstractScrollArea(parent), m_session(session) {
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Timeline"));
    setMinimumHeight(token::ruler + token::pictureTrack + token::dialogueTrack);
    const auto redraw = [this] { this->redraw(); };
    const auto measure = [this] {
        if (m_fitted) zoomToFit();
        updateScroll();
        this->redraw();
    };
    connect(&session, &Session::structureChanged, this, measure);
    connect(&session, &Session::changed, this, measure);
    connect(&session, &Session::opened, this, [this, measure] {
        m_fitted = true;
        measure();
    });
    connect(&session, &Session::closed, this, measure);
    connect(&session, &Session::selectionChanged, this, redraw);
    connect(session.thumbnails(), &Thumbnails::ready, this, redraw);
    connect(session.player(), &PlayerObject::stateChanged, this, redraw);
    connect(session.player(), &PlayerObject::moved, this, &TimelineView::movePlayhead);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, redraw);
}

TimelineScale TimelineView::scale() const { return {m_pixelsPerFrame, token::trackHead, horizontalScrollBar()->value()}; }

std::int64_t TimelineView::contentFrames() const { return m_session.clips().duration().value; }

TimelineView::Lanes TimelineView::lanes() const {
    const int width = viewport()->width(), height = viewport()->height();
    Lanes lanes;
    lanes.ruler = {0, 0, width, token::ruler};
    const int boards = m_session.film().panels.empty() ? 0 : token::boardTrack;
    const int picture = std::clamp(height - token::ruler - boards - token::dialogueTrack, token::pictureTrack, token::pictureTrack * 2);
    lanes.picture = {0, lanes.ruler.bottom() + 1, width, picture};
    lanes.boards = {0, lanes.picture.bottom() + 1, width, boards};
    lanes.dialogue = {0, lanes.picture.bottom() + 1 + boards, width, token::dialogueTrack};
    return lanes;
}

QRect TimelineView::clipRect(int index) const {
    const auto& clip = m_session.clips().clips[std::size_t(index)];
    const QRect lane = lanes().picture;
    const int left = scale().x(clip.range.start.value), right = scale().x(clip.range.endExclusive().value);
    return {left, lane.top() + token::s4, std::max(token::s2, right - left - token::s2), lane.height() - token::s8 + 1};
}

void TimelineView::updateScroll() {
    const int room = viewport()->width() - token::trackHead;
    const int content = int(double(contentFrames()) * m_pixelsPerFrame) + token::s64;
    horizontalScrollBar()->setPageStep(room);
    horizontalScrollBar()->setSingleStep(token::s24);
    horizontalScrollBar()->setRange(0, m_fitted ? 0 : std::max(0, content - room));
}

void TimelineView::zoomToFit() {
    const int room = viewport()->width() - token::trackHead - token::s64;
    if (contentFrames() > 0 && room > 0) m_pixelsPerFrame = std::clamp(double(room) / double(contentFrames()), leastPixelsPerFrame, mostPixelsPerFrame);
    m_fitted = true;
    updateScroll();
    redraw();
}

void TimelineView::zoom(double factor) { zoomAbout(factor, std::max(token::trackHead, scale().x(m_session.player()->position()))); }

void TimelineView::zoomAbout(double factor, int x) {
    const double frame = double(x - token::trackHead + horizontalScrollBar()->value()) / m_pixelsPerFrame;
    m_fitted = false;
    m_pixelsPerFrame = std::clamp(m_pixelsPerFrame * factor, leastPixelsPerFrame, mostPixelsPerFrame);
    updateScroll();
    horizontalScrollBar()->setValue(int(frame * m_pixelsPerFrame) - (x - token::trackHead));
    redraw();
}

void TimelineView::redraw() {
    m_drawn = {};
    viewport()->update();
}

void TimelineView::movePlayhead() {
    revealPlayhead();
    const int x = scale().x(m_session.player()->position());
    for (const int at : {m_playheadAt, x}) viewport()->update(at - token::playheadWidth, 0, 2 * token::playheadWidth, viewport()->height());
    m_playheadAt = x;
}

void TimelineView::revealPlayhead() {
    if (m_fitted || m_drag.what != TimelineHit::none) return;
    const int x = scale().x(m_session.player()->position());
    const int room = viewport()->width() - token::trackHead;
    if (x < token::trackHead || x > viewport()->width())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + x - token::trackHead - room / 8);
}

void TimelineView::resizeEvent(QResizeEvent*) {
    if (m_fitted) zoomToFit();
    updateScroll();
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    const double turns = event->angleDelta().y() / 120.0;
    if (event->modifiers() & Qt::ControlModifier) return zoomAbout(std::pow(wheelStep, turns), int(event->position().x()));
    const int by = event->angleDelta().x() != 0 ? event->angleDelta().x() : event->angleDelta().y();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by);
}

std::pair<TimelineHit, int> TimelineView::hit(const QPoint& point) const {
    if (point.x() < token::trackHead) return {TimelineHit::none, -1};
    const Lanes lanes = this->lanes();
    if (lanes.ruler.contains(point)) return {TimelineHit::ruler, -1};
    if (!lanes.picture.contains(point)) return {point.y() > lanes.picture.bottom() ? TimelineHit::ruler : TimelineHit::none, -1};
    const auto& clips = m_session.clips();
    const std::int64_t frame = scale().frame(point.x());
    const int index = frame < 0 ? -1 : clips.clipAt({frame, clips.rate});
    if (index < 0) {
        const int last = int(clips.clips.size()) - 1;
        if (last >= 0 && point.x() <= clipRect(last).right() + token::trimGrip) return {TimelineHit::trimEnd, last};
        return {TimelineHit::ruler, -1};
    }
    const QRect rect = clipRect(index);
    if (rect.width() > 3 * token::trimGrip && point.x() > rect.right() - token::trimGrip) return {TimelineHit::trimEnd, index};
    if (rect.width() > 3 * token::trimGrip && point.x() < rect.left() + token::trimGrip) return {TimelineHit::trimStart, index};
    return {TimelineHit::clip, index};
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QPoint point = event->position().toPoint();
    const auto [what, clip] = hit(point);
    m_drag = {what, clip, point, false, 0, -1};
    if (what == TimelineHit::ruler) {
        m_session.player()->pause();
        m_session.player()->seek(std::max<std::int64_t>(0, scale().frame(point.x())));
    }
    if (clip < 0) return;
    const auto shot = m_session.clips().clips[std::size_t(clip)].shot;
    if (event->modifiers() & Qt::ControlModifier) m_session.toggleSelected(shot);
    else m_session.select(shot, false);
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    const QPoint point = event->position().toPoint();
    if (!(event->buttons() & Qt::LeftButton) || m_drag.what == TimelineHit::none) {
        const auto what = hit(point).first;
        const bool trims = what == TimelineHit::trimStart || what == TimelineHit::trimEnd;
        viewport()->setCursor(trims ? Qt::SplitHCursor : Qt::ArrowCursor);
        return;
    }
    if (m_drag.what == TimelineHit::ruler) {
        m_session.player()->seek(std::max<std::int64_t>(0, scale().frame(point.x())));
        return;
    }
    if (!m_drag.moved && std::abs(point.x() - m_drag.from.x()) < QApplication::startDragDistance() / 2) return;
    m_drag.moved = true;
    m_drag.what == TimelineHit::clip ? dragMove(point) : dragTrim(point);
    redraw();
}

void TimelineView::dragTrim(const QPoint& point) {
    const auto& clip = m_session.clips().clips[std::size_t(m_drag.clip)];
    const auto by = std::int64_t(std::llround(double(point.x() - m_drag.from.x()) / m_pixelsPerFrame));
    const std::int64_t frames = clip.range.duration.value + (m_drag.what == TimelineHit::trimEnd ? by : -by);
    m_drag.frames = std::max<std::int64_t>(1, frames);
}

void TimelineView::dragMove(const QPoint& point) {
    viewport()->setCursor(Qt::ClosedHandCursor);
    m_drag.insertion = int(m_session.clips().clips.size());
    for (int i = 0; i < int(m_session.clips().clips.size()); ++i) {
        if (point.x() >= clipRect(i).center().x()) continue;
        m_drag.insertion = i;
        break;
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    viewport()->unsetCursor();
    if (m_drag.what == TimelineHit::clip && !m_drag.moved) {
        m_session.player()->seek(std::max<std::int64_t>(0, scale().frame(event->position().toPoint().x())));
    } else if (m_drag.moved) {
        finishDrag();
    }
    m_drag = {};
    redraw();
}

void TimelineView::finishDrag() {
    const auto& clips = m_session.clips().clips;
    if (m_drag.clip < 0 || m_drag.clip >= int(clips.size())) return;
    const auto shot = clips[std::size_t(m_drag.clip)].shot;
    if (m_drag.what == TimelineHit::trimStart || m_drag.what == TimelineHit::trimEnd) {
        if (m_drag.frames == clips[std::size_t(m_drag.clip)].range.duration.value) return;
        edit::ShotPatch patch;
        patch.frames = m_drag.frames;
        m_session.patch(shot, patch);
    } else if (m_drag.insertion >= 0 && m_drag.insertion != m_drag.clip && m_drag.insertion != m_drag.clip + 1) {
        const auto after = m_drag.insertion == 0 ? project::ShotId{} : clips[std::size_t(m_drag.insertion - 1)].shot;
        m_session.moveShots({shot}, after);
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
    const int clip = hit(event->pos()).second;
    if (clip < 0) return;
    m_session.select(m_session.clips().clips[std::size_t(clip)].shot, false);
    Q_EMIT shotMenuWanted(event->globalPos());
}

} // namespace rushes::ui
