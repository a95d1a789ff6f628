// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/nature.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

constexpr double pi = 3.14159265358979323846, radian = pi / 180;
using V = glm::dvec3;

Species readOne(const Node& n, Species s, const MaterialTable& materials) {
    const auto number = [&](const char* key, double& v) { v = n.number(key, v); };
    number("H", s.height), number("len", s.length), number("girth", s.girth), number("hip", s.hip),
        number("width", s.width);
    number("sag", s.sag), number("belly", s.belly), number("rump", s.rump), number("chest", s.chest),
        number("hump", s.hump);
    number("neck", s.neck), number("neckang", s.neckAngle), number("neckr0", s.neckRadius0),
        number("neckr1", s.neckRadius1);
    number("head", s.head), number("headang", s.headAngle), number("headr", s.headRadius),
        number("snoutr", s.snoutRadius);
    number("ear", s.ear), number("earout", s.earOut), number("earup", s.earUp), number("horn", s.horn),
        number("hornout", s.hornOut);
    number("knee", s.knee), number("foot", s.foot), number("hock", s.hock), number("hockh", s.hockHeight);
    number("tail", s.tail), number("tailang", s.tailAngle), number("tailcurl", s.tailCurl),
        number("tailr", s.tailRadius), number("tailtip", s.tailTip);
    number("trunk", s.trunk), number("mane", s.mane), number("smooth", s.smooth), number("res", s.cell),
        number("stride", s.stride);
    number("tuck", s.tuck), number("stripes", s.stripes), number("spots", s.spots);
    number("face", s.face), number("ruff", s.ruff);
    s.primate = n.flag("primate", s.primate);
    s.flatEars = n.flag("earflat", s.flatEars);
    s.nose = n.flag("nose", s.nose);
    if (const auto leg = n.find("leg")) {
        const auto v = leg->numbers(3, 3);
        std::copy(v.begin(), v.end(), s.leg);
    }
    if (const auto m = n.find("mat")) s.material = materials.index(*m);
    if (const auto m = n.find("mat2")) s.second = materials.index(*m);
    if (const auto m = n.find("socks")) s.socks = int(materials.index(*m));
    n.finish();
    return s;
}

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
    Animal(const Species& s, bool walk, double phase) : m_s(s), m_walk(walk), m_phase(phase) {
        m_h = s.height;
        m_length = s.length * m_h;
        m_girth = s.girth * m_h;
        m_hip = s.hip * m_h;
        m_front = m_length / 2;
        m_back = -m_length / 2;
        m_r = m_girth / 2;
        const double na = s.neckAngle * radian, ha = s.headAngle * radian, hl = s.head * m_h;
        m_neckDirection = V(0, std::sin(na), std::cos(na));
        m_neckUp = V(0, std::cos(na), -std::sin(na));
        m_neck0 = V(0, spine(m_front) + m_r * .28, m_front + m_r * .18);
        m_neck1 = m_neck0 + s.neck * m_h * m_neckDirection;
        m_headDirection = V(0, std::sin(ha), std::cos(ha));
        m_headUp = V(0, std::cos(ha), -std::sin(ha));
        m_headR = s.headRadius * m_h;
        m_head0 = m_neck1 + m_headUp * (m_headR * .15);
        m_head1 = m_head0 + m_headDirection * (hl * (1 - s.snoutRadius * s.headRadius / s.head * .9));
        m_tailRoot = V(0, spine(m_back) + m_r * .45, m_back - m_r * .62);
        if (s.primate && !walk) sitUp();
    }

    std::vector<Cone> body() {
        if (m_s.primate && !m_walk) return sitting();
        barrel();
        neckAndHead();
        legs();
        if (m_s.trunk > 0) trunk();
        if (m_s.mane > 0)
            for (const double q : spread(.05, 1, 6)) {
                const V p = m_neck0 + (m_neck1 - m_neck0) * q + m_neckUp * (m_s.neckRadius1 * m_h * 1.1);
                cone(p, m_s.mane * m_h, p, m_s.mane * m_h);
            }
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
        const double ahead = glm::dot(p - m_head0, m_headDirection) / m_headR, up = glm::dot(p - m_head0, m_headUp) / m_headR;
        return ahead > m_s.face && std::abs(p.x) < m_headR * 1.2 && std::abs(up) < (m_s.primate ? .75 : 1.6);
    }

    void addDetails(Soup& out, const MaterialTable& materials) {
        addTail(out);
        for (const double x : {-1.0, 1.0}) {
            addEar(out, x);
            if (m_s.horn > 0) addHorn(out, x, materials);
        }
        const double hl = m_s.head * m_h;
        if (m_s.ruff > 0) out.add(sphere(V(.075, .11, .075) * m_h, 7, 5).moved(m_tailTip), m_s.second);
        for (const double x : {-1.0, 1.0}) {
            if (m_s.primate) {
                const double front = m_walk ? m_s.head * m_h * .30 + m_headR * .82 : m_headR;
                const V ahead = m_head0 + m_headDirection * front + m_headUp * (m_headR * .12) + V(x * m_headR * .34, 0, 0);
                out.add(sphere(V(m_headR * .12), 6, 5).moved(ahead), materials["black"]);
                continue;
            }
            const V eye =
                m_head0 + m_headDirection * (hl * .27) + m_headUp * (m_headR * .30) + V(x * m_headR * .78, 0, 0);
            out.add(sphere(V(std::max(m_headR * .14, .006)), 6, 5).moved(eye), materials["black"]);
        }
        const V nose = m_head1 - m_headUp * (m_headR * .10) + m_headDirection * (m_headR * m_s.snoutRadius * .82);
        if (m_s.nose && !m_s.primate) out.add(sphere(V(m_headR * .26), 6, 5).moved(nose), materials["black"]);
    }

