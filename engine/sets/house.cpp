// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/fronts.h"
#include "engine/sets/set_builder.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

using V = glm::dvec3;

/// A detached house with a pitched roof, porch, shutters, chimney and garage. Its front is at z = 0 and faces +Z.
struct House : Element {
    glm::dvec2 at{0}, size{10, 8};
    double yaw = 0, roofHeight = 2.8;
    int storeys = 2;
    bool gableInFront = false, porch = true, shutters = true, chimney = true, garage = false;
    std::uint32_t wall = 0;

    void build(SetBuilder& set, Random& random) const override {
        const double eaves = storeys * 2.8 + .4;
        Soup soup;
        soup.add(box({size.x, eaves, size.y}, {0, 0, -size.y / 2}), wall);
        addRoof(soup, set, eaves);
        addWindows(soup, set, random, eaves);
        const int bays = std::max(2, int(size.x / 2.8));
        const double door = -size.x / 2 + size.x / bays * (bays / 2 + .5);
        frontQuad(soup, door - .62, .4, door + .62, 2.75, .05, set.material("white"));
        frontQuad(soup, door - .48, .4, door + .48, 2.6, .08, set.material("darkwood"));
        if (porch) addPorch(soup, set, door);
        if (chimney)
            soup.merge(*set.props.soup("chimney"), glm::dmat3(1.0),
                       {size.x * .28, eaves + roofHeight * .55, -size.y * .5});
        if (garage) addGarage(soup, set);
        Placing placing;
        placing.turn = turnY(yaw);
        placing.at = {at.x, set.height(at.x, at.y), at.y};
        placing.name = "house";
        set.addSoup(soup, placing);
        keepOut(set);
    }

    void addRoof(Soup& soup, SetBuilder& set, double eaves) const {
        const double w = size.x, d = size.y, span = (gableInFront ? w : d) / 2, run = gableInFront ? d : w;
        Patch gable = extrude({{-span, eaves}, {span, eaves}, {0, eaves + roofHeight}}, run);
        if (!gableInFront) gable.turned(turnY(90));
        soup.add(gable.moved({0, 0, -d / 2}), wall);
        const double pitch = std::atan2(roofHeight, span) * 180 / 3.14159265358979323846,
                     length = std::hypot(span, roofHeight) + .6;
        for (const bool other : {true, false}) {
            Patch slope = box({length, .16, run + .9}, {length / 2, 0, 0})
                              .turned(turnZ(-pitch))
                              .moved({0, eaves + roofHeight, 0});
            if (other) slope.turned(turnY(180));
            if (!gableInFront) slope.turned(turnY(90));
            soup.add(slope.moved({0, .02, -d / 2}), set.material("shingle"));
        }
    }

    void addWindows(Soup& soup, SetBuilder& set, Random& random, double eaves) const {
        const int bays = std::max(2, int(size.x / 2.8));
        const double bay = size.x / bays;
        for (int k = 0; k < storeys; ++k)
            for (int i = 0; i < bays; ++i) {
                if (k == 0 && i == bays / 2) continue; // the door
                const double x = -size.x / 2 + bay * (i + .5);
                const bool lit = set.night() && random.unit() < .6;
                outsideWindow(soup, {x, k * 2.8 + 1.15, 1.15, 1.35, WindowKind::sash, FrontDetail::near, lit},
                              set.materials);
                if (!shutters) continue;
                for (const double side : {-1., 1.})
                    soup.add(box({.35, 1.45, .05}, {x + side * .86, k * 2.8 + 1.1, .05}), set.material("paint2"));
            }
        if (gableInFront)
            outsideWindow(soup, {0, eaves + .5, .9, 1.0, WindowKind::sash, FrontDetail::near, false}, set.materials);
    }

    void addPorch(Soup& soup, SetBuilder& set, double door) const {
        const double w = size.x;
        const auto white = set.material("white");
        soup.add(box({w * .7, .4, 2.0}, {door, 0, 1.0}), set.material("wood"));
        Patch roof = box({w * .74, .16, 2.5}, {door, 2.95, 1.1});
        for (V& p : roof.positions)
            p.y -= p.z * .12;
        soup.add(roof, set.material("shingle"));
        for (const double x : spread(door - w * .33, door + w * .33, 4))
            soup.add(box({.16, 2.5, .16}, {x, .4, 1.85}), white);
        for (int i = 0; i < 3; ++i)
            soup.add(box({1.6, .13 * (3 - i), .3}, {door, 0, 2.15 + .3 * i}), set.material("stone"));
        for (const double side : {-1., 1.}) {
            const double x0 = door + side * .9, x1 = door + side * w * .33;
            soup.add(box({std::abs(x1 - x0), .07, .07}, {(x0 + x1) / 2, 1.2, 1.85}), white);
            for (double t = std::min(x0, x1); t < std::max(x0, x1); t += .22)
                soup.addTo(0, box({.04, .8, .04}, {t, .4, 1.85}), white);
        }
    }

    void addGarage(Soup& soup, SetBuilder& set) const {
        const double x = size.x / 2 + 1.9;
        soup.add(box({3.8, 2.7, 6}, {x, 0, -3.4}), wall);
        soup.add(extrude({{-2.2, 2.7}, {2.2, 2.7}, {0, 4.1}}, 6.6).moved({x, 0, -3.4}), set.material("shingle"));
        frontQuad(soup, x - 1.4, 0, x + 1.4, 2.2, -.35, set.material("white"));
        for (const double y : {.55, 1.1, 1.65})
            frontQuad(soup, x - 1.4, y - .015, x + 1.4, y + .015, -.33, set.material("dark"));
    }

    void keepOut(SetBuilder& set) const {
        glm::dvec2 low(1e30), high(-1e30);
        for (const double x : {-size.x / 2 - 1, size.x / 2 + 1})
            for (const double z : {-size.y - 1, 2.6}) {
                const V p = turnY(yaw) * V(x, 0, z);
                const glm::dvec2 q(p.x + at.x, p.z + at.y);
                low = glm::min(low, q);
                high = glm::max(high, q);
            }
        set.keepOut(low, high);
    }
};

} // namespace

std::unique_ptr<Element> readHouse(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<House>();
    e->at = n.at("at").vec2();
    e->size = n.vec2("size", e->size);
    e->yaw = n.number("yaw", 0);
    e->roofHeight = n.number("roofh", e->roofHeight);
    e->storeys = n.whole("storeys", e->storeys);
    if (e->storeys < 1 || e->storeys > 20 || e->size.x < 1 || e->size.y < 1)
        n.wrong("a house has 1 to 20 storeys and is 1 m or more each way");
    e->gableInFront = n.flag("front", false);
    e->porch = n.flag("porch", true);
    e->shutters = n.flag("shutters", true);
    e->chimney = n.flag("chimney", true);
    e->garage = n.flag("garage", false);
    const auto mat = n.find("mat");
    e->wall = mat ? words.materials.index(*mat) : words.materials["siding"];
    return e;
}

} // namespace rushes::sets
