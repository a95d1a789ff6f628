// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// Menus and keys of the main window.
#include "app/studio/frame_painter.h"
#include "app/studio/key_sheet.h"
#include "app/studio/main_window.h"
#include "app/studio/start_page.h"
#include "app/studio/transport_bar.h"
#include "app/studio/workspace.h"
#include "ui/bridge/recent.h"
#include "ui/shot/shot_inspector.h"
#include "ui/storyboard/storyboard_panel.h"
#include "ui/timeline/timeline_view.h"

#include <QApplication>
#include <QMenu>


namespace rushes::studio {

namespace {
constexpr double zoomStep = 1.5;

QKeySequence keys(const char* text) { return QKeySequence(QLatin1String(text)); }
} // namespace

QAction* MainWindow::addAct(QMenu* menu, const QString& text, const QList<QKeySequence>& shortcuts, std::function<void()> act, bool needsFilm) {
    auto* action = new QAction(text, this);
    action->setShortcuts(shortcuts);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setEnabled(!needsFilm);
    connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
    addAction(action);
    if (menu != nullptr) menu->addAction(action);
    if (needsFilm) m_filmActions << action;
    return action;
}

void MainWindow::makeActions() {
    makeFilmActions(m_menu);
    makeShotActions(m_shotMenu);
    makePlayActions();
}

void MainWindow::makeFilmActions(QMenu* menu) {
    addAct(menu, tr("New film"), {QKeySequence::New}, [this] { newFilm(); }, false);
    addAct(menu, tr("New film from a script"), {}, [this] { chooseScript(false); }, false);
    addAct(menu, tr("Open a film"), {QKeySequence::Open}, [this] { chooseFilm(); }, false);
    menu->addMenu(m_recent);
    addAct(menu, tr("Save a copy as"), {keys("Ctrl+Shift+S")}, [this] { chooseCopy(); });
    menu->addSeparator();
    addAct(menu, tr("Import a script into this film"), {keys("Ctrl+I")}, [this] { chooseScript(true); });
    addAct(menu, tr("Export the movie"), {keys("Ctrl+E")}, [this] { chooseExport(); });
    menu->addSeparator();
    m_undo = addAct(menu, tr("Undo"), {QKeySequence::Undo}, [this] { undo(); });
    m_redo = addAct(menu, tr("Redo"), {keys("Ctrl+Shift+Z"), keys("Ctrl+Y")}, [this] { redo(); });
    m_drawToo << m_undo << m_redo;
    menu->addSeparator();
    addAct(menu, tr("Shoot all shots without a take"), {keys("Ctrl+Shift+Return")}, [this] {
        m_work->inspector()->commit();
        m_session.shootMissing();
    });
    menu->addSeparator();
    addAct(menu, tr("Keys"), {keys("?"), keys("F1")}, [this] {
        if (m_keys == nullptr) m_keys = new KeySheet(this);
        m_keys->openOver(this);
    }, false);
    addAct(menu, tr("Full screen"), {keys("F"), keys("F11")}, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); }, false);
    m_drawToo << addAct(menu, tr("Close the film"), {keys("Ctrl+W")}, [this] { showStart(); });
    addAct(menu, tr("Quit"), {keys("Ctrl+Q")}, [this] { close(); }, false);
    addAct(nullptr, {}, {keys("F10")}, [this] { fillMenu(m_top->mapToGlobal(QPoint(0, m_top->height()))); }, false);
    connect(m_recent, &QMenu::aboutToShow, this, [this] {
        m_recent->clear();
        for (const auto& film : ui::recentFilms())
            connect(m_recent->addAction(film.title + QLatin1Char('\t') + film.line()), &QAction::triggered, this, [this, folder = film.folder] { openPath(folder); });
        if (m_recent->isEmpty()) m_recent->addAction(tr("Nothing yet"))->setEnabled(false);
    });
}

