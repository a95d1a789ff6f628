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

struct Opening {
    std::string kind, wall;
    double at = 0, width = 1.2, height = 1.4, sill = 0, blind = 0;
    int across = 2, down = 2;
    bool curtain = false;
    std::uint32_t trim = 0, pane = 0, frame = 0, door = 0;
    bool glassDoor = false, ownPane = false;
};

struct Dado {
    double height;
    std::uint32_t material;
};

struct RoomSpec {
    glm::dvec2 size{5, 4}, at{0};
    double height = 2.7, y = 0;
    std::uint32_t wall = 0, floor = 0;
    std::optional<std::uint32_t> ceiling;
    std::optional<Dado> dado;
    int beams = 0;
    bool skirting = true, cornice = false;
    std::vector<std::string> open;
    std::vector<Opening> openings;
};

/// One wall with what is cut into it: local x along the wall from its left end seen from inside, y up, z into the room.
class WallBuilder {
public:
    WallBuilder(const RoomSpec& room, const MaterialTable& materials, double length, bool night)
        : m_room(room), m(materials), m_length(length), m_night(night) {
        m_soup.parts = 1; // part 0: the plain of the wall, without lines between its panels
    }

    Soup build(std::vector<Opening> openings) {
        std::sort(openings.begin(), openings.end(), [](const Opening& a, const Opening& b) { return a.at < b.at; });
        double u = 0;
        for (const Opening& o : openings) {
            const double u0 = o.at - o.width / 2, u1 = o.at + o.width / 2,
                         v1 = std::min(o.sill + o.height, m_room.height - .02);
            panel(u, 0, u0, m_room.height);
            panel(u0, 0, u1, o.sill);
            panel(u0, v1, u1, m_room.height);
            u = u1;
            reveal(o, u0, u1, v1);
            if (o.kind == "window")
                window(o, u0, u1, v1);
            else if (o.kind == "door")
                door(o, u0, u1, v1);
            else
                quad(u0 - .3, 0, u1 + .3, v1 + .3, -1.2, o.pane);
        }
        panel(u, 0, m_length, m_room.height);
        if (m_room.skirting) skirting(openings);
        if (m_room.cornice) quad(0, m_room.height - .12, m_length, m_room.height, .05, m["white"]);
        return std::move(m_soup);
    }

private:
    static constexpr double depth = -.22; ///< of the reveal

    void quad(double u0, double v0, double u1, double v1, double z, std::uint32_t material, int part = -1) {
        if (u1 - u0 > 1e-4 && v1 - v0 > 1e-4) frontQuad(m_soup, u0, v0, u1, v1, z, material, part);
    }

    void panel(double u0, double v0, double u1, double v1) {
        if (m_room.dado && v0 < m_room.dado->height) {
            quad(u0, v0, u1, std::min(v1, m_room.dado->height), 0, m_room.dado->material);
            v0 = std::min(v1, m_room.dado->height);
        }
        quad(u0, v0, u1, v1, 0, m_room.wall, 0);
    }

    void reveal(const Opening& o, double u0, double u1, double v1) {
        const double v0 = o.sill, t = depth, b = .08;
        const auto white = m["white"];
        m_soup.quad({V(u0, v0, 0), V(u0, v1, 0), V(u0, v1, t), V(u0, v0, t)}, {1, 0, 0}, white);
        m_soup.quad({V(u1, v0, 0), V(u1, v0, t), V(u1, v1, t), V(u1, v1, 0)}, {-1, 0, 0}, white);
        m_soup.quad({V(u0, v1, 0), V(u1, v1, 0), V(u1, v1, t), V(u0, v1, t)}, {0, -1, 0}, white);
        m_soup.quad({V(u0, v0, 0), V(u0, v0, t), V(u1, v0, t), V(u1, v0, 0)}, {0, 1, 0}, white);
        quad(u0 - b, v0, u0, v1 + b, .025, o.trim);
        quad(u1, v0, u1 + b, v1 + b, .025, o.trim);
        quad(u0, v1, u1, v1 + b, .025, o.trim);
    }

