// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/kit.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

KitMark readMark(const Node& n) {
    KitMark m;
    m.name = n.at("name").text();
    m.at = [&] { // [x, z], or [x, y, z] with y the height
        const auto v = n.at("at").numbers(2, 3);
        if (v.size() == 3) m.y = v[1];
        return glm::dvec2(v[0], v.back());
    }();
    m.yaw = n.number("yaw", 0);
    m.clear = n.number("clear", .9);
    if (const auto y = n.find("y")) m.y = y->number();
    if (const auto seat = n.find("seat")) m.seat = seat->number();
    m.pose = n.choice("pose", m.seat ? "sit" : "stand", {"stand", "sit", "lie", "drive", "ride", "lean", "swim"});
    if (const auto who = n.find("who")) m.who = who->texts();
    n.finish();
    return m;
}

KitFigure readFigure(const Node& n) {
    KitFigure f;
    f.who = n.at("who").text();
    const auto v = n.at("at").numbers(2, 3);
    f.at = {v[0], v.back()};
    if (v.size() == 3) f.y = v[1];
    f.yaw = n.number("yaw", 0);
    if (const auto y = n.find("y")) f.y = y->number();
    if (const auto seat = n.find("seat")) f.seat = seat->number();
    n.finish();
    return f;
}

KitShot readShot(const Node& n) {
    KitShot s;
    s.name = n.at("name").text();
    s.eye = n.at("eye").vec3();
    s.target = n.at("at").vec3();
    s.fov = n.number("fov", 40);
    if (s.fov < 2 || s.fov > 150) n.at("fov").wrong("must be 2 to 150 degrees");
    s.absolute = n.flag("abs", false);
    if (const auto figures = n.find("figs"))
        for (const Node& f : figures->items())
            s.figures.push_back(readFigure(f));
    n.finish();
    return s;
}

Sky readSky(const Node& n) {
    Sky sky;
    sky.tone = float(n.number("tone", 0));
    sky.base = float(n.number("base", 1));
    sky.clouds = n.whole("clouds", 0);
    sky.stars = n.whole("stars", 0);
    if (const auto discs = n.find("discs"))
        for (const Node& d : discs->items()) {
            const auto v = d.numbers(4, 5);
            // written as azimuth in degrees, sine of the elevation, radius in radians
            const double degree = 57.29577951308232;
            sky.discs.push_back({float(v[0]), float(std::asin(std::clamp(v[1], -1.0, 1.0)) * degree),
                                 float(v[2] * degree), float(v[3]), v.size() > 4 && v[4] != 0});
        }
    n.ignore({"sun"});
    n.finish();
    return sky;
}

void readEnvironment(const Node& n, Kit& kit) {
    Environment& e = kit.environment;
    e.sun = glm::vec3(glm::normalize(n.vec3("sun", {-.5, .75, .45})));
    if (const auto fog = n.find("fog")) {
        const glm::dvec3 v = fog->vec3();
        e.fogNear = float(v.x), e.fogFar = float(v.y), e.fogAmount = float(v.z);
    }
    e.fogValue = float(n.number("fogval", 1));
    e.shadowRadius = float(n.number("shadowR", 20));
    e.aoRadius = float(n.number("aoR", .5));
    e.interior = n.flag("indoor", false);
    e.night = float(n.number("night", 0));
    if (const auto centre = n.find("centre")) kit.centre = centre->vec3();
    if (const auto sky = n.find("sky")) e.sky = readSky(*sky);
    n.finish();
}

} // namespace

std::string Vocabulary::prop(const Node& name) const {
    const std::string text = name.text();
    if (!props.has(text)) name.wrong("there is no prop `" + text + "`");
    return text;
}

std::vector<std::string> Vocabulary::propList(const Node& names) const {
    if (names.isText()) return {prop(names)};
    std::vector<std::string> out;
    for (const Node& n : names.items())
        out.push_back(prop(n));
    if (out.empty()) names.wrong("must not be empty");
    return out;
}

const std::map<std::string, ElementReader>& elementReaders() {
    static const std::map<std::string, ElementReader> readers{
        {"ribbon", readRibbon},   {"street", readStreet},   {"facades", readFacades}, {"house", readHouse},
        {"room", readRoom},       {"prop", readProp},       {"row", readRow},         {"grid", readGrid},
        {"scatter", readScatter}, {"around", readAround},   {"set", readSet},         {"wall", readWall},
        {"cars", readCars},       {"fence", readFence},     {"stairs", readStairs},   {"ops", readOpsElement},
        {"light", readLight},     {"horizon", readHorizon}, {"cave", readCave}};
    return readers;
}

std::unique_ptr<Kit> readKit(const std::string& name, const Node& file, const Vocabulary& words) {
    auto kit = std::make_unique<Kit>();
    kit->name = name;
    kit->interior = file.choice("class", "exterior", {"interior", "exterior"}) == "interior";
    kit->seed = std::uint32_t(file.whole("seed", 1));
    if (const auto env = file.find("env")) readEnvironment(*env, *kit);
    if (const auto ground = file.find("ground")) kit->ground = readGround(*ground, words);
    if (const auto marks = file.find("marks"))
        for (const Node& m : marks->items())
            kit->marks.push_back(readMark(m));
    for (Node n : file.at("elements").items()) {
        const std::string type = n.at("type").text();
        const auto reader = elementReaders().find(type);
        if (reader == elementReaders().end()) n.at("type").wrong("there is no element `" + type + "`");
        n.nameIt(type);
        kit->elements.push_back(reader->second(n, words));
        kit->elements.back()->kind = type;
        n.finish();
    }
    if (const auto shots = file.find("shots"))
        for (const Node& s : shots->items())
            kit->shots.push_back(readShot(s));
    file.ignore({"place"});
    file.finish();
    return kit;
}

} // namespace rushes::sets
