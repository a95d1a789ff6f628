// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/paint.h"

#include <QFontMetricsF>
#include <QPixmap>
#include <QPixmapCache>

namespace rushes::ui {

void fillRound(QPainter& painter, const QRectF& rect, const QColor& fill, qreal radius, const QColor& edge) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(edge.isValid() ? QPen(edge, token::hairline) : QPen(Qt::NoPen));
    const qreal inset = edge.isValid() ? token::hairline / 2.0 : 0.0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

namespace {

constexpr int coverCacheKb = 48 * 1024;

QRectF cropFor(const QSizeF& picture, const QSizeF& place) {
    const qreal scale = qMax(place.width() / picture.width(), place.height() / picture.height());
    const QSizeF used(place.width() / scale, place.height() / scale);
    return {QPointF((picture.width() - used.width()) / 2, (picture.height() - used.height()) / 2), used};
}

} // namespace

void drawCover(QPainter& painter, const QRectF& rect, const QImage& picture) {
    if (picture.isNull() || rect.isEmpty()) return;
    const QSize size = rect.size().toSize().expandedTo({1, 1});
    const qreal ratio = painter.device()->devicePixelRatioF();
    // Scaled once, then copied: views draw the same small pictures many times a second while something is shot or played.
    const QString key = QStringLiteral("cover %1 %2 %3 %4").arg(picture.cacheKey()).arg(size.width()).arg(size.height()).arg(ratio);
    QPixmap scaled;
    if (!QPixmapCache::find(key, &scaled)) {
        if (QPixmapCache::cacheLimit() < coverCacheKb) QPixmapCache::setCacheLimit(coverCacheKb);
        scaled = QPixmap::fromImage(scaledToCover(picture, size, ratio));
        QPixmapCache::insert(key, scaled);
    }
    painter.drawPixmap(rect.topLeft(), scaled);
}

QRectF fitted(const QSizeF& content, const QRectF& box) {
    if (content.isEmpty() || box.isEmpty()) return box;
    const QSizeF size = content.scaled(box.size(), Qt::KeepAspectRatio);
    return {box.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

QRectF drawTag(QPainter& painter, const QRectF& picture, TagCorner corner, const QString& text, Face face, const QColor& colour, int margin) {
    if (text.isEmpty()) return {};
    const QFont type = font(face);
    const QSizeF size(QFontMetricsF(type).horizontalAdvance(text) + 2 * token::tagPad, token::smallLine + 2);
    QRectF tag(QPointF(0, 0), size);
    const bool right = corner == TagCorner::topRight || corner == TagCorner::bottomRight;
    const bool bottom = corner == TagCorner::bottomLeft || corner == TagCorner::bottomRight;
    tag.moveLeft(right ? picture.right() - margin - size.width() : picture.left() + margin);
    tag.moveTop(bottom ? picture.bottom() - margin - size.height() : picture.top() + margin);
    fillRound(painter, tag, token::tagBack, token::radiusSmall);
    painter.setFont(type);
    painter.setPen(colour);
    painter.drawText(tag, Qt::AlignCenter, text);
    return tag;
}

QImage scaledToCover(const QImage& picture, const QSize& size, qreal ratio) {
    if (picture.isNull() || size.isEmpty()) return {};
    const QSize pixels = size * ratio;
    const QRect crop = cropFor(picture.size(), pixels).toAlignedRect().intersected(picture.rect());
    QImage result = picture.copy(crop).scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    result.setDevicePixelRatio(ratio);
    return result;
}

} // namespace rushes::ui