    void window(const Opening& o, double u0, double u1, double v1) {
        const double v0 = o.sill;
        quad(u0, v0, u1, v1, depth, m_night && !o.ownPane ? m["nightpane"] : o.pane);
        for (int i = 1; i < o.across; ++i) {
            const double x = u0 + (u1 - u0) * i / o.across;
            quad(x - .025, v0, x + .025, v1, depth + .03, o.frame);
        }
        for (int i = 1; i < o.down; ++i) {
            const double y = v0 + (v1 - v0) * i / o.down;
            quad(u0, y - .025, u1, y + .025, depth + .035, o.frame);
        }
        m_soup.add(box({o.width + .24, .05, .16}, {o.at, v0 - .05, .06}), m["white"]);
        if (o.blind > 0)
            for (double y = v1 - .06; y > v0 + (v1 - v0) * (1 - o.blind); y -= .07)
                quad(u0 + .03, y - .045, u1 - .03, y, 0, m["white"]);
        if (o.curtain) curtains(o, v1);
    }

    void curtains(const Opening& o, double v1) {
        for (const double side : {-1., 1.})
            for (int i = 0; i < 4; ++i) {
                const Patch fold = lathe({{.055, o.sill > .5 ? o.sill - .5 : .05}, {.05, v1 + .12}}, 7);
                m_soup.add(Patch(fold).moved({o.at + side * (o.width / 2 + .02 + .09 * i), 0, .10 + .02 * (i % 2)}),
                           m["cloth1"]);
            }
        m_soup.add(box({o.width + 1.0, .03, .03}, {o.at, v1 + .12, .11}), m["dark"]);
    }

    void door(const Opening& o, double u0, double u1, double v1) {
        quad(u0, o.sill, u1, v1, depth + .1, o.door);
        if (!o.glassDoor)
            for (const auto& [a, b] : {std::pair{.12, .45}, std::pair{.55, .92}})
                quad(u0 + .14, o.sill + o.height * a, u1 - .14, o.sill + o.height * b, depth + .115, o.door);
        m_soup.add(sphere(V(.035), 7, 5).moved({u1 - .1, 1.0, depth + .15}), m["metal"]);
    }

    void skirting(const std::vector<Opening>& openings) {
        double from = 0;
        for (const Opening& o : openings) {
            if (o.kind == "window") continue;
            quad(from, 0, o.at - o.width / 2 - .08, .1, .02, m["white"]);
            from = o.at + o.width / 2 + .08;
        }
        quad(from, 0, m_length, .1, .02, m["white"]);
    }

    const RoomSpec& m_room;
    const MaterialTable& m;
    double m_length;
    bool m_night;
    Soup m_soup;
};

/// Floor, ceiling with beams, and up to four walls that open for the camera.
struct Room : Element {
    RoomSpec spec;

    void build(SetBuilder& set, Random&) const override {
        const double w = spec.size.x, d = spec.size.y, h = spec.height;
        const V origin(spec.at.x, spec.y, spec.at.y);
        Placing placing;
        placing.at = origin;
        placing.casts = false;
        placing.name = "floor";
        Soup floor;
        floor.quad({V(-w / 2, 0, -d / 2), V(-w / 2, 0, d / 2), V(w / 2, 0, d / 2), V(w / 2, 0, -d / 2)}, {0, 1, 0},
                   spec.floor);
        set.addSoup(floor, placing);
        if (spec.ceiling) addCeiling(set, placing);
        if (!set.room) {
            set.room.emplace();
            set.room->add(glm::vec3(origin + V(-w / 2, 0, -d / 2)));
            set.room->add(glm::vec3(origin + V(w / 2, h, d / 2)));
        }
        struct Side {
            const char* name;
            V from;
            double length, yaw;
        };
        set.walls.clear();
        for (const Side& s : {Side{"n", {-w / 2, 0, -d / 2}, w, 0}, Side{"s", {w / 2, 0, d / 2}, w, 180},
                              Side{"w", {-w / 2, 0, d / 2}, d, 90}, Side{"e", {w / 2, 0, -d / 2}, d, -90}}) {
            if (std::find(spec.open.begin(), spec.open.end(), s.name) != spec.open.end()) continue;
            std::vector<Opening> openings;
            std::copy_if(spec.openings.begin(), spec.openings.end(), std::back_inserter(openings),
                         [&](const Opening& o) { return o.wall == s.name; });
            Placing wall;
            wall.turn = turnY(s.yaw);
            wall.at = origin + s.from;
            wall.casts = false;
            wall.group = set.addGroup(wall.at, wall.turn * V(0, 0, 1));
            wall.name = std::string("wall ") + s.name;
            for (const Opening& o : openings)
                if (const V foot = wall.at + wall.turn * V(o.at, 0, .0); o.kind == "window") set.addWindow(foot, s.yaw, o.width);
                else set.addDoor(foot, s.yaw);
            set.walls[s.name] = {wall.at, wall.turn, s.length, wall.group};
            set.addSoup(WallBuilder(spec, set.materials, s.length, set.night()).build(openings), wall);
        }
    }

