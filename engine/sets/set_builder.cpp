// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/set_builder.h"

#include "engine/sets/free_floor.h"
#include "engine/sets/sight_index.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::sets {

namespace {

glm::mat4 matrix(const Placing& p) {
    glm::mat4 m(1);
    for (int c = 0; c < 3; ++c)
        m[c] = glm::vec4(glm::vec3(p.turn[c] * p.scale[c]), 0);
    m[3] = glm::vec4(glm::vec3(p.at), 1);
    return m;
}

geometry::Bounds worldBounds(const geometry::Mesh& mesh, const glm::mat4& m) {
    geometry::Bounds out;
    for (int i = 0; i < 8 && !mesh.bounds.empty(); ++i) {
        const glm::vec3 corner(i & 1 ? mesh.bounds.high.x : mesh.bounds.low.x,
                               i & 2 ? mesh.bounds.high.y : mesh.bounds.low.y,
                               i & 4 ? mesh.bounds.high.z : mesh.bounds.low.z);
        out.add(glm::vec3(m * glm::vec4(corner, 1)));
    }
    return out;
}

std::vector<LandTerm> landOf(const Kit& kit) { return kit.ground ? kit.ground->height : std::vector<LandTerm>{}; }

} // namespace

SetBuilder::SetBuilder(const Kit& k, const PropBook& p, std::uint32_t s, const BuildOptions& o)
    : kit(k), props(p), materials(p.materials()), seed(s), options(o),
      terrain(landOf(k), k.ground ? k.ground->y : 0, s), m_set(std::make_shared<BuiltSet>()) {
    m_night = std::max(o.night, k.environment.night);
    for (const KitMark& mark : kit.marks)
        if (mark.clear > 0) m_clear.push_back({mark.at.x, mark.at.y, mark.clear});
    for (const KitShot& shot : kit.shots) {
        m_corridors.push_back({{shot.eye.x, shot.eye.z}, {shot.target.x, shot.target.z}});
        m_viewpoints.push_back(shot.eye);
    }
    const glm::vec2 heart = guessHeart();
    m_viewpoints.emplace_back(heart.x, height(heart.x, heart.y) + 1, heart.y);
}

/// The middle of the people that the kit's author put into the first shot, else of the marks.
glm::vec2 SetBuilder::guessHeart() const {
    glm::dvec2 sum(0);
    if (!kit.shots.empty() && !kit.shots[0].figures.empty()) {
        for (const KitFigure& f : kit.shots[0].figures)
            sum += f.at;
        return glm::vec2(sum / double(kit.shots[0].figures.size()));
    }
    for (const KitMark& m : kit.marks)
        sum += m.at;
    return kit.marks.empty() ? glm::vec2(0) : glm::vec2(sum / double(kit.marks.size()));
}

int SetBuilder::addGroup(const glm::dvec3& point, const glm::dvec3& normal) {
    m_groups.emplace_back(glm::vec3(normal),
                          float(-glm::dot(normal, point) - .05)); // a hand's breadth inside counts as outside
    return int(m_groups.size()) - 1;
}

int SetBuilder::ceilingGroup() const {
    const auto it = std::find_if(m_groups.begin(), m_groups.end(), [](const glm::vec4& g) { return g.y < 0; });
    return it == m_groups.end() ? -1 : int(it - m_groups.begin());
}

void SetBuilder::addInstance(std::shared_ptr<const geometry::Mesh> mesh, const Placing& p, bool prop, double yaw) {
    if (mesh->indices.empty() || m_set->objects.size() >= 65000) return;
    geometry::Instance instance;
    instance.materials = materials.shared(p.remat, p.casts);
    instance.transform = matrix(p);
    instance.object = std::uint16_t(m_set->objects.size() + 1);
    if (p.group >= 0) instance.removablePlane = m_groups[std::size_t(p.group)];
    ObjectInfo info;
    info.object = instance.object;
    info.name = p.name;
    info.prop = prop;
    info.position = glm::vec3(p.at);
    info.yaw = float(yaw);
    info.bounds = worldBounds(*mesh, instance.transform);
    instance.mesh = std::move(mesh);
    m_set->objects.push_back(std::move(info));
    m_set->instances.push_back(std::move(instance));
}

void SetBuilder::addOwn(std::shared_ptr<const geometry::Mesh> mesh, std::shared_ptr<const std::vector<geometry::Material>> own, const std::string& name, int group) {
    Placing placing;
    placing.name = name;
    placing.group = group;
    const std::size_t before = m_set->instances.size();
    addInstance(std::move(mesh), placing, false, 0);
    if (m_set->instances.size() > before) m_set->instances.back().materials = std::move(own);
}

void SetBuilder::addSoup(const Soup& soup, const Placing& placing) { addInstance(soup.mesh(), placing, false, 0); }

void SetBuilder::addProp(const std::string& name, const glm::dvec2& at, std::optional<double> y, double yaw,
                         Placing placing, bool coarse, int treeSeed) {
    placing.turn = turnY(yaw);
    placing.at = {at.x, y ? *y : height(at.x, at.y) + pavingAt(at), at.y};
    addPropPlaced(name, placing, yaw, coarse, treeSeed);
}

