// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/director_choices.h"
#include "engine/stage/motion_table.h"
#include "engine/stage/shot_focus.h"
#include "engine/stage/shot_json.h"
#include "engine/stage/stage_generator.h"
#include "engine/stage/staging.h"
#include "tests/unit/engine/stage/staged.h"

#include "engine/base/paths.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <glm/geometric.hpp>

using namespace rushes;
using namespace rushes::stage;
using test::library;

namespace {

generate::ShotRequest request(std::string prompt) {
    generate::ShotRequest made;
    made.prompt = std::move(prompt);
    made.duration = {12, time::rate24};
    made.width = 320;
    made.height = 180;
    return made;
}

/// A request of the film: both talk at the harbour.
generate::ShotRequest filmRequest(std::string prompt) {
    auto made = request(std::move(prompt));
    made.cast = {{"Mara", "30s, a clerk in a red coat"}, {"Tom", "60s, a big man in a black coat"}};
    made.location = "Harbour";
    return made;
}

StagedShot staged(const generate::ShotRequest& from) {
    auto shot = stageShot(library(), from);
    REQUIRE(shot);
    return std::move(*shot);
}

glm::vec3 eyesOf(const StagedShot& shot, std::size_t person, double seconds) {
    const auto moments = peopleAt(shot.blocking, seconds);
    const auto& figure = *shot.blocking.people[person].figure;
    return toWorld(moments[person], figure.landmarks(figures::evaluate(figure, moments[person].performance)).eyes);
}

} // namespace

TEST_CASE("Every motion of the lexicon is played by one that the figures have", "[stage]") {
    const auto text = readFile(findAsset("lexicon/motions.json").value());
    REQUIRE(text);
    int missing = 0;
    const auto motions = nlohmann::json::parse(*text);
    for (const auto& entry : motions.at("entries")) {
        const std::string motion = entry.at("motion");
        const auto& play = playOf(motion);
        INFO(motion << " -> " << play.figure);
        CHECK(library().figureLibrary()->has(play.figure));
        missing += play.word == "stand" && motion != "stand";
    }
    CHECK(missing <= 4); // grow, transform, flow and an animal's tail are nothing that people do
}

TEST_CASE("The same request stages the same shot", "[stage]") {
    const auto once = filmRequest("Medium shot at the harbour at night. Mara walks to Tom and points. Slow dolly in.");
    CHECK(shotJson(staged(once), {}) == shotJson(staged(once), {}));
    auto other = once;
    other.prompt = "Wide shot at the harbour by day. Tom sits.";
    CHECK(shotJson(staged(once), {}) != shotJson(staged(other), {}));
}

TEST_CASE("Framings hold the eyes in the upper part of the picture, and closer is larger", "[stage]") {
    float before = 1e9f;
    for (const char* size : {"wide", "full", "medium_full", "medium", "medium_close_up", "close_up", "extreme_close_up"}) {
        auto from = filmRequest("Mara stands at the harbour by day.");
        from.camera.size = size;
        const auto shot = staged(from);
        const auto pixel = shot.camera.front().project(eyesOf(shot, 0, 0), {320, 180});
        INFO(size);
        REQUIRE(pixel);
        CHECK(pixel->x > 32);
        CHECK(pixel->x < 288);
        CHECK(pixel->y > 9);
        CHECK(pixel->y < 120);
        const float reach = pixel->z / shot.camera.front().focalMm;
        CHECK(reach < before);
        before = reach;
    }
}

TEST_CASE("A character keeps figure and mark from the two-shot to the single", "[stage]") {
    const auto two = staged(filmRequest("Medium two-shot. Mara talks to Tom at the harbour at night."));
    const auto single = staged(filmRequest("Close-up. Tom says \"No.\" at the harbour at night."));
    REQUIRE(two.blocking.people.size() == 2);
    REQUIRE(single.blocking.people.size() == 1);
    CHECK(two.blocking.people[1].name == single.blocking.people[0].name);
    CHECK(two.blocking.people[1].figure == single.blocking.people[0].figure);
    CHECK(glm::distance(peopleAt(two.blocking, 0)[1].position, peopleAt(single.blocking, 0)[0].position) < 0.01f);
    CHECK(two.blocking.set->kit == single.blocking.set->kit);
}

