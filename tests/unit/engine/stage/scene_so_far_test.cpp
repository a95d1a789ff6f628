// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/scene_so_far.h"
#include "tests/unit/engine/stage/staged.h"

#include <glm/geometric.hpp>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

namespace {

generate::ShotRequest inScene(std::vector<std::string> earlier, std::string prompt, const char* location, int frames = 60) {
    auto request = requestFor(std::move(prompt), frames);
    request.location = location;
    request.cast = {{"Anna", "", true}, {"Ben", "", true}};
    request.earlier = std::move(earlier);
    return request;
}

/// Metres that the first person goes to the right of the picture, the camera as it is at the end.
float goesRight(const StagedShot& shot) {
    const auto start = personAt(shot.blocking, 0, 0).position, end = personAt(shot.blocking, 0, shot.blocking.seconds).position;
    return glm::dot(end - start, shot.camera.back().right);
}

} // namespace

TEST_CASE("A side is read where somebody comes from it or goes to it", "[stage]") {
    CHECK(sideSaid("Anna exits frame left.", 5) == -1);
    CHECK(sideSaid("Anna enters from the right.", 5) == 1);
    CHECK(sideSaid("Anna walks out of frame to the left.", 5) == -1);
    CHECK(sideSaid("Anna waves with her right hand and leaves.", 5) == 0);
    CHECK(sideSaid("Anna left the room.", 5) == 0);
    CHECK(sideSaid("Ben exits right. Anna leaves.", 18) == 0);
}

TEST_CASE("Who sat down in the shots before still sits", "[stage]") {
    const auto before = sceneSoFar(library(), inScene({"Anna sits at the table.", "Ben sits down.", "Ben stands up."}, "Anna looks at Ben.", "KITCHEN"));
    CHECK(before.at("anna").sits);
    CHECK_FALSE(before.at("ben").sits);
    const auto sat = staged(inScene({}, "Anna sits down.", "RESTAURANT"));
    const auto sits = staged(inScene({"Anna sits down."}, "Close-up. Anna says, \"Never.\"", "RESTAURANT"));
    REQUIRE(sits.blocking.people.front().beats.front().seat.has_value());
    CHECK(glm::distance(sits.blocking.people.front().beats.front().path.back(), sat.blocking.people.front().beats.back().path.back()) < 0.1f);
    const auto up = staged(inScene({"Anna sits down.", "Anna gets up."}, "Anna says, \"Never.\"", "RESTAURANT"));
    CHECK_FALSE(up.blocking.people.front().beats.front().seat.has_value());
}

TEST_CASE("Coming and going keep to the side that the words name", "[stage]") {
    CHECK(goesRight(staged(inScene({}, "Anna walks out of frame to the right.", "STREET"))) > 0.5f);
    CHECK(goesRight(staged(inScene({}, "Anna enters from the right.", "STREET"))) < -0.5f);
    CHECK(goesRight(staged(inScene({}, "Anna enters from the left.", "STREET"))) > 0.5f);
}

TEST_CASE("Who goes out to one side comes in from the other", "[stage]") {
    CHECK(goesRight(staged(inScene({"Anna exits frame right."}, "Anna walks along the shops.", "STREET"))) > 0.5f);
    CHECK(goesRight(staged(inScene({"Anna runs off to the left."}, "Anna enters.", "STREET"))) < -0.5f);
    // Without words the shot before is staged to see.
    const auto first = staged(inScene({}, "Anna walks down the street.", "STREET"));
    const auto second = staged(inScene({"Anna walks down the street."}, "Anna walks past the shops.", "STREET"));
    if (std::abs(goesRight(first)) > 1) CHECK(goesRight(first) * goesRight(second) > 0);
}
