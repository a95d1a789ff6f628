// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/storyboard/storyboard_view.h"
#include "ui/widgets/panel_head.h"

class QLineEdit;
class QStackedWidget;

namespace rushes::ui {

/// The storyboard with its head: what the film holds, a filter, a new shot; and the words for a film without shots.
class StoryboardPanel : public QWidget {
    Q_OBJECT
public:
    explicit StoryboardPanel(Session& session, QWidget* parent = nullptr);

    StoryboardView* view() const { return m_view; }
    void startFilter();

Q_SIGNALS:
    void importWanted();

private:
    void refresh();
    QWidget* makeEmpty();

    Session& m_session;
    PanelHead* m_head;
    QLineEdit* m_filter;
    QStackedWidget* m_pages;
    StoryboardView* m_view;
};

} // namespace rushes::ui
