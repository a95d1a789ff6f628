// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/studio/top_bar.h"
#include "ui/bridge/session.h"

#include <QUrl>
#include <QWidget>

class QBoxLayout;
class QSplitter;
class QStackedWidget;

namespace rushes::stage {
struct HandStaging;
}

namespace rushes::ui {
class ShotInspector;
class StoryboardPanel;
class TakesStrip;
class TimelineView;
} // namespace rushes::ui

namespace rushes::studio {

class ShotKeys;
class StageDirector;
class LookCompare;
class LookShelf;
class TopView;
class TransportBar;
class ViewportPane;

/// The pages of an open film. They share picture, selection and playhead; a page decides what stands beside the picture. Sizes are
/// remembered per page.
class Workspace : public QWidget {
    Q_OBJECT
public:
    explicit Workspace(ui::Session& session, QWidget* parent = nullptr);
    ~Workspace() override;

    void setPage(Page page);
    Page page() const { return m_page; }
    ui::ShotInspector* inspector() const { return m_inspector; }
    ui::StoryboardPanel* storyboard() const { return m_storyboard; }
    ui::TimelineView* timeline() const { return m_timeline; }
    ui::TakesStrip* takes() const { return m_takes; }
    TransportBar* transport() const { return m_transport; }
    ViewportPane* picture() const { return m_picture; }
    void toggleGuides();
    /// Keys who is chosen in the shot in view, else its camera, at the playhead.
    void keyChosen();
    /// Who painted the shot's frames, and the film's kept looks; null in a build without the stage.
    LookShelf* looks() const { return m_looks; }

Q_SIGNALS:
    void importWanted();
    void shotMenuWanted(const QPoint& global);
    void filesDropped(const QList<QUrl>& files);

private:
    QWidget* makeMiddle();
    void addDirecting();
    void connectPicture();
    void connectHand();
    void showLive();
    void showSideBySide();
    void followPlayhead();
    void put(const stage::HandStaging& hand, const QString& what, const QString& mergeKey);
    void remember();
    void restore();

    ui::Session& m_session;
    Page m_page = Page::direct;
    QSplitter *m_rows, *m_columns;
    QStackedWidget *m_left, *m_right;
    ui::StoryboardPanel* m_storyboard;
    ui::ShotInspector* m_inspector;
    ui::TakesStrip* m_takes;
    ui::TimelineView* m_timeline;
    TransportBar* m_transport;
    ViewportPane* m_picture;
    QBoxLayout* m_middle = nullptr;
    StageDirector* m_director = nullptr; ///< null in a build without the stage, and so those below
    TopView* m_top = nullptr;
    ShotKeys* m_keys = nullptr;
    LookCompare* m_compare = nullptr;
    LookShelf* m_looks = nullptr;
};

} // namespace rushes::studio
