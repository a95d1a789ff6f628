// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/image_file.h"
#include "tests/integration/scene.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rushes;
using namespace rushes::test;

TEST_CASE("Edits of shots survive the process that made them", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(10);
    const auto before = rushes.json({"shots", "film.rushes"});
    const auto numbers = rushes.shotNumbers();

    rushes.ok({"shot", "set", "film.rushes", "1A", "size=close_up", "lensMm=85", "move=dolly in", "seed=7", "prompt=Mara waits in the rain."});
    const auto edited = rushes.shot("1A");
    REQUIRE(edited["size"] == "close_up");
    REQUIRE(edited["lensMm"] == 85.0);
    REQUIRE(edited["move"] == "dolly in");
    REQUIRE(edited["prompt"] == "Mara waits in the rain.");

    auto added = rushes.ok({"shot", "add", "film.rushes", "--after", "1A", "prompt=The sea.", "frames=12"});
    added.erase(added.find('\n'));
    auto now = rushes.shotNumbers();
    REQUIRE(now.size() == numbers.size() + 1);
    REQUIRE(now[1] == added);
    REQUIRE(rushes.shot(added)["source"] == "user");

    rushes.ok({"shot", "move", "film.rushes", added});
    REQUIRE(rushes.shotNumbers().front() == added);
    rushes.ok({"shot", "move", "film.rushes", added, "--after", numbers.back()});
    REQUIRE(rushes.shotNumbers().back() == added);
    rushes.ok({"shot", "remove", "film.rushes", added});
    REQUIRE(rushes.shotNumbers() == numbers);

    const auto history = rushes.json({"history", "film.rushes"})["history"];
    REQUIRE(history.size() == 1 + numbers.size() + 5); // import, lengths, set, add, move, move, remove
    rushes.ok({"undo", "film.rushes", "--steps", "5"});
    REQUIRE(rushes.json({"shots", "film.rushes"}) == before);
    rushes.ok({"redo", "film.rushes", "--steps", "4"});
    REQUIRE(rushes.shotNumbers().back() == added);
    REQUIRE(rushes.shot("1A") == edited);
    const auto steps = rushes.json({"history", "film.rushes"})["history"];
    REQUIRE(std::count_if(steps.begin(), steps.end(), [](const Json& step) { return step["undone"] == true; }) == 1);
    REQUIRE(rushes.ok({"verify", "film.rushes"}) == "All is well.\n");
}

TEST_CASE("A reference is copied into the film", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(4);
    auto picture = Image::create(32, 18, PixelFormat::rgba8);
    std::fill(picture.data.begin(), picture.data.end(), std::byte{200});
    REQUIRE(media::writePng(rushes.at("look.png"), picture));
    rushes.ok({"reference", "add", "film.rushes", "1A", "look.png", "--role", "first", "--strength", "0.5"});
    std::filesystem::remove(rushes.at("look.png"));
    rushes.ok({"generate", "film.rushes", "--shot", "1A"});
    const auto request = rushes.json({"takes", "film.rushes", "--shot", "1A"})["takes"][0]["request"];
    REQUIRE(request["references"].size() == 1);
    REQUIRE(request["references"][0]["role"] == "first");
    REQUIRE(rushes.ok({"verify", "film.rushes"}) == "All is well.\n");
}

TEST_CASE("A script imported again keeps the user's own shots", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(10);
    rushes.ok({"shot", "set", "film.rushes", "1A", "prompt=Mara, alone, looks out over the harbour."});
    auto own = rushes.ok({"shot", "add", "film.rushes", "--after", "1A", "prompt=The sea.", "frames=12"});
    own.erase(own.find('\n'));
    write(rushes.at("lamp2.fountain"), std::string(lampScript) + "\nEXT. PIER - DAWN\n\nA boat arrives.\n");
    rushes.ok({"import", "film.rushes", "lamp2.fountain"});
    REQUIRE(rushes.json({"shots", "film.rushes"})["scenes"].size() == 3);
    REQUIRE(rushes.shot(own)["prompt"] == "The sea.");
    REQUIRE(rushes.shot("1A")["prompt"] == "Mara, alone, looks out over the harbour.");
    REQUIRE(rushes.ok({"verify", "film.rushes"}) == "All is well.\n");
}

TEST_CASE("An outline starts an empty film and leaves a full one alone", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    write(rushes.at("outline.fountain"), "# Act one\n\n= Mara waits for a boat.\n");
    const auto made = rushes.run({"new", "outline.rushes", "--script", "outline.fountain"});
    REQUIRE(made.exitCode == 0);
    REQUIRE(made.err.find("warning: There are no scenes in outline.fountain") != std::string::npos);
    REQUIRE(rushes.shotNumbers("outline.rushes").empty());

    rushes.makeFilm(4);
    const auto before = rushes.json({"shots", "film.rushes"});
    const auto refused = rushes.run({"import", "film.rushes", "outline.fountain"});
    REQUIRE(refused.exitCode == 1);
    REQUIRE(refused.err.find("INT. KITCHEN - DAY") != std::string::npos);
    REQUIRE(rushes.json({"shots", "film.rushes"}) == before);
}

TEST_CASE("Names longer than the film keeps are cut between characters", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    std::string place;
    for (int i = 0; i < 150; ++i) place += "\xc3\x84"; // Ä
    write(rushes.at("long.fountain"), "INT. " + place + " - DAY\n\nMara waits.\n\n" + place + "\nI am here.\n");
    rushes.ok({"new", "film.rushes", "--script", "long.fountain"});
    const auto shots = rushes.json({"shots", "film.rushes"})["shots"];
    REQUIRE_FALSE(shots.empty());
    for (const auto& shot : shots) REQUIRE(shot["location"].get<std::string>().size() <= 200);
    REQUIRE(rushes.ok({"verify", "film.rushes"}) == "All is well.\n");
}
