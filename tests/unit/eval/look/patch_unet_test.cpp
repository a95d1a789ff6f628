// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#if defined(RUSHES_UNET_EVAL)
#include "tests/eval/unet/patch_unet.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace rushes;
using namespace rushes::eval;

TEST_CASE("the U-Net learns a picture's colours and gives pictures of the guides' size") {
    look::Plane guides = look::Plane::create(48, 40, 4), painted = look::Plane::create(48, 40, 3);
    for (std::size_t i = 0; i < 48 * 40; ++i) {
        guides.data[4 * i] = i % 48 < 24 ? -1.0f : 1.0f;
        for (std::size_t c = 0; c < 3; ++c) painted.data[3 * i + c] = guides.data[4 * i] * (c == 1 ? -0.5f : 0.5f);
    }
    const auto errorOf = [&](const look::Plane& picture) {
        double sum = 0;
        for (std::size_t i = 0; i < painted.data.size(); ++i) sum += double(std::fabs(picture.data[i] - painted.data[i]));
        return sum / double(painted.data.size());
    };
    PatchUnet unet(4, 1);
    const auto before = unet.apply(guides);
    REQUIRE(before);
    REQUIRE(before->width == 48);
    REQUIRE(before->height == 40);
    const auto steps = unet.learn(guides, painted, 1.0);
    REQUIRE(steps);
    CHECK(*steps > 0);
    const auto after = unet.apply(guides);
    REQUIRE(after);
    CHECK(errorOf(*after) < errorOf(*before));
}
#endif
