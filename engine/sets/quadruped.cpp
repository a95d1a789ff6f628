// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/limb.h"
#include "engine/sets/nature.h"
#include "engine/sets/wings.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace rushes::sets {

namespace {

constexpr double pi = 3.14159265358979323846, radian = pi / 180;
using V = glm::dvec3;
using P = AnimalPose;

/// Turns +Y to the direction.
glm::dmat3 along(V d) {
    d = glm::normalize(d);
    V x = std::abs(d.z) < .95 ? glm::cross(V(0, 0, 1), d) : V(1, 0, 0);
    x = glm::normalize(x);
    return glm::dmat3(x, d, glm::cross(x, d));
}

/// Everything the parts share: where neck, head and barrel are.
class Animal {
public:
    Animal(const Species& s, bool walk, double phase, const AnimalPose* pose, bool flies) : m_s(s), m_walk(walk), m_posed(pose), m_flies(flies), m_phase(phase) {
        if (pose) m_pose = *pose;
        m_h = s.height;
        m_length = s.length * m_h;
        m_girth = s.girth * m_h;
        m_hip = s.hip * m_h;
        m_front = m_length / 2;
        m_back = -m_length / 2;
        m_r = m_girth / 2;
        m_headR = s.headRadius * m_h;
        setTrunk();
        m_neck0 = onTrunk(V(0, spine(m_front) + m_r * .28, m_front + m_r * .18));
        setHead(0);
        if (m_pose[P::reach] > 0) reachDown();
        m_tailRoot = onTrunk(V(0, spine(m_back) + m_r * .45, m_back - m_r * .62));
        if (s.primate && !walk && !pose) sitUp();
    }

    std::vector<Cone> body() {
        if (m_s.primate && !m_walk && !m_posed) return sitting();
        barrel();
        neckAndHead();
        legs();
        if (m_s.trunk > 0) trunk();
        if (m_s.mane > 0)
            for (const double q : spread(.05, 1, 6)) {
                const V p = m_neck0 + (m_neck1 - m_neck0) * q + m_neckUp * (m_s.neckRadius1 * m_h * 1.1);
                cone(p, m_s.mane * m_h, p, m_s.mane * m_h);
            }
        if (m_posed) settle();
        return m_cones;
    }

    /// A ruff from behind the face over the neck to the chest.
    std::vector<Cone> ruff() const {
        std::vector<Cone> out;
        const V chest = m_neck0 - m_neckUp * (m_r * .25) + m_neckDirection * (m_r * .1), face = m_head0 - m_headDirection * (m_headR * .35);
        for (const double t : {0.0, .4, .75, 1.0}) {
            const V middle = glm::mix(chest, face, t);
            const double wide = glm::mix(m_s.neckRadius0 * m_h * 1.05, m_headR * 1.13, t);
            for (int k = 0; k < 9; ++k) {
                const double a = 2 * pi * k / 9, down = std::sin(a) < 0 ? 1.2 : .9;
                const V at = middle + V(std::cos(a) * wide, 0, 0) + m_neckUp * (std::sin(a) * wide * down);
                out.push_back({at, wide * .48, at - m_headDirection * (wide * .3), wide * .42});
            }
        }
        return out;
    }

    /// The bare face of a primate, the muzzle of others.
    bool inFace(const V& p) const {
        const V from = p - settled(m_head0);
        const double ahead = glm::dot(from, m_headDirection) / m_headR, up = glm::dot(from, m_headUp) / m_headR;
        return ahead > m_s.face && std::abs(glm::dot(from, m_headSide)) < m_headR * 1.2 && std::abs(up) < (m_s.primate ? .75 : 1.6);
    }

