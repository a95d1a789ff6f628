// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/body.h"
#include "engine/figures/performance.h"
#include "figures_fixture.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rushes::figures;
using rushes::figures::testing::make;

TEST_CASE("The lowest point is the lowest of all points, in any pose and dress", "[figures]") {
    for (const auto outfit : {Outfit(0), Outfit(3), Outfit::childDress}) {
        CharacterDesign design;
        design.outfit = outfit;
        design.maleness = 0;
        const auto figure = make(design);
        const Body& body = figure->body();
        const BodyLevel& level = body.levels[0];
        for (const char* motion : {"walk", "run", "sit", "kneel", "lie", "crawl", "dance"})
            for (const double seconds : {0.0, 0.4, 1.1}) {
                CAPTURE(int(outfit), motion, seconds);
                Performance performance;
                performance.motion = motion;
                performance.seconds = seconds;
                const BodyPose pose = evaluate(*figure, performance);
                const auto points = bend(body, level, pose, posed(body.skeleton, pose));
                float low = 1e9f;
                for (const auto p : level.groundPoints) low = std::min(low, points[p].y);
                CHECK(lowestPoint(body, pose) == low);
            }
    }
}
