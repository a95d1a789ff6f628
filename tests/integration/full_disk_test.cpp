// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// Full and read-only disks: a tmpfs in a mount namespace of this program. Where the system allows no mounts the tests say so and pass.
#include "tests/integration/mount.h"
#include "tests/integration/scene.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace rushes;
using namespace rushes::test;

namespace {

/// Fills the disk so that about `left` bytes are free.
void fill(const SmallDisk& disk, const std::filesystem::path& file, std::size_t left) {
    const auto free = disk.freeBytes();
    if (free <= left) return;
    std::ofstream(file, std::ios::binary) << std::string(free - left, 'x') << std::flush;
}

/// Failed with a message on space; true when the command got through after all.
bool fullOrDone(const Ended& ended) {
    INFO(ended.out << ended.err);
    if (ended.exitCode == 0) return true;
    REQUIRE(ended.exitCode == 1);
    REQUIRE((ended.err.find("full") != std::string::npos || ended.err.find("No space left") != std::string::npos));
    REQUIRE((ended.err.find("Free some space") != std::string::npos || ended.err.find("enough space") != std::string::npos));
    return false;
}

#define NEED_DISK(disk)                                                                                                                                  \
    if (!(disk).mounted()) {                                                                                                                             \
        WARN("skipped: " << (disk).why());                                                                                                               \
        return;                                                                                                                                          \
    }

} // namespace

TEST_CASE("A full disk stops shooting, loses nothing, and shooting goes on when there is room", "[integration][disk]") {
    TemporaryFolder folder;
    const SmallDisk disk(folder.path() / "disk", 8192);
    NEED_DISK(disk);
    const Rushes rushes(folder.path() / "disk");
    rushes.makeFilm(6);
    const auto before = rushes.json({"shots", "film.rushes"});
    int stopped = 0;
    for (const std::size_t kilobytes : {0u, 16u, 64u, 128u}) {
        INFO(kilobytes << " KiB left");
        fill(disk, rushes.at("filler"), kilobytes << 10);
        stopped += !fullOrDone(rushes.run({"generate", "film.rushes", "--again"}));
        std::filesystem::remove(rushes.at("filler"));
        REQUIRE(rushes.ok({"verify", "film.rushes"}).find("damage") == std::string::npos);
        REQUIRE(leftovers(folder.path()).empty());
    }
    REQUIRE(stopped >= 2);
    rushes.ok({"generate", "film.rushes"});
    for (const auto& shot : rushes.list("shots", {"shots", "film.rushes"})) REQUIRE(shot["takes"] >= 1);
    REQUIRE(rushes.json({"shots", "film.rushes"})["shots"].size() == before["shots"].size());
}

TEST_CASE("An edit on a full disk is made or refused, never half", "[integration][disk]") {
    TemporaryFolder folder;
    const SmallDisk disk(folder.path() / "disk", 4096);
    NEED_DISK(disk);
    const Rushes rushes(folder.path() / "disk");
    rushes.makeFilm(6);
    std::string expected = rushes.shot("1A")["prompt"];
    int refusedEdits = 0;
    for (const std::size_t kilobytes : {0u, 4u, 12u, 32u, 256u}) {
        INFO(kilobytes << " KiB left");
        fill(disk, rushes.at("filler"), kilobytes << 10);
        const std::string wanted = std::string(20000, 'a') + " " + std::to_string(kilobytes);
        if (fullOrDone(rushes.run({"shot", "set", "film.rushes", "1A", "prompt=" + wanted}))) expected = wanted;
        else ++refusedEdits;
        std::filesystem::remove(rushes.at("filler"));
        REQUIRE(rushes.shot("1A")["prompt"] == expected);
        REQUIRE(rushes.ok({"verify", "film.rushes"}) == "All is well.\n");
        REQUIRE(leftovers(folder.path()).empty());
    }
    REQUIRE(refusedEdits >= 1);
}

