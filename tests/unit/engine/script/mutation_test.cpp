// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/breakdown.h"

#include <catch2/catch.hpp>

#include <array>

using namespace rushes;
using namespace rushes::script;

namespace {

/// SplitMix64: the same numbers on every machine.
struct Random {
    std::uint64_t state;
    std::uint64_t next() {
        std::uint64_t z = (state += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t n) { return n == 0 ? 0 : next() % n; }
};

constexpr std::string_view seedScript =
    "Title: Test\n\nINT. BAR - NIGHT #1#\n\n= Synopsis.\n\nMARA, 30s, a *clerk* in a _red_ coat, waits. "
    "[[why?]]\n\nMARA (V.O.)\n(low)\nNo boats -- none.\n\n"
    "JON ^\nWhat?\n\nCLOSE ON the letter. We PUSH IN on Mara's hand... 35mm.\n\n> CUT TO:\n\n/* gone */\n\n.MARA'S "
    "POV\n\n~ la la\n\n> THE END <\n\n===\n\n"
    "EXT. HARBOUR / QUAY - DAWN (RAIN)\n\nThey walk. He looks at her. A beat.\n\nALL\n“Ça va?” 日本語。\n";

std::string mutated(Random& random) {
    static constexpr std::array<std::string_view, 26> pieces{
        "[[", "]]", "/*", "*/", "***", "_", "\\",    "#",       "\n\n", "\n",       "\t",  "  \n",    "(",
        ")",  "^",  "@",  ".",  "> ",  "<", "INT. ", "CUT TO:", "\xE9", "\xF0\x9F", "POV", "\u2019s", "we "};
    std::string text(seedScript);
    for (std::size_t edits = 1 + random.below(12); edits > 0; --edits) {
        const std::size_t at = random.below(text.size());
        switch (random.below(5)) {
        case 0:
            text.erase(at, random.below(40));
            break;
        case 1:
            text.insert(at, pieces[random.below(pieces.size())]);
            break;
        case 2:
            text.insert(at, text.substr(random.below(text.size()), random.below(60)));
            break;
        case 3:
            text[at] = static_cast<char>(random.below(256));
            break;
        default:
            text.resize(at + 1);
            break;
        }
        if (text.empty()) text = "x";
    }
    return text;
}

void checkDocument(const Document& document) {
    for (const Element& element : document.elements) {
        REQUIRE(element.firstLine >= 1);
        REQUIRE(element.lastLine >= element.firstLine);
        std::size_t at = 0;
        for (const EmphasisSpan& span : element.emphasis) {
            REQUIRE(span.begin >= at);
            REQUIRE(span.end > span.begin);
            REQUIRE(span.end <= element.text.size());
            at = span.end;
        }
    }
}

void checkBreakdown(const Breakdown& breakdown) {
    std::vector<std::size_t> perScene(breakdown.scenes.size(), 0);
    for (const ScriptShot& shot : breakdown.shots) {
        REQUIRE(shot.scene < breakdown.scenes.size());
        ++perScene[shot.scene];
        REQUIRE_FALSE(shot.prompt.empty());
        REQUIRE(shot.seconds >= 1.0);
        REQUIRE(shot.seconds < 40.0);
        REQUIRE(shot.firstLine >= 1);
        REQUIRE(shot.lastLine >= shot.firstLine);
    }
    for (const std::size_t count : perScene)
        REQUIRE(count > 0);
}

} // namespace

TEST_CASE("Three thousand damaged scripts are read or refused, never crash", "[script]") {
    Random random{20260927};
    int readable = 0;
    for (int round = 0; round < 3000; ++round) {
        const std::string text = mutated(random);
        const auto document = parseFountain(text);
        if (!document) {
            CHECK(document.error().category == ErrorCategory::badInput);
            continue;
        }
        ++readable;
        checkDocument(*document);
        checkBreakdown(breakDown(*document));
    }
    CHECK(readable > 1500);
}