    void addDetails(Soup& out, const MaterialTable& materials) {
        addTail(out);
        for (const double x : {-1.0, 1.0}) {
            if (m_s.ear > 0) addEar(out, x);
            if (m_s.horn > 0) addHorn(out, x, materials);
            if (m_s.wing > 0) addWing(out, x);
        }
        const double hl = m_s.head * m_h;
        if (m_s.ruff > 0) put(out, sphere(V(.075, .11, .075) * m_h, 7, 5).moved(m_tailTip), m_s.second);
        for (const double x : {-1.0, 1.0}) {
            if (m_s.primate) {
                const double front = m_walk ? m_s.head * m_h * .30 + m_headR * .82 : m_headR;
                const V ahead = m_head0 + m_headDirection * front + m_headUp * (m_headR * .12) + m_headSide * (x * m_headR * .34);
                put(out, sphere(V(m_headR * .12), 6, 5).moved(ahead), materials["black"]);
                continue;
            }
            const V eye = m_head0 + m_headDirection * (hl * .27) + m_headUp * (m_headR * .30) + m_headSide * (x * m_headR * .78);
            put(out, sphere(V(std::max(m_headR * .14, .006)), 6, 5).moved(eye), materials["black"]);
        }
        const V nose = m_head1 - m_headUp * (m_headR * .10) + m_headDirection * (m_headR * m_s.snoutRadius * .82);
        if (m_s.nose && !m_s.primate) put(out, sphere(V(m_headR * m_s.noseRadius), 6, 5).moved(nose), materials["black"]);
    }

    /// Where a point of the animal as it was built comes to lie, when it has curled up, rolled over and lies on the ground.
    V settled(V p) const {
        if (!m_posed) return p;
        if (const double curl = m_pose[P::curl] * radian; std::abs(curl) > 1e-6 && p.z > m_back) {
            const double reach = m_length * 1.25, k = curl / reach, s = std::min(p.z - m_back, reach), beyond = p.z - m_back - s, a = k * s;
            const V middle((1 - std::cos(a)) / k + std::sin(a) * beyond, p.y, m_back + std::sin(a) / k + std::cos(a) * beyond);
            p = middle + V(p.x * std::cos(a), 0, -p.x * std::sin(a));
        }
        const double roll = m_pose[P::roll] * radian, c = std::cos(roll), s = std::sin(roll);
        p = V(p.x * c - p.y * s, p.x * s + p.y * c, p.z);
        return p + V(0, m_down + m_pose[P::lift] * m_h, m_pose[P::ahead] * m_h);
    }

private:
    void cone(const V& a, double ra, const V& b, double rb) { m_cones.push_back({a, ra, b, rb}); }

    void put(Soup& out, Patch patch, std::uint32_t material) const {
        for (auto& p : patch.positions) p = settled(p);
        if (const double roll = m_pose[P::roll] * radian; roll != 0)
            for (auto& n : patch.normals) n = V(n.x * std::cos(roll) - n.y * std::sin(roll), n.x * std::sin(roll) + n.y * std::cos(roll), n.z);
        out.add(patch, material);
    }

    /// Sets the whole down: its lowest point is where the feet are at rest.
    void settle() {
        double low = 1e9;
        for (const Cone& c : m_cones) low = std::min({low, settled(c.a).y - c.ra, settled(c.b).y - c.rb});
        const double lifted = m_pose[P::lift] * m_h, floor = -.38 * m_s.foot * m_h;
        if (!m_flies) m_down = floor - (low - lifted);
        for (Cone& c : m_cones) c.a = settled(c.a), c.b = settled(c.b);
    }

    /// The trunk turns about the hips so that both ends have the height of the pose.
    void setTrunk() {
        const double back = spine(m_back), front = spine(m_front), lowest = m_r * .84;
        m_hips = V(0, back, m_back);
        if (!m_posed) return;
        m_hipsNow = V(0, lowest + (back - lowest) * m_pose[P::hip], m_back);
        const double high = lowest + (front - lowest) * m_pose[P::shoulder];
        const auto slope = [&](double rise) { return std::asin(std::clamp(rise / m_length, -1.0, 1.0)); };
        m_pitch = slope(high - m_hipsNow.y) - slope(front - back) + m_pose[P::pitch] * radian;
    }

    V onTrunk(const V& p) const {
        if (!m_posed) return p;
        const V d = p - m_hips;
        const double c = std::cos(m_pitch), s = std::sin(m_pitch);
        return m_hipsNow + V(d.x, d.y * c + d.z * s, d.z * c - d.y * s);
    }

    static V turnedAside(const V& d, double degrees) {
        const double c = std::cos(degrees * radian), s = std::sin(degrees * radian);
        return V(d.x * c + d.z * s, d.y, d.z * c - d.x * s);
    }

