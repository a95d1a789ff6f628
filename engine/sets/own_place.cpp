// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sets/own_place.h"

#include "engine/sets/set_builder.h"
#include "engine/sets/sight_index.h"

#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace rushes::sets {

namespace {

using glm::vec3;

constexpr float cell = .5f;      ///< metres between the places that are looked at
constexpr float headroom = 1.9f; ///< metres a person needs
constexpr float shell = .35f;    ///< metres from the outside within which a face belongs to a wall

geometry::Bounds boundsOf(const OwnPlace& place) {
    geometry::Bounds box;
    for (const auto& piece : place.pieces) {
        box.add(piece.mesh->bounds.low);
        box.add(piece.mesh->bounds.high);
    }
    return box;
}

std::vector<geometry::Instance> asInstances(const OwnPlace& place) {
    std::vector<geometry::Instance> out;
    for (const auto& piece : place.pieces) {
        geometry::Instance instance;
        instance.mesh = piece.mesh;
        instance.materials = place.materials;
        instance.object = std::uint16_t(out.size() + 1);
        out.push_back(std::move(instance));
    }
    return out;
}

/// Where people can be, found by rays before there is a set.
struct Survey {
    vec3 heart{0};
    bool roofed = false;
    std::array<float, 16> freeSight{}; ///< metres from the heart at eye height, by sixteenths of a turn
};

class Surveyor {
public:
    explicit Surveyor(const OwnPlace& place) : m_sight(asInstances(place)), m_box(boundsOf(place)) {}

    Survey look() {
        measure();
        Survey survey;
        survey.heart = heart();
        const vec3 eye = survey.heart + vec3(0, 1.6f, 0);
        int under = 0;
        for (std::size_t i = 0; i < survey.freeSight.size(); ++i) {
            const float a = float(i) * glm::two_pi<float>() / float(survey.freeSight.size());
            survey.freeSight[i] = m_sight.hit(eye, {std::sin(a), 0, std::cos(a)}, 40, {}).value_or(40.0f);
            const vec3 beside = eye + vec3(std::sin(a), 0, std::cos(a)) * std::min(1.2f, survey.freeSight[i] * .5f);
            under += m_sight.hit(beside, {0, 1, 0}, 12, {}).has_value();
        }
        survey.roofed = under > int(survey.freeSight.size()) * 2 / 3;
        for (std::size_t i = 0; survey.roofed && i < survey.freeSight.size(); ++i) survey.freeSight[i] = std::min(survey.freeSight[i], toWall(eye, i));
        return survey;
    }

private:
    /// Through a door one sees farther than the room goes.
    float toWall(const vec3& eye, std::size_t direction) const {
        const float a = float(direction) * glm::two_pi<float>() / 16, dx = std::sin(a), dz = std::cos(a);
        const float x = dx > 0 ? m_box.high.x - eye.x : eye.x - m_box.low.x, z = dz > 0 ? m_box.high.z - eye.z : eye.z - m_box.low.z;
        return std::max(.5f, std::min(x / std::max(std::abs(dx), 1e-3f), z / std::max(std::abs(dz), 1e-3f)) - .3f);
    }

    /// Free: a level floor near y = 0 with nothing above it that a head would meet.
    void measure() {
        const vec3 size = m_box.size(), middle = m_box.centre();
        m_nx = std::clamp(int(size.x / cell), 1, 48), m_nz = std::clamp(int(size.z / cell), 1, 48);
        m_free.assign(std::size_t(m_nx * m_nz), 0);
        m_at.resize(m_free.size());
        for (int z = 0; z < m_nz; ++z)
            for (int x = 0; x < m_nx; ++x) {
                const auto i = std::size_t(z * m_nx + x);
                m_at[i] = {middle.x + (float(x) - float(m_nx - 1) / 2) * cell, 0, middle.z + (float(z) - float(m_nz - 1) / 2) * cell};
                const auto floor = m_sight.surfaceBelow(m_at[i] + vec3(0, .45f, 0), .9f);
                if (!floor) continue;
                m_at[i].y = *floor;
                m_free[i] = m_sight.hit(m_at[i] + vec3(0, .1f, 0), {0, 1, 0}, headroom, {}) ? 0 : 1;
            }
    }

    bool free(int x, int z) const { return x >= 0 && z >= 0 && x < m_nx && z < m_nz && m_free[std::size_t(z * m_nx + x)] != 0; }

    /// Cells about it that are free, in rings, up to four.
    int clear(int x, int z) const {
        for (int r = 0; r < 5; ++r)
            for (int dz = -r; dz <= r; ++dz)
                for (int dx = -r; dx <= r; ++dx)
                    if (!free(x + dx, z + dz)) return r;
        return 5;
    }

    vec3 heart() const {
        float best = -1e9f;
        vec3 at = m_box.centre();
        at.y = 0;
        for (int z = 0; z < m_nz; ++z)
            for (int x = 0; x < m_nx; ++x) {
                if (!free(x, z)) continue;
                const float out = std::hypot(float(x) - float(m_nx - 1) / 2, float(z) - float(m_nz - 1) / 2) * cell;
                const float score = float(clear(x, z)) * .5f - .12f * out;
                if (score > best) best = score, at = m_at[std::size_t(z * m_nx + x)];
            }
        return at;
    }

