// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/listener_cover.h"
#include "engine/stage/listener_place.h"
#include "engine/stage/over_shoulder.h"
#include "engine/stage/shot_focus.h"
#include "staged.h"

#include <glm/geometric.hpp>

using namespace rushes;
using namespace rushes::stage;
using namespace rushes::stage::test;

namespace {

/// What the first picture of a shot over a shoulder shows.
struct Seen {
    Cover cover;
    float head = 0;   ///< the speaker's, as a share of the picture's height
    float apart = 0;  ///< columns between the speaker's face and the listener's edge, as a share of the width
};

Seen seen(const std::string& prompt) {
    const auto shot = staged(prompt);
    REQUIRE(shot.blocking.people.size() >= 2);
    const auto moments = peopleAt(shot.blocking, 0);
    const std::size_t main = mainPerson(shot.blocking, shot.description), other = listenerOf(shot.blocking, shot.description, moments, main);
    const Bust speaker = bustOf(shot.blocking.people[main], moments[main]), listener = bustOf(shot.blocking.people[other], moments[other]);
    const auto& camera = shot.camera.front();
    Seen seen;
    seen.cover = coverOf(camera, listener.body, glm::vec4(speaker.eyes, 0.1f));
    const auto face = camera.project(speaker.eyes, {1000, 1000});
    REQUIRE(face);
    seen.head = glm::distance(speaker.headTop, speaker.chin) / face->z * camera.focalMm / camera.sensorHeightMm;
    seen.apart = (seen.cover.right ? 1000 - face->x : face->x) / 1000;
    return seen;
}

} // namespace

TEST_CASE("A sphere at the picture's edge is measured from that edge", "[stage]") {
    geometry::Camera camera;
    camera.eye = {0, 1.6f, 0};
    camera.right = {1, 0, 0};
    const float half = 2 * camera.sensorWidthMm / camera.focalMm * 0.5f; // of the picture's width two metres away
    const auto cover = coverOf(camera, {{half, 1.6f, -2, half * 0.5f}}, {-half * 0.5f, 1.6f, -2, 0.1f});
    CHECK(cover.right);
    CHECK(cover.atEdge);
    CHECK(cover.wide == Approx(0.25f).margin(0.04f));
    CHECK(cover.face == 0);
    CHECK(cover.head == Approx(0.5f).margin(0.08f));
    CHECK(coverOf(camera, {{0, 1.6f, -1, 0.4f}}, {0, 1.6f, -2, 0.1f}).face == 1);
}

TEST_CASE("Over the shoulder shows the far face, large and free, whoever stands or sits", "[stage]") {
    for (const char* prompt : {"Over the shoulder of a detective, an old woman sits at a kitchen table and cries", "Over-the-shoulder shot of a boss standing over an employee who sits at his desk",
                               "Over the shoulder of a tall man, a small girl looks up at him", "Over the shoulder of a mother, a boy sits on the floor and plays",
                               "Two men sit across from each other at a cafe table, over the shoulder of the older one", "Over the shoulder of a judge, a lawyer stands and argues",
                               "Over her shoulder, a man sits on the sofa and smiles", "Over the shoulder of the driver, the passenger laughs in the car"}) {
        INFO(prompt);
        const Seen shot = seen(prompt);
        CHECK(shot.cover.face < 0.1f);
        CHECK(shot.head > 0.27f);
        CHECK(shot.cover.wide > 0.08f);
        CHECK(shot.cover.wide < 0.42f);
        CHECK(shot.apart > 0.5f);
    }
}