    /// Neck and head from the shoulders on; `down` turns the neck further, degrees.
    void setHead(double down) {
        const double weight = m_pose[P::reach];
        const double na = (m_s.neckAngle + m_pose[P::neck] - down) * radian + m_pitch * .5;
        const double ha = (m_s.headAngle * (1 - weight) - 62 * weight + m_pose[P::head]) * radian, hl = m_s.head * m_h, look = m_pose[P::look];
        m_neckDirection = turnedAside(V(0, std::sin(na), std::cos(na)), look * .6);
        m_neckUp = turnedAside(V(0, std::cos(na), -std::sin(na)), look * .6);
        m_neck1 = m_neck0 + m_s.neck * m_h * m_neckDirection;
        m_headDirection = turnedAside(V(0, std::sin(ha), std::cos(ha)), look);
        m_headUp = turnedAside(V(0, std::cos(ha), -std::sin(ha)), look);
        m_headSide = turnedAside(V(1, 0, 0), look);
        m_head0 = m_neck1 + m_headUp * (m_headR * .15);
        m_head1 = m_head0 + m_headDirection * (hl * (1 - m_s.snoutRadius * m_s.headRadius / m_s.head * .9));
    }

    /// The muzzle to the ground, as far as the neck turns.
    void reachDown() {
        double low = 0, high = 170;
        for (int round = 0; round < 24; ++round) {
            const double middle = (low + high) / 2;
            setHead(middle);
            (m_head1.y > m_headR * m_s.snoutRadius ? low : high) = middle;
        }
        setHead(low * m_pose[P::reach]);
    }

    /// Height of the barrel's axis.
    double spine(double z) const {
        return interpolate(z, {{m_back, m_hip - m_girth * .50},
                               {0, (m_hip + m_h) / 2 - m_girth * .5 - m_s.sag * m_h},
                               {m_front, m_h - m_girth * .52}});
    }

    void barrel() { // rump, waist (tucked up), ribs, chest
        const double waist = m_r * (.80 - m_s.tuck * .3 + m_s.belly * .35), sag = m_s.belly * m_girth * .25;
        const auto on = [&](double y, double z) { return onTrunk(V(0, y, z)); };
        cone(on(spine(m_back) + m_r * .05, m_back), m_r * .82 * m_s.rump, on(spine(0) + m_r * m_s.tuck - sag, -m_length * .08), waist);
        const V ribs = on(spine(m_front) - m_r * .06, m_front * .62);
        cone(on(spine(0) + m_r * m_s.tuck * .6 - sag, -m_length * .08), waist, ribs, m_r * .96 * m_s.chest);
        cone(ribs, m_r * .96 * m_s.chest, on(spine(m_front) + m_r * .02, m_front), m_r * .78 * m_s.chest);
        if (m_s.hump > 0) {
            const V p = on(spine(m_front * .6) + m_r * .62 + m_s.hump * m_h * .3, m_front * .6);
            cone(p, m_r * .45 + m_s.hump * m_h * .3, p, m_r * .45 + m_s.hump * m_h * .3);
        }
    }

    void neckAndHead() {
        const double middle = (m_s.neckRadius0 * .45 + m_s.neckRadius1 * .55) * m_h, hl = m_s.head * m_h;
        const V half = m_neck0 + m_neckDirection * (m_s.neck * m_h * .5);
        cone(m_neck0, m_s.neckRadius0 * m_h, half, middle);
        cone(half, middle, m_neck1, m_s.neckRadius1 * m_h * .92);
        const V brow = m_head0 + m_headDirection * (hl * .30);
        cone(m_head0, m_headR, brow, m_headR * .86);
        cone(brow - m_headUp * (m_headR * .12), m_headR * .78, m_head1 - m_headUp * (m_headR * .22),
             m_headR * m_s.snoutRadius);
        const V jaw = m_head0 + m_headDirection * (hl * .1) - m_headUp * (m_headR * .35), chin = m_head0 + m_headDirection * (hl * .5) - m_headUp * (m_headR * .45);
        cone(jaw, m_headR * .72, chin, m_headR * m_s.snoutRadius * .8);
        if (const double open = m_pose[P::mouth] * radian; open > .02) {
            const V ahead = m_headDirection * std::cos(open) - m_headUp * std::sin(open);
            cone(jaw, m_headR * .5, jaw + ahead * (hl * .72), m_headR * m_s.snoutRadius * .5);
        }
    }

    double swing(double f, double atRest) const {
        return m_walk ? std::sin(2 * pi * (m_phase + f)) * m_s.stride * m_h : atRest * m_h;
    }

