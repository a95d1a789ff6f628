// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/free_floor.h"
#include "engine/sets/set_builder.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

namespace rushes::sets {

namespace {

constexpr float radian = 3.14159265358979f / 180;

float yawTowards(const glm::vec3& from, const glm::vec3& to) {
    return std::atan2(to.x - from.x, to.z - from.z) / radian;
}

float flatDistance(const glm::vec3& a, const glm::vec3& b) { return std::hypot(a.x - b.x, a.z - b.z); }

bool isSeat(const Mark& m) { return m.seat.has_value(); }

} // namespace

void SetBuilder::deriveMark(const std::string& name, const glm::vec3& position, float yaw, float clear) {
    Mark m;
    m.name = name;
    m.position = position;
    m.yaw = yaw;
    m.pose = "stand";
    m.clear = clear;
    m.derived = true;
    m_set->marks.push_back(std::move(m));
}

/// The kit's own marks, then the standard ones it does not name: centre, talk_a, talk_b, talk_c, enter, exit, sit_1 ….
void SetBuilder::setMarks() {
    for (const KitMark& k : kit.marks) {
        Mark m;
        m.name = k.name;
        m.position = standingPoint(k.at, k.y, k.seat.has_value());
        m.yaw = float(k.yaw);
        if (k.seat) m.seat = float(*k.seat);
        m.pose = k.pose;
        m.clear = float(k.clear);
        m.who = k.who;
        m_set->marks.push_back(std::move(m));
    }
    addCentre();
    addTalk();
    addWays();
    addSeats();
    addWindows();
}

bool SetBuilder::seenFromShots(const glm::vec3& spot) const {
    return m_set->shots.empty() || !m_set->blocked(m_set->shots[0].eye, spot + glm::vec3(0, 1.5f, 0));
}

/// A car: nobody stands in it.
bool SetBuilder::cramped() const {
    return kit.interior && !room && !kit.marks.empty() &&
           std::all_of(kit.marks.begin(), kit.marks.end(), [](const KitMark& m) { return m.seat.has_value(); });
}

void SetBuilder::addCentre() {
    if (const Mark* centre = m_set->mark("centre")) {
        if (flatDistance(centre->position, m_set->heart) < 10) m_set->heart = centre->position;
        return;
    }
    for (const auto& [clear, reach] :
         {std::pair{.8f, 1.6f}, std::pair{.5f, 1.6f}, std::pair{.3f, 2.2f}, std::pair{.15f, 12.f}})
        if (const auto spot = m_set->freeSpotNear(m_set->heart, clear);
            spot && !cramped() && flatDistance(*spot, m_set->heart) < reach) {
            const float facing = m_set->shots.empty() ? 0 : yawTowards(*spot, m_set->shots[0].eye);
            m_set->heart = *spot;
            deriveMark("centre", *spot, facing, clear);
            return;
        }
    if (!m_set->marks.empty()) { // no floor at all (a car, a swimmer): the first authored place
        const Mark first = m_set->marks.front();
        m_set->heart = first.position;
        deriveMark("centre", first.position, first.yaw, 0);
        m_set->marks.back().seat = first.seat;
        m_set->marks.back().pose = first.pose;
    } else {
        deriveMark("centre", m_set->heart, 0, 0);
    }
}

/// Two people 1.1 m apart facing one another, across the first shot's view if there is room, and a third who listens.
void SetBuilder::addTalk() {
    if (m_set->mark("talk_a") && m_set->mark("talk_b")) return;
    if (cramped()) return talkAtMarks();
    const glm::vec3 heart = m_set->heart;
    const float across = m_set->shots.empty() ? 0 : yawTowards(m_set->shots[0].eye, heart) + 90;
    constexpr float apart = 1.1f;
    struct Pair {
        glm::vec3 a, b;
        float cost = 1e30f;
    } best;
    for (int ring = 0; ring < 9; ++ring)
        for (int k = 0; k < (ring == 0 ? 1 : 12); ++k) {
            const float d = float(ring) * .5f, turn = float(k) * 30 * radian;
            const glm::vec3 middle(heart.x + d * std::sin(turn), 0, heart.z + d * std::cos(turn));
            for (const float off : {0.f, 25.f, -25.f, 50.f, -50.f, 90.f}) {
                const float yaw = (across + off) * radian, cost = d + std::abs(off) / 60;
                if (cost >= best.cost) continue;
                const glm::vec3 side(std::sin(yaw) * apart / 2, 0, std::cos(yaw) * apart / 2);
                glm::vec3 a = middle - side, b = middle + side;
                if (m_set->floor->clearance(a.x, a.z) < .25f || m_set->floor->clearance(b.x, b.z) < .25f) continue;
                a.y = m_set->groundHeight(a.x, a.z);
                b.y = m_set->groundHeight(b.x, b.z);
                if (std::abs(a.y - b.y) > .3f || !m_set->pathClear(a, b)) continue;
                if (!seenFromShots(a) || !seenFromShots(b)) continue;
                best = {a, b, cost};
            }
        }
    if (best.cost > 1e29f) return talkAtMarks();
    deriveMark("talk_a", best.a, yawTowards(best.a, best.b), .35f);
    deriveMark("talk_b", best.b, yawTowards(best.b, best.a), .35f);
    addListener(best.a, best.b);
}

/// No room for two by rule: the kit's two marks nearest to one another, standing or seated (a lift, a car).
void SetBuilder::talkAtMarks() {
    const Mark *a = nullptr, *b = nullptr;
    float nearest = 4;
    for (std::size_t i = 0; i < m_set->marks.size(); ++i)
        for (std::size_t k = i + 1; k < m_set->marks.size(); ++k) {
            const Mark &p = m_set->marks[i], &q = m_set->marks[k];
            const float d = flatDistance(p.position, q.position);
            if (p.derived || q.derived || d < .4f || d >= nearest) continue;
            nearest = d;
            a = &p;
            b = &q;
        }
    if (!a) return;
    Mark one = *a, other = *b;
    one.name = "talk_a", other.name = "talk_b";
    one.derived = other.derived = true;
    if (!one.seat) one.yaw = yawTowards(one.position, other.position);
    if (!other.seat) other.yaw = yawTowards(other.position, one.position);
    m_set->marks.push_back(one);
    m_set->marks.push_back(other);
}

/// A third person who listens: beyond the two as the first shot sees them, else wherever there is room.
void SetBuilder::addListener(const glm::vec3& a, const glm::vec3& b) {
    const glm::vec3 middle = (a + b) * .5f;
    const float away = m_set->shots.empty() ? 0 : yawTowards(m_set->shots[0].eye, middle);
    for (const float d : {.95f, 1.2f, 1.5f, 1.9f})
        for (const float off : {0.f, 25.f, -25.f, 50.f, -50.f, 180.f, 150.f, -150.f, 80.f, -80.f, 115.f, -115.f}) {
            const float yaw = (away + off) * radian;
            glm::vec3 c(middle.x + d * std::sin(yaw), 0, middle.z + d * std::cos(yaw));
            if (m_set->floor->clearance(c.x, c.z) < .25f || flatDistance(c, a) < .75f || flatDistance(c, b) < .75f)
                continue;
            c.y = m_set->groundHeight(c.x, c.z);
            if (std::abs(c.y - middle.y) > .3f || !m_set->pathClear(c, middle)) continue;
            return deriveMark("talk_c", c, yawTowards(c, middle), .35f);
        }
}

/// Where people come from and go to: the doors of a room, else the two sides of the first shot's picture.
void SetBuilder::addWays() {
    const glm::vec3 heart = m_set->heart;
    const bool wantsEnter = !m_set->mark("enter"), wantsExit = !m_set->mark("exit");
    if (!wantsEnter && !wantsExit) return;
    std::vector<std::pair<glm::vec3, float>> ways; // place, direction into the set
    for (const auto& [at, yaw] : m_doors) {
        const glm::vec3 inside(float(at.x) + .55f * std::sin(float(yaw) * radian), float(at.y),
                               float(at.z) + .55f * std::cos(float(yaw) * radian));
        if (const auto spot = m_set->freeSpotNear(inside, .2f); spot && flatDistance(*spot, inside) < .8f)
            ways.emplace_back(*spot, float(yaw));
    }
    if (ways.empty()) {
        const float view = m_set->shots.empty() ? 0 : yawTowards(m_set->shots[0].eye, heart);
        for (const float side : {-1.f, 1.f})
            for (const float off : {75.f, 55.f, 95.f, 35.f, 120.f, 150.f, 15.f, 180.f}) {
                bool found = false;
                for (const float d : {9.f, 7.f, 5.f, 3.5f, 2.2f, 1.4f}) {
                    const float a = (view + side * off) * radian;
                    const glm::vec3 p(heart.x + d * std::sin(a), heart.y, heart.z + d * std::cos(a));
                    if (m_set->floor->clearance(p.x, p.z) < .3f || m_set->path(p, heart).empty()) continue;
                    ways.emplace_back(glm::vec3(p.x, m_set->groundHeight(p.x, p.z), p.z), yawTowards(p, heart));
                    found = true;
                    break;
                }
                if (found) break;
            }
    }
    if (ways.empty()) return;
    if (wantsEnter) deriveMark("enter", ways.front().first, ways.front().second, .3f);
    if (wantsExit) deriveMark("exit", ways.back().first, ways.back().second + 180, .3f);
}

/// Where one stands to look out of a window, a quarter turned to it, so that the room sees a face: one mark for each that has floor before it.
void SetBuilder::addWindows() {
    constexpr float away = .6f, quarter = 40; // metres from the wall, degrees
    int count = 0;
    std::vector<RoomWindow> windows = m_windows;
    const auto toHeart = [&](const RoomWindow& w) { return flatDistance(glm::vec3(w.at), m_set->heart); };
    std::sort(windows.begin(), windows.end(), [&](const RoomWindow& a, const RoomWindow& b) { return toHeart(a) < toHeart(b); });
    for (const RoomWindow& window : windows) {
        const float yaw = float(window.yaw), along = (yaw + 90) * radian;
        const glm::vec3 before(float(window.at.x) + away * std::sin(yaw * radian), float(window.at.y), float(window.at.z) + away * std::cos(yaw * radian));
        for (const float share : {0.f, .3f, -.3f}) {
            const float off = share * float(window.width);
            const glm::vec3 wish = before + glm::vec3(std::sin(along), 0, std::cos(along)) * off;
            const auto spot = m_set->freeSpotNear(wish, .2f);
            if (!spot || flatDistance(*spot, wish) > .35f || flatDistance(*spot, m_set->heart) > 9) continue;
            const float inward = flatDistance(*spot + glm::vec3(std::sin(along), 0, std::cos(along)), m_set->heart) < flatDistance(*spot - glm::vec3(std::sin(along), 0, std::cos(along)), m_set->heart) ? 1.f : -1.f;
            deriveMark("window_" + std::to_string(++count), *spot, yaw + 180 - inward * quarter, .3f);
            m_set->marks.back().who = {"window", "windows", "windowpane"};
            break;
        }
    }
}

/// A stool has no front: one faces the nearest table, counter or desk in reach.
float SetBuilder::yawToTable(const glm::vec3& seat, float otherwise) const {
    float nearest = 1.1f, yaw = otherwise;
    for (const ObjectInfo& o : m_set->objects) {
        const auto named = [&](const char* word) { return o.name.find(word) != std::string::npos; };
        if (!o.prop || !(named("table") || named("counter") || named("desk") || named("lab bench"))) continue;
        const glm::vec3 edge = glm::clamp(seat, o.bounds.low, o.bounds.high),
                        towards = flatDistance(edge, seat) > .05f ? edge : o.bounds.centre();
        if (flatDistance(edge, seat) >= nearest) continue;
        nearest = flatDistance(edge, seat);
        yaw = yawTowards(seat, towards);
    }
    return yaw;
}

/// A mark on every seat that the kit does not name itself; wide ones take two or three.
void SetBuilder::addSeats() {
    struct Seat {
        glm::vec3 position;
        float yaw, height;
        std::string pose;
    };
    std::vector<Seat> seats;
    for (const PlacedProp& p : m_placed) {
        const PropEntry* entry = props.entry(p.name);
        if (!entry || !entry->seat || entry->pose == "ride") continue;
        const auto soup = props.soup(p.name);
        const double width = (soup->high().x - soup->low().x) * p.scale.x;
        const bool across = entry->pose == "lie" && width > 1.2 * (soup->high().z - soup->low().z) * p.scale.z; // a bathtub; beds are long ahead
        const int people = entry->pose == "sit" ? std::clamp(int(width / .62), 1, 3) : 1;
        for (int i = 0; i < people; ++i) {
            const double x = people > 1 ? (i - (people - 1) / 2.) * std::min(.7, width / people) : 0;
            const glm::dvec3 at = p.at + p.turn * glm::dvec3(x, 0, 0);
            const float yaw =
                p.name.find("stool") != std::string::npos ? yawToTable(glm::vec3(at), float(p.yaw)) : float(p.yaw);
            seats.push_back({glm::vec3(at), yaw + (across ? 90 : 0), float(*entry->seat * p.scale.y), entry->pose});
        }
    }
    std::erase_if(seats, [&](const Seat& s) {
        return std::any_of(m_set->marks.begin(), m_set->marks.end(),
                           [&](const Mark& m) { return isSeat(m) && flatDistance(m.position, s.position) < .45f; });
    });
    std::stable_sort(seats.begin(), seats.end(), [&](const Seat& a, const Seat& b) {
        return flatDistance(a.position, m_set->heart) < flatDistance(b.position, m_set->heart);
    });
    int sits = 0, lies = 0;
    for (const Seat& s : seats) {
        int& number = s.pose == "lie" ? lies : sits;
        if (number >= 12) {
            Mark more;
            more.position = s.position;
            more.yaw = s.yaw;
            more.seat = s.height;
            more.pose = s.pose;
            more.derived = true;
            m_set->moreSeats.push_back(std::move(more));
            continue;
        }
        const std::string kind = s.pose == "lie" ? "lie_" : "sit_";
        do
            ++number;
        while (m_set->mark(kind + std::to_string(number)));
        deriveMark(kind + std::to_string(number), s.position, s.yaw, 0);
        m_set->marks.back().seat = s.height;
        m_set->marks.back().pose = s.pose;
    }
}

} // namespace rushes::sets
