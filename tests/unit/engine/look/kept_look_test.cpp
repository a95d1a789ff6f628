// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/kept_look.h"
#include "tests/unit/engine/project/temporary_folder.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace rushes;
using namespace rushes::look;

TEST_CASE("a kept look comes back as it was kept") {
    const test::TemporaryFolder folder;
    KeptLook look{"Mia's gouache", "Mia", "For this film only", {}};
    generate::ShotRequest request;
    request.shotNumber = "12A";
    request.prompt = "Mara waits at the quay";
    request.duration = {48, *time::FrameRate::parse("24")};
    look.frames.push_back({request, 20, "12A.png", {1, 2, 3, 250}});
    const auto file = folder.path() / "mia.rlook";
    REQUIRE(writeKeptLook(look, file));
    CHECK(isKeptLook(file));
    const auto back = readKeptLook(file);
    REQUIRE(back);
    CHECK(back->artist == "Mia");
    CHECK(back->consent == "For this film only");
    REQUIRE(back->frames.size() == 1);
    CHECK(back->frames[0].picture == look.frames[0].picture);
    CHECK(back->frames[0].request.prompt == request.prompt);
    CHECK(back->frames[0].at == 20);
}

TEST_CASE("a kept look cut short or of another kind is refused by name") {
    const test::TemporaryFolder folder;
    KeptLook look{"A", "", "", {{{}, 0, "a.png", std::vector<std::uint8_t>(500, 7)}}};
    look.frames[0].request.duration = {1, *time::FrameRate::parse("24")};
    const auto file = folder.path() / "a.rlook";
    REQUIRE(writeKeptLook(look, file));
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    const auto cut = readKeptLook(file);
    REQUIRE(!cut);
    CHECK(cut.error().category == ErrorCategory::damaged);
    CHECK(cut.error().message.find("a.rlook") != std::string::npos);
    std::ofstream(folder.path() / "b.rlook") << "{}";
    CHECK(!readKeptLook(folder.path() / "b.rlook"));
    CHECK(readKeptLook(folder.path() / "none.rlook").error().category == ErrorCategory::notFound);
    CHECK(!writeKeptLook({"B", "", "", {}}, folder.path() / "c.rlook"));
}