    void legs() {
        const double w = m_s.width * m_girth, least = .62 * m_s.cell * m_h; // thinner legs would tear on the grid
        const double r0 = m_s.leg[0] * m_h * 1.05, r1 = std::max(m_s.leg[1] * m_h * .95, least * 1.15),
                     r2 = std::max(m_s.leg[2] * m_h * .92, least);
        const double foot = std::max(m_s.foot * m_h * .95, least * 1.1);
        for (const double x : {-1.0, 1.0}) {
            const double f = x < 0 ? 0 : .5, lx = x * w * .30;
            double o = swing(f, 0);
            std::array<V, 4> fore{V(lx * .8, spine(m_front) + m_r * .35, m_front - m_r * .15),
                                  V(lx * 1.05, m_h * std::max(m_s.knee * 1.28, .5) * .98, m_front - m_r * .22 + o * .1),
                                  V(lx, m_h * m_s.knee * .72, m_front - m_r * .10 + o * .5), V(lx, m_h * .07, m_front - m_r * .12 + o)};
            V sole(0, -m_h * .07 + foot * .62, foot * .75);
            pose(fore, sole, x > 0 ? P::flZ : P::frZ, m_pose[P::hangFore]);
            cone(fore[0], r0 * 1.25, fore[1], r0 * .86);
            cone(fore[1], r0 * .82, fore[2], r1 * .92);
            cone(fore[2], r1 * .92, fore[3], r2);
            cone(fore[3], r2, fore[3] + sole, foot);
            o = swing(f + .25, -.05);
            std::array<V, 4> hind{V(lx * .85, spine(m_back) + m_r * .10, m_back + m_r * .08), V(lx * 1.12, m_hip * .52, m_back + m_r * .30 * m_s.hock + o * .2),
                                  V(lx, m_hip * m_s.hockHeight, m_back - m_r * .55 * m_s.hock + o * .6), V(lx, m_hip * .07, m_back - m_r * .32 * m_s.hock + o)};
            sole = V(0, -m_hip * .07 + foot * .62, foot * .75);
            pose(hind, sole, x > 0 ? P::hlZ : P::hrZ, m_pose[P::hangHind]);
            cone(hind[0], r0 * 1.55, hind[1], r0 * .95);
            cone(hind[1], r0 * .90, hind[2], r1 * .80);
            cone(hind[2], r1 * .84, hind[3], r2);
            cone(hind[3], r2, hind[3] + sole, foot);
        }
    }

    /// A leg at rest to where the trunk is and its foot goes; a foot off the ground hangs on.
    void pose(std::array<V, 4>& leg, V& sole, P::Field foot, double hang) const {
        if (!m_posed) return;
        const V rest = leg[3];
        for (V& joint : leg) joint = onTrunk(joint);
        const V by(0, m_pose.value[std::size_t(foot) + 1] * m_h, m_pose.value[foot] * m_h);
        const double c = std::cos(m_pitch), s = std::sin(m_pitch);
        const V carried = leg[3] + V(0, by.y * c + by.z * s, by.z * c - by.y * s);
        leg = bentTo(leg, glm::mix(rest + by, carried, hang));
        if (!m_flies && hang < .5)
            for (std::size_t joint = 1; joint < 4; ++joint) leg[joint].y = std::max(leg[joint].y, .06 * m_h); // folded legs lie on the ground
        const V down = glm::normalize(leg[3] - leg[2]) * glm::length(sole);
        sole = glm::normalize(glm::mix(sole, down + V(0, 0, .3 * glm::length(sole)), std::clamp(hang + (by.y > .04 * m_h ? .5 : 0.0), 0.0, 1.0))) * glm::length(sole);
    }

    double sittingHeight() const { return m_h * 1.38; }

    void sitUp() {
        const double s = sittingHeight();
        m_head0 = V(0, s * .84, s * .07);
        m_headDirection = glm::normalize(V(0, -.16, 1));
        m_headUp = glm::normalize(V(0, 1, .16));
        m_head1 = m_head0 + m_headDirection * m_headR;
        m_tailRoot = V(0, s * .12, -s * .26);
    }

