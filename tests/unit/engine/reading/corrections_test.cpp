// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/corrected_reading.h"
#include "engine/reading/text.h"
#include "tests/unit/engine/reading/support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rushes::reading;

namespace {

ShotDescription readWith(std::string_view prompt, std::vector<Correction> corrections, Names names = filmNames()) {
    names.corrections = std::move(corrections);
    return reader().read(prompt, names);
}

const Subject* named(const ShotDescription& shot, std::string_view name) {
    const auto found = std::find_if(shot.subjects.begin(), shot.subjects.end(), [&](const Subject& s) { return lowerAscii(s.name) == lowerAscii(name); });
    return found == shot.subjects.end() ? nullptr : &*found;
}

std::string written(std::string_view prompt, const Span& span) { return std::string(prompt.substr(span.begin, span.end - span.begin)); }

} // namespace

TEST_CASE("Corrections are kept in a shot's settings beside all else", "[reading]") {
    const std::string plain = R"({"look":"clay","meanings":{"semaphore":"signal lamp"}})";
    const Correction he{CorrectionKind::who, "he", "Mara", 2}, yard{CorrectionKind::place, "yard", "harbour"}, banks{CorrectionKind::action, "banks", "turn around"};
    std::string settings = plain;
    for (const auto& one : {he, yard, banks}) settings = withCorrection(settings, one);
    CHECK(settings.find("\"look\":\"clay\"") != std::string::npos);
    const auto kept = correctionsOf(settings);
    REQUIRE(kept.size() == 4);
    CHECK(kept[0] == Correction{CorrectionKind::meaning, "semaphore", "signal lamp"});
    CHECK(std::find(kept.begin(), kept.end(), he) != kept.end());
    settings = withCorrection(settings, {CorrectionKind::who, "He", "Kit", 2}); // letters in any case: the same words
    CHECK(correctionsOf(settings).size() == 4);
    for (const auto& one : {he, yard, banks}) settings = withoutCorrection(settings, one);
    CHECK(settings == plain);
    CHECK(withoutCorrection(settings, he) == plain);
}

TEST_CASE("Settings that cannot be read correct nothing", "[reading]") {
    for (const char* settings : {"", "{", "[]", "7", R"({"who":{"he":"Mara"},"action":[7,{"words":"x"}],"meanings":[1],"place":[{"words":3,"is":"x"}]})"})
        CHECK(correctionsOf(settings).empty());
    CHECK(correctionsOf(withCorrection("{", {CorrectionKind::action, "banks", "turn"})).size() == 1);
}

TEST_CASE("A pronoun is whom the director says, there or everywhere", "[reading]") {
    const std::string prompt = "Kit and Old Tom stand in the harbour. He waves. He laughs.";
    const auto shot = readWith(prompt, {{CorrectionKind::who, "he", "Old Tom", 2}});
    const auto *kit = named(shot, "Kit"), *tom = named(shot, "Old Tom");
    REQUIRE(kit);
    REQUIRE(tom);
    const auto who = [&](const char* verb) {
        for (const auto& action : shot.actions)
            if (action.verb == verb) return action.subject;
        return std::string("nobody");
    };
    CHECK(who("laugh") == tom->id);
    REQUIRE(shot.corrected.size() == 1);
    CHECK(shot.corrected[0].is == "Old Tom");
    CHECK(shot.corrected[0].span.begin == prompt.rfind("He"));
    CHECK(shot.toJson().find("\"corrected\"") != std::string::npos);
    CHECK(reader().read(prompt, filmNames()).toJson().find("\"corrected\"") == std::string::npos);
}

TEST_CASE("A phrase is a character, with its article, and what is theirs stays theirs", "[reading]") {
    const std::string prompt = "The stranger opens the door. Her hands shake. \"He is late,\" she says.";
    const auto shot = readWith(prompt, {{CorrectionKind::who, "stranger", "Mara"}, {CorrectionKind::who, "her", "Mara"}, {CorrectionKind::who, "he", "Kit"}});
    const auto* mara = named(shot, "Mara");
    REQUIRE(mara);
    CHECK(written(prompt, mara->span) == "The stranger");
    CHECK(std::none_of(shot.subjects.begin(), shot.subjects.end(), [](const Subject& s) { return s.noun == "stranger"; }));
    CHECK(std::all_of(shot.actions.begin(), shot.actions.end(), [&](const Action& a) { return a.subject == mara->id; }));
    CHECK_FALSE(named(shot, "Kit")); // what is said in quotes is said, not corrected
}

