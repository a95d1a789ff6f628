// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/takes/takes_strip.h"

#include "ui/bridge/words.h"
#include "ui/theme/icons.h"
#include "ui/widgets/paint.h"

#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainterPath>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace rushes::ui {

TakesStrip::TakesStrip(Session& session, QWidget* parent) : QAbstractScrollArea(parent), m_session(session) {
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(token::takes);
    setFocusPolicy(Qt::ClickFocus);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Takes"));
    const auto refresh = [this] {
        updateScroll();
        viewport()->update();
    };
    connect(&session, &Session::changed, this, refresh);
    connect(&session, &Session::opened, this, refresh);
    connect(&session, &Session::closed, this, refresh);
    connect(&session, &Session::selectionChanged, this, refresh);
    connect(&session, &Session::queueChanged, this, refresh);
    connect(&session, &Session::liveFrame, this, [this] { viewport()->update(); });
    connect(session.thumbnails(), &Thumbnails::ready, this, [this] { viewport()->update(); });
}

std::vector<const project::Take*> TakesStrip::takes() const {
    auto takes = m_session.film().takes.of(m_session.selected());
    std::reverse(takes.begin(), takes.end());
    return takes;
}

int TakesStrip::count() const { return int(m_session.film().takes.countOf(m_session.selected())); }

const shoot::Job* TakesStrip::job() const { return m_session.queue() != nullptr && m_session.selected() ? m_session.queue()->jobOf(m_session.selected()) : nullptr; }

project::TakeId TakesStrip::shown() const {
    if (m_session.viewedTake()) return m_session.viewedTake();
    const auto* take = project::chosenTake(m_session.film(), m_session.selected());
    return take != nullptr ? take->id : project::TakeId{};
}

QRect TakesStrip::takeRect(int index) const {
    const int slot = index + (job() != nullptr ? 1 : 0);
    return {token::s12 + slot * (token::takeWidth + token::gap) - horizontalScrollBar()->value(), token::gap, token::takeWidth, token::takePicture};
}

void TakesStrip::updateScroll() {
    const int slots_ = count() + (job() != nullptr ? 1 : 0);
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, slots_ * (token::takeWidth + token::gap) + token::s12 - viewport()->width()));
}

int TakesStrip::at(const QPoint& point) const {
    for (int i = 0; i < count(); ++i)
        if (takeRect(i).adjusted(0, 0, 0, token::s24).contains(point)) return i;
    return -1;
}

QRect TakesStrip::markRect(const QRect& picture, int index) const {
    const int side = token::s24;
    return {picture.right() + 1 - token::s4 - (3 - index) * side, picture.bottom() + 1 - token::s4 - side, side, side};
}

TakesStrip::Mark TakesStrip::markAt(const QPoint& point, int take) const {
    if (take < 0) return Mark::none;
    for (int i = 0; i < 3; ++i)
        if (markRect(takeRect(take), i).contains(point)) return Mark(i + 1);
    return Mark::none;
}

void TakesStrip::paintTake(QPainter& painter, const QRect& picture, const project::Take& take, bool hot) const {
    const auto* shot = m_session.shot();
    QPainterPath corners;
    corners.addRoundedRect(picture, token::radiusSmall + 1, token::radiusSmall + 1);
    const auto media = project::mediaPath(m_session.film(), take.media);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(corners);
    painter.fillRect(picture, token::window);
    drawCover(painter, picture, m_session.thumbnails()->picture(media, take.frames / 3));
    if (hot) painter.fillRect(picture, token::shade);
    painter.restore();
    if (m_session.thumbnails()->broken(media)) drawTag(painter, picture, TagCorner::topLeft, tr("media missing"), Face::small, token::error, token::s4 + 1);
    else if (shot != nullptr && shot->circled == take.id) drawTag(painter, picture, TagCorner::topLeft, tr("circled"), Face::small, token::ok, token::s4 + 1);
    if (take.id == shown()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(token::accent, token::selection));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(picture), token::radiusSmall + 1, token::radiusSmall + 1);
    }
    const QRect line(picture.left(), picture.bottom() + 1 + token::s4, picture.width(), token::smallLine);
    painter.setPen(token::dim);
    painter.setFont(ui::font(Face::small));
    painter.drawText(line, Qt::AlignVCenter, tr("Take %1 · %2").arg(take.number).arg(qs(take.generator)));
    painter.setFont(ui::font(Face::monoSmall));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, clockWord(take.seconds));
    if (!hot) return;
    const char* names[] = {"circle-check", "repeat", "trash"};
    for (int i = 0; i < 3; ++i) {
        const QRect mark = markRect(picture, i);
        if (mark.contains(m_mouse)) fillRound(painter, mark, token::hover, token::radiusSmall);
        const bool circled = i == 0 && shot != nullptr && shot->circled == take.id;
        painter.drawPixmap(mark.center().x() - token::icon / 2 + 1, mark.center().y() - token::icon / 2 + 1,
                           iconPixmap(QLatin1String(names[i]), circled ? token::ok : token::text, token::icon, devicePixelRatioF()));
    }
}

