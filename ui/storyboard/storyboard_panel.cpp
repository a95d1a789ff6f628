// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/storyboard/storyboard_panel.h"

#include "ui/bridge/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icon_button.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rushes::ui {

StoryboardPanel::StoryboardPanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_head(new PanelHead(tr("Storyboard"))), m_filter(new QLineEdit), m_pages(new QStackedWidget),
      m_view(new StoryboardView(session)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setFixedSize(token::progressWidth, token::s24);
    m_filter->setClearButtonEnabled(false);
    m_filter->setToolTip(tr("Show only shots with these words in number, prompt or dialogue (Ctrl+F)"));
    auto* add = new IconButton(QStringLiteral("plus"), tr("Add a shot after this one (Ctrl+Shift+N)"));
    m_head->row()->addWidget(m_filter);
    m_head->row()->addWidget(add);
    column->addWidget(m_head);
    m_pages->addWidget(m_view);
    m_pages->addWidget(makeEmpty());
    column->addWidget(m_pages, 1);
    connect(add, &QAbstractButton::clicked, &session, &Session::addShot);
    connect(m_filter, &QLineEdit::textChanged, m_view, &StoryboardView::setFilter);
    connect(m_filter, &QLineEdit::returnPressed, m_view, [this] { m_view->setFocus(); });
    for (const auto signal : {&Session::structureChanged, &Session::opened, &Session::closed})
        connect(&session, signal, this, &StoryboardPanel::refresh);
    setMinimumWidth(token::cardMin + 2 * token::s24);
    refresh();
}

QWidget* StoryboardPanel::makeEmpty() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(token::s24, token::s24, token::s24, token::s24);
    column->setSpacing(token::s12);
    auto* words = new QLabel(tr("No shots yet. Bring a script in and it becomes shots, or add the first shot and say what it shows."));
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    QPalette colours = words->palette();
    colours.setColor(QPalette::WindowText, token::dim);
    words->setPalette(colours);
    auto* add = new Button(tr("Add the first shot"), Button::Kind::plain);
    auto* script = new Button(tr("Import a script"), Button::Kind::plain);
    connect(add, &QAbstractButton::clicked, &m_session, &Session::addShot);
    connect(script, &QAbstractButton::clicked, this, &StoryboardPanel::importWanted);
    column->addStretch(1);
    column->addWidget(words);
    column->addWidget(add, 0, Qt::AlignHCenter);
    column->addWidget(script, 0, Qt::AlignHCenter);
    column->addStretch(2);
    return page;
}

void StoryboardPanel::startFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void StoryboardPanel::refresh() {
    const auto shots = m_session.film().shots.size();
    m_pages->setCurrentIndex(shots == 0 ? 1 : 0);
    m_head->setDetail(shots == 0 ? QString() : tr("%1 %2 · %3").arg(shots).arg(shots == 1 ? tr("shot") : tr("shots"), clockWord(m_session.clips().duration().seconds())));
    m_filter->setVisible(shots > 0);
}

} // namespace rushes::ui