    /// On its haunches, hands before it on the ground, knees up.
    std::vector<Cone> sitting() {
        const double s = sittingHeight(), r = m_headR;
        cone(V(0, .19, -.12) * s, s * .165, V(0, .58, -.03) * s, s * .15);
        cone(V(0, .30, .00) * s, s * .15, V(0, .50, .03) * s, s * .12);
        cone(V(0, .62, -.01) * s, s * .10, m_head0 - m_headUp * (r * .4), s * .09);
        cone(m_head0, r, m_head0 + m_headUp * (r * .1), r);
        cone(m_head0 + m_headDirection * (r * .35) + m_headUp * (r * .28), r * .66, m_head0 + m_headDirection * (r * .3), r * .7);
        cone(m_head0 + m_headDirection * (r * .45) - m_headUp * (r * .38), r * .52, m_head0 + m_headDirection * (r * .8) - m_headUp * (r * .42), r * .42);
        for (const double x : {-1.0, 1.0}) {
            const V shoulder = V(x * .16, .60, -.01) * s, elbow = V(x * .24, .36, .05) * s, hand = V(x * .11, .06, .26) * s;
            cone(shoulder, s * .075, elbow, s * .052);
            cone(elbow, s * .052, hand, s * .04);
            cone(hand, s * .045, hand + V(0, -.01, .05) * s, s * .035);
            const V hip = V(x * .13, .14, -.06) * s, knee = V(x * .25, .31, .15) * s, ankle = V(x * .20, .05, .14) * s;
            cone(hip, s * .11, knee, s * .075);
            cone(knee, s * .07, ankle, s * .045);
            cone(ankle, s * .045, ankle + V(x * .02, -.012, .14) * s, s * .035);
        }
        return m_cones;
    }

    void trunk() {
        V p = m_head1;
        for (int q = 0; q < 5; ++q) {
            const double a = (-50 - 12 * q + m_pose[P::trunk] * (q + 2) / 6) * radian;
            const V next = p + m_s.trunk * m_h / 5 * (m_posed ? turnedAside(V(0, std::sin(a), std::cos(a) * .9), m_pose[P::look]) : V(0, std::sin(a), std::cos(a) * .9));
            cone(p, m_headR * (.40 - .055 * q), next, m_headR * (.36 - .055 * q));
            p = next;
        }
        for (const double x : {-1.0, 1.0})
            cone(m_head1 + V(x * m_headR * .5, -m_headR * .2, -m_headR * .2), m_headR * .12,
                 m_head1 + V(x * m_headR * .6, -m_headR * .75, m_headR * .9), m_headR * .05); // tusks
    }

    void addTail(Soup& out) {
        const V root = m_tailRoot;
        Path3 path{m_posed ? root + onTrunk(V(0, 0, m_r * .2)) - onTrunk(V(0)) : root + V(0, 0, m_r * .2), root};
        for (int q = 0; q < 4; ++q) {
            const double a = (m_s.tailAngle + (m_s.tailCurl - m_s.tailAngle) * q / 3 + m_pose[P::tail]) * radian - m_pitch * .6;
            path.push_back(path.back() + m_s.tail * m_h / 4 * turnedAside(V(0, std::sin(a), -std::cos(a)), -m_pose[P::wag] * (q + 1) / 4.0));
            if (m_posed && !m_flies) path.back().y = std::max(path.back().y, m_s.tailRadius * m_h); // it lies on the ground
        }
        const double r = m_s.tailRadius * m_h;
        std::vector<double> radius;
        for (const double t : spread(0, 1, 11))
            radius.push_back(
                interpolate(t, {{0, r}, {.4, r * .95}, {.8, r * (.5 + .5 * m_s.tailTip)}, {1, r * m_s.tailTip * .7}}));
        m_tailTip = path.back();
        put(out, sweep(catmull(path, 2), radius, 7), m_s.stripes > 0 ? m_s.second : m_s.material);
    }

    void addEar(Soup& out, double x) const {
        const double l = m_s.ear * m_h;
        const double high = m_s.primate ? .1 : .62, wide = m_s.primate ? .92 : .62;
        const V root = m_head0 + m_headUp * (m_headR * high) + m_headSide * (x * m_headR * wide);
        Patch ear;
        if (m_s.flatEars) {
            ear = sphere(V(.34, .52, .10) * l, 9, 6).moved({0, l * .42, 0});
        } else {
            const double r = l * m_s.earWidth;
            ear = lathe({{r * .26, 0}, {r * .27, l * .3}, {0, l}}, 7);
            for (auto& p : ear.positions)
                p.z *= .5;
        }
        const V up = m_posed ? m_headSide * (x * m_s.earOut) + V(0, m_s.earUp, 0) - turnedAside(V(0, 0, .12), m_pose[P::look]) : V(x * m_s.earOut, m_s.earUp, -.12);
        put(out, ear.turned(along(up)).moved(root), m_s.material);
    }

