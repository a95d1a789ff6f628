// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstdint>
#include <string>

#include "engine/time/rational_time.h"

/// How values of the film are said in the studio.
namespace rushes::ui {

QString sizeWord(const std::string& size);   ///< "close_up" → "Close-up"
QString angleWord(const std::string& angle); ///< "level" → "Eye level"
QString moveWord(const std::string& move);   ///< "dolly in" → "Dolly in"
QString lensWord(double mm);                 ///< "35 mm"
QString roleWord(const std::string& role);   ///< "first" → "First frame"
QString lengthWord(std::int64_t frames, time::FrameRate rate); ///< "4.5"
QString clockWord(double seconds);           ///< "1:24"
QString spentWord(double seconds);           ///< "4 min 10 s"
QString costWord(double seconds);            ///< "about 9 s"
QString qs(const std::string& text);

} // namespace rushes::ui
