// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/paths.h"
#include "engine/script/breakdown.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

using namespace rushes;
using namespace rushes::script;

// Real screenplays that lie beside the repository; without them these cases pass at once.

namespace {

const std::filesystem::path inputs = "../shared/inputs";

std::vector<Element> elements(const std::string& file) {
    auto document = readFountain((inputs / "screenplays" / file).string());
    REQUIRE(document);
    return document->elements;
}

std::size_t count(const std::vector<Element>& list, ElementType type) {
    return static_cast<std::size_t>(
        std::count_if(list.begin(), list.end(), [&](const Element& e) { return e.type == type; }));
}

void checkTypes(const std::vector<Element>& list, ElementType type, const std::vector<std::size_t>& at) {
    for (const std::size_t index : at) {
        INFO(index);
        REQUIRE(index < list.size());
        CHECK(list[index].type == type);
    }
}

struct Row {
    std::string path, facts;
};

std::vector<Row> fountainRows() {
    std::vector<Row> rows;
    std::ifstream manifest(inputs / "MANIFEST.tsv");
    for (std::string line; std::getline(manifest, line);) {
        std::vector<std::string> columns;
        std::stringstream cells(line);
        for (std::string cell; std::getline(cells, cell, '\t');)
            columns.push_back(cell);
        if (columns.size() < 5 || columns[0].rfind("screenplays/", 0) != 0) continue;
        const bool fountain = columns[0].size() > 9 && (columns[0].substr(columns[0].size() - 9) == ".fountain" ||
                                                        columns[0].find("Brick And Steel.txt") != std::string::npos);
        if (fountain) rows.push_back({columns[0], columns[4]});
    }
    return rows;
}

int fact(const std::string& facts, const std::string& what) {
    std::smatch match;
    return std::regex_search(facts, match, std::regex("(\\d+) " + what)) ? std::stoi(match[1]) : -1;
}

} // namespace

TEST_CASE("Every shared screenplay is what the manifest says", "[script]") {
    if (!std::filesystem::exists(inputs)) return;
    const std::vector<Row> rows = fountainRows();
    REQUIRE(rows.size() > 50);
    for (const Row& row : rows) {
        INFO(row.path);
        const auto document = readFountain((inputs / row.path).string());
        REQUIRE(document);
        int hidden = 0; // headings that a boneyard hides are lines of the file all the same
        for (const Element& e : document->elements) {
            if (e.type != ElementType::boneyard) continue;
            std::stringstream lines(e.text);
            for (std::string line; std::getline(lines, line);)
                hidden += std::regex_search(line, std::regex("^(INT|EXT|EST|I/E)[. /]", std::regex::icase)) ? 1 : 0;
        }
        int plain = 0, forced = 0, numbers = 0, duals = 0;
        for (const Element& e : document->elements) {
            plain += e.type == ElementType::sceneHeading && !e.forced ? 1 : 0;
            forced += e.type == ElementType::sceneHeading && e.forced ? 1 : 0;
            numbers += e.sceneNumber.empty() ? 0 : 1;
            duals += e.type == ElementType::character && e.dual ? 1 : 0;
        }
        if (const int lines = fact(row.facts, "lines starting INT");
            lines >= 0 && row.path.find("sample-01") == std::string::npos)
            CHECK(plain + hidden == lines);
        if (const int want = fact(row.facts, "forced headings"); want >= 0) CHECK(forced == want);
        if (const int want = fact(row.facts, "scene numbers"); want >= 0) CHECK(numbers == want);
        if (const int want = fact(row.facts, "dual-dialogue carets"); want >= 0) CHECK(duals == 2 * want);
        if (row.facts.find("NOT utf-8") != std::string::npos) CHECK(document->encoding == Encoding::latin1);
        if (row.facts.find("BOM; CRLF") != std::string::npos) CHECK(document->encoding == Encoding::utf8Bom);
        const Breakdown b = breakDown(*document);
        CHECK(b.scenes.size() >= static_cast<std::size_t>(plain + forced));
        CHECK(b.scenes.size() <= static_cast<std::size_t>(plain + forced + 1));
        CHECK(b.shots.size() >= b.scenes.size());
    }
}

