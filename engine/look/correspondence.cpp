// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/correspondence.h"

#include "engine/look/two_threads.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace rushes::look {
namespace {

constexpr int kBand = 30;          ///< rows that share guesses; fixed, so that the result is the same for any number of threads
constexpr float kReach = 0.8f;     ///< pixels from a pixel's centre that it stands for, each way
constexpr float kOffPlane = 0.9f;  ///< pixels' worth of distance to the surface that is still on it
constexpr int kLowest = -14, kHighest = 8; ///< levels: cells of 2^level metres

std::uint64_t mixed(std::uint64_t x) {
    x ^= x >> 31;
    x *= 0x7fb5d329728ea185ull;
    x ^= x >> 27;
    x *= 0x81dadef4bc2dd44dull;
    return x ^ x >> 33;
}

std::uint64_t cellKey(std::uint64_t surface, int level, const glm::ivec3& cell) {
    const std::uint64_t packed = std::uint64_t(std::uint32_t(cell.x)) * 0x9E3779B97F4A7C15ull ^ std::uint64_t(std::uint32_t(cell.y)) * 0xC2B2AE3D27D4EB4Full ^ std::uint64_t(std::uint32_t(cell.z)) * 0x165667B19E3779F9ull;
    return mixed(surface * 0xD6E8FEB86659FD93ull + std::uint64_t(level - kLowest) + packed) | 1; // 0 is no cell
}

glm::ivec3 cellAt(const glm::vec3& p, float size) { return glm::ivec3(glm::floor(p / size)); }

} // namespace

namespace {

/// Runs of pixels by cell: open addressing, a few times quicker than a map, and mostly asked for cells that do not exist.
class CellTable {
public:
    struct Run {
        std::uint64_t key = 0; ///< 0: free
        std::uint32_t first = 0, count = 0;
    };
    void reserve(std::size_t cells) {
        std::size_t size = 16;
        while (size < cells * 2) size *= 2;
        m_slots.assign(size, {});
    }
    void put(const Run& run) { *slot(run.key) = run; }
    const Run* find(std::uint64_t key) const {
        const Run* at = const_cast<CellTable*>(this)->slot(key);
        return at->key ? at : nullptr;
    }

private:
    Run* slot(std::uint64_t key) {
        std::size_t i = key & (m_slots.size() - 1);
        while (m_slots[i].key && m_slots[i].key != key) i = (i + 1) & (m_slots.size() - 1);
        return &m_slots[i];
    }
    std::vector<Run> m_slots;
};

} // namespace

class KeyPoints::Index {
public:
    explicit Index(const GuideFrame& key) : m_key(key) {
        for (auto& slope : m_slopes) slope.resize(key.pixels());
        measureSlopes();
        fillCells();
    }

    void findRows(const GuideFrame& from, int first, int last, Correspondence& out) const {
        for (int y = first; y < last; ++y)
            for (int x = 0; x < from.width; ++x) findPixel(from, x, y, first, out);
    }

private:
    struct Place {
        float x = 0, y = 0;
    };
    glm::vec3 rest(std::size_t i) const { return {m_key.rest.data[3 * i], m_key.rest.data[3 * i + 1], m_key.rest.data[3 * i + 2]}; }

    /// How the rest point changes to the next pixel: of the two sides the smaller, so that nothing is taken across an edge.
    glm::vec3 slope(int x, int y, int dx, int dy) const {
        const auto i = std::size_t(y) * std::size_t(m_key.width) + std::size_t(x);
        glm::vec3 best(0);
        float least = 1e30f;
        for (const int side : {1, -1}) {
            const int nx = x + dx * side, ny = y + dy * side;
            if (nx < 0 || ny < 0 || nx >= m_key.width || ny >= m_key.height) continue;
            const auto j = std::size_t(ny) * std::size_t(m_key.width) + std::size_t(nx);
            if (m_key.surface(i) != m_key.surface(j)) continue;
            const glm::vec3 step = (rest(j) - rest(i)) * float(side);
            if (const float length = glm::dot(step, step); length < least) least = length, best = step;
        }
        return best;
    }
    void measureSlopes() {
        for (int y = 0; y < m_key.height; ++y)
            for (int x = 0; x < m_key.width; ++x) {
                const auto i = std::size_t(y) * std::size_t(m_key.width) + std::size_t(x);
                m_slopes[0][i] = slope(x, y, 1, 0);
                m_slopes[1][i] = slope(x, y, 0, 1);
            }
    }
    int levelOf(std::size_t i) const {
        const float size = std::max({glm::length(m_slopes[0][i]), glm::length(m_slopes[1][i]), m_key.depth.data[i] / m_key.focalPx * 0.5f, 1e-5f});
        return std::clamp(int(std::ceil(std::log2(size))) + 1, kLowest, kHighest);
    }
    void fillCells() {
        std::vector<std::pair<std::uint64_t, std::uint32_t>> list(m_key.pixels());
        for (std::size_t i = 0; i < list.size(); ++i) {
            const int level = levelOf(i);
            m_levels[m_key.surface(i)] |= 1u << (level - kLowest);
            list[i] = {cellKey(m_key.surface(i), level, cellAt(rest(i), std::ldexp(1.0f, level))), std::uint32_t(i)};
        }
        std::sort(list.begin(), list.end());
        std::size_t cells = 0;
        for (std::size_t i = 0; i < list.size(); ++i) cells += i == 0 || list[i].first != list[i - 1].first;
        m_cells.reserve(cells);
        for (std::size_t i = 0; i < list.size();) {
            std::size_t end = i;
            while (end < list.size() && list[end].first == list[i].first) m_pixels.push_back(list[end++].second);
            m_cells.put({list[i].first, std::uint32_t(i), std::uint32_t(end - i)});
            i = end;
        }
    }

