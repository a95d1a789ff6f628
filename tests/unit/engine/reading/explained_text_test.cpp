// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/explained_text.h"

#include <catch2/catch.hpp>

using namespace rushes;
using namespace rushes::reading;

namespace {

const Reader& reader() {
    static const auto made = Reader::create();
    REQUIRE(made);
    return **made;
}

std::string written(const std::string& prompt, const Span& span) { return prompt.substr(span.begin, span.end - span.begin); }

} // namespace

TEST_CASE("What a person explained is read in the word's place, and spans stay those of the prompt", "[reading]") {
    const std::string prompt = "Wide shot. Mara looks at the zorblatt in the park. A red car waits.";
    Names names;
    names.cast.push_back({"Mara"});
    names.meanings.push_back({"zorblatt", "street lamp"});
    const auto shot = reader().read(prompt, names);
    const Subject* lamp = nullptr;
    for (const auto& subject : shot.subjects)
        if (subject.noun.find("lamp") != std::string::npos) lamp = &subject;
    REQUIRE(lamp != nullptr);
    CHECK(!lamp->model.empty());
    CHECK(written(prompt, lamp->span).find("zorblatt") != std::string::npos);
    for (const auto& subject : shot.subjects)
        if (subject.noun == "car") CHECK(written(prompt, subject.span).find("car") != std::string::npos);
    CHECK(std::none_of(shot.unknown.begin(), shot.unknown.end(), [](const auto& word) { return word.word == "zorblatt"; }));
    const auto plain = reader().read(prompt);
    CHECK(std::any_of(plain.unknown.begin(), plain.unknown.end(), [](const auto& word) { return word.word == "zorblatt"; }));
}

TEST_CASE("Only whole words are explained, the longest first", "[reading]") {
    const std::vector<WordMeaning> meanings{{"lamp", "candle"}, {"signal lamp", "torch"}, {"", "x"}, {"boat", ""}};
    CHECK(ExplainedText("The Signal Lamp, lamps and a LAMP on a boat", meanings).text() == "The torch, lamps and a candle on a boat");
    CHECK_FALSE(ExplainedText("lampshade, éclamp", meanings).changed());
    CHECK(ExplainedText("", meanings).text().empty());
}

TEST_CASE("What is said stays as it was written", "[reading]") {
    const std::string prompt = "Tom says, \"The gizmo is mine.\" He holds the gizmo.";
    Names names;
    names.meanings.push_back({"gizmo", "lantern"});
    const auto shot = reader().read(prompt, names);
    REQUIRE(shot.dialogue.size() == 1);
    CHECK(shot.dialogue.front().text == "The gizmo is mine.");
    CHECK(written(prompt, shot.dialogue.front().span) == "The gizmo is mine.");
}
