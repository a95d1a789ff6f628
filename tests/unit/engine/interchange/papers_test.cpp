// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/interchange/floor_plan.h"
#include "engine/interchange/shot_list.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rushes::interchange;

namespace {

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++n;
    return n;
}

/// Follows a PDF's cross-reference table to every object, as a reader does.
void checkPdf(const std::string& pdf, std::size_t pages) {
    REQUIRE(pdf.starts_with("%PDF-1.4"));
    REQUIRE(pdf.ends_with("%%EOF\n"));
    const std::size_t start = std::stoul(pdf.substr(pdf.rfind("startxref") + 10));
    REQUIRE(pdf.compare(start, 5, "xref\n") == 0);
    const std::size_t objects = std::stoul(pdf.substr(start + 7));
    const std::size_t table = pdf.find('\n', start + 5) + 1;
    for (std::size_t i = 1; i < objects; ++i) {
        const std::size_t offset = std::stoul(pdf.substr(table + 20 * i, 10));
        REQUIRE(pdf.compare(offset, std::to_string(i).size() + 6, std::to_string(i) + " 0 obj") == 0);
    }
    CHECK(count(pdf, "/Type /Page ") == pages);
    for (std::size_t at = pdf.find("/Length "); at != std::string::npos; at = pdf.find("/Length ", at + 8)) {
        const std::size_t length = std::stoul(pdf.substr(at + 8)), body = pdf.find("stream\n", at) + 7;
        CHECK(pdf.compare(body + length, 9, "endstream") == 0);
    }
}

FloorPlan plan() {
    FloorPlan plan;
    plan.title = "Shot 4C (bar)";
    plan.lens = "35 mm on Super 35";
    plan.outlines = {{{{-2, -1}, {2, -1}, {2, 1}, {-2, 1}}, "table", false, false}, {{{-60, 3}, {60, 3}, {60, 3.2f}, {-60, 3.2f}}, "", true, false}};
    plan.marks = {{"Mara & Tom", {{-1, 2}}, 90, true}, {"<cup>", {{0, 0}}, 0, false}};
    plan.camera = {{{3, -3}, {-0.7f, 0.7f}, 40}, {{2, -2.5f}, {-0.7f, 0.7f}, 40}};
    return plan;
}

} // namespace

TEST_CASE("A floor plan shows marks, camera and scale, and stays on its page", "[interchange]") {
    const Page page = drawFloorPlan(plan());
    const std::string svg = svgOf(page);
    CHECK(svg.find("Mara &amp; Tom") != std::string::npos);
    CHECK(svg.find("&lt;cup&gt;") != std::string::npos);
    CHECK(svg.find(" on A4") != std::string::npos);
    CHECK(count(svg, "<svg ") == 1);
    CHECK(svg.ends_with("</svg>\n"));
    for (const auto& shape : page.shapes())
        for (const auto& point : shape.points) {
            CHECK(point.x >= 0);
            CHECK(point.x <= page.width());
            CHECK(point.y >= 0);
            CHECK(point.y <= page.height());
        }
    checkPdf(pdfOf({page}, "plan"), 1);
}

TEST_CASE("Words in a PDF are escaped and in Windows-1252", "[interchange]") {
    Page page(200, 100);
    page.text({10, 20}, 10, "a (b) \\ é – 日");
    const std::string pdf = pdfOf({page}, "t");
    CHECK(pdf.find("(a \\(b\\) \\\\ \\351 \\226 ?)") != std::string::npos);
    checkPdf(pdf, 1);
}

TEST_CASE("The hull of points is their outline", "[interchange]") {
    const auto hull = convexHull({{0, 0}, {2, 0}, {2, 2}, {0, 2}, {1, 1}, {1, 0}, {0, 0}});
    REQUIRE(hull.size() == 4);
    CHECK(std::find(hull.begin(), hull.end(), glm::vec2(1, 1)) == hull.end());
    CHECK(convexHull({{0, 0}, {1, 0}}).size() == 2);
}

TEST_CASE("A shot list's CSV quotes what needs it", "[interchange]") {
    ShotListRow row;
    row.scene = "4";
    row.shot = "4C";
    row.description = "She says \"No\", and\nleaves";
    const std::string csv = shotListCsv({row});
    CHECK(csv.starts_with("\xEF\xBB\xBFScene,Heading,Shot,"));
    CHECK(csv.find("\"She says \"\"No\"\", and\nleaves\"") != std::string::npos);
    CHECK(count(csv, "\r\n") == 2);
}

TEST_CASE("A long shot list runs over several pages", "[interchange]") {
    std::vector<ShotListRow> rows(120);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].scene = std::to_string(i / 10);
        rows[i].heading = "INT. BAR - NIGHT";
        rows[i].shot = std::to_string(i);
        rows[i].description = std::string("Words that are long enough to be broken into more than one line of the table, as they are in a film, and more of them still.");
    }
    const auto pages = shotListPages(rows, "Film");
    CHECK(pages.size() > 3);
    std::size_t shots = 0;
    for (const auto& page : pages)
        for (const auto& words : page.words()) {
            CHECK(words.at.y < page.height());
            shots += words.bold && words.size < 7.5f && std::isdigit(static_cast<unsigned char>(words.text[0]));
        }
    CHECK(shots == 120);
    checkPdf(pdfOf(pages, "Film"), pages.size());
}

TEST_CASE("Words are broken where they fit, and cut with a mark", "[interchange]") {
    const auto lines = wrapped("one two three four five six seven", 10, 60, 2);
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].ends_with("…"));
    CHECK(textWidth("il", 10) < textWidth("MW", 10));
}
