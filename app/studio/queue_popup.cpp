// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/queue_popup.h"

#include "ui/bridge/words.h"
#include "ui/theme/icons.h"
#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>

namespace rushes::studio {

namespace token = ui::token;
using shoot::JobState;
using ui::Face;

namespace {

constexpr int rowHeight = token::notePictureHeight + token::s16, mostRows = 7;

QString stateWords(const shoot::Job& job) {
    const int percent = job.framesTotal > 0 ? int(100 * job.framesDone / job.framesTotal) : 0;
    switch (job.state) {
    case JobState::running: return QueuePopup::tr("Shooting, %1 %").arg(percent);
    case JobState::waiting: return QueuePopup::tr("Waiting, %1 frames").arg(job.framesTotal);
    case JobState::paused: return QueuePopup::tr("Paused at %1 %").arg(percent);
    case JobState::failed: return QueuePopup::tr("Failed: %1").arg(ui::qs(job.error));
    default: return ui::qs(std::string(shoot::name(job.state)));
    }
}

} // namespace

QueuePopup::QueuePopup(ui::Session& session, QWidget* parent) : ListPopup({token::popupWidth, rowHeight, mostRows}, parent), m_session(session) {
    setAccessibleName(title());
    connect(&session, &ui::Session::queueChanged, this, &QueuePopup::refresh);
    connect(&session, &ui::Session::liveFrame, this, qOverload<>(&QWidget::update));
}

QString QueuePopup::headWords() const {
    const auto progress = m_session.queue() != nullptr ? m_session.queue()->progress() : Progress{};
    return progress.secondsLeft && count() > 0 ? tr("%1 left").arg(ui::clockWord(*progress.secondsLeft)) : QString();
}

std::vector<const shoot::Job*> QueuePopup::rows() const {
    return m_session.queue() != nullptr ? m_session.queue()->open() : std::vector<const shoot::Job*>{};
}

void QueuePopup::openUnder(QWidget* pill) {
    show();
    refresh();
    const QPoint corner = pill->mapToGlobal(QPoint(pill->width() - width(), pill->height() + token::s8));
    move(corner);
}

std::vector<QueuePopup::Placed> QueuePopup::marksOf(const shoot::Job& job, int index) const {
    const QRect row = rowRect(index);
    std::vector<Mark> marks;
    if (job.state == JobState::waiting && index > 0) marks.push_back(Mark::up);
    if (job.state == JobState::waiting && index + 1 < count()) marks.push_back(Mark::down);
    if (job.state == JobState::running || job.state == JobState::waiting) marks.push_back(Mark::hold);
    if (job.state == JobState::paused) marks.push_back(Mark::resume);
    marks.push_back(job.state == JobState::failed ? Mark::retry : Mark::cancel);
    std::vector<Placed> out;
    int right = row.right() - token::s8;
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        out.push_back({*mark, QRect(right - token::s24, row.center().y() - token::s12, token::s24, token::s24), job.id});
        right -= token::s24 + token::s2;
    }
    return out;
}

QString QueuePopup::tipOf(Mark mark) {
    switch (mark) {
    case Mark::hold: return tr("Pause");
    case Mark::resume: return tr("Go on");
    case Mark::up: return tr("Shoot earlier");
    case Mark::down: return tr("Shoot later");
    case Mark::cancel: return tr("Cancel");
    case Mark::retry: return tr("Try again");
    }
    return {};
}

void QueuePopup::paintRow(QPainter& painter, int index) {
    const shoot::Job& job = *rows()[std::size_t(index)];
    const QRect row = rowRect(index);
    const QRect picture(row.left() + token::s12, row.top() + token::s8, token::notePictureWidth, token::notePictureHeight);
    ui::fillRound(painter, picture, token::window, token::radiusSmall);
    if (m_session.queue()->liveJob() == job.id && job.state == JobState::running) ui::drawCover(painter, picture, m_session.queue()->liveFrame());
    else if (const auto* take = project::chosenTake(m_session.film(), job.shot))
        ui::drawCover(painter, picture, m_session.thumbnails()->picture(project::mediaPath(m_session.film(), take->media), take->frames / 3));
    const auto marks = marksOf(job, index);
    const int left = picture.right() + token::s12;
    const QRect words(left, picture.top() + token::s4, marks.back().rect.left() - left - token::s8, token::interLine);
    painter.setFont(ui::font(Face::semibold));
    painter.setPen(token::text);
    painter.drawText(words, Qt::AlignVCenter, tr("Shot %1").arg(ui::qs(job.shotNumber)));
    if (job.state == JobState::running && job.secondsLeft) {
        painter.setFont(ui::font(Face::monoSmall));
        painter.setPen(token::dim);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, tr("%1 left").arg(ui::clockWord(*job.secondsLeft)));
    }
    painter.setFont(ui::font(Face::small));
    painter.setPen(job.state == JobState::failed ? token::error : token::dim);
    painter.drawText(words.translated(0, token::interLine), Qt::AlignVCenter, painter.fontMetrics().elidedText(stateWords(job), Qt::ElideRight, words.width()));
    for (const auto& placed : marks) {
        if (placed.rect.contains(mouse())) ui::fillRound(painter, placed.rect, token::hover, token::radiusSmall);
        const char* icons[] = {"pause-job", "resume", "arrow-up", "arrow-down", "x", "repeat"};
        painter.drawPixmap(placed.rect.center().x() - token::icon / 2 + 1, placed.rect.center().y() - token::icon / 2 + 1,
                           ui::iconPixmap(QLatin1String(icons[int(placed.mark)]), token::text, token::icon, devicePixelRatioF()));
    }
}

void QueuePopup::act(const Placed& placed) {
    auto& queue = m_session.queue()->queue();
    const auto rows = this->rows();
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const auto* job) { return job->id == placed.job; });
    switch (placed.mark) {
    case Mark::hold: return m_session.check(queue.pause(placed.job));
    case Mark::resume: return m_session.check(queue.resume(placed.job));
    case Mark::cancel: return m_session.check(queue.cancel(placed.job));
    case Mark::retry: return m_session.check(queue.retry(placed.job));
    case Mark::up:
        if (at != rows.begin() && at != rows.end()) m_session.check(queue.moveBefore(placed.job, (*std::prev(at))->id));
        return;
    case Mark::down:
        if (at != rows.end() && std::next(at) != rows.end()) {
            const auto beyond = std::next(at, 2);
            m_session.check(queue.moveBefore(placed.job, beyond == rows.end() ? project::JobId{} : (*beyond)->id));
        }
        return;
    }
}

void QueuePopup::pressRow(int row, const QPoint& point) {
    const auto& job = *rows()[std::size_t(row)];
    for (const auto& placed : marksOf(job, row))
        if (placed.rect.contains(point)) return act(placed);
    m_session.select(job.shot);
}

QString QueuePopup::tipAt(int row, const QPoint& point) const {
    for (const auto& placed : marksOf(*rows()[std::size_t(row)], row))
        if (placed.rect.contains(point)) return tipOf(placed.mark);
    return {};
}

} // namespace rushes::studio
