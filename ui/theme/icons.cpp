// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/icons.h"

#include "engine/base/log.h"
#include "engine/base/paths.h"

#include <QHash>
#include <QPainter>
#include <QSvgRenderer>

namespace rushes::ui {

namespace {

QByteArray source(const QString& name) {
    static QHash<QString, QByteArray> read;
    if (const auto found = read.constFind(name); found != read.constEnd()) return *found;
    QByteArray svg;
    const auto path = findAsset("icons/" + name.toStdString() + ".svg");
    if (path) {
        if (const auto bytes = readFile(*path)) svg = QByteArray::fromStdString(*bytes);
    }
    if (svg.isEmpty()) log::warning("icon " + name.toStdString() + " is missing");
    read.insert(name, svg);
    return svg;
}

} // namespace

QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal ratio) {
    static QHash<QString, QPixmap> drawn;
    const QString key = QStringLiteral("%1/%2/%3/%4").arg(name, colour.name(QColor::HexArgb)).arg(size).arg(ratio);
    if (const auto found = drawn.constFind(key); found != drawn.constEnd()) return *found;
    QByteArray svg = source(name);
    if (svg.isEmpty()) return {};
    svg.replace("currentColor", colour.name().toLatin1());
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    QSvgRenderer(svg).render(&painter, QRectF(QPointF(0, 0), pixmap.size()));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    drawn.insert(key, pixmap);
    return pixmap;
}

QIcon icon(const QString& name, const QColor& colour) {
    QIcon result;
    result.addPixmap(iconPixmap(name, colour, token::icon, 1.0));
    result.addPixmap(iconPixmap(name, colour, token::icon, 2.0));
    result.addPixmap(iconPixmap(name, token::faint, token::icon, 1.0), QIcon::Disabled);
    result.addPixmap(iconPixmap(name, token::faint, token::icon, 2.0), QIcon::Disabled);
    return result;
}

} // namespace rushes::ui
