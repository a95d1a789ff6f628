// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/held_things.h"
#include "engine/stage/motion_table.h"
#include "engine/stage/staging.h"
#include "tests/unit/engine/stage/staged.h"

#include <catch2/catch.hpp>

#include <glm/geometric.hpp>

using namespace rushes;
using namespace rushes::stage;

namespace {

StagedShot staged(std::string prompt) { return test::staged(std::move(prompt), 48); }

const StagedProp* propOf(const StagedShot& shot, std::string_view model) {
    for (const auto& prop : shot.blocking.props)
        if (prop.model == model) return &prop;
    return nullptr;
}

const StagedProp* flyingIn(const StagedShot& shot) {
    for (const auto& prop : shot.blocking.props)
        if (prop.flies) return &prop;
    return nullptr;
}

glm::vec3 heldPlace(const StagedShot& shot, const StagedProp& prop, double seconds) {
    BentPerson holder{personAt(shot.blocking, *prop.holder, seconds), {}};
    holder.pose = figures::evaluate(*shot.blocking.people[*prop.holder].figure, holder.moment.performance);
    return glm::vec3(heldAt(shot.blocking, prop, seconds, holder) * glm::vec4(prop.prop->mesh->bounds.centre(), 1));
}

reading::Action action(std::string motion, std::string verb, std::string object) {
    reading::Action out;
    out.motion = std::move(motion);
    out.verb = std::move(verb);
    out.object = std::move(object);
    return out;
}

} // namespace

TEST_CASE("What a verb is done to chooses how it is played", "[stage][people]") {
    CHECK(playOf(action("play_instrument", "play", "piano")).figure == "piano");
    CHECK(playOf(action("play_instrument", "play", "violins")).figure == "violin");
    CHECK(playOf(action("play_instrument", "play", ""), "cello").figure == "cello");
    CHECK(playOf(action("play_instrument", "play", "zither")).figure == "guitar");
    CHECK(playOf(action("wash", "brush", "teeth")).figure == "brush_teeth");
    CHECK(playOf(action("reach", "do", "push-ups")).figure == "push_up");
    CHECK(playOf(action("nothing", "ponder", "")).figure == "stand");
}

TEST_CASE("A particle, an object and a part of the body change what a verb looks like", "[stage][people]") {
    auto take = action("reach", "take", "hat");
    take.particle = "off";
    CHECK(playOf(take).figure == "hat_off");
    take.particle = "on", take.verb = "put";
    CHECK(playOf(take).figure == "hat_on");
    auto drum = action("play_instrument", "drum", "table");
    drum.part = "finger";
    CHECK(playOf(drum).figure == "drum_fingers");
    CHECK(playOf(action("read", "study", "map")).figure == "read"); // an object says more than a verb alone
    CHECK(playOf(action("look", "study", "crowd")).figure == "observe");
}

TEST_CASE("The thing named is in the hand, or before the worker", "[stage][people]") {
    const auto reading = staged("Full shot of a woman reading a book.");
    const auto* book = propOf(reading, "book");
    REQUIRE(book);
    REQUIRE(book->holder);
    const auto& reader = reading.blocking.people.front();
    const auto moment = personAt(reading.blocking, 0, 1);
    const auto body = reader.figure->landmarks(figures::evaluate(*reader.figure, moment.performance));
    CHECK(glm::distance(heldPlace(reading, *book, 1), toWorld(moment, 0.5f * (body.leftHand + body.rightHand))) < 0.15f);

    const auto cutting = staged("Full shot of a man chopping carrots.");
    const auto *knife = propOf(cutting, "knife"), *carrot = propOf(cutting, "carrot");
    REQUIRE(knife);
    REQUIRE(carrot);
    CHECK(knife->holder);
    CHECK_FALSE(carrot->holder);
    CHECK(glm::distance(heldPlace(cutting, *knife, 1), carrot->path.front()) < 0.6f);
}

