// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/paths.h"
#include "engine/figures/baked_data.h"
#include "engine/figures/pose_book.h"
#include "tests/unit/engine/figures/figures_fixture.h"

#include <unistd.h>

#include <filesystem>

using namespace rushes;
using namespace rushes::figures;

namespace {

std::string bakedBytes(const char* name) {
    const auto file = findAsset(name);
    if (!file) FAIL(file.error().text());
    const auto bytes = readFile(*file);
    if (!bytes) FAIL(bytes.error().text());
    return *bytes;
}

} // namespace

TEST_CASE("The baked people hold what figures need", "[figures]") {
    const auto data = decodeBaked(bakedBytes("figures.bin"));
    REQUIRE(data);
    CHECK(data->vertexCount[std::size_t(Group::body)] == 13380);
    CHECK(data->vertexCount[std::size_t(Group::tights)] == 2674);
    CHECK(data->vertexCount[std::size_t(Group::skirt)] == 720);
    CHECK(data->triangles[std::size_t(Group::body)].size() == 2 * 13378);
    CHECK(data->faceUnits.size() == 52);
    for (const auto& w : data->weights)
        REQUIRE(w.share[0] + w.share[1] + w.share[2] + w.share[3] == 255);
    int lips = 0, mouth = 0;
    for (const auto m : data->bodyMask) {
        lips += (m & faceMask::lips) != 0;
        mouth += (m & faceMask::insideMouth) != 0;
    }
    CHECK(lips == Approx(2 * 245).margin(20));
    CHECK(mouth == Approx(2 * 398).margin(20));
    CHECK(data->bodyLevels[0].size() == Approx(6000).margin(2));
    CHECK(data->bodyLevels[2].size() == Approx(900).margin(2));
    CHECK(std::filesystem::file_size(*findAsset("figures.bin")) < 15u << 20);
}

TEST_CASE("A damaged baked file is refused with its reason", "[figures]") {
    const std::string good = bakedBytes("figures.bin");
    SECTION("truncated") {
        const auto r = decodeBaked(std::string_view(good).substr(0, good.size() / 2));
        REQUIRE(!r);
        CHECK(r.error().category == ErrorCategory::damaged);
    }
    SECTION("one byte changed") {
        std::string bad = good;
        bad[bad.size() / 3] = char(bad[bad.size() / 3] ^ 0x10);
        const auto r = decodeBaked(bad);
        REQUIRE(!r);
        CHECK(r.error().message.find("checksum") != std::string::npos);
    }
    SECTION("another version") {
        std::string bad = good;
        bad[8] = 99;
        const auto r = decodeBaked(bad);
        REQUIRE(!r);
        CHECK(r.error().category == ErrorCategory::unsupported);
    }
    SECTION("another file") { CHECK(!decodeBaked("PK\3\4 this is something else entirely, but long enough")); }
    SECTION("empty") { CHECK(!decodeBaked("")); }
    SECTION("motions in place of people") { CHECK(!decodeBaked(bakedBytes("motions.bin"))); }
    SECTION("weights that do not sum to one") {
        auto data = decodeBaked(good);
        REQUIRE(data);
        data->weights[5].share[0] ^= 3;
        CHECK(!decodeBaked(encodeBaked(*data)));
    }
    SECTION("a triangle behind the vertices") {
        auto data = decodeBaked(good);
        REQUIRE(data);
        data->bodyLevels[1][7][2] = 65535;
        CHECK(!decodeBaked(encodeBaked(*data)));
    }
}

TEST_CASE("A target survives its coding", "[figures]") {
    const std::vector<std::pair<std::uint32_t, glm::ivec3>> moves = {
        {0, {1, -1, 0}}, {1, {70, -9000, 3}}, {5, {0, 0, 1}}, {99, {-32000, 32000, 0}}};
    const auto coded = CodedTarget::encode(moves);
    std::vector<std::pair<std::uint32_t, glm::vec3>> back;
    REQUIRE(coded.decode(100, [&](std::uint32_t p, const glm::vec3& m) { back.push_back({p, m}); }));
    REQUIRE(back.size() == moves.size());
    for (std::size_t i = 0; i < moves.size(); ++i) {
        CHECK(back[i].first == moves[i].first);
        CHECK(glm::distance(back[i].second, glm::vec3(moves[i].second) * 0.001f) < 1e-5f);
    }
    CHECK_FALSE(coded.decode(99, [](std::uint32_t, const glm::vec3&) {}));
    CodedTarget cut{coded.bytes.substr(0, coded.bytes.size() - 1)};
    CHECK_FALSE(cut.decode(100, [](std::uint32_t, const glm::vec3&) {}));
}

TEST_CASE("The library knows its motions, with and without the recorded ones", "[figures]") {
    const auto all = figures::testing::library();
    for (const char* motion :
         {"stand", "walk", "run", "talk", "sit", "point", "handshake", "jump", "lie_back", "turn_left", "listen"})
        CHECK(all->has(motion));
    CHECK_FALSE(all->has("levitate"));
    const auto bare = FigureLibrary::load({*findAsset("figures.bin"), *findAsset("poses/poses.json"), {}});
    REQUIRE(bare);
    CHECK((*bare)->has("walk"));
    CHECK((*bare)->has("run"));
    CHECK_FALSE((*bare)->has("cartwheel"));
}

TEST_CASE("Poses that do not read are refused", "[figures]") {
    CHECK(!PoseBook::parse("{"));
    CHECK(!PoseBook::parse("[]"));
    CHECK(!PoseBook::parse(R"({"poses":{"stand":{}}})"));
    CHECK(!PoseBook::parse(R"({"poses":{"stand":{"arm_l":["x"]},"sit_chair":{}}})"));
    CHECK(!PoseBook::parse(R"({"poses":{"stand":{"ik":{"hand_l":["tail",0,0,0]}},"sit_chair":{}}})"));
    CHECK(PoseBook::parse(R"({"poses":{"stand":{},"sit_chair":{}}})"));
}
