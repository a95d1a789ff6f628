// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/studio/top_view.h"

#include "ui/bridge/words.h"
#include "ui/theme/tokens.h"

#include <QPolygonF>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::studio {

namespace token = ui::token;

namespace {

constexpr double leastScale = 2, mostScale = 200; ///< pixels a metre
constexpr float roomAround = 0.8f;                ///< metres
constexpr int reachPixels = 11;                   ///< pixels about a point that still take hold of it

double nearTo(const QPointF& there, const QPointF& point) { return QLineF(there, point).length(); }

} // namespace

TopView::TopView(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
    setMinimumHeight(token::topViewHeight);
    setAccessibleName(tr("Top view"));
    setToolTip(tr("Drag people, things, the way they face, points of a way, the camera or its aim. Double click a way to give it a point, what was moved to give it back to the "
                  "prompt. Arrows nudge, [ and ] turn, Shift+K keys the chosen person"));
}

QSize TopView::sizeHint() const { return {token::inspectorWidth, token::topViewHeight}; }

void TopView::setWords(const QString& words) {
    m_words = words;
    m_scene.reset();
    m_held = m_hovered = m_chosen = {};
    update();
}

void TopView::setScene(std::shared_ptr<const StagedScene> scene) {
    if (m_dragged) return; // the answer to what was before; the one to this comes when the mouse lets go
    const auto before = std::exchange(m_scene, std::move(scene));
    const Taken chosen = m_chosen.what;
    const std::string key = before && chosen ? keyOf(*before, chosen) : std::string();
    m_words.clear();
    m_held = m_hovered = {};
    if (chosen) m_chosen.what = studio::find(*m_scene, chosen.kind, key);
    if (chosen && !m_chosen.what) m_chosen = {};
    showScene(*m_scene);
    const auto gone = [&](const Hit& what) {
        if (what.part == Part::point) return what.way >= int(shown(what.what).ways.size()) || what.point >= int(shown(what.what).ways[std::size_t(what.way)].size());
        return what.part == Part::key && what.point >= int(shown(what.what).keys.size());
    };
    if (gone(m_chosen)) m_chosen = {Part::body, m_chosen.what};
    if (m_fitted) fit();
    update();
}

void TopView::showScene(const StagedScene& scene) {
    m_people.clear();
    m_things.clear();
    m_outlines.assign(scene.things.size(), -1);
    for (int i = 0; i < int(scene.people.size()); ++i) {
        const Taken what = Taken::person(i);
        Shown one{placeOf(scene, what, m_seconds), studio::yawOf(scene, what, m_seconds), scene.actors[std::size_t(i)].ways, {}};
        if (isKeyed(scene, what)) {
            one.ways.clear(); // goes by its keys
            for (const auto& key : scene.hand.people.at(scene.people[std::size_t(i)])) one.keys.push_back(key.at);
        }
        m_people.push_back(std::move(one));
    }
    for (std::size_t i = 0; i < scene.things.size(); ++i) {
        const auto& thing = scene.things[i];
        m_things.push_back({{thing.position.x, thing.position.z}, thing.yaw, thing.ways, {}});
        for (std::size_t k = 0; k < scene.plan.outlines.size(); ++k)
            if (scene.plan.outlines[k].object == thing.object && scene.plan.outlines[k].points.size() > 2) m_outlines[i] = int(k);
    }
    m_eye = scene.eye;
    m_target = scene.target;
}

void TopView::setSeconds(double seconds) {
    if (seconds == m_seconds) return;
    m_seconds = seconds;
    if (!m_scene || m_dragged) return;
    for (int i = 0; i < int(m_people.size()); ++i) {
        if (!isKeyed(*m_scene, Taken::person(i))) continue;
        m_people[std::size_t(i)].at = placeOf(*m_scene, Taken::person(i), seconds);
        m_people[std::size_t(i)].yaw = studio::yawOf(*m_scene, Taken::person(i), seconds);
    }
    update();
}

void TopView::setChosen(const Taken& what) {
    if (m_chosen.what == what) return;
    m_chosen = what ? Hit{Part::body, what} : Hit{};
    update();
}

