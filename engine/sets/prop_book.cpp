// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/prop_book.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rushes::sets {

namespace {

struct Placed {
    glm::dmat3 turn{1.0};
    glm::dvec3 at{0}, scale{1};
};

std::vector<Placed> repeated(std::vector<Placed> outs, const std::vector<Repeat>& repeats) {
    for (const Repeat& r : repeats) {
        std::vector<Placed> next;
        for (const Placed& p : outs)
            for (int i = 0; i < r.count; ++i) {
                if (r.axis >= 0) {
                    const double a = r.angle / r.count * i;
                    const glm::dmat3 t = r.axis == 0 ? turnX(a) : r.axis == 1 ? turnY(a) : turnZ(a);
                    next.push_back({t * p.turn, t * (p.at - r.centre) + r.centre, p.scale});
                } else {
                    next.push_back({p.turn, p.at + r.step * (i - (r.centred ? (r.count - 1) / 2.0 : 0.0)), p.scale});
                }
            }
        outs = std::move(next);
    }
    return outs;
}

int fewer(int n, Detail detail, int least) {
    return detail == Detail::full ? n : std::min(n, std::max(least, n * 5 / 8));
}

Polygon smoothProfile(const Op& op) {
    if (op.smooth <= 0) return op.polygon;
    Path3 points;
    for (const auto& p : op.polygon)
        points.emplace_back(p.x, p.y, 0);
    Polygon profile;
    for (const auto& p : catmull(points, op.smooth))
        profile.emplace_back(p.x, p.y);
    return profile;
}

Patch sweptOp(const Op& op, Detail detail) {
    Path3 path = op.path;
    std::vector<double> radius = op.radius;
    if (op.smooth > 0) {
        path = catmull(op.path, op.smooth, op.closed);
        if (op.radius.size() > 1) {
            std::vector<glm::dvec2> table;
            for (std::size_t i = 0; i < op.radius.size(); ++i)
                table.emplace_back(double(i) / double(op.radius.size() - 1), op.radius[i]);
            radius.clear();
            for (const double t : spread(0, 1, int(path.size())))
                radius.push_back(interpolate(t, table));
        }
    }
    return sweep(path, radius, fewer(op.n, detail, 4), op.closed, op.section);
}

/// "tree:oak:6:2" in pieces; numbers default to 0.
struct GrownName {
    std::vector<std::string> word;

