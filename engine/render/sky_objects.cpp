// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/render/sky_objects.h"

#include "engine/render/vector_math.h"

#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include <algorithm>
#include <cmath>

namespace rushes::render {
namespace {

constexpr float kDistanceM = 2000;
constexpr float kPi = 3.14159265f;
enum SkyMaterial : std::uint32_t { cloudWhite, white, discLit, discDark, ring };

/// Grows one mesh of flat shapes on the sphere of directions.
class SkyMesh {
public:
    SkyMesh() : m_mesh(std::make_shared<geometry::Mesh>()) {}

    std::uint16_t surface(std::uint32_t part, std::uint32_t material) {
        m_mesh->surfaces.push_back({part, material, 0});
        return std::uint16_t(m_mesh->surfaces.size() - 1);
    }
    /// An ellipse about (azimuth, sine of elevation), radii in radians; `floor` cuts it flat from below.
    void ellipse(std::uint16_t surface, float azimuth, float elevation, float radiusX, float radiusY, float floor, float closer) {
        constexpr int kCorners = 20;
        const auto first = std::uint32_t(m_mesh->positions.size());
        point(surface, azimuth, std::max(elevation, floor), closer);
        for (int i = 0; i < kCorners; ++i) {
            const float a = 2 * kPi * float(i) / kCorners;
            point(surface, azimuth + radiusX * std::cos(a), std::max(elevation + radiusY * std::sin(a), floor), closer);
        }
        for (std::uint32_t i = 0; i < kCorners; ++i) m_mesh->indices.insert(m_mesh->indices.end(), {first, first + 1 + i, first + 1 + (i + 1) % kCorners});
    }
    std::shared_ptr<geometry::Mesh> take() {
        m_mesh->measure();
        return m_mesh;
    }

private:
    void point(std::uint16_t surface, float azimuth, float elevation, float closer) {
        const float e = std::clamp(elevation, -0.99f, 0.99f), level = std::sqrt(1 - e * e);
        const glm::vec3 d(std::sin(azimuth) * level, e, std::cos(azimuth) * level);
        m_mesh->positions.push_back(d * (kDistanceM - closer));
        m_mesh->normals.push_back(-d);
        m_mesh->surfaceOf.push_back(surface);
    }
    std::shared_ptr<geometry::Mesh> m_mesh;
};

/// Cumulus: a row of balls on a flat floor, the larger ones in the middle.
void addClouds(SkyMesh& mesh, int count, int seed) {
    int n = 0;
    const auto between = [&](float a, float b) { return a + (b - a) * lane::hash(seed, n++); };
    for (int i = 0; i < count; ++i) {
        const auto surface = mesh.surface(std::uint32_t(i) + 1, cloudWhite);
        const float azimuth = between(-kPi, kPi), base = between(0.12f, 0.42f), size = between(0.09f, 0.20f) * (0.6f + base * 2);
        for (int k = 0; k < 9; ++k) {
            const float x = (float(k) / 4 - 1 + between(-0.12f, 0.12f)) * size, middle = 1 - std::fabs(x / size) * 0.75f;
            const float r = size * between(0.15f, 0.24f) * (0.45f + 0.55f * middle), y = size * between(0.04f, 0.16f) * middle;
            mesh.ellipse(surface, azimuth + x, base + y, r * 1.45f, r, base - 0.012f, float(i) * 2);
        }
    }
}

void addStars(SkyMesh& mesh, int count, int seed) {
    const auto surface = mesh.surface(5000, white);
    for (int i = 0; i < count; ++i) {
        const float r = lane::hash(seed + 1, i * 4 + 3) < 0.7f ? 0.0011f : 0.0019f;
        mesh.ellipse(surface, (lane::hash(seed + 1, i * 4) * 2 - 1) * kPi, 0.05f + 0.9f * lane::hash(seed + 1, i * 4 + 1), r, r, -1, -40);
    }
}

void addDiscs(SkyMesh& mesh, const std::vector<SkyDisc>& discs) {
    std::uint32_t part = 6000;
    for (const auto& disc : discs) {
        mesh.ellipse(mesh.surface(part++, disc.value > 0.5f ? discLit : discDark), disc.azimuth, disc.elevation, disc.radius, disc.radius, -1, -20);
        if (disc.ring) mesh.ellipse(mesh.surface(part++, ring), disc.azimuth, disc.elevation, disc.radius * 2.1f, disc.radius * 0.42f, -1, -22);
    }
}

std::vector<geometry::Material> skyMaterials() {
    std::vector<geometry::Material> list(5);
    for (auto& m : list) {
        m.hatched = m.castsShadow = false;
        m.colour = glm::vec3(1);
    }
    for (const auto index : {white, discLit, ring}) list[index].emits = true;
    list[discDark].tone = 2;
    list[ring].tone = 1;
    return list;
}

bool same(const std::vector<SkyDisc>& a, const std::vector<SkyDisc>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const SkyDisc& x, const SkyDisc& y) {
        return x.azimuth == y.azimuth && x.elevation == y.elevation && x.radius == y.radius && x.value == y.value && x.ring == y.ring;
    });
}

geometry::Instance instanceOf(SkyMesh& mesh, float lineWeight) {
    geometry::Instance instance;
    instance.mesh = mesh.take();
    instance.materials = std::make_shared<std::vector<geometry::Material>>(skyMaterials());
    instance.lineWeight = lineWeight;
    return instance;
}

} // namespace

void SkyObjects::build(const Recipe& recipe) {
    m_recipe = recipe;
    m_instances.clear();
    m_cloudInstances = recipe.clouds > 0 ? 1 : 0;
    if (recipe.clouds > 0) {
        SkyMesh mesh;
        addClouds(mesh, recipe.clouds, int(recipe.seed));
        m_instances.push_back(instanceOf(mesh, 1.3f));
    }
    if (recipe.stars > 0) {
        SkyMesh mesh;
        addStars(mesh, recipe.stars, int(recipe.seed));
        m_instances.push_back(instanceOf(mesh, 0)); // points of light take no outline
    }
    if (!recipe.discs.empty()) {
        SkyMesh mesh;
        addDiscs(mesh, recipe.discs);
        m_instances.push_back(instanceOf(mesh, 1.3f));
    }
}

const std::vector<geometry::Instance>& SkyObjects::of(const View& view) {
    const Atmosphere& air = view.atmosphere;
    Recipe recipe{std::clamp(air.clouds, 0, 60), std::clamp(air.stars, 0, 2000), air.discs, view.seed};
    if (air.indoor) recipe = {0, 0, {}, view.seed};
    const bool kept = m_recipe.clouds == recipe.clouds && m_recipe.stars == recipe.stars && m_recipe.seed == recipe.seed && same(m_recipe.discs, recipe.discs);
    if (!kept) build(recipe);
    const float drift = float(view.seconds) * glm::length(air.wind) * 0.0006f;
    for (std::size_t i = 0; i < m_instances.size(); ++i) {
        m_instances[i].transform = glm::translate(glm::mat4(1.0f), view.camera.eye);
        if (i < m_cloudInstances) m_instances[i].transform = glm::rotate(m_instances[i].transform, drift, glm::vec3(0, 1, 0));
    }
    return m_instances;
}

} // namespace rushes::render
