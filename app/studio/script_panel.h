// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"

#include <QWidget>

namespace rushes::ui {
class PanelHead;
}
class QPlainTextEdit;

namespace rushes::studio {

/// The script as it was imported, with the lines of the selected shot marked. A press on a line goes to its shot.
class ScriptPanel : public QWidget {
    Q_OBJECT
public:
    explicit ScriptPanel(ui::Session& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void importWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void load();
    void mark();
    void selectShotAt(int line);

    ui::Session& m_session;
    ui::PanelHead* m_head;
    QPlainTextEdit* m_text;
    std::string m_loaded;
};

} // namespace rushes::studio
