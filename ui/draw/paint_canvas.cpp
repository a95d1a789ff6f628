// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/draw/paint_canvas.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QPaintEvent>

#include <algorithm>
#include <cmath>

namespace rushes::ui {

namespace {

constexpr double closest = 16, widest = 0.05; ///< screen pixels for one of the picture
constexpr double notch = 120;                 ///< eighths of a degree, see QWheelEvent

} // namespace

PaintCanvas::PaintCanvas(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setTabletTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Painting"));
    connect(&m_thread, &BrushThread::changed, this, &PaintCanvas::take);
}

void PaintCanvas::open(const QImage& groundPicture, const QImage& linesPicture, const Image& paint) {
    m_ground = groundPicture;
    m_lines = linesPicture;
    m_paint = QImage(m_ground.size(), QImage::Format_ARGB32_Premultiplied);
    m_paint.fill(Qt::transparent);
    m_shown = QImage(m_ground.size(), QImage::Format_RGB32);
    m_words.clear();
    m_thread.open(m_ground.width(), m_ground.height(), paint);
    compose(m_shown.rect());
    fit();
}

void PaintCanvas::closeWith(const QString& words) {
    endStroke();
    m_ground = m_lines = m_paint = m_shown = QImage();
    m_words = words;
    update();
}

void PaintCanvas::setShown(Layer layer, bool shown) {
    m_visible[layer] = shown;
    if (!isOpen()) return;
    compose(m_shown.rect());
    update();
}

void PaintCanvas::setTip(const brush::BrushTip& tip) {
    const QRect before = ringRect();
    m_tip = tip;
    update(before.united(ringRect()));
}

void PaintCanvas::undo() {
    endStroke();
    m_thread.undo();
}

void PaintCanvas::redo() {
    endStroke();
    m_thread.redo();
}

/// Pixels that were painted on the thread.
void PaintCanvas::take(const QPoint& corner, const QImage& pixels) {
    if (!isOpen()) return;
    {
        QPainter painter(&m_paint);
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        painter.drawImage(corner, pixels);
    }
    const QRect part(corner, pixels.size());
    compose(part);
    update(QRectF(toWidget(part.topLeft()), QSizeF(part.size()) * m_scale).toAlignedRect().adjusted(-2, -2, 2, 2));
}

void PaintCanvas::compose(const QRect& part) {
    QPainter painter(&m_shown);
    painter.setClipRect(part);
    if (m_visible[ground]) painter.drawImage(part, m_ground, part);
    else painter.fillRect(part, Qt::white);
    if (m_visible[paint]) painter.drawImage(part, m_paint, part);
    if (m_visible[lines] && !m_lines.isNull()) painter.drawImage(part, m_lines, part);
}

void PaintCanvas::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), token::surround);
    if (!isOpen()) {
        painter.setFont(ui::font(Face::text));
        painter.setPen(token::dim);
        painter.drawText(rect().adjusted(token::s64, 0, -token::s64, 0), Qt::AlignCenter | Qt::TextWordWrap, m_words);
        return;
    }
    // Only what is asked for is scaled: a stroke stays quick in a large picture.
    const QPointF from = toPicture(event->rect().topLeft()), to = toPicture(event->rect().bottomRight() + QPoint(1, 1));
    const QRect part = QRectF(from, to).toAlignedRect().adjusted(-2, -2, 2, 2).intersected(m_shown.rect());
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_scale < 2);
    painter.setClipRect(event->rect());
    if (!part.isEmpty()) painter.drawImage(QRectF(toWidget(part.topLeft()), QSizeF(part.size()) * m_scale), m_shown, part);
    if (m_ring.x() < 0 || m_panning || m_space) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = std::max(1.5, m_tip.radius * m_scale);
    painter.setPen(QPen(token::shade, 3));
    painter.drawEllipse(m_ring, radius, radius);
    painter.setPen(QPen(token::hudText, 1));
    painter.drawEllipse(m_ring, radius, radius);
}

void PaintCanvas::resizeEvent(QResizeEvent*) {
    if (m_fitted) fit();
}

void PaintCanvas::fit() {
    if (!isOpen()) return;
    const QSizeF room = QSizeF(size()) - QSizeF(2 * token::s24, 2 * token::s24);
    m_scale = std::clamp(std::min(room.width() / m_shown.width(), room.height() / m_shown.height()), widest, closest);
    m_origin = QPointF((width() - m_shown.width() * m_scale) / 2, (height() - m_shown.height() * m_scale) / 2);
    m_fitted = true;
    update();
    Q_EMIT zoomed(m_scale);
}

void PaintCanvas::zoomBy(double factor, const QPointF& at) {
    if (!isOpen()) return;
    const QPointF place = toPicture(at);
    m_scale = std::clamp(m_scale * factor, widest, closest);
    m_origin = at - place * m_scale;
    m_fitted = false;
    update();
    Q_EMIT zoomed(m_scale);
}

QColor PaintCanvas::colourAt(const QPointF& point) const {
    const QPoint place(int(std::floor(toPicture(point).x())), int(std::floor(toPicture(point).y())));
    return m_shown.rect().contains(place) ? m_shown.pixelColor(place) : QColor();
}

