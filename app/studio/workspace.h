// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/studio/top_bar.h"
#include "ui/bridge/session.h"

#include <QUrl>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace rushes::ui {
class ShotInspector;
class StoryboardPanel;
class TakesStrip;
class TimelineView;
} // namespace rushes::ui

namespace rushes::studio {

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

Q_SIGNALS:
    void importWanted();
    void shotMenuWanted(const QPoint& global);
    void filesDropped(const QList<QUrl>& files);

private:
    QWidget* makeMiddle();
    void addTopView();
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
};

} // namespace rushes::studio
