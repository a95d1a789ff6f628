// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace rushes::ui {

/// One icon of assets/icons ("play") in one colour, `size` logical pixels square, sharp at `ratio`. Kept in a cache; ui thread.
/// An icon that is not there is an empty pixmap and a line in the log.
QPixmap iconPixmap(const QString& name, const QColor& colour = token::text, int size = token::icon, qreal ratio = 1.0);

/// The same for menus and actions.
QIcon icon(const QString& name, const QColor& colour = token::text);

} // namespace rushes::ui
