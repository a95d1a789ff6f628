// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/brush/brush_tip.h"
#include "ui/draw/colour_picker.h"
#include "ui/draw/paint_canvas.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/value_slider.h"

#include <QWidget>

namespace rushes::ui {

/// What is held in the hand: brush, size, opacity, colour; which layers are seen; the strokes' undo. It is remembered from one painting to the
/// next.
class BrushPanel : public QWidget {
    Q_OBJECT
public:
    explicit BrushPanel(QWidget* parent = nullptr);
    ~BrushPanel() override;

    const brush::BrushTip& tip() const { return m_tip; }
    void setKind(brush::BrushKind kind);
    /// Between the eraser and the brush that was held before.
    void toggleEraser();
    void stepSize(int steps);
    void setColour(const QColor& colour);
    void setPalette(std::vector<QColor> colours);
    void setHistory(bool undo, bool redo);
    void setShown(PaintCanvas::Layer layer, bool shown);
    /// Whether there is ink of the stage to show.
    void setLinesAvailable(bool available);
    Button* layerButton(PaintCanvas::Layer layer) const { return m_layers[layer]; }
    IconButton* undoButton() const { return m_undo; }
    IconButton* redoButton() const { return m_redo; }
    Swatches* palette() const { return m_palette; }

Q_SIGNALS:
    void tipChanged(const rushes::brush::BrushTip& tip);
    void shownChanged(rushes::ui::PaintCanvas::Layer layer, bool shown);
    void undoWanted();
    void redoWanted();
    void clearWanted();
    void fitWanted();

private:
    QWidget* makeTools();
    QWidget* makeLayers();
    void take(const brush::BrushTip& tip);
    void restore();

    brush::BrushTip m_tip;
    brush::BrushKind m_before = brush::BrushKind::ink; ///< the eraser
    Segmented *m_first, *m_second; ///< the kinds in two rows
    ValueSlider *m_size, *m_opacity;
    ColourPicker* m_picker;
    Swatches* m_palette;
    std::array<Button*, PaintCanvas::layers> m_layers{};
    IconButton *m_undo, *m_redo, *m_clear, *m_fit;
};

} // namespace rushes::ui
