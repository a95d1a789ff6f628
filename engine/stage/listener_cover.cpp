// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/listener_cover.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace rushes::stage {
namespace {

constexpr int columns = 64, rows = 36;
constexpr int columnFrom = 3; ///< cells: fewer in a column are a finger or an elbow's tip
constexpr float nearest = 0.08f; ///< metres

/// A sphere in cells of the grid.
struct Disc {
    float x = 0, y = 0, radius = 0;

    bool holds(int column, int row) const {
        const float dx = float(column) + 0.5f - x, dy = float(row) + 0.5f - y;
        return dx * dx + dy * dy <= radius * radius;
    }
};

std::optional<Disc> discOf(const geometry::Camera& camera, const glm::vec4& sphere) {
    const auto at = camera.project(glm::vec3(sphere), {columns, rows});
    if (!at || at->z < nearest) return std::nullopt;
    return Disc{at->x, at->y, sphere.w / at->z * camera.focalMm / camera.sensorWidthMm * float(columns)};
}

using Grid = std::array<std::array<bool, columns>, rows>;

void mark(Grid& grid, const Disc& disc) {
    const int top = std::max(0, int(disc.y - disc.radius)), bottom = std::min(rows - 1, int(disc.y + disc.radius));
    const int left = std::max(0, int(disc.x - disc.radius)), right = std::min(columns - 1, int(disc.x + disc.radius));
    for (int row = top; row <= bottom; ++row)
        for (int column = left; column <= right; ++column)
            if (disc.holds(column, row)) grid[std::size_t(row)][std::size_t(column)] = true;
}

/// Share of a disc's cells, also of those beyond the picture, for which `count` holds.
template <class Count> float shareOf(const Disc& disc, Count count) {
    int all = 0, hits = 0;
    for (int row = int(std::floor(disc.y - disc.radius)); row <= int(disc.y + disc.radius); ++row)
        for (int column = int(std::floor(disc.x - disc.radius)); column <= int(disc.x + disc.radius); ++column) {
            if (!disc.holds(column, row)) continue;
            ++all;
            hits += count(column, row);
        }
    return all > 0 ? float(hits) / float(all) : 0;
}

bool isInside(int column, int row) { return column >= 0 && column < columns && row >= 0 && row < rows; }

} // namespace

Cover coverOf(const geometry::Camera& camera, const std::vector<glm::vec4>& body, const glm::vec4& face) {
    Grid grid{};
    for (const auto& sphere : body)
        if (const auto disc = discOf(camera, sphere)) mark(grid, *disc);
    std::array<int, columns> tall{};
    float middle = 0, cells = 0;
    for (const auto& line : grid)
        for (int column = 0; column < columns; ++column)
            if (line[std::size_t(column)]) {
                ++tall[std::size_t(column)];
                middle += float(column);
                ++cells;
            }
    Cover cover;
    cover.right = cells > 0 && middle / cells > columns * 0.5f;
    for (int column = 0; column < columns; ++column) {
        if (tall[std::size_t(column)] < columnFrom) continue;
        cover.wide = std::max(cover.wide, float(cover.right ? columns - column : column + 1) / columns);
    }
    cover.atEdge = tall[cover.right ? columns - 1 : 0] > 0;
    if (const auto head = body.empty() ? std::nullopt : discOf(camera, body.front())) cover.head = shareOf(*head, isInside);
    if (const auto disc = discOf(camera, face))
        cover.face = shareOf(*disc, [&](int column, int row) { return !isInside(column, row) || grid[std::size_t(row)][std::size_t(column)]; });
    return cover;
}

} // namespace rushes::stage
