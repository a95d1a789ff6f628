// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/set_builder.h"

#include <glm/geometric.hpp>

#include <cmath>

namespace rushes::sets {

namespace {

using V = glm::dvec3;

enum class FenceKind { picket, rail, wire, iron, handrail, solid, crash };

/// Lays boxes along one straight run of a fence, each on the ground below it.
class Run {
public:
    Run(Soup& soup, const SetBuilder& set, const glm::dvec2& a, const glm::dvec2& b, std::optional<double> level)
        : m_soup(soup), m_set(set), m_a(a), m_level(level), length(glm::length(b - a)) {
        m_d = (b - a) / length;
        m_turn = turnY(std::atan2(-m_d.y, m_d.x) * 180 / 3.14159265358979323846);
    }

    void block(double along, double y, const V& size, std::uint32_t material, int part = -1) {
        const glm::dvec2 c = m_a + m_d * along;
        const double ground = m_level ? *m_level : m_set.height(c.x, c.y);
        const Patch patch = box(size).turned(m_turn).moved({c.x, ground + y, c.y});
        part < 0 ? m_soup.add(patch, material) : m_soup.addTo(m_base + std::uint32_t(part), patch, material);
    }

private:
    Soup& m_soup;
    const SetBuilder& m_set;
    glm::dvec2 m_a, m_d{1, 0};
    std::optional<double> m_level;
    glm::dmat3 m_turn{1.0};
    std::uint32_t m_base = 0;

public:
    const double length;
};

struct Fence : Element {
    std::vector<glm::dvec2> path;
    FenceKind shape = FenceKind::picket;
    double h = 1, thickness = .4;
    bool cap = false;
    std::optional<double> level;
    std::uint32_t solid = 0, capMaterial = 0;

    void build(SetBuilder& set, Random&) const override {
        Soup soup;
        for (std::size_t i = 0; i + 1 < path.size(); ++i) {
            if (glm::length(path[i + 1] - path[i]) < 1e-3) continue;
            Run run(soup, set, path[i], path[i + 1], level);
            lay(run, set);
            if (cap) run.block(run.length / 2, h, {run.length + .1, .1, thickness + .15}, capMaterial);
        }
        Placing placing;
        placing.name = "fence";
        set.addSoup(soup, placing);
    }

    void lay(Run& run, const SetBuilder& set) const {
        const double l = run.length;
        const auto white = set.material("white"), wood = set.material("wood"), metal = set.material("metal"),
                   dark = set.material("dark");
        switch (shape) {
        case FenceKind::picket: {
            for (double u = .1; u < l; u += .16)
                run.block(u, .05, {.09, h, .02}, white, 0);
            const double piece = set.terrain.flat() ? l : 2.;
            for (double u = 0; u < l; u += piece)
                for (const double y : {.25, h * .75})
                    run.block(u + piece / 2, y, {piece, .07, .04}, white);
            break;
        }
        case FenceKind::rail:
            for (double u = 0; u < l + .1; u += 2.2)
                run.block(u, 0, {.12, h + .1, .12}, wood, 0);
            for (double u = 0; u < l - .5; u += 2.2)
                for (const double y : {.35 * h, .8 * h})
                    run.block(u + 1.1, y, {2.2, .09, .05}, wood, 1);
            break;
        case FenceKind::wire:
            for (double u = 0; u < l + .1; u += 2.5)
                run.block(u, 0, {.06, h, .06}, metal, 0);
            for (double u = 0; u < l - 1; u += 2.5)
                run.block(u + 1.25, .05, {2.5, h - .1, .004}, set.material("mesh"), 1);
            break;
        case FenceKind::iron:
            for (double u = 0; u < l; u += .14)
                run.block(u, 0, {.02, h, .02}, dark, 0);
            for (const double y : {.12, h - .15})
                run.block(l / 2, y, {l, .04, .03}, dark, 1);
            break;
        case FenceKind::handrail:
            for (double u = 0; u < l + .1; u += 1.5)
                run.block(u, 0, {.05, h, .05}, metal, 0);
            for (const double y : {h * .35, h * .68, h})
                run.block(l / 2, y, {l, .05, .05}, metal, 1);
            break;
        case FenceKind::crash:
            for (double u = 0; u < l; u += 3.)
                run.block(u, 0, {.12, .6, .1}, metal, 0);
            run.block(l / 2, .45, {l, .32, .06}, metal, 1);
            break;
        case FenceKind::solid:
            run.block(l / 2, 0, {l, h, thickness}, solid);
            break;
        }
    }
};

struct Stairs : Element {
    glm::dvec2 at{0};
    double y = 0, width = 1, rise = .17, going = .29, yaw = 0;
    int count = 1;
    bool rail = false;
    std::uint32_t material = 0;

