// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/start_page.h"

#include "app/studio/action_card.h"

#include <QDragEnterEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

namespace rushes::studio {

namespace token = ui::token;
using ui::Face;
using ui::Label;

namespace {

constexpr int mostFilms = 4, columns = 2;

QString droppedFile(const QMimeData* data) {
    for (const auto& url : data->urls())
        if (url.isLocalFile()) return url.toLocalFile();
    return {};
}

} // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent), m_actions(makeActions()), m_side(new QWidget(this)), m_films(nullptr), m_recentWord(new Label(tr("Recent"), Face::small, token::dim)),
      m_machine(nullptr) {
    setAcceptDrops(true);
    m_machine = m_actions->findChild<Label*>(QStringLiteral("machine"));
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(token::gap);
    side->addWidget(m_recentWord);
    auto* films = new QWidget;
    m_films = new QGridLayout(films);
    m_films->setContentsMargins(0, 0, 0, 0);
    m_films->setSpacing(token::s12 + token::s2);
    side->addWidget(films);
    side->addStretch(1);
}

QWidget* StartPage::makeActions() {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* question = new Label(tr("What are we shooting?"), Face::headline);
    question->setFixedHeight(token::headlineLine);
    auto* sentence = new QLabel(tr("A script becomes shots, a shot becomes a moving picture, and you direct it from there. No graphics card and no model files needed to begin."));
    sentence->setWordWrap(true);
    sentence->setFont(ui::font(Face::lead));
    sentence->setMaximumWidth(token::startText);
    sentence->setMinimumHeight(2 * token::lead);
    QPalette colours = sentence->palette();
    colours.setColor(QPalette::WindowText, token::dim);
    sentence->setPalette(colours);
    column->addWidget(question);
    column->addSpacing(token::gap);
    column->addWidget(sentence);
    column->addSpacing(token::s24);
    const auto add = [&](const char* icon, const QString& title, const QString& words, bool main, auto signal) {
        auto* card = new ActionCard(QLatin1String(icon), title, words, main);
        column->addWidget(card);
        column->addSpacing(token::s12);
        connect(card, &QAbstractButton::clicked, this, signal);
    };
    add("start-clap", tr("Open the sample film"), tr("The Last Ferry: a harbour at night. Everything can be changed."), true, &StartPage::sampleWanted);
    add("start-script", tr("Start from a script"), tr("Fountain or plain text. Drop it here."), false, &StartPage::scriptWanted);
    add("start-board", tr("Start with an empty board"), tr("Add shots, write prompts."), false, &StartPage::emptyWanted);
    add("start-open", tr("Open a project"), tr("A .rushes folder from this machine or the building."), false, &StartPage::openWanted);
    auto* machine = new Label({}, Face::small, token::faint);
    machine->setObjectName(QStringLiteral("machine"));
    column->addSpacing(token::s8);
    column->addWidget(machine);
    column->addStretch(1);
    return box;
}

void StartPage::setMachine(const QString& words) { m_machine->setText(words); }

void StartPage::refresh() {
    while (QLayoutItem* item = m_films->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto films = ui::recentFilms();
    m_side->setVisible(!films.empty());
    for (int i = 0; i < std::min(int(films.size()), mostFilms); ++i) {
        auto* card = new FilmCard(films[std::size_t(i)].picture, films[std::size_t(i)].title, films[std::size_t(i)].line());
        connect(card, &QAbstractButton::clicked, this, [this, folder = films[std::size_t(i)].folder] { Q_EMIT filmWanted(folder); });
        m_films->addWidget(card, i / columns, i % columns);
    }
    for (int i = 0; i < columns; ++i) m_films->setColumnStretch(i, 1);
    resizeEvent(nullptr);
}

void StartPage::showEvent(QShowEvent*) { refresh(); }

void StartPage::resizeEvent(QResizeEvent*) {
    const int margin = std::clamp((width() - token::windowMinWidth) / 4, token::s24, token::startMargin);
    const int top = std::clamp((height() - token::startSide) / 4, token::s24, token::startTop);
    const bool side = !m_side->isHidden();
    const int sideWidth = side ? std::min(token::startSide, (width() - 2 * margin - token::s64) * 2 / 5) : 0;
    const int left = side ? margin : std::max(margin, (width() - 2 * token::startText) / 2);
    const int actions = side ? width() - 2 * margin - token::s64 - sideWidth : std::min(width() - 2 * left, 2 * token::startText);
    m_actions->setGeometry(left, top, actions, height() - top);
    if (side) m_side->setGeometry(width() - margin - sideWidth, top, sideWidth, height() - top);
}

void StartPage::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), token::window); }

void StartPage::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedFile(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void StartPage::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    const QString file = droppedFile(event->mimeData());
    file.endsWith(QLatin1String(".rushes")) ? Q_EMIT filmWanted(file) : Q_EMIT scriptDropped(file);
}

} // namespace rushes::studio