    explicit GrownName(std::string_view name) {
        for (std::size_t from = 0; from <= name.size();) {
            const std::size_t to = std::min(name.find(':', from), name.size());
            word.emplace_back(name.substr(from, to - from));
            from = to + 1;
        }
    }
    bool tree() const {
        return word.size() >= 3 && word.size() <= 4 && word[0] == "tree" && isTreeKind(word[1]) && number(2) > 0;
    }
    bool rock() const {
        return word.size() >= 4 && word.size() <= 5 && word[0] == "rock" && number(1) > 0 && number(2) > 0 &&
               number(3) > 0;
    }
    double number(std::size_t i) const {
        if (i >= word.size() || word[i].empty()) return 0;
        double v = 0;
        const auto [end, error] = std::from_chars(word[i].data(), word[i].data() + word[i].size(), v);
        return error == std::errc{} && end == word[i].data() + word[i].size() && std::abs(v) < 1000 ? v : -1;
    }
    int seed(std::size_t i) const { return int(std::max(0.0, number(i))); }
};

/// Parts that would be a pixel or two: below a share of the whole in every direction.
void dropTinyParts(Soup& soup, double share) {
    const double limit = glm::length(soup.high() - soup.low()) * share;
    std::vector<glm::dvec3> low(soup.parts, glm::dvec3(1e30)), high(soup.parts, glm::dvec3(-1e30));
    for (const auto& t : soup.triangles)
        for (const auto c : t.corner) {
            low[t.part] = glm::min(low[t.part], soup.positions[c]);
            high[t.part] = glm::max(high[t.part], soup.positions[c]);
        }
    std::erase_if(soup.triangles, [&](const auto& t) { return glm::length(high[t.part] - low[t.part]) < limit; });
}

/// One box of the same size, in the material that covers most.
Soup boxOf(const Soup& full) {
    std::map<std::uint32_t, double> area;
    for (const auto& t : full.triangles) {
        const auto& p = full.positions;
        area[t.material] += glm::length(glm::cross(p[t.corner[1]] - p[t.corner[0]], p[t.corner[2]] - p[t.corner[0]]));
    }
    const auto most =
        std::max_element(area.begin(), area.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const glm::dvec3 low = full.low(), size = full.high() - low;
    Soup out;
    out.add(box(size, {low.x + size.x / 2, low.y, low.z + size.z / 2}), most == area.end() ? 0 : most->first);
    return out;
}

/// A wave that runs from head to tail; the middle line is where it is at rest.
void bend(Soup& soup, const Undulation& u, double phase) {
    constexpr double turn = 6.283185307179586;
    for (auto& p : soup.positions) {
        const double share = std::clamp((p[u.along] - u.head) / (u.tail - u.head), 0.0, 1.0);
        const double size = u.amplitude * (u.least + (1 - u.least) * share);
        const double at = std::abs(p[u.along] - u.head) / u.wave;
        p[u.across] += size * (std::sin(turn * (phase - at)) - (u.waved ? std::sin(-turn * at) : 0));
    }
}

constexpr std::size_t coarseTriangles = 900, distantTriangles = 300;

} // namespace

std::vector<std::string> PropBook::names() const {
    std::vector<std::string> out;
    for (const auto& [name, entry] : m_props)
        out.push_back(name);
    for (const auto& [name, species] : m_species)
        out.push_back(name);
    for (const auto& [name, species] : m_birds)
        out.push_back(name);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

bool PropBook::has(std::string_view name) const {
    if (m_props.find(name) != m_props.end() || m_species.contains(std::string(name)) || m_birds.contains(std::string(name))) return true;
    const GrownName grown(name);
    return grown.tree() || grown.rock();
}

std::string PropBook::familyOf(std::string_view name) const {
    if (const auto it = m_species.find(std::string(name)); it != m_species.end()) return it->second.family;
    if (const auto it = m_birds.find(std::string(name)); it != m_birds.end()) return it->second.family;
    const PropEntry* const prop = entry(name);
    return prop ? prop->family : std::string();
}

double PropBook::heightOf(std::string_view name) const {
    if (const auto it = m_species.find(std::string(name)); it != m_species.end()) return it->second.height;
    if (const auto it = m_birds.find(std::string(name)); it != m_birds.end()) return it->second.leg + it->second.girth;
    return familyOf(name).empty() ? 0 : .3;
}

const PropEntry* PropBook::entry(std::string_view name) const {
    const auto it = m_props.find(name);
    return it == m_props.end() ? nullptr : &it->second;
}

Soup PropBook::nested(const Op& op, Detail detail) const {
    Soup out;
    switch (op.kind) {
    case OpKind::animal:
        out = quadruped(m_species.at(op.name), m_materials, op.walk, op.phase);
        break;
    case OpKind::tree:
        out = tree(op.name, {op.h, op.seed, detail != Detail::full}, m_materials);
        break;
    case OpKind::use:
        out = *soup(op.name, {0, detail, false, 0});
        break;
    case OpKind::group:
        out = build(op.ops, detail);
        break;
    default:
        break;
    }
    return out;
}

Soup PropBook::shape(const Op& op, Detail detail) const {
    Soup out;
    const glm::dmat3 r = turn(op.rot);
    const auto put = [&](Patch patch) { out.add(patch.turned(r).moved(op.at), op.material); };
    switch (op.kind) {
    case OpKind::box:
        put(op.bevel > 0 ? roundedBox(op.size, op.bevel) : box(op.size, glm::dvec3(0), op.taper));
        break;
    case OpKind::cylinder: {
        const double r1 = op.radius[0];
        const Polygon closed{{0, 0}, {r1, 0}, {op.r2, op.h}, {0, op.h}}, open{{r1, 0}, {op.r2, op.h}};
        put(lathe(op.caps ? closed : open, fewer(op.n, detail, 6)));
        break;
    }
    case OpKind::lathe:
        put(lathe(smoothProfile(op), fewer(op.n, detail, 7)));
        break;
    case OpKind::sphere:
        put(sphere(op.radii, fewer(op.n, detail, 6), fewer(op.m, detail, 4)));
        break;
    case OpKind::extrude:
        put(extrude(roundCorners(op.polygon, op.round), op.depth, op.pinch));
        break;
    case OpKind::sweep:
        put(sweptOp(op, detail));
        break;
    case OpKind::torus:
        put(torus(op.h, op.radius[0], fewer(op.n, detail, 8), fewer(op.m, detail, 4)));
        break;
    case OpKind::blob:
        put(blob(op.cones, op.k, op.cell * (detail == Detail::full ? 1.0 : 1.5), op.noise));
        break;
    case OpKind::polygon:
        put(flatPolygon(op.polygon));
        break;
    case OpKind::rock:
        put(rock(op.size, op.seed));
        break;
    default:
        out = nested(op, detail);
        break;
    }
    return out;
}

Soup PropBook::build(const std::vector<Op>& ops, Detail detail) const {
    Soup out;
    for (const Op& op : ops) {
        Soup one = shape(op, detail);
        const bool moved = op.kind == OpKind::group || op.kind == OpKind::use || op.kind == OpKind::animal || op.kind == OpKind::tree;
        if (op.turning) { // in the space of the op's own content, which is turned and moved below
            const glm::dmat3 back = moved ? glm::inverse(turn(op.rot)) : glm::dmat3(1.0);
            one.joints.push_back({0, one.parts, moved ? back * (op.pivot - op.at) / op.scale : op.pivot, back * op.axis, *op.turning});
        }
        const bool nested =
            op.kind == OpKind::group || op.kind == OpKind::use || op.kind == OpKind::animal || op.kind == OpKind::tree;
        const Placed first = nested ? Placed{turn(op.rot), op.at, op.scale} : Placed{};
        const std::vector<Placed> outs = repeated({first}, op.repeat);
        const Remat* remat = op.remat.empty() ? nullptr : &op.remat;
        for (const Placed& p : outs)
            out.merge(one, p.turn, p.at, p.scale, remat);
        for (const char axis : op.mirror) // about the prop's own plane
            for (const Placed& p : outs) {
                Soup copy;
                copy.merge(one, p.turn, p.at, p.scale, remat);
                glm::dvec3 flip(1);
                flip[axis - 'x'] = -1;
                out.merge(copy, glm::dmat3(1.0), glm::dvec3(0), flip);
            }
    }
    return out;
}

Soup PropBook::makeFull(const std::string& name, const Variant& v) const {
    if (const PropEntry* e = entry(name)) {
        Soup out = build(e->ops, v.detail);
        if (e->undulation && !v.act.empty()) bend(out, *e->undulation, v.phase / 32.0);
        return out;
    }
    if (const auto animal = m_species.find(name); animal != m_species.end()) {
        if (const AnimalAct* act = v.act.empty() ? nullptr : m_acts.find(v.act, animal->second.family))
            return quadruped(animal->second, m_materials, act->at(v.phase / 32.0), act->flies);
        return quadruped(animal->second, m_materials, v.walk, v.phase / 16.0);
    }
    if (const auto feathered = m_birds.find(name); feathered != m_birds.end()) {
        const AnimalAct* act = v.act.empty() ? nullptr : m_acts.find(v.act, feathered->second.family);
        return bird(feathered->second, m_materials, act ? act->at(v.phase / 32.0) : AnimalPose{}, act && act->flies);
    }
    const GrownName grown(name);
    if (grown.tree())
        return tree(grown.word[1], {grown.number(2), grown.seed(3) + v.seed, v.detail != Detail::full}, m_materials);
    Soup out;
    if (grown.rock())
        out.addTo(0, rock({grown.number(1), grown.number(2), grown.number(3)}, grown.seed(4) + v.seed),
                  m_materials["rock"]);
    return out;
}

Soup PropBook::make(const std::string& name, const Variant& v) const {
    if (v.detail == Detail::full) return makeFull(name, v);
    Variant full = v;
    full.detail = Detail::full;
    if (v.detail == Detail::box)
        return soup(name, full)->triangles.size() > 12 ? boxOf(*soup(name, full)) : *soup(name, full);
    full.distant = false;
    if (m_species.contains(name)) return simplified(*soup(name, full), v.distant ? distantTriangles : coarseTriangles);
    if (const PropEntry* e = entry(name); e && !e->coarseOps.empty()) return build(e->coarseOps);
    Soup out = makeFull(name, v);
    if (name.compare(0, 5, "tree:") != 0) dropTinyParts(out, .045);
    return out;
}

PropBook::SharedSoup PropBook::soup(const std::string& name, const Variant& variant) const {
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_made.find({name, variant});
        if (it != m_made.end()) return it->second.soup;
    }
    auto made = std::make_shared<const Soup>(make(name, variant)); // outside the lock: props use other props
    const std::lock_guard lock(m_mutex);
    Made& slot = m_made[{name, variant}];
    if (!slot.soup) slot.soup = std::move(made);
    return slot.soup;
}

std::shared_ptr<const geometry::Mesh> PropBook::mesh(const std::string& name, const Variant& variant) const {
    const SharedSoup from = soup(name, variant);
    const std::lock_guard lock(m_mutex);
    Made& slot = m_made[{name, variant}];
    if (!slot.mesh) slot.mesh = from->mesh();
    return slot.mesh;
}

} // namespace rushes::sets