void TopView::fit() {
    m_fitted = true;
    if (!m_scene) return;
    glm::vec2 low{m_eye.x, m_eye.z}, high = low;
    const auto hold = [&](const glm::vec2& point) {
        low = glm::min(low, point);
        high = glm::max(high, point);
    };
    for (const auto& mark : m_scene->plan.marks)
        for (const auto& point : mark.path) hold(point);
    for (const auto& camera : m_scene->plan.camera) hold(camera.eye);
    const glm::vec2 size = high - low + 2 * roomAround;
    m_scale = std::clamp(std::min((width() - token::s24) / double(size.x), (height() - token::s24) / double(size.y)), leastScale, mostScale / 2);
    const glm::vec2 middle = (low + high) * 0.5f;
    m_middle = {middle.x, middle.y};
    update();
}

QPointF TopView::at(const glm::vec2& floor) const { return {width() / 2.0 + (floor.x - m_middle.x()) * m_scale, height() / 2.0 + (floor.y - m_middle.y()) * m_scale}; }

glm::vec2 TopView::floorAt(const QPointF& point) const {
    return {float((point.x() - width() / 2.0) / m_scale + m_middle.x()), float((point.y() - height() / 2.0) / m_scale + m_middle.y())};
}

QPointF TopView::personAt(const std::string& who) const {
    const Taken what = m_scene ? studio::find(*m_scene, Taken::Kind::person, who) : Taken{};
    return what ? at(shown(what).at) : QPointF();
}

QPointF TopView::thingAt(const std::string& key) const {
    const Taken what = m_scene ? studio::find(*m_scene, Taken::Kind::thing, key) : Taken{};
    return what ? at(shown(what).at) : QPointF();
}

QPointF TopView::pointAt(const Taken& what, int way, int point) const { return at(shown(what).ways[std::size_t(way)][std::size_t(point)]); }

QPointF TopView::keyAt(const std::string& who, int key) const { return at(shown(studio::find(*m_scene, Taken::Kind::person, who)).keys[std::size_t(key)]); }

/// The tip of the line that says where somebody faces: yaw 0 is down the page, 90 to the right. A thing's stands clear of its outline.
QPointF TopView::facingAt(const Taken& what) const {
    const double yaw = glm::radians(double(shown(what).yaw));
    const QPointF way(std::sin(yaw), std::cos(yaw)), there = at(shown(what).at);
    double reach = token::s16 + token::s4;
    if (what.isThing())
        for (const auto& corner : outlineOf(what.index)) reach = std::max(reach, QPointF::dotProduct(corner - there, way) + token::s8);
    return there + way * reach;
}

std::vector<glm::vec2> TopView::lineOf(const Taken& what, std::size_t way) const {
    const auto& ways = shown(what).ways;
    const auto seatOf = [&](std::size_t i) -> std::optional<glm::vec2> {
        if (!what.isPerson() || i >= m_scene->actors[std::size_t(what.index)].seats.size()) return std::nullopt;
        return m_scene->actors[std::size_t(what.index)].seats[i];
    };
    std::vector<glm::vec2> line{shown(what).at};
    for (std::size_t i = 0; i < way; ++i) {
        if (seatOf(i)) line = {*seatOf(i)};
        else if (!ways[i].empty()) line = {ways[i].back()};
    }
    line.insert(line.end(), ways[way].begin(), ways[way].end());
    if (seatOf(way)) line.push_back(*seatOf(way));
    return line;
}

/// A thing from above, where and as it is shown.
QPolygonF TopView::outlineOf(int thing) const {
    const auto i = std::size_t(thing);
    QPolygonF shape;
    if (m_outlines[i] < 0) {
        const QPointF there = at(m_things[i].at);
        return QPolygonF(QRectF(there.x() - token::s4, there.y() - token::s4, token::s8, token::s8));
    }
    const auto& was = m_scene->things[i];
    const float by = glm::radians(m_things[i].yaw - was.yaw), c = std::cos(by), s = std::sin(by);
    for (const auto& point : m_scene->plan.outlines[std::size_t(m_outlines[i])].points) {
        const glm::vec2 d = point - glm::vec2(was.position.x, was.position.z);
        shape << at(m_things[i].at + glm::vec2(c * d.x + s * d.y, c * d.y - s * d.x));
    }
    return shape;
}

TopView::Hit TopView::hitPerson(const QPointF& point, double reach) const {
    for (int i = int(m_people.size()) - 1; i >= 0; --i) {
        if (nearTo(at(m_people[std::size_t(i)].at), point) <= reach) return {Part::body, Taken::person(i)};
        if (reach < reachPixels && nearTo(facingAt(Taken::person(i)), point) <= reach) return {Part::facing, Taken::person(i)};
    }
    return {};
}

