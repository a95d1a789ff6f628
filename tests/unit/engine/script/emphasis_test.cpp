// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/emphasis.h"

#include <catch2/catch.hpp>

using namespace rushes::script;

namespace {

/// The text with each run in brackets and its kinds in front: "[bi:text]".
std::string marked(std::string_view raw) {
    const EmphasizedText read = readEmphasis(raw);
    std::string out;
    std::size_t at = 0;
    for (const EmphasisSpan& span : read.spans) {
        out += read.text.substr(at, span.begin - at) + "[" + (span.bold ? "b" : "") + (span.italic ? "i" : "") +
               (span.underline ? "u" : "") + ":" + read.text.substr(span.begin, span.end - span.begin) + "]";
        at = span.end;
    }
    return out + read.text.substr(at);
}

} // namespace

TEST_CASE("Emphasis signs become runs", "[script]") {
    CHECK(marked("*italic* **bold** ***both*** _under_") == "[i:italic] [b:bold] [bi:both] [u:under]");
    CHECK(marked("_*both*_ _**three kinds*** no_") == "[iu:both] [bu:three kinds][u:* no]");
    CHECK(marked("**a *b* c**") == "[b:a ][bi:b][b: c]");
    CHECK(marked("_long **nested** text_") == "[u:long ][bu:nested][u: text]");
    CHECK(marked("***a** b*") == "[bi:a][i: b]");
    CHECK(marked("un**believ**able") == "un[b:believ]able");
}

TEST_CASE("Signs with blanks on the wrong side stay in the text", "[script]") {
    CHECK(marked("He dialed *69 and then *23, and then hung up.") == "He dialed *69 and then *23, and then hung up.");
    CHECK(marked("He dialed *69 and then 23*.") == "He dialed [i:69 and then 23].");
    CHECK(marked("2 * 3 * 4") == "2 * 3 * 4");
    CHECK(marked("a lone * and _ and ****") == "a lone * and _ and ****");
    CHECK(marked("file_name_here") == "file_name_here");
}

TEST_CASE("Escapes are the signs themselves", "[script]") {
    CHECK(marked("What the f\\*ck! Escape\\_escape\\*escape") == "What the f*ck! Escape_escape*escape");
    CHECK(marked("C:\\path") == "C:\\path");
    CHECK(marked("*a\\*b*") == "[i:a*b]");
    CHECK(marked("end\\") == "end\\");
}

TEST_CASE("Emphasis does not cross a line", "[script]") {
    CHECK(marked("*a\nb*") == "*a\nb*");
    CHECK(marked("*a*\n*b*") == "[i:a]\n[i:b]");
}
