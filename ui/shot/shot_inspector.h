// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"
#include "ui/shot/prompt_edit.h"
#include "ui/shot/references_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/panel_head.h"
#include "ui/widgets/segmented.h"

#include <QTimer>

class QStackedWidget;
class QVBoxLayout;
class QPlainTextEdit;

namespace rushes::ui {

/// Everything that can be said about the selected shot, and the button that shoots it.
class ShotInspector : public QWidget {
    Q_OBJECT
public:
    explicit ShotInspector(Session& session, QWidget* parent = nullptr);

    PromptEdit* prompt() const { return m_prompt; }
    Button* shootButton() const { return m_shoot; }
    ReferencesRow* references() const { return m_references; }
    /// Puts what is being typed into the film now.
    void commit();

private:
    QWidget* makeForm();
    void addSection(QVBoxLayout* column, const QString& name, QWidget* content);
    QWidget* makeCamera();
    QWidget* makeDialogue();
    QWidget* makeGenerator();
    void connectFields();
    void showShot();
    void showTake();
    void showUnderstood(const UnderstoodPrompt& prompt);
    void askAgain();
    void sendPrompt();
    void sendDialogue();
    void setLength(const QString& text);
    void setSeed(const QString& text);
    void setLens(const QString& key);

    Session& m_session;
    PanelHead* m_head;
    Label* m_flag;
    QStackedWidget* m_pages;
    PromptEdit* m_prompt;
    QWidget* m_unknownRow;
    Label* m_unknown;
    Button* m_change;
    UnderstoodSpan m_unknownSpan;
    ChoiceField *m_size, *m_angle, *m_lens, *m_move;
    TextField* m_length;
    ReferencesRow* m_references;
    QPlainTextEdit* m_dialogue;
    Segmented* m_generator;
    QStringList m_generatorIds;
    TextField* m_seed;
    Button* m_newSeed;
    Button* m_shoot;
    Label* m_planNote;
    QTimer m_typing, m_asking;
    project::ShotId m_shown;
};

} // namespace rushes::ui
