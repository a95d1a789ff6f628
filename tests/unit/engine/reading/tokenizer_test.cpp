// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/reading/tokenizer.h"

#include "engine/reading/text.h"
#include "engine/reading/utf8.h"

#include "engine/reading/phrase_table.h"

#include <catch2/catch.hpp>

using namespace rushes::reading;

TEST_CASE("Words are cut alike with curly quotes, hyphens and units", "[reading]") {
    CHECK(words("Close-up, 35mm: don’t — the girl's") == Words{"close", "up", ",", "35mm", ":", "don't", ",", "the", "girl", "'s"});
    CHECK(words("“Yes…” 2.8 24fps 90° 35MM") == Words{"\"", "yes", ".", "\"", "2.8", "24fps", "90°", "35mm"});
    CHECK(words("ÉCOLE Łódź") == Words{"école", "łódź"});
    CHECK(words("").empty());
}

TEST_CASE("Spans are bytes of the original, also behind wide letters", "[reading]") {
    const std::string text = "“Él” — кот runs";
    const auto tokens = tokenize(text);
    const auto at = [&](std::size_t i) { return text.substr(tokens[i].span.begin, tokens[i].span.end - tokens[i].span.begin); };
    REQUIRE(tokens.size() == 6);
    CHECK(at(1) == "Él");
    CHECK(tokens[1].capital);
    CHECK(at(4) == "кот");
    CHECK(tokens[4].kind == TokenKind::foreign);
    CHECK(at(5) == "runs");
}

TEST_CASE("Broken bytes become tokens, and end", "[reading]") {
    const auto tokens = tokenize("a \xff\xfe\xc3 b\xe2\x80");
    REQUIRE(tokens.size() == 4);
    CHECK(tokens[1].kind == TokenKind::foreign);
    CHECK(tokens[3].kind == TokenKind::foreign);
    CHECK(decodeUtf8("\xed\xa0\x80", 0).value == 0xFFFD); // a surrogate
    CHECK(decodeUtf8("\xc0\xaf", 0).value == 0xFFFD);     // overlong
}

TEST_CASE("Phrases match whole words", "[reading]") {
    CHECK(hasPhrase("the camera moves in", "moves in"));
    CHECK_FALSE(hasPhrase("the camera moves inside", "moves in"));
    CHECK(hasPhrase("it concludes", "conclud*"));
    CHECK_FALSE(isOneOf("a", "at an"));
}
