// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"

#include <QImage>
#include <QPainter>

namespace rushes::ui {

/// What a storyboard card shows, gathered from the session when it is painted.
struct CardState {
    QString number, size, length, text;
    QImage picture;
    int takes = 0;
    int circled = -1;      ///< which of the takes, or -1
    QString state;         ///< "shooting, 62 %", "no take yet", "failed"
    QString reason;        ///< of a failure, for the tool tip
    QColor stateColour;
    double progress = -1;  ///< 0..1 while it is shot
    bool failed = false, outOfDate = false;
    bool selected = false, alsoSelected = false;
};

CardState cardState(Session& session, const project::Shot& shot);

/// Height of a card of this width: a 16:9 picture and two lines.
int cardHeight(int width);
void paintCard(QPainter& painter, const QRect& card, const CardState& state, bool hot);
/// Where "Try again" stands on a failed card.
QRect retryPlace(const QRect& card);

} // namespace rushes::ui
