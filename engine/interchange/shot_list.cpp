// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/interchange/shot_list.h"

#include <fmt/format.h>

#include <algorithm>

namespace rushes::interchange {
namespace {

struct Column {
    const char* heading;
    std::string ShotListRow::*value;
    float width; ///< points on paper; 0: only in the CSV
};

constexpr Column columns[] = {
    {"Scene", &ShotListRow::scene, 0},          {"Heading", &ShotListRow::heading, 0},   {"Shot", &ShotListRow::shot, 30},
    {"Size", &ShotListRow::size, 62},           {"Angle", &ShotListRow::angle, 38},      {"Move", &ShotListRow::move, 66},
    {"Lens", &ShotListRow::lens, 40},           {"Sensor", &ShotListRow::sensor, 0},     {"Camera height m", &ShotListRow::height, 36},
    {"Distance m", &ShotListRow::distance, 40}, {"Stop", &ShotListRow::stop, 28},        {"Focus m", &ShotListRow::focus, 0},
    {"Cast", &ShotListRow::cast, 78},           {"Props", &ShotListRow::props, 66},      {"What is seen", &ShotListRow::description, 208},
    {"Dialogue", &ShotListRow::dialogue, 0},    {"Seconds", &ShotListRow::seconds, 36},  {"Frames", &ShotListRow::frames, 0},
    {"Notes", &ShotListRow::warnings, 0},
};

std::string csvField(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + "\"";
}

constexpr float width = 842, height = 595, margin = 30, size = 7, step = 8.6f;

/// Rows set one below the other, a new page when one is full.
class Sheet {
public:
    Sheet(const std::vector<ShotListRow>& rows, const std::string& title) : m_rows(rows), m_title(title) {}

    std::vector<Page> run() {
        turnPage();
        std::string scene = "\n";
        for (const auto& row : m_rows) {
            const auto cells = cellsOf(row);
            const float tall = step * float(linesOf(cells)) + 5;
            const bool fresh = row.scene + row.heading != scene;
            if (m_y + tall + (fresh ? 32 : 0) > height - margin) turnPage();
            if (fresh) sceneLine(row);
            scene = row.scene + row.heading;
            putRow(cells, tall);
        }
        for (std::size_t i = 0; i < m_pages.size(); ++i)
            m_pages[i].text({width - margin, height - 14}, 7, fmt::format("{} / {}", i + 1, m_pages.size()), Align::right, {0.4f, 0.4f, 0.4f});
        return std::move(m_pages);
    }

private:
    using Cells = std::vector<std::pair<const Column*, std::vector<std::string>>>;

    static Cells cellsOf(const ShotListRow& row) {
        Cells cells;
        for (const auto& column : columns)
            if (column.width > 0) cells.emplace_back(&column, wrapped(row.*column.value, size, column.width - 5, 7));
        return cells;
    }

    static std::size_t linesOf(const Cells& cells) {
        std::size_t most = 1;
        for (const auto& [column, lines] : cells) most = std::max(most, lines.size());
        return most;
    }

    void turnPage() {
        m_pages.emplace_back(width, height);
        Page& page = m_pages.back();
        page.text({margin, 24}, 12, m_title, Align::left, {0, 0, 0}, true);
        float x = margin;
        for (const auto& column : columns) {
            if (column.width <= 0) continue;
            page.text({x, 42}, size, column.heading == std::string_view("Camera height m") ? "Height" : column.heading == std::string_view("Distance m") ? "Distance" : column.heading, Align::left,
                      {0.3f, 0.3f, 0.3f}, true);
            x += column.width;
        }
        page.line({margin, 46}, {width - margin, 46}, {});
        m_y = 50;
    }

    void sceneLine(const ShotListRow& row) {
        Page& page = m_pages.back();
        page.rectangle({margin, m_y + 2}, {width - margin, m_y + 15}, {{}, glm::vec3(0.85f), 0, 1});
        page.text({margin + 3, m_y + 11.5f}, 8, row.scene.empty() ? row.heading : row.scene + "   " + row.heading, Align::left, {0, 0, 0}, true);
        m_y += 17;
    }

    void putRow(const Cells& cells, float tall) {
        Page& page = m_pages.back();
        float x = margin;
        for (const auto& [column, lines] : cells) {
            float y = m_y + step;
            for (const auto& line : lines) page.text({x, y}, size, line, Align::left, {0, 0, 0}, column->value == &ShotListRow::shot), y += step;
            x += column->width;
        }
        m_y += tall;
        page.line({margin, m_y}, {width - margin, m_y}, {glm::vec3(0.75f), {}, 0.4f});
    }

    const std::vector<ShotListRow>& m_rows;
    const std::string& m_title;
    std::vector<Page> m_pages;
    float m_y = 0;
};

} // namespace

std::string shotListCsv(const std::vector<ShotListRow>& rows) {
    std::string out = "\xEF\xBB\xBF";
    for (const auto& column : columns) out += (&column == columns ? "" : ",") + csvField(column.heading);
    out += "\r\n";
    for (const auto& row : rows) {
        for (const auto& column : columns) out += (&column == columns ? "" : ",") + csvField(row.*column.value);
        out += "\r\n";
    }
    return out;
}

std::vector<Page> shotListPages(const std::vector<ShotListRow>& rows, const std::string& title) { return Sheet(rows, title).run(); }

} // namespace rushes::interchange
