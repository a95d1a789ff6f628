// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// Twenty times kill -9 at moments drawn from a seed, over the time the command takes on this machine.
#include "engine/media/movie_reader.h"
#include "tests/integration/scene.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <set>

using namespace rushes;
using namespace rushes::test;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

milliseconds timeOf(const Rushes& rushes, const std::vector<std::string>& arguments) {
    const auto start = std::chrono::steady_clock::now();
    rushes.ok(arguments);
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - start);
}

/// Starts the command and kills it after a share of `time`; what it ended with if it was quicker.
Ended killed(const Rushes& rushes, const std::vector<std::string>& arguments, milliseconds time, Dice& dice) {
    auto process = rushes.start(arguments);
    (void)process.waitFor(milliseconds(std::int64_t(double(time.count()) * dice.next())));
    process.signal(SIGKILL);
    return process.finish();
}

/// The film opens and is sound, and the next program to open it has cleared away what was half done.
void checkSound(const Rushes& rushes, const std::string& film = "film.rushes") {
    const auto verified = rushes.run({"verify", film, "--quiet"});
    INFO(verified.out << verified.err);
    REQUIRE(verified.exitCode == 0);
    REQUIRE(verified.out.find("damage") == std::string::npos);
    REQUIRE(leftovers(rushes.at(film)).empty());
    for (const auto& entry : std::filesystem::directory_iterator(rushes.at(film))) {
        INFO(entry.path());
        REQUIRE(std::set<std::string>{"project.db", "media", "backup"}.contains(entry.path().filename().string()));
    }
}

void checkMediaWhole(const Rushes& rushes) {
    for (const auto& take : rushes.list("takes", {"takes", "film.rushes"})) {
        auto movie = media::MovieReader::open(rushes.at("film.rushes") / take["media"].get<std::string>());
        REQUIRE(movie);
        REQUIRE(movie->info().frames == take["frames"].get<int>());
        REQUIRE(movie->frame(take["frames"].get<int>() - 1));
    }
}

std::set<int> takeIds(const Rushes& rushes) {
    std::set<int> ids;
    for (const auto& take : rushes.list("takes", {"takes", "film.rushes"})) ids.insert(take["id"].get<int>());
    return ids;
}

/// A script of many scenes, so that importing takes a while; `version` tells one from another.
std::string longScript(int scenes, int version) {
    std::string text = "Title: Version " + std::to_string(version) + "\n\n";
    for (int i = 1; i <= scenes; ++i)
        text += "INT. ROOM " + std::to_string(i) + " - NIGHT\n\nMara opens door " + std::to_string(i * version) + ". Jon waits.\n\nJON\nNumber " + std::to_string(i + version) + ".\n\n";
    return text;
}

/// Waits until a shot is being written.
void waitForShooting(Process& process, const Rushes& rushes) {
    for (int i = 0; i < 3000; ++i) {
        if (std::filesystem::exists(rushes.at("film.rushes/media")) && !leftovers(rushes.at("film.rushes/media")).empty()) return;
        REQUIRE_FALSE(process.waitFor(10ms));
    }
    FAIL("nothing was shot");
}

} // namespace

TEST_CASE("kill -9 while generating loses no take and leaves no half file", "[integration][crash]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(6);
    const auto time = timeOf(rushes, {"generate", "film.rushes", "--quiet"});
    const auto shots = rushes.shotNumbers().size();
    Dice dice(41);
    auto before = takeIds(rushes);
    REQUIRE(before.size() == shots);
    for (int round = 0; round < 8; ++round) {
        INFO("round " << round);
        const auto ended = killed(rushes, {"generate", "film.rushes", "--again", "--seed", std::to_string(100 + round)}, time, dice);
        checkSound(rushes);
        const auto after = takeIds(rushes);
        REQUIRE(std::includes(after.begin(), after.end(), before.begin(), before.end()));
        if (ended.exitCode == 0) REQUIRE(after.size() > before.size());
        for (const auto& job : rushes.list("jobs", {"queue", "film.rushes"})) REQUIRE(job["state"] != "failed");
        before = after;
    }
    rushes.ok({"generate", "film.rushes"}); // the rest of the queue
    for (const auto& job : rushes.list("jobs", {"queue", "film.rushes"})) REQUIRE((job["state"] == "done" || job["state"] == "cancelled"));
    checkMediaWhole(rushes);
    checkSound(rushes);
}

TEST_CASE("kill -9 while editing keeps every acknowledged edit", "[integration][crash]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(6);
    const auto time = timeOf(rushes, {"shot", "set", "film.rushes", "1A", "prompt=Take 0."});
    std::string acknowledged = "Take 0.";
    std::size_t steps = rushes.json({"history", "film.rushes"})["history"].size();
    Dice dice(42);
    for (int round = 0; round < 6; ++round) {
        std::string wanted;
        for (int i = 0; i < 3; ++i) {
            wanted = "Round " + std::to_string(round) + ", edit " + std::to_string(i) + ".";
            const std::vector<std::string> edit{"shot", "set", "film.rushes", "1A", "prompt=" + wanted};
            const auto ended = i < 2 ? rushes.run(edit) : killed(rushes, edit, time, dice);
            if (ended.exitCode != 0) continue;
            acknowledged = wanted;
            ++steps;
        }
        INFO("round " << round << ", acknowledged: " << acknowledged);
        const std::string found = rushes.shot("1A")["prompt"];
        if (found != acknowledged) { // done just before the kill, not yet acknowledged
            REQUIRE(found == wanted);
            acknowledged = found;
            ++steps;
        }
        REQUIRE(rushes.json({"history", "film.rushes"})["history"].size() == steps);
        checkSound(rushes);
    }
    rushes.ok({"undo", "film.rushes", "--steps", std::to_string(steps)});
    REQUIRE(rushes.json({"shots", "film.rushes"})["shots"].empty());
}

