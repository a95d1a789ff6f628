// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/logical_lines.h"

#include "engine/script/letters.h"

#include <algorithm>

namespace rushes::script {

bool LogicalLine::blank() const {
    return std::all_of(text.begin(), text.end(), [](char c) { return isBlankChar(c); });
}

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// Answers rising offsets with line numbers, in one pass over the text.
class LineCounter {
public:
    explicit LineCounter(std::string_view text) : m_text(text) {}
    int at(std::size_t offset) {
        for (; m_at < offset; ++m_at)
            if (m_text[m_at] == '\n') ++m_line;
        return m_line;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
};

struct Bracket {
    std::size_t at = 0;
    bool opens = false;
    std::size_t twin = npos;
};

/// The /* and */ of the text, each opening with the closing that balances it; an opening that never balances takes the
/// next closing there is.
std::vector<Bracket> boneyardBrackets(std::string_view text) {
    std::vector<Bracket> brackets;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const bool opens = text[i] == '/' && text[i + 1] == '*', closes = text[i] == '*' && text[i + 1] == '/';
        if (!opens && !closes) continue;
        if (opens) {
            open.push_back(brackets.size());
        } else if (!open.empty()) {
            brackets[open.back()].twin = i;
            open.pop_back();
        }
        brackets.push_back({i, opens, npos});
        ++i;
    }
    std::size_t nextClosing = npos;
    for (auto bracket = brackets.rbegin(); bracket != brackets.rend(); ++bracket) {
        if (!bracket->opens) nextClosing = bracket->at;
        if (bracket->opens && bracket->twin == npos) bracket->twin = nextClosing;
    }
    return brackets;
}

Cut makeCut(ElementType type, std::string_view text, std::size_t begin, std::size_t end) {
    return {type,
            trimmed(text.substr(begin + 2, end - begin - 4)),
            static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(end),
            1,
            1};
}

/// Where the note that opens at `at` closes, or npos when an empty line (not even two blanks in it) or the end comes
/// first. `hopelessUntil` is how far a search without success went, so that many openings do not search the same text
/// again.
std::size_t noteEnd(std::string_view text, std::size_t at, std::size_t& hopelessUntil) {
    if (at < hopelessUntil) return npos;
    for (std::size_t i = at + 2; i < text.size(); ++i) {
        if (text[i] == ']' && i + 1 < text.size() && text[i + 1] == ']') return i + 2;
        if (text[i] != '\n') continue;
        std::size_t next = i + 1;
        while (next < text.size() && isBlankChar(text[next]))
            ++next;
        if (next < text.size() && text[next] == '\n' && next - i - 1 < 2) {
            hopelessUntil = next;
            return npos;
        }
    }
    hopelessUntil = text.size();
    return npos;
}

void findCuts(std::string_view text, LogicalText& out) {
    const std::vector<Bracket> boneyards = boneyardBrackets(text);
    std::vector<std::pair<std::size_t, const char*>> unclosed;
    std::size_t bracket = 0, hopeless = 0;
    for (std::size_t i = 0; i < text.size();) {
        i = text.find_first_of("/[", i);
        if (i == npos) break;
        if (text.substr(i, 2) == "[[") {
            if (const std::size_t end = noteEnd(text, i, hopeless); end != npos) {
                out.cuts.push_back(makeCut(ElementType::note, text, i, end));
                i = end;
                continue;
            }
            unclosed.emplace_back(i, "a note [[ is not closed before the next empty line; it is read as text");
            i += 2;
            continue;
        }
        while (bracket < boneyards.size() && boneyards[bracket].at < i)
            ++bracket;
        if (bracket < boneyards.size() && boneyards[bracket].at == i && boneyards[bracket].opens) {
            if (const std::size_t twin = boneyards[bracket].twin; twin != npos) {
                out.cuts.push_back(makeCut(ElementType::boneyard, text, i, twin + 2));
                i = twin + 2;
                continue;
            }
            unclosed.emplace_back(i, "a boneyard /* is never closed by */; it is read as text");
        }
        ++i;
    }
    LineCounter lines(text);
    for (Cut& cut : out.cuts) {
        cut.firstLine = lines.at(cut.begin);
        cut.lastLine = lines.at(cut.end);
    }
    LineCounter warningLines(text);
    for (std::size_t i = 0; i < unclosed.size() && i < 20; ++i)
        out.warnings.push_back({warningLines.at(unclosed[i].first), unclosed[i].second});
}

/// The line from `begin` to `end` less the cuts [first, last).
std::string joinAround(std::string_view text, std::size_t begin, std::size_t end, const Cut* first, const Cut* last) {
    std::string out;
    for (const Cut* cut = first; cut != last; ++cut) {
        out += text.substr(begin, cut->begin - begin);
        begin = cut->end;
        const bool blankBefore = out.empty() || isBlankChar(out.back()); // so that "an [[old]] boat" has one blank
        if (!out.empty() && blankBefore && begin < end && isBlankChar(text[begin])) ++begin;
    }
    return out += text.substr(begin, end - begin);
}

} // namespace

LogicalText splitLines(std::string_view text) {
    LogicalText out;
    findCuts(text, out);
    std::size_t cut = 0, begin = 0;
    int line = 1;
    while (begin < text.size()) {
        const std::size_t firstCut = cut;
        const int firstLine = line;
        std::size_t end = text.find('\n', begin);
        if (end == npos) end = text.size();
        while (cut < out.cuts.size() && out.cuts[cut].begin < end) {
            line = out.cuts[cut].lastLine;
            const std::size_t cutEnd = out.cuts[cut++].end;
            if (cutEnd <= end) continue;
            end = text.find('\n', cutEnd);
            if (end == npos) end = text.size();
        }
        LogicalLine now{text.substr(begin, end - begin), firstLine, line, false};
        if (cut > firstCut) {
            out.joined.push_back(joinAround(text, begin, end, out.cuts.data() + firstCut, out.cuts.data() + cut));
            now.text = out.joined.back();
            now.cutOnly = now.blank();
        }
        const bool repeats = now.text.empty() && !now.cutOnly && !out.lines.empty() && out.lines.back().text.empty() &&
                             !out.lines.back().cutOnly;
        if (repeats) {
            out.lines.back().lastLine = line;
        } else {
            out.lines.push_back(now);
        }
        begin = end + 1;
        ++line;
    }
    return out;
}

} // namespace rushes::script
