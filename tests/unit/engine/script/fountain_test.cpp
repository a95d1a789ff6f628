// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/fountain.h"

#include <catch2/catch.hpp>

#include <chrono>

using namespace rushes::script;

namespace {

std::vector<Element> read(std::string_view text) {
    auto document = parseFountain(text);
    REQUIRE(document);
    return document->elements;
}

std::vector<ElementType> types(const std::vector<Element>& elements) {
    std::vector<ElementType> out;
    for (const Element& element : elements)
        out.push_back(element.type);
    return out;
}

using T = ElementType;

} // namespace

TEST_CASE("A scene reads as heading, action and speech", "[script]") {
    const auto e = read("INT. BAR - NIGHT\n\nRain on the glass.\nOne lamp.\n\nMARA (O.S.)\n(softly)\nNo "
                        "boats\ntonight.\n\nShe goes.\n");
    REQUIRE(types(e) ==
            std::vector{T::sceneHeading, T::action, T::character, T::parenthetical, T::dialogue, T::action});
    CHECK(e[0].text == "INT. BAR - NIGHT");
    CHECK(e[1].text == "Rain on the glass.\nOne lamp.");
    CHECK(e[1].firstLine == 3);
    CHECK(e[1].lastLine == 4);
    CHECK(e[2].text == "MARA");
    CHECK(e[2].extension == "O.S.");
    CHECK(e[3].text == "softly");
    CHECK(e[4].text == "No boats\ntonight.");
    CHECK(e[4].firstLine == 8);
    CHECK(e[5].firstLine == 11);
}

TEST_CASE("Scene headings are known by their start, in any case", "[script]") {
    for (const char* heading :
         {"INT. A", "ext. a", "EST A", "INT./EXT. A", "INT/EXT A", "I/E. A", "Ext A", "EXT./INT. A", "**INT. A**"}) {
        INFO(heading);
        CHECK(read(heading).front().type == T::sceneHeading);
    }
    for (const char* action : {"INTERIOR MONOLOGUE.", "EXTREME cold.", "Estimates.", "...and then", ". not a heading",
                               "!INT. FORCED ACTION"}) {
        INFO(action);
        CHECK(read(action).front().type == T::action);
    }
    CHECK(read("A line\nINT. NOT A HEADING without an empty line before").size() == 1);
    CHECK(read("INT. A\nThe line below needs no empty line.")[1].type == T::action);
}

TEST_CASE("Scene numbers stand between number signs", "[script]") {
    const auto number = [](std::string_view heading) { return read(heading).front().sceneNumber; };
    CHECK(number("INT. HOUSE - DAY #1#") == "1");
    CHECK(number("INT. HOUSE - DAY #1A#") == "1A");
    CHECK(number("INT. HOUSE - DAY #I-1-A#") == "I-1-A");
    CHECK(number("INT. HOUSE - DAY - FLASHBACK (1944) #110.A#") == "110.A");
    CHECK(number("INT. HOUSE #1 FAN - DAY") == "");
    CHECK(read("INT. HOUSE - DAY #1#").front().text == "INT. HOUSE - DAY");
    CHECK(read(".somewhere #7#").front().text == "somewhere");
}

TEST_CASE("Forced elements", "[script]") {
    CHECK(read(".SNIPER SCOPE POV").front().type == T::sceneHeading);
    CHECK(read(".SNIPER SCOPE POV").front().forced);
    CHECK(read(".WNĘTRZE. DOM - DZIEŃ").front().type == T::sceneHeading);
    const auto shouting = read("!SCREAMS\nand more");
    REQUIRE(shouting.size() == 1);
    CHECK(shouting[0].text == "SCREAMS\nand more");
    const auto cue = read("@McAVOY\nYeah.");
    REQUIRE(types(cue) == std::vector{T::character, T::dialogue});
    CHECK(cue[0].text == "McAVOY");
    CHECK(cue[0].forced);
    CHECK(read("> Burn to White.").front().type == T::transition);
    CHECK(read("~Happy birthday").front().type == T::lyrics);
}

TEST_CASE("Speakers need capitals, an empty line above and text below", "[script]") {
    CHECK(read("BOSS").front().type == T::action);
    CHECK(read("23\nis no name").front().type == T::action);
    CHECK(read("R2D2\nBeep.").front().type == T::character);
    CHECK(read("MARA (on the radio)\nCome in.").front().extension == "on the radio");
    CHECK(read("HARRY (V.O.) (CONT'D)\nHello.").front().extension == "V.O., CONT'D");
    CHECK(read("HARRY (V.O.)(CONT'D)\nHello.").front().text == "HARRY");
    CHECK(read("Text\nMARA\nis in the text").size() == 1);
    CHECK(read("ŁÓDŹ\nHej.").front().type == T::character);
    CHECK(read("ŁódŹ\nHej.").front().type == T::action);
}

TEST_CASE("A speech goes on over a line of two blanks, not over an empty one", "[script]") {
    const auto e = read("DEALER\nSeven.\n  \nHit or stand?\n\nAction.");
    REQUIRE(types(e) == std::vector{T::character, T::dialogue, T::action});
    CHECK(e[1].text == "Seven.\n\nHit or stand?");
}

TEST_CASE("Dual dialogue marks both speeches", "[script]") {
    const auto e = read("STEEL\nNo.\n\nBRICK ^\n(low)\nNo.\n\nMARA\nYes.");
    REQUIRE(e.size() == 7);
    CHECK(e[0].dual);
    CHECK(e[1].dual);
    CHECK(e[2].dual);
    CHECK(e[3].dual);
    CHECK(e[4].dual);
    CHECK(e[2].text == "BRICK");
    CHECK_FALSE(e[5].dual);
}

