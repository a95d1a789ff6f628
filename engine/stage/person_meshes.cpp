// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/person_meshes.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <numeric>

namespace rushes::stage {
namespace {

constexpr double kSparseBelow = 62;     ///< pixels tall
constexpr int kMostRows = 720;          ///< in larger pictures the eye rests on the same share of the height
// In a crowd the eye rests on the nearest dozen; the others may be plainer than their size asks for.
constexpr std::size_t kPrincipals = 12, kSupporting = 36;
constexpr double kSparseInCrowdBelow = 240, kFarInCrowdBelow = 620;

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
std::size_t ownLevel(figures::Lod lod) { return lod == figures::Lod::close ? 0 : std::min(std::size_t(lod), std::size_t(figures::Lod::tiny)) - 1; }

} // namespace

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

figures::Lod PersonMeshes::levelOf(std::size_t person, int rows) const {
    using figures::Lod;
    const double tall = m_tall[person] * std::min(rows, kMostRows);
    const bool crowd = m_rank.size() > kSupporting;
    if (m_rank[person] >= kSupporting && tall < kSparseInCrowdBelow) return Lod::sparse;
    if (m_rank[person] >= kPrincipals && tall < 2 * kSparseInCrowdBelow) return tall < kSparseBelow ? Lod::sparse : Lod::tiny;
    if (crowd && tall < kFarInCrowdBelow) return tall > 110 ? Lod::far : Lod::tiny;
    if (tall > 500) return Lod::close;
    if (tall > 250) return Lod::middle;
    if (tall > 110) return Lod::far;
    return tall < kSparseBelow ? Lod::sparse : Lod::tiny;
}

std::shared_ptr<const geometry::Mesh> PersonMeshes::mesh(std::size_t person, const figures::BodyPose& pose, int rows) const {
    const auto level = levelOf(person, rows);
    if (const auto& own = m_shot.blocking.people[person].own) return std::make_shared<const geometry::Mesh>(own->mesh(pose, ownLevel(level)));
    return std::make_shared<const geometry::Mesh>(m_shot.blocking.people[person].figure->mesh(pose, level));
}

std::shared_ptr<const geometry::Mesh> PersonMeshes::shadow(std::size_t person, const figures::BodyPose& pose, int rows) const {
    const auto level = levelOf(person, rows);
    if (level != figures::Lod::close && level != figures::Lod::middle) return nullptr;
    const auto coarser = level == figures::Lod::close ? figures::Lod::middle : figures::Lod::far;
    if (const auto& own = m_shot.blocking.people[person].own) return std::make_shared<const geometry::Mesh>(own->mesh(pose, ownLevel(coarser)));
    return std::make_shared<const geometry::Mesh>(m_shot.blocking.people[person].figure->mesh(pose, coarser));
}

std::shared_ptr<const std::vector<glm::vec3>> PersonMeshes::rest(std::size_t person, int rows) const {
    if (const auto& own = m_shot.blocking.people[person].own)
        return std::shared_ptr<const std::vector<glm::vec3>>(own, &own->rest(ownLevel(levelOf(person, rows))));
    const auto* figure = m_shot.blocking.people[person].figure.get();
    auto& kept = m_rest[{figure, levelOf(person, rows)}];
    if (!kept) kept = std::make_shared<const std::vector<glm::vec3>>(mesh(person, {}, rows)->positions);
    return kept;
}

} // namespace rushes::stage
