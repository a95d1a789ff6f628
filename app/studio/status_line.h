// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace rushes::studio {

/// The line at the bottom: that everything is saved, what Undo would take back, what the film cost so far.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(ui::Session& session, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void shootStale();

    ui::Session& m_session;
    ui::Label *m_saved, *m_undo, *m_disk, *m_sound, *m_totals;
    ui::Button* m_stale;
};

} // namespace rushes::studio
