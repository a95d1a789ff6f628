// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
// How the top view draws itself.
#include "app/studio/top_view.h"
#include "ui/bridge/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/paint.h"

#include <QPainterPath>
#include <QPolygonF>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::studio {

namespace token = ui::token;

namespace {

QPen dashes(const QColor& colour, double width) {
    QPen pen(colour, width);
    pen.setDashPattern({3, 3});
    return pen;
}

} // namespace

void TopView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    ui::fillRound(painter, rect(), token::window, token::radiusField, token::line);
    QPainterPath inside;
    inside.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), token::radiusField, token::radiusField);
    painter.setClipPath(inside);
    if (!m_scene) {
        painter.setPen(token::dim);
        painter.setFont(ui::font(ui::Face::small));
        painter.drawText(rect().adjusted(token::s12, 0, -token::s12, 0), Qt::AlignCenter | Qt::TextWordWrap, m_words);
        return;
    }
    paintGrid(painter);
    paintSet(painter);
    paintCamera(painter);
    paintPeople(painter);
}

/// One line a metre; one every five where metres would be too dense.
void TopView::paintGrid(QPainter& painter) const {
    const double step = m_scale < token::s12 ? 5 : 1;
    const glm::vec2 low = floorAt({0, 0}), high = floorAt(QPointF(width(), height()));
    painter.setPen(QPen(token::panel, token::hairline));
    for (double x = std::floor(low.x / step) * step; x < high.x; x += step) painter.drawLine(QLineF(at({float(x), low.y}), at({float(x), high.y})));
    for (double y = std::floor(low.y / step) * step; y < high.y; y += step) painter.drawLine(QLineF(at({low.x, float(y)}), at({high.x, float(y)})));
}

void TopView::paintSet(QPainter& painter) const {
    for (const auto& outline : m_scene->plan.outlines) {
        QPolygonF shape;
        for (const auto& point : outline.points) shape << at(point);
        painter.setPen(outline.opened ? dashes(token::faint, token::hairline) : QPen(outline.wall ? token::faint : token::clipEdge, token::hairline));
        painter.setBrush(outline.opened ? QColor(Qt::transparent) : outline.wall ? token::line : token::raised);
        painter.drawPolygon(shape);
    }
    for (std::size_t i = m_scene->people.size(); i < m_scene->plan.marks.size(); ++i) { // things of the prompt
        const auto& mark = m_scene->plan.marks[i];
        painter.setPen(QPen(token::dim, token::hairline));
        painter.setBrush(token::hover);
        const QPointF there = at(mark.path.front());
        painter.drawRect(QRectF(there.x() - token::s4, there.y() - token::s4, token::s8, token::s8));
        painter.setFont(ui::font(ui::Face::small));
        painter.drawText(there + QPointF(token::s8, token::s4), ui::qs(mark.name));
    }
}

void TopView::paintCamera(QPainter& painter) const {
    const glm::vec2 eye{m_eye.x, m_eye.z}, aim{m_target.x, m_target.z};
    const auto& path = m_scene->plan.camera;
    const double half = glm::radians(double(path.empty() ? 40 : path.front().horizontalAngle)) / 2;
    const double length = std::max(1.0, double(glm::distance(eye, aim)) * 1.3) * m_scale;
    const double heading = std::atan2(double(aim.y - eye.y), double(aim.x - eye.x));
    const QPointF from = at(eye);
    QPolygonF cone;
    cone << from << from + QPointF(std::cos(heading - half), std::sin(heading - half)) * length << from + QPointF(std::cos(heading + half), std::sin(heading + half)) * length;
    painter.setPen(Qt::NoPen);
    painter.setBrush(token::accentVeil);
    painter.drawPolygon(cone);
    QPolygonF way;
    for (const auto& mark : path) way << at(mark.eye);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(dashes(token::accent, token::selection));
    if (!m_dragged) painter.drawPolyline(way);
    painter.setPen(QPen(token::accent, token::hairline));
    const QPointF there = at(aim);
    painter.drawLine(there - QPointF(token::s4, 0), there + QPointF(token::s4, 0));
    painter.drawLine(there - QPointF(0, token::s4), there + QPointF(0, token::s4));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_hovered.part == Part::camera ? token::accentHover : token::accent);
    painter.drawEllipse(from, token::s4 + token::s2, token::s4 + token::s2);
    if (m_chosen.part == Part::camera || byHand({Part::camera, -1})) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(token::accent, m_chosen.part == Part::camera ? token::selection : token::hairline));
        painter.drawEllipse(from, token::s8 + token::s2, token::s8 + token::s2);
    }
}

void TopView::paintPeople(QPainter& painter) const {
    painter.setFont(ui::font(ui::Face::small));
    for (int i = 0; i < int(m_marks.size()); ++i) {
        const auto& mark = m_scene->plan.marks[std::size_t(i)];
        const QPointF there = at(m_marks[std::size_t(i)]);
        const glm::vec2 by = m_marks[std::size_t(i)] - mark.path.front();
        QPolygonF way;
        for (const auto& step : mark.path) way << at(step + by);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(dashes(token::text, token::hairline + 0.5));
        painter.drawPolyline(way);
        painter.setPen(QPen(token::text, token::selection));
        painter.drawLine(there, facingAt(i));
        const bool over = m_hovered.person == i || m_held.person == i, chosen = m_chosen.person == i;
        painter.setPen(Qt::NoPen);
        painter.setBrush(over ? token::hudText : token::text);
        painter.drawEllipse(there, token::s8 - 1, token::s8 - 1);
        const bool hand = byHand({Part::person, i});
        if (chosen || hand) { // a ring and, beside the name, a word
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(chosen ? token::accent : token::text, chosen ? token::selection : token::hairline));
            painter.drawEllipse(there, token::s8 + token::s2 + 1, token::s8 + token::s2 + 1);
        }
    }
    for (int i = 0; i < int(m_marks.size()); ++i) paintName(painter, i); // over all lines
}

/// On a dark ground, on the side that the person does not face.
void TopView::paintName(QPainter& painter, int person) const {
    const QString name = ui::qs(m_scene->people[std::size_t(person)]);
    const QString words = byHand({Part::person, person}) ? tr("%1, moved").arg(name) : name;
    const bool facesUp = std::cos(glm::radians(double(m_yaws[std::size_t(person)]))) < 0;
    const QPointF there = at(m_marks[std::size_t(person)]);
    const double width = painter.fontMetrics().horizontalAdvance(words) + token::s8, top = facesUp ? there.y() + token::s12 : there.y() - token::s12 - token::smallLine;
    const QRectF ground(there.x() - width / 2, top, width, token::smallLine);
    ui::fillRound(painter, ground, token::tagBack, token::radiusSmall);
    painter.setPen(token::dim);
    painter.drawText(ground, Qt::AlignCenter, words);
}

} // namespace rushes::studio
