// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/key_track.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace rushes::stage {
namespace {

/// Speed at a key, metres a second.
glm::vec3 speed(const std::vector<CameraKey>& keys, std::size_t i, glm::vec3 HandCamera::*what) {
    if (i == 0 || i + 1 == keys.size()) return glm::vec3(0);
    return (keys[i + 1].camera.*what - keys[i - 1].camera.*what) / float(keys[i + 1].seconds - keys[i - 1].seconds);
}

glm::vec3 between(const std::vector<CameraKey>& keys, std::size_t i, double seconds, glm::vec3 HandCamera::*what) {
    const float length = float(keys[i + 1].seconds - keys[i].seconds), t = float((seconds - keys[i].seconds) / double(length)), u = 1 - t;
    const glm::vec3 a = keys[i].camera.*what, b = keys[i + 1].camera.*what, va = speed(keys, i, what) * length, vb = speed(keys, i + 1, what) * length;
    return a * (u * u * (1 + 2 * t)) + b * (t * t * (3 - 2 * t)) + va * (t * u * u) - vb * (t * t * u);
}

} // namespace

HandCamera keyedAt(const std::vector<CameraKey>& keys, double seconds) {
    assert(!keys.empty());
    if (seconds <= keys.front().seconds) return keys.front().camera;
    if (seconds >= keys.back().seconds) return keys.back().camera;
    const auto next = std::upper_bound(keys.begin(), keys.end(), seconds, [](double t, const auto& key) { return t < key.seconds; });
    const auto i = std::size_t(next - keys.begin()) - 1;
    HandCamera now{between(keys, i, seconds, &HandCamera::eye), between(keys, i, seconds, &HandCamera::target), keys[i].camera.lensMm};
    const auto &from = keys[i].camera.lensMm, &to = keys[i + 1].camera.lensMm;
    if (from && to) { // by equal shares, as a zoom's ring is marked
        const double t = (seconds - keys[i].seconds) / (keys[i + 1].seconds - keys[i].seconds);
        now.lensMm = float(*from * std::pow(double(*to) / *from, t * t * (3 - 2 * t)));
    }
    return now;
}

std::vector<geometry::Camera> keyedTrack(const std::vector<CameraKey>& keys, const geometry::Camera& like, const time::RationalTime& duration) {
    std::vector<geometry::Camera> track;
    for (std::int64_t frame = 0; frame < duration.value; ++frame) {
        track.push_back(like);
        aim(track.back(), keyedAt(keys, time::RationalTime{frame, duration.rate}.seconds()));
    }
    return track;
}

} // namespace rushes::stage
