// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/words.h"

#include <QCoreApplication>
#include <QHash>

#include <cmath>

namespace rushes::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("words", text); }

QString plain(const std::string& word) {
    QString text = qs(word);
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString qs(const std::string& text) { return QString::fromStdString(text); }

QString sizeWord(const std::string& size) {
    static const QHash<QString, QString> words{{"close_up", tr("Close-up")},
                                               {"extreme_close_up", tr("Extreme close-up")},
                                               {"medium_close_up", tr("Medium close-up")},
                                               {"extreme_wide", tr("Extreme wide")}};
    const auto found = words.constFind(qs(size));
    return found != words.constEnd() ? *found : plain(size);
}

QString angleWord(const std::string& angle) {
    static const QHash<QString, QString> words{{"level", tr("Eye level")}, {"birdEye", tr("Bird's eye")}, {"bird_eye", tr("Bird's eye")},
                                               {"birds_eye", tr("Bird's eye")}, {"worm_eye", tr("Worm's eye")}, {"worms_eye", tr("Worm's eye")},
                                               {"low", tr("Low angle")}, {"high", tr("High angle")}};
    const auto found = words.constFind(qs(angle));
    return found != words.constEnd() ? *found : plain(angle);
}

QString moveWord(const std::string& move) { return plain(move); }

QString lensWord(double mm) { return QStringLiteral("%1 mm").arg(QString::number(mm, 'f', std::abs(mm - std::round(mm)) < 0.05 ? 0 : 1)); }

QString roleWord(const std::string& role) {
    if (role == "first") return tr("First frame");
    if (role == "last") return tr("Last frame");
    if (role == "frame") return tr("Key frame");
    if (role == "figure_model" || role == "prop_model" || role == "place_model") return tr("3D model");
    return plain(role);
}

QString lengthWord(std::int64_t frames, time::FrameRate rate) { return QString::number(time::RationalTime{frames, rate}.seconds(), 'f', 1); }

QString clockWord(double seconds) {
    const auto whole = qint64(std::llround(std::max(0.0, seconds)));
    if (whole >= 3600)
        return QStringLiteral("%1:%2:%3").arg(whole / 3600).arg(whole / 60 % 60, 2, 10, QLatin1Char('0')).arg(whole % 60, 2, 10, QLatin1Char('0'));
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString spentWord(double seconds) {
    const auto whole = qint64(std::llround(seconds));
    if (whole < 60) return tr("%1 s").arg(whole);
    if (whole < 3600) return tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return tr("%1 h %2 min").arg(whole / 3600).arg(whole / 60 % 60);
}

QString costWord(double seconds) {
    if (seconds < 1) return tr("under 1 s");
    if (seconds < 90) return tr("about %1 s").arg(qint64(std::ceil(seconds)));
    return tr("about %1 min").arg(qint64(std::ceil(seconds / 60)));
}

} // namespace rushes::ui