/// How much higher than the land the pavement is here; 0 off it.
double SetBuilder::pavingAt(const glm::dvec2& at) const {
    for (const Paving& p : m_pavings)
        for (std::size_t i = 0; i + 1 < p.points.size(); ++i) {
            const glm::dvec2 d = p.points[i + 1] - p.points[i], q = at - p.points[i];
            const double l2 = glm::dot(d, d), t = l2 > 1e-9 ? std::clamp(glm::dot(q, d) / l2, 0., 1.) : 0;
            if (glm::length(q - t * d) <= p.halfWidth) return p.height;
        }
    return 0;
}

void SetBuilder::addPropPlaced(const std::string& name, const Placing& placing, double yaw, bool coarse, int treeSeed) {
    Placing named = placing;
    named.name = name;
    const Variant variant = variantFor(name, placing.at, placing.scale, coarse, treeSeed);
    const auto object = std::uint16_t(m_set->objects.size() + 1);
    addInstance(props.mesh(name, variant), named, true, yaw);
    m_placed.push_back({object, name, placing.turn, placing.at, placing.scale, yaw, placing.group});
}

/// By the height in the picture seen from the nearest viewpoint; heavy things turn coarse earlier.
Variant SetBuilder::variantFor(const std::string& name, const glm::dvec3& at, const glm::dvec3& scale, bool coarse,
                               int treeSeed) const {
    Variant v;
    v.seed = treeSeed;
    const auto soup = props.soup(name, v);
    double distance = 1e30;
    for (const glm::dvec3& eye : m_viewpoints)
        distance = std::min(distance, glm::length(at - eye));
    const glm::dvec3 size = (soup->high() - soup->low()) * scale;
    const double seen = std::max({size.x, size.y, size.z}) / std::max(distance, .5);
    const std::size_t count = soup->triangles.size();
    const PropEntry* entry = props.entry(name);
    double limit = count > 2500  ? .3
                   : count > 400 ? .12
                                 : 0; // seen smaller than this share of its distance it turns coarse
    if (name.compare(0, 5, "tree:") == 0)
        limit = coarse ? 1e9 : .3;
    else if (props.species().contains(name))
        limit = .35;
    else if (entry && !entry->coarseOps.empty())
        limit = .45;
    else if (seen < .012 && count > 24)
        v.detail = Detail::box;
    if (seen < limit && v.detail == Detail::full) v.detail = Detail::coarse;
    v.distant = v.detail == Detail::coarse && seen < .13 && props.species().contains(name);
    return v;
}

bool SetBuilder::roomFor(double x, double z, double r, bool tall) const {
    for (const Circle& c : m_clear)
        if (std::hypot(x - c.x, z - c.z) < c.r + r) return false;
    const glm::dvec2 p(x, z);
    for (const auto& [eye, target] : m_corridors) {
        const glm::dvec2 d = target - eye;
        const double length = glm::length(d);
        if (length < 1e-3) continue;
        const double t = std::clamp(glm::dot(p - eye, d) / (length * length), 0., 1.),
                     width = tall ? .8 + .16 * length * t : .5;
        if (glm::length(p - eye - t * d) < width + r * .6) return false;
    }
    return std::none_of(m_boxes.begin(), m_boxes.end(), [&](const auto& b) {
        return b.first.x - r < x && x < b.second.x + r && b.first.y - r < z && z < b.second.y + r;
    });
}

std::shared_ptr<const BuiltSet> SetBuilder::finish() {
    if (kit.ground) buildGround(*this, *kit.ground);
    for (std::size_t i = 0; i < kit.elements.size(); ++i) {
        Random random(seed, std::uint32_t(i + 1));
        kit.elements[i]->build(*this, random);
    }
    m_set->kit = kit.name;
    m_set->seed = seed;
    m_set->sight = std::make_shared<const SightIndex>(m_set->instances);
    setFloor();
    setShots();
    setMarks();
    setEnvironment();
    setLamps();
    return m_set;
}

/// The kit says by the heights of its people that the action is well above the land: on a bridge, a platform, a ship.
std::optional<double> SetBuilder::deckHeight(double land) const {
    for (const KitMark& m : kit.marks)
        if (m.y && !m.seat && *m.y > land + .45) return m.y;
    for (const KitShot& shot : kit.shots)
        for (const KitFigure& f : shot.figures)
            if (f.y && !f.seat && *f.y > height(f.at.x, f.at.y) + .45 && !room) return f.y;
    return std::nullopt;
}

