// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/look_shelf.h"

#ifdef RUSHES_STAGE

#include "app/papers/film_looks.h"
#include "app/studio/looks_popup.h"
#include "ui/bridge/background.h"
#include "ui/bridge/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <cstdlib>

namespace rushes::studio {

namespace token = ui::token;
using ui::Button;
using ui::Face;
using ui::TextField;

LookShelf::LookShelf(ui::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_painted(new QWidget), m_which(new ui::Label({}, Face::small, token::dim)), m_artist(new TextField(tr("Artist"), Face::text)),
      m_consent(new TextField(tr("Consent"), Face::text)), m_name(new TextField(tr("Name of the look"), Face::text)), m_keep(new Button(tr("Keep this look"), Button::Kind::link)),
      m_list(new Button({}, Button::Kind::link)), m_popup(new LooksPopup(session, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(token::s8);
    auto* painted = new QVBoxLayout(m_painted);
    painted->setContentsMargins(0, 0, 0, 0);
    painted->setSpacing(token::s4);
    painted->addWidget(m_which);
    painted->addWidget(m_artist);
    painted->addWidget(m_consent);
    column->addWidget(m_painted);
    auto* row = new QHBoxLayout;
    row->setSpacing(token::s16);
    for (auto* button : {m_keep, m_list}) {
        button->setFace(Face::small);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_name);
    m_name->hide();
    m_artist->setPlaceholderText(tr("who painted it"));
    m_consent->setPlaceholderText(tr("what it may be used for"));
    m_artist->setToolTip(tr("Who painted this frame; it stays with every take that is made from it"));
    m_consent->setToolTip(tr("The artist's words on what the painting may be used for, such as “this film only”"));
    m_name->setToolTip(tr("Return keeps the look under this name, Escape leaves it"));
    m_keep->setToolTip(tr("Keep the look of this shot's painted frames under a name, to use it on other shots"));
    m_list->setToolTip(tr("The looks that this film keeps: use one on this shot, or take one off the film"));
    connect(m_artist, &TextField::entered, this, [this](const QString& text) { m_session.sayArtist(m_shown, text, {}); });
    connect(m_consent, &TextField::entered, this, [this](const QString& text) { m_session.sayArtist(m_shown, {}, text); });
    connect(m_keep, &QAbstractButton::clicked, this, [this] {
        m_name->showValue({});
        m_name->show();
        m_name->setFocus(Qt::OtherFocusReason);
    });
    connect(m_name, &TextField::entered, this, &LookShelf::keep);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (m_name->text().isEmpty()) m_name->hide();
    });
    connect(m_list, &QAbstractButton::clicked, this, [this] { m_popup->openUnder(m_list); });
    connect(m_popup, &LooksPopup::used, this, &LookShelf::used);
    for (const auto signal : {&ui::Session::changed, &ui::Session::opened, &ui::Session::closed, &ui::Session::selectionChanged}) connect(&session, signal, this, &LookShelf::refresh);
    connect(session.player(), &ui::PlayerObject::moved, this, [this] {
        if (m_painted->isVisible() && !m_session.player()->playing()) refresh();
    });
    refresh();
}

/// The painted frame nearest to the playhead.
const project::Reference* LookShelf::painting(int* count) const {
    const project::Reference* nearest = nullptr;
    const auto at = m_session.player()->position() - m_session.startOf(m_session.selected());
    int found = 0;
    if (m_session.shot() != nullptr)
        for (const auto* row : m_session.film().references.of(m_session.selected())) {
            if (row->role != "look" || !row->painted) continue;
            ++found;
            if (nearest == nullptr || std::abs(row->atFrame - at) < std::abs(nearest->atFrame - at)) nearest = row;
        }
    if (count != nullptr) *count = found;
    return nearest;
}

void LookShelf::refresh() {
    int count = 0;
    const auto* row = painting(&count);
    const auto kept = int(app::keptLooks(m_session.film()).size());
    if (m_session.selected() != m_shot) m_name->hide(); // a name that was begun was for another shot
    m_shot = m_session.selected();
    setVisible(row != nullptr || kept > 0);
    m_painted->setVisible(row != nullptr);
    m_keep->setVisible(row != nullptr);
    m_keep->setEnabled(!m_keeping);
    m_keep->setText(m_keeping ? tr("Being kept") : tr("Keep this look"));
    m_list->setVisible(kept > 0);
    m_list->setText(tr("Kept looks (%1)").arg(kept));
    for (auto* button : {m_keep, m_list}) button->updateGeometry();
    if (row == nullptr) return;
    if (row->id != m_shown && m_shown) { // what was being typed was about the one shown before
        m_artist->clearFocus();
        m_consent->clearFocus();
    }
    m_shown = row->id;
    m_which->setText(count == 1 ? tr("Painted frame %1").arg(row->atFrame) : tr("Painted frame %1, the nearest of %2").arg(row->atFrame).arg(count));
    if (!m_artist->hasFocus()) m_artist->showValue(ui::qs(row->artist));
    if (!m_consent->hasFocus()) m_consent->showValue(ui::qs(row->consent));
}

void LookShelf::keep(const QString& name) {
    m_name->hide();
    const auto* shot = m_session.shot();
    if (shot == nullptr || m_keeping || name.trimmed().isEmpty()) return;
    const auto look = app::lookToKeep(m_session.film(), *shot, name.trimmed().toStdString());
    if (!look) {
        Q_EMIT m_session.failed(look.error());
        return;
    }
    m_keeping = true;
    refresh();
    ui::inBackground(
        this,
        [look = *look, folder = project::MediaFolder(m_session.film().folder / "media")] { return std::make_shared<Result<app::WrittenLook>>(app::writeLook(look, folder)); },
        [this, film = m_session.film().folder](const std::shared_ptr<Result<app::WrittenLook>>& written) {
            m_keeping = false;
            if (!*written) Q_EMIT m_session.failed(written->error());
            else if (m_session.film().folder == film) m_session.keepLook((*written)->media, (*written)->fields);
            refresh();
        });
}

} // namespace rushes::studio

#endif
