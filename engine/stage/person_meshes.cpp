// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/person_meshes.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace rushes::stage {
namespace {

constexpr float kSparseReachM = 0.075f; ///< about two pixels of a figure that is drawn sparsely
constexpr double kSparseBelow = 62;     ///< pixels tall
// In a crowd the eye rests on the nearest dozen; the others may be plainer than their size asks for.
constexpr std::size_t kPrincipals = 12, kSupporting = 36;
constexpr double kSparseInCrowdBelow = 240;

/// Points at the same place are one point: corners of a mesh repeat where the surface changes.
std::vector<std::uint32_t> welded(const geometry::Mesh& mesh) {
    std::map<std::array<float, 3>, std::uint32_t> seen;
    std::vector<std::uint32_t> first(mesh.positions.size());
    for (std::uint32_t i = 0; i < first.size(); ++i) {
        const auto& p = mesh.positions[i];
        first[i] = seen.try_emplace({p.x, p.y, p.z}, i).first->second;
    }
    return first;
}

std::vector<std::vector<std::uint32_t>> neighbours(const geometry::Mesh& mesh, const std::vector<std::uint32_t>& weld) {
    std::vector<std::vector<std::uint32_t>> list(mesh.positions.size());
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) {
            const auto a = weld[mesh.indices[i + k]], b = weld[mesh.indices[i + (k + 1) % 3]];
            if (a == b) continue;
            list[a].push_back(b);
            list[b].push_back(a);
        }
    return list;
}

/// Grows a region about each point that none has taken yet, along edges: an arm does not join the hip that it hangs beside.
std::vector<std::uint32_t> regions(const geometry::Mesh& mesh, const std::vector<std::uint32_t>& weld, float reach) {
    constexpr std::uint32_t none = 0xffffffffu;
    const auto near = neighbours(mesh, weld);
    std::vector<std::uint32_t> region(mesh.positions.size(), none);
    std::vector<std::uint32_t> open;
    for (std::uint32_t seed = 0; seed < region.size(); ++seed) {
        if (weld[seed] != seed || region[seed] != none) continue;
        region[seed] = seed;
        open.assign(1, seed);
        while (!open.empty()) {
            const auto at = open.back();
            open.pop_back();
            for (const auto next : near[at]) {
                if (region[next] != none || glm::distance(mesh.positions[next], mesh.positions[seed]) > reach) continue;
                region[next] = seed;
                open.push_back(next);
            }
        }
    }
    for (std::uint32_t i = 0; i < region.size(); ++i) region[i] = region[weld[i]];
    return region;
}

/// The share of the picture's height that a standing person takes at this moment; 0 when well outside it. `camera` is as wide as the
/// picture; its height follows from `aspect`.
double shareOf(const geometry::Camera& camera, double aspect, const glm::vec3& position, double stature) {
    const glm::vec3 d = position + glm::vec3(0, stature * 0.5, 0) - camera.eye;
    const double z = glm::dot(d, camera.forward()), halfWidth = camera.sensorWidthMm / (2 * camera.focalMm), halfHeight = halfWidth / aspect;
    const double outside = std::max(std::abs(double(glm::dot(d, camera.right))) - halfWidth * z * 1.3, std::abs(double(glm::dot(d, camera.up))) - halfHeight * z * 1.3);
    if (z < -0.3 || outside > stature * 0.6) return 0;
    return stature / std::max(z, 0.2) / (2 * halfHeight);
}

/// Somebody's own model loses its shape sooner than ours when it is thinned out: one level finer.
std::size_t ownLevel(figures::Lod lod) { return lod == figures::Lod::close ? 0 : std::size_t(lod) - 1; }

} // namespace

SparseFigure::SparseFigure(const geometry::Mesh& rest, float reachM) {
    const auto region = regions(rest, welded(rest), reachM);
    std::map<std::pair<std::uint32_t, std::uint16_t>, std::uint32_t> kept;
    const auto pointOf = [&](std::uint32_t i) {
        const auto [found, fresh] = kept.try_emplace({region[i], rest.surfaceOf[i]}, std::uint32_t(m_points.size()));
        if (fresh) {
            m_points.push_back(region[i]);
            m_surfaces.push_back(rest.surfaceOf[i]);
        }
        return found->second;
    };
    for (std::size_t i = 0; i < rest.indices.size(); i += 3) {
        const auto *corner = &rest.indices[i];
        const auto a = region[corner[0]], b = region[corner[1]], c = region[corner[2]];
        if (a == b || b == c || a == c) continue;
        for (int k = 0; k < 3; ++k) m_indices.push_back(pointOf(corner[k]));
    }
}