TEST_CASE("Who is not in the film yet is a character all the same", "[reading]") {
    const auto shot = readWith("A woman runs.", {{CorrectionKind::who, "a woman", "ZELDA"}}, {});
    REQUIRE(shot.subjects.size() == 1);
    CHECK(shot.subjects[0].name == "ZELDA");
}

TEST_CASE("The place is where the director says", "[reading]") {
    const auto lit = readWith("Mara waits by the yard.", {{CorrectionKind::place, "yard", "a harbour"}});
    REQUIRE(lit.place);
    CHECK(lit.place->byHand);
    CHECK(lit.place->kind == reader().read("Mara waits in the harbour.").place->kind);
    const auto whole = readWith("Mara waits in the kitchen.", {{CorrectionKind::place, "", "forest"}});
    REQUIRE(whole.place);
    CHECK(whole.place->kind == "forest");
    REQUIRE(whole.corrected.size() == 1);
    CHECK(whole.corrected[0].was == "kitchen");
    const auto kept = readWith("Mara waits in the kitchen.", {{CorrectionKind::place, "kitchen", "nowhere at all"}});
    CHECK(kept.place->kind == "kitchen"); // no place that anyone knows
}

TEST_CASE("An action is the one of the list, also where no action was read", "[reading]") {
    const std::string prompt = "Mara banks the fire, then Kit kippers a herring.";
    const auto shot = readWith(prompt, {{CorrectionKind::action, "banks", "turn around"}, {CorrectionKind::action, "kippers", "play the piano"}});
    const auto* mara = named(shot, "Mara");
    const auto* kit = named(shot, "Kit");
    REQUIRE(mara);
    REQUIRE(kit);
    const auto has = [&](const std::string& who, const char* verb, const char* motion) {
        return std::any_of(shot.actions.begin(), shot.actions.end(), [&](const Action& a) { return a.subject == who && a.verb == verb && a.motion == motion; });
    };
    CHECK(has(mara->id, "turn", "turn"));
    CHECK(has(kit->id, "play", "play_instrument"));
    CHECK(shot.corrected.size() == 2);
}

TEST_CASE("A correction waits while its words are away, and holds again", "[reading]") {
    const std::vector<Correction> corrections{{CorrectionKind::action, "waves", "salute"}};
    CHECK(readWith("Mara waves.", corrections).actions.at(0).verb == "salute");
    CHECK(readWith("Mara walks.", corrections).corrected.empty());
    CHECK(readWith("At night, on the quay, Mara waves to Kit.", corrections).actions.at(0).verb == "salute");
    CHECK(readWith("Mara sees the waveshop.", {{CorrectionKind::action, "wave", "salute"}}).corrected.empty()); // whole words
}

TEST_CASE("What can be corrected is listed with its bytes, and made into a correction", "[reading]") {
    const std::string prompt = "Kit meets Old Tom in the harbour. He waves.";
    Names names = filmNames();
    const auto list = corrigibles(prompt, names, reader().read(prompt, names));
    const auto find = [&](CorrectionKind kind, std::string_view words) {
        const auto found = std::find_if(list.begin(), list.end(), [&](const Corrigible& c) { return c.kind == kind && c.words == words; });
        return found == list.end() ? nullptr : &*found;
    };
    REQUIRE(find(CorrectionKind::who, "He"));
    CHECK(find(CorrectionKind::who, "Old Tom"));
    CHECK(find(CorrectionKind::action, "waves"));
    CHECK(std::count_if(list.begin(), list.end(), [](const Corrigible& c) { return c.kind == CorrectionKind::place; }) == 1);
    for (const auto& one : list) CHECK(written(prompt, one.span) == one.words);
    names.corrections = {correctionOf(*find(CorrectionKind::who, "He"), "Old Tom")};
    const auto again = corrigibles(prompt, names, reader().read(prompt, names));
    const auto he = std::find_if(again.begin(), again.end(), [](const Corrigible& c) { return c.words == "He"; });
    REQUIRE(he != again.end());
    CHECK(he->byHand);
    CHECK(he->readAs == "Old Tom");
    CHECK(reader().choices(CorrectionKind::action).size() > 500);
    CHECK(reader().choices(CorrectionKind::place).size() > 50);
    CHECK(reader().choices(CorrectionKind::who).empty());
}
