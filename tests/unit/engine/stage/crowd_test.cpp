// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/casting.h"
#include "engine/stage/easing.h"
#include "engine/stage/stands.h"
#include "tests/unit/engine/stage/staged.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <set>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

namespace {

float flat(const glm::vec3& a, const glm::vec3& b) { return glm::length(glm::vec3(a.x - b.x, 0, a.z - b.z)); }

std::size_t seen(const StagedShot& shot) {
    const auto& camera = shot.camera.front();
    const auto moments = peopleAt(shot.blocking, 0);
    return std::size_t(std::count_if(moments.begin(), moments.end(), [&](const auto& moment) {
        const auto at = camera.project(moment.position + glm::vec3(0, 1.2f, 0), {1000, 1000});
        return at && at->x > 0 && at->x < 1000 && at->y > 0 && at->y < 1000;
    }));
}

} // namespace

TEST_CASE("A crowd has as many people as the prompt says, up to two hundred", "[stage]") {
    const auto shot = staged("A crowd of 120 people in the square.");
    CHECK(shot.blocking.people.size() == 120);
    CHECK(shot.warnings.empty());
    CHECK(seen(shot) > 60);

    const auto most = staged("500 people march down the street.");
    CHECK(most.blocking.people.size() == std::size_t(maxPeople));
    REQUIRE_FALSE(most.warnings.empty());
    CHECK(most.warnings.front().find("500") != std::string::npos);
}

TEST_CASE("Nobody of a crowd stands in another, in the set or in the lens", "[stage]") {
    for (const char* prompt : {"Hundreds of people in the square.", "A hundred people march down the street.", "Sixty people dance in the ballroom."}) {
        INFO(prompt);
        const auto shot = staged(prompt, 48);
        for (const double share : {0.0, 0.5, 0.98}) {
            const auto moments = peopleAt(shot.blocking, shot.blocking.seconds * share);
            const auto& eye = shot.camera[std::size_t(double(shot.camera.size() - 1) * share)].eye;
            float nearest = 1e9f, lens = 1e9f;
            for (std::size_t i = 0; i < moments.size(); ++i) {
                if (eye.y < moments[i].position.y + 2) lens = std::min(lens, flat(eye, moments[i].position));
                for (std::size_t k = 0; k < i; ++k) nearest = std::min(nearest, flat(moments[i].position, moments[k].position));
            }
            CHECK(nearest > 0.28f);
            CHECK(lens > 1);
        }
    }
}

TEST_CASE("A named person reads in a crowd", "[stage]") {
    const auto shot = staged("Medium shot. Anna stands among a hundred people at the market.", 24);
    REQUIRE(shot.blocking.people.size() == 101);
    REQUIRE(shot.blocking.people.front().name == "Anna");
    const auto moments = peopleAt(shot.blocking, 0.5);
    const auto& anna = moments.front();
    const auto& camera = shot.camera[12];
    const glm::vec3 head = anna.position + glm::vec3(0, shot.blocking.people.front().figure->rest().eyes, 0);
    const auto at = camera.project(head, {1000, 1000});
    REQUIRE(at);
    CHECK((at->x > 50 && at->x < 950 && at->y > 30 && at->y < 700));
    for (std::size_t i = 1; i < moments.size(); ++i) { // nobody between her face and the lens
        const glm::vec3 line = head - camera.eye, to = moments[i].position - camera.eye;
        const glm::vec3 ahead = glm::normalize(glm::vec3(line.x, 0, line.z));
        const float along = glm::dot(to, ahead);
        if (along <= 0.2f || along >= flat(head, camera.eye) - 0.2f) continue;
        CHECK(std::abs(to.x * ahead.z - to.z * ahead.x) > 0.25f);
    }
}

TEST_CASE("A marching crowd goes one way, with few looks and many people", "[stage]") {
    const auto shot = staged("A hundred people march down the street.", 72);
    std::set<const figures::Figure*> looks;
    const auto& lead = shot.blocking.people.front().beats.back().path;
    const float yaw = yawOf(lead.back() - lead.front());
    int going = 0;
    for (const auto& person : shot.blocking.people) {
        looks.insert(person.figure.get());
        const auto& path = person.beats.back().path;
        if (path.size() < 2) continue;
        ++going;
        CHECK(std::abs(turnBetween(yaw, yawOf(path.back() - path.front()))) < 60);
    }
    CHECK(going > 80);
    CHECK(looks.size() <= std::size_t(crowdLooks) + 6);
}

TEST_CASE("An audience sits, spectators fill the stands", "[stage]") {
    const auto theatre = staged("The audience applauds in the theatre.");
    const auto sitting = std::count_if(theatre.blocking.people.begin(), theatre.blocking.people.end(), [](const auto& person) { return person.beats.front().seat.has_value(); });
    CHECK(sitting >= 30);
    const auto stadium = staged("A footballer runs in the football stadium. The crowd cheers.");
    REQUIRE(stadium.blocking.people.size() > 40);
    CHECK(standsOf(*stadium.blocking.set).size() > 200);
    for (std::size_t i = 1; i < stadium.blocking.people.size(); ++i) CHECK(stadium.blocking.people[i].beats.front().path.front().y > 0.5f);
}

TEST_CASE("The same crowd comes twice", "[stage]") {
    const auto a = staged("Two hundred people in the square."), b = staged("Two hundred people in the square.");
    REQUIRE(a.blocking.people.size() == b.blocking.people.size());
    for (std::size_t i = 0; i < a.blocking.people.size(); ++i) {
        CHECK(a.blocking.people[i].beats.front().path == b.blocking.people[i].beats.front().path);
        CHECK(a.blocking.people[i].figure == b.blocking.people[i].figure);
    }
}
