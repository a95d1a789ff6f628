// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/scene.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <csignal>

using namespace rushes;
using namespace rushes::test;
using namespace std::chrono_literals;

namespace {

/// The command failed as the contract says: its code, nothing on standard output, and a message with all the words that name the thing
/// and what to do.
void refused(const Rushes& rushes, std::vector<std::string> arguments, const std::vector<std::string>& words, int code = 1,
             const std::vector<std::pair<std::string, std::string>>& environment = {}) {
    std::string line = "rushes";
    for (const auto& argument : arguments) line += " " + argument.substr(0, 80);
    const auto ended = rushes.run(std::move(arguments), environment);
    INFO(line << "\n" << ended.out << ended.err);
    CHECK(ended.exitCode == code);
    CHECK(ended.out.empty());
    CHECK(ended.err.size() < 2000);
    for (const auto& word : words) {
        INFO("says: " << word);
        CHECK(ended.err.find(word) != std::string::npos);
    }
}

std::string bytesOf(const Rushes& rushes) { return read(rushes.at("film.rushes/project.db")); }

std::size_t entriesOf(const std::filesystem::path& folder) {
    return std::size_t(std::distance(std::filesystem::recursive_directory_iterator(folder), std::filesystem::recursive_directory_iterator()));
}

} // namespace

TEST_CASE("What is no screenplay is refused, and nothing is left behind", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    write(rushes.at("empty.fountain"), "");
    write(rushes.at("blank.fountain"), " \n\n\t\n");
    write(rushes.at("big.fountain"), "INT. ROOM - DAY\n\n" + std::string(50u << 20, 'a'));
    std::string noise(100000, '\0');
    Dice dice(7);
    for (char& c : noise) c = char(dice.next() * 256);
    write(rushes.at("noise.fountain"), noise);
    std::filesystem::create_directory(rushes.at("folder.fountain"));
    const auto before = entriesOf(folder.path());
    refused(rushes, {"new", "film.rushes", "--script", "missing.fountain"}, {"missing.fountain", "No such file", "Check the path"});
    refused(rushes, {"new", "film.rushes", "--script", program()}, {"rushes is a program", "Fountain"});
    refused(rushes, {"new", "film.rushes", "--script", "noise.fountain"}, {"noise.fountain", "Save"});
    refused(rushes, {"new", "film.rushes", "--script", "empty.fountain"}, {"empty.fountain is empty"});
    refused(rushes, {"new", "film.rushes", "--script", "blank.fountain"}, {"blank.fountain"});
    refused(rushes, {"new", "film.rushes", "--script", "big.fountain"}, {"big.fountain is 50 MB", "32 MB"});
    refused(rushes, {"new", "film.rushes", "--script", "folder.fountain"}, {"folder.fountain is not a file", "Give"});
    refused(rushes, {"new", "film.rushes", "--script", "/dev/zero"}, {"/dev/zero is not a file"});
    REQUIRE(entriesOf(folder.path()) == before);
}

TEST_CASE("A film is not made where one is, or cannot be", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(4);
    const auto bytes = bytesOf(rushes);
    refused(rushes, {"new", "film.rushes", "--script", "lamp.fountain"}, {"film.rushes exists already", "another name"});
    refused(rushes, {"new", "missing/film.rushes"}, {"missing", "Choose a folder"});
    refused(rushes, {"new", "lamp.fountain/film.rushes"}, {"lamp.fountain", "Choose a folder"});
    refused(rushes, {"new", ""}, {"is no name"});
    refused(rushes, {"new", "/proc/film.rushes"}, {"/proc", "Choose a folder"});
    refused(rushes, {"new", "other.rushes", "--rate", "0"}, {"\"0\" is not a frame rate", "24"});
    refused(rushes, {"new", "other.rushes", "--size", "1x1"}, {"\"1x1\"", "1280x720"});
    REQUIRE(bytesOf(rushes) == bytes);
    REQUIRE_FALSE(std::filesystem::exists(rushes.at("other.rushes")));
    REQUIRE(leftovers(folder.path()).empty());
}