TEST_CASE("Parentheticals may run over lines", "[script]") {
    const auto e = read("MARA\nThis--\n(waves her hand\nat the TV)\n-- and that.\n");
    REQUIRE(types(e) == std::vector{T::character, T::dialogue, T::parenthetical, T::dialogue});
    CHECK(e[2].text == "waves her hand at the TV");
    CHECK(e[2].firstLine == 3);
    CHECK(e[2].lastLine == 4);
    CHECK(read("MARA\n(never closed\nand on").size() == 2);
}

TEST_CASE("Transitions end in TO: and stand alone", "[script]") {
    CHECK(read("CUT TO:\n\nINT. A").front().type == T::transition);
    CHECK(read("    SMASH CUT TO:").front().type == T::transition);
    CHECK(read("FADE TO BLACK.").front().type == T::transition);
    CHECK(read("CUT TO: ").front().type == T::action);
    CHECK(read("boop TO:").front().type == T::action);
    CHECK(read("CUT TO:\nINT. A").front().type == T::transition);
    CHECK(read("PHOTO:\n\nx").front().type == T::action);
}

TEST_CASE("Centred text, lyrics and page breaks", "[script]") {
    const auto e = read("> THE END <\n>No space<\n\n===\n\nText\n==========\n~ la la\n~ la\nmore");
    REQUIRE(types(e) ==
            std::vector{T::centred, T::centred, T::pageBreak, T::action, T::pageBreak, T::lyrics, T::action});
    CHECK(e[0].text == "THE END");
    CHECK(e[5].text == "la la\nla");
    const auto sung = read("MARA\n~ la la\nspoken");
    CHECK(types(sung) == std::vector{T::character, T::lyrics, T::dialogue});
}

TEST_CASE("Sections have a depth and synopses a sentence", "[script]") {
    const auto e = read("# Act One\n\n## Scene\n= What happens.\n=More.\n#No blank\n");
    REQUIRE(types(e) == std::vector{T::section, T::section, T::synopsis, T::synopsis, T::section});
    CHECK(e[1].depth == 2);
    CHECK(e[1].text == "Scene");
    CHECK(e[3].text == "More.");
}

TEST_CASE("Notes leave the text and follow their paragraph", "[script]") {
    const auto e =
        read("Before [[a note]]after.\n\n[[Two\nlines]]\n\nMore [[with\n  \na gap]] text.\n\nNot [[a note\n\nat all]]");
    REQUIRE(types(e) == std::vector{T::action, T::note, T::note, T::action, T::note, T::action, T::action});
    CHECK(e[0].text == "Before after.");
    CHECK(e[1].text == "a note");
    CHECK(e[2].text == "Two\nlines");
    CHECK(e[3].text == "More text.");
    CHECK(e[3].lastLine == 8);
    CHECK(e[5].firstLine == 10);
    CHECK(parseFountain("Not [[a note\n\nat all]]")->warnings.front().line == 1);
    CHECK(read("INT. BEACH - NIGHT [[RED]]").front().text == "INT. BEACH - NIGHT");
    CHECK(types(read("MARA\n[[how?]]\nHello.")) ==
          std::vector{T::character, T::note, T::dialogue}); // the note stands where it stands
}

TEST_CASE("The boneyard hides anything, nested too", "[script]") {
    CHECK(types(read("CUT TO:\n/*\nINT. GONE\n\nMARA\nGone.\n*/\nEXT. HERE - DAY\n")) ==
          std::vector{T::transition, T::boneyard, T::sceneHeading});
    CHECK(read("One /* two */three.").front().text == "One three.");
    CHECK(read("A /* x /* y */ z */ B").front().text == "A B");
    const auto joined = read("First\n/* gone */\nSecond");
    CHECK(joined.front().text == "First\nSecond");
    auto open = parseFountain("Text /* never closed\n\nMore");
    REQUIRE(open);
    CHECK(open->elements.size() == 2);
    CHECK(open->warnings.front().text.find("never closed") != std::string::npos);
}

TEST_CASE("Action keeps its indentation, everything else loses it", "[script]") {
    CHECK(read("    Scott --\n    Palace Hotel").front().text == "    Scott --\n    Palace Hotel");
    const auto e = read("\t\tCUT TO:\n\n\t\tMARA\n\t(low)\n  Hello.");
    REQUIRE(types(e) == std::vector{T::transition, T::character, T::parenthetical, T::dialogue});
    CHECK(e[3].text == "Hello.");
}

TEST_CASE("Ten megabytes and hostile lines are read in linear time", "[script]") {
    const auto seconds = [](const std::string& text) {
        const auto start = std::chrono::steady_clock::now();
        REQUIRE(parseFountain(text));
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    const auto repeat = [](std::string_view piece, std::size_t bytes) {
        std::string out;
        while (out.size() < bytes)
            out += piece;
        return out;
    };
    // Time squared would take minutes here; the bound only has to tell the two apart on a busy machine.
    const std::size_t size = 2u << 20;
    for (const std::string_view piece : {"a", "A", "*a ", "_a_ ", "[[", "[[\n", "/*", "*/", "(", "(\n", "A\nb\n\n", "=",
                                         "~\n", "> ", "[[x]]\n", "'", "\n#", "M (", "  \n."}) {
        INFO(piece);
        CHECK(seconds(repeat(piece, size)) < 10.0);
    }
    CHECK(seconds(repeat("INT. BAR - NIGHT\n\nRain on the *glass*.\n\nMARA\n(low)\nNo boats tonight.\n\n", 10u << 20)) <
          10.0);
}
