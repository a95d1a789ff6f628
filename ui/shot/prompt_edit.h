// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/prompt_reader.h"

#include <QTextEdit>

namespace rushes::ui {

/// The prompt, with a line under every word that was understood: green people and things, amber film words, blue conditions, dotted red what
/// nobody knows. Grows with its text.
class PromptEdit : public QTextEdit {
    Q_OBJECT
public:
    explicit PromptEdit(QWidget* parent = nullptr);

    /// Shows a prompt without telling anyone; keeps the cursor where it can.
    void setPrompt(const QString& prompt);
    QString prompt() const { return toPlainText(); }
    /// Ignored when it is of another text.
    void setUnderstood(const UnderstoodPrompt& understood);
    QSize sizeHint() const override;
    /// The shortest reading at a place of the viewport ("his" in "his hands"), or null.
    const CorrectableSpan* readingAt(const QPoint& point) const;

Q_SIGNALS:
    void typed(const QString& prompt);
    void left(); ///< the focus went, or Escape
    /// A right click on words that were read: they may be corrected.
    void correctionWanted(const rushes::ui::CorrectableSpan& reading, const QPoint& global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    bool event(QEvent* event) override;

private:
    void applyLineHeight();
    void fitHeight();
    void paintSpan(QPainter& painter, const UnderstoodSpan& span) const;
    const UnderstoodSpan* spanAt(const QPoint& point) const;
    int letterAt(const QPoint& point) const;

    UnderstoodPrompt m_understood;
    bool m_filling = false;
};

} // namespace rushes::ui