TEST_CASE("Wrong usage ends with 2", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    refused(rushes, {"frobnicate"}, {"frobnicate", "--help"}, 2);
    refused(rushes, {"shots"}, {"FILM", "--help"}, 2);
    refused(rushes, {"shots", "film.rushes", "--frobnicate"}, {"--frobnicate", "--help"}, 2);
    refused(rushes, {"generate", "film.rushes", "--seed", "abc"}, {"seed", "abc"}, 2);
    refused(rushes, {"undo", "film.rushes", "--steps", "0"}, {"steps"}, 2);
    refused(rushes, {"shot"}, {"--help"}, 2);
    refused(rushes, {"stage", "--out", "x"}, {"--prompt"}, 2);
    for (const auto* command : {"new", "import", "shots", "generate", "takes", "circle", "queue", "cancel", "export", "undo", "redo", "history", "verify", "stage", "doctor"})
        REQUIRE(rushes.ok({command, "--help"}).find("--json") != std::string::npos);
}

TEST_CASE("Unknown things and bad values are named, and change nothing", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(4);
    write(rushes.at("words.txt"), "no picture");
    const auto before = rushes.json({"shots", "film.rushes"}), history = rushes.json({"history", "film.rushes"});
    refused(rushes, {"shots", "missing.rushes"}, {"There is no project missing.rushes", "rushes new"});
    refused(rushes, {"shots", "lamp.fountain"}, {"lamp.fountain is not a Rushes project", "project.db"});
    refused(rushes, {"shot", "set", "film.rushes", "99Z", "frames=3"}, {"no shot 99Z", "rushes shots"});
    refused(rushes, {"shot", "set", "film.rushes", "1A", "frames=abc"}, {"frames", "abc", "whole number"});
    refused(rushes, {"shot", "set", "film.rushes", "1A", "frames=0"}, {"frames is 0", "from 1"});
    refused(rushes, {"shot", "set", "film.rushes", "1A", "frames=99999999999999999999"}, {"frames"});
    refused(rushes, {"shot", "set", "film.rushes", "1A", "seed=-1"}, {"seed is -1", "from 0"});
    refused(rushes, {"shot", "set", "film.rushes", "1A", "size=huge"}, {"size", "huge", "close_up"});
    refused(rushes, {"shot", "set", "film.rushes", "1A", "lensMm=nan"}, {"lensMm", "not a number", "2000"});
    refused(rushes, {"shot", "set", "film.rushes", "1A", "colour=red"}, {"no field \"colour\"", "prompt"});
    refused(rushes, {"shot", "set", "film.rushes", "1A", "frames=5", "size=huge"}, {"huge"}); // all or nothing
    refused(rushes, {"shot", "set", "film.rushes", "1A", "frames"}, {"FIELD=VALUE", "For example"});
    refused(rushes, {"shot", "set", "film.rushes", "1A", "prompt=\xff\xfe"}, {"prompt", "UTF-8"});
    refused(rushes, {"shot", "set", "film.rushes", "1A", "number=1B"}, {"1B"});
    refused(rushes, {"shot", "remove", "film.rushes", "1A", "99Z"}, {"99Z"});
    refused(rushes, {"shot", "move", "film.rushes", "1A", "--after", "99Z"}, {"99Z"});
    refused(rushes, {"generate", "film.rushes", "--shot", "99Z"}, {"99Z"});
    refused(rushes, {"generate", "film.rushes", "--size", "160x90x3"}, {"160x90x3", "1280x720"});
    refused(rushes, {"generate", "film.rushes", "--generator", "magic"}, {"magic", "stage"});
    refused(rushes, {"circle", "film.rushes", "1A-1"}, {"1A-1", "rushes takes"});
    refused(rushes, {"cancel", "film.rushes", "77"}, {"job 77", "rushes queue"});
    refused(rushes, {"redo", "film.rushes"}, {"nothing to redo"});
    refused(rushes, {"import", "film.rushes", "missing.fountain"}, {"missing.fountain"});
    refused(rushes, {"import", "film.rushes", program()}, {"program"});
    refused(rushes, {"reference", "add", "film.rushes", "1A", "missing.png", "--role", "first"}, {"missing.png"});
    refused(rushes, {"reference", "add", "film.rushes", "1A", "words.txt", "--role", "first"}, {"words.txt"});
    refused(rushes, {"reference", "add", "film.rushes", "1A", "words.txt", "--role", "hero"}, {"hero", "character"}, 2);
    REQUIRE(rushes.json({"shots", "film.rushes"}) == before);
    REQUIRE(rushes.json({"history", "film.rushes"}) == history);
    REQUIRE(std::filesystem::is_empty(rushes.at("film.rushes/media")));
    REQUIRE(rushes.ok({"verify", "film.rushes"}) == "All is well.\n");
}

