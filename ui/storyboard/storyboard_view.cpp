// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/storyboard/storyboard_view.h"

#include "ui/bridge/words.h"
#include "ui/storyboard/card.h"
#include "ui/widgets/paint.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace rushes::ui {

namespace {

constexpr int headingHeight = token::gap + token::interLine + token::radiusField;

/// "EXT. HARBOUR STREET - NIGHT" → place and time.
std::pair<QString, QString> splitHeading(const QString& heading) {
    for (const auto* dash : {" - ", " – ", " — "}) {
        const auto at = heading.lastIndexOf(QString::fromUtf8(dash));
        if (at > 0) return {heading.left(at).trimmed(), heading.mid(at + 3).trimmed()};
    }
    return {heading, {}};
}

} // namespace

StoryboardView::StoryboardView(Session& session, QWidget* parent) : QAbstractScrollArea(parent), m_session(session) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Storyboard"));
    const auto repaint = [this] { viewport()->update(); };
    connect(&session, &Session::structureChanged, this, &StoryboardView::rebuild);
    connect(&session, &Session::opened, this, &StoryboardView::rebuild);
    connect(&session, &Session::closed, this, &StoryboardView::rebuild);
    connect(&session, &Session::changed, this, repaint);
    connect(&session, &Session::queueChanged, this, repaint);
    connect(&session, &Session::liveFrame, this, [this] {
        const auto* queue = m_session.queue();
        const auto* job = queue != nullptr ? queue->running() : nullptr;
        if (job != nullptr) viewport()->update(cardRect(job->shot));
    });
    connect(session.thumbnails(), &Thumbnails::ready, this, repaint);
    connect(session.freshness(), &Freshness::changed, this, repaint);
    connect(&session, &Session::selectionChanged, this, [this] {
        showSelected();
        viewport()->update();
    });
    rebuild(); // the film may be open already
}

void StoryboardView::setFilter(const QString& text) {
    m_filter = text.trimmed();
    rebuild();
}

bool StoryboardView::passes(const project::Shot& shot) const {
    if (m_filter.isEmpty()) return true;
    if (qs(shot.number).contains(m_filter, Qt::CaseInsensitive) || qs(shot.prompt).contains(m_filter, Qt::CaseInsensitive)) return true;
    return std::any_of(shot.dialogue.begin(), shot.dialogue.end(),
                       [this](const auto& line) { return qs(line.character + " " + line.text).contains(m_filter, Qt::CaseInsensitive); });
}

/// Shots in the film's order; a new group starts wherever the scene changes, so that moved shots stay where they play.
void StoryboardView::rebuild() {
    m_groups.clear();
    const auto& film = m_session.film();
    if (const auto* sequence = m_session.sequence()) {
        project::ScriptSceneId last{-1};
        std::int64_t frames = 0;
        const auto close = [&] {
            if (!m_groups.empty()) m_groups.back().heading.length = clockWord(time::RationalTime{frames, sequence->rate}.seconds());
            frames = 0;
        };
        for (const auto* shot : film.shots.of(sequence->id)) {
            if (!passes(*shot)) continue;
            if (shot->scene != last) {
                close();
                last = shot->scene;
                Group group;
                if (const auto* scene = film.scenes.find(shot->scene)) {
                    group.heading.number = qs(scene->number);
                    std::tie(group.heading.place, group.heading.when) = splitHeading(qs(scene->heading));
                } else {
                    group.heading.place = tr("Shots of your own");
                }
                m_groups.push_back(std::move(group));
            }
            m_groups.back().shots.push_back(shot->id);
            frames += shot->frames;
        }
        close();
    }
    layOut();
    viewport()->update();
}

void StoryboardView::layOut() {
    m_cards.clear();
    m_headings.clear();
    const int room = viewport()->width() - 2 * token::s12;
    m_columns = std::max(1, (room + token::gap) / (token::cardMin + token::gap));
    const int width = std::max(token::s64, (room - token::gap * (m_columns - 1)) / m_columns);
    int top = 0;
    for (const auto& group : m_groups) {
        Heading heading = group.heading;
        heading.top = top;
        m_headings.push_back(heading);
        top += headingHeight;
        for (int i = 0; i < int(group.shots.size()); ++i) {
            const int column = i % m_columns, row = i / m_columns;
            m_cards.push_back({group.shots[std::size_t(i)],
                               {token::s12 + column * (width + token::gap), top + row * (cardHeight(width) + token::gap), width, cardHeight(width)}});
        }
        const int rows = (int(group.shots.size()) + m_columns - 1) / m_columns;
        top += rows * (cardHeight(width) + token::gap) + token::s4;
    }
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(token::s24);
    verticalScrollBar()->setRange(0, std::max(0, top + token::s8 - viewport()->height()));
}