    void addCeiling(SetBuilder& set, Placing placing) const {
        const double w = spec.size.x, d = spec.size.y, h = spec.height;
        placing.group = set.addGroup(placing.at + V(0, h, 0), {0, -1, 0});
        placing.name = "ceiling";
        Soup ceiling;
        ceiling.quad({V(-w / 2, h, -d / 2), V(w / 2, h, -d / 2), V(w / 2, h, d / 2), V(-w / 2, h, d / 2)}, {0, -1, 0},
                     *spec.ceiling);
        set.addSoup(ceiling, placing);
        placing.name = "beam";
        for (const double z : spread(-d / 2 + .5, d / 2 - .5, spec.beams)) {
            Soup beam;
            beam.add(box({w, .22, .18}, {0, h - .22, z}), set.material("darkwood"));
            set.addSoup(beam, placing);
        }
    }
};

Opening readOpening(const Node& n, const Vocabulary& words) {
    Opening o;
    o.kind = n.choice("kind", "", {"window", "door", "doorway", "arch"});
    o.wall = n.choice("wall", "", {"n", "e", "s", "w"});
    o.at = n.at("at").number();
    const bool window = o.kind == "window";
    o.width = n.number("w", o.kind == "door" ? .95 : 1.2);
    o.height = n.number("h", o.kind == "door" || o.kind == "doorway" ? 2.1 : 1.4);
    o.sill = window ? n.number("sill", .9) : 0;
    const auto material = [&](const char* key, const char* otherwise) {
        const auto m = n.find(key);
        return m ? words.materials.index(*m) : words.materials[otherwise];
    };
    o.trim = material("trim", "white");
    o.ownPane = n.has("pane");
    o.pane = material("pane", window ? "pane" : "shadow");
    if (window) {
        o.frame = material("frame", "white");
        if (const auto bars = n.find("bars")) o.across = int(bars->vec2().x), o.down = int(bars->vec2().y);
        o.blind = n.number("blind", 0);
        o.curtain = n.flag("curtain", false);
    }
    if (o.kind == "door") {
        o.door = material("mat", "wood");
        o.glassDoor = n.text("mat", "wood") == "glass";
    }
    n.ignore({"vent", "sill"});
    n.finish();
    return o;
}

} // namespace

std::unique_ptr<Element> readRoom(const Node& n, const Vocabulary& words) {
    auto e = std::make_unique<Room>();
    RoomSpec& s = e->spec;
    s.size = n.at("size").vec2();
    if (s.size.x < .5 || s.size.y < .5) n.at("size").wrong("must be .5 m or more each way");
    s.at = n.vec2("at", s.at);
    s.height = n.number("h", s.height);
    s.y = n.number("y", 0);
    const auto material = [&](const char* key, const char* otherwise) {
        const auto m = n.find(key);
        return m ? words.materials.index(*m) : words.materials[otherwise];
    };
    s.wall = material("wall", "plaster");
    s.floor = material("floor", "boards");
    const auto ceiling = n.find("ceiling");
    const bool none =
        ceiling && ((ceiling->isText() && ceiling->text().empty()) || (!ceiling->isText() && ceiling->number() == 0));
    if (!none) s.ceiling = material("ceiling", "plaster0");
    if (const auto dado = n.find("dado")) {
        const auto items = dado->items();
        if (items.size() != 2) dado->wrong("must be [height, material]");
        s.dado = Dado{items[0].number(), words.materials.index(items[1])};
    }
    s.beams = n.whole("beams", 0);
    s.skirting = n.flag("skirting", true);
    s.cornice = n.flag("cornice", false);
    if (const auto open = n.find("open"))
        s.open = open->isList() && open->size() == 0 ? std::vector<std::string>{} : open->texts();
    if (const auto openings = n.find("openings"))
        for (const Node& o : openings->items()) {
            s.openings.push_back(readOpening(o, words));
            const Opening& last = s.openings.back();
            const double length = last.wall == "n" || last.wall == "s" ? s.size.x : s.size.y;
            if (last.at - last.width / 2 < -.01 || last.at + last.width / 2 > length + .01)
                o.wrong("does not fit on the wall, which is " + std::to_string(length) + " m long");
        }
    return e;
}

} // namespace rushes::sets
