// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/fountain.h"

#include <catch2/catch.hpp>

using namespace rushes::script;

namespace {

Document read(std::string_view text) {
    auto document = parseFountain(text);
    REQUIRE(document);
    return *document;
}

} // namespace

TEST_CASE("A title page has keys, inline and indented values", "[script]") {
    const Document d = read("Title:\n    _**BRICK & STEEL**_\n\tFULL RETIRED\nCredit: Written by\nDraft date: "
                            "1/20/2012\nContact:\n\tSolvang, CA\n\nINT. A\n");
    REQUIRE(d.titlePage.size() == 4);
    CHECK(d.titlePage[0].values == std::vector<std::string>{"BRICK & STEEL", "FULL RETIRED"});
    CHECK(d.titlePage[0].firstLine == 1);
    CHECK(d.titlePage[0].lastLine == 3);
    CHECK(d.titleValue("TITLE") == "BRICK & STEEL");
    CHECK(d.titleValue("author").empty());
    REQUIRE(d.elements.size() == 1);
    CHECK(d.elements[0].firstLine == 9);
}

TEST_CASE("The page ends at the first line that is none of it", "[script]") {
    const Document d = read("Title: A\nContact:\n    Me\nNot a title entry.\nStill: not.");
    CHECK(d.titlePage.size() == 2);
    REQUIRE(d.elements.size() == 1);
    CHECK(d.elements[0].text == "Not a title entry.\nStill: not.");
}

TEST_CASE("Scripts without a title page lose nothing to one", "[script]") {
    for (const char* text : {"FADE IN:\n\nINT. A", "CUT TO:\n\nINT. A", "INT. BAR: BACK ROOM - DAY\n\nx",
                             "NARRATOR: Once upon a time.\nMARA: Yes.", "He said: go.\n\nINT. A", "> INTO: <\n\nx"}) {
        INFO(text);
        CHECK(read(text).titlePage.empty());
        CHECK_FALSE(read(text).elements.empty());
    }
}

TEST_CASE("Title pages of other languages and editors", "[script]") {
    CHECK(read("Title：映画\nAuthor：匿名\n\nx").titleValue("title") == "映画");
    CHECK(read("Titre: Le Bac\nAuteur: Moi\n\nx").titlePage.size() == 2);
    CHECK(read("Title: T\nContact:\nbeat@beat-app.fi\nwww.beat-app.fi\n\nINT. A").titlePage[1].values.size() == 2);
    CHECK(read("\n\n[[note above]]\n\nTitle: T\n\nINT. A").titleValue("title") == "T");
    const Document late = read("Title: T\nNotes:\n\n    A remark.\n\n===\n\nText");
    CHECK(late.titlePage[1].values.front() == "A remark.");
    CHECK(late.elements.front().type == ElementType::pageBreak);
}

TEST_CASE("A file with nothing but a title page is a document without elements", "[script]") {
    CHECK(read("Title: Nothing yet\n").elements.empty());
}
