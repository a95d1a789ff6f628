// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/fonts.h"

#include "engine/base/log.h"
#include "engine/base/paths.h"
#include "ui/theme/tokens.h"

#include <QFile>
#include <QFontDatabase>

namespace rushes::ui {

namespace {

constexpr auto interName = "Inter";
constexpr auto monoName = "JetBrains Mono";

QFont make(const char* family, int pixels, QFont::Weight weight = QFont::Normal) {
    QFont result(QString::fromLatin1(family));
    result.setPixelSize(pixels);
    result.setWeight(weight);
    result.setHintingPreference(QFont::PreferNoHinting);
    result.setStyleStrategy(QFont::PreferAntialias);
    return result;
}

void addShipped(const char* file) {
    if (const auto path = findAsset(std::string("fonts/") + file)) {
        QFontDatabase::addApplicationFont(QString::fromStdString(path->string()));
    } else {
        log::warning(std::string("font file ") + file + " is missing; the system's sans serif is used");
    }
}

} // namespace

void loadFonts() {
    if (!QFontDatabase::hasFamily(QLatin1String(interName))) {
        addShipped("Inter-Regular.otf");
        addShipped("Inter-SemiBold.otf");
    }
    if (!QFontDatabase::hasFamily(QLatin1String(monoName))) addShipped("JetBrainsMono-Regular.ttf");
}

QFont font(Face face) {
    switch (face) {
    case Face::text: return make(interName, token::inter);
    case Face::semibold: return make(interName, token::inter, QFont::DemiBold);
    case Face::small: return make(interName, token::small);
    case Face::smallSemibold: return make(interName, token::small, QFont::DemiBold);
    case Face::title: return make(interName, token::title, QFont::DemiBold);
    case Face::lead: return make(interName, token::title);
    case Face::headline: return make(interName, token::headline, QFont::DemiBold);
    case Face::mono: return make(monoName, token::inter);
    case Face::monoSmall: return make(monoName, token::small);
    case Face::monoTitle: return make(monoName, token::title);
    }
    return make(interName, token::inter);
}

} // namespace rushes::ui
