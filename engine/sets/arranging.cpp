// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/placing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

using V = glm::dvec3;
constexpr double radian = 3.14159265358979323846 / 180;

struct Scatter : Element {
    std::vector<std::string> props;
    int count = 0;
    double space = 1, radius = .5, sink = 0, coarseBeyond = 25, yawJitter = 0;
    glm::dvec2 heart{0}, arc{0, 360}, scale{.85, 1.15};
    std::optional<glm::dvec2> ring;
    glm::dvec4 region{0};
    std::optional<double> above, below, yaw;
    bool evenRadius = false, clear = true, tall = true, casts = true;

    glm::dvec2 draw(Random& random) const {
        if (!ring) {
            const double x = random.between(region.x, region.z);
            return {x, random.between(region.y, region.w)};
        }
        const double r = evenRadius ? random.between(ring->x, ring->y)
                                    : std::sqrt(random.between(ring->x * ring->x, ring->y * ring->y));
        const double a = random.between(arc.x, arc.y) * radian;
        return heart + r * glm::dvec2(std::sin(a), std::cos(a));
    }

    void build(SetBuilder& set, Random& random) const override {
        std::vector<glm::dvec2> placed;
        for (int tries = 0; int(placed.size()) < count && tries < count * 25; ++tries) {
            const glm::dvec2 p = draw(random);
            if (clear && !set.roomFor(p.x, p.y, radius, tall)) continue;
            const double y = set.height(p.x, p.y);
            if ((above && y < *above) || (below && y > *below)) continue;
            if (std::any_of(placed.begin(), placed.end(),
                            [&](const auto& q) { return glm::dot(p - q, p - q) < space * space; }))
                continue;
            placed.push_back(p);
            std::string name = pick(props, random);
            if (name.compare(0, 5, "tree:") == 0 && std::count(name.begin(), name.end(), ':') == 2)
                name += ":" + std::to_string(random.below(3));
            const double turned = yaw ? *yaw + random.between(-1, 1) * yawJitter : random.between(0, 360);
            Placing placing;
            placing.scale = V(random.between(scale.x, scale.y));
            placing.casts = casts;
            set.addProp(name, p, y - sink, turned, placing, glm::length(p - heart) > coarseBeyond);
        }
    }
};

struct Around : Element {
    std::vector<std::string> props;
    Spot at;
    int count = 1;
    double radius = 1, start = 0, y = 0, yaw = 0, jitter = 4;

    void build(SetBuilder& set, Random& random) const override {
        for (int i = 0; i < count; ++i) {
            const double a = 360. / count * i + start;
            const glm::dvec2 p = at.xz + radius * glm::dvec2(std::sin(a * radian), std::cos(a * radian));
            const std::string& name = pick(props, random);
            set.addProp(name, p, at.y ? *at.y : y, a + 180 + yaw + random.between(-1, 1) * jitter);
        }
    }
};

/// A group (table, chairs, plates) stamped at many places.
struct Group : Element {
    struct Item {
        std::string prop;
        V at{0};
        double yaw = 0;
    };
    std::vector<V> places; ///< x, z, yaw
    std::vector<Item> items;
    double y = 0, jitter = 0, yawJitter = 0;

    void build(SetBuilder& set, Random& random) const override {
        for (const V& place : places) {
            const glm::dmat3 r = turnY(place.z + random.between(-1, 1) * jitter);
            for (const Item& item : items) {
                const V p = V(place.x, y, place.y) + r * item.at;
                set.addProp(item.prop, {p.x, p.z}, p.y, place.z + item.yaw + random.between(-1, 1) * yawJitter);
            }
        }
    }
};

/// Props with their backs to a wall of the room before: listed, or filled along it.
struct WallProps : Element {
    struct Item {
        std::string prop;
        double along = 0, y = 0, yaw = 0;
    };
    std::string wall;
    std::vector<Item> items;
    std::vector<std::string> fill;
    double off = 0, from = .3, gap = .02, y = 0, skip = 0;
    std::optional<double> to;

    void build(SetBuilder& set, Random& random) const override {
        const auto it = set.walls.find(wall);
        if (it == set.walls.end()) return; // left open in this room
        const SetBuilder::Wall& w = it->second;
        for (const Item& item : items)
            hang(set, w, item, item.y < .3);
        if (items.empty()) fillUp(set, w, random);
    }

