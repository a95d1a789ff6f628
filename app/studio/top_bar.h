// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/segmented.h"

class QAbstractButton;

namespace rushes::studio {

enum class Page { write, draw, direct, review };

/// The bar on top: the film, the pages, what is being worked on, and that nothing leaves the machine.
class TopBar : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(ui::Session& session, QWidget* parent = nullptr);

    void setPage(Page page);
    /// A page that this build or machine does not have.
    void setUnavailable(Page page, const QString& why) { m_pages->setUnavailable(int(page), why); }
    ui::Pill* queuePill() const { return m_queue; }

Q_SIGNALS:
    void pageChosen(rushes::studio::Page page);
    void queueWanted();
    void menuWanted(const QPoint& global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeQueuePill();
    void makeWorkPill();
    void showFilm();
    void showQueue();
    void showWork(const QString& what, double fraction, bool canCancel);
    void placePages();

    ui::Session& m_session;
    QAbstractButton* m_menu;
    ui::Label *m_title, *m_sequence;
    ui::Segmented* m_pages;
    ui::Pill *m_queue, *m_work, *m_offline;
    ui::Label *m_queueWords, *m_queueTime, *m_workWords;
    ui::ProgressLine *m_queueLine, *m_workLine;
    QAbstractButton* m_workCancel;
};

} // namespace rushes::studio
