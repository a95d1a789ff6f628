// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shot/stage_fields.h"

#include "ui/bridge/words.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>

namespace rushes::ui {

namespace {

QJsonObject settingsOf(const project::Shot& shot) { return QJsonDocument::fromJson(QByteArray::fromStdString(shot.settingsJson)).object(); }

} // namespace

StageFields::StageFields(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_look(new ChoiceField(tr("Look"))), m_sensor(new ChoiceField(tr("Sensor"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(token::s8);
    m_look->setChoices({{{}, tr("Board ink"), tr("storyboard")}, {QStringLiteral("clay"), tr("Clay"), tr("soft light")}, {QStringLiteral("colour"), tr("Colour"), tr("materials")}});
    m_sensor->setChoices({{{}, tr("As the prompt says"), {}},
                          {QStringLiteral("super35"), tr("Super 35"), tr("24.9 mm")},
                          {QStringLiteral("full_frame"), tr("Full frame"), tr("36.0 mm")},
                          {QStringLiteral("alexa_lf"), tr("Alexa LF"), tr("36.7 mm")},
                          {QStringLiteral("65mm"), tr("65 mm"), tr("52.5 mm")},
                          {QStringLiteral("imax"), tr("IMAX"), tr("70.4 mm")},
                          {QStringLiteral("super16"), tr("Super 16"), tr("12.5 mm")},
                          {QStringLiteral("16mm"), tr("16 mm"), tr("10.3 mm")},
                          {QStringLiteral("four_thirds"), tr("Micro Four Thirds"), tr("17.3 mm")},
                          {QStringLiteral("phone"), tr("Phone"), tr("9.8 mm")},
                          {QStringLiteral("anamorphic"), tr("Anamorphic 2x"), tr("21.9 mm")}});
    m_look->setUnset(tr("Board ink"));
    m_sensor->setUnset(tr("Sensor"));
    m_look->setToolTip(tr("How the stage draws this shot"));
    m_sensor->setToolTip(tr("What the lens is for: a larger sensor sees wider and blurs more"));
    row->addWidget(m_sensor, 1);
    row->addWidget(m_look, 1);
    connect(m_look, &ChoiceField::chosen, this, [this](const QString& key) { put(QStringLiteral("look"), key, tr("Edit look of %1")); });
    connect(m_sensor, &ChoiceField::chosen, this, [this](const QString& key) { put(QStringLiteral("sensor"), key, tr("Edit sensor of %1")); });
}

void StageFields::show(const project::Shot& shot) {
    const QJsonObject settings = settingsOf(shot);
    const QString look = settings.value(QLatin1String("look")).toString();
    m_look->setCurrent(look == QLatin1String("board") ? QString() : look);
    m_sensor->setCurrent(settings.value(QLatin1String("sensor")).toString());
}

void StageFields::put(const QString& setting, const QString& key, const QString& label) {
    const auto* shot = m_session.shot();
    if (shot == nullptr) return;
    QJsonObject settings = settingsOf(*shot);
    if (key.isEmpty()) settings.remove(setting);
    else settings.insert(setting, key);
    edit::ShotPatch patch;
    patch.settingsJson = QJsonDocument(settings).toJson(QJsonDocument::Compact).toStdString();
    m_session.patch(shot->id, patch, {}, label.arg(qs(shot->number)).toStdString());
}

std::string withMeaning(const project::Shot& shot, const QString& word, const QString& meaning) {
    QJsonObject settings = settingsOf(shot), meanings = settings.value(QLatin1String("meanings")).toObject();
    if (meaning.isEmpty()) meanings.remove(word);
    else meanings.insert(word, meaning);
    if (meanings.isEmpty()) settings.remove(QStringLiteral("meanings"));
    else settings.insert(QStringLiteral("meanings"), meanings);
    return QJsonDocument(settings).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace rushes::ui
