// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/recent.h"
#include "ui/widgets/label.h"

#include <QWidget>

class QGridLayout;

namespace rushes::studio {

/// What one sees first: four ways to begin, and the films of before.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);

    /// Reads the list of films again.
    void refresh();
    void setMachine(const QString& words);

Q_SIGNALS:
    void sampleWanted();
    void scriptWanted();
    void scriptDropped(const QString& file);
    void emptyWanted();
    void openWanted();
    void filmWanted(const QString& folder);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeActions();

    QWidget* m_actions;
    QWidget* m_side;
    QGridLayout* m_films;
    ui::Label* m_recentWord;
    ui::Label* m_machine;
};

} // namespace rushes::studio