void PaintCanvas::pick(const QPointF& point) {
    const QColor colour = colourAt(point);
    if (colour.isValid()) Q_EMIT picked(colour);
}

void PaintCanvas::beginStroke(const QPointF& at, float pressure, const QPointF& tilt, bool erase, quint64 time) {
    if (!isOpen() || m_stroking) return;
    brush::BrushTip tip = m_tip;
    if (erase) tip.kind = brush::BrushKind::eraser;
    m_stroking = true;
    m_time = time;
    m_last = at;
    m_thread.begin(tip);
    Q_EMIT strokeBegan();
    strokeTo(at, pressure, tilt, time);
}

void PaintCanvas::strokeTo(const QPointF& at, float pressure, const QPointF& tilt, quint64 time) {
    const double seconds = time > m_time ? double(time - m_time) / 1000 : 0;
    const QPointF place = toPicture(at);
    m_thread.strokeTo({float(place.x()), float(place.y()), pressure, float(tilt.x()), float(tilt.y()), seconds});
    m_time = std::max(time, m_time);
    m_last = at;
}

void PaintCanvas::endStroke() {
    if (!m_stroking) return;
    m_stroking = false;
    m_thread.end();
    Q_EMIT strokeEnded();
}

void PaintCanvas::mousePressEvent(QMouseEvent* event) {
    if (!isOpen() || m_penDown) return;
    const QPointF at = event->position();
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_space)) {
        m_panFrom = at;
        return setPanning(true);
    }
    if (event->button() == Qt::RightButton || (event->button() == Qt::LeftButton && (event->modifiers() & Qt::AltModifier))) return pick(at);
    if (event->button() != Qt::LeftButton) return;
    m_hand = {};
    beginStroke(at, m_hand.next(0, 0), {}, false, event->timestamp());
}

void PaintCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    moveRing(at);
    if (m_panning) {
        m_origin += at - m_panFrom;
        m_panFrom = at;
        m_fitted = false;
        return update();
    }
    if (!m_stroking || m_penDown || !(event->buttons() & Qt::LeftButton)) return;
    const QPointF way = at - m_last;
    const double seconds = event->timestamp() > m_time ? double(event->timestamp() - m_time) / 1000 : 0.001;
    strokeTo(at, m_hand.next(float(std::hypot(way.x(), way.y())), seconds), {}, event->timestamp());
}

void PaintCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (m_panning) return setPanning(false);
    if (event->button() == Qt::LeftButton && !m_penDown) endStroke();
}

void PaintCanvas::tabletEvent(QTabletEvent* event) {
    event->accept(); // or a mouse event follows for the same point
    const QPointF at = event->position();
    moveRing(at);
    constexpr double mostTilt = 60; // degrees, see QTabletEvent
    const QPointF tilt(event->xTilt() / mostTilt, event->yTilt() / mostTilt);
    const bool erase = event->pointerType() == QPointingDevice::PointerType::Eraser;
    switch (event->type()) {
    case QEvent::TabletPress:
        setFocus(Qt::MouseFocusReason);
        if (event->button() == Qt::RightButton || (event->modifiers() & Qt::AltModifier)) return pick(at);
        if (event->button() != Qt::LeftButton || m_space) return;
        m_penDown = true;
        return beginStroke(at, float(event->pressure()), tilt, erase, event->timestamp());
    case QEvent::TabletMove:
        if (m_stroking && m_penDown) strokeTo(at, float(event->pressure()), tilt, event->timestamp());
        return;
    case QEvent::TabletRelease:
        if (m_penDown) endStroke();
        m_penDown = false;
        return;
    default: return;
    }
}

void PaintCanvas::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / notch;
    if (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) Q_EMIT sizeStepped(notches > 0 ? 1 : -1);
    else zoomBy(std::pow(1.2, notches), event->position());
    event->accept();
}

void PaintCanvas::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space) return QWidget::keyPressEvent(event);
    if (event->isAutoRepeat()) return;
    m_space = true;
    setCursor(Qt::OpenHandCursor);
    update(ringRect());
}

void PaintCanvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space) return QWidget::keyReleaseEvent(event);
    if (event->isAutoRepeat()) return;
    m_space = false;
    if (!m_panning) unsetCursor();
}

void PaintCanvas::setPanning(bool on) {
    m_panning = on;
    if (on) setCursor(Qt::ClosedHandCursor);
    else if (m_space) setCursor(Qt::OpenHandCursor);
    else unsetCursor();
}

QRect PaintCanvas::ringRect() const {
    const double radius = std::max(1.5, m_tip.radius * m_scale) + 3;
    return QRectF(m_ring.x() - radius, m_ring.y() - radius, 2 * radius, 2 * radius).toAlignedRect();
}

void PaintCanvas::moveRing(const QPointF& at) {
    const QRect before = ringRect();
    m_ring = at;
    update(before);
    update(ringRect());
}

void PaintCanvas::leaveEvent(QEvent*) {
    const QRect before = ringRect();
    m_ring = {-1, -1};
    update(before);
}

void PaintCanvas::focusOutEvent(QFocusEvent*) {
    m_space = false;
    setPanning(false);
    endStroke();
}

} // namespace rushes::ui
