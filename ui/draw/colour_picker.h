// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QImage>
#include <QWidget>

#include <vector>

namespace rushes::ui {

/// A colour by hand: saturation and value in a square, hue in a strip beside it.
class ColourPicker : public QWidget {
    Q_OBJECT
public:
    explicit ColourPicker(QWidget* parent = nullptr);

    /// Shows a colour without telling anyone. Greys keep the hue that was chosen.
    void showColour(const QColor& colour);
    QColor colour() const;
    QRect square() const;
    QRect strip() const;

Q_SIGNALS:
    void chosen(const QColor& colour);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void drag(const QPointF& at);

    double m_hue = 0.08, m_saturation = 0.7, m_value = 0.6;
    bool m_inStrip = false;
    QImage m_squareImage, m_stripImage; ///< null: to be drawn
};

/// Small fields of colour to press.
class Swatches : public QWidget {
    Q_OBJECT
public:
    explicit Swatches(QWidget* parent = nullptr);

    void setColours(std::vector<QColor> colours);
    const std::vector<QColor>& colours() const { return m_colours; }
    QRect place(int index) const;

Q_SIGNALS:
    void chosen(const QColor& colour);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int columns() const;
    std::vector<QColor> m_colours;
};

/// Colours that stand for a picture, at most `count`, the commonest first; none are near each other.
std::vector<QColor> paletteOf(const QImage& picture, int count);

} // namespace rushes::ui
