// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace rushes::studio {

/// A way to begin: icon, what it does, one sentence. The first one wears the amber edge.
class ActionCard : public QAbstractButton {
    Q_OBJECT
public:
    ActionCard(const QString& icon, const QString& title, const QString& sentence, bool main, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_icon, m_sentence;
    bool m_main;
};

/// A film of before: its picture, title, size and day.
class FilmCard : public QAbstractButton {
    Q_OBJECT
public:
    FilmCard(const QString& picture, const QString& title, const QString& line, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QImage m_picture;
    QString m_line;
};

} // namespace rushes::studio