    void build(SetBuilder& set, Random&) const override {
        Soup soup;
        for (int i = 0; i < count; ++i)
            soup.add(box({width, rise * (i + 1), going}, {0, 0, -going * (i + .5)}), material);
        if (rail)
            for (const double side : {-1., 1.}) {
                const double x = side * (width / 2 - .05);
                soup.add(sweep({{x, .95, 0}, {x, .95 + rise * count, -going * count}}, {.035}, 6),
                         set.material("wood"));
                for (int i = 0; i < count; ++i)
                    soup.addTo(0, box({.03, .9, .03}, {x, rise * (i + 1), -going * (i + .5)}), set.material("dark"));
            }
        Placing placing;
        placing.turn = turnY(yaw);
        placing.at = {at.x, y, at.y};
        placing.name = "stairs";
        set.addSoup(soup, placing);
    }
};

struct OpsElement : Element {
    std::vector<Op> ops;
    glm::dvec2 at{0};
    std::optional<double> y;
    double yaw = 0;
    V scale{1};
    bool casts = true;

    void build(SetBuilder& set, Random&) const override {
        Placing placing;
        placing.turn = turnY(yaw);
        placing.at = {at.x, y ? *y : set.height(at.x, at.y), at.y};
        placing.scale = scale;
        placing.casts = casts;
        placing.name = "construction";
        Soup soup = set.props.build(ops);
        if (soup.triangles.size() > 5000) soup = set.props.build(ops, Detail::coarse); // a shoal, a crowd
        set.addSoup(soup, placing);
    }
};

/// A practical light without a prop of its own: firelight, light from a doorway, a moonlit hatch.
struct LightElement : Element {
    Lamp lamp;
    void build(SetBuilder& set, Random&) const override { set.addLight(lamp); }
};

} // namespace

std::unique_ptr<Element> readFence(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<Fence>();
    e->path = n.at("path").pairs();
    if (e->path.size() < 2) n.at("path").wrong("needs two points or more");
    const std::string kind = n.choice("kind", "picket",
                                      {"picket", "rail", "post", "wire", "iron", "rail2", "crash", "stonewall", "brick",
                                       "hedge", "stone", "wall0", "rock", "parapet"});
    static const std::map<std::string, FenceKind> open{{"picket", FenceKind::picket}, {"rail", FenceKind::rail},
                                                       {"post", FenceKind::rail},     {"wire", FenceKind::wire},
                                                       {"iron", FenceKind::iron},     {"rail2", FenceKind::handrail},
                                                       {"crash", FenceKind::crash}};
    const auto it = open.find(kind);
    e->shape = it == open.end() ? FenceKind::solid : it->second;
    if (e->shape == FenceKind::solid) {
        const std::string material = kind == "parapet" ? "wall1" : kind;
        if (!words.materials.has(material)) n.at("kind").wrong("there is no material `" + material + "`");
        e->solid = words.materials[material];
    }
    e->capMaterial = words.materials["stone"];
    e->h = n.number("h", 1);
    e->thickness = n.number("t", e->thickness);
    e->cap = n.flag("cap", false);
    if (n.has("level")) e->level = n.at("level").number();
    return e;
}

std::unique_ptr<Element> readStairs(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<Stairs>();
    const auto at = n.at("at").numbers(2, 3);
    e->at = {at[0], at.back()};
    e->y = at.size() == 3 ? at[1] : n.number("y", 0);
    e->count = n.whole("n", 1);
    if (e->count < 1 || e->count > 500) n.at("n").wrong("must be 1 to 500");
    e->width = n.at("w").number();
    e->rise = n.number("rise", e->rise);
    e->going = n.number("run", e->going);
    e->yaw = n.number("yaw", 0);
    e->rail = n.flag("rail", false);
    const auto mat = n.find("mat");
    e->material = mat ? words.materials.index(*mat) : words.materials["stone"];
    return e;
}

std::unique_ptr<Element> readOpsElement(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<OpsElement>();
    e->ops = readOps(n.at("ops"), words.materials, words.props.species());
    if (const auto at = n.find("at")) {
        const auto v = at->numbers(2, 3);
        e->at = {v[0], v.back()};
        if (v.size() == 3) e->y = v[1];
    } else {
        e->y = 0;
    }
    e->yaw = n.number("yaw", 0);
    if (const auto scale = n.find("scale")) e->scale = scale->isNumber() ? V(scale->number()) : scale->vec3();
    e->casts = n.flag("cast", true);
    for (const Op& op : e->ops)
        if (op.kind == OpKind::use && !words.props.has(op.name)) n.wrong("there is no prop `" + op.name + "`");
    return e;
}

std::unique_ptr<Element> readLight(const Node& n, const Vocabulary&) {
    auto e = std::make_unique<LightElement>();
    e->lamp.position = glm::vec3(n.at("at").vec3());
    e->lamp.radius = float(n.number("r", e->lamp.radius));
    e->lamp.colour = glm::vec3(n.vec3("colour", glm::dvec3(e->lamp.colour)));
    e->lamp.strength = float(n.number("strength", 1));
    if (e->lamp.radius <= 0) n.at("r").wrong("must be more than 0");
    return e;
}

} // namespace rushes::sets
