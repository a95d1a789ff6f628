// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/lecterns.h"

#include "engine/stage/easing.h"
#include "tests/unit/engine/stage/staged.h"

#include <glm/geometric.hpp>

#include <algorithm>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

TEST_CASE("Lecterns and microphones stand before who speaks at them", "[stage]") {
    for (const auto& [prompt, model] : {std::pair{"A man speaks at a podium.", "lectern"}, std::pair{"A politician stands behind a lectern.", "lectern"},
                                        std::pair{"A shy man stammers at a microphone.", "microphone stand"}}) {
        INFO(prompt);
        const auto shot = staged(prompt, 24);
        const auto& props = shot.blocking.props;
        const auto thing = std::find_if(props.begin(), props.end(), [&](const auto& prop) { return prop.model == model; });
        REQUIRE(thing != props.end());
        const Beat& beat = shot.blocking.people.front().beats.front();
        const glm::vec3 to = thing->path.front() - beat.path.front();
        CHECK(glm::length(glm::vec3(to.x, 0, to.z)) < 0.8f);
        CHECK(glm::dot(glm::normalize(glm::vec3(to.x, 0, to.z)), heading(beat.yaw)) > 0.9f);
    }
}

TEST_CASE("A microphone that is held is on no stand", "[stage]") {
    const auto shot = staged("A woman sings into a microphone.", 24);
    CHECK(std::none_of(shot.blocking.props.begin(), shot.blocking.props.end(), [](const auto& prop) { return prop.model == "microphone stand"; }));
}

TEST_CASE("Who is at a window stands at one of the room's", "[stage]") {
    for (const char* prompt : {"A woman looks out of the window in a living room.", "A man stands at the window in a bedroom.", "A girl plays the violin by the window in a living room."}) {
        INFO(prompt);
        const auto shot = staged(prompt, 24);
        const glm::vec3 at = shot.blocking.people.front().beats.front().path.front();
        const auto& marks = shot.blocking.set->marks;
        CHECK(std::any_of(marks.begin(), marks.end(), [&](const auto& mark) { return mark.name.starts_with("window") && glm::distance(mark.position, at) < 0.3f; }));
    }
}
