// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/guide_lines.h"

#include "engine/look/line_distance.h"
#include "engine/look/two_threads.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rushes::look {
namespace {

constexpr float kJump = 0.02f;   ///< second difference of 1/z, as a share of 1/z: planes have none
constexpr float kCrease = 0.75f; ///< cosine between neighbours' normals

using Marks = std::array<std::vector<std::uint8_t>, kLineKinds>;

/// Looks for lines between each pixel and the next one in a direction.
class LineFinder {
public:
    LineFinder(const GuideFrame& frame, const std::vector<std::uint8_t>& lit, Marks& marks) : m_frame(frame), m_lit(lit), m_marks(marks), m_inverse(frame.pixels()) {
        for (std::size_t i = 0; i < m_inverse.size(); ++i) m_inverse[i] = 1 / frame.depth.data[i];
    }

    void along(bool down) {
        const int w = m_frame.width, h = m_frame.height, endX = down ? w : w - 1, endY = down ? h - 1 : h;
        const std::size_t step = down ? std::size_t(w) : 1;
        for (int y = 0; y < endY; ++y)
            for (int x = 0; x < endX; ++x) {
                const auto i = std::size_t(y) * std::size_t(w) + std::size_t(x);
                const bool before = down ? y > 0 : x > 0, after = down ? y + 2 < h : x + 2 < w;
                between(i, i + step, before ? i - step : i, after ? i + 2 * step : i + step);
            }
    }

private:
    bool jumps(std::size_t a, std::size_t b, std::size_t before, std::size_t after) const {
        const float here = m_inverse[b] - m_inverse[a], left = m_inverse[a] - m_inverse[before], right = m_inverse[after] - m_inverse[b], limit = kJump * m_inverse[a];
        return std::fabs(here) > limit && std::min(std::fabs(here - left), std::fabs(here - right)) > limit;
    }
    bool creases(std::size_t a, std::size_t b) const {
        const float *n = m_frame.normalWorld.data.data() + 3 * a, *m = m_frame.normalWorld.data.data() + 3 * b;
        return m_frame.object[a] != 0 && n[0] * m[0] + n[1] * m[1] + n[2] * m[2] < kCrease;
    }
    void between(std::size_t a, std::size_t b, std::size_t before, std::size_t after) {
        const std::size_t nearer = m_frame.depth.data[a] <= m_frame.depth.data[b] ? a : b;
        const bool other = m_frame.object[a] != m_frame.object[b] || m_frame.part[a] != m_frame.part[b], jump = jumps(a, b, before, after);
        if (other) m_marks[kIdLine][nearer] = 1;
        if (jump) m_marks[kDepthLine][nearer] = 1;
        if (other || jump) return;
        if (creases(a, b)) m_marks[kCreaseLine][nearer] = 1;
        if (m_lit[a] && m_lit[b] && m_lit[a] != m_lit[b]) m_marks[kShadowLine][m_lit[a] == 1 ? a : b] = 1;
    }

    const GuideFrame& m_frame;
    const std::vector<std::uint8_t>& m_lit;
    Marks& m_marks;
    std::vector<float> m_inverse;
};

} // namespace

void fillLineDistances(GuideFrame& frame, const std::vector<std::uint8_t>& lit) {
    Marks marks;
    for (auto& list : marks) list.assign(frame.pixels(), 0);
    LineFinder finder(frame, lit, marks);
    finder.along(false); // both mark the same pixels, so one after the other
    finder.along(true);
    if (frame.distance.width != frame.width || frame.distance.height != frame.height) frame.distance = Plane::create(frame.width, frame.height, kLineKinds);
    byTurns(kLineKinds, [&](int kind) { lineDistance(marks[std::size_t(kind)], frame.width, frame.height, kFarPx, frame.distance.data.data() + kind, kLineKinds); });
}

} // namespace rushes::look
