// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/top_bar.h"

#include "ui/bridge/words.h"
#include "ui/widgets/icon_button.h"

#include <QPainter>

namespace rushes::studio {

namespace token = ui::token;
using ui::Face;
using ui::Label;

TopBar::TopBar(ui::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_menu(new ui::IconButton(QStringLiteral("menu"), tr("Menu (F10)"))), m_title(new Label({}, Face::title)),
      m_sequence(new Label({}, Face::text, token::dim)), m_pages(new ui::Segmented(false, this)), m_queue(new ui::Pill(true)), m_work(new ui::Pill(false)),
      m_offline(new ui::Pill(false)), m_queueWords(new Label({}, Face::small, token::dim)), m_queueTime(new Label({}, Face::monoSmall)),
      m_workWords(new Label({}, Face::small, token::dim)), m_queueLine(new ui::ProgressLine), m_workLine(new ui::ProgressLine),
      m_workCancel(new ui::IconButton(QStringLiteral("x"), tr("Stop it"))) {
    setFixedHeight(token::topBar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(token::s8, 0, token::s12, 0);
    row->setSpacing(token::s12 + token::s2);
    row->addWidget(m_menu);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row->addWidget(m_title);
    row->addWidget(m_sequence);
    row->addStretch(1);
    makeWorkPill();
    makeQueuePill();
    m_offline->row()->addWidget(new ui::Dot(token::ok));
    m_offline->row()->addWidget(new Label(tr("Offline: nothing leaves this machine"), Face::small));
    m_offline->setToolTip(tr("Rushes opens no network connection. Scripts, pictures and takes stay in the project's folder."));
    row->addWidget(m_work);
    row->addWidget(m_queue);
    row->addWidget(m_offline);
    m_pages->setSegments({tr("Write"), tr("Draw"), tr("Direct"), tr("Review")});
    m_pages->setTip(0, tr("Script beside the shots (1)"));
    m_pages->setTip(int(Page::draw), tr("Paint over the frame at the playhead (2)"));
    m_pages->setTip(int(Page::direct), tr("Direct the shots (3)"));
    m_pages->setTip(int(Page::review), tr("Look at the cut and note what to change (5)"));
    connect(m_pages, &ui::Segmented::chosen, this, [this](int index) { Q_EMIT pageChosen(Page(index)); });
    connect(m_menu, &QAbstractButton::clicked, this, [this] { Q_EMIT menuWanted(m_menu->mapToGlobal(QPoint(0, m_menu->height() + token::s4))); });
    connect(m_queue, &ui::Pill::pressed, this, &TopBar::queueWanted);
    connect(&session, &ui::Session::opened, this, &TopBar::showFilm);
    connect(&session, &ui::Session::closed, this, &TopBar::showFilm);
    connect(&session, &ui::Session::changed, this, &TopBar::showFilm);
    connect(&session, &ui::Session::selectionChanged, this, &TopBar::showFilm);
    connect(&session, &ui::Session::queueChanged, this, &TopBar::showQueue);
    connect(&session, &ui::Session::working, this, &TopBar::showWork);
    connect(&session, &ui::Session::workDone, m_work, &QWidget::hide);
    showFilm();
}

void TopBar::makeQueuePill() {
    m_queueLine->setFixedWidth(token::progressWidth);
    m_queue->row()->addWidget(m_queueWords);
    m_queue->row()->addWidget(m_queueLine);
    m_queue->row()->addWidget(m_queueTime);
    m_queue->setToolTip(tr("What is being shot (Q)"));
    m_queue->hide();
}

void TopBar::makeWorkPill() {
    m_workLine->setFixedWidth(token::progressWidth);
    m_work->row()->addWidget(m_workWords);
    m_work->row()->addWidget(m_workLine);
    m_work->row()->addWidget(m_workCancel);
    m_work->hide();
    connect(m_workCancel, &QAbstractButton::clicked, &m_session, &ui::Session::cancelWork);
}

void TopBar::setPage(Page page) { m_pages->setCurrent(int(page)); }

void TopBar::showFilm() {
    const bool open = m_session.isOpen();
    m_pages->setVisible(open);
    m_title->setText(open ? m_session.title() : tr("Rushes"));
    QString where;
    if (const auto* shot = m_session.shot())
        if (const auto* scene = m_session.film().scenes.find(shot->scene)) where = tr("Scene %1 · %2").arg(ui::qs(scene->number), ui::qs(scene->place.empty() ? scene->heading : scene->place));
    m_sequence->setText(where);
    showQueue();
    placePages();
}

void TopBar::showQueue() {
    const auto* queue = m_session.queue();
    const auto* running = queue != nullptr ? queue->running() : nullptr;
    int failed = 0, paused = 0;
    if (queue != nullptr)
        for (const auto* job : queue->open()) {
            failed += job->state == shoot::JobState::failed;
            paused += job->state == shoot::JobState::paused;
        }
    const int waiting = queue != nullptr ? queue->waiting() : 0;
    m_queue->setVisible(running != nullptr || waiting + failed + paused > 0);
    if (m_queue->isHidden()) return;
    const bool moving = running != nullptr;
    QStringList words;
    if (moving) words << tr("Shooting %1").arg(ui::qs(running->shotNumber));
    if (paused > 0) words << tr("%1 paused").arg(paused);
    if (waiting > 0) words << tr("%1 waiting").arg(waiting);
    if (failed > 0) words << tr("%1 failed").arg(failed);
    m_queueWords->setText(words.join(QStringLiteral(" · ")));
    m_queueWords->setColour(failed > 0 && !moving ? token::error : token::dim);
    const auto progress = queue->progress();
    m_queueLine->setVisible(moving);
    m_queueTime->setVisible(moving && progress.secondsLeft.has_value());
    m_queueLine->setFraction(progress.fraction());
    if (progress.secondsLeft) m_queueTime->setText(tr("%1 left").arg(ui::clockWord(*progress.secondsLeft)));
}

void TopBar::showWork(const QString& what, double fraction, bool canCancel) {
    m_workWords->setText(what);
    m_workLine->setVisible(fraction >= 0);
    m_workLine->setFraction(fraction);
    m_workCancel->setVisible(canCancel);
    m_work->show();
}

void TopBar::placePages() {
    const QSize size = m_pages->sizeHint();
    m_pages->setGeometry((width() - size.width()) / 2, (height() - size.height()) / 2, size.width(), size.height());
    m_sequence->setMaximumWidth(std::max(token::s64, (width() - size.width()) / 2 - m_title->sizeHint().width() - token::s64 - token::s24));
}

void TopBar::resizeEvent(QResizeEvent*) { placePages(); }

void TopBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), token::panel);
    painter.fillRect(0, height() - token::hairline, width(), token::hairline, token::window);
}

} // namespace rushes::studio