    SightIndex m_sight;
    geometry::Bounds m_box;
    int m_nx = 1, m_nz = 1;
    std::vector<char> m_free;
    std::vector<vec3> m_at;
};

/// The faces of one side of the shell (0 … 4: west, east, north, south, ceiling), or with -1 all others.
std::shared_ptr<const geometry::Mesh> sideOf(const geometry::Mesh& mesh, const geometry::Bounds& box, int side) {
    const auto sideAt = [&](const vec3& p) {
        unsigned bits = 0;
        bits |= unsigned(p.x < box.low.x + shell) | unsigned(p.x > box.high.x - shell) << 1 | unsigned(p.z < box.low.z + shell) << 2;
        return bits | unsigned(p.z > box.high.z - shell) << 3 | unsigned(p.y > box.high.y - shell) << 4;
    };
    auto out = std::make_shared<geometry::Mesh>();
    std::vector<std::uint32_t> place(mesh.positions.size(), 0xffffffffu);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const auto* corner = &mesh.indices[i];
        const unsigned bits = sideAt(mesh.positions[corner[0]]) & sideAt(mesh.positions[corner[1]]) & sideAt(mesh.positions[corner[2]]);
        int own = -1;
        for (int s = 4; s >= 0; --s)
            if (bits >> s & 1u) own = s;
        if (own != side) continue;
        for (int k = 0; k < 3; ++k) {
            auto& to = place[corner[k]];
            if (to == 0xffffffffu) {
                to = std::uint32_t(out->positions.size());
                out->positions.push_back(mesh.positions[corner[k]]);
                out->normals.push_back(mesh.normals[corner[k]]);
                out->surfaceOf.push_back(mesh.surfaceOf[corner[k]]);
            }
            out->indices.push_back(to);
        }
    }
    out->surfaces = mesh.surfaces;
    out->measure();
    return out;
}

/// The model itself, set down as the kit's only element.
struct OwnElement : Element {
    OwnPlace place;
    vec3 heart{0};
    bool roofed = false;

    void build(SetBuilder& set, Random&) const override {
        if (!roofed) {
            for (const auto& piece : place.pieces) set.addOwn(piece.mesh, place.materials, piece.name, -1);
            return;
        }
        const geometry::Bounds box = boundsOf(place);
        set.room = box;
        Lamp lamp; // nobody says where its lamps are: one over the middle
        lamp.position = heart + vec3(0, std::clamp(box.high.y - heart.y - .5f, 1.9f, 3.5f), 0);
        lamp.radius = std::clamp(box.radius() * 1.2f, 5.0f, 12.0f);
        set.addLight(lamp);
        // The sun shines in as on a stage: the shell throws no shadow.
        auto walls = std::make_shared<std::vector<geometry::Material>>(*place.materials);
        for (auto& material : *walls) material.castsShadow = false;
        const std::array<int, 5> groups{set.addGroup({box.low.x + shell, 0, 0}, {1, 0, 0}), set.addGroup({box.high.x - shell, 0, 0}, {-1, 0, 0}),
                                        set.addGroup({0, 0, box.low.z + shell}, {0, 0, 1}), set.addGroup({0, 0, box.high.z - shell}, {0, 0, -1}),
                                        set.addGroup({0, box.high.y - shell, 0}, {0, -1, 0})};
        for (const auto& piece : place.pieces)
            for (int side = -1; side < 5; ++side)
                set.addOwn(sideOf(*piece.mesh, box, side), side < 0 ? place.materials : walls, piece.name, side < 0 ? -1 : groups[std::size_t(side)]);
    }
};

/// Half a step off the wall on the side with the longest view, or where a whole small thing is seen.
KitShot wideShot(const Survey& survey) {
    std::size_t far = 0;
    for (std::size_t i = 1; i < survey.freeSight.size(); ++i)
        if (std::min(survey.freeSight[i], 11.0f) > std::min(survey.freeSight[far], 11.0f) + .05f) far = i;
    const float a = float(far) * glm::two_pi<float>() / float(survey.freeSight.size()), back = std::max(1.0f, std::min(survey.freeSight[far], 11.0f) * .9f);
    KitShot shot;
    shot.name = "wide";
    shot.absolute = true;
    shot.eye = survey.heart + vec3(std::sin(a) * back, survey.roofed ? 1.6f : 1.9f, std::cos(a) * back);
    shot.target = survey.heart + vec3(0, 1.2f, 0);
    shot.fov = survey.roofed ? 52 : 42;
    return shot;
}

} // namespace

std::unique_ptr<Kit> ownKit(const OwnPlace& place, const Kit* air, const MaterialTable& materials) {
    const Survey survey = Surveyor(place).look();
    const geometry::Bounds box = boundsOf(place);
    auto kit = std::make_unique<Kit>();
    kit->name = "own:" + place.name;
    kit->interior = survey.roofed;
    if (air && air->interior == survey.roofed) kit->environment = air->environment;
    kit->environment.interior = survey.roofed;
    kit->environment.lamps.clear();
    kit->environment.shadowRadius = std::clamp(box.radius(), 6.0f, 40.0f);
    if (!survey.roofed) {
        Ground ground;
        ground.y = std::min(box.low.y, 0.0f) - .04;
        ground.material = materials["ground"];
        kit->ground = ground;
    }
    KitMark centre;
    centre.name = "centre";
    centre.pose = "stand";
    centre.at = {survey.heart.x, survey.heart.z};
    centre.y = survey.heart.y;
    centre.clear = .5;
    kit->shots.push_back(wideShot(survey));
    const glm::dvec3 toEye = kit->shots.front().eye - glm::dvec3(survey.heart);
    centre.yaw = std::atan2(toEye.x, toEye.z) * 57.29577951308232;
    kit->marks.push_back(centre);
    auto element = std::make_unique<OwnElement>();
    element->kind = "own";
    element->place = place;
    element->heart = survey.heart;
    element->roofed = survey.roofed;
    kit->elements.push_back(std::move(element));
    return kit;
}

} // namespace rushes::sets