void TakesStrip::paintJob(QPainter& painter, const QRect& picture, const shoot::Job& job) const {
    QPainterPath corners;
    corners.addRoundedRect(picture, token::radiusSmall + 1, token::radiusSmall + 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(corners);
    painter.fillRect(picture, token::window);
    const auto* queue = m_session.queue();
    if (queue->liveJob() == job.id && job.state != shoot::JobState::failed) drawCover(painter, picture, queue->liveFrame());
    if (job.state == shoot::JobState::failed) {
        painter.setFont(ui::font(Face::small));
        painter.setPen(token::dim);
        painter.drawText(picture.adjusted(token::s8, token::s4, -token::s4, -token::s4), Qt::TextWordWrap, qs(job.error));
    }
    const double done = job.framesTotal > 0 ? double(job.framesDone) / double(job.framesTotal) : 0;
    const QRectF track(picture.left(), picture.bottom() + 1 - token::progressHeight, picture.width(), token::progressHeight);
    if (job.state == shoot::JobState::running) {
        painter.fillRect(track, token::tagBack);
        painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * done, track.height())), token::accent);
    }
    painter.restore();
    const QRect line(picture.left(), picture.bottom() + 1 + token::s4, picture.width(), token::smallLine);
    QString words;
    if (job.state == shoot::JobState::running) words = tr("Shooting, %1 %").arg(int(done * 100));
    else if (job.state == shoot::JobState::paused) words = tr("Paused");
    else if (job.state == shoot::JobState::failed) words = tr("Failed");
    else words = tr("Waiting to be shot");
    painter.setFont(ui::font(Face::small));
    painter.setPen(job.state == shoot::JobState::failed ? token::error : token::dim);
    painter.drawText(line, Qt::AlignVCenter, words);
    painter.setFont(ui::font(Face::monoSmall));
    if (job.secondsLeft) painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, clockWord(*job.secondsLeft));
}

void TakesStrip::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), token::panel);
    painter.fillRect(0, 0, viewport()->width(), token::hairline, token::line);
    if (m_session.shot() == nullptr) return;
    if (const auto* job = this->job()) paintJob(painter, takeRect(-1), *job);
    const auto takes = this->takes();
    for (int i = 0; i < int(takes.size()); ++i) {
        const QRect picture = takeRect(i);
        if (picture.right() < 0 || picture.left() > viewport()->width()) continue;
        painter.setClipping(false);
        paintTake(painter, picture, *takes[std::size_t(i)], i == m_hot);
    }
    if (!takes.empty() || job() != nullptr) return;
    painter.setFont(ui::font(Face::text));
    painter.setPen(token::dim);
    painter.drawText(viewport()->rect().adjusted(token::s12, 0, -token::s12, 0), Qt::AlignVCenter,
                     tr("No take of %1 yet. Shoot (Ctrl+Return) and it comes here, frame by frame.").arg(qs(m_session.shot()->number)));
}

void TakesStrip::act(Mark mark, project::TakeId take) {
    switch (mark) {
    case Mark::circle: return m_session.circle(take);
    case Mark::again: return m_session.shootAgain(take);
    case Mark::remove: return m_session.removeTake(take);
    case Mark::none: break;
    }
    const auto* chosen = project::chosenTake(m_session.film(), m_session.selected());
    m_session.viewTake(chosen != nullptr && chosen->id == take ? project::TakeId{} : take);
}

void TakesStrip::mousePressEvent(QMouseEvent* event) {
    const QPoint point = event->position().toPoint();
    const int index = at(point);
    if (index < 0 || event->button() != Qt::LeftButton) return;
    act(markAt(point, index), takes()[std::size_t(index)]->id);
}

void TakesStrip::mouseMoveEvent(QMouseEvent* event) {
    m_mouse = event->position().toPoint();
    m_hot = at(m_mouse);
    viewport()->update();
}

void TakesStrip::leaveEvent(QEvent*) {
    m_hot = -1;
    m_mouse = {-1, -1};
    viewport()->update();
}

void TakesStrip::contextMenuEvent(QContextMenuEvent* event) {
    const int index = at(event->pos());
    if (index < 0) return;
    const auto take = takes()[std::size_t(index)]->id;
    const bool circled = m_session.shot() != nullptr && m_session.shot()->circled == take;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(circled ? tr("Take the circle off") : tr("Circle this take")), &QAction::triggered, this, [this, take] { act(Mark::circle, take); });
    connect(menu->addAction(tr("Shoot again from its slate")), &QAction::triggered, this, [this, take] { act(Mark::again, take); });
    menu->addSeparator();
    connect(menu->addAction(tr("Delete take")), &QAction::triggered, this, [this, take] { act(Mark::remove, take); });
    menu->popup(event->globalPos());
}

void TakesStrip::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete && shown()) return m_session.removeTake(shown());
    event->ignore();
}

void TakesStrip::resizeEvent(QResizeEvent*) { updateScroll(); }

void TakesStrip::wheelEvent(QWheelEvent* event) {
    const int by = event->angleDelta().x() != 0 ? event->angleDelta().x() : event->angleDelta().y();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by);
    viewport()->update();
}

bool TakesStrip::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int index = at(help->pos());
    QString text;
    switch (markAt(help->pos(), index)) {
    case Mark::circle: text = tr("Circle: this is the one (C)"); break;
    case Mark::again: text = tr("Shoot again from its slate: the same frames"); break;
    case Mark::remove: text = tr("Delete this take (Undo brings it back)"); break;
    case Mark::none:
        if (index >= 0) {
            const auto* take = takes()[std::size_t(index)];
            text = tr("Take %1: %2 × %3, seed %4, %5").arg(take->number).arg(take->width).arg(take->height).arg(take->seed).arg(spentWord(take->seconds));
        }
    }
    if (text.isEmpty()) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), text, viewport());
    return true;
}

} // namespace rushes::ui
