// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/storyboard/card.h"

#include "ui/bridge/words.h"
#include "ui/theme/icons.h"
#include "ui/widgets/paint.h"

#include <QPainterPath>

namespace rushes::ui {

namespace {

constexpr int mostDots = 8;

void describeJob(CardState& card, Session& session, const shoot::Job& job) {
    switch (job.state) {
    case shoot::JobState::running:
        card.progress = job.framesTotal > 0 ? double(job.framesDone) / double(job.framesTotal) : 0;
        card.state = Session::tr("shooting, %1 %").arg(int(card.progress * 100));
        if (session.queue()->liveJob() == job.id && !session.queue()->liveFrame().isNull()) card.picture = session.queue()->liveFrame();
        break;
    case shoot::JobState::paused:
        card.progress = job.framesTotal > 0 ? double(job.framesDone) / double(job.framesTotal) : 0;
        card.state = Session::tr("paused");
        break;
    case shoot::JobState::waiting: card.state = Session::tr("waiting to be shot"); break;
    case shoot::JobState::failed:
        card.state = Session::tr("failed");
        card.reason = qs(job.error);
        card.failed = true;
        card.stateColour = token::error;
        break;
    default: break;
    }
}

void paintPicture(QPainter& painter, const QRect& card, const QRectF& picture, const CardState& state) {
    QPainterPath corners;
    corners.addRoundedRect(card, token::radius, token::radius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(corners);
    painter.fillRect(picture, state.picture.isNull() ? token::window : token::surround);
    if (state.picture.isNull()) {
        const QPixmap mark = iconPixmap(QStringLiteral("camera"), token::line, token::s24, painter.device()->devicePixelRatioF());
        painter.drawPixmap(picture.center() - QPointF(token::s12, token::s12), mark);
    } else {
        drawCover(painter, picture, state.picture);
    }
    if (state.progress >= 0) {
        const QRectF track(picture.left(), picture.bottom() - token::progressHeight, picture.width(), token::progressHeight);
        painter.fillRect(track, token::tagBack);
        painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * state.progress, track.height())), token::accent);
    }
    painter.restore();
}

/// One dot per take, a green ring for the circled one. Returns the x behind them.
int paintDots(QPainter& painter, int x, int middle, const CardState& state) {
    painter.setRenderHint(QPainter::Antialiasing);
    const int first = std::max(0, state.takes - mostDots);
    for (int i = first; i < state.takes; ++i) {
        if (i == state.circled) {
            painter.setPen(QPen(token::ok, token::selection));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(QRectF(x + 1, middle - token::ring / 2.0 + 1, token::ring - 2, token::ring - 2));
            x += token::ring + token::s4;
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(token::faint);
            painter.drawEllipse(QRectF(x, middle - token::dot / 2.0, token::dot, token::dot));
            x += token::dot + token::s4;
        }
    }
    return x;
}

void paintState(QPainter& painter, const QRect& line, const CardState& state) {
    int x = line.left();
    if (state.state.isEmpty() || state.failed) x = paintDots(painter, x, line.center().y() + 1, state);
    painter.setFont(font(Face::small));
    if (state.outOfDate && state.state.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(token::warn);
        painter.drawEllipse(QRectF(x, line.center().y() + 1 - token::dot / 2.0, token::dot, token::dot));
        painter.setPen(token::warn);
        painter.drawText(line.adjusted(x - line.left() + token::dot + token::s4, 0, 0, 0), Qt::AlignVCenter, Session::tr("out of date"));
        return;
    }
    if (state.state.isEmpty()) return;
    if (x > line.left()) x += token::s4;
    painter.setPen(state.stateColour);
    painter.drawText(line.adjusted(x - line.left(), 0, 0, 0), Qt::AlignVCenter, state.state);
}

} // namespace

CardState cardState(Session& session, const project::Shot& shot) {
    const auto& film = session.film();
    CardState card;
    card.number = qs(shot.number);
    card.size = shot.size ? sizeWord(*shot.size) : QString();
    card.length = lengthWord(shot.frames, session.rate());
    card.text = qs(shot.prompt).simplified();
    if (card.text.isEmpty()) card.text = Session::tr("No prompt yet");
    card.stateColour = token::dim;
    const auto takes = film.takes.of(shot.id);
    card.takes = int(takes.size());
    for (int i = 0; i < card.takes; ++i)
        if (takes[std::size_t(i)]->id == shot.circled) card.circled = i;
    if (const auto* take = project::chosenTake(film, shot.id)) {
        const auto media = project::mediaPath(film, take->media);
        card.picture = session.thumbnails()->picture(media, take->frames / 3);
        if (session.thumbnails()->broken(media)) {
            card.state = Session::tr("the take's media is missing");
            card.stateColour = token::error;
        }
    } else if (const auto panels = film.panels.of(shot.id); !panels.empty() && !panels.front()->media.empty()) {
        card.picture = session.thumbnails()->picture(project::mediaPath(film, panels.front()->media), 0);
    } else {
        card.state = Session::tr("no take yet");
        card.stateColour = token::faint;
    }
    if (session.queue() != nullptr)
        if (const auto* job = session.queue()->jobOf(shot.id)) {
            card.stateColour = token::dim;
            describeJob(card, session, *job);
        }
    card.outOfDate = session.freshness()->outOfDate(shot.id);
    card.selected = session.selected() == shot.id;
    card.alsoSelected = session.alsoSelected().contains(shot.id);
    return card;
}

int cardHeight(int width) { return width * 9 / 16 + token::cardText; }

void paintCard(QPainter& painter, const QRect& card, const CardState& state, bool hot) {
    fillRound(painter, card, hot ? token::hover : token::raised, token::radius);
    const QRectF picture(card.left(), card.top(), card.width(), card.height() - token::cardText);
    paintPicture(painter, card, picture, state);
    drawTag(painter, picture, TagCorner::topLeft, state.number, Face::smallSemibold);
    drawTag(painter, picture, TagCorner::topRight, state.size, Face::small);
    drawTag(painter, picture, TagCorner::bottomRight, state.length, Face::monoSmall);

    const QRect words(card.left() + token::radiusLarge, card.bottom() + 1 - token::cardText, card.width() - 2 * token::radiusLarge, token::cardText);
    const QRect first(words.left(), words.top() + token::radius, words.width(), token::interLine);
    painter.setFont(font(Face::text));
    painter.setPen(token::text);
    painter.drawText(first, Qt::AlignVCenter, painter.fontMetrics().elidedText(state.text, Qt::ElideRight, first.width()));
    const QRect second(words.left(), first.bottom() + 1, words.width(), token::smallLine);
    paintState(painter, second, state);
    if (state.failed) {
        painter.setPen(token::accent);
        painter.setFont(font(Face::small));
        painter.drawText(second, Qt::AlignVCenter | Qt::AlignRight, Session::tr("Try again"));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (state.selected || state.alsoSelected) {
        const qreal inset = token::selection / 2.0;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(state.selected ? token::accent : token::dim, token::selection));
        painter.drawRoundedRect(QRectF(card).adjusted(inset, inset, -inset, -inset), token::radius - 1, token::radius - 1);
    }
}

QRect retryPlace(const QRect& card) {
    const int width = QFontMetrics(font(Face::small)).horizontalAdvance(Session::tr("Try again")) + token::s8;
    return {card.right() - token::radiusLarge - width, card.bottom() - token::s24, width, token::s24};
}

} // namespace rushes::ui
