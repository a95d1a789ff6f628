// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/hand_people.h"
#include "engine/stage/movables.h"
#include "engine/stage/ways.h"
#include "tests/unit/engine/stage/staged.h"

#include <catch2/catch.hpp>

#include <glm/geometric.hpp>

#include <algorithm>

using namespace rushes;
using namespace rushes::stage;

namespace {

constexpr auto walks = "Wide shot. A man walks through a park.";
constexpr auto stands = "Wide shot. A man stands in a park.";

StagedShot staged(const char* prompt, const HandStaging& hand, int frames = 96) {
    auto request = test::requestFor(prompt, frames);
    request.settingsJson = hand.into("{}");
    return test::staged(request);
}

HandStaging handOf(const StagedShot& shot) {
    HandStaging hand;
    hand.set = shot.blocking.set->kit;
    return hand;
}

glm::vec2 placeAt(const StagedShot& shot, double seconds) {
    const glm::vec3 p = peopleAt(shot.blocking, seconds)[0].position;
    return {p.x, p.z};
}

/// The largest way between two frames, metres.
float largestStep(const StagedShot& shot) {
    float most = 0;
    for (int frame = 1; frame < int(shot.duration.value); ++frame) most = std::max(most, glm::distance(placeAt(shot, frame / 24.0), placeAt(shot, (frame - 1) / 24.0)));
    return most;
}

} // namespace

TEST_CASE("Keys and ways of people are written and read again", "[stage]") {
    HandStaging hand;
    hand.set = "park";
    hand.marks["man"] = {{1, 2}, {}, {{{3, 4}, {5, 6}}, {}}};
    hand.things["set bench"] = {{0, 1}, 45.0f, {}};
    hand.putKey("man", {1.5, {2, 2}, 90.0f, "wave"}, 0.01);
    hand.putKey("man", {0.5, {1, 2}, {}, {}}, 0.01);
    CHECK(hand.people["man"].front().seconds == 0.5);
    CHECK(HandStaging::of(hand.into("{}")) == hand);
    for (const char* text : {R"({"hand":{"people":{"man":[{"at":-1,"place":[0,0]},{"place":[0,0]},{"at":1,"place":[1]},7]}}})", R"({"hand":{"people":[1]}})", R"({"hand":{"things":{"a":{"at":"x"}}}})"})
        CHECK(HandStaging::of(text).empty());
}

TEST_CASE("A way goes through the points that the hand gave it, at the pace that it had", "[stage]") {
    const StagedShot before = staged(walks, {});
    const auto ways = waysOf(before.blocking.people[0]);
    REQUIRE(ways.size() >= 1);
    const Beat& was = before.blocking.people[0].beats.front();
    REQUIRE(was.path.size() > 1);
    HandStaging hand = handOf(before);
    const glm::vec2 start = placeAt(before, 0), end = ways[0].back(), middle = (start + end) * 0.5f + glm::vec2(0.8f, 0.8f);
    hand.marks[markName(before, 0)] = {start, {}, {{middle, end}}};
    const StagedShot after = staged(walks, hand);
    float nearest = 1e9f;
    for (int frame = 0; frame < 96; ++frame) nearest = std::min(nearest, glm::distance(placeAt(after, frame / 24.0), middle));
    CHECK(nearest < 0.1f);
    CHECK(glm::distance(placeAt(after, after.blocking.seconds), end) < 0.05f);
    // Shorter by half: there before the shot ends, as quick as before.
    hand.marks.begin()->second.ways = {{(start + end) * 0.5f}};
    const StagedShot shorter = staged(walks, hand);
    const Beat& now = shorter.blocking.people[0].beats.front();
    CHECK(lengthOf(now.path) / (now.end - now.start) == Approx(lengthOf(was.path) / (was.end - was.start)).epsilon(0.1));
    CHECK(shorter.blocking.people[0].beats.back().end == Approx(shorter.blocking.seconds));
    CHECK(shorter.blocking.people[0].beats.back().motion == "stand");
}

TEST_CASE("A much longer way is run, and one that nobody can run is said", "[stage]") {
    const StagedShot before = staged(walks, {});
    HandStaging hand = handOf(before);
    const glm::vec2 start = placeAt(before, 0), end = waysOf(before.blocking.people[0])[0].back(), way = glm::normalize(end - start);
    hand.marks["man"] = {start, {}, {{start + way * 14.0f}}};
    CHECK(staged(walks, hand).blocking.people[0].beats.front().motion == "run");
    hand.marks["man"].ways = {{start + way * 60.0f}};
    const auto warnings = staged(walks, hand).warnings;
    CHECK(std::ranges::any_of(warnings, [](const auto& warning) { return warning.find("m/s") != std::string::npos; }));
}

