// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// What the main window asks the user for: places on disk. Choosers do not block the window.
#include "app/studio/main_window.h"
#include "app/studio/machine.h"
#include "app/studio/start_page.h"
#include "ui/bridge/background.h"
#include "ui/bridge/words.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimer>

namespace rushes::studio {

namespace {

QString filmsFolder() {
    const QString movies = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
    const QString folder = QDir(movies).filePath(QStringLiteral("Rushes"));
    QDir().mkpath(folder);
    return folder;
}

QString withEnding(QString path, const QString& ending) { return path.endsWith(ending) ? path : path + ending; }

/// "Untitled.rushes", "Untitled 2.rushes": the first that is free.
QString freeName(const QString& title) {
    const QDir folder(filmsFolder());
    for (int i = 1;; ++i) {
        const QString name = folder.filePath(i == 1 ? title + QStringLiteral(".rushes") : QStringLiteral("%1 %2.rushes").arg(title).arg(i));
        if (!QFileInfo::exists(name)) return name;
    }
}

template <class Then> void ask(QWidget* parent, const QString& title, QFileDialog::AcceptMode mode, const QString& filter, const QString& suggestion, Then then) {
    auto* dialog = new QFileDialog(parent, title, QFileInfo(suggestion).path(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptSave ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    if (mode == QFileDialog::AcceptSave) dialog->selectFile(QFileInfo(suggestion).fileName());
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, then);
    dialog->open();
}

} // namespace

void MainWindow::newFilm() {
    ask(this, tr("New film"), QFileDialog::AcceptSave, tr("Rushes films (*.rushes)"), freeName(tr("Untitled")), [this](const QString& file) {
        m_lastTried = withEnding(file, QStringLiteral(".rushes"));
        m_session.create(m_lastTried.toStdString());
    });
}

void MainWindow::chooseFilm() {
    auto* dialog = new QFileDialog(this, tr("Open a film"), filmsFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openPath);
    dialog->open();
}

void MainWindow::chooseScript(bool intoThisFilm) {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/.");
    ask(this, tr("Choose a script"), QFileDialog::AcceptOpen, tr("Scripts (*.fountain *.spmd *.txt);;All files (*)"), documents, [this, intoThisFilm](const QString& file) {
        if (intoThisFilm && m_session.isOpen()) m_session.importScript(file.toStdString());
        else newFromScript(file);
    });
}

void MainWindow::newFromScript(const QString& script) {
    m_lastTried = freeName(QFileInfo(script).completeBaseName());
    m_session.create(m_lastTried.toStdString(), script.toStdString());
}

void MainWindow::chooseCopy() {
    ask(this, tr("Save a copy as"), QFileDialog::AcceptSave, tr("Rushes films (*.rushes)"), freeName(m_session.title()),
        [this](const QString& file) { m_session.saveAs(withEnding(file, QStringLiteral(".rushes")).toStdString()); });
}

void MainWindow::chooseExport() {
    const QString suggestion = QDir(QStandardPaths::writableLocation(QStandardPaths::MoviesLocation)).filePath(m_session.title() + QStringLiteral(".mp4"));
    ask(this, tr("Export the movie"), QFileDialog::AcceptSave, tr("Movies (*.mp4)"), suggestion,
        [this](const QString& file) { m_session.exportMovie(withEnding(file, QStringLiteral(".mp4")).toStdString(), false); });
}

/// Looked at after the window stands, on a worker: asking the drivers takes a moment.
void MainWindow::describeMachine() {
    QTimer::singleShot(ui::token::readPause, this, [this] {
        ui::inBackground(this, [] { return machineWords(); }, [this](const QString& words) { m_start->setMachine(words); });
    });
}

} // namespace rushes::studio
