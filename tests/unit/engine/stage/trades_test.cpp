// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "staged.h"

#include <glm/geometric.hpp>

#include <algorithm>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

namespace {

const StagedProp* held(const StagedShot& shot, std::string_view model) {
    const auto& props = shot.blocking.props;
    const auto found = std::find_if(props.begin(), props.end(), [&](const auto& prop) { return prop.model == model && prop.holder == std::size_t(0); });
    return found == props.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("Trades hold their tools while their hands are free", "[stage]") {
    CHECK(held(staged("A waiter stands by the door"), "tray"));
    CHECK(held(staged("A soldier walks through the forest"), "rifle"));
    const auto sleeping = staged("A knight sleeps on the floor");
    CHECK_FALSE(held(sleeping, "sword"));
    CHECK_FALSE(held(staged("A knight carries a lantern"), "sword"));
    CHECK_FALSE(held(staged("Close-up of a pirate"), "sword"));
}

TEST_CASE("Eyewear is before the eyes", "[stage]") {
    for (const auto& [prompt, model] : {std::pair("A man in sunglasses stands by the pool", "sunglasses"), std::pair("A woman with thick glasses laughs", "glasses"),
                                        std::pair("A pirate with an eye patch", "eye patch")}) {
        INFO(prompt);
        const auto shot = staged(prompt);
        const StagedProp* worn = held(shot, model);
        REQUIRE(worn);
        REQUIRE(worn->holding);
        CHECK(worn->holding->way == figures::HoldWay::bone);
        CHECK(worn->holding->offset.z > 0.02f);
        CHECK(worn->holding->offset.z < 0.2f);
    }
}

TEST_CASE("A close-up of a violinist has face and hands in it", "[stage]") {
    const auto shot = staged("Close-up of a young violinist playing on stage, spotlight");
    const auto moment = peopleAt(shot.blocking, 0)[0];
    REQUIRE(moment.motion == "violin");
    const auto& figure = *shot.blocking.people[0].figure;
    const auto body = figure.landmarks(figures::evaluate(figure, moment.performance));
    for (const glm::vec3& point : {body.eyes, body.leftHand}) {
        const auto at = shot.camera.front().project(toWorld(moment, point), {1000, 1000});
        REQUIRE(at);
        CHECK(at->x > 0);
        CHECK(at->x < 1000);
        CHECK(at->y > 0);
        CHECK(at->y < 1000);
    }
}
