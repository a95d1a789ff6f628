// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/draw.h"
#include "engine/stage/thing_pose.h"
#include "tests/unit/engine/stage/staged.h"

#include <catch2/catch.hpp>

using namespace rushes;
using namespace rushes::stage;
using test::library;

namespace {

const StagedProp& propOf(const StagedShot& shot, const std::string& noun) {
    for (const auto& prop : shot.blocking.props) {
        const auto* subject = shot.description.subject(prop.subject);
        if (subject && subject->noun == noun) return prop;
    }
    FAIL("there is no " << noun);
    return shot.blocking.props.front();
}

glm::vec3 placeAt(const StagedShot& shot, const StagedProp& prop, double share) { return propAt(prop, share * shot.blocking.seconds, shot.blocking.seconds).first; }

} // namespace

TEST_CASE("Animals do what their verbs say, one after the other", "[stage]") {
    const auto shot = test::staged("A crow sits on a fence post, then takes off.", 48);
    const StagedProp& crow = propOf(shot, "crow");
    REQUIRE(crow.acts.size() == 2);
    CHECK(crow.acts[0].act == "sit");
    CHECK(crow.acts[1].act == "take_off");
    CHECK(placeAt(shot, crow, 0.4).y == Approx(placeAt(shot, crow, 0).y));
    CHECK(placeAt(shot, crow, 1).y > placeAt(shot, crow, 0).y + 0.3f);
}

TEST_CASE("A cat that sleeps on the sofa lies on its cushions", "[stage]") {
    const auto shot = test::staged("A cat sleeps on a sofa in a living room.", 4);
    const StagedProp& cat = propOf(shot, "cat");
    REQUIRE(cat.acts.size() == 1);
    CHECK(cat.acts.front().act == "sleep");
    CHECK(cat.path.front().y == Approx(0.46).margin(0.1));
}

TEST_CASE("A glass that falls off the table leaves it and breaks on the floor", "[stage]") {
    const auto shot = test::staged("A glass falls off the table and shatters.", 48);
    const StagedProp& glass = propOf(shot, "glass");
    REQUIRE(glass.motion);
    const float floor = placeAt(shot, glass, 0).y - glass.drop;
    CHECK(glass.drop > 0.4f);
    CHECK(placeAt(shot, glass, 1).y == Approx(floor).margin(0.02));
    CHECK_FALSE(thingAt(glass, 0, shot.blocking.seconds).broken);
    CHECK(thingAt(glass, shot.blocking.seconds, shot.blocking.seconds).broken);
}

TEST_CASE("A car's wheels turn with the way that it makes", "[stage]") {
    const auto shot = test::staged("A car drives down the street.", 48);
    const StagedProp& car = propOf(shot, "car");
    REQUIRE_FALSE(car.prop->joints.empty());
    const auto first = meshAt(car, library().sets(), car.prop->mesh, 0, 0), later = meshAt(car, library().sets(), car.prop->mesh, 0, 0.2f);
    CHECK(first == car.prop->mesh);
    CHECK(later != car.prop->mesh);
    const auto whole = meshAt(car, library().sets(), car.prop->mesh, 0, float(2 * 3.14159265 * std::abs(car.prop->joints.front().turning.amount)));
    const auto v = car.prop->joints.front().vertices.front();
    CHECK(glm::distance(whole->positions[v], first->positions[v]) < 0.01f);
}

TEST_CASE("Who waves from a boat is in it, who naps on a couch lies along it", "[stage]") {
    const auto boat = test::staged("A girl waves from a rowing boat on the lake.", 4);
    REQUIRE(boat.blocking.people.size() == 1);
    REQUIRE(boat.blocking.people.front().aboard);
    CHECK(boat.blocking.props[boat.blocking.people.front().aboard->prop].model == "rowboat");
    const auto nap = test::staged("A man naps on the couch.", 4);
    const Beat& beat = nap.blocking.people.front().beats.front();
    CHECK(beat.lies);
    REQUIRE(beat.seat);
    CHECK(*beat.seat < 0.6f);
}
