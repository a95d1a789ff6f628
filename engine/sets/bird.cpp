// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/nature.h"
#include "engine/sets/wings.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rushes::sets {

namespace {

constexpr double radian = 3.14159265358979323846 / 180;
using V = glm::dvec3;
using P = AnimalPose;

BirdSpecies readOne(const Node& n, BirdSpecies s, const MaterialTable& materials) {
    const auto number = [&](const char* key, double& v) { v = n.number(key, v); };
    number("length", s.length), number("girth", s.girth), number("lean", s.lean);
    number("neck", s.neck), number("neckang", s.neckAngle), number("neckr", s.neckRadius), number("head", s.head);
    number("beak", s.beak), number("beakr", s.beakRadius), number("hook", s.hook), number("crest", s.crest);
    number("leg", s.leg), number("legr", s.legRadius), number("toe", s.toe);
    number("tail", s.tail), number("tailw", s.tailWidth), number("tailang", s.tailAngle);
    number("span", s.span), number("chord", s.chord);
    s.comb = n.flag("comb", s.comb);
    s.faceDisc = n.flag("facedisc", s.faceDisc);
    s.family = n.text("family", s.family);
    if (const auto m = n.find("mat")) s.material = materials.index(*m);
    if (const auto m = n.find("mat2")) s.second = materials.index(*m);
    if (const auto m = n.find("beakmat")) s.beakMaterial = materials.index(*m);
    if (const auto m = n.find("headmat")) s.headMaterial = int(materials.index(*m));
    if (const auto m = n.find("wingmat")) s.wingMaterial = int(materials.index(*m));
    n.finish();
    return s;
}

/// Turns +Y to the direction.
glm::dmat3 along(V d) {
    d /= glm::length(d);
    V x = std::abs(d.z) < .95 ? glm::cross(V(0, 0, 1), d) : V(1, 0, 0);
    x /= glm::length(x);
    return glm::dmat3(x, d, glm::cross(x, d));
}

V turnedAside(const V& d, double degrees) {
    const double c = std::cos(degrees * radian), s = std::sin(degrees * radian);
    return V(d.x * c + d.z * s, d.y, d.z * c - d.x * s);
}

class Bird {
public:
    Bird(const BirdSpecies& s, const MaterialTable& materials, const AnimalPose& pose, bool flies) : m_s(s), m_materials(materials), m_pose(pose), m_flies(flies) {
        double down = 0;
        set(0);
        if (m_pose[P::reach] > 0) { // it tips over, and its neck with it
            double low = 0, high = 1;
            for (int round = 0; round < 20; ++round) {
                const double middle = (low + high) / 2;
                set(middle);
                (m_tip.y > 0.004 ? low : high) = middle;
            }
            down = low * m_pose[P::reach];
        }
        set(down);
    }

    Soup make() {
        Soup out;
        const double g = m_s.girth;
        std::vector<Cone> body{{m_middle - m_axis * (m_s.length * .5), g * .2, m_middle - m_axis * (m_s.length * .08), g * .48},
                               {m_middle - m_axis * (m_s.length * .08), g * .48, m_middle + m_axis * (m_s.length * .3), g * .4},
                               {m_middle + m_axis * (m_s.length * .32), g * .36, m_bend, m_s.neckRadius * 1.05},
                               {m_bend, m_s.neckRadius, m_head, m_s.neckRadius * .9},
                               {m_head, m_s.head, m_head + m_ahead * (m_s.head * .15), m_s.head * .95}};
        if (!tucked())
            for (const double x : {-1.0, 1.0}) body.push_back({hipOf(x) + V(0, g * .1, 0), g * .2, hipOf(x) - V(0, m_s.leg * .2, 0), g * .1});
        out.add(blob(body, g * .05, std::max(.004, std::min(g * .1, m_s.head * .5))), m_s.material);
        for (auto& t : out.triangles) {
            const V c = (out.positions[t.corner[0]] + out.positions[t.corner[1]] + out.positions[t.corner[2]]) / 3.0;
            const bool ofHead = m_s.headMaterial >= 0 && glm::distance(c, m_head) < m_s.head * 1.45;
            const V from = c - m_middle;
            const bool breast = glm::dot(from, m_down) > g * .12 && glm::distance(c, m_head) > m_s.head * 1.2;
            if (ofHead) t.material = std::uint32_t(m_s.headMaterial);
            else if (breast) t.material = m_s.second;
        }
        addHead(out);
        addTail(out);
        addWings(out);
        for (const double x : {-1.0, 1.0}) addLeg(out, x);
        for (auto& p : out.positions) p += V(0, m_pose[P::lift] * height(), m_pose[P::ahead] * height());
        if (const double roll = m_pose[P::roll] * radian; roll != 0) { // a banked bird; a dead one lies on its back
            const V about(0, m_middle.y, 0);
            const double c = std::cos(roll), s = std::sin(roll);
            const auto turned = [&](const V& v) { return V(v.x * c - v.y * s, v.x * s + v.y * c, v.z); };
            for (auto& p : out.positions) p = turned(p - about) + about;
            for (auto& n : out.normals) n = turned(n);
            if (!m_flies) {
                const double low = out.low().y;
                for (auto& p : out.positions) p.y -= low;
            }
        }
        return out;
    }

private:
    bool tucked() const { return m_pose[P::hangHind] > .5; }
    double height() const { return m_s.leg + m_s.girth; }

