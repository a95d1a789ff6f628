// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/shoot/frame_writer.h"
#include "engine/shoot/make_shot_request.h"
#include "tests/unit/engine/project/temporary_folder.h"

using namespace rushes;
using namespace rushes::project;
using test::must;

namespace {

Project film(const std::filesystem::path& folder) {
    Project film;
    film.folder = folder;
    film.sequences.put({.id = {1}, .rate = time::rate25, .width = 640, .height = 360});
    film.characters.put({.id = {1}, .name = "MARA", .description = "red coat"});
    film.locations.put({.id = {1}, .name = "QUAY"});
    Shot shot{.id = {1}, .sequence = {1}, .number = "1A", .prompt = "MARA waits with a lamp"};
    shot.size = "close_up";
    shot.lensMm = 85;
    shot.frames = 30;
    shot.seed = 7;
    shot.characters = {{1}};
    shot.location = {1};
    shot.dialogue = {{"MARA", "No."}};
    film.shots.put(shot);
    return film;
}

} // namespace

TEST_CASE("A request carries all that the shot says", "[shoot]") {
    const auto request = must(shoot::makeShotRequest(film("/nowhere"), {1}));
    CHECK(request.prompt == "MARA waits with a lamp");
    CHECK(request.camera.size == "close_up");
    CHECK_FALSE(request.camera.angle.has_value());
    CHECK(request.camera.lensMm == 85);
    CHECK(request.location == "QUAY");
    CHECK(request.cast.at(0).description == "red coat");
    CHECK(request.dialogue.at(0).text == "No.");
    CHECK(request.duration == time::RationalTime{30, time::rate25});
    CHECK(request.width == 640);
    CHECK(request.seed == 7);
}

TEST_CASE("A request carries what the scene's shots before it say, and no other scene's", "[shoot]") {
    Project film = ::film("/nowhere");
    const auto add = [&](std::int64_t id, std::int64_t scene, const char* prompt) {
        Shot shot{.id = {id}, .sequence = {1}, .number = std::to_string(id), .prompt = prompt};
        shot.scene = {scene};
        film.shots.put(shot);
    };
    add(2, 5, "MARA enters.");
    add(3, 6, "A dog barks.");
    add(4, 5, "MARA sits down.");
    add(5, 5, "MARA reads.");
    CHECK(must(shoot::makeShotRequest(film, {5})).earlier == std::vector<std::string>{"MARA enters.", "MARA sits down."});
    CHECK(must(shoot::makeShotRequest(film, {2})).earlier.empty());
    CHECK(must(shoot::makeShotRequest(film, {1})).earlier.empty());
}

TEST_CASE("References of the shot and of what it shows go along", "[shoot]") {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "media");
    test::writeBytes(folder / "media/a.png", "a");
    Project project = film(folder.path());
    project.references.put({.id = {1}, .shot = {1}, .role = "first", .media = "a.png"});
    project.references.put({.id = {2}, .role = "character", .media = "a.png", .subject = "mara"});
    project.references.put({.id = {3}, .role = "character", .media = "a.png", .subject = "TOM"});
    project.references.put({.id = {4}, .role = "location", .media = "a.png", .subject = "Quay"});
    project.references.put({.id = {5}, .role = "prop", .media = "a.png", .subject = "lamp"});
    const auto request = must(shoot::makeShotRequest(project, {1}));
    REQUIRE(request.references.size() == 4);
    CHECK(request.references[0].role == generate::ReferenceRole::first);
    CHECK(request.references[0].file == folder / "media/a.png");

    // A slate made before the project moved.
    auto moved = request;
    for (auto& reference : moved.references) reference.file = "/elsewhere/a.png";
    project.takes.put({.id = {1}, .shot = {1}, .request = moved.toJson()});
    CHECK(must(shoot::requestOfTake(project, {1})).toJson() == request.toJson());

    std::filesystem::remove(folder / "media/a.png");
    CHECK(shoot::makeShotRequest(project, {1}).error().text().find("a.png") != std::string::npos);
    CHECK_FALSE(shoot::requestOfTake(project, {1}).has_value());
}

TEST_CASE("A film's own models go along with whom and what they stand for, also when their file is gone", "[shoot]") {
    Project project = film("/nowhere");
    project.references.put({.id = {1}, .role = "figure_model", .media = "a.model", .subject = "Mara"});
    project.references.put({.id = {2}, .role = "figure_model", .media = "a.model", .subject = "TOM"});
    project.references.put({.id = {3}, .role = "place_model", .media = "a.model", .subject = "quay"});
    project.references.put({.id = {4}, .role = "place_model", .media = "a.model", .subject = "STREET"});
    project.references.put({.id = {5}, .role = "prop_model", .media = "a.model", .subject = "lamp"});
    const auto request = must(shoot::makeShotRequest(project, {1}));
    REQUIRE(request.references.size() == 3);
    CHECK(request.references[0].subject == "Mara");
    CHECK(request.references[1].role == generate::ReferenceRole::placeModel);
    project.takes.put({.id = {1}, .shot = {1}, .request = request.toJson()});
    CHECK(must(shoot::requestOfTake(project, {1})).toJson() == request.toJson());
}

TEST_CASE("A shot without a prompt cannot be shot", "[shoot]") {
    Project project = film("/nowhere");
    project.shots.put({.id = {2}, .sequence = {1}, .number = "1B", .prompt = "  "});
    CHECK(shoot::makeShotRequest(project, {2}).error().category == ErrorCategory::badInput);
    CHECK(shoot::makeShotRequest(project, {3}).error().category == ErrorCategory::notFound);
}

TEST_CASE("The product's frame writer makes the same movie file of the same frames", "[shoot]") {
    const test::TemporaryFolder folder;
    const auto make = [&](const std::string& name) {
        const auto factory = shoot::movieFrames();
        const auto file = folder / (name + "." + factory.extension);
        auto writer = must(factory.create({file, 64, 32, time::rate24}));
        for (int frame = 0; frame < 6; ++frame) {
            Image picture = Image::create(64, 32, PixelFormat::rgba8);
            for (std::size_t i = 0; i < picture.data.size(); ++i) picture.data[i] = std::byte((i * 7 + std::size_t(frame) * 31) & 0xff);
            must(writer->write(picture));
        }
        must(writer->finish());
        writer.reset();
        return must(contentHash(file));
    };
    CHECK(make("one") == make("two"));
}
