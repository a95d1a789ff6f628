// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/generate/generator.h"

#include <catch2/catch.hpp>

using namespace rushes;
using namespace rushes::generate;

TEST_CASE("A slate reads back as the request that made it", "[generate]") {
    ShotRequest request;
    request.shotNumber = "12A";
    request.prompt = "Mara says \"No boats tonight.\" – wide";
    request.camera = {"wide", std::nullopt, 35.0, "dolly in"};
    request.location = "HARBOUR";
    request.earlier = {"Mara walks in."};
    request.cast = {{"Mara", "30s, a clerk"}, {"Pip", "", false}};
    request.dialogue = {{"Mara", "No boats tonight."}};
    request.references = {{ReferenceRole::frame, "/tmp/a.png", "abc", "Mara", 12, 0.5}, {ReferenceRole::look, "/tmp/b.png", "def", "", 24, 1.0, true, "Ana", "this film only"}};
    request.duration = {48, time::rate23976};
    request.seed = 0xfedcba9876543210ull;
    request.settingsJson = R"({"look":"board"})";
    const auto back = ShotRequest::fromJson(request.toJson());
    REQUIRE(back);
    CHECK(back->toJson() == request.toJson());
    CHECK(back->seed == request.seed);
    CHECK(back->earlier == request.earlier);
    CHECK(back->camera == request.camera);
    CHECK(back->duration == request.duration);
    CHECK_FALSE(back->cast.at(1).seen);
    CHECK(back->references.at(0).role == ReferenceRole::frame);
    CHECK_FALSE(back->references.at(0).painted);
    CHECK(back->references.at(1).painted);
    CHECK(back->references.at(1).atFrame == 24);
    CHECK(back->references.at(1).consent == "this film only");
}

TEST_CASE("A slate that does not read says so", "[generate]") {
    for (const char* bad : {"", "{", "[]", "{}", R"({"prompt": 3})"}) CHECK(ShotRequest::fromJson(bad).error().category == ErrorCategory::damaged);
}

TEST_CASE("Every role has a name that reads back", "[generate]") {
    for (int i = 0; i <= int(ReferenceRole::pose); ++i) CHECK(referenceRole(name(ReferenceRole(i))).value() == ReferenceRole(i));
    CHECK_FALSE(referenceRole("hat"));
}

TEST_CASE("An unknown generator is refused with those there are", "[generate]") {
    GeneratorRegistry registry;
    registry.add("stage", [] { return Result<std::unique_ptr<Generator>>(fail(ErrorCategory::unsupported, "none")); });
    CHECK(registry.create("wan").error().hint.find("stage") != std::string::npos);
    CHECK(registry.create("stage").error().category == ErrorCategory::unsupported);
}
