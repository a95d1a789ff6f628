// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/draw/brush_panel.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace rushes::ui {

namespace {

using brush::BrushKind;

constexpr BrushKind kinds[] = {BrushKind::pencil, BrushKind::ink, BrushKind::marker, BrushKind::gouache, BrushKind::air, BrushKind::eraser};
constexpr int aRow = 3;
constexpr std::size_t ofPicture = 12; ///< colours of the palette; a painter's box follows

QString wordOf(BrushKind kind) {
    switch (kind) {
    case BrushKind::pencil: return BrushPanel::tr("Pencil");
    case BrushKind::ink: return BrushPanel::tr("Ink");
    case BrushKind::marker: return BrushPanel::tr("Marker");
    case BrushKind::gouache: return BrushPanel::tr("Gouache");
    case BrushKind::air: return BrushPanel::tr("Airbrush");
    case BrushKind::eraser: return BrushPanel::tr("Eraser");
    }
    return {};
}

Label* heading(const QString& text) { return new Label(text, Face::small, token::dim); }

} // namespace

BrushPanel::BrushPanel(QWidget* parent)
    : QWidget(parent), m_first(new Segmented(true)), m_second(new Segmented(true)), m_size(new ValueSlider(tr("Size"), brush::kSmallestRadius, brush::kLargestRadius, true)),
      m_opacity(new ValueSlider(tr("Opacity"), 0.02, 1, false)), m_picker(new ColourPicker), m_palette(new Swatches),
      m_undo(new IconButton(QStringLiteral("undo"), tr("Take the last stroke back (Ctrl+Z)"))), m_redo(new IconButton(QStringLiteral("redo"), tr("Paint it again (Ctrl+Shift+Z)"))),
      m_clear(new IconButton(QStringLiteral("trash"), tr("Take all paint off; Ctrl+Z brings it back"))), m_fit(new IconButton(QStringLiteral("fit"), tr("See all of it (0)"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(token::s12, token::s12, token::s12, token::s12);
    column->setSpacing(token::s8);
    column->addWidget(heading(tr("Brush")));
    column->addWidget(makeTools());
    column->addWidget(m_size);
    column->addWidget(m_opacity);
    column->addSpacing(token::s4);
    column->addWidget(heading(tr("Colour")));
    column->addWidget(m_picker);
    column->addWidget(m_palette);
    column->addSpacing(token::s4);
    column->addWidget(heading(tr("Layers, as they are seen and saved")));
    column->addWidget(makeLayers());
    column->addStretch(1);
    m_size->setToolTip(tr("How wide the brush is at full pressure ([ and ], or Ctrl and the wheel)"));
    m_opacity->setToolTip(tr("How much the paint covers"));
    connect(m_size, &ValueSlider::dragged, this, [this](double value) {
        auto tip = m_tip;
        tip.radius = float(value);
        take(tip);
    });
    connect(m_opacity, &ValueSlider::dragged, this, [this](double value) {
        auto tip = m_tip;
        tip.opacity = float(value);
        take(tip);
    });
    connect(m_picker, &ColourPicker::chosen, this, &BrushPanel::setColour);
    connect(m_palette, &Swatches::chosen, this, &BrushPanel::setColour);
    connect(m_undo, &QAbstractButton::clicked, this, &BrushPanel::undoWanted);
    connect(m_redo, &QAbstractButton::clicked, this, &BrushPanel::redoWanted);
    connect(m_clear, &QAbstractButton::clicked, this, &BrushPanel::clearWanted);
    connect(m_fit, &QAbstractButton::clicked, this, &BrushPanel::fitWanted);
    setHistory(false, false);
    restore();
}

BrushPanel::~BrushPanel() {
    QSettings settings;
    settings.setValue(QStringLiteral("draw/brush"), int(m_tip.kind == BrushKind::eraser ? m_before : m_tip.kind));
    settings.setValue(QStringLiteral("draw/radius"), m_tip.radius);
    settings.setValue(QStringLiteral("draw/opacity"), m_tip.opacity);
    settings.setValue(QStringLiteral("draw/colour"), m_picker->colour().name());
}

void BrushPanel::restore() {
    const QSettings settings;
    brush::BrushTip tip;
    const int kind = settings.value(QStringLiteral("draw/brush"), int(BrushKind::ink)).toInt();
    tip.kind = kinds[std::clamp(kind, 0, int(std::size(kinds)) - 1)];
    tip.radius = brush::nextRadius(settings.value(QStringLiteral("draw/radius"), 6).toFloat(), 0);
    tip.opacity = std::clamp(settings.value(QStringLiteral("draw/opacity"), 1).toFloat(), 0.02f, 1.0f);
    const QColor colour(settings.value(QStringLiteral("draw/colour"), QStringLiteral("#1f2430")).toString());
    m_picker->showColour(colour);
    tip.colour = {float(colour.redF()), float(colour.greenF()), float(colour.blueF())};
    m_before = tip.kind;
    take(tip);
}

QWidget* BrushPanel::makeTools() {
    auto* tools = new QWidget;
    auto* column = new QVBoxLayout(tools);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(token::s4);
    Segmented* rows[] = {m_first, m_second};
    for (int row = 0; row < 2; ++row) {
        QStringList words;
        for (int i = 0; i < aRow; ++i) words << wordOf(kinds[row * aRow + i]);
        rows[row]->setSegments(words);
        connect(rows[row], &Segmented::chosen, this, [this, row](int index) { setKind(kinds[row * aRow + index]); });
        column->addWidget(rows[row]);
    }
    m_second->setTip(2, tr("Takes paint away (E); the eraser's end of a pen does too"));
    return tools;
}

QWidget* BrushPanel::makeLayers() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(token::s12);
    const QString words[] = {tr("Lines"), tr("Paint"), tr("Ground")};
    const QString tips[] = {tr("The stage's ink over the paint"), tr("What you paint; it is always saved"), tr("What lies under the paint: the stage's frame, or the last painting; white without it")};
    for (int i = 0; i < PaintCanvas::layers; ++i) {
        auto* button = m_layers[std::size_t(i)] = new Button(words[i], Button::Kind::text);
        button->setFace(Face::small);
        button->setCheckable(true);
        button->setChecked(i != PaintCanvas::lines);
        button->setToolTip(tips[i]);
        connect(button, &QAbstractButton::toggled, this, [this, i](bool on) { Q_EMIT shownChanged(PaintCanvas::Layer(i), on); });
        row->addWidget(button);
    }
    row->addStretch(1);
    for (auto* button : {m_undo, m_redo, m_clear, m_fit}) row->addWidget(button);
    return box;
}

void BrushPanel::take(const brush::BrushTip& tip) {
    m_tip = tip;
    const int at = int(std::find(std::begin(kinds), std::end(kinds), tip.kind) - std::begin(kinds));
    m_first->setCurrent(at < aRow ? at : -1);
    m_second->setCurrent(at < aRow ? -1 : at - aRow);
    const double wide = 2.0 * double(tip.radius);
    m_size->showValue(double(tip.radius), wide < 10 ? tr("%1 px").arg(wide, 0, 'f', 1) : tr("%1 px").arg(wide, 0, 'f', 0));
    m_opacity->showValue(double(tip.opacity), tr("%1 %").arg(int(tip.opacity * 100 + 0.5f)));
    Q_EMIT tipChanged(m_tip);
}

void BrushPanel::setKind(BrushKind kind) {
    if (m_tip.kind != BrushKind::eraser) m_before = m_tip.kind;
    auto tip = m_tip;
    tip.kind = kind;
    take(tip);
}

void BrushPanel::toggleEraser() { setKind(m_tip.kind == BrushKind::eraser ? m_before : BrushKind::eraser); }

void BrushPanel::stepSize(int steps) {
    auto tip = m_tip;
    tip.radius = brush::nextRadius(tip.radius, steps);
    take(tip);
}

/// A colour is wanted to paint with: the eraser is laid down.
void BrushPanel::setColour(const QColor& colour) {
    m_picker->showColour(colour);
    auto tip = m_tip;
    tip.colour = {float(colour.redF()), float(colour.greenF()), float(colour.blueF())};
    if (tip.kind == BrushKind::eraser) tip.kind = m_before;
    take(tip);
}

void BrushPanel::setPalette(std::vector<QColor> colours) {
    static const char* const pigments[] = {"#1b1b1d", "#ffffff", "#c0392b", "#e08a3c", "#ecc94b", "#7da650", "#2f6b4f", "#4a90b8", "#27406b", "#6b4a86", "#b5677d", "#7a5236"};
    colours.resize(std::min<std::size_t>(colours.size(), ofPicture));
    for (const char* pigment : pigments) colours.emplace_back(QLatin1String(pigment));
    m_palette->setColours(std::move(colours));
}

void BrushPanel::setHistory(bool undo, bool redo) {
    m_undo->setEnabled(undo);
    m_redo->setEnabled(redo);
}

void BrushPanel::setShown(PaintCanvas::Layer layer, bool shown) { m_layers[layer]->setChecked(shown); }

void BrushPanel::setLinesAvailable(bool available) { m_layers[PaintCanvas::lines]->setVisible(available); }

} // namespace rushes::ui
