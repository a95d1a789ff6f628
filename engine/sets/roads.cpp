// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/set_builder.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

using V = glm::dvec3;
using Path2 = std::vector<glm::dvec2>;

/// The middle of a road as points, with the side direction and the ground's height at each.
struct Centreline {
    std::vector<V> points, sides;
    std::vector<double> ground;

    Centreline(const SetBuilder& set, const Path2& path, std::optional<double> level) {
        if (path.size() > 2) {
            Path3 through;
            for (const auto& p : path)
                through.emplace_back(p.x, 0, p.y);
            points = catmull(through, 10);
        } else {
            for (const double t : spread(0, 1, 12))
                points.emplace_back(path[0].x + (path[1].x - path[0].x) * t, 0,
                                    path[0].y + (path[1].y - path[0].y) * t);
        }
        const std::size_t n = points.size();
        for (std::size_t i = 0; i < n; ++i) {
            V d = points[std::min(i + 1, n - 1)] - points[i > 0 ? i - 1 : 0];
            d /= glm::length(d) + 1e-12;
            sides.emplace_back(d.z, 0, -d.x);
            ground.push_back(level ? *level : set.height(points[i].x, points[i].z));
        }
    }

    /// A strip `width` wide whose middle is `offset` to the right, `y` above the ground.
    Patch strip(double width, double offset, double y) const {
        Patch out;
        for (std::size_t i = 0; i < points.size(); ++i)
            for (const double side : {-.5, .5}) {
                V p = points[i] + sides[i] * (offset + side * width);
                p.y = ground[i] + y;
                out.positions.push_back(p);
                out.normals.emplace_back(0, 1, 0);
            }
        band(out);
        return out;
    }

    /// The vertical face of a kerb.
    Patch face(double offset, double y0, double y1, double facing) const {
        Patch out;
        for (std::size_t i = 0; i < points.size(); ++i)
            for (const double y : {y0, y1}) {
                V p = points[i] + sides[i] * offset;
                p.y = ground[i] + y;
                out.positions.push_back(p);
                out.normals.push_back(sides[i] * facing);
            }
        band(out);
        return out;
    }

    Road road(double width, double y) const {
        Road out{{}, float(width)};
        for (std::size_t i = 0; i < points.size(); ++i) out.points.emplace_back(points[i].x, ground[i] + y, points[i].z);
        return out;
    }

    static void band(Patch& out) {
        for (std::uint32_t a = 0; a + 3 < out.positions.size(); a += 2) {
            out.triangles.push_back({a, a + 1, a + 3});
            out.triangles.push_back({a, a + 3, a + 2});
        }
    }
};

struct Line {
    double offset = 0, width = .14;
    std::optional<glm::dvec2> dash;
    std::uint32_t material = 0;
};

/// A painted line, whole or dashed, along the road.
Patch paintedLine(const Centreline& road, const Line& line, double y) {
    std::vector<glm::dvec2> x, z, sx, sz, h;
    double length = 0;
    for (std::size_t i = 0; i < road.points.size(); ++i) {
        if (i > 0) length += glm::length(road.points[i] - road.points[i - 1]);
        x.emplace_back(length, road.points[i].x), z.emplace_back(length, road.points[i].z);
        sx.emplace_back(length, road.sides[i].x), sz.emplace_back(length, road.sides[i].z);
        h.emplace_back(length, road.ground[i]);
    }
    const double dash = line.dash ? line.dash->x : length, gap = line.dash ? line.dash->y : 0;
    Patch out;
    for (double t = 0; t < length && dash + gap > 0; t += dash + gap) {
        const double end = std::min(t + dash, length);
        const int n = std::max(2, int((end - t) / 4) + 1);
        const auto base = std::uint32_t(out.positions.size());
        for (const double s : spread(t, end, n))
            for (const double side : {-.5, .5}) {
                const double off = line.offset + side * line.width;
                out.positions.emplace_back(interpolate(s, x) + interpolate(s, sx) * off, interpolate(s, h) + y + .015,
                                           interpolate(s, z) + interpolate(s, sz) * off);
                out.normals.emplace_back(0, 1, 0);
            }
        for (std::uint32_t i = 0; i + 1 < std::uint32_t(n); ++i) {
            const std::uint32_t a = base + 2 * i;
            out.triangles.push_back({a, a + 1, a + 3});
            out.triangles.push_back({a, a + 3, a + 2});
        }
    }
    return out;
}

void addFlat(SetBuilder& set, const Soup& soup, const char* name) {
    Placing placing;
    placing.casts = false;
    placing.name = name;
    set.addSoup(soup, placing);
}

