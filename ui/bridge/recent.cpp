// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/recent.h"

#include "ui/bridge/words.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

namespace rushes::ui {

namespace {

constexpr int most = 12;
constexpr auto group = "recent";

QString dayWord(const QDateTime& when) {
    const QDate day = when.date(), today = QDate::currentDate();
    if (day == today) return QCoreApplication::translate("recent", "today");
    if (day.daysTo(today) == 1) return QCoreApplication::translate("recent", "yesterday");
    if (day.daysTo(today) < 7) return QLocale().dayName(day.dayOfWeek());
    return QLocale().toString(day, QStringLiteral("d MMMM"));
}

QString pictureFile(const QString& folder) {
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha1).toHex().left(16));
    return QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation)).filePath(QStringLiteral("recent-%1.png").arg(hash));
}

void write(const std::vector<RecentFilm>& films) {
    QSettings settings;
    settings.remove(QLatin1String(group));
    settings.beginWriteArray(QLatin1String(group));
    for (int i = 0; i < int(films.size()); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("folder"), films[i].folder);
        settings.setValue(QStringLiteral("title"), films[i].title);
        settings.setValue(QStringLiteral("shots"), films[i].shots);
        settings.setValue(QStringLiteral("seconds"), films[i].seconds);
        settings.setValue(QStringLiteral("opened"), films[i].opened);
    }
    settings.endArray();
}

} // namespace

QString RecentFilm::line() const {
    return QCoreApplication::translate("recent", "%1 shots, %2, %3").arg(shots).arg(clockWord(seconds), dayWord(opened));
}

std::vector<RecentFilm> recentFilms() {
    std::vector<RecentFilm> films;
    QSettings settings;
    const int count = settings.beginReadArray(QLatin1String(group));
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        RecentFilm film;
        film.folder = settings.value(QStringLiteral("folder")).toString();
        film.title = settings.value(QStringLiteral("title")).toString();
        film.shots = settings.value(QStringLiteral("shots")).toInt();
        film.seconds = settings.value(QStringLiteral("seconds")).toDouble();
        film.opened = settings.value(QStringLiteral("opened")).toDateTime();
        if (QFileInfo::exists(pictureFile(film.folder))) film.picture = pictureFile(film.folder);
        if (QFileInfo::exists(film.folder)) films.push_back(film);
    }
    settings.endArray();
    return films;
}

void rememberFilm(RecentFilm film, const QImage& picture) {
    auto films = recentFilms();
    std::erase_if(films, [&](const auto& other) { return other.folder == film.folder; });
    if (!picture.isNull()) {
        QDir().mkpath(QFileInfo(pictureFile(film.folder)).path());
        picture.save(pictureFile(film.folder));
    }
    films.insert(films.begin(), std::move(film));
    if (int(films.size()) > most) films.resize(most);
    write(films);
}

void forgetFilm(const QString& folder) {
    auto films = recentFilms();
    std::erase_if(films, [&](const auto& other) { return other.folder == folder; });
    write(films);
}

} // namespace rushes::ui
