// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/looks_popup.h"

#ifdef RUSHES_STAGE

#include "app/papers/film_looks.h"
#include "engine/look/kept_look.h"
#include "engine/media/painted_picture.h"
#include "ui/bridge/background.h"
#include "ui/bridge/images.h"
#include "ui/bridge/words.h"
#include "ui/theme/icons.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace rushes::studio {

namespace token = ui::token;
using ui::Face;

namespace {

constexpr int rowHeight = token::notePictureHeight + token::s24, mostRows = 6, useWidth = token::s64;

} // namespace

LooksPopup::LooksPopup(ui::Session& session, QWidget* parent) : ListPopup({token::popupWidth + token::s64, rowHeight, mostRows}, parent), m_session(session) {
    setAccessibleName(title());
    connect(&session, &ui::Session::changed, this, &LooksPopup::refresh);
    connect(&session, &ui::Session::closed, this, [this] {
        m_contents.clear();
        m_asked.clear();
        close();
    });
}

std::vector<const project::Reference*> LooksPopup::rows() const { return app::keptLooks(m_session.film()); }

void LooksPopup::openUnder(QWidget* button) {
    forgetKeyRow();
    show();
    refresh();
    const QRect room = button->screen()->availableGeometry();
    QPoint corner = button->mapToGlobal(QPoint(0, button->height() + token::s4));
    corner.setX(std::min(corner.x(), room.right() - width()));
    if (corner.y() + height() > room.bottom()) corner.setY(button->mapToGlobal(QPoint()).y() - height() - token::s4);
    move(corner);
    setFocus();
}

QRect LooksPopup::removeRect(int row) const {
    const QRect box = rowRect(row);
    return {box.right() - token::s8 - token::s24, box.center().y() - token::s12, token::s24, token::s24};
}

QRect LooksPopup::useRect(int row) const {
    const QRect bin = removeRect(row);
    return {bin.left() - token::s8 - useWidth, bin.top(), useWidth, bin.height()};
}

/// What the file holds; null while it is being read.
const LooksPopup::Contents* LooksPopup::contentsOf(const project::Reference& look) {
    const QString key = ui::qs(look.media);
    if (const auto found = m_contents.constFind(key); found != m_contents.constEnd()) return &*found;
    if (m_asked.contains(key)) return nullptr;
    m_asked.insert(key);
    ui::inBackground(
        this,
        [file = project::mediaPath(m_session.film(), look.media)] {
            Contents contents;
            const auto kept = look::readKeptLook(file);
            if (!kept) {
                contents.words = ui::qs(kept.error().message);
                contents.broken = true;
                return contents;
            }
            const auto& first = kept->frames.front();
            const int count = int(kept->frames.size());
            contents.words = count == 1 ? tr("A painted frame of %1").arg(ui::qs(first.request.shotNumber)) : tr("%1 painted frames of %2").arg(count).arg(ui::qs(first.request.shotNumber));
            const auto painted = media::decodePainted({reinterpret_cast<const char*>(first.picture.data()), first.picture.size()}, first.fileName);
            if (painted) contents.picture = ui::scaledToCover(ui::toQImage(painted->picture), {token::notePictureWidth, token::notePictureHeight}, 2);
            return contents;
        },
        [this, key](const Contents& contents) {
            m_contents.insert(key, contents);
            update();
        });
    return nullptr;
}

void LooksPopup::paintRow(QPainter& painter, int index) {
    const project::Reference& look = *rows()[std::size_t(index)];
    const QRect row = rowRect(index);
    const QRect picture(row.left() + token::s12, row.top() + token::s12, token::notePictureWidth, token::notePictureHeight);
    ui::fillRound(painter, picture, token::window, token::radiusSmall);
    const auto* contents = contentsOf(look);
    if (contents != nullptr && !contents->picture.isNull()) ui::drawCover(painter, picture, contents->picture);
    const int left = picture.right() + token::s12;
    QRect words(left, picture.top() - token::s2, useRect(index).left() - left - token::s8, token::interLine);
    const auto line = [&](Face face, const QColor& colour, const QString& text) {
        painter.setFont(ui::font(face));
        painter.setPen(colour);
        painter.drawText(words, Qt::AlignVCenter, painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
        words.translate(0, token::interLine);
    };
    line(Face::semibold, token::text, ui::qs(look.subject));
    line(Face::small, contents != nullptr && contents->broken ? token::error : token::dim, contents == nullptr ? tr("Being read") : contents->words);
    if (look.consent.empty()) line(Face::small, token::warn, look.artist.empty() ? tr("No artist, no word on consent") : tr("%1; no word on consent").arg(ui::qs(look.artist)));
    else line(Face::small, token::dim, look.artist.empty() ? ui::qs(look.consent) : tr("%1: %2").arg(ui::qs(look.artist), ui::qs(look.consent)));
    const bool uses = app::useOf(m_session.film(), m_session.selected(), look) != nullptr;
    const QRect use = useRect(index), bin = removeRect(index);
    ui::fillRound(painter, use, use.contains(mouse()) ? token::hover : token::panel, token::radiusSmall, token::line);
    painter.setFont(ui::font(Face::small));
    painter.setPen(m_session.shot() == nullptr ? token::faint : token::text);
    painter.drawText(use, Qt::AlignCenter, uses ? tr("In use") : tr("Use"));
    if (bin.contains(mouse())) ui::fillRound(painter, bin, token::hover, token::radiusSmall);
    painter.drawPixmap(bin.center().x() - token::icon / 2 + 1, bin.center().y() - token::icon / 2 + 1, ui::iconPixmap(QStringLiteral("trash"), token::text, token::icon, devicePixelRatioF()));
}

void LooksPopup::toggle(const project::Reference& look) {
    const auto* shot = m_session.shot();
    if (shot == nullptr) return;
    if (const auto* use = app::useOf(m_session.film(), shot->id, look)) return m_session.removeReference(use->id);
    const auto id = shot->id;
    const QString name = ui::qs(look.subject);
    m_session.useLook(id, app::useFields(look));
    Q_EMIT used(id, name);
}

void LooksPopup::pressRow(int row, const QPoint& point) {
    const project::Reference& look = *rows()[std::size_t(row)];
    if (useRect(row).contains(point)) return toggle(look);
    if (!removeRect(row).contains(point)) return;
    const QString name = ui::qs(look.subject);
    m_session.removeReference(look.id);
    Q_EMIT m_session.told(tr("The film no longer keeps the look %1").arg(name), tr("Shots that use it keep it; Undo (Ctrl+Z) brings it back"));
}

void LooksPopup::keyPressEvent(QKeyEvent* event) {
    const auto rows = this->rows();
    const bool chosen = keyRow() >= 0 && keyRow() < int(rows.size());
    if (chosen && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) return toggle(*rows[std::size_t(keyRow())]);
    if (chosen && event->key() == Qt::Key_Delete) return m_session.removeReference(rows[std::size_t(keyRow())]->id);
    ListPopup::keyPressEvent(event);
}

QString LooksPopup::tipAt(int row, const QPoint& point) const {
    const project::Reference& look = *rows()[std::size_t(row)];
    const auto* shot = m_session.shot();
    if (useRect(row).contains(point) && shot != nullptr)
        return (app::useOf(m_session.film(), shot->id, look) != nullptr ? tr("Use it no longer on %1") : tr("Use it on %1")).arg(ui::qs(shot->number));
    return removeRect(row).contains(point) ? tr("Take it off the film; shots that use it keep it") : ui::qs(look.consent);
}

} // namespace rushes::studio

#endif
