// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/script_panel.h"

#include "ui/bridge/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel_head.h"

#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

namespace rushes::studio {

namespace token = ui::token;
using ui::Face;

ScriptPanel::ScriptPanel(ui::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_head(new ui::PanelHead(tr("Script"))), m_text(new QPlainTextEdit) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* import = new ui::Button(tr("Import again"), ui::Button::Kind::text);
    import->setToolTip(tr("Bring a new version of the script in; your own shots are kept (Ctrl+I)"));
    m_head->row()->addWidget(import);
    column->addWidget(m_head);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(ui::font(Face::mono));
    m_text->document()->setDocumentMargin(token::s24);
    m_text->setPlaceholderText(tr("This film has no script yet. Import one (Ctrl+I) and it becomes shots."));
    m_text->viewport()->installEventFilter(this);
    column->addWidget(m_text, 1);
    connect(import, &QAbstractButton::clicked, this, &ScriptPanel::importWanted);
    for (const auto signal : {&ui::Session::opened, &ui::Session::closed, &ui::Session::changed}) connect(&session, signal, this, &ScriptPanel::load);
    connect(&session, &ui::Session::selectionChanged, this, &ScriptPanel::mark);
}

void ScriptPanel::load() {
    const auto* sequence = m_session.sequence();
    const auto scripts = sequence != nullptr ? m_session.film().scripts.of(sequence->id) : std::vector<const project::Script*>{};
    const std::string text = scripts.empty() ? std::string() : scripts.back()->text;
    m_head->setDetail(scripts.empty() ? QString() : ui::qs(scripts.back()->fileName));
    if (text == m_loaded) return;
    m_loaded = text;
    m_text->setPlainText(ui::qs(text));
    mark();
}

void ScriptPanel::mark() {
    QList<QTextEdit::ExtraSelection> marks;
    const auto* shot = m_session.shot();
    if (shot != nullptr && shot->lines.first > 0) {
        QTextEdit::ExtraSelection lines;
        lines.format.setBackground(token::hover);
        lines.format.setProperty(QTextFormat::FullWidthSelection, true);
        for (int line = shot->lines.first; line <= shot->lines.last; ++line) {
            const QTextBlock block = m_text->document()->findBlockByNumber(line - 1);
            if (!block.isValid()) break;
            lines.cursor = QTextCursor(block);
            marks.append(lines);
        }
        if (!marks.isEmpty() && !m_text->viewport()->underMouse()) {
            m_text->verticalScrollBar()->setValue(std::max(0, shot->lines.first - 1 - m_text->verticalScrollBar()->pageStep() / 3));
        }
    }
    m_text->setExtraSelections(marks);
}

void ScriptPanel::selectShotAt(int line) {
    const auto* sequence = m_session.sequence();
    if (sequence == nullptr) return;
    const project::Shot* best = nullptr;
    for (const auto* shot : m_session.film().shots.of(sequence->id)) {
        if (shot->lines.first <= 0 || shot->lines.first > line || shot->lines.last < line) continue;
        const bool tighter = best == nullptr || shot->lines.last - shot->lines.first < best->lines.last - best->lines.first;
        if (tighter) best = shot;
    }
    if (best != nullptr) m_session.select(best->id);
}

bool ScriptPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonRelease && !m_text->textCursor().hasSelection()) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        selectShotAt(m_text->cursorForPosition(mouse->position().toPoint()).blockNumber() + 1);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rushes::studio
