// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/main_window.h"

#include "app/studio/frame_painter.h"
#include "app/studio/key_sheet.h"
#include "app/studio/look_shelf.h"
#include "app/studio/paint_room.h"
#include "app/studio/queue_popup.h"
#include "app/studio/start_page.h"
#include "app/studio/status_line.h"
#include "app/studio/transport_bar.h"
#include "app/studio/workspace.h"
#include "ui/bridge/recent.h"
#include "ui/bridge/words.h"
#include "ui/shot/shot_inspector.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace rushes::studio {

namespace token = ui::token;
using ui::MessageBar;

MainWindow::MainWindow(ui::SessionOptions options, QWidget* parent)
    : QWidget(parent), m_session(std::move(options)), m_top(new TopBar(m_session)), m_messages(new MessageBar), m_pages(new QStackedWidget),
      m_start(new StartPage), m_status(new StatusLine(m_session)), m_menu(new QMenu(this)), m_shotMenu(new QMenu(this)), m_recent(new QMenu(tr("Open recent"), this)) {
    setWindowTitle(tr("Rushes"));
    setMinimumSize(token::windowMinWidth, token::windowMinHeight);
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_messages);
    m_pages->addWidget(m_start);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    connectSession();
    connectStart();
    makeActions();
    setFocusPolicy(Qt::StrongFocus);
    setFocus(); // no ring on the first button
    resize(token::windowWidth, token::windowHeight);
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    const QRect room = screen()->availableGeometry(); // the screen may have been larger the last time
    if (!room.contains(geometry())) setGeometry(QRect(room.topLeft(), size().boundedTo(room.size())));
    describeMachine();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectSession() {
    connect(&m_session, &ui::Session::opened, this, &MainWindow::showFilm);
    connect(&m_session, &ui::Session::failed, this, &MainWindow::showError);
    connect(&m_session, &ui::Session::told, this, [this](const QString& what, const QString& more) { m_messages->tell(MessageBar::Weight::news, what, more); });
    connect(&m_session, &ui::Session::exported, this, [this](const QString& file) {
        m_messages->tell(MessageBar::Weight::news, tr("%1 is ready").arg(QFileInfo(file).fileName()), file, tr("Show it in its folder"),
                         [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).path())); });
    });
    connect(&m_session, &ui::Session::shotsWait, this, [this](int count) {
        m_messages->tell(MessageBar::Weight::news, count == 1 ? tr("1 shot still waits to be shot") : tr("%1 shots still wait to be shot").arg(count),
                         tr("They were in the queue when the film was closed"), tr("Go on"), [this] { m_session.carryOn(); });
    });
    connect(&m_session, &ui::Session::queueChanged, this, [this] {
        const auto* queue = m_session.queue();
        if (queue != nullptr && queue->running() != nullptr && m_messages->actionWords() == tr("Go on")) m_messages->dismiss();
    });
    connect(m_top, &TopBar::pageChosen, this, &MainWindow::showPage);
    connect(m_top, &TopBar::menuWanted, this, &MainWindow::fillMenu);
    connect(m_top, &TopBar::queueWanted, this, [this] {
        if (m_queuePopup == nullptr) m_queuePopup = new QueuePopup(m_session, this);
        m_queuePopup->openUnder(m_top->queuePill());
    });
}

void MainWindow::connectStart() {
    connect(m_start, &StartPage::sampleWanted, &m_session, &ui::Session::openSample);
    connect(m_start, &StartPage::scriptWanted, this, [this] { chooseScript(false); });
    connect(m_start, &StartPage::scriptDropped, this, &MainWindow::newFromScript);
    connect(m_start, &StartPage::emptyWanted, this, &MainWindow::newFilm);
    connect(m_start, &StartPage::openWanted, this, &MainWindow::chooseFilm);
    connect(m_start, &StartPage::filmWanted, this, &MainWindow::openPath);
}

void MainWindow::openPath(const QString& path) {
    const QFileInfo info(path);
    m_lastTried = path;
    if (info.isFile() && info.fileName() != QLatin1String("project.db")) return newFromScript(path);
    m_session.open(path.toStdString());
}

