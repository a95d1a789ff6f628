// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// How the timeline draws itself.
#include "ui/bridge/words.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/paint.h"

#include <QPaintEvent>
#include <QPainterPath>

#include <algorithm>

namespace rushes::ui {

namespace {

constexpr std::int64_t thumbnailGrid = 12; ///< frames: pictures are asked for on key frames, where they are quick to get
constexpr int labelRoom = 100;

void cellEdge(QPainter& painter, const QRect& lane, int width) {
    painter.fillRect(0, lane.top(), width, token::hairline, token::line);
}

} // namespace

/// Everything but the playhead is kept as a picture, so that playing a film of thousands of shots costs two strips a frame.
void TimelineView::paintEvent(QPaintEvent* event) {
    const qreal ratio = devicePixelRatioF();
    const QSize size = viewport()->size() * ratio;
    if (m_drawn.isNull() || m_drawn.size() != size) {
        m_drawn = QPixmap(size);
        m_drawn.setDevicePixelRatio(ratio);
        QPainter painter(&m_drawn);
        paintFilm(painter);
    }
    QPainter painter(viewport());
    const QRect part = event->rect();
    painter.drawPixmap(part, m_drawn, QRectF(QPointF(part.topLeft()) * ratio, QSizeF(part.size()) * ratio).toRect());
    if (!m_session.isOpen() || m_session.clips().clips.empty()) return;
    painter.setClipRect(token::trackHead, 0, viewport()->width() - token::trackHead, viewport()->height());
    paintPlayhead(painter);
}

void TimelineView::paintFilm(QPainter& painter) const {
    painter.fillRect(viewport()->rect(), token::panel);
    const Lanes lanes = this->lanes();
    painter.save();
    painter.setClipRect(token::trackHead, 0, viewport()->width() - token::trackHead, viewport()->height());
    paintRuler(painter, lanes.ruler);
    paintClips(painter);
    if (lanes.boards.height() > 0) paintBoards(painter, lanes.boards);
    paintDialogue(painter, lanes.dialogue);
    paintDrag(painter, lanes);
    painter.restore();
    paintHeads(painter, lanes);
    if (m_session.isOpen() && m_session.clips().clips.empty()) {
        painter.setFont(ui::font(Face::text));
        painter.setPen(token::dim);
        painter.drawText(lanes.picture.adjusted(token::trackHead + token::s12, 0, 0, 0), Qt::AlignVCenter, tr("Shots stand here one after another once there are some."));
    }
}

void TimelineView::paintClips(QPainter& painter) const {
    const auto& clips = m_session.clips().clips;
    int painted = -1; ///< right edge of the last one that was too narrow for a picture
    for (int i = 0; i < int(clips.size()); ++i) {
        const QRect place = clipRect(i);
        if (place.left() > viewport()->width()) break;
        if (place.right() < token::trackHead) continue;
        if (place.width() > token::s4) {
            paintClip(painter, place, clips[std::size_t(i)]);
        } else if (place.left() > painted) {
            painter.fillRect(place, clips[std::size_t(i)].shot == m_session.selected() ? token::accent : token::clipEdge);
            painted = place.right();
        }
    }
}

void TimelineView::paintHeads(QPainter& painter, const Lanes& lanes) const {
    painter.setFont(ui::font(Face::monoSmall));
    painter.setPen(token::dim);
    const auto rate = m_session.rate();
    const QString fps = tr("%1 fps").arg(QString::number(rate.hz(), 'f', rate.den == 1 ? 0 : 3));
    painter.drawText(lanes.ruler.adjusted(token::s12, 0, 0, 0), Qt::AlignVCenter, fps);
    const auto head = [&](const QRect& lane, const QString& name) {
        if (lane.height() <= 0) return;
        cellEdge(painter, lane, viewport()->width());
        painter.setFont(ui::font(Face::text));
        painter.setPen(token::text);
        painter.drawText(QRect(token::s12, lane.top(), token::trackHead - token::s12, lane.height()), Qt::AlignVCenter, name);
    };
    head(lanes.picture, tr("Picture"));
    head(lanes.boards, tr("Boards"));
    head(lanes.dialogue, tr("Dialogue"));
}

void TimelineView::paintRuler(QPainter& painter, const QRect& ruler) const {
    const auto rate = m_session.rate();
    const TimelineScale scale = this->scale();
    const auto* player = m_session.player();
    if (player->hasIn() || player->hasOut()) {
        const int left = scale.x(player->in()), right = scale.x(player->out() + 1);
        painter.fillRect(QRect(left, 0, right - left, viewport()->height()), token::accentVeil);
        painter.fillRect(QRect(left, ruler.bottom() - token::s2, right - left, token::s2), token::accent);
    }
    const std::int64_t step = rulerStep(m_pixelsPerFrame, rate.nominal(), labelRoom);
    painter.setFont(ui::font(Face::monoSmall));
    const auto start = m_session.cut().start;
    const std::int64_t first = std::max<std::int64_t>(0, scale.frame(token::trackHead) / step * step);
    for (std::int64_t frame = first; scale.x(frame) < viewport()->width(); frame += step) {
        const QString label = qs(time::timecodeAt({frame, rate}, start).text());
        painter.fillRect(scale.x(frame), ruler.bottom() - token::s4, token::hairline, token::s4, token::line);
        painter.setPen(token::faint);
        painter.drawText(QRect(scale.x(frame) + token::s4, 0, 2 * labelRoom, ruler.height()), Qt::AlignVCenter, label);
    }
}

void TimelineView::paintClip(QPainter& painter, const QRect& place, const project::CutClip& clip) const {
    const auto* shot = m_session.film().shots.find(clip.shot);
    const bool selected = shot != nullptr && shot->id == m_session.selected();
    painter.save();
    QPainterPath corners;
    corners.addRoundedRect(place, token::radiusSmall, token::radiusSmall);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(corners, Qt::IntersectClip);
    painter.fillRect(place, token::hover);
    if (const auto* take = m_session.film().takes.find(clip.take)) paintFilmstrip(painter, place, *take, clip);
    painter.restore();
    fillRound(painter, place, Qt::transparent, token::radiusSmall, selected ? token::accent : token::clipEdge);
    if (shot == nullptr || place.width() < token::s24) return;
    painter.save();
    painter.setClipRect(place, Qt::IntersectClip);
    QRect seen = place;
    seen.setLeft(std::max(place.left(), token::trackHead));
    drawTag(painter, seen, TagCorner::topLeft, qs(shot->number), Face::small, token::hudText, token::s4);
    painter.restore();
}

void TimelineView::paintFilmstrip(QPainter& painter, const QRect& place, const project::Take& take, const project::CutClip& clip) const {
    const auto media = project::mediaPath(m_session.film(), take.media);
    const int width = take.height > 0 ? std::max(1, place.height() * take.width / take.height) : place.height() * 16 / 9;
    for (int left = place.left(); left < place.right(); left += width) {
        if (left > viewport()->width()) break;
        if (left + width < token::trackHead) continue;
        const auto into = std::int64_t(double(left - place.left() + width / 3) / m_pixelsPerFrame) + clip.source.start.value;
        const std::int64_t frame = std::min<std::int64_t>(into / thumbnailGrid * thumbnailGrid, std::max<std::int64_t>(0, take.frames - 1));
        QImage picture = m_session.thumbnails()->picture(media, frame);
        if (picture.isNull()) picture = m_session.thumbnails()->picture(media, take.frames / 3);
        drawCover(painter, QRectF(left, place.top(), width, place.height()), picture);
        painter.fillRect(QRectF(left + width - token::hairline, place.top(), token::hairline, place.height()), token::tagBack);
    }
}

void TimelineView::paintBoards(QPainter& painter, const QRect& lane) const {
    const auto& film = m_session.film();
    for (const auto& clip : m_session.clips().clips) {
        std::int64_t at = clip.range.start.value;
        for (const auto* panel : film.panels.of(clip.shot)) {
            const int left = scale().x(at), right = scale().x(at + panel->frames);
            at += panel->frames;
            if (right < token::trackHead || left > viewport()->width()) continue;
            const QRect place(left, lane.top() + token::s4, std::max(token::s2, right - left - token::s2), lane.height() - token::s8);
            fillRound(painter, place, token::boardClip, token::radiusSmall, token::boardEdge);
            const auto* shot = film.shots.find(clip.shot);
            if (shot != nullptr && place.width() > token::s64) drawTag(painter, place, TagCorner::topLeft, tr("%1 board").arg(qs(shot->number)), Face::small, token::hudText, token::s4);
        }
    }
}

void TimelineView::paintDialogue(QPainter& painter, const QRect& lane) const {
    int painted = -1;
    for (const auto& clip : m_session.clips().clips) {
        const auto* shot = m_session.film().shots.find(clip.shot);
        if (shot == nullptr || shot->dialogue.empty()) continue;
        const int left = scale().x(clip.range.start.value), right = scale().x(clip.range.endExclusive().value);
        if (right < token::trackHead || left > viewport()->width()) continue;
        const QRect place(left, lane.top() + token::s4, std::max(token::s2, right - left - token::s2), lane.height() - token::s8);
        if (place.width() <= token::s4) {
            if (place.left() > painted) painter.fillRect(place, token::soundEdge);
            painted = place.right();
            continue;
        }
        fillRound(painter, place, token::soundClip, token::radiusSmall, token::soundEdge);
        if (place.width() < token::s24) continue;
        QRect inner = place.adjusted(token::s8, token::s4, -token::s4, -token::s4);
        inner.setLeft(std::max(inner.left(), token::trackHead + token::s4));
        const auto& line = shot->dialogue.front();
        painter.setFont(ui::font(Face::smallSemibold));
        painter.setPen(token::info);
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), token::smallLine), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(qs(line.character), Qt::ElideRight, inner.width()));
        painter.setFont(ui::font(Face::small));
        painter.setPen(token::text);
        QString words;
        for (const auto& each : shot->dialogue) words += (words.isEmpty() ? QString() : QStringLiteral("  ")) + qs(each.text).simplified();
        painter.save();
        painter.setClipRect(inner, Qt::IntersectClip);
        painter.drawText(inner.adjusted(0, token::smallLine, 0, 0), Qt::TextWordWrap, words);
        painter.restore();
    }
}

