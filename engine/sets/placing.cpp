// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/set_builder.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

using V = glm::dvec3;
constexpr double radian = 3.14159265358979323846 / 180;

const std::string& pick(const std::vector<std::string>& names, Random& random) { return names[random.below(std::uint32_t(names.size()))]; }

/// [x, z] stands on the land, [x, y, z] at that height.
struct Spot {
    glm::dvec2 xz{0};
    std::optional<double> y;

    Spot() = default;
    explicit Spot(const Node& n) {
        const auto v = n.numbers(2, 3);
        xz = {v[0], v.back()};
        if (v.size() == 3) y = v[1];
    }
};

struct Scale {
    V fixed{1};
    std::optional<glm::dvec2> range; ///< drawn anew for each

    Scale() = default;
    Scale(const Node& n, bool pairIsRange) {
        if (n.isNumber()) fixed = V(n.number());
        else if (pairIsRange && n.size() == 2) range = n.vec2();
        else fixed = n.vec3();
    }
    V draw(Random& random) const { return range ? V(random.between(range->x, range->y)) : fixed; }
};

struct PropElement : Element {
    std::vector<std::string> names;
    Spot at;
    double yaw = 0, block = 0;
    std::optional<double> jitter, casts;
    Scale scale;
    bool ceiling = false;
    Remat remat;

    void build(SetBuilder& set, Random& random) const override {
        Placing placing;
        const std::string& name = pick(names, random);
        placing.scale = scale.fixed;
        placing.remat = remat;
        placing.casts = casts ? *casts != 0 : !ceiling;
        if (ceiling) placing.group = set.ceilingGroup();
        set.addProp(name, at.xz, at.y, yaw + (jitter ? random.between(-1, 1) * *jitter : 0), placing);
        if (block > 0) set.keepClear(at.xz.x, at.xz.y, block);
    }
};

struct Row : Element {
    std::vector<std::string> props;
    Spot from, to;
    int count = 0;
    double step = 1, yaw = 0, yawJitter = 0, skip = 0, jitter = 0;
    bool clear = false, flip = false;
    Scale scale;
    Remat remat;
    std::vector<std::uint32_t> tones;

    void build(SetBuilder& set, Random& random) const override {
        const V a(from.xz.x, from.y.value_or(0), from.xz.y), b(to.xz.x, to.y.value_or(0), to.xz.y);
        const int n = count > 0 ? count : int(glm::length(b - a) / step) + 1;
        for (int i = 0; i < n; ++i) {
            if (random.unit() < skip) continue;
            V c = a + (b - a) * (double(i) / std::max(n - 1, 1));
            c.x += random.between(-1, 1) * jitter;
            if (from.y) c.y += random.between(-1, 1) * jitter;
            c.z += random.between(-1, 1) * jitter;
            const std::string& name = pick(props, random);
            if (clear && !set.roomFor(c.x, c.z, .4)) continue;
            double turned = yaw + random.between(-1, 1) * yawJitter;
            if (flip && random.unit() < .5) turned += 180;
            Placing placing;
            placing.scale = scale.draw(random);
            placing.remat = remat;
            if (!tones.empty()) {
                const auto tone = [&] { return tones[random.below(std::uint32_t(tones.size()))]; };
                placing.remat.clear();
                for (const char* paint : {"paint1", "paint0", "paint2"}) placing.remat[set.material(paint)] = tone();
            }
            set.addProp(name, {c.x, c.z}, from.y ? std::optional(c.y) : std::nullopt, turned, placing);
        }
    }
};

struct Grid : Element {
    std::vector<std::string> props;
    Spot at;
    int nx = 1, nz = 1;
    double dx = 1, dz = 1, jitter = 0, stagger = 0, skip = 0, radius = .1, yaw = 0, yawJitter = 0;
    bool clear = true, tall = false, coarse = false;
    std::optional<Scale> scale;

    void build(SetBuilder& set, Random& random) const override {
        for (int j = 0; j < nz; ++j)
            for (int i = 0; i < nx; ++i) {
                if (random.unit() < skip) continue;
                const double x = at.xz.x + (i - (nx - 1) / 2.) * dx + random.between(-1, 1) * jitter + stagger * (j % 2);
                const double z = at.xz.y + (j - (nz - 1) / 2.) * dz + random.between(-1, 1) * jitter;
                if (clear && !set.roomFor(x, z, radius, tall)) continue;
                const std::string& name = pick(props, random);
                const double turned = yaw + random.between(-1, 1) * yawJitter;
                Placing placing;
                if (scale) placing.scale = scale->draw(random);
                set.addProp(name, {x, z}, at.y, turned, placing, coarse);
            }
    }
};

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
        const double r = evenRadius ? random.between(ring->x, ring->y) : std::sqrt(random.between(ring->x * ring->x, ring->y * ring->y));
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
            if (std::any_of(placed.begin(), placed.end(), [&](const auto& q) { return glm::dot(p - q, p - q) < space * space; })) continue;
            placed.push_back(p);
            std::string name = pick(props, random);
            if (name.compare(0, 5, "tree:") == 0 && std::count(name.begin(), name.end(), ':') == 2) name += ":" + std::to_string(random.below(3));
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
        for (const Item& item : items) hang(set, w, item, item.y < .3);
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

