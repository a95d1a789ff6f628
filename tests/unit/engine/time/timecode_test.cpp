// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/time/timecode.h"

#include <catch2/catch.hpp>

using namespace rushes;
using namespace rushes::time;

TEST_CASE("Frame rates read their spoken names", "[time]") {
    CHECK(FrameRate::parse("23.976").value() == rate23976);
    CHECK(FrameRate::parse("23.98").value() == rate23976);
    CHECK(FrameRate::parse("29.97").value() == rate2997);
    CHECK(FrameRate::parse("59.94").value() == rate5994);
    CHECK(FrameRate::parse("24").value() == rate24);
    CHECK(FrameRate::parse("24.0").value() == rate24);
    CHECK(FrameRate::parse("2400/100").value() == rate24);
    CHECK(FrameRate::parse("24000/1001").value() == rate23976);
    CHECK(FrameRate::parse("12.5").value() == FrameRate{25, 2});
    for (const char* bad : {"", "0", "-24", "abc", "24fps", "1e9", "24/0", "nan", "1000", "inf"}) CHECK_FALSE(FrameRate::parse(bad).has_value());
}

TEST_CASE("Timecode counts drop frames", "[time]") {
    const auto at = [](std::int64_t frames) { return Timecode{frames, rate2997, DropFrame::yes}.text(); };
    CHECK(at(0) == "00:00:00;00");
    CHECK(at(1799) == "00:00:59;29");
    CHECK(at(1800) == "00:01:00;02");
    CHECK(at(17981) == "00:09:59;29");
    CHECK(at(17982) == "00:10:00;00");
    CHECK(at(107892) == "01:00:00;00");
    CHECK(Timecode{3600, rate5994, DropFrame::yes}.text() == "00:01:00;04");
}

TEST_CASE("Every drop-frame label reads back as the frame it names", "[time]") {
    for (const FrameRate rate : {rate2997, rate5994})
        for (std::int64_t frame = 0; frame < 40000; frame += 1) {
            const auto back = Timecode::parse(Timecode{frame, rate, DropFrame::yes}.text(), rate);
            REQUIRE(back.has_value());
            REQUIRE(back->frames == frame);
            REQUIRE(back->drop == DropFrame::yes);
        }
}

TEST_CASE("Non-drop labels read back at every rate, over 24 hours too", "[time]") {
    for (const FrameRate rate : {rate23976, rate24, rate25, rate2997, rate30, rate48, rate50, rate5994, rate60})
        for (const std::int64_t frame : {std::int64_t(0), std::int64_t(1), std::int64_t(86399), std::int64_t(2073600), std::int64_t(30) * 3600 * 60 + 7}) {
            const Timecode code{frame, rate, DropFrame::no};
            const auto back = Timecode::parse(code.text(), rate);
            REQUIRE(back.has_value());
            CHECK(back->frames == frame);
        }
    CHECK(Timecode{24 * 3600 * 30, rate24, DropFrame::no}.text() == "30:00:00:00");
    CHECK(Timecode{-25, rate24, DropFrame::no}.text() == "-00:00:01:01");
    CHECK(Timecode::parse("-00:00:01:01", rate24)->frames == -25);
}

TEST_CASE("Labels that cannot be are refused", "[time]") {
    for (const char* bad : {"", "01:00:00", "01:60:00:00", "01:00:60:00", "01:00:00:24", "a:b:c:d", "01:00:00:00:00", "1:2:3:", "01:00:00;00"})
        CHECK_FALSE(Timecode::parse(bad, rate24).has_value());
    CHECK_FALSE(Timecode::parse("00:01:00;01", rate2997).has_value());
    CHECK(Timecode::parse("00:10:00;01", rate2997).has_value());
    CHECK(Timecode::parse("00:01:00:01", rate2997).has_value());
}

TEST_CASE("A sequence's clock starts where its slate says", "[time]") {
    const Timecode start = Timecode::parse("01:00:00:00", rate24).value();
    CHECK(timecodeAt({36, rate24}, start).text() == "01:00:01:12");
    CHECK(timecodeAt({25, rate25}, start).text() == "01:00:01:00");
}

TEST_CASE("Times compare and add exactly across rates", "[time]") {
    CHECK(RationalTime{24, rate24} == RationalTime{25, rate25});
    CHECK(RationalTime{1001, rate23976} > RationalTime{1001, rate24});
    CHECK((RationalTime{24, rate24} + RationalTime{30, rate30}).value == 48);
    CHECK(RationalTime{1, rate24}.rescaledTo(rate60).value == 3);
    CHECK(RationalTime{-1, rate24}.rescaledTo(rate60).value == -3);
    CHECK(RationalTime{std::int64_t(1) << 52, rate23976}.rescaledTo(rate5994).value == (std::int64_t(1) << 52) * 5 / 2);
    CHECK(fromSeconds(1.5, rate24).value == 36);
}

TEST_CASE("Ranges end before their end", "[time]") {
    const TimeRange range{{10, rate24}, {5, rate24}};
    CHECK(range.contains({10, rate24}));
    CHECK(range.contains({14, rate24}));
    CHECK_FALSE(range.contains({15, rate24}));
    CHECK_FALSE(range.overlaps({{15, rate24}, {1, rate24}}));
    CHECK(range.overlaps({{14, rate24}, {9, rate24}}));
}