    /// The key's pixel whose rest point is nearest, by cells.
    std::optional<std::size_t> nearest(std::uint64_t surface, const glm::vec3& p) const {
        const auto levels = m_levels.find(surface);
        if (levels == m_levels.end()) return {};
        float best = 1e30f;
        std::optional<std::size_t> found;
        for (int level = kLowest; level <= kHighest; ++level) {
            if (!(levels->second >> (level - kLowest) & 1u)) continue;
            const float size = std::ldexp(1.0f, level);
            const glm::ivec3 low = cellAt(p - glm::vec3(size / 2), size);
            for (int corner = 0; corner < 8; ++corner) {
                const auto* run = m_cells.find(cellKey(surface, level, low + glm::ivec3(corner & 1, corner >> 1 & 1, corner >> 2)));
                if (!run) continue;
                for (std::uint32_t k = run->first; k < run->first + run->count; ++k) {
                    const glm::vec3 away = rest(m_pixels[k]) - p;
                    if (const float d = glm::dot(away, away); d < best) best = d, found = m_pixels[k];
                }
            }
        }
        return found;
    }

    struct Step {
        glm::vec2 move{0};
        float off = 1e30f; ///< pixels' worth of distance that no move mends
    };
    /// Where from a pixel's centre the point lies, in pixels, by least squares in the plane of its slopes.
    Step stepFrom(std::size_t i, const glm::vec3& p) const {
        const glm::vec3 a = m_slopes[0][i], b = m_slopes[1][i], d = p - rest(i);
        const float aa = glm::dot(a, a), bb = glm::dot(b, b), ab = glm::dot(a, b), det = aa * bb - ab * ab;
        Step step;
        if (det > 1e-4f * aa * bb) step.move = glm::vec2(bb * glm::dot(a, d) - ab * glm::dot(b, d), aa * glm::dot(b, d) - ab * glm::dot(a, d)) / det;
        else if (aa > bb && aa > 0) step.move.x = glm::dot(a, d) / aa;
        else if (bb > 0) step.move.y = glm::dot(b, d) / bb;
        const float size = std::max({std::sqrt(aa), std::sqrt(bb), m_key.depth.data[i] / m_key.focalPx});
        step.off = glm::length(d - a * step.move.x - b * step.move.y) / size;
        return step;
    }

    bool sameSide(const GuideFrame& from, std::size_t i, std::size_t at) const {
        if (from.moving[i] || !from.object[i]) return true;
        const float *n = from.normalWorld.data.data() + 3 * i, *m = m_key.normalWorld.data.data() + 3 * at;
        return n[0] * m[0] + n[1] * m[1] + n[2] * m[2] > 0;
    }

    /// Walks from a guess to the pixel that stands for the point; nothing when the way leaves the surface.
    std::optional<Place> refine(const GuideFrame& from, std::size_t i, std::uint64_t surface, const glm::vec3& p, int x, int y) const {
        for (int turn = 0; turn < 4; ++turn) {
            if (x < 0 || y < 0 || x >= m_key.width || y >= m_key.height) return {};
            const auto at = std::size_t(y) * std::size_t(m_key.width) + std::size_t(x);
            if (m_key.surface(at) != surface) return {};
            const Step step = stepFrom(at, p);
            if (std::fabs(step.move.x) <= kReach && std::fabs(step.move.y) <= kReach) {
                if (step.off > kOffPlane || !sameSide(from, i, at)) return {};
                return Place{float(x) + step.move.x, float(y) + step.move.y};
            }
            const glm::vec2 whole = glm::clamp(glm::round(step.move), glm::vec2(-6), glm::vec2(6));
            if (whole == glm::vec2(0)) return {};
            x += int(whole.x);
            y += int(whole.y);
        }
        return {};
    }