    void set(double tip) {
        const double lean = (m_s.lean * (m_flies ? .25 : 1) + m_pose[P::pitch] - tip * 62) * radian;
        m_axis = V(0, std::sin(lean), std::cos(lean));
        m_up = V(0, std::cos(lean), -std::sin(lean));
        m_down = -m_up;
        const double legs = m_flies ? 0 : m_s.leg * m_pose[P::hip];
        m_middle = V(0, legs + m_s.girth * (m_flies ? 0 : .46) + (m_flies ? 0 : std::max(0.0, std::sin(m_s.lean * radian)) * m_s.length * .22), 0);
        const double na = (m_s.neckAngle * (m_flies ? .35 : 1) + m_pose[P::neck]) * radian + (m_pose[P::pitch] - tip * 150) * radian * .6;
        const V neck = turnedAside(V(0, std::sin(na), std::cos(na)), m_pose[P::look] * .5);
        const V root = m_middle + m_axis * (m_s.length * .4) + m_up * (m_s.girth * .1);
        const bool swanlike = m_s.neck > m_s.girth * 1.2 && !m_flies; // the neck is an S
        m_bend = root + neck * (m_s.neck * .5) + (swanlike ? turnedAside(V(0, 0, m_s.neck * .16), m_pose[P::look] * .5) : V(0));
        m_head = root + neck * m_s.neck;
        const double ha = (m_pose[P::head] - tip * 75) * radian;
        m_ahead = turnedAside(V(0, std::sin(ha), std::cos(ha)), m_pose[P::look]);
        m_headUp = turnedAside(V(0, std::cos(ha), -std::sin(ha)), m_pose[P::look]);
        m_side = turnedAside(V(1, 0, 0), m_pose[P::look]);
        m_tip = m_head + m_ahead * (m_s.head + m_s.beak);
    }

    void addHead(Soup& out) const {
        const double r = m_s.head, open = m_pose[P::mouth] * radian;
        const V front = m_head + m_ahead * (r * .8) - m_headUp * (r * .12);
        const auto cone = [&](V from, V dir, double length, double radius, double flat) {
            Patch beak = lathe({{radius, 0}, {radius * .75, length * .5}, {radius * .12, length}}, 7);
            for (auto& p : beak.positions) p.x *= flat;
            out.add(beak.turned(along(dir)).moved(from), m_s.beakMaterial);
        };
        const V up = m_ahead * std::cos(open * .35) + m_headUp * std::sin(open * .35);
        if (m_s.hook > 0) {
            cone(front, up, m_s.beak * .7, m_s.beakRadius, 1);
            const V over = front + up * (m_s.beak * .55) + m_headUp * (m_s.beakRadius * .3);
            const V down(up.x * .45 - m_headUp.x, up.y * .45 - m_headUp.y, up.z * .45 - m_headUp.z);
            cone(over, down, m_s.beak * m_s.hook, m_s.beakRadius * .55, 1);
        } else {
            cone(front, up, m_s.beak + r * .2, m_s.beakRadius, 1.1);
        }
        if (open > .05) cone(front - m_headUp * (m_s.beakRadius * .5), m_ahead * std::cos(open * .65) - m_headUp * std::sin(open * .65), m_s.beak * .85, m_s.beakRadius * .6, 1.1);
        for (const double x : {-1.0, 1.0}) {
            const V eye = m_s.faceDisc ? m_head + m_ahead * (r * .86) + m_side * (x * r * .42) + m_headUp * (r * .2) : m_head + m_ahead * (r * .35) + m_side * (x * r * .86) + m_headUp * (r * .22);
            if (m_s.faceDisc) out.add(sphere(V(r * .38, r * .38, r * .12), 10, 5).turned(along(m_headUp)).moved(eye - m_ahead * (r * .06)), m_s.second);
            out.add(sphere(V(r * (m_s.faceDisc ? .2 : .15)), 6, 5).moved(eye), m_materials["black"]);
        }
        if (m_s.comb)
            for (const double z : {-.4, 0.0, .4}) out.add(sphere(V(r * .15, r * .4, r * .3), 7, 5).moved(m_head + m_ahead * (z * r) + m_headUp * (r * 1.05)), m_materials["red"]);
        if (m_s.comb) out.add(sphere(V(r * .12, r * .45, r * .2), 7, 5).moved(m_head + m_ahead * (r * .75) - m_headUp * (r * .9)), m_materials["red"]);
        if (m_s.crest > 0)
            for (const double a : {-28.0, 0.0, 28.0}) {
                const V dir = glm::normalize(m_headUp * std::cos(a * radian) - m_ahead * (.7 + std::sin(a * radian)));
                out.add(lathe({{m_s.crest * .12, 0}, {m_s.crest * .14, m_s.crest * .5}, {0, m_s.crest}}, 6).turned(along(dir)).moved(m_head + m_headUp * (r * .8)), m_s.second);
            }
    }

