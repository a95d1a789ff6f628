// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/line_forms.h"

#include "engine/script/letters.h"

#include <algorithm>
#include <array>

namespace rushes::script {

namespace {

std::string_view withoutSigns(std::string_view text) {
    text = trimmed(text);
    while (!text.empty() && (text.front() == '*' || text.front() == '_'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == '*' || text.back() == '_'))
        text.remove_suffix(1);
    return text;
}

bool isNumberChar(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' ||
           static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

bool looksLikeHeading(std::string_view line) {
    static constexpr std::array<std::string_view, 6> prefixes{"INT", "EXT", "EST", "I/E", "E/I", "I./E"};
    line = withoutSigns(line);
    return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
        return startsWithNoCase(line, prefix) && line.size() > prefix.size() &&
               (line[prefix.size()] == '.' || line[prefix.size()] == '/' || isBlankChar(line[prefix.size()]));
    });
}

bool isForcedHeading(std::string_view line) {
    return line.size() > 1 && line[0] == '.' && line[1] != '.' &&
           (isDigit(line[1]) || isLetter(codePointAt(line, 1).value));
}

bool looksLikeTransition(std::string_view line) {
    static constexpr std::array<std::string_view, 4> closing{"FADE TO BLACK.", "FADE OUT.", "CUT TO BLACK.",
                                                             "FADE TO WHITE."};
    if (line.empty() || isBlankChar(line.back())) return false;
    const std::string_view bare = withoutSigns(line);
    if (std::find(closing.begin(), closing.end(), bare) != closing.end()) return true;
    return bare.size() >= 3 && bare.substr(bare.size() - 3) == "TO:" &&
           (bare.size() == 3 || bare[bare.size() - 4] == ' ') && isAllCaps(bare);
}

bool looksLikeCharacter(std::string_view line) {
    line = trimmed(line);
    if (const std::size_t bracket = line.find('('); bracket != std::string_view::npos) line = line.substr(0, bracket);
    return isAllCaps(line) && line.size() <= 400;
}

bool isPageBreak(std::string_view line) {
    line = trimmed(line);
    return line.size() >= 3 && line.find_first_not_of('=') == std::string_view::npos;
}

HeadingParts splitSceneNumber(std::string_view heading) {
    heading = trimmed(heading);
    if (heading.size() < 3 || heading.back() != '#') return {heading, {}};
    const std::size_t open = heading.rfind('#', heading.size() - 2);
    if (open == std::string_view::npos || open + 1 >= heading.size() - 1) return {heading, {}};
    const std::string_view number = heading.substr(open + 1, heading.size() - open - 2);
    if (!std::all_of(number.begin(), number.end(), isNumberChar)) return {heading, {}};
    return {trimmed(heading.substr(0, open)), number};
}

CueParts splitCue(std::string_view line) {
    CueParts out;
    line = trimmed(line);
    if (!line.empty() && line.front() == '@') line = trimmed(line.substr(1));
    if (!line.empty() && line.back() == '^') {
        out.dual = true;
        line = trimmedRight(line.substr(0, line.size() - 1));
    }
    while (!line.empty() && line.back() == ')') {
        const std::size_t open = line.rfind('(');
        if (open == std::string_view::npos || open == 0) break;
        const std::string_view inner = trimmed(line.substr(open + 1, line.size() - open - 2));
        if (!inner.empty()) out.extension = std::string(inner) + (out.extension.empty() ? "" : ", " + out.extension);
        line = trimmedRight(line.substr(0, open));
    }
    out.name = line;
    return out;
}

} // namespace rushes::script
