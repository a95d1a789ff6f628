// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/transport_bar.h"

#include <QHBoxLayout>
#include <QPainter>

namespace rushes::studio {

namespace token = ui::token;
using ui::Face;

TransportBar::TransportBar(ui::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_marks(new ui::Label({}, Face::monoSmall, token::dim, this)), m_keys(new QWidget(this)),
      m_play(new ui::IconButton(QStringLiteral("play"), tr("Play (Space, L)"), true)), m_loop(new ui::Button(tr("Loop"), ui::Button::Kind::text)),
      m_guides(new ui::Button(tr("Guides"), ui::Button::Kind::text)), m_live(new ui::Button(tr("Live"), ui::Button::Kind::text)),
      m_paint(new ui::Button(tr("Paint"), ui::Button::Kind::text)), m_right(new QWidget(this)) {
    setFixedHeight(token::transport);
    auto* player = session.player();
    auto* row = new QHBoxLayout(m_keys);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(token::s12);
    const auto key = [&](const char* icon, const QString& tip, auto slot) {
        auto* button = new ui::IconButton(QLatin1String(icon), tip);
        connect(button, &QAbstractButton::clicked, player, slot);
        row->addWidget(button);
    };
    key("to-start", tr("To the start (Home)"), &ui::PlayerObject::toStart);
    key("step-back", tr("One frame back (Left)"), [player] { player->step(-1); });
    row->addWidget(m_play);
    key("step-forward", tr("One frame on (Right)"), [player] { player->step(1); });
    key("to-end", tr("To the end (End)"), &ui::PlayerObject::toEnd);
    connect(m_play, &QAbstractButton::clicked, player, &ui::PlayerObject::togglePlay);

    auto* right = new QHBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(token::s16);
    for (auto* button : {m_paint, m_live, m_loop, m_guides}) {
        button->setFace(Face::small);
        button->setCheckable(button != m_paint);
        right->addWidget(button);
    }
    m_loop->setToolTip(tr("Play round and round between in and out (Ctrl+L)"));
    m_guides->setToolTip(tr("Safe areas and thirds (G)"));
    m_live->setToolTip(tr("The shot as it would be shot now: drag people and camera in the picture (D)"));
    m_paint->setToolTip(tr("Paint over this frame, here or in your own program: what you save becomes the look of the shot (Shift+P)"));
    connect(m_paint, &QAbstractButton::clicked, this, &TransportBar::paintWanted);
    connect(m_live, &QAbstractButton::toggled, this, &TransportBar::liveToggled);
    connect(m_loop, &QAbstractButton::toggled, player, &ui::PlayerObject::setLoop);
    connect(m_guides, &QAbstractButton::toggled, this, &TransportBar::guidesToggled);
    connect(player, &ui::PlayerObject::stateChanged, this, &TransportBar::refresh);
    connect(player, &ui::PlayerObject::sourceChanged, this, &TransportBar::refresh);
    refresh();
}

void TransportBar::refresh() {
    const auto* player = m_session.player();
    m_play->setIconName(player->playing() ? QStringLiteral("pause") : QStringLiteral("play"));
    m_play->setToolTip(player->playing() ? tr("Pause (Space, K)") : tr("Play (Space, L)"));
    m_keys->setEnabled(player->hasSource());
    QStringList marks;
    if (player->hasIn()) marks << tr("In %1").arg(player->timecode(player->in()));
    if (player->hasOut()) marks << tr("Out %1").arg(player->timecode(player->out()));
    m_marks->setText(marks.isEmpty() && player->hasSource() ? tr("In I   Out O") : marks.join(QStringLiteral("   ")));
    resizeEvent(nullptr);
}

void TransportBar::resizeEvent(QResizeEvent*) {
    const QSize keys = m_keys->sizeHint(), right = m_right->sizeHint();
    const QRect middle((width() - keys.width()) / 2, (height() - keys.height()) / 2, keys.width(), keys.height());
    m_keys->setGeometry(middle);
    const int margin = token::s12 + token::s2;
    m_right->setGeometry(width() - right.width() - margin, (height() - right.height()) / 2, right.width(), right.height());
    m_marks->setGeometry(margin, (height() - token::smallLine) / 2, std::max(0, middle.left() - 2 * margin), token::smallLine);
}

void TransportBar::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), token::panel); }

} // namespace rushes::studio