TEST_CASE("kill -9 while importing leaves the old script or the new one", "[integration][crash]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    write(rushes.at("v1.fountain"), longScript(60, 1));
    rushes.ok({"new", "film.rushes", "--script", "v1.fountain"});
    rushes.ok({"shot", "add", "film.rushes", "prompt=My own shot.", "number=Own"});
    write(rushes.at("v2.fountain"), longScript(90, 2));
    const auto time = timeOf(rushes, {"import", "film.rushes", "v2.fountain"});
    Dice dice(43);
    std::size_t scenes = 90;
    for (int round = 0; round < 4; ++round) {
        INFO("round " << round);
        const std::size_t wanted = 60 + std::size_t(round);
        write(rushes.at("next.fountain"), longScript(int(wanted), 3 + round));
        const auto ended = killed(rushes, {"import", "film.rushes", "next.fountain"}, time, dice);
        const auto film = rushes.json({"shots", "film.rushes"});
        const auto found = film["scenes"].size();
        if (ended.exitCode == 0) REQUIRE(found == wanted);
        else REQUIRE((found == scenes || found == wanted));
        REQUIRE(rushes.shot("Own")["prompt"] == "My own shot.");
        checkSound(rushes);
        scenes = found;
    }
}

TEST_CASE("kill -9 while making a film leaves a film or none", "[integration][crash]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    write(rushes.at("long.fountain"), longScript(60, 1));
    const auto time = timeOf(rushes, {"new", "first.rushes", "--script", "long.fountain"});
    Dice dice(44);
    for (int round = 0; round < 2; ++round) {
        INFO("round " << round);
        (void)killed(rushes, {"new", "film.rushes", "--script", "long.fountain"}, time, dice);
        if (std::filesystem::exists(rushes.at("film.rushes"))) checkSound(rushes);
        std::filesystem::remove_all(rushes.at("film.rushes"));
        rushes.ok({"new", "film.rushes", "--script", "long.fountain"});
        REQUIRE(leftovers(folder.path()).empty());
        std::filesystem::remove_all(rushes.at("film.rushes"));
    }
}

TEST_CASE("Ctrl-C stops with 130 and the same command carries on", "[integration][crash]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(16);
    const auto shots = rushes.shotNumbers().size();
    const std::vector<std::string> again{"generate", "film.rushes", "--again"};
    for (const std::size_t takesEach : {1u, 2u}) {
        const auto command = takesEach == 1 ? std::vector<std::string>{"generate", "film.rushes"} : again;
        auto process = rushes.start(command);
        waitForShooting(process, rushes);
        process.signal(SIGINT);
        const auto ended = process.finish();
        INFO(ended.err);
        REQUIRE(ended.exitCode == 130);
        REQUIRE(ended.err.find("carries on") != std::string::npos);
        REQUIRE(leftovers(rushes.at("film.rushes")).empty());
        REQUIRE(takeIds(rushes).size() < shots * takesEach);
        rushes.ok(command);
        REQUIRE(takeIds(rushes).size() == shots * takesEach);
    }
    // A shot edited in between is shot as it is now.
    auto process = rushes.start(again);
    waitForShooting(process, rushes);
    process.signal(SIGINT);
    REQUIRE(process.finish().exitCode == 130);
    rushes.ok({"shot", "set", "film.rushes", "2D", "prompt=A red boat on the sea."});
    rushes.ok(again);
    const auto takes = rushes.json({"takes", "film.rushes", "--shot", "2D"})["takes"];
    REQUIRE(takes.size() == 3);
    REQUIRE(takes.back()["request"]["prompt"] == "A red boat on the sea.");
    checkSound(rushes);
}

TEST_CASE("Ctrl-C while exporting leaves the old movie alone", "[integration][crash]") {
    TemporaryFolder folder;
    const Rushes rushes(folder.path());
    rushes.makeFilm(2400); // cards: long enough to be caught at it
    write(rushes.at("film.mp4"), "the old movie");
    auto process = rushes.start({"export", "film.rushes", "film.mp4", "--size", "640x360"});
    for (int i = 0; leftovers(folder.path()).empty() && i < 3000; ++i) REQUIRE_FALSE(process.waitFor(10ms));
    process.signal(SIGINT);
    REQUIRE(process.finish().exitCode == 130);
    REQUIRE(read(rushes.at("film.mp4")) == "the old movie");
    REQUIRE(leftovers(folder.path()).empty());
}
