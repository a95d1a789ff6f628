// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace rushes::ui {

/// A value between two ends that is dragged: its name left, the value right, filled as far as it goes. Even steps of the mouse are even
/// factors where `byFactor` is set, for sizes.
class ValueSlider : public QWidget {
    Q_OBJECT
public:
    ValueSlider(const QString& name, double least, double most, bool byFactor, QWidget* parent = nullptr);

    /// Shows a value without telling anyone; `words` is how it reads.
    void showValue(double value, const QString& words);
    double value() const { return m_value; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void dragged(double value);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    double shareOf(double value) const;
    void setShare(double share);

    QString m_name, m_words;
    double m_least, m_most, m_value;
    bool m_byFactor;
};

} // namespace rushes::ui
