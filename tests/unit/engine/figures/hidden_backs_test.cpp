// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/hidden_backs.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace rushes::figures;

namespace {

/// A tube 0.4 m long without ends, as a sleeve is.
Layer sleeve() {
    constexpr std::uint32_t around = 8, rings = 9;
    Layer layer;
    for (std::uint32_t ring = 0; ring < rings; ++ring)
        for (std::uint32_t k = 0; k < around; ++k) {
            const float turn = float(k) * 6.2831853f / float(around);
            layer.rest.push_back({0.05f * std::cos(turn), 0.05f * float(ring), 0.05f * std::sin(turn)});
        }
    for (std::uint32_t ring = 0; ring + 1 < rings; ++ring)
        for (std::uint32_t k = 0; k < around; ++k) {
            const std::uint32_t a = ring * around + k, b = ring * around + (k + 1) % around;
            layer.faces.push_back({a, a + around, b});
            layer.faces.push_back({b, a + around, b + around});
        }
    layer.fits = true;
    return layer;
}

} // namespace

TEST_CASE("A sleeve shows its inside at its ends alone", "[figures]") {
    const Layer layer = sleeve();
    const auto hidden = hiddenBacks(layer, 3);
    REQUIRE(hidden.size() == layer.faces.size());
    for (std::size_t f = 0; f < hidden.size(); ++f) {
        float low = 1, high = 0;
        for (const auto v : layer.faces[f]) low = std::min(low, layer.rest[v].y), high = std::max(high, layer.rest[v].y);
        CHECK(int(hidden[f]) == (low > 0.06f && high < 0.34f ? 1 : 0));
    }
}

TEST_CASE("A skirt shows its inside anywhere, and skin nowhere", "[figures]") {
    Layer layer = sleeve();
    layer.hangs = true;
    const auto ofSkirt = hiddenBacks(layer, 3);
    CHECK(std::count(ofSkirt.begin(), ofSkirt.end(), 1) == 0);
    layer.hangs = false;
    layer.facial = true;
    const auto ofSkin = hiddenBacks(layer, 3);
    CHECK(std::count(ofSkin.begin(), ofSkin.end(), 0) == 0);
}