    void hang(SetBuilder& set, const SetBuilder::Wall& w, const Item& item, bool casts) const {
        const double back = set.props.soup(item.prop)->low().z;
        Placing placing;
        placing.turn = w.turn * turnY(item.yaw);
        placing.at = w.origin + w.turn * V(item.along, item.y, .02 - back + off);
        placing.group = w.group;
        placing.casts = casts;
        set.addPropPlaced(item.prop, placing, yawOf(w) + item.yaw);
    }

    void fillUp(SetBuilder& set, const SetBuilder::Wall& w, Random& random) const {
        const double end = to ? *to : w.length - .3;
        for (double u = from;;) {
            const std::string& name = pick(fill, random);
            const auto soup = set.props.soup(name);
            const double width = std::max(soup->high().x - soup->low().x, .01);
            if (u + width > end) break;
            if (random.unit() >= skip) hang(set, w, {name, u - soup->low().x, y, 0}, true);
            u += width + gap;
        }
    }

    static double yawOf(const SetBuilder::Wall& w) {
        const V z = w.turn * V(0, 0, 1);
        return std::atan2(z.x, z.z) / radian;
    }
};

} // namespace

std::unique_ptr<Element> readScatter(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<Scatter>();
    e->props = words.propList(n.at("props"));
    e->count = n.whole("n", 0);
    if (e->count < 0 || e->count > 5000) n.at("n").wrong("must be 0 to 5000");
    e->space = n.number("space", 1);
    e->radius = n.number("r", e->radius);
    e->sink = n.number("sink", 0);
    e->coarseBeyond = n.number("lod", e->coarseBeyond);
    e->heart = n.vec2("heart", e->heart);
    e->arc = n.vec2("arc", e->arc);
    e->scale = n.vec2("scale", e->scale);
    if (n.has("ring")) {
        e->ring = n.at("ring").vec2();
    } else {
        const auto v = n.at("region").numbers(4, 4);
        e->region = {v[0], v[1], v[2], v[3]};
    }
    if (n.has("above")) e->above = n.at("above").number();
    if (n.has("below")) e->below = n.at("below").number();
    if (n.has("yaw")) e->yaw = n.at("yaw").number();
    e->yawJitter = n.number("yawjit", 0);
    e->evenRadius = n.flag("lin", false);
    e->clear = n.flag("clear", true);
    e->tall = n.flag("tall", true);
    e->casts = n.flag("cast", true);
    n.ignore({"remat"});
    return e;
}

std::unique_ptr<Element> readAround(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<Around>();
    e->props = words.propList(n.at("prop"));
    e->at = Spot(n.at("at"));
    e->count = n.whole("n", 1);
    if (e->count < 1 || e->count > 1000) n.at("n").wrong("must be 1 to 1000");
    e->radius = n.at("r").number();
    e->start = n.number("a0", 0);
    e->y = n.number("y", 0);
    e->yaw = n.number("yaw", 0);
    e->jitter = n.number("jit", e->jitter);
    return e;
}

std::unique_ptr<Element> readSet(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<Group>();
    for (const Node& p : n.at("at").items())
        e->places.push_back(placeAndYaw(p));
    for (const Node& item : n.at("items").items()) {
        const auto v = item.items();
        if (v.size() < 4 || v.size() > 5) item.wrong("must be [prop, x, y, z] or [prop, x, y, z, yaw]");
        e->items.push_back(
            {words.prop(v[0]), {v[1].number(), v[2].number(), v[3].number()}, v.size() > 4 ? v[4].number() : 0});
    }
    e->y = n.number("y", 0);
    e->jitter = n.number("jit", 0);
    e->yawJitter = n.number("yawjit", 0);
    return e;
}

std::unique_ptr<Element> readWall(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<WallProps>();
    e->wall = n.choice("wall", "", {"n", "e", "s", "w"});
    e->off = n.number("off", 0);
    if (const auto items = n.find("items")) {
        for (const Node& item : items->items()) {
            const auto v = item.items();
            if (v.size() < 2 || v.size() > 4) item.wrong("must be [prop, along], with y and yaw after it if wanted");
            e->items.push_back(
                {words.prop(v[0]), v[1].number(), v.size() > 2 ? v[2].number() : 0, v.size() > 3 ? v[3].number() : 0});
        }
        n.ignore({"hide"});
        return e;
    }
    e->fill = words.propList(n.at("fill"));
    e->from = n.number("from", e->from);
    if (n.has("to")) e->to = n.at("to").number();
    e->gap = std::max(0., n.number("gap", e->gap));
    e->y = n.number("y", 0);
    e->skip = n.number("skip", 0);
    return e;
}

} // namespace rushes::sets
