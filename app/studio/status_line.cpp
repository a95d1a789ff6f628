// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/status_line.h"

#include "ui/bridge/words.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStorageInfo>

namespace rushes::studio {

namespace token = ui::token;
using ui::Face;
using ui::Label;

namespace {
constexpr qint64 nearlyFull = qint64(1) << 30;
}

StatusLine::StatusLine(ui::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_saved(new Label({}, Face::small, token::dim)), m_undo(new Label({}, Face::small, token::dim)),
      m_disk(new Label({}, Face::small, token::warn)), m_sound(new Label({}, Face::small, token::dim)),
      m_totals(new Label({}, Face::small, token::dim)), m_stale(new ui::Button({}, ui::Button::Kind::text)) {
    setFixedHeight(token::status);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(token::s12, 0, token::s12, 0);
    row->setSpacing(token::s16 + token::s2);
    m_stale->setFace(Face::small);
    m_stale->setToolTip(tr("Shoot them again as they are now"));
    row->addWidget(m_saved);
    row->addWidget(m_undo);
    row->addWidget(m_disk);
    row->addStretch(1);
    row->addWidget(m_sound);
    row->addWidget(m_totals);
    row->addWidget(m_stale);
    connect(m_stale, &QAbstractButton::clicked, this, &StatusLine::shootStale);
    for (const auto signal : {&ui::Session::changed, &ui::Session::opened, &ui::Session::closed}) connect(&session, signal, this, &StatusLine::refresh);
    connect(session.freshness(), &ui::Freshness::changed, this, &StatusLine::refresh);
    refresh();
}

void StatusLine::refresh() {
    if (!m_session.isOpen()) {
        m_saved->setText(tr("Rushes %1").arg(QStringLiteral(RUSHES_VERSION)));
        for (auto* label : {m_undo, m_disk, m_sound}) label->setText({});
        m_totals->setText(tr("Keys: press ?"));
        m_stale->hide();
        return;
    }
    m_saved->setText(tr("Saved"));
    m_saved->setToolTip(tr("Every edit is on disk when it is made"));
    const QString undo = m_session.undoLabel();
    m_undo->setText(undo.isEmpty() ? QString() : tr("Undo: %1").arg(undo));
    double seconds = 0;
    for (const auto& [id, take] : m_session.film().takes) seconds += take.seconds;
    const auto takes = m_session.film().takes.size();
    m_totals->setText(takes == 0 ? tr("No takes yet") : tr("%1 %2 · %3 of computing").arg(takes).arg(takes == 1 ? tr("take") : tr("takes"), ui::spentWord(seconds)));
    const QStorageInfo disk(QString::fromStdString(m_session.film().folder.string()));
    m_disk->setText(disk.isValid() && disk.bytesAvailable() < nearlyFull ? tr("Disk nearly full: %1 MB left").arg(disk.bytesAvailable() >> 20) : QString());
    const QString sound = QString::fromStdString(m_session.player()->player()->audioStatus());
    m_sound->setText(sound.startsWith(QLatin1String("Sound goes")) ? QString() : tr("No sound"));
    m_sound->setToolTip(sound);
    const int stale = m_session.freshness()->outOfDateCount();
    m_stale->setVisible(stale > 0);
    if (stale == 0) return;
    m_stale->setText(tr("%1 out of date: %2 to bring %3 up to date")
                         .arg(stale == 1 ? tr("1 shot") : tr("%1 shots").arg(stale), ui::costWord(m_session.freshness()->secondsToRefresh()), stale == 1 ? tr("it") : tr("them")));
    m_stale->updateGeometry();
}

void StatusLine::shootStale() {
    std::vector<project::ShotId> shots;
    for (const auto* shot : m_session.film().shots.of(m_session.sequence()->id))
        if (m_session.freshness()->outOfDate(shot->id)) shots.push_back(shot->id);
    m_session.shoot(shots);
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), token::panel);
    painter.fillRect(0, 0, width(), token::hairline, token::window);
}

} // namespace rushes::studio
