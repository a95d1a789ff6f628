// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/authored_gaits.h"

#include "engine/figures/turns.h"

#include <algorithm>
#include <cmath>

namespace rushes::figures {

using glm::vec3;

namespace {

/// A joint's course over one cycle that begins with heel strike: angles in degrees at every tenth of it.
using Course = std::array<float, 10>;

struct Gait {
    const char* name;
    float seconds, speed;
    Course hip, knee, ankle; ///< forward, bent, toes up
    float armSwing, elbow, lean, bounce;
    bool backwards = false; ///< the course is gone from its end to its start: at a walk, backwards is nearly forwards reversed
};

const Gait walkGait = {"walk",
                       1.08f,
                       1.30f,
                       {28, 25, 17, 8, -2, -10, -9, 4, 20, 29},
                       {5, 17, 19, 13, 8, 10, 32, 58, 55, 24},
                       {0, -4, 4, 7, 9, 8, -14, -8, 2, 2},
                       22,
                       22,
                       4,
                       0};
const Gait runGait = {"run",
                      0.72f,
                      3.30f,
                      {38, 32, 18, 2, -9, -6, 10, 30, 44, 44},
                      {18, 38, 40, 24, 22, 50, 88, 100, 72, 30},
                      {4, 14, 20, 8, -16, -12, -2, 2, 4, 4},
                      40,
                      92,
                      14,
                      0.03f};
const Gait backwardGait = {"walk_back",
                           1.16f,
                           0.85f,
                           {19, 17, 11, 4, -3, -8, -8, 2, 13, 19},
                           {5, 14, 15, 11, 8, 10, 28, 46, 42, 18},
                           {0, -4, 3, 5, 6, 5, -12, -7, 2, 2},
                           12,
                           24,
                           -2,
                           0,
                           true};

/// Periodic Catmull-Rom through the course.
float along(const Course& course, float cycle) {
    const float x = (cycle - std::floor(cycle)) * 10;
    const int i = int(x);
    const float t = x - float(i);
    const auto at = [&](int k) { return course[std::size_t((k + 20) % 10)]; };
    const float a = at(i - 1), b = at(i), c = at(i + 1), d = at(i + 2);
    return b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

ClipFrame frameOf(const Gait& gait, float cycle, float z) {
    ClipFrame out;
    out.turns.fill(glm::quat(1, 0, 0, 0));
    const float sway = std::sin(6.2831853f * cycle);
    out.turns[0] = turnY(-5 * sway) * turnZ(2 * sway);
    out.turns[1] = turnY(9 * sway) * turnX(gait.lean);
    out.turns[2] = turnY(-4 * sway) * turnX(-gait.lean * 0.7f);
    constexpr float thigh = 0.421546f, shin = 0.40987f, sole = 0.05f;
    float low = 1e9f;
    for (int side = 0; side < 2; ++side) {
        const auto s = std::size_t(side);
        const float phase = cycle + (side == 0 ? 0.0f : 0.5f);
        const float hip = along(gait.hip, phase), knee = along(gait.knee, phase), ankle = along(gait.ankle, phase);
        out.turns[3 + s] = turnX(-hip);
        out.bends[s] = knee;
        out.turns[5 + s] = turnX(-ankle);
        const float swing = gait.armSwing * std::cos(6.2831853f * phase);
        out.turns[7 + s] = turnZ(signOf(side) * 6) * turnX(swing);
        out.bends[2 + s] = -gait.elbow - 8 * std::max(0.0f, -swing / gait.armSwing);
        const auto q1 = turnX(-hip), q2 = q1 * turnX(knee), q3 = q2 * turnX(-ankle);
        const vec3 at = q1 * vec3(0, -thigh, 0) + q2 * vec3(0, -shin, 0);
        for (const float reach : {-0.0435f, 0.08f})
            low = std::min(low, (at + q3 * vec3(0, -sole, reach)).y);
    }
    const float flight = gait.bounce * std::max(0.0f, -std::cos(4 * 3.14159265f * (cycle - 0.12f)));
    out.root = {0.02f * sway, -low + flight, z};
    return out;
}

Clip clipOf(const Gait& gait) {
    constexpr int frames = 32;
    Clip out{gait.name, true, {}};
    for (int i = 0; i <= frames; ++i) {
        const float way = (gait.backwards ? -1.0f : 1.0f) * float(i) / frames;
        ClipFrame frame = frameOf(gait, way, gait.speed * gait.seconds * way);
        frame.seconds = gait.seconds / frames;
        out.frames.push_back(frame);
    }
    return out;
}

} // namespace

std::vector<Clip> authoredGaits() { return {clipOf(walkGait), clipOf(runGait), clipOf(backwardGait)}; }

} // namespace rushes::figures