TEST_CASE("A way to a seat ends at the seat wherever it begins", "[stage]") {
    const char* prompt = "Wide shot. A woman walks to a sofa and sits down in a living room.";
    const StagedShot before = staged(prompt, {}, 144);
    HandStaging hand = handOf(before);
    const glm::vec2 end = placeAt(before, before.blocking.seconds);
    hand.marks[markName(before, 0)] = {placeAt(before, 0) + glm::vec2(0.3f, 0.2f), {}, {}};
    const StagedShot after = staged(prompt, hand, 144);
    CHECK(glm::distance(placeAt(after, after.blocking.seconds), end) < 0.02f);
    CHECK(glm::distance(placeAt(after, 0), hand.marks.begin()->second.at) < 0.02f);
}

TEST_CASE("Keys take a person through their places at their times, on walking feet", "[stage]") {
    const StagedShot before = staged(stands, {});
    HandStaging hand = handOf(before);
    const glm::vec2 a = placeAt(before, 0), b = a + glm::vec2(1.2f, 0), c = b + glm::vec2(0, 1.4f);
    hand.putKey("man", {0.5, a, {}, {}}, 0.01);
    hand.putKey("man", {2.0, b, {}, {}}, 0.01);
    hand.putKey("man", {3.5, c, 180.0f, {}}, 0.01);
    const StagedShot after = staged(stands, hand, 120);
    CHECK(glm::distance(placeAt(after, 0), a) < 0.01f);
    CHECK(glm::distance(placeAt(after, 2.0), b) < 0.06f);
    CHECK(glm::distance(placeAt(after, 3.5), c) < 0.06f);
    CHECK(glm::distance(placeAt(after, after.blocking.seconds), c) < 0.01f);
    CHECK(largestStep(after) < 0.12f); // nobody jumps
    const auto moment = peopleAt(after.blocking, 1.2)[0];
    CHECK(moment.motion == "walk");
    CHECK(moment.performance.travelled.has_value());
    // The feet know what is gone: no sliding between two frames that are walked.
    const auto next = peopleAt(after.blocking, 1.2 + 1 / 24.0)[0];
    CHECK(*next.performance.travelled - *moment.performance.travelled == Approx(glm::distance(moment.position, next.position)).margin(0.005));
    const auto last = peopleAt(after.blocking, 4.9)[0];
    CHECK(last.yaw == Approx(180).margin(1));
    for (std::size_t i = 1; i < after.blocking.people[0].beats.size(); ++i)
        CHECK(after.blocking.people[0].beats[i].start == Approx(after.blocking.people[0].beats[i - 1].end));
}

TEST_CASE("Keys far apart in little time are run, near ones in much time are walked early", "[stage]") {
    const StagedShot before = staged(stands, {});
    HandStaging hand = handOf(before);
    const glm::vec2 a = placeAt(before, 0);
    hand.putKey("man", {0, a, {}, {}}, 0.01);
    hand.putKey("man", {1.5, a + glm::vec2(5, 0), {}, {}}, 0.01);
    const auto runs = staged(stands, hand);
    CHECK(std::ranges::any_of(runs.blocking.people[0].beats, [](const Beat& beat) { return beat.motion == "run"; }));
    hand.people["man"] = {{0, a, {}, {}}, {3.5, a + glm::vec2(0.8f, 0), {}, "wave"}};
    const auto slow = staged(stands, hand);
    CHECK(glm::distance(placeAt(slow, 1.5), a + glm::vec2(0.8f, 0)) < 0.02f);
    CHECK(slow.blocking.people[0].beats.back().motion == "wave");
}

TEST_CASE("Who sits gets up to walk to a key, and one key holds a person where they are", "[stage]") {
    const char* prompt = "Wide shot. A woman sits on a sofa in a living room.";
    const StagedShot before = staged(prompt, {});
    HandStaging hand = handOf(before);
    const glm::vec2 seat = placeAt(before, 1);
    const auto spot = before.blocking.set->freeSpotNear(before.blocking.set->heart, 0.5f, {{seat.x, 0, seat.y}});
    REQUIRE(spot);
    hand.putKey("woman", {0.5, seat, {}, {}}, 0.01);
    hand.putKey("woman", {3.5, {spot->x, spot->z}, {}, {}}, 0.01);
    const StagedShot after = staged(prompt, hand);
    const auto& beats = after.blocking.people[0].beats;
    CHECK(beats.front().seat.has_value());
    CHECK_FALSE(beats.back().seat.has_value());
    CHECK(std::ranges::any_of(beats, [](const Beat& beat) { return beat.motion == "walk"; }));
    hand = handOf(before);
    hand.putKey(markName(staged(walks, {}), 0), {1, {1, 1}, {}, {}}, 0.01);
    hand.set = staged(walks, {}).blocking.set->kit;
    CHECK(largestStep(staged(walks, hand)) == 0);
}

TEST_CASE("Keys made from a way keep to it", "[stage]") {
    const StagedShot before = staged(walks, {});
    HandStaging hand = handOf(before);
    for (const auto& key : keysAlong(before.blocking.people[0])) hand.putKey("man", key, 0.01);
    REQUIRE(hand.people["man"].size() >= 2);
    const StagedShot after = staged(walks, hand);
    for (const double t : {0.0, 1.0, 2.0, 3.0, 3.9}) CHECK(glm::distance(placeAt(after, t), placeAt(before, t)) < 0.35f);
}