TEST_CASE("A new film or an import on a full disk leaves things as they were", "[integration][disk]") {
    TemporaryFolder folder;
    const SmallDisk disk(folder.path() / "disk", 4096);
    NEED_DISK(disk);
    const Rushes rushes(folder.path() / "disk");
    rushes.makeFilm(6);
    const auto before = rushes.json({"shots", "film.rushes"});
    std::string script = lampScript;
    for (int i = 0; i < 200; ++i) script += "\nINT. ROOM " + std::to_string(i) + " - DAY\n\nMara opens a door.\n";
    write(folder.path() / "long.fountain", script);
    int refusals = 0;
    for (const std::size_t kilobytes : {0u, 64u, 180u}) {
        INFO(kilobytes << " KiB left");
        fill(disk, rushes.at("filler"), kilobytes << 10);
        REQUIRE_FALSE(fullOrDone(rushes.run({"new", "other.rushes", "--script", "../long.fountain"})));
        REQUIRE_FALSE(std::filesystem::exists(rushes.at("other.rushes")));
        REQUIRE(leftovers(folder.path()).empty());
        refusals += !fullOrDone(rushes.run({"import", "film.rushes", "../long.fountain"}));
        std::filesystem::remove(rushes.at("filler"));
        REQUIRE(rushes.ok({"verify", "film.rushes"}) == "All is well.\n");
    }
    REQUIRE(refusals == 3);
    REQUIRE(rushes.json({"shots", "film.rushes"}) == before);
}

TEST_CASE("An export to a full disk leaves the old movie", "[integration][disk]") {
    TemporaryFolder folder;
    const SmallDisk disk(folder.path() / "disk", 64);
    NEED_DISK(disk);
    const Rushes rushes(folder.path());
    rushes.makeFilm(200);
    write(rushes.at("disk/film.mp4"), "the old movie");
    REQUIRE_FALSE(fullOrDone(rushes.run({"export", "film.rushes", "disk/film.mp4", "--size", "640x360"})));
    REQUIRE(read(rushes.at("disk/film.mp4")) == "the old movie");
    REQUIRE(leftovers(folder.path()).empty());
    REQUIRE_FALSE(fullOrDone(rushes.run({"stage", "--prompt", "A man walks along a street.", "--frames", "8", "--passes", "depth,normal", "--out", "disk/out"})));
}

TEST_CASE("A read-only disk is named, with what to do", "[integration][disk]") {
    TemporaryFolder folder;
    const SmallDisk disk(folder.path() / "disk", 8192);
    NEED_DISK(disk);
    const Rushes rushes(folder.path() / "disk");
    rushes.makeFilm(2);
    const auto bytes = read(rushes.at("film.rushes/project.db"));
    if (!disk.setReadOnly(true)) {
        WARN("skipped: a mount cannot be made read-only here");
        return;
    }
    for (const std::vector<std::string>& command : {std::vector<std::string>{"shots", "film.rushes"}, {"shot", "set", "film.rushes", "1A", "frames=9"}, {"generate", "film.rushes"},
                                                    {"import", "film.rushes", "lamp.fountain"}, {"new", "other.rushes", "--script", "lamp.fountain"}}) {
        const auto ended = rushes.run(command);
        INFO(command[0] << ": " << ended.err);
        REQUIRE(ended.exitCode == 1);
        REQUIRE(ended.err.find("Read-only file system") != std::string::npos);
        REQUIRE(ended.err.find(rushes.folder().string()) != std::string::npos);
        REQUIRE(ended.err.find("where you can write") + ended.err.find("that you can write") != 2 * std::string::npos);
    }
    const auto ended = rushes.run({"stage", "--prompt", "A man.", "--frames", "1", "--size", "64x36", "--out", "out"});
    REQUIRE(ended.exitCode == 1);
    REQUIRE(ended.err.find("Read-only file system") != std::string::npos);
    REQUIRE(disk.setReadOnly(false));
    REQUIRE(read(rushes.at("film.rushes/project.db")) == bytes);
    REQUIRE(rushes.ok({"verify", "film.rushes"}) == "All is well.\n");
}
