// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/title_page.h"

#include "engine/script/emphasis.h"
#include "engine/script/letters.h"
#include "engine/script/line_forms.h"

#include <algorithm>
#include <array>

namespace rushes::script {

namespace {

constexpr std::array<std::string_view, 22> knownKeys{
    "title",         "credit",  "author",    "authors",    "source",   "notes",       "draft date", "draft",
    "date",          "contact", "copyright", "revision",   "format",   "font",        "language",   "episode",
    "episode title", "series",  "watermark", "written by", "subtitle", "contact info"};

struct KeyLine {
    std::string_view key;
    std::string_view value;
};

bool isIndented(std::string_view line) { return !line.empty() && (line.front() == '\t' || line.substr(0, 3) == "   "); }

/// "Key: value" with an ASCII or a full-width colon; an empty key when the line is none.
KeyLine splitKey(std::string_view line) {
    static constexpr std::string_view wideColon = "\uFF1A";
    const std::size_t narrow = line.find(':'), wide = line.find(wideColon);
    const std::size_t at = std::min(narrow, wide);
    if (at == std::string_view::npos || at == 0 || at > 40 || isBlankChar(line.front())) return {};
    const std::string_view key = trimmed(line.substr(0, at));
    const std::string_view value = line.substr(at + (at == wide ? wideColon.size() : 1));
    if (value.substr(0, 2) == "//" || key.find_first_of("@.!>#=~*_\"") != std::string_view::npos ||
        looksLikeHeading(line))
        return {};
    return {key, trimmed(value)};
}

bool isKnown(std::string_view key) {
    return std::any_of(knownKeys.begin(), knownKeys.end(),
                       [&](std::string_view known) { return equalsNoCase(known, key); });
}

/// The lines up to the first blank one, and one more indented paragraph below a key that has no value yet.
class TitlePageReader {
public:
    TitlePageReader(std::span<const LogicalLine> lines, std::vector<TitleEntry>& entries)
        : m_lines(lines), m_entries(entries) {}

    std::size_t read() {
        std::size_t i = 0;
        for (; i < m_lines.size(); ++i) {
            const LogicalLine& line = m_lines[i];
            if (line.cutOnly) continue;
            if (line.blank() ? !valueFollows(i) : !take(line)) break;
        }
        return i;
    }

private:
    bool valueFollows(std::size_t blank) const {
        if (m_entries.empty() || !m_entries.back().values.empty() || blank + 1 >= m_lines.size()) return false;
        const std::string_view next = m_lines[blank + 1].text;
        return isIndented(next) && !isAllCaps(next) && !looksLikeHeading(trimmed(next)) &&
               splitKey(trimmed(next)).key.empty();
    }

    bool take(const LogicalLine& line) {
        const bool indented = isIndented(line.text);
        const KeyLine key = indented ? KeyLine{} : splitKey(line.text);
        if (!key.key.empty()) {
            m_entries.push_back({std::string(key.key), {}, line.firstLine, line.lastLine});
            m_indentedValues = false;
            m_inlineValue = !key.value.empty();
            if (m_inlineValue) addValue(key.value, line);
            return true;
        }
        if (m_entries.empty() || (!indented && (m_indentedValues || m_inlineValue))) return false;
        m_indentedValues = indented;
        addValue(trimmed(line.text), line);
        return true;
    }

    void addValue(std::string_view value, const LogicalLine& line) {
        m_entries.back().values.push_back(readEmphasis(value).text);
        m_entries.back().lastLine = line.lastLine;
    }

    std::span<const LogicalLine> m_lines;
    std::vector<TitleEntry>& m_entries;
    bool m_indentedValues = false;
    bool m_inlineValue = false;
};

/// Without a known key: at least two keys with values, none of them in capitals as a speaker's name or a transition
/// would be.
bool isForeignTitlePage(const std::vector<TitleEntry>& entries) {
    return entries.size() >= 2 && std::none_of(entries.begin(), entries.end(), [](const TitleEntry& e) {
               return isAllCaps(e.key) || e.values.empty();
           });
}

} // namespace

std::size_t readTitlePage(std::span<const LogicalLine> lines, std::vector<TitleEntry>& entries) {
    std::size_t start = 0;
    while (start < lines.size() && lines[start].blank())
        ++start;
    std::vector<TitleEntry> found;
    const std::size_t taken = TitlePageReader(lines.subspan(start), found).read();
    const bool known = std::any_of(found.begin(), found.end(), [](const TitleEntry& e) { return isKnown(e.key); });
    const bool ends = start + taken >= lines.size() || lines[start + taken].blank();
    if (found.empty() || (!known && !(ends && isForeignTitlePage(found)))) return 0;
    entries = std::move(found);
    return start + taken;
}

} // namespace rushes::script
