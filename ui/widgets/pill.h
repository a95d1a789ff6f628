// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHBoxLayout>
#include <QWidget>

namespace rushes::ui {

/// A thin bar that fills, amber on dark. Moves when its value does; nothing else.
class ProgressLine : public QWidget {
    Q_OBJECT
public:
    explicit ProgressLine(QWidget* parent = nullptr);
    void setFraction(double fraction);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_fraction = 0;
};

/// A raised capsule in the top bar: the queue, the offline badge. A pill with somewhere to go reacts to the mouse.
class Pill : public QWidget {
    Q_OBJECT
public:
    explicit Pill(bool pressable, QWidget* parent = nullptr);
    QHBoxLayout* row() const { return m_row; }

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    bool m_pressable;
    QHBoxLayout* m_row;
};

/// A small disc of one colour: stands beside the words that say the same.
class Dot : public QWidget {
    Q_OBJECT
public:
    explicit Dot(const QColor& colour, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor m_colour;
};

} // namespace rushes::ui
