// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"
#include "ui/widgets/list_popup.h"


namespace rushes::studio {

/// The shot queue as a list that drops from its pill: each job with its live frame, and marks to hold it, move it, stop it or try again.
class QueuePopup : public ui::ListPopup {
    Q_OBJECT
public:
    explicit QueuePopup(ui::Session& session, QWidget* parent = nullptr);

    void openUnder(QWidget* pill);

protected:
    int count() const override { return int(rows().size()); }
    QString title() const override { return tr("Shot queue"); }
    QString headWords() const override;
    QString emptyWords() const override { return tr("Nothing waits to be shot."); }
    void paintRow(QPainter& painter, int row) override;
    void pressRow(int row, const QPoint& point) override;
    QString tipAt(int row, const QPoint& point) const override;

private:
    enum class Mark { hold, resume, up, down, cancel, retry };
    struct Placed {
        Mark mark;
        QRect rect;
        project::JobId job;
    };
    std::vector<const shoot::Job*> rows() const;
    std::vector<Placed> marksOf(const shoot::Job& job, int index) const;
    void act(const Placed& placed);
    static QString tipOf(Mark mark);

    ui::Session& m_session;
};

} // namespace rushes::studio