struct Cars : Element {
    std::vector<std::string> kinds;
    std::vector<V> places; ///< x, z, yaw

    void build(SetBuilder& set, Random& random) const override {
        constexpr const char* colours[] = {"paint0", "paint1", "paint2", "paint3", "white"};
        for (const V& place : places) {
            const std::string& name = pick(kinds, random);
            const double yaw = place.z + random.between(-2, 2);
            Placing placing;
            placing.remat[set.material("paint1")] = set.material(colours[random.below(5)]);
            set.addProp(name, {place.x, place.y}, {}, yaw, placing);
        }
    }
};

V placeAndYaw(const Node& n) {
    const auto v = n.numbers(2, 3);
    return {v[0], v[1], v.size() > 2 ? v[2] : 0};
}

} // namespace

std::unique_ptr<Element> readProp(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<PropElement>();
    e->names = words.propList(n.at("name"));
    e->at = Spot(n.at("at"));
    e->yaw = n.number("yaw", 0);
    if (n.has("jit")) e->jitter = n.at("jit").number();
    if (n.has("cast")) e->casts = n.at("cast").number();
    if (n.has("scale")) e->scale = Scale(n.at("scale"), false);
    if (n.has("remat")) e->remat = words.materials.remat(n.at("remat"));
    e->ceiling = n.flag("ceiling", false);
    e->block = n.number("block", 0);
    return e;
}

std::unique_ptr<Element> readRow(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<Row>();
    e->props = words.propList(n.at("prop"));
    e->from = Spot(n.at("from"));
    e->to = Spot(n.at("to"));
    if (e->from.y.has_value() != e->to.y.has_value()) n.at("to").wrong("`from` and `to` must both be [x, z] or both [x, y, z]");
    e->count = n.whole("n", 0);
    if (e->count <= 0) e->step = n.at("step").number();
    else n.ignore({"step"});
    if (e->step < .02 || e->count > 5000) n.wrong("needs `n` up to 5000, or a `step` of 2 cm or more");
    e->yaw = n.number("yaw", 0);
    e->yawJitter = n.number("yawjit", 0);
    e->skip = n.number("skip", 0);
    e->jitter = n.number("jit", 0);
    e->clear = n.flag("clear", false);
    e->flip = n.flag("flip", false);
    if (n.has("scale")) e->scale = Scale(n.at("scale"), true);
    if (n.has("remat")) e->remat = words.materials.remat(n.at("remat"));
    if (const auto tones = n.find("tones"))
        for (const Node& t : tones->items()) e->tones.push_back(words.materials.index(t));
    return e;
}

std::unique_ptr<Element> readGrid(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<Grid>();
    e->props = words.propList(n.at("prop"));
    e->at = Spot(n.at("at"));
    e->nx = n.whole("nx", 1);
    e->nz = n.whole("nz", 1);
    if (e->nx < 1 || e->nz < 1 || e->nx * e->nz > 20000) n.wrong("`nx` times `nz` must be 1 to 20000");
    e->dx = n.number("dx", 1);
    e->dz = n.number("dz", 1);
    e->jitter = n.number("jit", 0);
    e->stagger = n.number("stagger", 0);
    e->skip = n.number("skip", 0);
    e->radius = n.number("r", e->radius);
    e->yaw = n.number("yaw", 0);
    e->yawJitter = n.number("yawjit", 0);
    e->clear = n.flag("clear", true);
    e->tall = n.flag("tall", false);
    e->coarse = n.flag("lod", false);
    if (n.has("scale")) e->scale = Scale(n.at("scale"), true);
    return e;
}

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
    for (const Node& p : n.at("at").items()) e->places.push_back(placeAndYaw(p));
    for (const Node& item : n.at("items").items()) {
        const auto v = item.items();
        if (v.size() < 4 || v.size() > 5) item.wrong("must be [prop, x, y, z] or [prop, x, y, z, yaw]");
        e->items.push_back({words.prop(v[0]), {v[1].number(), v[2].number(), v[3].number()}, v.size() > 4 ? v[4].number() : 0});
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
            e->items.push_back({words.prop(v[0]), v[1].number(), v.size() > 2 ? v[2].number() : 0, v.size() > 3 ? v[3].number() : 0});
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

std::unique_ptr<Element> readCars(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<Cars>();
    for (const Node& p : n.at("at").items()) e->places.push_back(placeAndYaw(p));
    if (const auto of = n.find("of")) e->kinds = words.propList(*of);
    else e->kinds = {"car", "suv", "hatchback", "van", "car"};
    return e;
}

} // namespace rushes::sets
