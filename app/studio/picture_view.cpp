// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/picture_view.h"

#include "app/studio/hud_words.h"
#include "ui/bridge/images.h"
#include "ui/widgets/paint.h"

#include <QMouseEvent>

namespace rushes::studio {

namespace token = ui::token;
using ui::Face;

namespace {

constexpr int refreshMs = 8;
constexpr double actionSafe = 0.93, titleSafe = 0.90; // SMPTE ST 2046-1

void hudText(QPainter& painter, const QRect& place, int alignment, const QString& text) {
    painter.setPen(token::shade);
    painter.drawText(place.translated(0, 1), alignment, text);
    painter.setPen(token::hudText);
    painter.drawText(place, alignment, text);
}

} // namespace

PictureView::PictureView(ui::Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(token::takeWidth * 2, token::takes);
    setAccessibleName(tr("Picture"));
    m_refresh.setTimerType(Qt::PreciseTimer);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &PictureView::tick);
    connect(session.player(), &ui::PlayerObject::stateChanged, this, [this] {
        m_session.player()->playing() ? m_refresh.start() : m_refresh.stop();
        tick();
    });
    connect(session.player(), &ui::PlayerObject::pictureWanted, this, &PictureView::tick);
    connect(session.player(), &ui::PlayerObject::moved, this, qOverload<>(&QWidget::update));
    connect(session.player(), &ui::PlayerObject::sourceChanged, this, [this] {
        updateTarget();
        tick();
    });
    connect(&session, &ui::Session::selectionChanged, this, qOverload<>(&QWidget::update));
    connect(&session, &ui::Session::liveFrame, this, qOverload<>(&QWidget::update));
}

void PictureView::setGuides(bool on) {
    m_guides = on;
    update();
}

void PictureView::setReason(const QString& reason) {
    m_reason = reason;
    update();
}

void PictureView::setStill(const QImage& still, const QString& words) {
    m_still = still;
    m_stillWords = words;
    update();
}

QRectF PictureView::pictureArea() const {
    const auto& cut = m_session.cut();
    return ui::fitted(m_still.isNull() ? QSizeF(cut.width, cut.height) : QSizeF(m_still.size()), rect());
}

void PictureView::tick() {
    const auto picture = m_session.player()->player()->currentFrame();
    if (!picture || !m_session.player()->hasSource()) {
        if (!m_session.player()->hasSource() && !m_picture.isNull()) {
            m_picture = {};
            update();
        }
        return;
    }
    if (picture->id == m_shown && !m_picture.isNull()) return;
    m_shown = picture->id;
    m_picture = ui::toQImage(picture->frame);
    m_picture.setDevicePixelRatio(1);
    update();
}

/// Pictures come stretched to what is asked for, so the aspect is kept here.
void PictureView::updateTarget() {
    const auto& source = m_session.player()->player()->source();
    if (!source) return;
    const QSize pixels = (ui::fitted(QSizeF(source->width(), source->height()), rect()).size() * devicePixelRatioF()).toSize();
    m_session.player()->player()->setTarget({pixels.width(), pixels.height()});
}

void PictureView::resizeEvent(QResizeEvent*) {
    updateTarget();
    tick();
}

void PictureView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), token::surround);
    const auto& cut = m_session.cut();
    const QRectF picture = ui::fitted(QSizeF(cut.width, cut.height), rect());
    if (!m_still.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(pictureArea(), m_still);
    } else if (!m_picture.isNull() && m_session.player()->hasSource()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, m_picture.size() != (picture.size() * devicePixelRatioF()).toSize());
        painter.drawImage(ui::fitted(m_picture.size(), rect()), m_picture);
    } else if (m_session.isOpen() && cut.items.empty()) {
        painter.setFont(ui::font(Face::text));
        painter.setPen(token::dim);
        painter.drawText(rect(), Qt::AlignCenter, hudWords(m_session).message);
    }
    if (m_guides) paintGuides(painter, picture);
    if (m_session.player()->hasSource()) paintHud(painter);
    if (m_reason.isEmpty()) return;
    painter.setFont(ui::font(Face::small));
    painter.setPen(token::dim);
    painter.drawText(rect().adjusted(token::s12, 0, -token::s12, -token::s8 - token::s24), Qt::AlignHCenter | Qt::AlignBottom, m_reason);
}

void PictureView::paintGuides(QPainter& painter, const QRectF& picture) const {
    painter.setPen(QPen(QColor(token::hudText.red(), token::hudText.green(), token::hudText.blue(), token::disabledAlpha), token::hairline));
    painter.setBrush(Qt::NoBrush);
    for (const double part : {actionSafe, titleSafe}) {
        QRectF safe(QPointF(0, 0), picture.size() * part);
        safe.moveCenter(picture.center());
        painter.drawRect(safe);
    }
    for (int i = 1; i < 3; ++i) {
        painter.drawLine(QPointF(picture.left() + picture.width() * i / 3, picture.top()), QPointF(picture.left() + picture.width() * i / 3, picture.bottom()));
        painter.drawLine(QPointF(picture.left(), picture.top() + picture.height() * i / 3), QPointF(picture.right(), picture.top() + picture.height() * i / 3));
    }
}

void PictureView::paintHud(QPainter& painter) const {
    const QRect inner = rect().adjusted(token::s12 + token::s2, token::gap, -token::s12 - token::s2, -token::gap);
    HudWords words = hudWords(m_session);
    if (!m_still.isNull()) words.topLeft = m_stillWords;
    painter.setFont(ui::font(Face::monoSmall));
    hudText(painter, inner, Qt::AlignLeft | Qt::AlignTop, words.topLeft);
    hudText(painter, inner, Qt::AlignRight | Qt::AlignTop, words.topRight);
    hudText(painter, inner, Qt::AlignRight | Qt::AlignBottom, words.bottomRight);
    painter.setFont(ui::font(Face::monoTitle));
    hudText(painter, inner, Qt::AlignLeft | Qt::AlignBottom, words.timecode);
}

/// Dragging sideways in the picture scrubs.
void PictureView::mousePressEvent(QMouseEvent* event) {
    m_pressedAt = event->position().toPoint();
    m_pressedFrame = m_session.player()->position();
    setFocus(Qt::MouseFocusReason);
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return;
    const int by = (event->position().toPoint().x() - m_pressedAt.x()) / token::s4;
    if (by == 0) return;
    m_session.player()->pause();
    m_session.player()->seek(std::max<std::int64_t>(0, m_pressedFrame + by));
}

void PictureView::wheelEvent(QWheelEvent* event) { m_session.player()->step(event->angleDelta().y() < 0 ? 1 : -1); }

} // namespace rushes::studio