    void addHorn(Soup& out, double x, const MaterialTable& materials) const {
        const double l = m_s.horn * m_h;
        const V root = m_head0 + m_headUp * (m_headR * .8) + m_headSide * (x * m_headR * .4);
        const V up = m_posed ? m_headUp : V(0, 1, 0), ahead = m_posed ? m_headDirection : V(0, 0, 1);
        const Path3 path{root, root + m_headSide * (x * l * m_s.hornOut * .6) + up * (l * .5) - ahead * (l * .05), root + m_headSide * (x * l * m_s.hornOut) + up * l + ahead * (l * .1)};
        put(out, sweep(catmull(path, 3), spread(l * .10 + .006, .006, 7), 6), l < .5 ? materials["paint0"] : materials["bark"]);
    }

    void addWing(Soup& out, double x) const {
        WingShape shape;
        shape.root = V(x * m_r * .5, spine(m_front) + m_r * .7, m_front - m_r * .3);
        shape.span = m_s.wing * m_h, shape.chord = m_s.wingChord * m_h, shape.backward = m_s.wing * m_h * .55, shape.thick = .018 * m_h, shape.membrane = true;
        if (m_posed) shape.root = onTrunk(shape.root);
        for (Patch& part : wing(shape, x, m_pose[P::flap], m_pose[P::spread])) put(out, std::move(part), m_s.second);
    }

    const Species& m_s;
    bool m_walk;
    bool m_posed, m_flies;
    AnimalPose m_pose;
    V m_hips{0}, m_hipsNow{0}, m_headSide{1, 0, 0};
    double m_pitch = 0, m_down = 0;
    double m_phase, m_h, m_length, m_girth, m_hip, m_front, m_back, m_r, m_headR;
    V m_tailRoot{0}, m_tailTip{0};
    V m_neckDirection, m_neckUp, m_neck0, m_neck1, m_headDirection, m_headUp, m_head0, m_head1;
    std::vector<Cone> m_cones;
};

void paint(Soup& body, const Species& s) {
    const double h = s.height;
    for (auto& t : body.triangles) {
        const V c = (body.positions[t.corner[0]] + body.positions[t.corner[1]] + body.positions[t.corner[2]]) / 3.0;
        if (s.stripes > 0 && c.y > h * .18 &&
            std::sin((c.z + .25 * std::sin(c.y * 9 / h)) * s.stripes / h + c.y * 3 / h) > .25)
            t.material = s.second;
        if (s.spots > 0 && c.y > h * .25 &&
            std::sin(c.x * s.spots / h + 1.7) * std::sin(c.y * s.spots / h) * std::sin(c.z * s.spots / h + .6) > .12)
            t.material = s.second;
        if (s.socks >= 0 && c.y < h * .07) t.material = std::uint32_t(s.socks);
    }
}

} // namespace

namespace {

Soup whole(const Species& species, const MaterialTable& materials, Animal&& animal) {
    Soup out;
    out.add(blob(animal.body(), species.smooth * species.height, species.cell * species.height), species.material);
    paint(out, species);
    if (species.face > 0)
        for (auto& t : out.triangles)
            if (animal.inFace((out.positions[t.corner[0]] + out.positions[t.corner[1]] + out.positions[t.corner[2]]) / 3.0)) t.material = species.second;
    if (species.ruff > 0) {
        auto ruff = animal.ruff();
        for (Cone& c : ruff) c.a = animal.settled(c.a), c.b = animal.settled(c.b);
        out.add(blob(ruff, species.ruff * species.height * .3, species.cell * species.height * 1.3, BlobNoise{species.ruff * species.height * .28, 22 / species.height}), species.second);
    }
    animal.addDetails(out, materials);
    return out;
}

} // namespace

Soup quadruped(const Species& species, const MaterialTable& materials, bool walk, double phase) {
    return whole(species, materials, Animal(species, walk, phase, nullptr, false));
}

Soup quadruped(const Species& species, const MaterialTable& materials, const AnimalPose& pose, bool flies) {
    return whole(species, materials, Animal(species, false, 0, &pose, flies));
}

} // namespace rushes::sets
