// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/saddle.h"

#include "engine/stage/held_things.h"
#include "tests/unit/engine/stage/staged.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <tuple>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

namespace {

const StagedProp& propOf(const StagedShot& shot, const std::string& model) {
    const auto found = std::find_if(shot.blocking.props.begin(), shot.blocking.props.end(), [&](const auto& prop) { return prop.model == model; });
    if (found == shot.blocking.props.end()) FAIL("no " << model);
    return *found;
}

} // namespace

TEST_CASE("Who rides sits on the back, neither in it nor over it", "[stage]") {
    for (const auto& [prompt, mount] : {std::pair{"A cowboy rides a horse.", "horse"}, std::pair{"A little girl on a horse gallops along the beach.", "horse"},
                                        std::pair{"A woman rides a camel.", "camel"}, std::pair{"A girl rides an elephant.", "elephant"}}) {
        INFO(prompt);
        const auto shot = staged(prompt, 24);
        const auto& rider = shot.blocking.people.front();
        const StagedProp& ridden = propOf(shot, mount);
        const auto moment = personAt(shot.blocking, 0, 0.5);
        const auto body = rider.figure->landmarks(figures::evaluate(*rider.figure, moment.performance));
        const float ground = moment.position.y - moment.lift;
        CHECK(moment.position.y + body.hips.y - ground == Approx(backHeight(ridden) + 0.1f * float(rider.figure->height()) / 1.72f).margin(0.09));
        const BentPerson holder{moment, figures::evaluate(*rider.figure, moment.performance)};
        const glm::vec3 base = glm::vec3(heldAt(shot.blocking, ridden, 0.5, holder) * glm::vec4(0, 0, 0, 1));
        CHECK(base.y == Approx(ground).margin(0.05)); // its hooves stay on the ground
    }
}

TEST_CASE("Who mounts ends in the saddle, who dismounts comes from it", "[stage]") {
    for (const auto& [prompt, first, last] : {std::tuple{"A cowboy mounts his horse.", 0, 1}, std::tuple{"The rider dismounts from her horse.", 1, 0}}) {
        INFO(prompt);
        const auto shot = staged(prompt, 96);
        const StagedProp& horse = propOf(shot, "horse");
        const auto hips = [&](double seconds) {
            const auto moment = personAt(shot.blocking, 0, seconds);
            const auto& figure = *shot.blocking.people.front().figure;
            return toWorld(moment, figure.landmarks(figures::evaluate(figure, moment.performance)).hips);
        };
        const auto isUp = [&](double seconds) { return hips(seconds).y - horse.path.front().y > backHeight(horse) - 0.1f; };
        CHECK(int(isUp(0.1)) == first);
        CHECK(int(isUp(3.8)) == last);
    }
}

TEST_CASE("Who mounts and rides away leaves on the horse that stood there", "[stage]") {
    const auto shot = staged("A cowboy mounts his horse and rides away.", 144);
    CHECK(std::count_if(shot.blocking.props.begin(), shot.blocking.props.end(), [](const auto& prop) { return prop.model == "horse"; }) == 1);
    const StagedProp& horse = propOf(shot, "horse");
    REQUIRE(horse.holder);
    const auto at = [&](double seconds) {
        const auto moment = personAt(shot.blocking, 0, seconds);
        return glm::vec3(heldAt(shot.blocking, horse, seconds, {moment, figures::evaluate(*shot.blocking.people.front().figure, moment.performance)})[3]);
    };
    CHECK(glm::distance(at(0), at(1)) < 0.02f);
    CHECK(glm::distance(at(0), at(5.9)) > 1.5f);
    for (const double seconds : {0.0, 2.0, 5.9}) CHECK(at(seconds).y == Approx(shot.blocking.set->groundHeight(at(seconds).x, at(seconds).z)).margin(0.06));
}

TEST_CASE("A balloon that is let go rises", "[stage]") {
    const auto shot = staged("A girl releases a red balloon in a park.", 72);
    const StagedProp& balloon = propOf(shot, "toy balloon");
    REQUIRE(balloon.rises);
    const auto heightAt = [&](double seconds) {
        const auto moment = personAt(shot.blocking, *balloon.holder, seconds);
        const BentPerson holder{moment, figures::evaluate(*shot.blocking.people[*balloon.holder].figure, moment.performance)};
        return heldAt(shot.blocking, balloon, seconds, holder)[3].y;
    };
    CHECK(heightAt(2.9) > heightAt(balloon.heldUntil) + 0.8f);
}

TEST_CASE("Two who sleep share a wide bed", "[stage]") {
    for (const char* prompt : {"A thief tiptoes past a sleeping couple in a bedroom.", "A couple sleeps in bed."}) {
        INFO(prompt);
        const auto shot = staged(prompt, 24);
        std::vector<glm::vec3> lying;
        for (const auto& person : shot.blocking.people)
            if (const auto& beat = person.beats.front(); beat.lies) lying.push_back(beat.path.front());
        REQUIRE(lying.size() == 2);
        CHECK(std::abs(lying[0].y - lying[1].y) < 0.1f);
        CHECK(glm::distance(lying[0], lying[1]) > 0.4f);
        CHECK(glm::distance(lying[0], lying[1]) < 0.9f);
    }
}

TEST_CASE("Headphones are worn, wherever the words stand", "[stage]") {
    for (const char* prompt : {"A girl dances in her bedroom with headphones on.", "Close-up of a man with headphones."}) {
        INFO(prompt);
        const auto shot = staged(prompt);
        CHECK(propOf(shot, "headphones").holder == std::size_t(0));
    }
}
