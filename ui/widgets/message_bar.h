// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
#include "ui/widgets/button.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;

namespace rushes::ui {

/// News inside the window, under the top bar: what happened, why, what to do, and a way to do it. Never a box in the way. One message
/// at a time; a newer one replaces an older of the same or less weight.
class MessageBar : public QWidget {
    Q_OBJECT
public:
    enum class Weight { news, warning, error };

    explicit MessageBar(QWidget* parent = nullptr);

    void tell(Weight weight, const QString& what, const QString& more = {}, const QString& action = {}, std::function<void()> act = {});
    void showError(const Error& error, const QString& action = {}, std::function<void()> act = {});
    void dismiss();
    QString words() const;
    /// The words of its button; empty when it has none or nothing is shown.
    QString actionWords() const { return isHidden() ? QString() : m_action->text(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Weight m_weight = Weight::news;
    QLabel* m_icon;
    QLabel* m_text;
    Button* m_action;
    std::function<void()> m_act;
    QTimer m_away; ///< plain news goes by itself
};

} // namespace rushes::ui
