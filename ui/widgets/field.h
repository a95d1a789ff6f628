// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/fonts.h"

#include <QLineEdit>
#include <QMenu>
#include <QWidget>

#include <functional>

namespace rushes::ui {

/// A value on a raised ground that opens a menu of choices: shot size, angle, move. Left the value, right a dim detail.
class ChoiceField : public QWidget {
    Q_OBJECT
public:
    struct Choice {
        QString key;  ///< what is stored; "" is "as the prompt says"
        QString word; ///< what is shown
        QString hint; ///< small, right of it in the menu
    };
    explicit ChoiceField(const QString& name, QWidget* parent = nullptr);

    void setChoices(std::vector<Choice> choices);
    /// Shows a value; a key that is not among the choices is shown as itself.
    void setCurrent(const QString& key);
    const QString& current() const { return m_key; }
    /// What is shown, dim, when nothing is chosen ("Medium, from the prompt").
    void setUnset(const QString& words);
    void setDetail(const QString& detail);
    void setFace(Face face);
    /// An own entry at the end of the menu.
    void setExtra(const QString& word, std::function<void()> action);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString& key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void openMenu();
    void step(int by);
    QString shown() const;

    QString m_name, m_key, m_unset, m_detail, m_extraWord;
    std::function<void()> m_extra;
    std::vector<Choice> m_choices;
    Face m_face = Face::text;
};

/// A value that is typed: seed, lens. A dim name stands left when `name` is given. Emits `entered` on Return or when focus leaves,
/// only when it changed; Escape puts the old value back.
class TextField : public QLineEdit {
    Q_OBJECT
public:
    explicit TextField(const QString& name, Face face = Face::mono, QWidget* parent = nullptr);

    /// Shows a value without telling anyone.
    void showValue(const QString& value);
    QSize sizeHint() const override;

Q_SIGNALS:
    void entered(const QString& value);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void commit();

    QString m_name, m_known;
};

} // namespace rushes::ui
