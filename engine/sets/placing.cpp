// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/placing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

using V = glm::dvec3;

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
                for (const char* paint : {"paint1", "paint0", "paint2"})
                    placing.remat[set.material(paint)] = tone();
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
                const double x =
                    at.xz.x + (i - (nx - 1) / 2.) * dx + random.between(-1, 1) * jitter + stagger * (j % 2);
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
    if (e->from.y.has_value() != e->to.y.has_value())
        n.at("to").wrong("`from` and `to` must both be [x, z] or both [x, y, z]");
    e->count = n.whole("n", 0);
    if (e->count <= 0)
        e->step = n.at("step").number();
    else
        n.ignore({"step"});
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
        for (const Node& t : tones->items())
            e->tones.push_back(words.materials.index(t));
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

std::unique_ptr<Element> readCars(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<Cars>();
    for (const Node& p : n.at("at").items())
        e->places.push_back(placeAndYaw(p));
    if (const auto of = n.find("of"))
        e->kinds = words.propList(*of);
    else
        e->kinds = {"car", "suv", "hatchback", "van", "car"};
    return e;
}

} // namespace rushes::sets
