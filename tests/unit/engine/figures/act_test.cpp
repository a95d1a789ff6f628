// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/act_book.h"
#include "engine/figures/body.h"
#include "engine/figures/performance.h"
#include "tests/unit/engine/figures/figures_fixture.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace rushes;
using namespace rushes::figures;
using namespace rushes::figures::testing;
using glm::vec3;

namespace {

constexpr const char* poses = R"({"poses":{"stand":{"leg_l":[8,20,0],"leg_r":[8,20,0],"foot_l":[0.1,0,0],"foot_r":[-0.1,0,0]},"sit_chair":{}}})";

Result<ActBook> book(const std::string& acts) { return ActBook::parse(R"({"acts":)" + acts + "}", poses); }

/// Metres a second of a foot that is on the floor before and after, at 30 samples a second.
std::vector<double> slips(const Figure& figure, const std::string& act, double seconds) {
    std::vector<double> out;
    BodyLandmarks last;
    for (int k = 0; k * (1.0 / 30) < seconds; ++k) {
        const auto now = figure.landmarks(evaluate(figure, {.motion = act, .seconds = k / 30.0}));
        for (const auto foot : {&BodyLandmarks::leftFoot, &BodyLandmarks::rightFoot}) {
            const vec3 a = last.*foot, b = now.*foot;
            const double floor = figure.rest().ankles + 0.035;
            if (k > 0 && a.y < floor && b.y < floor) out.push_back(std::hypot(b.x - a.x, b.z - a.z) * 30);
        }
        last = now;
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

TEST_CASE("An act reads its keys as patches, likeness and mirrors", "[figures][act]") {
    const auto acts = book(R"({"lift":{"seconds":2,"loop":true,"keys":[{"at":0},{"at":1,"arm_l":[90,0,0]}]},
                               "other":{"like":"lift","seconds":3},
                               "sides":{"keys":[{"at":0,"arm_l":[90,0,0]},{"at":1,"same":0,"mirror":true}]}})");
    REQUIRE(acts);
    CHECK(acts->find("lift")->keys.size() == 2);
    CHECK(acts->find("other")->seconds == Approx(3));
    CHECK(acts->find("other")->loops);
    const auto& keys = acts->find("sides")->keys;
    const auto left = std::size_t(bones::of(bones::upperArm, 0)), right = std::size_t(bones::of(bones::upperArm, 1));
    CHECK(std::abs(keys[0].pose.pose.rotations[left].x - keys[1].pose.pose.rotations[right].x) < 1e-5f);
    CHECK(acts->find("nothing") == nullptr);
}

TEST_CASE("A broken acts' file says why", "[figures][act]") {
    CHECK_FALSE(ActBook::parse("{", poses));
    CHECK_FALSE(book(R"({"a":{"base":"nowhere"}})"));
    CHECK_FALSE(book(R"({"a":{"like":"b"},"b":{"like":"a"}})"));
    CHECK_FALSE(book(R"({"a":{"keys":[]}})"));
    CHECK_FALSE(book(R"({"a":{"hold":{"way":"nose_09"}}})"));
    CHECK_FALSE(book(R"({"a":{"wobbles":[{"of":"tail"}]}})"));
    CHECK_FALSE(book(R"({"a":{"keys":[{"at":"noon"}]}})"));
}

TEST_CASE("An act goes on where it loops and rests where it ends", "[figures][act]") {
    for (const std::string& name : library()->acts().names()) {
        const Act& act = *library()->acts().find(name);
        CAPTURE(name);
        REQUIRE(act.seconds > 0);
        for (std::size_t k = 1; k < act.keys.size(); ++k) CHECK(act.keys[k].at > act.keys[k - 1].at);
        if (!act.loops || act.advance != vec3(0)) continue;
        const auto before = sampleAct(act, act.seconds - 1e-4), after = sampleAct(act, act.seconds + 1e-4);
        for (std::size_t b = 0; b < before.pose.rotations.size(); ++b)
            CHECK(std::abs(glm::dot(before.pose.rotations[b], after.pose.rotations[b])) > 0.9995f);
    }
}

TEST_CASE("Feet that stand in an act do not slide", "[figures][act]") {
    std::vector<double> all;
    for (const std::string& name : library()->acts().names()) {
        const Act& act = *library()->acts().find(name);
        const bool glides = act.speed > 0 || act.advance != vec3(0) || act.station.centred || !act.legs.empty();
        if (glides || act.seated || !act.keys.front().pose.feet[0]) continue;
        const auto own = slips(man(), name, std::min(act.seconds, 4.0));
        CAPTURE(name);
        if (!own.empty()) CHECK(own[own.size() * 95 / 100] < 0.5);
        all.insert(all.end(), own.begin(), own.end());
    }
    std::sort(all.begin(), all.end());
    REQUIRE(all.size() > 1000);
    CHECK(all[all.size() * 95 / 100] <= 0.15);
}

TEST_CASE("A fist carries its tool and a thing between the hands stays between them", "[figures][act]") {
    const auto pose = evaluate(man(), {.motion = "carry", .seconds = 0.5});
    const auto l = man().landmarks(pose);
    const vec3 held = vec3(man().holdFrame(pose, library()->acts().find("carry")->holding)[3]);
    CHECK(glm::distance(held, 0.5f * (l.leftHand + l.rightHand)) < 0.01f);
    const auto blow = evaluate(man(), {.motion = "hammer", .seconds = 0.3}), raised = evaluate(man(), {.motion = "hammer", .seconds = 0.0});
    const auto& holding = library()->acts().find("hammer")->holding;
    CHECK(man().holdFrame(raised, holding)[1].y > 0.5f); // its head is up, then comes down ahead
    CHECK(man().holdFrame(blow, holding)[1].z > 0.5f);
    CHECK(man().holdFrame(raised, holding)[3].y > man().holdFrame(blow, holding)[3].y + 0.25f);
}

TEST_CASE("Two of unequal height meet: the taller comes down", "[figures][act]") {
    const auto alone = man().landmarks(evaluate(man(), {.motion = "hug", .idle = 0}));
    const auto withChild = man().landmarks(evaluate(man(), {.motion = "hug", .idle = 0, .partnerStature = child().height()}));
    CHECK(withChild.headTop.y < alone.headTop.y - 0.12f);
    CHECK(glm::distance(alone.leftFoot, withChild.leftFoot) < 0.01f);
}

TEST_CASE("Work is done where the table is", "[figures][act]") {
    const auto low = man().landmarks(evaluate(man(), {.motion = "wipe", .seconds = 0.2, .surface = 0.7}));
    const auto high = man().landmarks(evaluate(man(), {.motion = "wipe", .seconds = 0.2, .surface = 0.95}));
    CHECK(high.rightHand.y - low.rightHand.y == Approx(0.25f).margin(0.05));
}

TEST_CASE("Walking legs go under busy hands, a seat under a busy trunk", "[figures][act]") {
    const auto feet = [](double gone) {
        return man().landmarks(evaluate(man(), {.motion = "phone_call", .seconds = gone, .travelled = gone, .gait = "walk"}));
    };
    float apart = 0;
    for (double gone = 0; gone < 1.4; gone += 0.1) {
        apart = std::max(apart, std::abs(feet(gone).leftFoot.z - feet(gone).rightFoot.z));
        CHECK(glm::distance(feet(gone).rightHand, feet(gone).eyes) < 0.3f);
    }
    CHECK(apart > 0.35f);
    const auto seated = man().landmarks(evaluate(man(), {.motion = "drink", .seconds = 1.5, .seatHeight = 0.45, .sits = true}));
    CHECK(seated.hips.y < 0.7f);
    CHECK(glm::distance(seated.rightHand, seated.chin) < 0.25f);
}