void SetBuilder::setFloor() {
    const glm::vec2 heart = guessHeart();
    FreeFloor::Options o;
    const float land = float(height(heart.x, heart.y));
    if (kit.ground && kit.ground->water) o.water = float(kit.ground->water->y);
    if (const auto deck = deckHeight(land)) o.deck = float(*deck);
    o.furniture.resize(m_set->objects.size() + 1);
    for (const PlacedProp& p : m_placed)
        if (const PropEntry* e = props.entry(p.name)) o.furniture[p.object] = e->kind == "furniture" || e->seat;
    o.seeds.push_back(heart);
    for (const KitMark& m : kit.marks)
        o.seeds.emplace_back(m.at);
    for (const KitShot& shot : kit.shots)
        for (const KitFigure& f : shot.figures)
            o.seeds.emplace_back(f.at);
    for (const auto& [at, yaw] : m_doors)
        o.seeds.emplace_back(at.x + .5 * std::sin(yaw * .01745329), at.z + .5 * std::cos(yaw * .01745329));
    if (room) {
        o.low = {room->low.x, room->low.z};
        o.high = {room->high.x, room->high.z};
        o.walled = true;
        m_set->actionBounds = *room;
    } else {
        o.low = heart - 16.f;
        o.high = heart + 16.f;
        m_set->actionBounds.add({heart.x - 25, land - 5, heart.y - 25});
        m_set->actionBounds.add({heart.x + 25, land + 20, heart.y + 25});
    }
    m_set->floor = std::make_shared<const FreeFloor>(*m_set->sight, terrain, o);
    m_set->heart = {heart.x, m_set->groundHeight(heart.x, heart.y), heart.y};
}

glm::vec3 SetBuilder::standingPoint(glm::dvec2 at, std::optional<double> y, bool seated) const {
    if (y) {
        const float surface = m_set->groundHeight(float(at.x), float(at.y), float(*y), .3f);
        return {at.x, std::abs(surface - float(*y)) < .6f ? surface : float(*y), at.y};
    }
    if (kit.ground && kit.ground->water) { // walk uphill out of the water
        const double shore = kit.ground->water->y + .12;
        for (int i = 0; i < 60 && height(at.x, at.y) <= shore; ++i) {
            const glm::dvec2 g(height(at.x + .5, at.y) - height(at.x - .5, at.y),
                               height(at.x, at.y + .5) - height(at.x, at.y - .5));
            at += .4 * g / (glm::length(g) + 1e-9);
        }
    }
    // Below a seat is the land or its pavement, never the seat's own foot.
    const float near =
        seated ? float(height(at.x, at.y) + pavingAt(at)) : m_set->floor->height(float(at.x), float(at.y));
    const float surface =
        m_set->groundHeight(float(at.x), float(at.y), std::max(near, room ? room->low.y : near), .04f);
    return {at.x, surface, at.y};
}

void SetBuilder::setShots() {
    for (const KitShot& k : kit.shots) {
        SetShot s;
        s.name = k.name;
        s.eye = glm::vec3(k.eye);
        s.target = glm::vec3(k.target);
        s.verticalFov = float(k.fov);
        if (!terrain.flat() && !k.absolute &&
            !kit.environment.interior) { // written relative to the ground below the eye
            double ground = height(k.eye.x, k.eye.z);
            if (kit.ground->water) ground = std::max(ground, kit.ground->water->y);
            s.eye.y += float(ground);
            s.target.y += float(ground);
        }
        for (const KitFigure& f : k.figures) {
            SetShot::Figure figure;
            figure.who = f.who;
            figure.position = standingPoint(f.at, f.y, f.seat.has_value());
            figure.yaw = float(f.yaw);
            if (f.seat) figure.seat = float(*f.seat);
            s.figures.push_back(std::move(figure));
        }
        m_set->shots.push_back(std::move(s));
    }
}

void SetBuilder::setWeather(Environment& e) const {
    const auto mist = [&](float near, float far, float amount) {
        e.fogNear = std::min(e.fogNear, near);
        e.fogFar = std::min(e.fogFar, far);
        e.fogAmount = std::max(e.fogAmount, amount);
    };
    switch (options.weather) {
    case Weather::clear:
        break;
    case Weather::cloud:
        e.sky.base *= .93f, e.sky.clouds += 8;
        break;
    case Weather::rain:
        e.sky.base *= .86f, mist(8, 90, .75f);
        break;
    case Weather::storm:
        e.sky.base *= .62f, mist(6, 70, .7f), e.fogValue *= .75f;
        break;
    case Weather::snow:
        mist(8, 80, .85f);
        break;
    case Weather::fog:
        mist(3, 38, .93f);
        break;
    }
    if (options.weather != Weather::clear && options.weather != Weather::cloud) e.sky.clouds = 0;
}

void SetBuilder::setEnvironment() {
    Environment e = kit.environment;
    if (!e.interior) {
        if (options.sun) e.sun = glm::vec3(glm::normalize(glm::dvec3(*options.sun)));
        if (m_night > .3f && kit.environment.night < .3f) { // a dark sky with stars, distance fading to grey
            const float t = std::min(m_night, 1.0f);
            e.sky.base = 1 - .6f * t;
            e.sky.stars = std::max(e.sky.stars, int(60 * t));
            e.sky.clouds = 0;
            e.fogNear = 30, e.fogFar = std::min(e.fogFar, 160.f), e.fogAmount = .5f, e.fogValue = 1 - .5f * t;
        }
        setWeather(e);
    }
    e.night = m_night;
    m_set->environment = std::move(e);
}

} // namespace rushes::sets