TEST_CASE("The upstream element indexes hold", "[script]") {
    if (!std::filesystem::exists(inputs)) return;
    using T = ElementType;
    const auto brick = elements("nyousefi/Brick And Steel.txt");
    checkTypes(brick, T::sceneHeading, {0, 23, 32, 40, 49, 55});
    checkTypes(brick, T::character, {3, 5, 18, 20, 25});
    checkTypes(brick, T::dialogue, {4, 12, 27});
    checkTypes(brick, T::parenthetical, {11, 26});
    checkTypes(brick, T::transition, {22, 31, 68, 77});
    checkTypes(brick, T::action, {1, 16, 30});
    checkTypes(brick, T::centred, {50, 51});
    CHECK(brick[18].dual);
    CHECK(brick[20].dual);
    checkTypes(elements("nyousefi/CenteredText.fountain"), T::centred, {0, 2, 3});
    checkTypes(elements("nyousefi/CenteredText.fountain"), T::transition, {1});
    checkTypes(elements("nyousefi/Boneyard.fountain"), T::boneyard, {1, 2});
    checkTypes(elements("nyousefi/Indenting.fountain"), T::transition, {0});
    checkTypes(elements("nyousefi/Indenting.fountain"), T::character, {3});
    checkTypes(elements("nyousefi/Indenting.fountain"), T::dialogue, {4});
    checkTypes(elements("nyousefi/MultilineAction.fountain"), T::action, {0, 1, 2});
    checkTypes(elements("nyousefi/Notes.fountain"), T::note, {1});
    checkTypes(elements("nyousefi/PageBreaks.fountain"), T::pageBreak, {1, 3});
    checkTypes(elements("nyousefi/Synopses.fountain"), T::synopsis, {1, 3, 5});
    checkTypes(elements("nyousefi/Transitions.fountain"), T::transition, {0, 1, 2, 3, 5, 6});
    CHECK(elements("nyousefi/Transitions.fountain")[4].type == T::action);
    const auto sections = elements("nyousefi/SectionHeaders.fountain");
    CHECK(count(sections, T::section) == sections.size());
    CHECK(sections[5].depth == 2);
    CHECK(sections[6].depth == 3);
}

TEST_CASE("Twins in other encodings read the same", "[script]") {
    if (!std::filesystem::exists(inputs)) return;
    CHECK(elements("derived/simple.cr-only.fountain") == elements("screenplain/simple.fountain"));
    CHECK(elements("derived/simple.utf16be-bom.fountain") == elements("screenplain/simple.fountain"));
    CHECK(elements("screenplain/utf-8-bom.fountain").size() == elements("screenplain/simple.fountain").size());
    CHECK(count(elements("fountainjs/bigfish.fountain"), ElementType::sceneHeading) ==
          count(elements("screenplain/Big-Fish.fountain"), ElementType::sceneHeading));
}

TEST_CASE("Reported failures of other importers are none here", "[script]") {
    if (!std::filesystem::exists(inputs)) return;
    const auto quarry =
        parseFountain("EXT. QUARRY\n\nPaul and Steve throw rocks at each other.\n\nPAUL\nHere's a fast one!\n\nHe "
                      "throws a rock as hard as he can...\n\n...but misses by a mile.\n\nSTEVE\nMissed me!\n");
    REQUIRE(quarry);
    CHECK(count(quarry->elements, ElementType::sceneHeading) == 1);
    CHECK(count(quarry->elements, ElementType::action) == 3);
    CHECK(count(quarry->elements, ElementType::character) == 2);
    const auto hidden = parseFountain("INT. A PLACE\n\nThis is a first line\n/*this is an adjacent omitted "
                                      "line*/\nThis line is number three and super important.\n");
    CHECK(hidden->elements[1].text == "This is a first line\nThis line is number three and super important.");
    CHECK(parseFountain("INT. SALA / CONSULTÓRIO DE RENILDO - DAY #1#")->elements[0].sceneNumber == "1");
    CHECK(parseFountain("INT. A\nNote: below the heading\n")->elements.size() == 2);
    CHECK_FALSE(readFountain((inputs / "screenplays/storyboarder/multi-scene-empty.fdx").string()));
    CHECK_FALSE(readFountain((inputs / "screenplays/scripttool/sample-01.fadein").string()));
    const auto fdx = readFountain((inputs / "screenplays/wildwinter/TestFDX-FD.fdx").string());
    REQUIRE_FALSE(fdx);
    CHECK(fdx.error().message.find("Final Draft") != std::string::npos);
}

TEST_CASE("A feature breaks down to a feature's length", "[script]") {
    if (!std::filesystem::exists(inputs)) return;
    const auto document = readFountain((inputs / "screenplays/screenplain/Big-Fish.fountain").string());
    REQUIRE(document);
    const Breakdown b = breakDown(*document);
    double seconds = 0;
    std::set<std::string> numbers;
    for (const ScriptShot& shot : b.shots) {
        seconds += shot.seconds;
        numbers.insert(shot.number);
        CHECK(shot.prompt.size() < 700);
        CHECK(shot.prompt.find("CUT TO") == std::string::npos);
    }
    CHECK(numbers.size() == b.shots.size());
    CHECK(seconds / 60 > 90); // the film runs 125 minutes
    CHECK(seconds / 60 < 150);
    const auto named = [&](const char* name) {
        return std::any_of(b.characters.begin(), b.characters.end(),
                           [&](const ScriptCharacter& c) { return c.name == name; });
    };
    CHECK(named("Edward"));
    CHECK(named("Sandra"));
    CHECK_FALSE(named("The"));
    CHECK_FALSE(named("Hiss"));
}