TEST_CASE("An export that cannot be is refused before it starts", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(4);
    const auto before = entriesOf(folder.path());
    refused(rushes, {"export", "film.rushes", "missing/film.mp4"}, {"missing/film.mp4", "Choose a folder"});
    refused(rushes, {"export", "film.rushes", "film.rushes"}, {"film.rushes is a folder", "film.mp4"});
    refused(rushes, {"export", "film.rushes", "/proc/film.mp4"}, {"/proc/film.mp4", "Choose a folder"});
    refused(rushes, {"export", "film.rushes", "film.mp4", "--range", "0-24"}, {"0-24", "0 to 23"});
    refused(rushes, {"export", "film.rushes", "film.mp4", "--range", "9-2"}, {"9-2", "0 to 23"});
    refused(rushes, {"export", "film.rushes", "film.mp4", "--range", "first-last"}, {"first-last", "0-47"});
    refused(rushes, {"export", "film.rushes", "film.mp4", "--size", "10x"}, {"10x", "1280x720"});
    rushes.ok({"new", "empty.rushes"});
    refused(rushes, {"export", "empty.rushes", "film.mp4"}, {"empty"});
    std::filesystem::remove_all(rushes.at("empty.rushes"));
    REQUIRE(entriesOf(folder.path()) == before);
}

TEST_CASE("A damaged project.db is refused and stays as it is", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(4);
    const auto good = bytesOf(rushes);
    const auto check = [&](const std::string& what, const std::string& bad, const std::vector<std::string>& words) {
        INFO(what);
        write(rushes.at("film.rushes/project.db"), bad);
        for (const std::vector<std::string>& command : {std::vector<std::string>{"shots", "film.rushes"}, {"verify", "film.rushes"}, {"shot", "set", "film.rushes", "1A", "frames=9"},
                                                        {"generate", "film.rushes"}, {"export", "film.rushes", "film.mp4"}})
            refused(rushes, command, words);
        REQUIRE(bytesOf(rushes) == bad);
        REQUIRE_FALSE(std::filesystem::exists(rushes.at("film.rushes/owner.json")));
    };
    check("zero length", "", {"project.db is empty", "backup"});
    check("another file", std::string(5000, 'x'), {"project.db is not a database", "backup"});
    check("cut off", good.substr(0, good.size() / 2), {"project.db", "backup"});
    check("cut within the first page", good.substr(0, 60), {"project.db", "backup"});
    auto flipped = good;
    for (std::size_t page = 4096; page < flipped.size(); page += 4096)
        for (std::size_t i = 0; i < 12; ++i) flipped[page + i] = char(~flipped[page + i]);
    check("bytes flipped", flipped, {"project.db", "backup"});
    auto future = good;
    future[62] = 3; // user_version, big-endian at 60 (SQLite file format, 1.3)
    check("a newer format", future, {"project.db was made by a newer Rushes", "Open it with that version"});
    auto foreign = good;
    foreign[68] = char(foreign[68] ^ 0x55); // application_id
    check("a database of another program", foreign, {"not of Rushes"});

    write(rushes.at("film.rushes/project.db"), good);
    REQUIRE(rushes.ok({"verify", "film.rushes"}) == "All is well.\n");
}

