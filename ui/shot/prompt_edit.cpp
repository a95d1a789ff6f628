// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shot/prompt_edit.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/paint.h"

#include <QContextMenuEvent>
#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolTip>

namespace rushes::ui {

namespace {

QColor colourOf(Meaning meaning) {
    switch (meaning) {
    case Meaning::subject: return token::ok;
    case Meaning::camera: return token::accent;
    case Meaning::condition: return token::info;
    case Meaning::unknown: return token::error;
    }
    return token::info;
}

} // namespace

PromptEdit::PromptEdit(QWidget* parent) : QTextEdit(parent) {
    setAcceptRichText(false);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setFont(ui::font(Face::text));
    document()->setDocumentMargin(token::radiusLarge);
    setPlaceholderText(tr("What does the camera see? \"Mara walks toward the ferryman under a street lamp, rain. Medium shot, 35mm.\""));
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Prompt"));
    QPalette colours = palette();
    colours.setColor(QPalette::Base, Qt::transparent);
    setPalette(colours);
    viewport()->setAutoFillBackground(false);
    connect(this, &QTextEdit::textChanged, this, [this] {
        fitHeight();
        if (!m_filling) Q_EMIT typed(toPlainText());
    });
    applyLineHeight();
    fitHeight();
}

void PromptEdit::applyLineHeight() {
    QTextBlockFormat format;
    format.setLineHeight(token::promptLine, QTextBlockFormat::FixedHeight);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.setBlockFormat(format);
}

void PromptEdit::setPrompt(const QString& prompt) {
    if (prompt == toPlainText()) return;
    m_filling = true;
    const int at = textCursor().position();
    setPlainText(prompt);
    applyLineHeight();
    document()->clearUndoRedoStacks();
    if (hasFocus()) {
        QTextCursor cursor = textCursor();
        cursor.setPosition(qMin(at, int(prompt.size())));
        setTextCursor(cursor);
    }
    m_understood = {};
    m_filling = false;
    viewport()->update();
}

void PromptEdit::setUnderstood(const UnderstoodPrompt& understood) {
    if (understood.prompt != toPlainText()) return;
    m_understood = understood;
    viewport()->update();
}

QSize PromptEdit::sizeHint() const {
    const int height = int(document()->size().height()) + token::s2;
    return {token::s64, qBound(token::promptMin, height, token::promptMax)};
}

void PromptEdit::fitHeight() { setFixedHeight(sizeHint().height()); }

void PromptEdit::resizeEvent(QResizeEvent* event) {
    QTextEdit::resizeEvent(event);
    if (sizeHint().height() != height()) fitHeight();
}

void PromptEdit::paintSpan(QPainter& painter, const UnderstoodSpan& span) const {
    const QPointF origin(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    for (QTextBlock block = document()->findBlock(span.begin); block.isValid() && block.position() < span.begin + span.length; block = block.next()) {
        const QPointF place = document()->documentLayout()->blockBoundingRect(block).topLeft() + origin;
        const QTextLayout* layout = block.layout();
        for (int i = 0; i < layout->lineCount(); ++i) {
            const QTextLine line = layout->lineAt(i);
            const int begin = qMax(span.begin - block.position(), line.textStart());
            int end = qMin(span.begin + span.length - block.position(), line.textStart() + line.textLength());
            while (end > begin && block.text().at(end - 1).isSpace()) --end;
            if (end <= begin) continue;
            const qreal left = place.x() + line.cursorToX(begin), right = place.x() + line.cursorToX(end);
            const qreal y = place.y() + line.y() + line.height() - token::s2;
            QPen pen(colourOf(span.meaning), token::selection);
            if (span.meaning == Meaning::unknown) pen.setDashPattern({1, 1});
            pen.setCapStyle(Qt::FlatCap);
            painter.setPen(pen);
            painter.drawLine(QPointF(left, y), QPointF(right, y));
        }
    }
}

void PromptEdit::paintEvent(QPaintEvent* event) {
    {
        QPainter painter(viewport());
        fillRound(painter, viewport()->rect(), token::window, token::radiusField, hasFocus() ? token::faint : token::line);
        if (m_understood.prompt == toPlainText())
            for (const auto& span : m_understood.spans) paintSpan(painter, span);
    }
    QTextEdit::paintEvent(event);
}

int PromptEdit::letterAt(const QPoint& point) const {
    return document()->documentLayout()->hitTest(QPointF(point) + QPointF(0, verticalScrollBar()->value()), Qt::ExactHit);
}

const CorrectableSpan* PromptEdit::readingAt(const QPoint& point) const {
    const CorrectableSpan* best = nullptr;
    const int at = letterAt(point);
    if (m_understood.prompt != toPlainText()) return best;
    for (const auto& reading : m_understood.readings)
        if (at >= reading.begin && at < reading.begin + reading.length && (best == nullptr || reading.length < best->length)) best = &reading;
    return best;
}

void PromptEdit::contextMenuEvent(QContextMenuEvent* event) {
    if (const auto* reading = readingAt(event->pos())) Q_EMIT correctionWanted(*reading, event->globalPos());
    else QTextEdit::contextMenuEvent(event);
}

const UnderstoodSpan* PromptEdit::spanAt(const QPoint& point) const {
    const int at = letterAt(point);
    for (const auto& span : m_understood.spans)
        if (at >= span.begin && at < span.begin + span.length) return &span;
    return nullptr;
}

bool PromptEdit::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore(); // Undo is the film's: the shortcut of the window takes it
            return true;
        }
    }
    if (event->type() != QEvent::ToolTip) return QTextEdit::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto* span = m_understood.prompt == toPlainText() ? spanAt(help->pos()) : nullptr;
    QString text;
    if (span != nullptr && span->meaning == Meaning::subject) text = tr("Someone or something in the shot; a right click corrects it");
    if (span != nullptr && span->meaning == Meaning::camera) text = tr("A film word: the camera follows it");
    if (span != nullptr && span->meaning == Meaning::condition) text = tr("Time, weather or light");
    if (span != nullptr && span->meaning == Meaning::unknown)
        text = span->takenFor.isEmpty() ? tr("Not understood: it is left out of the picture") : tr("Not known: taken for %1").arg(span->takenFor);
    if (text.isEmpty()) QToolTip::hideText();
    else QToolTip::showText(help->globalPos(), text, viewport());
    return true;
}

void PromptEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return clearFocus();
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier)) return event->ignore(); // shoots
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) return event->ignore(); // the film's own history
    QTextEdit::keyPressEvent(event);
}

void PromptEdit::focusInEvent(QFocusEvent* event) {
    QTextEdit::focusInEvent(event);
    viewport()->update();
}

void PromptEdit::focusOutEvent(QFocusEvent* event) {
    QTextEdit::focusOutEvent(event);
    viewport()->update();
    if (event->reason() != Qt::PopupFocusReason) Q_EMIT left();
}

void PromptEdit::insertFromMimeData(const QMimeData* source) { insertPlainText(source->text()); }
bool PromptEdit::canInsertFromMimeData(const QMimeData* source) const { return source->hasText() && !source->hasUrls(); }

} // namespace rushes::ui