geometry::Mesh SparseFigure::of(const geometry::Mesh& bent) const {
    geometry::Mesh out;
    out.positions.reserve(m_points.size());
    out.normals.reserve(m_points.size());
    for (const auto point : m_points) {
        out.positions.push_back(bent.positions[point]);
        out.normals.push_back(bent.normals[point]);
    }
    out.surfaceOf = m_surfaces;
    out.indices = m_indices;
    out.surfaces = bent.surfaces;
    out.measure();
    return out;
}

PersonMeshes::PersonMeshes(const StagedShot& shot) : m_shot(shot), m_tall(shot.blocking.people.size(), 0) {
    constexpr std::int64_t kLooks = 12;
    const auto frames = std::int64_t(shot.camera.size());
    const double aspect = double(shot.width) / double(shot.height);
    for (std::int64_t look = 0; look <= kLooks && frames > 0; ++look) {
        const std::int64_t frame = std::min(frames - 1, frames * look / kLooks);
        const auto moments = peopleAt(shot.blocking, time::RationalTime{frame, shot.duration.rate}.seconds());
        for (std::size_t i = 0; i < moments.size(); ++i)
            m_tall[i] = std::max(m_tall[i], shareOf(shot.camera[std::size_t(frame)], aspect, moments[i].position, shot.blocking.people[i].figure->height()));
    }
    std::vector<std::size_t> order(m_tall.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return m_tall[a] > m_tall[b]; });
    m_rank.resize(order.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank) m_rank[order[rank]] = rank;
}

PersonMeshes::Level PersonMeshes::levelOf(std::size_t person, int rows) const {
    const double tall = m_tall[person] * rows;
    if (m_rank[person] >= kSupporting && tall < kSparseInCrowdBelow) return {figures::Lod::tiny, true};
    if (m_rank[person] >= kPrincipals && tall < 2 * kSparseInCrowdBelow) return {figures::Lod::tiny, tall < kSparseBelow};
    if (tall > 500) return {figures::Lod::close, false};
    if (tall > 250) return {figures::Lod::middle, false};
    if (tall > 110) return {figures::Lod::far, false};
    return {figures::Lod::tiny, tall < kSparseBelow};
}

std::shared_ptr<const geometry::Mesh> PersonMeshes::mesh(std::size_t person, const figures::BodyPose& pose, int rows) const {
    const auto& figure = *m_shot.blocking.people[person].figure;
    const Level level = levelOf(person, rows);
    if (const auto& own = m_shot.blocking.people[person].own) return std::make_shared<const geometry::Mesh>(own->mesh(pose, ownLevel(level.lod)));
    geometry::Mesh bent = figure.mesh(pose, level.lod);
    if (!level.sparse) return std::make_shared<const geometry::Mesh>(std::move(bent));
    auto sparse = m_sparse.find(&figure);
    if (sparse == m_sparse.end()) sparse = m_sparse.try_emplace(&figure, figure.mesh({}, level.lod), kSparseReachM).first;
    return std::make_shared<const geometry::Mesh>(sparse->second.of(bent));
}

std::shared_ptr<const geometry::Mesh> PersonMeshes::shadow(std::size_t person, const figures::BodyPose& pose, int rows) const {
    const Level level = levelOf(person, rows);
    if (level.lod == figures::Lod::far || level.lod == figures::Lod::tiny) return nullptr;
    const auto coarser = level.lod == figures::Lod::close ? figures::Lod::middle : figures::Lod::far;
    if (const auto& own = m_shot.blocking.people[person].own) return std::make_shared<const geometry::Mesh>(own->mesh(pose, ownLevel(coarser)));
    return std::make_shared<const geometry::Mesh>(m_shot.blocking.people[person].figure->mesh(pose, coarser));
}

std::shared_ptr<const std::vector<glm::vec3>> PersonMeshes::rest(std::size_t person, int rows) const {
    if (const auto& own = m_shot.blocking.people[person].own)
        return std::shared_ptr<const std::vector<glm::vec3>>(own, &own->rest(ownLevel(levelOf(person, rows).lod)));
    const auto* figure = m_shot.blocking.people[person].figure.get();
    auto& kept = m_rest[{figure, levelOf(person, rows)}];
    if (!kept) kept = std::make_shared<const std::vector<glm::vec3>>(mesh(person, {}, rows)->positions);
    return kept;
}

} // namespace rushes::stage