TEST_CASE("A thrown ball leaves the hand and lands; a caught one comes", "[stage][people]") {
    const auto shot = staged("Full shot of a woman throwing a ball.");
    const auto* ball = flyingIn(shot);
    REQUIRE(ball);
    REQUIRE(ball->heldUntil < 1.9);
    const auto hand = heldPlace(shot, *ball, ball->heldUntil - 0.01), later = heldPlace(shot, *ball, ball->heldUntil + 0.3);
    CHECK(glm::distance(hand, later) > 1.5f);
    CHECK(heldPlace(shot, *ball, ball->heldUntil + 4).y < 0.4f);
    const auto catching = staged("Full shot of a boy catching a ball.");
    const auto* caught = flyingIn(catching);
    REQUIRE(caught);
    CHECK(glm::distance(heldPlace(catching, *caught, 0), heldPlace(catching, *caught, caught->heldFrom)) > 1.5f);
    CHECK(glm::distance(heldPlace(catching, *caught, caught->heldFrom - 0.01), heldPlace(catching, *caught, caught->heldFrom + 0.01)) < 0.2f);
}

TEST_CASE("Two who do one thing stand at its distance, face to face", "[stage][people]") {
    for (const auto& [prompt, apart] : {std::pair{"Full shot of two women shaking hands.", 0.88f}, {"Full shot of a man hugging a boy.", 0.4f}}) {
        const auto shot = staged(prompt);
        REQUIRE(shot.blocking.people.size() == 2);
        const auto a = personAt(shot.blocking, 0, 1), b = personAt(shot.blocking, 1, 1);
        CAPTURE(prompt);
        CHECK(glm::distance(a.position, b.position) == Approx(apart).margin(0.15));
        CHECK(glm::dot(glm::vec3(std::sin(glm::radians(a.yaw)), 0, std::cos(glm::radians(a.yaw))), glm::normalize(b.position - a.position)) > 0.95f);
    }
}

TEST_CASE("A walk that ends in sitting ends before the seat", "[stage][people]") {
    const auto shot = staged("Full shot of a man walking to a chair and sitting down in a photo studio.");
    const auto& beats = shot.blocking.people.front().beats;
    REQUIRE(beats.size() == 2);
    REQUIRE(beats[1].seat);
    CHECK(glm::distance(beats[0].path.back(), beats[1].path.back()) < 0.6f);
    const auto* chair = propOf(shot, "chair");
    REQUIRE(chair);
    CHECK(glm::distance(chair->path.front(), beats[1].path.back()) < 0.05f);
    std::size_t chairs = 0;
    for (const auto& prop : shot.blocking.props) chairs += prop.model == "chair";
    CHECK(chairs == 1);
}

TEST_CASE("Who looks at a thing turns the eyes to it", "[stage][people]") {
    const auto shot = staged("Full shot of a boy looking at a door.");
    const auto* door = propOf(shot, "door");
    REQUIRE(door);
    const auto moment = personAt(shot.blocking, 0, 0.3);
    REQUIRE(moment.performance.lookAt);
    const auto way = toWorld(moment, *moment.performance.lookAt) - door->path.front();
    CHECK(std::hypot(way.x, way.z) < 0.8);
}

TEST_CASE("What was picked up is carried on", "[stage][people]") {
    const auto shot = staged("Full shot of a man. He picks up a suitcase and walks away.");
    const auto* suitcase = propOf(shot, "suitcase");
    REQUIRE(suitcase);
    REQUIRE(suitcase->holder);
    CHECK(suitcase->heldFrom > 0.1);
    const auto end = personAt(shot.blocking, 0, 1.95);
    CHECK(glm::distance(heldPlace(shot, *suitcase, 1.95), end.position + glm::vec3(0, 0.5f, 0)) < 0.8f);
}

TEST_CASE("Three friends sit at one table", "[stage][people]") {
    const auto shot = staged("Three friends sit at a table in a cafe and laugh.");
    REQUIRE(shot.blocking.people.size() >= 3);
    for (int k = 0; k < 3; ++k) {
        const auto& beat = shot.blocking.people[std::size_t(k)].beats.front();
        REQUIRE(beat.seat);
        CHECK(glm::distance(beat.path.back(), shot.blocking.people[0].beats.front().path.back()) < 2.6f);
    }
}

TEST_CASE("Each piece of clothing has the colour that is said of it", "[stage]") {
    const auto shot = staged("A man in a red shirt and blue jeans stands.");
    REQUIRE(shot.blocking.people.size() == 1);
    const auto& colours = shot.blocking.people.front().figure->design().colours;
    CHECK(colours.upper.r > 1.8f * colours.upper.b);
    CHECK(colours.lower.b > 1.3f * colours.lower.r);
}