    /// Where the key's camera sees a point that stands still; nothing behind it. The background's points are directions.
    std::optional<Place> seenFromKey(const glm::vec3& p, bool background) const {
        const auto& c = *m_key.camera;
        const auto vec = [](const std::array<float, 3>& v) { return glm::vec3(v[0], v[1], v[2]); };
        const glm::vec3 d = background ? p : p - vec(c.eye);
        const float z = glm::dot(d, vec(c.forward));
        if (z <= 0.01f) return {};
        const float k = m_key.focalPx / z, x = glm::dot(d, vec(c.right)) * k + float(m_key.width) / 2 - c.sample, y = float(m_key.height) / 2 - glm::dot(d, vec(c.up)) * k - c.sample;
        if (x < -1 || y < -1 || x > float(m_key.width) || y > float(m_key.height)) return {};
        return Place{x, y};
    }

    void findPixel(const GuideFrame& from, int x, int y, int firstRow, Correspondence& out) const {
        const auto w = std::size_t(from.width), i = std::size_t(y) * w + std::size_t(x);
        const std::uint64_t surface = from.surface(i);
        const glm::vec3 p(from.rest.data[3 * i], from.rest.data[3 * i + 1], from.rest.data[3 * i + 2]);
        std::optional<Place> place;
        if (m_key.camera && !from.moving[i]) {
            const auto at = seenFromKey(p, !from.object[i]);
            if (at) place = refine(from, i, surface, p, int(std::lround(at->x)), int(std::lround(at->y)));
            // At a border the nearest pixel may show what lies beside it.
            for (int corner = 0; at && !place && corner < 4; ++corner) place = refine(from, i, surface, p, int(std::floor(at->x)) + (corner & 1), int(std::floor(at->y)) + (corner >> 1));
            out.seen[i] = place.has_value();
            if (place) out.x[i] = place->x, out.y[i] = place->y;
            return;
        }
        const auto guess = [&](std::size_t j, int dx, int dy) {
            if (place || !out.seen[j] || from.surface(j) != surface) return;
            place = refine(from, i, surface, p, int(std::lround(out.x[j])) + dx, int(std::lround(out.y[j])) + dy);
        };
        if (x > 0) guess(i - 1, 1, 0);
        if (y > firstRow) guess(i - w, 0, 1);
        if (!place)
            if (const auto near = nearest(surface, p)) place = refine(from, i, surface, p, int(*near % std::size_t(m_key.width)), int(*near / std::size_t(m_key.width)));
        out.seen[i] = place.has_value();
        if (!place) return;
        out.x[i] = place->x;
        out.y[i] = place->y;
    }

    const GuideFrame& m_key;
    std::vector<glm::vec3> m_slopes[2]; ///< change of the rest point to the right and down, metres a pixel
    std::unordered_map<std::uint64_t, std::uint32_t> m_levels; ///< by surface: bits of the levels it has cells at
    CellTable m_cells;
    std::vector<std::uint32_t> m_pixels; ///< by cell
};

KeyPoints::KeyPoints(const GuideFrame& key) : m_index(std::make_unique<Index>(key)) {}
KeyPoints::~KeyPoints() = default;

Correspondence KeyPoints::find(const GuideFrame& from) const {
    Correspondence out{from.width, from.height, std::vector<float>(from.pixels()), std::vector<float>(from.pixels()), std::vector<std::uint8_t>(from.pixels())};
    inBands(from.height, kBand, [&](int first, int last) { m_index->findRows(from, first, last, out); });
    return out;
}

Correspondence correspond(const GuideFrame& from, const GuideFrame& key) { return KeyPoints(key).find(from); }

std::vector<float> softened(const std::vector<std::uint8_t>& seen, int width, int height, int radius) {
    const auto w = std::size_t(width);
    std::vector<float> least(seen.size()), mean(seen.size()), out(seen.size());
    const auto over = [&](const std::vector<float>& in, std::vector<float>& to, bool down, bool smallest) {
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const int at = down ? y : x, end = down ? height : width, low = std::max(0, at - radius), high = std::min(end - 1, at + radius);
                float value = smallest ? 1.0f : 0.0f;
                for (int k = low; k <= high; ++k) {
                    const float v = in[down ? std::size_t(k) * w + std::size_t(x) : std::size_t(y) * w + std::size_t(k)];
                    value = smallest ? std::min(value, v) : value + v;
                }
                to[std::size_t(y) * w + std::size_t(x)] = smallest ? value : value / float(high - low + 1);
            }
    };
    std::vector<float> values(seen.begin(), seen.end());
    over(values, mean, false, true);
    over(mean, least, true, true);
    over(least, mean, false, false);
    over(mean, out, true, false);
    return out;
}

} // namespace rushes::look
