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

/// What the director said that words of this shot mean, as the settings hold it ("meanings"); and the settings with one more, or less
/// when `meaning` is empty.
std::vector<reading::WordMeaning> meaningsOf(const project::Shot& shot);
std::string withMeaning(const project::Shot& shot, const QString& word, const QString& meaning);

} // namespace rushes::ui