private:
    void cone(const V& a, double ra, const V& b, double rb) { m_cones.push_back({a, ra, b, rb}); }

    /// Height of the barrel's axis.
    double spine(double z) const {
        return interpolate(z, {{m_back, m_hip - m_girth * .50},
                               {0, (m_hip + m_h) / 2 - m_girth * .5 - m_s.sag * m_h},
                               {m_front, m_h - m_girth * .52}});
    }

    void barrel() { // rump, waist (tucked up), ribs, chest
        const double waist = m_r * (.80 - m_s.tuck * .3 + m_s.belly * .35), sag = m_s.belly * m_girth * .25;
        cone({0, spine(m_back) + m_r * .05, m_back}, m_r * .82 * m_s.rump,
             {0, spine(0) + m_r * m_s.tuck - sag, -m_length * .08}, waist);
        const V ribs(0, spine(m_front) - m_r * .06, m_front * .62);
        cone({0, spine(0) + m_r * m_s.tuck * .6 - sag, -m_length * .08}, waist, ribs, m_r * .96 * m_s.chest);
        cone(ribs, m_r * .96 * m_s.chest, {0, spine(m_front) + m_r * .02, m_front}, m_r * .78 * m_s.chest);
        if (m_s.hump > 0) {
            const V p(0, spine(m_front * .6) + m_r * .62 + m_s.hump * m_h * .3, m_front * .6);
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
        cone(m_head0 + m_headDirection * (hl * .1) - m_headUp * (m_headR * .35), m_headR * .72,
             m_head0 + m_headDirection * (hl * .5) - m_headUp * (m_headR * .45), m_headR * m_s.snoutRadius * .8);
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
            const V elbow(lx * 1.05, m_h * std::max(m_s.knee * 1.28, .5) * .98, m_front - m_r * .22 + o * .1);
            const V knee(lx, m_h * m_s.knee * .72, m_front - m_r * .10 + o * .5),
                fetlock(lx, m_h * .07, m_front - m_r * .12 + o);
            cone({lx * .8, spine(m_front) + m_r * .35, m_front - m_r * .15}, r0 * 1.25, elbow, r0 * .86);
            cone(elbow, r0 * .82, knee, r1 * .92);
            cone(knee, r1 * .92, fetlock, r2);
            cone(fetlock, r2, fetlock + V(0, -m_h * .07 + foot * .62, foot * .75), foot);
            o = swing(f + .25, -.05);
            const V stifle(lx * 1.12, m_hip * .52, m_back + m_r * .30 * m_s.hock + o * .2);
            const V hock(lx, m_hip * m_s.hockHeight, m_back - m_r * .55 * m_s.hock + o * .6),
                heel(lx, m_hip * .07, m_back - m_r * .32 * m_s.hock + o);
            cone({lx * .85, spine(m_back) + m_r * .10, m_back + m_r * .08}, r0 * 1.55, stifle, r0 * .95);
            cone(stifle, r0 * .90, hock, r1 * .80);
            cone(hock, r1 * .84, heel, r2);
            cone(heel, r2, heel + V(0, -m_hip * .07 + foot * .62, foot * .75), foot);
        }
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
            const double a = (-50 - 12 * q) * radian;
            const V next = p + m_s.trunk * m_h / 5 * V(0, std::sin(a), std::cos(a) * .9);
            cone(p, m_headR * (.40 - .055 * q), next, m_headR * (.36 - .055 * q));
            p = next;
        }
        for (const double x : {-1.0, 1.0})
            cone(m_head1 + V(x * m_headR * .5, -m_headR * .2, -m_headR * .2), m_headR * .12,
                 m_head1 + V(x * m_headR * .6, -m_headR * .75, m_headR * .9), m_headR * .05);
    }

    void addTail(Soup& out) {
        const V root = m_tailRoot;
        Path3 path{root + V(0, 0, m_r * .2), root};
        for (int q = 0; q < 4; ++q) {
            const double a = (m_s.tailAngle + (m_s.tailCurl - m_s.tailAngle) * q / 3) * radian;
            path.push_back(path.back() + m_s.tail * m_h / 4 * V(0, std::sin(a), -std::cos(a)));
        }
        const double r = m_s.tailRadius * m_h;
        std::vector<double> radius;
        for (const double t : spread(0, 1, 11))
            radius.push_back(
                interpolate(t, {{0, r}, {.4, r * .95}, {.8, r * (.5 + .5 * m_s.tailTip)}, {1, r * m_s.tailTip * .7}}));
        m_tailTip = path.back();
        out.add(sweep(catmull(path, 2), radius, 7), m_s.stripes > 0 ? m_s.second : m_s.material);
    }

    void addEar(Soup& out, double x) const {
        const double l = m_s.ear * m_h;
        const double high = m_s.primate ? .1 : .62, wide = m_s.primate ? .92 : .62;
        const V root = m_head0 + m_headUp * (m_headR * high) + V(x * m_headR * wide, 0, 0);
        Patch ear;
        if (m_s.flatEars) {
            ear = sphere(V(.34, .52, .10) * l, 9, 6).moved({0, l * .42, 0});
        } else {
            ear = lathe({{l * .26, 0}, {l * .27, l * .3}, {0, l}}, 7);
            for (auto& p : ear.positions)
                p.z *= .5;
        }
        out.add(ear.turned(along({x * m_s.earOut, m_s.earUp, -.12})).moved(root), m_s.material);
    }

    void addHorn(Soup& out, double x, const MaterialTable& materials) const {
        const double l = m_s.horn * m_h;
        const V root = m_head0 + m_headUp * (m_headR * .8) + V(x * m_headR * .4, 0, 0);
        const Path3 path{root, root + V(x * l * m_s.hornOut * .6, l * .5, -l * .05),
                         root + V(x * l * m_s.hornOut, l, l * .1)};
        out.add(sweep(catmull(path, 3), spread(l * .10 + .006, .006, 7), 6),
                l < .5 ? materials["paint0"] : materials["bark"]);
    }

    const Species& m_s;
    bool m_walk;
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

std::map<std::string, Species> readSpecies(const Node& file, const MaterialTable& materials) {
    Species common;
    common.material = materials["fur1"];
    common.second = materials["fur3"];
    if (const auto node = file.find("_default")) common = readOne(*node, common, materials);
    std::map<std::string, Species> out;
    for (const auto& [name, node] : file.fields())
        if (name != "_default") out[name] = readOne(node, common, materials);
    return out;
}

Soup quadruped(const Species& species, const MaterialTable& materials, bool walk, double phase) {
    Animal animal(species, walk, phase);
    Soup out;
    out.add(blob(animal.body(), species.smooth * species.height, species.cell * species.height), species.material);
    paint(out, species);
    if (species.face > 0)
        for (auto& t : out.triangles)
            if (animal.inFace((out.positions[t.corner[0]] + out.positions[t.corner[1]] + out.positions[t.corner[2]]) / 3.0)) t.material = species.second;
    if (species.ruff > 0) out.add(blob(animal.ruff(), species.ruff * species.height * .3, species.cell * species.height * 1.3, BlobNoise{species.ruff * species.height * .28, 22 / species.height}), species.second);
    animal.addDetails(out, materials);
    return out;
}

} // namespace rushes::sets