void MainWindow::makeShotActions(QMenu* menu) {
    addAct(menu, tr("Shoot"), {keys("Ctrl+Return"), keys("Ctrl+Enter")}, [this] {
        m_work->inspector()->commit();
        m_session.shootSelected();
    });
    addAct(menu, tr("Circle the take in view"), {keys("C")}, [this] {
        const auto* chosen = project::chosenTake(m_session.film(), m_session.selected());
        const auto take = m_session.viewedTake() ? m_session.viewedTake() : chosen != nullptr ? chosen->id : project::TakeId{};
        if (take) m_session.circle(take);
    });
    menu->addSeparator();
    addAct(menu, tr("Add a shot after it"), {keys("Ctrl+Shift+N")}, [this] { m_session.addShot(); });
    addAct(menu, tr("Duplicate"), {keys("Ctrl+D")}, [this] { m_session.duplicateShot(); });
    addAct(menu, tr("Edit the prompt"), {keys("P")}, [this] { m_work->inspector()->prompt()->setFocus(Qt::ShortcutFocusReason); });
    addAct(menu, tr("Paint this frame"), {keys("Shift+P")}, [this] { offerPainting(); });
    addAct(nullptr, {}, {keys("Ctrl+Shift+P")}, [this] { paintOutside(); });
    menu->addSeparator();
    addAct(menu, tr("Delete"), {QKeySequence::Delete}, [this] { m_session.deleteSelected(); });
}

void MainWindow::makePlayActions() {
    auto* player = m_session.player();
    const auto key = [this](const char* text, std::function<void()> act) { addAct(nullptr, {}, {keys(text)}, std::move(act)); };
    key("Space", [player] { player->togglePlay(); });
    key("J", [player] { player->shuttle(-1); });
    key("K", [player] { player->stop(); });
    key("L", [player] { player->shuttle(1); });
    key("Left", [player] { player->step(-1); });
    key("Right", [player] { player->step(1); });
    key("Shift+Left", [this, player] { player->step(-m_session.rate().nominal()); });
    key("Shift+Right", [this, player] { player->step(m_session.rate().nominal()); });
    key("Up", [this] { m_session.selectNext(-1); });
    key("Down", [this] { m_session.selectNext(1); });
    key("Ctrl+Left", [this] { m_session.selectNext(-1); });
    key("Ctrl+Right", [this] { m_session.selectNext(1); });
    key("Home", [player] { player->toStart(); });
    key("End", [player] { player->toEnd(); });
    key("I", [player] { player->markIn(); });
    key("O", [player] { player->markOut(); });
    key("X", [player] { player->clearMarks(); });
    key("G", [this] { m_work->toggleGuides(); });
    key("D", [this] { m_work->transport()->live()->toggle(); });
    key("Shift+K", [this] { m_work->keyChosen(); });
    key("Ctrl+L", [this] { m_work->transport()->loop()->toggle(); });
    key("+", [this] { m_work->timeline()->zoom(zoomStep); });
    key("=", [this] { m_work->timeline()->zoom(zoomStep); });
    key("-", [this] { m_work->timeline()->zoom(1 / zoomStep); });
    key("0", [this] { m_work->timeline()->zoomToFit(); });
    key("Q", [this] { Q_EMIT m_top->queueWanted(); });
    key("Ctrl+F", [this] { m_work->storyboard()->startFilter(); });
    key("1", [this] { showPage(Page::write); });
    key("2", [this] { showPage(Page::draw); });
    key("3", [this] { showPage(Page::direct); });
    key("5", [this] { showPage(Page::review); });
    m_drawToo << m_filmActions.mid(m_filmActions.size() - 4);
}

void MainWindow::fillMenu(const QPoint& at) {
    const QString undo = drawing() ? tr("stroke") : m_session.undoLabel(), redo = drawing() ? tr("stroke") : m_session.redoLabel();
    m_undo->setText(undo.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undo));
    m_redo->setText(redo.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(redo));
    m_menu->popup(at);
}

} // namespace rushes::studio