TEST_CASE("Over the shoulder has the listener between camera and speaker", "[stage]") {
    const auto shot = staged(filmRequest("Over-the-shoulder medium close-up at the harbour. Mara asks Tom, \"Where is your hat?\""));
    REQUIRE(shot.blocking.people.size() == 2);
    const auto moments = peopleAt(shot.blocking, 0);
    const std::size_t speaker = shot.blocking.people[0].name == "Mara" ? 0 : 1;
    const float near = glm::distance(shot.camera.front().eye, moments[1 - speaker].position), far = glm::distance(shot.camera.front().eye, moments[speaker].position);
    CHECK(near < far);
    CHECK(shot.camera.front().project(eyesOf(shot, speaker, 0), {320, 180}).has_value());
}

TEST_CASE("The director's choice outranks the prompt", "[stage]") {
    auto from = filmRequest("Wide shot of Mara at the harbour, static.");
    from.camera = {"close_up", "low", 85.0, "pan left"};
    const auto shot = staged(from);
    CHECK(shot.description.camera.size == reading::ShotSize::closeUp);
    CHECK(shot.description.camera.angle == reading::CameraAngle::low);
    CHECK(shot.camera.front().focalMm == Approx(85));
    CHECK(shot.camera.front().right != shot.camera.back().right);
}

TEST_CASE("A chosen move may be several, in order; one that the prompt has keeps its goal", "[stage]") {
    reading::CameraWords words;
    putChoices({{}, {}, {}, "slow dolly-in, then tilt up and pan left"}, words);
    REQUIRE(words.moves.size() == 3);
    CHECK(words.moves[0].move == reading::Move::dolly);
    CHECK(words.moves[0].speed == reading::MoveSpeed::slow);
    CHECK(words.moves[1].order == 1);
    CHECK(words.moves[2].order == 1);
    CHECK(words.moves[2].direction == reading::Direction::left);
    words.moves = {{reading::Move::tilt, reading::Direction::down, reading::MoveSpeed::normal, 0, false, "s2"}};
    putChoices({{}, {}, {}, "tilt down"}, words);
    CHECK(words.moves.front().target == "s2");
}

TEST_CASE("A profile, a view from behind and a centred face are what they say", "[stage]") {
    const auto facing = [](const StagedShot& shot) {
        const float yaw = glm::radians(peopleAt(shot.blocking, 0)[0].yaw);
        return glm::dot(glm::vec3(std::sin(yaw), 0, std::cos(yaw)), shot.camera.front().forward());
    };
    CHECK(facing(staged(filmRequest("Medium shot of Mara at the harbour."))) < -0.3f);
    CHECK(std::abs(facing(staged(filmRequest("Medium shot of Mara in profile at the harbour.")))) < 0.45f);
    CHECK(facing(staged(filmRequest("Medium shot of Mara from behind at the harbour."))) > 0.5f);
    const auto centred = staged(filmRequest("Medium close-up of Mara at the harbour, centered composition."));
    const auto pixel = centred.camera.front().project(eyesOf(centred, 0, 0), {1000, 1000});
    REQUIRE(pixel);
    CHECK(pixel->x == Approx(500).margin(40));
}

TEST_CASE("All shots of a talk are filmed from one side of the line", "[stage]") {
    std::optional<bool> side;
    for (const char* prompt : {"Medium two-shot. Mara talks to Tom at the harbour.", "Medium close-up at the harbour. Mara says \"No.\"", "Close-up at the harbour. Tom says \"Yes.\"",
                               "Over-the-shoulder medium close-up at the harbour. Mara asks Tom, \"Why?\"", "Over-the-shoulder medium close-up at the harbour. Tom tells Mara, \"So.\""}) {
        INFO(prompt);
        const auto two = staged(filmRequest("Medium two-shot. Mara talks to Tom at the harbour."));
        const auto marks = peopleAt(two.blocking, 0);
        const auto shot = staged(filmRequest(prompt));
        const glm::vec3 a = marks[0].position, b = marks[1].position, eye = shot.camera.front().eye;
        const bool here = (b.x - a.x) * (eye.z - a.z) - (b.z - a.z) * (eye.x - a.x) > 0;
        CHECK(here == side.value_or(here));
        side = here;
    }
}

TEST_CASE("Over the shoulder the listener keeps to one edge, a quarter of the picture", "[stage]") {
    for (const char* prompt : {"Over-the-shoulder medium close-up at the harbour. Mara asks Tom, \"Where is your hat?\"", "Over-the-shoulder medium shot at the harbour. Tom tells Mara, \"Gone.\""}) {
        INFO(prompt);
        const auto shot = staged(filmRequest(prompt));
        REQUIRE(shot.blocking.people.size() == 2);
        const std::size_t speaker = mainPerson(shot.blocking, shot.description);
        const auto& camera = shot.camera.front();
        const auto face = camera.project(eyesOf(shot, speaker, 0), {1000, 1000}), head = camera.project(eyesOf(shot, 1 - speaker, 0), {1000, 1000});
        REQUIRE(face);
        REQUIRE(head);
        const bool left = head->x < 500;
        CHECK((left ? head->x : 1000 - head->x) < 260);
        CHECK((left ? face->x : 1000 - face->x) > 480);
        CHECK((left ? face->x : 1000 - face->x) < 780);
        const float wide = 0.17f / head->z * camera.focalMm / camera.sensorWidthMm;
        CHECK(wide > 0.1f);
        CHECK(wide < 0.45f);
    }
}

