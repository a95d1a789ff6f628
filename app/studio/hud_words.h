// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"

namespace rushes::studio {

/// What stands over the picture, whoever draws it.
struct HudWords {
    QString topLeft;     ///< "12B  take 3  stage"
    QString topRight;    ///< "35 mm"
    QString timecode;
    QString bottomRight; ///< "24.00 fps  0 dropped"
    QString message;     ///< in the middle of an empty picture
};

HudWords hudWords(const ui::Session& session);

} // namespace rushes::studio