int StoryboardView::offset() const { return verticalScrollBar()->value(); }

QRect StoryboardView::cardRect(project::ShotId shot) const {
    for (const auto& card : m_cards)
        if (card.shot == shot) return card.rect.translated(0, -offset());
    return {};
}

void StoryboardView::showSelected() {
    const QRect card = cardRect(m_session.selected());
    if (card.isNull()) return;
    const int above = card.top() - headingHeight, below = card.bottom() + token::gap - viewport()->height();
    if (above < 0) verticalScrollBar()->setValue(offset() + above);
    else if (below > 0) verticalScrollBar()->setValue(offset() + below);
}

void StoryboardView::paintHeading(QPainter& painter, const Heading& heading) const {
    const QRect line(token::s12, heading.top + token::gap, viewport()->width() - 2 * token::s12, token::interLine);
    painter.setFont(ui::font(Face::monoSmall));
    painter.setPen(token::faint);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, heading.length);
    int x = line.left();
    const int right = line.right() - painter.fontMetrics().horizontalAdvance(heading.length) - token::s8;
    const auto put = [&](const QString& words, Face face, const QColor& colour) {
        if (words.isEmpty() || x >= right) return;
        painter.setFont(ui::font(face));
        painter.setPen(colour);
        const QString shown = painter.fontMetrics().elidedText(words, Qt::ElideRight, right - x);
        painter.drawText(QRect(x, line.top(), right - x, line.height()), Qt::AlignVCenter, shown);
        x += painter.fontMetrics().horizontalAdvance(shown) + token::s8;
    };
    put(heading.number, Face::semibold, token::text);
    put(heading.place, Face::semibold, token::text);
    put(heading.when, Face::text, token::dim);
}

void StoryboardView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), token::panel);
    painter.translate(0, -offset());
    const QRect seen = event->rect().translated(0, offset());
    for (const auto& heading : m_headings)
        if (seen.intersects({0, heading.top, viewport()->width(), headingHeight})) paintHeading(painter, heading);
    const auto first = std::partition_point(m_cards.begin(), m_cards.end(), [&](const Card& card) { return card.rect.bottom() < seen.top(); });
    for (auto card = first; card != m_cards.end() && card->rect.top() <= seen.bottom(); ++card) {
        const auto* shot = m_session.film().shots.find(card->shot);
        if (shot != nullptr) paintCard(painter, card->rect, cardState(m_session, *shot), card - m_cards.begin() == m_hot && !m_dragging);
    }
    if (m_insertion < 0 || m_cards.empty()) return;
    const bool end = m_insertion >= int(m_cards.size());
    const QRect beside = m_cards[std::size_t(std::min<int>(m_insertion, int(m_cards.size()) - 1))].rect;
    const int x = end ? beside.right() + token::gap / 2 : beside.left() - token::gap / 2;
    painter.fillRect(QRect(x - 1, beside.top(), token::selection, beside.height()), token::accent);
}

void StoryboardView::resizeEvent(QResizeEvent*) { layOut(); }

int StoryboardView::at(const QPoint& point) const {
    const QPoint place = point + QPoint(0, offset());
    for (int i = 0; i < int(m_cards.size()); ++i)
        if (m_cards[std::size_t(i)].rect.contains(place)) return i;
    return -1;
}

int StoryboardView::insertionAt(const QPoint& point) const {
    const QPoint place = point + QPoint(0, offset());
    int best = int(m_cards.size());
    for (int i = 0; i < int(m_cards.size()); ++i) {
        const QRect& card = m_cards[std::size_t(i)].rect;
        if (place.y() > card.bottom()) continue;
        if (place.y() < card.top()) return i;
        if (place.x() < card.center().x()) return i;
        best = i + 1;
        if (i + 1 < int(m_cards.size()) && m_cards[std::size_t(i + 1)].rect.top() != card.top()) return best;
    }
    return best;
}