TEST_CASE("verify finds media that are gone or changed", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(2);
    rushes.ok({"generate", "film.rushes", "--shot", "1A"});
    const std::string name = rushes.json({"takes", "film.rushes"})["takes"][0]["media"];
    const auto file = rushes.at("film.rushes") / name;
    const auto bytes = read(file);
    auto changed = bytes;
    changed[changed.size() / 2] = char(changed[changed.size() / 2] ^ 1);
    write(file, changed);
    auto ended = rushes.run({"verify", "film.rushes"});
    REQUIRE(ended.exitCode == 1);
    REQUIRE(ended.out.find(name) != std::string::npos);
    std::filesystem::remove(file);
    ended = rushes.run({"verify", "film.rushes"});
    REQUIRE(ended.exitCode == 1);
    REQUIRE(ended.out.find(name + " is missing, needed by take 1 of 1A") != std::string::npos);
    ended = rushes.run({"export", "film.rushes", "film.mp4", "--strict"}); // goes on with a card and says so
    REQUIRE(ended.exitCode == 3);
    REQUIRE(ended.err.find("warning") != std::string::npos);
    rushes.ok({"generate", "film.rushes", "--again", "--shot", "1A"}); // the same picture heals it
    REQUIRE(rushes.ok({"verify", "film.rushes"}) == "All is well.\n");
}

TEST_CASE("A film that is open elsewhere names who has it", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(400);
    auto holder = rushes.start({"generate", "film.rushes"});
    for (int i = 0; !std::filesystem::exists(rushes.at("film.rushes/owner.json")) && i < 3000; ++i) REQUIRE_FALSE(holder.waitFor(10ms));
    refused(rushes, {"shots", "film.rushes"}, {"film.rushes is open in rushes (process " + std::to_string(holder.pid()) + ")", "Close it there"});
    refused(rushes, {"shot", "set", "film.rushes", "1A", "frames=9"}, {std::to_string(holder.pid())});
    holder.signal(SIGINT);
    REQUIRE(holder.finish().exitCode == 130);
    rushes.ok({"shot", "set", "film.rushes", "1A", "frames=9"});
}

TEST_CASE("Without a Vulkan driver it is said once, and nothing is lost", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(4);
    const std::vector<std::pair<std::string, std::string>> none{{"VK_ICD_FILENAMES", "/nonexistent"}, {"VK_DRIVER_FILES", "/nonexistent"}};
    refused(rushes, {"generate", "film.rushes"}, {"Shot 1A failed", "no Vulkan driver", "mesa-vulkan-drivers", "5 more shots"}, 1, none);
    refused(rushes, {"stage", "--prompt", "A man.", "--out", "out"}, {"no Vulkan driver", "mesa-vulkan-drivers"}, 1, none);
    REQUIRE_FALSE(std::filesystem::exists(rushes.at("out")));
    REQUIRE(rushes.run({"doctor"}, none).out.find("mesa-vulkan-drivers") != std::string::npos);
    REQUIRE(rushes.run({"--version"}, none).exitCode == 0);
    REQUIRE(rushes.run({"export", "film.rushes", "cards.mp4"}, none).exitCode == 0);
    rushes.ok({"generate", "film.rushes", "--shot", "1A"});
    REQUIRE(rushes.ok({"verify", "film.rushes"}) == "All is well.\n");
}

TEST_CASE("stage refuses what it cannot do", "[integration]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    write(rushes.at("bad.jsonl"), "{\"prompt\": \"A man.\"}\nnot json\n");
    write(rushes.at("file"), "");
    refused(rushes, {"stage", "--prompt", "A man.", "--out", "out", "--passes", "smell"}, {"smell", "depth"});
    refused(rushes, {"stage", "--prompt", "A man.", "--out", "out", "--look", "oil"}, {"oil", "board"});
    refused(rushes, {"stage", "--prompt", "A man.", "--out", "out", "--frames", "0"}, {"0 frames", "1 to"});
    refused(rushes, {"stage", "--prompt", "A man.", "--out", "out", "--size", "0x0"}, {"0x0"});
    refused(rushes, {"stage", "--prompts", "missing.jsonl", "--out", "out"}, {"missing.jsonl"});
    refused(rushes, {"stage", "--prompts", "bad.jsonl", "--out", "out"}, {"bad.jsonl", "line 2", "prompt"});
    REQUIRE_FALSE(std::filesystem::exists(rushes.at("out")));
    refused(rushes, {"stage", "--prompt", "A man.", "--frames", "1", "--size", "64x36", "--out", "file/out"}, {"file/out", "another --out"});
}
