// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/text_decoding.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <cstdio>
#include <fstream>

using namespace rushes;
using namespace rushes::script;

namespace {

constexpr std::string_view plain = "INT. CAFÉ - DAY\n\nMARA\nÀ demain… 🎬\n";

std::string utf16(std::string_view ascii, bool big) {
    std::string out = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : ascii) {
        if (big) out += '\0';
        out += c;
        if (!big) out += '\0';
    }
    return out;
}

std::string refusal(std::string_view bytes) {
    const auto document = parseFountain(bytes, "film.fountain");
    REQUIRE_FALSE(document);
    CHECK(document.error().category == ErrorCategory::badInput);
    CHECK_FALSE(document.error().hint.empty());
    CHECK(document.error().message.find("film.fountain") == 0);
    return document.error().message;
}

} // namespace

TEST_CASE("Every line end and encoding gives the same elements", "[script]") {
    const auto expected = parseFountain(plain);
    REQUIRE(expected);
    std::string crlf, cr;
    for (const char c : plain) {
        crlf += c == '\n' ? "\r\n" : std::string(1, c);
        cr += c == '\n' ? '\r' : c;
    }
    CHECK(parseFountain(crlf)->elements == expected->elements);
    CHECK(parseFountain(cr)->elements == expected->elements);
    const auto bom = parseFountain("\xEF\xBB\xBF" + std::string(plain));
    CHECK(bom->elements == expected->elements);
    CHECK(bom->encoding == Encoding::utf8Bom);
    const std::string_view ascii = "INT. BAR - DAY\r\n\r\nMARA\r\nYes.\r\n";
    const auto narrow = parseFountain(ascii);
    for (const bool big : {true, false}) {
        const auto wide = parseFountain(utf16(ascii, big));
        REQUIRE(wide);
        CHECK(wide->elements == narrow->elements);
        CHECK(wide->encoding == (big ? Encoding::utf16be : Encoding::utf16le));
    }
}

TEST_CASE("UTF-16 reads surrogate pairs and survives broken ones", "[script]") {
    const std::string pair("\xFE\xFF\xD8\x3C\xDF\xAC", 6), lone("\xFE\xFF\xD8\x3C\x00\x61", 6),
        odd("\xFE\xFF\x00\x61\x00", 5);
    CHECK(decodeText(pair, "x")->utf8 == "🎬");
    CHECK(decodeText(lone, "x")->utf8 == "\uFFFDa");
    const auto cut = decodeText(odd, "x");
    CHECK(cut->utf8 == "a");
    CHECK(cut->warnings.size() == 1);
}

TEST_CASE("Latin-1 is read with a warning that names the line", "[script]") {
    const auto text = decodeText("one\ntwo \xE9 \x93quoted\x94\n", "x");
    REQUIRE(text);
    CHECK(text->encoding == Encoding::latin1);
    CHECK(text->utf8 == "one\ntwo é \u201Cquoted\u201D\n");
    REQUIRE(text->warnings.size() == 1);
    CHECK(text->warnings[0].line == 2);
}

TEST_CASE("One broken byte in UTF-8 does not turn the rest into Latin-1", "[script]") {
    const auto text = decodeText("é è à \xE9 ok", "x");
    REQUIRE(text);
    CHECK(text->encoding == Encoding::utf8);
    CHECK(text->utf8 == "é è à \uFFFD ok");
    CHECK(text->warnings.size() == 1);
}

TEST_CASE("What is no screenplay text is refused with the line and what to do", "[script]") {
    CHECK(refusal("").find("empty") != std::string::npos);
    CHECK(refusal("\n \t\r\n").find("empty") != std::string::npos);
    CHECK(refusal(std::string("ab\ncd\0ef", 8)).find("line 2") != std::string::npos);
    CHECK(refusal("%PDF-1.7\nx").find("PDF") != std::string::npos);
    CHECK(refusal(std::string("PK\x03\x04zip", 7)).find("zip") != std::string::npos);
    CHECK(refusal("<?xml version=\"1.0\"?>\n<FinalDraft/>").find("XML") != std::string::npos);
    CHECK(refusal("\xEF\xBB\xBF<FinalDraft>").find("XML") != std::string::npos);
    CHECK(refusal("a\x01\x02\x03\x04\x05").find("binary") != std::string::npos);
    CHECK(refusal(utf16(std::string_view("a\0b", 3), true)).find("zero") != std::string::npos);
}

TEST_CASE("A script above 32 MB is refused at once", "[script]") {
    const std::string big(50u << 20, 'a');
    const auto start = std::chrono::steady_clock::now();
    CHECK(refusal(big).find("50 MB") != std::string::npos);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::milliseconds(200));
}

TEST_CASE("A file is refused by its size before it is read, and a missing one by name", "[script]") {
    const std::string path = "script_size_test.tmp";
    {
        std::ofstream file(path, std::ios::binary);
        file.seekp(static_cast<std::streamoff>(maxScriptBytes) + 10);
        file.put('x');
    }
    const auto big = readFountain(path);
    std::remove(path.c_str());
    REQUIRE_FALSE(big);
    CHECK(big.error().category == ErrorCategory::badInput);
    CHECK(big.error().message.find(path) != std::string::npos);
    const auto missing = readFountain("no_such_script.fountain");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message.find("no_such_script.fountain") != std::string::npos);
}
