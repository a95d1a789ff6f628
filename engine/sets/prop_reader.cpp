// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/prop_book.h"

#include <algorithm>

namespace rushes::sets {

namespace {

using SpeciesTable = std::map<std::string, Species>;

const std::map<std::string, OpKind>& opKinds() {
    static const std::map<std::string, OpKind> kinds{
        {"box", OpKind::box},         {"cyl", OpKind::cylinder}, {"lathe", OpKind::lathe}, {"sphere", OpKind::sphere},
        {"extrude", OpKind::extrude}, {"sweep", OpKind::sweep},  {"torus", OpKind::torus}, {"blob", OpKind::blob},
        {"quad", OpKind::animal},     {"tree", OpKind::tree},    {"rock", OpKind::rock},   {"use", OpKind::use},
        {"group", OpKind::group},     {"poly", OpKind::polygon}};
    return kinds;
}

glm::dvec3 oneOrThree(const Node& n) { return n.isNumber() ? glm::dvec3(n.number()) : n.vec3(); }

Repeat readRepeat(const Node& n) {
    Repeat r;
    r.count = n.whole("n", 0);
    if (r.count < 1 || r.count > 1000) n.wrong("`n` must be 1 to 1000");
    r.step = n.vec3("step", r.step);
    r.centred = n.flag("centred", true);
    if (const auto around = n.find("around")) {
        const std::string axis = n.choice("around", "", {"x", "y", "z"});
        r.axis = axis[0] - 'x';
        r.angle = n.number("angle", 360);
        r.centre = n.vec3("centre", r.centre);
    } else if (!n.has("step")) {
        n.wrong("needs `step` or `around`");
    }
    n.finish();
    return r;
}

Cone readBall(const Node& n) {
    const auto v = n.numbers(4, 8);
    if (v.size() != 4 && v.size() != 8) n.wrong("must be [x, y, z, r] or [x, y, z, r, x2, y2, z2, r2]");
    const glm::dvec3 a(v[0], v[1], v[2]);
    return v.size() == 4 ? Cone{a, v[3], a, v[3]} : Cone{a, v[3], {v[4], v[5], v[6]}, v[7]};
}

double positive(const Node& n) {
    const double v = n.number();
    if (v <= 0) n.wrong("must be more than 0");
    return v;
}

void readShape(const Node& n, Op& op) {
    switch (op.kind) {
    case OpKind::box:
        op.size = n.at("size").vec3();
        op.bevel = n.number("bevel", 0);
        op.taper = n.vec2("taper", op.taper);
        break;
    case OpKind::cylinder:
        op.radius = {n.at("r").number()};
        op.r2 = n.number("r2", op.radius[0]);
        op.h = n.at("h").number();
        op.n = n.whole("n", 12);
        op.caps = n.flag("caps", true);
        break;
    case OpKind::lathe:
        op.polygon = n.at("profile").pairs();
        if (op.polygon.size() < 2) n.at("profile").wrong("needs two points or more");
        op.n = n.whole("n", 16);
        op.smooth = n.whole("smooth", 0);
        break;
    case OpKind::sphere:
        op.radii = oneOrThree(n.at("r"));
        op.n = n.whole("n", 14);
        op.m = n.whole("nv", 9);
        break;
    case OpKind::extrude:
        op.polygon = n.at("poly").pairs();
        op.depth = n.at("depth").number();
        op.round = n.number("round", 0);
        if (const auto pinch = n.find("pinch")) op.pinch = pinch->pairs();
        break;
    case OpKind::polygon:
        op.polygon = n.at("poly").pairs();
        if (op.polygon.size() < 3) n.at("poly").wrong("needs three points or more");
        break;
    default:
        break;
    }
}

/// Ops that run along a path or through a field.
void readFlowing(const Node& n, Op& op) {
    switch (op.kind) {
    case OpKind::sweep:
        op.path = n.at("path").triples();
        op.radius = n.at("r").isNumber() ? std::vector<double>{n.at("r").number()} : n.at("r").numbers(1);
        if (op.path.size() < 2) n.at("path").wrong("needs two points or more");
        if (op.radius.size() != 1 && op.radius.size() != op.path.size())
            n.at("r").wrong("needs one radius, or one for each point of the path");
        op.n = n.whole("n", 8);
        op.smooth = n.whole("smooth", 0);
        op.closed = n.flag("closed", false);
        if (const auto section = n.find("section")) op.section = section->pairs();
        break;
    case OpKind::torus:
        op.h = n.at("R").number();
        op.radius = {n.at("r").number()};
        op.n = n.whole("n", 24);
        op.m = n.whole("m", 6);
        break;
    case OpKind::blob: {
        for (const Node& ball : n.at("balls").items())
            op.cones.push_back(readBall(ball));
        if (op.cones.empty()) n.at("balls").wrong("must not be empty");
        op.k = n.has("k") ? positive(n.at("k")) : .03;
        op.cell = n.has("res") ? positive(n.at("res")) : .03;
        if (const auto noise = n.find("noise")) op.noise = BlobNoise{noise->vec2().x, noise->vec2().y};
        break;
    }
    default:
        break;
    }
}

void readNamed(const Node& n, Op& op, const MaterialTable& materials, const SpeciesTable& species) {
    switch (op.kind) {
    case OpKind::animal:
        op.name = n.at("species").text();
        if (!species.contains(op.name)) n.at("species").wrong("there is no species `" + op.name + "`");
        op.walk = n.choice("pose", "stand", {"stand", "walk"}) == "walk";
        op.phase = n.number("phase", 0);
        break;
    case OpKind::tree:
        op.name = n.at("kind").text();
        if (!isTreeKind(op.name)) n.at("kind").wrong("there is no tree `" + op.name + "`");
        op.h = positive(n.at("h"));
        op.seed = n.whole("seed", 0);
        break;
    case OpKind::rock:
        op.size = n.at("size").vec3();
        op.seed = n.whole("seed", 0);
        break;
    case OpKind::use:
        op.name = n.at("prop").text();
        break;
    case OpKind::group:
        op.ops = readOps(n.at("ops"), materials, species);
        break;
    default:
        break;
    }
}

/// "turn": {"axis": "x", "way": .33} a wheel of that radius, less than 0 where the prop is built towards -x or along another axis; {"axis", "rate": degrees a second}; {"axis", "swing": degrees, "seconds"}. It turns
/// about `about`, the op's own place when that is left out.
void readTurning(const Node& n, Op& op) {
    op.axis = glm::dvec3(0);
    op.axis[n.choice("axis", "x", {"x", "y", "z"})[0] - 'x'] = 1;
    op.pivot = n.vec3("about", op.at);
    Turning turning;
    turning.always = n.flag("always", false);
    turning.seconds = n.number("seconds", 1);
    if (turning.seconds <= 0) n.wrong("`seconds` must be more than 0");
    if (n.has("way")) turning.by = Turning::By::way, turning.amount = n.at("way").number();
    else if (n.has("rate")) turning.by = Turning::By::time, turning.amount = n.at("rate").number();
    else turning.by = Turning::By::swing, turning.amount = n.at("swing").number();
    if (turning.amount == 0) n.wrong("must not turn by nothing");
    n.finish();
    op.turning = turning;
}

Undulation readUndulation(const Node& n) {
    Undulation u;
    u.along = n.choice("along", "z", {"x", "y", "z"})[0] - 'x';
    u.across = n.choice("across", "x", {"x", "y", "z"})[0] - 'x';
    u.amplitude = n.number("amp", u.amplitude);
    u.wave = positive(n.at("wave"));
    u.head = n.number("head", u.head), u.tail = n.number("tail", u.tail), u.least = n.number("least", u.least);
    u.waved = n.flag("waved", u.waved);
    n.finish();
    return u;
}

Op readOp(const Node& n, const MaterialTable& materials, const SpeciesTable& species) {
    Op op;
    const std::string kind = n.at("op").text();
    const auto it = opKinds().find(kind);
    if (it == opKinds().end()) n.at("op").wrong("there is no op `" + kind + "`");
    op.kind = it->second;
    const auto material = n.find("mat");
    op.material = material ? materials.index(*material) : materials["white"];
    op.at = n.vec3("at", op.at);
    op.rot = n.vec3("rot", op.rot);
    if (const auto scale = n.find("scale")) op.scale = oneOrThree(*scale);
    op.mirror = n.text("mirror", "");
    for (const char axis : op.mirror)
        if (axis < 'x' || axis > 'z') n.at("mirror").wrong("may hold x, y and z only");
    if (const auto repeat = n.find("repeat")) {
        if (repeat->isList())
            for (const Node& r : repeat->items())
                op.repeat.push_back(readRepeat(r));
        else
            op.repeat.push_back(readRepeat(*repeat));
    }
    if (const auto remat = n.find("remat")) op.remat = materials.remat(*remat);
    if (const auto turning = n.find("turn")) readTurning(*turning, op);
    readShape(n, op);
    readFlowing(n, op);
    readNamed(n, op, materials, species);
    if ((op.kind == OpKind::cylinder || op.kind == OpKind::lathe || op.kind == OpKind::sphere ||
         op.kind == OpKind::torus) &&
        (op.n < 3 || op.n > 256))
        n.wrong("`n` must be 3 to 256");
    n.finish();
    return op;
}

} // namespace

std::vector<Op> readOps(const Node& list, const MaterialTable& materials,
                        const std::map<std::string, Species>& species) {
    std::vector<Op> out;
    for (const Node& n : list.items())
        out.push_back(readOp(n, materials, species));
    return out;
}

namespace {

PropSeat readSeat(const Node& n) {
    PropSeat seat;
    seat.at = glm::vec3(n.at("at").vec3());
    seat.height = float(positive(n.at("seat")));
    seat.turn = float(n.number("turn", 0));
    seat.act = n.text("act", "");
    n.finish();
    return seat;
}

} // namespace

void PropBook::readProps(const Node& file) {
    for (const auto& [name, node] : file.fields()) {
        if (m_props.contains(name)) node.wrong("the prop `" + name + "` exists already in another file");
        PropEntry entry;
        entry.ops = readOps(node.at("ops"), m_materials, m_species);
        if (const auto coarse = node.find("coarse")) entry.coarseOps = readOps(*coarse, m_materials, m_species);
        entry.kind = node.text("cls", "props");
        if (const auto seat = node.find("seat")) entry.seat = positive(*seat);
        entry.pose = entry.seat ? node.choice("pose", "sit", {"sit", "lie", "ride", "drive"}) : "";
        if (const auto seats = node.find("seats"))
            for (const Node& seat : seats->items()) entry.seats.push_back(readSeat(seat));
        entry.manned = node.text("manned", "");
        const std::string hold = node.choice("hold", "none", {"none", "one", "two", "back"});
        entry.hold = hold == "one"    ? Hold::oneHand
                     : hold == "two"  ? Hold::twoHands
                     : hold == "back" ? Hold::onBack
                                      : Hold::none;
        if (const auto grip = node.find("grip")) entry.grip = grip->vec3();
        entry.glow = node.number("glow", 0);
        if (const auto wave = node.find("undulate")) entry.undulation = readUndulation(*wave);
        entry.family = node.text("family", "");
        if (entry.glow < 0 || entry.glow > 100) node.at("glow").wrong("must be 0 to 100 m");
        node.ignore({"size"}); // the maker's note of the intended size
        node.finish();
        m_props.emplace(name, std::move(entry));
    }
}

void PropBook::readAnimals(const Node& file) { m_species = readSpecies(file, m_materials); }

void PropBook::checkUses(const std::vector<Op>& ops, const std::string& of, std::vector<std::string>& chain) const {
    for (const Op& op : ops) {
        checkUses(op.ops, of, chain);
        if (op.kind != OpKind::use) continue;
        if (!has(op.name)) throw ReadError("props: `" + of + "` uses the prop `" + op.name + "`, which does not exist");
        if (std::find(chain.begin(), chain.end(), op.name) != chain.end())
            throw ReadError("props: `" + of + "` uses itself through `" + op.name + "`");
        if (const PropEntry* e = entry(op.name)) {
            chain.push_back(op.name);
            checkUses(e->ops, op.name, chain);
            chain.pop_back();
        }
    }
}

void PropBook::check() const {
    for (const auto& [name, entry] : m_props) {
        if (!entry.manned.empty() && !has(entry.manned))
            throw ReadError("props: `" + name + "` is drawn as `" + entry.manned + "` with people in it, which does not exist");
        std::vector<std::string> chain{name};
        checkUses(entry.ops, name, chain);
    }
}

} // namespace rushes::sets