    void addTail(Soup& out) const {
        const double a = (m_s.tailAngle + m_pose[P::tail]) * radian, half = m_s.tailWidth * .5 * (m_flies ? 1.5 : 1);
        const V root = m_middle - m_axis * (m_s.length * .42), back = glm::normalize(-m_axis * std::cos(a) + m_up * std::sin(a)), x(1, 0, 0);
        const V end = root + back * m_s.tail;
        out.add(plate({root - x * (half * .5), end - x * half, end + back * (m_s.tail * .08), end + x * half, root + x * (half * .5)}, m_s.girth * .07), m_s.wingMaterial >= 0 ? std::uint32_t(m_s.wingMaterial) : m_s.material);
    }

    void addWings(Soup& out) const {
        for (const double x : {-1.0, 1.0}) {
            WingShape shape;
            shape.span = m_s.span, shape.chord = m_s.chord, shape.thick = m_s.girth * .06;
            const bool open = m_pose[P::spread] >= .3;
            const std::uint32_t material = m_s.wingMaterial >= 0 ? std::uint32_t(m_s.wingMaterial) : m_s.material;
            if (!open) { // a shield along the flank
                const double a = std::atan2(m_axis.y, m_axis.z);
                Patch folded = sphere(V(m_s.girth * .1, m_s.girth * .3, m_s.length * .46 + m_s.tail * .12), 10, 7);
                folded.turned(turnX(-a / radian)).moved(m_middle + V(x * m_s.girth * .42, 0, 0) - m_axis * (m_s.length * .12) + m_up * (m_s.girth * .06));
                out.add(folded, material);
                continue;
            }
            shape.root = V(x * m_s.girth * .3, 0, 0);
            for (Patch& part : wing(shape, x, m_pose[P::flap], m_pose[P::spread])) {
                const double a = std::atan2(m_axis.y, m_axis.z) * .7;
                out.add(part.turned(turnX(-a / radian)).moved(m_middle + m_axis * (m_s.length * .14) + m_up * (m_s.girth * .26)), material);
            }
        }
    }

    V hipOf(double x) const { return m_middle + V(x * m_s.girth * .22, 0, 0) - m_up * (m_s.girth * .3) - m_axis * (m_s.length * .05); }

    void addLeg(Soup& out, double x) const {
        const V hip = hipOf(x);
        const double r = m_s.legRadius, l = m_s.leg;
        if (tucked()) {
            if (l < m_s.length * .6) return;
            const V back = glm::normalize(-m_axis + V(0, -.06, 0)); // what is long trails behind
            out.add(sweep({hip, hip + back * (m_s.length * .4), hip + back * (l + m_s.length * .2)}, {r, r, r * .6}, 6), m_s.beakMaterial);
            return;
        }
        if (m_pose[P::hip] < .12) return; // it sits on them
        const auto field = x > 0 ? P::hlZ : P::hrZ;
        const V foot(hip.x, .004 + m_pose.value[std::size_t(field) + 1] * l, hip.z + m_pose.value[field] * l + m_s.length * .04);
        const V knee = (hip + foot) * .5 - V(0, 0, l * (.1 + .5 * std::max(0.0, 1 - glm::distance(hip, foot) / (l + m_s.girth * .1))));
        out.add(sweep({hip, knee, foot}, {r * 1.3, r, r}, 6), m_s.beakMaterial);
        for (const double a : {-32.0, 0.0, 32.0}) out.add(sweep({foot, foot + V(std::sin(a * radian), 0, std::cos(a * radian)) * m_s.toe}, {r, r * .6}, 5), m_s.beakMaterial);
        out.add(sweep({foot, foot - V(0, 0, m_s.toe * .6)}, {r, r * .6}, 5), m_s.beakMaterial);
    }

    const BirdSpecies& m_s;
    const MaterialTable& m_materials;
    const AnimalPose& m_pose;
    bool m_flies;
    V m_axis{0, 0, 1}, m_up{0, 1, 0}, m_down{0, -1, 0}, m_middle{0}, m_bend{0}, m_head{0}, m_ahead{0, 0, 1}, m_headUp{0, 1, 0}, m_side{1, 0, 0}, m_tip{0};
};

} // namespace

std::map<std::string, BirdSpecies> readBirds(const Node& file, const MaterialTable& materials) {
    BirdSpecies common;
    common.material = materials["fur2"], common.second = materials["fur1"], common.beakMaterial = materials["dark"];
    std::map<std::string, BirdSpecies> out;
    for (const auto& [name, node] : file.fields()) out[name] = readOne(node, common, materials);
    return out;
}

Soup bird(const BirdSpecies& species, const MaterialTable& materials, const AnimalPose& pose, bool flies) { return Bird(species, materials, pose, flies).make(); }

} // namespace rushes::sets
