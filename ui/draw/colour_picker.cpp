// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/draw/colour_picker.h"

#include "ui/widgets/paint.h"

#include <QMouseEvent>

#include <algorithm>
#include <map>

namespace rushes::ui {

namespace {

constexpr int squareHeight = 140, side = 22, gap = token::s4;

} // namespace

ColourPicker::ColourPicker(QWidget* parent) : QWidget(parent) {
    setFixedHeight(squareHeight);
    setAccessibleName(tr("Colour"));
    setToolTip(tr("The colour: drag in the square and the strip. Alt and a click, or the right button, takes one from the picture"));
}

QRect ColourPicker::square() const { return {0, 0, width() - token::s24 - token::s8, height()}; }
QRect ColourPicker::strip() const { return {width() - token::s24, 0, token::s24, height()}; }

QColor ColourPicker::colour() const { return QColor::fromHsvF(float(std::min(m_hue, 0.9999)), float(m_saturation), float(m_value)).toRgb(); }

void ColourPicker::showColour(const QColor& colour) {
    if (colour.rgb() == this->colour().rgb()) return;
    if (colour.hsvHueF() >= 0) {
        m_hue = double(colour.hsvHueF());
        m_squareImage = {};
    }
    m_saturation = double(colour.hsvSaturationF());
    m_value = double(colour.valueF());
    update();
}

void ColourPicker::resizeEvent(QResizeEvent*) { m_squareImage = m_stripImage = {}; }

void ColourPicker::paintEvent(QPaintEvent*) {
    const QRect box = square(), hues = strip();
    if (m_squareImage.isNull()) {
        m_squareImage = QImage(box.size(), QImage::Format_RGB32);
        for (int y = 0; y < box.height(); ++y)
            for (int x = 0; x < box.width(); ++x)
                m_squareImage.setPixel(x, y, QColor::fromHsvF(float(std::min(m_hue, 0.9999)), float(x) / float(box.width() - 1), 1 - float(y) / float(box.height() - 1)).rgb());
    }
    if (m_stripImage.isNull()) {
        m_stripImage = QImage(1, hues.height(), QImage::Format_RGB32);
        for (int y = 0; y < hues.height(); ++y) m_stripImage.setPixel(0, y, QColor::fromHsvF(std::min(float(y) / float(hues.height()), 0.9999f), 0.85f, 0.9f).rgb());
    }
    QPainter painter(this);
    painter.drawImage(box, m_squareImage);
    painter.drawImage(hues, m_stripImage);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF at(box.left() + m_saturation * (box.width() - 1), box.top() + (1 - m_value) * (box.height() - 1));
    painter.setPen(QPen(token::shade, 3));
    painter.drawEllipse(at, token::dot, token::dot);
    painter.setPen(QPen(token::hudText, 1.5));
    painter.drawEllipse(at, token::dot, token::dot);
    const double y = hues.top() + m_hue * hues.height();
    painter.setPen(QPen(token::shade, 4));
    painter.drawLine(QPointF(hues.left(), y), QPointF(hues.right(), y));
    painter.setPen(QPen(token::hudText, 2));
    painter.drawLine(QPointF(hues.left(), y), QPointF(hues.right(), y));
}

void ColourPicker::mousePressEvent(QMouseEvent* event) {
    m_inStrip = event->position().x() > square().right();
    drag(event->position());
}

void ColourPicker::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) drag(event->position());
}

void ColourPicker::drag(const QPointF& at) {
    if (m_inStrip) {
        m_hue = std::clamp(at.y() / height(), 0.0, 0.9999);
        m_squareImage = {};
    } else {
        m_saturation = std::clamp(at.x() / (square().width() - 1), 0.0, 1.0);
        m_value = 1 - std::clamp(at.y() / (square().height() - 1), 0.0, 1.0);
    }
    update();
    Q_EMIT chosen(colour());
}

Swatches::Swatches(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Palette"));
    setToolTip(tr("Colours of the picture; press one to paint with it"));
}

void Swatches::setColours(std::vector<QColor> colours) {
    m_colours = std::move(colours);
    resizeEvent(nullptr);
    update();
}

int Swatches::columns() const { return std::max(1, (width() + gap) / (side + gap)); }

QRect Swatches::place(int index) const { return {index % columns() * (side + gap), index / columns() * (side + gap), side, side}; }

void Swatches::resizeEvent(QResizeEvent*) { setFixedHeight(m_colours.empty() ? 0 : place(int(m_colours.size()) - 1).bottom() + 1); }

void Swatches::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (int i = 0; i < int(m_colours.size()); ++i) fillRound(painter, place(i), m_colours[std::size_t(i)], token::radiusSmall, token::line);
}

void Swatches::mousePressEvent(QMouseEvent* event) {
    for (int i = 0; i < int(m_colours.size()); ++i)
        if (place(i).contains(event->position().toPoint())) Q_EMIT chosen(m_colours[std::size_t(i)]);
}

std::vector<QColor> paletteOf(const QImage& picture, int count) {
    if (picture.isNull()) return {};
    const QImage small = picture.scaled(96, 54, Qt::IgnoreAspectRatio, Qt::FastTransformation).convertToFormat(QImage::Format_RGB32);
    std::map<int, std::array<int, 4>> bins; // of 4 bits a channel: sums and how many
    for (int y = 0; y < small.height(); ++y)
        for (int x = 0; x < small.width(); ++x) {
            const QRgb pixel = small.pixel(x, y);
            auto& bin = bins[qRed(pixel) / 16 * 256 + qGreen(pixel) / 16 * 16 + qBlue(pixel) / 16];
            bin[0] += qRed(pixel), bin[1] += qGreen(pixel), bin[2] += qBlue(pixel), ++bin[3];
        }
    std::vector<std::array<int, 4>> sorted;
    for (const auto& [key, bin] : bins) sorted.push_back(bin);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a[3] > b[3]; });
    std::vector<QColor> out;
    for (const auto& bin : sorted) {
        const QColor colour(bin[0] / bin[3], bin[1] / bin[3], bin[2] / bin[3]);
        const bool near = std::any_of(out.begin(), out.end(), [&](const QColor& other) {
            return std::abs(other.red() - colour.red()) + std::abs(other.green() - colour.green()) + std::abs(other.blue() - colour.blue()) < 48;
        });
        if (!near) out.push_back(colour);
        if (int(out.size()) == count) break;
    }
    return out;
}

} // namespace rushes::ui