void layRibbon(SetBuilder& set, const Centreline& road, double width, double y, std::uint32_t material,
               const std::vector<Line>& lines, const char* name) {
    Soup soup;
    soup.add(road.strip(width, 0, y), material);
    addFlat(set, soup, name);
    for (const Line& line : lines) {
        Soup paint;
        paint.addTo(0, paintedLine(road, line, y), line.material);
        addFlat(set, paint, "line");
    }
}

struct Ribbon : Element {
    Path2 path;
    double width = 3, y = .02;
    std::optional<double> level;
    std::uint32_t material = 0;
    std::vector<Line> lines;
    bool driven = false;

    void build(SetBuilder& set, Random&) const override {
        const Centreline middle(set, path, level);
        layRibbon(set, middle, width, y, material, lines, "path");
        if (driven) set.addRoad(middle.road(width, y));
    }
};

/// Carriageway, two pavements with kerbs, painted lines and crossings.
struct Street : Element {
    Path2 path;
    double width = 7, walk = 2.6, kerb = .14;
    std::uint32_t material = 0, walkMaterial = 0;
    std::vector<Line> lines;
    std::vector<double> crossings;

    void build(SetBuilder& set, Random&) const override {
        const Centreline road(set, path, {});
        layRibbon(set, road, width, .02, material, lines, "road");
        set.addRoad(road.road(width, .02));
        const std::uint32_t stone = set.material("kerb");
        for (const double side : {-1.0, 1.0}) {
            Soup soup;
            soup.add(road.strip(walk, side * (width / 2 + walk / 2), kerb + .02), walkMaterial);
            soup.add(road.face(side * width / 2, .02, kerb + .02, -side), stone);
            soup.add(road.strip(.16, side * (width / 2 + .08), kerb + .03), stone);
            addFlat(set, soup, "pavement");
            std::vector<glm::dvec2> middle;
            for (std::size_t i = 0; i < road.points.size(); ++i) {
                const V p = road.points[i] + road.sides[i] * (side * (width / 2 + walk / 2));
                middle.emplace_back(p.x, p.z);
            }
            set.addPaving(std::move(middle), walk / 2, kerb + .02);
        }
        for (const double z : crossings) {
            Soup soup;
            for (int i = 0; i < int(width / .9); ++i)
                soup.addTo(0, box({.5, .012, 3.0}, {-width / 2 + .45 + i * .9, .025, z}), set.material("white"));
            addFlat(set, soup, "crossing");
        }
    }
};

constexpr double kNarrowest = 2.8; ///< metres: a car's width and a little

/// Rivers, furrows and carpets are ribbons too.
bool isDriven(const std::string& material) { return material == "asphalt" || material == "dirt" || material == "gravel" || material == "path" || material == "cobble"; }

Path2 readPath(const Node& n) {
    const Path2 path = n.at("path").pairs();
    if (path.size() < 2) n.at("path").wrong("needs two points or more");
    return path;
}

std::vector<Line> readLines(const Node& list, const Vocabulary& words) {
    std::vector<Line> out;
    for (const Node& n : list.items()) {
        Line line;
        line.offset = n.number("off", 0);
        line.width = n.number("w", line.width);
        if (const auto dash = n.find("dash")) {
            line.dash = dash->vec2();
            if (line.dash->x < .1 || line.dash->y < 0) dash->wrong("must be [length, gap], length .1 or more");
        }
        const auto m = n.find("mat");
        line.material = m ? words.materials.index(*m) : words.materials["white"];
        n.finish();
        out.push_back(line);
    }
    return out;
}

} // namespace

std::unique_ptr<Element> readRibbon(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<Ribbon>();
    e->path = readPath(n);
    e->width = n.at("w").number();
    e->y = n.number("y", e->y);
    if (const auto level = n.find("level")) e->level = level->number();
    e->material = words.materials.index(n.at("mat"));
    e->driven = isDriven(n.at("mat").text()) && e->width >= kNarrowest;
    if (const auto lines = n.find("lines")) e->lines = readLines(*lines, words);
    return e;
}

std::unique_ptr<Element> readStreet(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<Street>();
    e->path = readPath(n);
    e->width = n.number("w", e->width);
    e->walk = n.number("walk", e->walk);
    e->kerb = n.number("kerb", e->kerb);
    const auto mat = n.find("mat"), walk = n.find("walkmat");
    e->material = mat ? words.materials.index(*mat) : words.materials["asphalt"];
    e->walkMaterial = walk ? words.materials.index(*walk) : words.materials["pavement"];
    if (const auto lines = n.find("lines"))
        e->lines = readLines(*lines, words);
    else
        e->lines = {{0, .12, glm::dvec2(2, 3), words.materials["white"]}};
    if (const auto cross = n.find("cross")) e->crossings = cross->numbers();
    return e;
}

} // namespace rushes::sets
