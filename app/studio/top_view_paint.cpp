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
    paintThings(painter);
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
    const auto& outlines = m_scene->plan.outlines;
    for (std::size_t i = 0; i < outlines.size(); ++i) {
        if (std::find(m_outlines.begin(), m_outlines.end(), int(i)) != m_outlines.end()) continue; // can be moved, and is drawn where it is now
        const auto& outline = outlines[i];
        QPolygonF shape;
        for (const auto& point : outline.points) shape << at(point);
        painter.setPen(outline.opened ? dashes(token::faint, token::hairline) : QPen(outline.wall ? token::faint : token::clipEdge, token::hairline));
        painter.setBrush(outline.opened ? QColor(Qt::transparent) : outline.wall ? token::line : token::raised);
        painter.drawPolygon(shape);
    }
}

/// The set's things quiet, those of the prompt with a light edge and their names; what is chosen, under the mouse or moved says so.
void TopView::paintThings(QPainter& painter) const {
    for (int i = 0; i < int(m_things.size()); ++i) {
        const Taken what = Taken::thing(i);
        const bool ofSet = m_scene->things[std::size_t(i)].ofSet, hand = byHand(*m_scene, what), picked = m_chosen.what == what;
        if (m_outlines[std::size_t(i)] < 0 && ofSet && !hand) continue;
        if (!ofSet || hand) paintWays(painter, what);
        painter.setBrush(isOver(what) ? token::hover : token::raised);
        painter.setPen(QPen(picked ? token::accent : hand ? token::text : ofSet ? token::clipEdge : token::dim, picked || hand ? token::selection : token::hairline));
        painter.drawPolygon(outlineOf(i));
        if (!picked) continue;
        painter.setPen(QPen(token::accent, token::hairline));
        painter.drawLine(at(shown(what).at), facingAt(what));
        painter.setPen(Qt::NoPen);
        painter.setBrush(token::accent);
        painter.drawEllipse(facingAt(what), token::s4, token::s4);
    }
    painter.setFont(ui::font(ui::Face::small));
    for (int i = 0; i < int(m_things.size()); ++i) {
        const Taken what = Taken::thing(i);
        if (!m_scene->things[std::size_t(i)].ofSet || byHand(*m_scene, what) || isOver(what) || m_chosen.what == what) paintName(painter, what);
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
    if (m_chosen.part == Part::camera || isByHand({Part::camera})) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(token::accent, m_chosen.part == Part::camera ? token::selection : token::hairline));
        painter.drawEllipse(from, token::s8 + token::s2, token::s8 + token::s2);
    }
}

/// Ways with their points; through keys the way as it is walked, with a lozenge at each.
void TopView::paintWays(QPainter& painter, const Taken& what) const {
    const Shown& one = shown(what);
    const bool picked = m_chosen.what == what;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(dashes(token::text, token::hairline + 0.5));
    QPolygonF walked;
    if (!one.keys.empty()) {
        for (const auto& point : m_scene->actors[std::size_t(what.index)].track) walked << at(point);
        if (m_dragged && m_held.what == what) walked.clear();
    }
    painter.drawPolyline(walked);
    for (std::size_t way = 0; way < one.ways.size(); ++way) {
        QPolygonF line;
        for (const auto& point : lineOf(what, way)) line << at(point);
        painter.drawPolyline(line);
    }
    const auto isChosen = [&](Part part, std::size_t way, std::size_t point) { return picked && m_chosen.part == part && (part == Part::key || m_chosen.way == int(way)) && m_chosen.point == int(point); };
    painter.setPen(QPen(token::window, token::hairline));
    for (std::size_t way = 0; way < one.ways.size(); ++way)
        for (std::size_t i = 0; i < one.ways[way].size(); ++i) {
            painter.setBrush(isChosen(Part::point, way, i) ? token::accent : token::text);
            painter.drawEllipse(at(one.ways[way][i]), token::s4, token::s4);
        }
    for (std::size_t i = 0; i < one.keys.size(); ++i) {
        const QPointF there = at(one.keys[i]);
        const double r = token::s4 + token::s2;
        painter.setBrush(isChosen(Part::key, 0, i) ? token::accent : token::text);
        painter.drawPolygon(QPolygonF({there + QPointF(0, -r), there + QPointF(r, 0), there + QPointF(0, r), there + QPointF(-r, 0)}));
    }
}

void TopView::paintPeople(QPainter& painter) const {
    for (int i = 0; i < int(m_people.size()); ++i) {
        const Taken what = Taken::person(i);
        const QPointF there = at(shown(what).at);
        paintWays(painter, what);
        painter.setPen(QPen(token::text, token::selection));
        painter.drawLine(there, facingAt(what));
        const bool picked = m_chosen.what == what;
        painter.setPen(Qt::NoPen);
        painter.setBrush(isOver(what) ? token::hudText : token::text);
        painter.drawEllipse(there, token::s8 - 1, token::s8 - 1);
        if (picked || byHand(*m_scene, what)) { // a ring and, beside the name, a word
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(picked ? token::accent : token::text, picked ? token::selection : token::hairline));
            painter.drawEllipse(there, token::s8 + token::s2 + 1, token::s8 + token::s2 + 1);
        }
    }
    painter.setFont(ui::font(ui::Face::small));
    for (int i = 0; i < int(m_people.size()); ++i) paintName(painter, Taken::person(i)); // over all lines
}

/// On a dark ground, on the side that is not faced.
void TopView::paintName(QPainter& painter, const Taken& what) const {
    std::string key = keyOf(*m_scene, what);
    if (what.isThing() && key.starts_with("set ")) key.erase(0, 4);
    const QString name = ui::qs(key);
    const QString words = isKeyed(*m_scene, what) ? tr("%1, keyed").arg(name) : byHand(*m_scene, what) ? tr("%1, moved").arg(name) : name;
    const bool facesUp = std::cos(glm::radians(double(shown(what).yaw))) < 0;
    const QPointF there = at(shown(what).at);
    const double width = painter.fontMetrics().horizontalAdvance(words) + token::s8, top = facesUp ? there.y() + token::s12 : there.y() - token::s12 - token::smallLine;
    const QRectF ground(there.x() - width / 2, top, width, token::smallLine);
    ui::fillRound(painter, ground, token::tagBack, token::radiusSmall);
    painter.setPen(token::dim);
    painter.drawText(ground, Qt::AlignCenter, words);
}

} // namespace rushes::studio