void TimelineView::paintDrag(QPainter& painter, const Lanes& lanes) const {
    if (!m_drag.moved || m_drag.clip < 0 || m_drag.clip >= int(m_session.clips().clips.size())) return;
    if (m_drag.insertion >= 0) {
        const auto& clips = m_session.clips().clips;
        const std::int64_t frame = m_drag.insertion < int(clips.size()) ? clips[std::size_t(m_drag.insertion)].range.start.value : contentFrames();
        painter.fillRect(QRect(scale().x(frame) - 2, lanes.picture.top(), token::selection, lanes.picture.height()), token::accent);
        return;
    }
    QRect ghost = clipRect(m_drag.clip);
    const int width = int(double(m_drag.frames) * m_pixelsPerFrame);
    if (m_drag.what == TimelineHit::trimEnd) ghost.setWidth(width);
    else ghost.setLeft(ghost.right() - width);
    fillRound(painter, ghost, token::accentVeil, token::radiusSmall, token::accent);
    drawTag(painter, ghost, TagCorner::bottomRight, tr("%1 s").arg(lengthWord(m_drag.frames, m_session.rate())), Face::monoSmall, token::text, token::s4);
}

void TimelineView::paintPlayhead(QPainter& painter) const {
    const int x = scale().x(m_session.player()->position());
    painter.fillRect(x, 0, token::hairline, viewport()->height(), token::accent);
    const qreal half = token::playheadWidth / 2.0;
    QPainterPath head;
    head.moveTo(x + 0.5 - half, 0);
    head.lineTo(x + 0.5 + half, 0);
    head.lineTo(x + 0.5 + half, token::playheadHeight * 0.6);
    head.lineTo(x + 0.5, token::playheadHeight);
    head.lineTo(x + 0.5 - half, token::playheadHeight * 0.6);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(head, token::accent);
}

} // namespace rushes::ui
