// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"
#include "ui/widgets/field.h"

namespace rushes::ui {

/// The settings of a shot that are the stage's own: the look it is drawn in, the camera's sensor. Kept in the shot's settings.
class StageFields : public QWidget {
    Q_OBJECT
public:
    explicit StageFields(Session& session, QWidget* parent = nullptr);

    ChoiceField* look() const { return m_look; }
    ChoiceField* sensor() const { return m_sensor; }
    void show(const project::Shot& shot);

private:
    void put(const QString& setting, const QString& key, const QString& label);

    Session& m_session;
    ChoiceField *m_look, *m_sensor;
};

/// The shot's settings with one more word that the director explained (reading::meaningsOf), or one less when `meaning` is empty.
std::string withMeaning(const project::Shot& shot, const QString& word, const QString& meaning);

} // namespace rushes::ui
