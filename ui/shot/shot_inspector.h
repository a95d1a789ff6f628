// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"
#include "ui/shot/prompt_edit.h"
#include "ui/shot/references_row.h"
#include "ui/shot/stage_fields.h"
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
    StageFields* stageFields() const { return m_stage; }
    /// Says what words of the shot's prompt are, wherever they stand in it; nothing gives them back their own meaning.
    void correct(const reading::Corrigible& what, const QString& is);
    /// Puts what is being typed into the film now.
    void commit();
    /// A section of somebody else's below all others.
    void addExtra(const QString& name, QWidget* content);
    /// Something of somebody else's that is about the references.
    void addBelowReferences(QWidget* content);

Q_SIGNALS:
    /// The shot or what is said about it has changed: how it would be shot now; nothing when it cannot be.
    void requestChanged(const std::optional<rushes::generate::ShotRequest>& request);

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
    void notePlan(const QString& words);
    void sendPrompt();
    void sendDialogue();
    void setLength(const QString& text);
    void setSeed(const QString& text);
    void setLens(const QString& key);
    void showMeaning(const UnderstoodPrompt& prompt);
    void setMeaning(const QString& meaning);
    // shot_corrections.cpp
    void offerCorrections(const CorrectableSpan& reading, const QPoint& global);
    void askFor(const reading::Corrigible& what);

    Session& m_session;
    PanelHead* m_head;
    Label* m_flag;
    QStackedWidget* m_pages;
    PromptEdit* m_prompt;
    QWidget* m_unknownRow;
    Label* m_unknown;
    Button* m_change;
    TextField* m_meaning;
    QString m_word; ///< that the row is about
    std::optional<reading::Corrigible> m_correcting; ///< what is being typed for, when it is no unknown word
    ChoiceField *m_size, *m_angle, *m_lens, *m_move;
    TextField* m_length;
    StageFields* m_stage;
    QVBoxLayout* m_form = nullptr;
    QVBoxLayout* m_belowReferences = nullptr;
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
