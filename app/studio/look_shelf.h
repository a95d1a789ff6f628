// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#ifdef RUSHES_STAGE

#include "ui/bridge/session.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"

namespace rushes::studio {

class LooksPopup;

/// Below a shot's references: who painted the frame nearest to the playhead and on what terms, and ways to keep the shot's look and to use
/// one that is kept. Hidden while there is neither. Files are read and written on workers.
class LookShelf : public QWidget {
    Q_OBJECT
public:
    explicit LookShelf(ui::Session& session, QWidget* parent = nullptr);

    ui::TextField* artist() const { return m_artist; }
    ui::TextField* consent() const { return m_consent; }
    ui::TextField* lookName() const { return m_name; }
    ui::Button* keepButton() const { return m_keep; }
    ui::Button* listButton() const { return m_list; }
    LooksPopup* popup() const { return m_popup; }

Q_SIGNALS:
    /// A shot refers to a kept look now, and no take shows it yet.
    void used(rushes::project::ShotId shot, const QString& name);

private:
    const project::Reference* painting(int* others = nullptr) const;
    void refresh();
    void keep(const QString& name);

    ui::Session& m_session;
    QWidget* m_painted;
    ui::Label* m_which;
    ui::TextField *m_artist, *m_consent, *m_name;
    ui::Button *m_keep, *m_list;
    LooksPopup* m_popup;
    project::ReferenceId m_shown;
    project::ShotId m_shot;
    bool m_keeping = false; ///< a look is being written
};

} // namespace rushes::studio

#endif
