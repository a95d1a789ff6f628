// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#ifndef RUSHES_NO_TORCH
#include "engine/look/look_generator.h"
#include "engine/look/kept_look.h"
#include "engine/media/image_file.h"
#include "engine/stage/stage_generator.h"
#include "tests/unit/engine/project/temporary_folder.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace rushes;

namespace {

constexpr int kWidth = 96, kHeight = 64;

generate::ShotRequest shot() {
    generate::ShotRequest request;
    request.shotNumber = "1A";
    request.prompt = "MARA stands in a street, medium shot";
    request.width = kWidth;
    request.height = kHeight;
    request.duration = {3, *time::FrameRate::parse("24")};
    request.settingsJson = R"({"look": "colour", "lookSteps": 120})";
    return request;
}

Result<std::vector<Image>> framesOf(generate::Generator& generator, const generate::ShotRequest& request) {
    std::vector<Image> frames;
    const auto sink = [&](std::int64_t, const Image& picture) -> Result<void> {
        frames.push_back(picture);
        return {};
    };
    if (auto made = generator.generate(request, sink, {}); !made) return fail(made.error());
    return frames;
}

Image negative(Image picture) {
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            for (int c = 0; c < 3; ++c) picture.rowAs<std::uint8_t>(y)[4 * x + c] = std::uint8_t(255 - picture.rowAs<std::uint8_t>(y)[4 * x + c]);
    return picture;
}

/// Mean difference of two pictures, 0..255.
double apart(const Image& a, const Image& b) {
    double sum = 0;
    for (int y = 0; y < a.height; ++y)
        for (int x = 0; x < a.width; ++x)
            for (int c = 0; c < 3; ++c) sum += std::fabs(double(a.rowAs<std::uint8_t>(y)[4 * x + c]) - double(b.rowAs<std::uint8_t>(y)[4 * x + c]));
    return sum / (3.0 * a.width * a.height);
}

generate::Reference painting(const std::filesystem::path& file, std::int64_t at) {
    generate::Reference reference;
    reference.role = generate::ReferenceRole::look;
    reference.file = file;
    reference.atFrame = at;
    reference.painted = true;
    return reference;
}

} // namespace

TEST_CASE("a look needs a painted frame or a picture, and says so before anything starts") {
    auto look = look::LookGenerator::create();
    const auto plan = (*look)->plan(shot());
    REQUIRE(!plan);
    CHECK(plan.error().category == ErrorCategory::badInput);
    CHECK(plan.error().message.find("1A") != std::string::npos);
}

TEST_CASE("of too many painted frames those spread over the shot are taken, and it is said") {
    auto look = look::LookGenerator::create();
    auto request = shot();
    request.duration.value = 48;
    for (int i = 0; i < 30; ++i) request.references.push_back(painting("/painted.png", i));
    const auto plan = (*look)->plan(request);
    if (!plan) {
        CHECK(plan.error().category != ErrorCategory::badInput); // the library of looks is not in this build
        return;
    }
    REQUIRE(plan->warnings.size() == 1);
    CHECK(plan->warnings.front() == "Of 30 painted frames 12, spread over the shot, are learned from.");
    request.references.resize(12);
    const auto few = (*look)->plan(request);
    REQUIRE(few);
    CHECK(few->warnings.empty());
    CHECK(few->memoryBytes == plan->memoryBytes);
}

TEST_CASE("the other frames of a shot follow the painted one, the same each time, also by a kept look") {
    const test::TemporaryFolder folder;
    auto stage = stage::StageGenerator::create();
    const auto staged = framesOf(**stage, shot());
    REQUIRE(staged);
    const auto file = folder / "painted.png";
    REQUIRE(media::writePng(file, negative((*staged)[1])));
    auto request = shot();
    request.references = {painting(file, 1)};
    auto look = look::LookGenerator::create();
    REQUIRE((*look)->plan(request));
    int previews = 0;
    (*look)->showPreviews([&](const generate::Preview& preview) { previews += !preview.picture.empty(); });
    const auto painted = framesOf(**look, request);
    REQUIRE(painted);
    REQUIRE(painted->size() == 3);
    CHECK(previews > 0);
    for (std::size_t i = 0; i < 3; ++i) CHECK(apart((*painted)[i], negative((*staged)[i])) < 12);

    std::vector<std::uint8_t> bytes;
    const std::string text = test::bytesOf(file);
    bytes.assign(text.begin(), text.end());
    REQUIRE(look::writeKeptLook({"Negative", "Mia", "", {{shot(), 1, "painted.png", bytes}}}, folder / "negative.rlook"));
    auto other = shot();
    other.references = {painting(folder / "negative.rlook", 0)};
    other.references[0].painted = false;
    const auto kept = framesOf(**look, other);
    REQUIRE(kept);
    CHECK((*kept)[2].data == (*painted)[2].data);
}

TEST_CASE("learning a look stops when it is cancelled") {
    const test::TemporaryFolder folder;
    Image grey = Image::create(kWidth, kHeight, PixelFormat::rgba8);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) grey.rowAs<std::uint32_t>(y)[x] = 0xff000000u | std::uint32_t(x + y);
    REQUIRE(media::writePng(folder / "g.png", grey));
    auto request = shot();
    request.references = {painting(folder / "g.png", 0)};
    auto look = look::LookGenerator::create();
    CancelToken cancel;
    (*look)->showPreviews([&](const generate::Preview& preview) { if (!preview.picture.empty()) cancel.cancel(); });
    const auto made = (*look)->generate(request, [](std::int64_t, const Image&) -> Result<void> { return {}; }, cancel);
    REQUIRE(!made);
    CHECK(made.error().category == ErrorCategory::cancelled);
}

TEST_CASE("a loose picture gives a shot its colours") {
    const test::TemporaryFolder folder;
    Image warm = Image::create(64, 64, PixelFormat::rgba8);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x) warm.rowAs<std::uint32_t>(y)[x] = 0xff000000u | std::uint32_t(40 + 3 * x) | std::uint32_t(20 + x + y) << 8 | std::uint32_t(10 + y / 2) << 16;
    REQUIRE(media::writePng(folder / "warm.png", warm));
    auto stage = stage::StageGenerator::create();
    const auto staged = framesOf(**stage, shot());
    REQUIRE(staged);
    auto request = shot();
    request.references = {painting(folder / "warm.png", 0)};
    request.references[0].painted = false;
    auto look = look::LookGenerator::create();
    const auto made = framesOf(**look, request);
    REQUIRE(made);
    const auto warmth = [](const Image& picture) { // red less blue
        double sum = 0;
        for (int y = 0; y < picture.height; ++y)
            for (int x = 0; x < picture.width; ++x) sum += double(picture.rowAs<std::uint8_t>(y)[4 * x]) - double(picture.rowAs<std::uint8_t>(y)[4 * x + 2]);
        return sum / (double(picture.width) * picture.height);
    };
    CHECK(warmth((*made)[0]) > warmth((*staged)[0]) + 30);
}
#endif