TEST_CASE("A pan keeps a walker's face in the picture", "[stage]") {
    auto from = filmRequest("Wide shot at the harbour. The camera pans left. Mara walks.");
    from.duration = {96, time::rate24};
    const auto shot = staged(from);
    for (std::size_t frame = 0; frame < shot.camera.size(); frame += 8) {
        INFO(frame);
        const auto pixel = shot.camera[frame].project(eyesOf(shot, 0, double(frame) / 24), {1000, 1000});
        REQUIRE(pixel);
        CHECK(pixel->x > 40);
        CHECK(pixel->x < 960);
    }
}

TEST_CASE("People who walk get somewhere and stay on the ground", "[stage]") {
    auto from = filmRequest("Full shot. Mara walks at the harbour.");
    from.duration = {72, time::rate24};
    const auto shot = staged(from);
    const auto first = peopleAt(shot.blocking, 0)[0], last = peopleAt(shot.blocking, 2.95)[0];
    CHECK(glm::distance(first.position, last.position) > 1);
    for (double t = 0; t < 3; t += 0.1) {
        const auto moment = peopleAt(shot.blocking, t)[0];
        CHECK(moment.position.y == Approx(shot.blocking.set->groundHeight(moment.position.x, moment.position.z, moment.position.y)).margin(0.06));
    }
}

TEST_CASE("What cannot be staged is refused", "[stage]") {
    auto from = request("A man.");
    from.duration.value = 0;
    CHECK(stageShot(library(), from).error().category == ErrorCategory::badInput);
    from.duration.value = 4;
    from.width = 9;
    CHECK(stageShot(library(), from).error().category == ErrorCategory::badInput);
    CHECK(StageGenerator::create().value()->plan(from).error().category == ErrorCategory::badInput);
}

TEST_CASE("Any words give a shot", "[stage]") {
    for (const char* prompt : {"", "?", "日本語", "Something somewhere.", "A dog and a cat on a red sofa.", "Ten people dance in a square.", "The harbour.", "\xff\xfe"}) {
        const auto shot = stageShot(library(), request(prompt));
        INFO(prompt);
        REQUIRE(shot);
        CHECK(shot->camera.size() == 12);
        for (const auto& camera : shot->camera) REQUIRE(std::isfinite(camera.eye.x + camera.eye.y + camera.eye.z + camera.right.x + camera.up.y));
    }
}

TEST_CASE("Shooting again gives the same frames; cancelling stops at the next", "[stage]") {
    auto generator = StageGenerator::create();
    REQUIRE(generator);
    auto from = filmRequest("Medium shot. Mara waves at the harbour at night in the rain.");
    from.duration = {3, time::rate24};
    from.width = 96;
    from.height = 54;
    std::vector<std::vector<std::byte>> first, second;
    REQUIRE((*generator)->generate(from, [&](std::int64_t, const Image& picture) { first.push_back(picture.data); return Result<void>{}; }, {}));
    REQUIRE((*generator)->generate(from, [&](std::int64_t, const Image& picture) { second.push_back(picture.data); return Result<void>{}; }, {}));
    CHECK(first.size() == 3);
    CHECK(first == second);
    const CancelToken cancel;
    int frames = 0;
    const auto stopped = (*generator)->generate(from, [&](std::int64_t, const Image&) { ++frames; cancel.cancel(); return Result<void>{}; }, cancel);
    CHECK(stopped.error().category == ErrorCategory::cancelled);
    CHECK(frames == 1);
}

TEST_CASE("The same words give the same camera, every time", "[stage]") {
    for (const char* prompt : {"Close-up of an angry woman at a window, rain.", "A detective reads a file at his desk.", "A woman lies in a bathtub.", "An old couple feeds pigeons on a square."}) {
        INFO(prompt);
        const auto first = staged(request(prompt)), second = staged(request(prompt));
        REQUIRE(first.camera.size() == second.camera.size());
        for (std::size_t i = 0; i < first.camera.size(); ++i) {
            CHECK(first.camera[i].eye == second.camera[i].eye);
            CHECK(first.camera[i].right == second.camera[i].right);
        }
    }
}