void MainWindow::showFilm() {
    m_lastTried.clear();
    m_messages->dismiss();
    if (m_work == nullptr) {
        m_work = new Workspace(m_session);
        connect(m_work, &Workspace::importWanted, this, [this] { chooseScript(true); });
        connect(m_work, &Workspace::shotMenuWanted, this, [this](const QPoint& at) { m_shotMenu->popup(at); });
        connect(m_work, &Workspace::filesDropped, this, &MainWindow::takeFiles);
#ifdef RUSHES_STAGE
        m_painter = new FramePainter(m_session, this);
        connect(m_painter, &FramePainter::paintedFrameSaved, this, [this](project::ShotId shot, std::int64_t) { m_session.shootWithLook(shot); });
        connect(m_painter, &FramePainter::looksStrange, this, &MainWindow::sayStrange);
        connect(m_work->looks(), &LookShelf::used, this, [this](project::ShotId shot, const QString& name) {
            const auto* row = m_session.film().shots.find(shot);
            if (row == nullptr) return;
            m_messages->tell(MessageBar::Weight::news, tr("%1 uses the look %2").arg(ui::qs(row->number), name), tr("Undo (Ctrl+Z) takes it off again"),
                             tr("Shoot %1 with its look").arg(ui::qs(row->number)), [this, shot] { m_session.shootWithLook(shot); });
        });
        connect(m_work->transport(), &TransportBar::paintWanted, this, &MainWindow::offerPainting);
#else
        m_work->transport()->paintButton()->hide();
        m_top->setUnavailable(Page::draw, tr("This build draws no frames to paint over"));
#endif
        m_pages->addWidget(m_work);
    }
    showPage(m_work->page());
    setWindowTitle(tr("%1 – Rushes").arg(m_session.title()));
    for (auto* action : m_filmActions) action->setEnabled(true);
    const QString sound = QString::fromStdString(m_session.player()->player()->audioStatus());
    m_top->setToolTip(sound);
}

void MainWindow::showStart() {
    m_session.close(); // what was painted is written then
    m_pages->setCurrentWidget(m_start);
    m_start->refresh();
    setWindowTitle(tr("Rushes"));
    for (auto* action : m_filmActions) action->setEnabled(false);
}

void MainWindow::showPage(Page page) {
    if (m_work == nullptr) return;
    if (page == Page::draw) return paintHere();
    const bool drew = drawing();
    m_pages->setCurrentWidget(m_work);
    m_work->setPage(page);
    m_top->setPage(page);
    for (auto* action : m_filmActions) action->setEnabled(true);
#ifdef RUSHES_STAGE
    if (drew) m_room->leave();
#else
    static_cast<void>(drew);
#endif
}

void MainWindow::showError(const Error& error) {
    const QString tried = m_lastTried;
    switch (error.category) {
    case ErrorCategory::busy: return m_messages->showError(error, tr("Try again"), [this, tried] { openPath(tried); });
    case ErrorCategory::damaged:
    case ErrorCategory::denied:
        if (tried.isEmpty()) break;
        return m_messages->showError(error, tr("Show the folder"), [tried] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(tried).path())); });
    default: break;
    }
    m_messages->showError(error);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_work != nullptr) m_work->inspector()->commit();
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
#ifdef RUSHES_STAGE
    if (m_room != nullptr) m_room->finish();
#endif
    hide(); // letting go of the device and closing the film takes a moment that nobody needs to watch
    delete m_work; // remembers its splitters
    m_work = nullptr;
    m_session.close();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    takeFiles(event->mimeData()->urls());
}

void MainWindow::takeFiles(const QList<QUrl>& files) {
    if (files.isEmpty() || !files.front().isLocalFile()) return;
    const QString file = files.front().toLocalFile();
    const bool script = file.endsWith(QLatin1String(".fountain")) || file.endsWith(QLatin1String(".txt")) || file.endsWith(QLatin1String(".spmd"));
    if (m_session.isOpen() && script) m_session.importScript(file.toStdString());
    else openPath(file);
}

} // namespace rushes::studio