TopView::Hit TopView::hitPoint(const QPointF& point) const {
    const auto among = [&](const Taken& what) -> Hit {
        const Shown& one = shown(what);
        for (std::size_t i = 0; i < one.keys.size(); ++i)
            if (nearTo(at(one.keys[i]), point) <= token::s8) return {Part::key, what, -1, int(i)};
        for (std::size_t way = 0; way < one.ways.size(); ++way)
            for (std::size_t i = 0; i < one.ways[way].size(); ++i)
                if (nearTo(at(one.ways[way][i]), point) <= token::s8) return {Part::point, what, int(way), int(i)};
        return {};
    };
    for (int i = 0; i < int(m_people.size()); ++i)
        if (const Hit found = among(Taken::person(i)); found.part != Part::none) return found;
    for (int i = 0; i < int(m_things.size()); ++i)
        if (const Hit found = among(Taken::thing(i)); found.part != Part::none) return found;
    return {};
}

/// The smallest under the mouse, so that a lamp on a table can be taken.
TopView::Hit TopView::hitThing(const QPointF& point) const {
    if (m_chosen.what.isThing() && nearTo(facingAt(m_chosen.what), point) <= token::s8) return {Part::facing, m_chosen.what};
    Hit best;
    double least = 1e12;
    for (int i = 0; i < int(m_things.size()); ++i) {
        if (m_outlines[std::size_t(i)] < 0 && m_scene->things[std::size_t(i)].ofSet) continue; // lies flat, or hangs above
        const QPolygonF shape = outlineOf(i);
        const bool inside = shape.containsPoint(point, Qt::OddEvenFill) || nearTo(at(m_things[std::size_t(i)].at), point) <= token::s4 + token::s2;
        const QRectF box = shape.boundingRect();
        if (inside && box.width() * box.height() < least) least = box.width() * box.height(), best = {Part::body, Taken::thing(i)};
    }
    return best;
}

TopView::Hit TopView::hit(const QPointF& point) const {
    if (!m_scene) return {};
    if (const Hit found = hitPerson(point, token::s8); found.part != Part::none) return found;
    if (nearTo(at({m_eye.x, m_eye.z}), point) <= reachPixels) return {Part::camera};
    if (nearTo(at({m_target.x, m_target.z}), point) <= token::s8) return {Part::target};
    if (const Hit found = hitPoint(point); found.part != Part::none) return found;
    if (const Hit found = hitPerson(point, reachPixels); found.part != Part::none) return found;
    if (const Hit found = hitThing(point); found.part != Part::none) return found;
    return {Part::floor};
}

TopView::Hit TopView::wayUnder(const QPointF& point) const {
    const auto among = [&](const Taken& what) -> Hit {
        for (std::size_t way = 0; way < shown(what).ways.size(); ++way) {
            const auto line = lineOf(what, way);
            for (std::size_t i = 0; i + 1 < line.size(); ++i) {
                const QPointF a = at(line[i]), b = at(line[i + 1]), leg = b - a;
                const double length = QPointF::dotProduct(leg, leg), share = length > 1 ? std::clamp(QPointF::dotProduct(point - a, leg) / length, 0.0, 1.0) : 0;
                if (nearTo(a + leg * share, point) <= token::s8) return {Part::point, what, int(way), int(i)};
            }
        }
        return {};
    };
    for (int i = 0; m_scene && i < int(m_people.size()); ++i)
        if (const Hit found = among(Taken::person(i)); found.part != Part::none) return found;
    for (int i = 0; m_scene && i < int(m_things.size()); ++i)
        if (const Hit found = among(Taken::thing(i)); found.part != Part::none) return found;
    return {};
}

bool TopView::isByHand(const Hit& what) const {
    if (!m_scene || m_scene->hand.set != m_scene->set) return false;
    if (what.part == Part::camera || what.part == Part::target) return m_scene->hand.camera.has_value();
    return what.what && byHand(*m_scene, what.what);
}

glm::vec2 TopView::centreOf(const Hit& what) const {
    switch (what.part) {
    case Part::camera: return {m_eye.x, m_eye.z};
    case Part::target: return {m_target.x, m_target.z};
    case Part::point: return shown(what.what).ways[std::size_t(what.way)][std::size_t(what.point)];
    case Part::key: return shown(what.what).keys[std::size_t(what.point)];
    case Part::body: return shown(what.what).at;
    default: return floorAt(m_pressed);
    }
}

QString TopView::nameOfHit(const Hit& what) const {
    return what.what ? nameOf(*m_scene, what.what) : what.part == Part::target ? tr("the aim") : tr("the camera");
}

} // namespace rushes::studio
