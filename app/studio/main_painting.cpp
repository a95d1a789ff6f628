// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// How the main window lets a frame be painted: on the Draw page, or in a program of the user's.
#include "app/studio/frame_painter.h"
#include "app/studio/main_window.h"
#include "app/studio/paint_room.h"
#include "app/studio/transport_bar.h"
#include "app/studio/workspace.h"
#include "ui/shot/shot_inspector.h"

#include <QMenu>
#include <QStackedWidget>

#include <algorithm>

namespace rushes::studio {

std::optional<std::int64_t> MainWindow::frameAtPlayhead() const {
    const auto* shot = m_session.shot();
    const auto start = shot == nullptr ? -1 : m_session.startOf(shot->id);
    if (start < 0) return std::nullopt;
    return std::clamp<std::int64_t>(m_session.player()->position() - start, 0, std::max<std::int64_t>(0, shot->frames - 1));
}

#ifdef RUSHES_STAGE

bool MainWindow::drawing() const { return m_room != nullptr && m_pages->currentWidget() == m_room; }

void MainWindow::undo() {
    if (drawing()) return m_room->undo();
    m_work->inspector()->commit();
    m_session.undo();
}

void MainWindow::redo() {
    if (drawing()) return m_room->redo();
    m_session.redo();
}

void MainWindow::offerPainting() {
    if (m_painter == nullptr || !frameAtPlayhead()) return;
    if (m_paintMenu == nullptr) {
        m_paintMenu = new QMenu(this);
        m_paintMenu->setToolTipsVisible(true);
        auto* here = m_paintMenu->addAction(tr("Paint it here\t2"), this, &MainWindow::paintHere);
        if (const auto able = brush::canPaint(); !able) {
            here->setEnabled(false);
            here->setToolTip(QString::fromStdString(able.error().text()));
        }
        m_paintMenu->addAction(tr("In your own program\tCtrl+Shift+P"), this, &MainWindow::paintOutside)
            ->setToolTip(tr("Opens the frame with its layers; each time you save there, the shot takes it back"));
    }
    auto* button = m_work->transport()->paintButton();
    m_paintMenu->setActiveAction(m_paintMenu->actions().front());
    m_paintMenu->popup(button->mapToGlobal(QPoint(0, -m_paintMenu->sizeHint().height())));
}

void MainWindow::paintOutside() {
    m_work->inspector()->commit();
    const auto frame = frameAtPlayhead();
    if (m_painter == nullptr || !frame) return;
    m_session.player()->pause();
    m_painter->paint(*m_session.shot(), *frame);
}

void MainWindow::sayStrange(project::ShotId shot, std::int64_t frame, const QString& why) {
    m_messages->tell(ui::MessageBar::Weight::warning, tr("The painting may be of another frame"), why, tr("Take it out"), [this, shot, frame] {
        for (const auto* row : m_session.film().references.of(shot))
            if (row->painted && row->atFrame == frame) return m_session.removeReference(row->id);
    });
}

void MainWindow::makeRoom() {
    m_room = new PaintRoom(m_session);
    m_pages->addWidget(m_room);
    connect(m_room, &PaintRoom::paintedFrameSaved, this, [this](project::ShotId shot, std::int64_t) { m_session.shootWithLook(shot); });
    connect(m_room, &PaintRoom::doneWanted, this, [this] { showPage(Page::direct); });
    connect(m_room, &PaintRoom::leftUnsaved, this, [this](const QString& number, std::int64_t frame) {
        m_messages->tell(ui::MessageBar::Weight::news, tr("What you painted on frame %1 of %2 is kept, but is not its look yet").arg(frame).arg(number), tr("It is there again when you paint that frame"),
                         tr("Save it as the look"), [this] { m_room->save(); });
    });
    connect(m_room, &PaintRoom::unsavedFound, this, [this](const QString& number, std::int64_t frame) {
        m_messages->tell(ui::MessageBar::Weight::news, tr("Strokes on frame %1 of %2 that were not saved are here again").arg(frame).arg(number), tr("Save makes them the look"), tr("Put them aside"),
                         [this] { m_room->beginAnew(); });
    });
}

void MainWindow::paintHere() {
    m_work->inspector()->commit();
    const auto frame = frameAtPlayhead();
    if (!frame) {
        m_top->setPage(m_work->page());
        Q_EMIT m_session.told(tr("There is no frame to paint"), tr("Choose a shot first"));
        return;
    }
    if (m_room == nullptr) makeRoom();
    m_session.player()->pause();
    m_pages->setCurrentWidget(m_room);
    m_top->setPage(Page::draw);
    for (auto* action : m_filmActions) action->setEnabled(m_drawToo.contains(action)); // the other keys are the brushes'
    m_room->open(*m_session.shot(), *frame);
}

#else

bool MainWindow::drawing() const { return false; }
void MainWindow::undo() {
    m_work->inspector()->commit();
    m_session.undo();
}
void MainWindow::redo() { m_session.redo(); }
void MainWindow::offerPainting() {}
void MainWindow::paintOutside() {}
void MainWindow::paintHere() { m_top->setPage(m_work->page()); }
void MainWindow::makeRoom() {}
void MainWindow::sayStrange(project::ShotId, std::int64_t, const QString&) {}

#endif

} // namespace rushes::studio
