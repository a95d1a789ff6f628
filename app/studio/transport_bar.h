// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"

namespace rushes::studio {

/// Under the picture: marks, play and steps, guides and loop.
class TransportBar : public QWidget {
    Q_OBJECT
public:
    explicit TransportBar(ui::Session& session, QWidget* parent = nullptr);

    ui::IconButton* playButton() const { return m_play; }
    ui::Button* loop() const { return m_loop; }
    ui::Button* guides() const { return m_guides; }
    ui::Button* live() const { return m_live; }
    ui::Button* paintButton() const { return m_paint; }

Q_SIGNALS:
    void guidesToggled(bool on);
    void liveToggled(bool on);
    void paintWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();

    ui::Session& m_session;
    ui::Label* m_marks;
    QWidget* m_keys;
    ui::IconButton* m_play;
    ui::Button *m_loop, *m_guides, *m_live, *m_paint;
    QWidget* m_right;
};

} // namespace rushes::studio
