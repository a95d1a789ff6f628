// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QImage>
#include <QString>

#include <vector>

namespace rushes::ui {

/// A film that was open before, as the start page shows it.
struct RecentFilm {
    QString folder;
    QString title;
    int shots = 0;
    double seconds = 0;
    QDateTime opened;
    QString picture; ///< a PNG in the cache, or empty

    QString line() const; ///< "16 shots, 1:24, today"
};

/// The newest first; folders that are gone are left out. Kept in the user's settings.
std::vector<RecentFilm> recentFilms();
/// Puts a film on top of the list, with its picture (may be null: the old one stays).
void rememberFilm(RecentFilm film, const QImage& picture);
void forgetFilm(const QString& folder);

} // namespace rushes::ui