void StoryboardView::mousePressEvent(QMouseEvent* event) {
    const QPoint point = event->position().toPoint();
    const int index = at(point);
    if (index < 0 || event->button() != Qt::LeftButton) return;
    const Card& card = m_cards[std::size_t(index)];
    const auto* job = m_session.queue() != nullptr ? m_session.queue()->jobOf(card.shot) : nullptr;
    if (job != nullptr && job->state == shoot::JobState::failed && retryPlace(card.rect).contains(point + QPoint(0, offset())))
        return m_session.check(m_session.queue()->queue().retry(job->id));
    if (event->modifiers() & Qt::ControlModifier) return m_session.toggleSelected(card.shot);
    m_pressed = index;
    m_pressedAt = point;
    m_session.select(card.shot);
}

void StoryboardView::mouseMoveEvent(QMouseEvent* event) {
    const QPoint point = event->position().toPoint();
    if (m_pressed >= 0 && (event->buttons() & Qt::LeftButton)) {
        if (!m_dragging && (point - m_pressedAt).manhattanLength() > QApplication::startDragDistance() && m_filter.isEmpty()) {
            m_dragging = true;
            viewport()->setCursor(Qt::ClosedHandCursor);
        }
        if (m_dragging) {
            m_insertion = insertionAt(point);
            viewport()->update();
        }
        return;
    }
    const int hot = at(point);
    if (hot == m_hot) return;
    m_hot = hot;
    viewport()->update();
}

void StoryboardView::mouseReleaseEvent(QMouseEvent*) {
    const int target = m_dragging ? m_insertion : -1;
    const int from = m_pressed;
    m_dragging = false;
    m_insertion = -1;
    viewport()->unsetCursor();
    viewport()->update();
    if (target >= 0 && target != from && target != from + 1) dropAt(target);
    m_pressed = -1;
}

void StoryboardView::dropAt(int index) {
    std::vector<project::ShotId> moved;
    for (const auto& card : m_cards)
        if (card.shot == m_session.selected() || m_session.alsoSelected().contains(card.shot)) moved.push_back(card.shot);
    project::ShotId after;
    for (int i = index - 1; i >= 0 && !after; --i)
        if (std::find(moved.begin(), moved.end(), m_cards[std::size_t(i)].shot) == moved.end()) after = m_cards[std::size_t(i)].shot;
    m_session.moveShots(moved, after);
}

void StoryboardView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (at(event->position().toPoint()) >= 0) Q_EMIT promptWanted();
}

void StoryboardView::contextMenuEvent(QContextMenuEvent* event) {
    const int index = at(event->pos());
    if (index < 0) return;
    if (!m_session.alsoSelected().contains(m_cards[std::size_t(index)].shot)) m_session.select(m_cards[std::size_t(index)].shot);
    Q_EMIT shotMenuWanted(event->globalPos());
}

void StoryboardView::moveSelection(int columns, int rows) {
    if (rows == 0) return m_session.selectNext(columns);
    const QRect now = cardRect(m_session.selected());
    const Card* best = nullptr;
    int distance = 0;
    for (const auto& card : m_cards) {
        const QRect rect = card.rect.translated(0, -offset());
        const int down = (rect.top() - now.top()) * rows;
        if (down <= 0) continue;
        const int far = down * 4 + std::abs(rect.left() - now.left());
        if (best == nullptr || far < distance) {
            best = &card;
            distance = far;
        }
    }
    if (best != nullptr) m_session.select(best->shot);
}

void StoryboardView::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() != Qt::NoModifier) return QAbstractScrollArea::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Up: return moveSelection(0, -1);
    case Qt::Key_Down: return moveSelection(0, 1);
    case Qt::Key_Return: Q_EMIT promptWanted(); return;
    default: event->ignore();
    }
}

void StoryboardView::leaveEvent(QEvent*) {
    m_hot = -1;
    viewport()->update();
}

bool StoryboardView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = at(help->pos());
        const auto* shot = index < 0 ? nullptr : m_session.film().shots.find(m_cards[std::size_t(index)].shot);
        if (shot == nullptr) {
            QToolTip::hideText();
            return true;
        }
        const CardState card = cardState(m_session, *shot);
        const QString text = card.failed ? tr("It failed: %1").arg(card.reason) : card.text;
        QToolTip::showText(help->globalPos(), QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace rushes::ui
