// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"

#include <QAbstractScrollArea>

class QLineEdit;

namespace rushes::ui {
class PanelHead;
}

namespace rushes::studio {

/// What people said of the shots, each at its frame, open or done. A press goes there.
class NotesList : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit NotesList(ui::Session& session, QWidget* parent = nullptr);
    std::vector<const project::Note*> notes() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QRect rowRect(int index) const;
    void paintNote(QPainter& painter, const QRect& row, const project::Note& note) const;
    void refresh();

    ui::Session& m_session;
};

class NotesPanel : public QWidget {
    Q_OBJECT
public:
    explicit NotesPanel(ui::Session& session, QWidget* parent = nullptr);

private:
    void refresh();

    ui::Session& m_session;
    ui::PanelHead* m_head;
    NotesList* m_list;
    QLineEdit* m_words;
};

} // namespace rushes::studio
