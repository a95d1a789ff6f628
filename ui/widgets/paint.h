// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QImage>
#include <QPainter>

/// Small drawing steps that several views share.
namespace rushes::ui {

/// A filled rectangle with round corners, with a crisp one-pixel edge when `edge` is given.
void fillRound(QPainter& painter, const QRectF& rect, const QColor& fill, qreal radius = token::radius, const QColor& edge = {});

/// The picture so that it covers `rect` (cropped, its middle kept); nothing for a null picture.
void drawCover(QPainter& painter, const QRectF& rect, const QImage& picture);

/// The largest rectangle of the aspect of `content` inside `box`, in its middle.
QRectF fitted(const QSizeF& content, const QRectF& box);

enum class TagCorner { topLeft, topRight, bottomLeft, bottomRight };
/// A small dark tag in a corner of a picture: number, size, length. Returns where it lies.
QRectF drawTag(QPainter& painter, const QRectF& picture, TagCorner corner, const QString& text, Face face, const QColor& colour = token::text,
               int margin = token::tagPad);

/// A picture scaled once for a place of `size` logical pixels at `ratio`: cheap to draw again. Covers the place.
QImage scaledToCover(const QImage& picture, const QSize& size, qreal ratio);

} // namespace rushes::ui
