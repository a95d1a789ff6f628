// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/notes_panel.h"

#include "ui/bridge/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/panel_head.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScrollBar>

namespace rushes::studio {

namespace token = ui::token;
using ui::Face;

namespace {
constexpr int noteHeight = token::notePictureHeight + token::s24 + token::s4;

QRect stateRect(const QRect& row, const QString& word) {
    const int width = QFontMetrics(ui::font(Face::small)).horizontalAdvance(word) + token::s16;
    return {row.right() - token::s12 - width, row.top() + token::s12, width, token::interLine};
}

} // namespace

NotesList::NotesList(ui::Session& session, QWidget* parent) : QAbstractScrollArea(parent), m_session(session) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Notes"));
    for (const auto signal : {&ui::Session::opened, &ui::Session::closed, &ui::Session::changed}) connect(&session, signal, this, &NotesList::refresh);
    connect(session.thumbnails(), &ui::Thumbnails::ready, this, [this] { viewport()->update(); });
}

std::vector<const project::Note*> NotesList::notes() const {
    std::vector<const project::Note*> out;
    if (m_session.sequence() == nullptr) return out;
    for (const auto* shot : m_session.film().shots.of(m_session.sequence()->id))
        for (const auto* note : m_session.film().notes.of(shot->id)) out.push_back(note);
    return out;
}

void NotesList::refresh() {
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, int(notes().size()) * noteHeight - viewport()->height()));
    viewport()->update();
}

QRect NotesList::rowRect(int index) const { return {0, index * noteHeight - verticalScrollBar()->value(), viewport()->width(), noteHeight}; }

void NotesList::resizeEvent(QResizeEvent*) { refresh(); }

void NotesList::paintNote(QPainter& painter, const QRect& row, const project::Note& note) const {
    painter.fillRect(row.left(), row.bottom(), row.width(), token::hairline, token::line);
    const QRect picture(row.left() + token::s12, row.top() + token::s12, token::notePictureWidth, token::notePictureHeight);
    ui::fillRound(painter, picture, token::window, token::radiusSmall);
    const auto* shot = m_session.film().shots.find(note.shot);
    if (const auto* take = project::chosenTake(m_session.film(), note.shot))
        ui::drawCover(painter, picture, m_session.thumbnails()->picture(project::mediaPath(m_session.film(), take->media), std::min(note.atFrame, take->frames - 1)));
    const QString state = note.done ? tr("done") : tr("open");
    const QRect place = stateRect(row, state);
    ui::fillRound(painter, place, token::hover, place.height() / 2.0);
    painter.setFont(ui::font(Face::small));
    painter.setPen(note.done ? token::info : token::warn);
    painter.drawText(place, Qt::AlignCenter, state);
    QRect line(picture.right() + token::s12, picture.top() - token::s2, row.right() - picture.right() - token::s24, token::interLine);
    painter.setFont(ui::font(Face::semibold));
    painter.setPen(token::text);
    const QString number = shot != nullptr ? ui::qs(shot->number) : QString();
    painter.drawText(line, Qt::AlignVCenter, number);
    const int after = painter.fontMetrics().horizontalAdvance(number) + token::s8;
    painter.setFont(ui::font(Face::monoSmall));
    painter.setPen(token::faint);
    painter.drawText(line.adjusted(after, 0, 0, 0), Qt::AlignVCenter, m_session.player()->timecode(m_session.startOf(note.shot) + note.atFrame));
    painter.setFont(ui::font(Face::text));
    painter.setPen(token::text);
    line.translate(0, token::interLine);
    painter.drawText(line, Qt::AlignVCenter, painter.fontMetrics().elidedText(ui::qs(note.text), Qt::ElideRight, line.width()));
    painter.setFont(ui::font(Face::small));
    painter.setPen(token::faint);
    painter.drawText(line.translated(0, token::interLine), Qt::AlignVCenter, ui::qs(note.author));
}

void NotesList::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), token::panel);
    const auto notes = this->notes();
    for (int i = 0; i < int(notes.size()); ++i)
        if (rowRect(i).intersects(viewport()->rect())) paintNote(painter, rowRect(i), *notes[std::size_t(i)]);
    if (!notes.empty()) return;
    painter.setFont(ui::font(Face::text));
    painter.setPen(token::dim);
    painter.drawText(viewport()->rect().adjusted(token::s24, 0, -token::s24, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("No notes yet. Stop where something should change and write it below."));
}

void NotesList::mousePressEvent(QMouseEvent* event) {
    const QPoint point = event->position().toPoint();
    const auto notes = this->notes();
    for (int i = 0; i < int(notes.size()); ++i) {
        if (!rowRect(i).contains(point)) continue;
        const auto& note = *notes[std::size_t(i)];
        if (stateRect(rowRect(i), note.done ? tr("done") : tr("open")).contains(point)) return m_session.setNoteDone(note.id, !note.done);
        const auto frame = m_session.startOf(note.shot) + note.atFrame;
        m_session.select(note.shot, false);
        m_session.player()->seek(frame);
        return;
    }
}

NotesPanel::NotesPanel(ui::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_head(new ui::PanelHead(tr("Notes"))), m_list(new NotesList(session)), m_words(new QLineEdit) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(token::s12, token::s12, token::s12, token::s12);
    row->setSpacing(token::s8);
    m_words->setFixedHeight(token::buttonHeight);
    m_words->setTextMargins(token::s4, 0, token::s4, 0);
    auto* add = new ui::Button(tr("Add note"), ui::Button::Kind::main);
    add->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addWidget(m_words, 1);
    row->addWidget(add);
    column->addLayout(row);
    const auto send = [this] {
        m_session.addNote(m_words->text());
        m_words->clear();
    };
    connect(add, &QAbstractButton::clicked, this, send);
    connect(m_words, &QLineEdit::returnPressed, this, send);
    for (const auto signal : {&ui::Session::opened, &ui::Session::closed, &ui::Session::changed, &ui::Session::selectionChanged})
        connect(&session, signal, this, &NotesPanel::refresh);
    setMinimumWidth(token::noteWidth - token::s64);
}

void NotesPanel::refresh() {
    const auto notes = m_list->notes();
    const auto open = std::count_if(notes.begin(), notes.end(), [](const auto* note) { return !note->done; });
    m_head->setDetail(notes.empty() ? QString() : tr("%1 open").arg(open));
    const auto* shot = m_session.shot();
    m_words->setPlaceholderText(shot != nullptr ? tr("A note on %1, at this frame").arg(ui::qs(shot->number)) : tr("Choose a shot first"));
    m_words->setEnabled(shot != nullptr);
}

} // namespace rushes::studio
