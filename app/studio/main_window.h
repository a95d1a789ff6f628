// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/studio/top_bar.h"
#include "ui/bridge/session.h"
#include "ui/widgets/message_bar.h"

#include <QUrl>
#include <QWidget>

#include <optional>

class QMenu;
class QStackedWidget;

namespace rushes::studio {

class FramePainter;
class KeySheet;
class PaintRoom;
class QueuePopup;
class StartPage;
class StatusLine;
class Workspace;

/// The studio's window: top bar, messages, start page or film, status. Owns the session; joins what the views ask for with what the session
/// does.
class MainWindow : public QWidget {
    Q_OBJECT
public:
    explicit MainWindow(ui::SessionOptions options, QWidget* parent = nullptr);
    ~MainWindow() override;

    ui::Session& session() { return m_session; }
    StartPage* startPage() const { return m_start; }
    /// Null until a film was open.
    Workspace* workspace() const { return m_work; }
    ui::MessageBar* messages() const { return m_messages; }
    TopBar* topBar() const { return m_top; }
    /// Says when a painting was saved; null until a film was open, and in a build without the stage.
    FramePainter* painter() const { return m_painter; }
    /// The Draw page; null as long as nobody was on it.
    PaintRoom* paintRoom() const { return m_room; }
    /// The menu that asks where to paint; null as long as it did not.
    QMenu* paintMenu() const { return m_paintMenu; }

    /// A film folder or a script.
    void openPath(const QString& path);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void takeFiles(const QList<QUrl>& files);
    /// Asks where the frame at the playhead is to be painted: on the Draw page, or in the user's painting program.
    void offerPainting();
    void paintOutside();
    void paintHere();
    bool drawing() const;
    void undo();
    void redo();
    void makeRoom();
    /// A painting that was taken is not of its frame: says it and offers to take it out.
    void sayStrange(project::ShotId shot, std::int64_t frame, const QString& why);
    /// The frame of the selected shot that the playhead stands on; nothing without one.
    std::optional<std::int64_t> frameAtPlayhead() const;
    void connectSession();
    void connectStart();
    void makeActions();
    void makeFilmActions(QMenu* menu);
    void makeShotActions(QMenu* menu);
    void makePlayActions();
    QAction* addAct(QMenu* menu, const QString& text, const QList<QKeySequence>& keys, std::function<void()> act, bool needsFilm = true);
    void showPage(Page page);
    void showFilm();
    void showStart();
    void showError(const Error& error);
    void fillMenu(const QPoint& at);
    void describeMachine();

    void newFilm();
    void chooseFilm();
    void chooseScript(bool intoThisFilm);
    void newFromScript(const QString& script);
    void chooseCopy();
    void chooseExport();

    ui::Session m_session;
    TopBar* m_top;
    ui::MessageBar* m_messages;
    QStackedWidget* m_pages;
    StartPage* m_start;
    Workspace* m_work = nullptr;
    StatusLine* m_status;
    QueuePopup* m_queuePopup = nullptr;
    KeySheet* m_keys = nullptr;
    FramePainter* m_painter = nullptr;
    PaintRoom* m_room = nullptr;
    QMenu *m_menu, *m_shotMenu, *m_recent, *m_paintMenu = nullptr;
    QList<QAction*> m_filmActions, m_drawToo; ///< what needs a film; what of it works on the Draw page
    QAction *m_undo = nullptr, *m_redo = nullptr;
    QString m_lastTried;
};

} // namespace rushes::studio
