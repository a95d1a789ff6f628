// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/fields.h"

#include "engine/edit/shot_commands.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rushes::edit {
namespace {

using Words = std::vector<std::string>;

// The words of shot.json.
const Words sizes{"extreme_wide", "wide", "full", "medium_full", "medium", "medium_close_up", "close_up", "extreme_close_up", "insert"};
const Words angles{"level", "high", "low", "bird_eye", "worm_eye", "dutch"};
const Words moves{"static",     "pan",      "tilt",   "roll", "dolly", "truck",      "pedestal", "arc",      "crane",     "zoom",
                  "dolly_zoom", "handheld", "follow", "lead", "tail",  "side_track", "reveal",   "whip_pan", "rack_focus"};
const Words directions{"left", "right", "up", "down", "in", "out", "clockwise", "counterclockwise"};
const Words speeds{"slow", "normal", "fast"};
const Words roles{"first", "last", "frame", "character", "location", "prop", "look", "depth", "pose", "figure_model", "prop_model", "place_model"};

std::string joined(const Words& words) {
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

bool contains(const Words& words, const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); }

/// Lower case, words joined by single underscores.
std::string asWord(std::string_view text) {
    std::string out;
    for (const char c : trimmed(lowerCase(text))) {
        const bool gap = c == ' ' || c == '-' || c == '_' || c == '\t';
        if (!gap) out += c;
        else if (!out.empty() && out.back() != '_') out += '_';
    }
    return out;
}

/// Well-formed UTF-8 without NUL (Unicode 15, table 3-7).
bool isText(std::string_view s) {
    for (std::size_t i = 0; i < s.size();) {
        const auto c = static_cast<unsigned char>(s[i]);
        const std::size_t length = c < 0x80 ? 1 : c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
        if (length == 0 || c == 0 || i + length > s.size()) return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(s[i + k]) & 0xc0) != 0x80) return false;
        const auto second = length > 1 ? static_cast<unsigned char>(s[i + 1]) : 0;
        if ((c == 0xe0 && second < 0xa0) || (c == 0xed && second > 0x9f) || (c == 0xf0 && second < 0x90) || (c == 0xf4 && second > 0x8f)) return false;
        i += length;
    }
    return true;
}

Result<std::string> checkOneMove(std::string_view text) {
    Words words = splitTrimmed(asWord(text), '_');
    std::string move, rest;
    // The longest name first: "dolly zoom in" is a dolly_zoom, "dolly in" a dolly.
    for (std::size_t take = std::min<std::size_t>(2, words.size()); take > 0 && move.empty(); --take) {
        std::string name = take == 2 ? words[0] + "_" + words[1] : words[0];
        if (!contains(moves, name)) continue;
        move = name;
        words.erase(words.begin(), words.begin() + std::ptrdiff_t(take));
    }
    bool directed = false, paced = false;
    for (const auto& word : words) {
        const bool isDirection = contains(directions, word) && !directed, isSpeed = contains(speeds, word) && !paced;
        if (move.empty() || (!isDirection && !isSpeed)) move.clear();
        directed = directed || isDirection;
        paced = paced || isSpeed;
        rest += " " + word;
        if (move.empty()) break;
    }
    if (!move.empty()) return move + rest;
    return fail(ErrorCategory::badInput, "move is \"" + trimmed(text) + "\"",
                "Give a move (" + joined(moves) + "), then maybe a direction (" + joined(directions) + ") and a speed (" + joined(speeds) +
                    "); join several with \"then\".");
}

} // namespace

const Words& shotSizes() { return sizes; }
const Words& shotAngles() { return angles; }
const Words& cameraMoves() { return moves; }
const Words& referenceRoles() { return roles; }

Result<std::string> checkWord(std::string_view field, std::string_view value, const Words& allowed) {
    std::string word = asWord(value);
    if (contains(allowed, word)) return word;
    return fail(ErrorCategory::badInput, std::string(field) + " is \"" + std::string(value) + "\"", "Use one of: " + joined(allowed) + ".");
}

Result<std::string> checkMove(std::string_view value) {
    std::string out;
    const std::string text = " " + trimmed(lowerCase(value)) + " ";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(" then ", at), text.size());
        const auto one = checkOneMove(std::string_view(text).substr(at, end - at));
        if (!one) return one;
        out += (out.empty() ? "" : " then ") + *one;
        at = end == text.size() ? end : end + 5;
    }
    return out;
}

Result<std::int64_t> checkRange(std::string_view field, std::int64_t value, std::int64_t least, std::int64_t most) {
    if (value >= least && value <= most) return value;
    return fail(ErrorCategory::badInput, std::string(field) + " is " + std::to_string(value),
                "Give a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ".");
}

Result<double> checkRange(std::string_view field, double value, double least, double most) {
    if (std::isfinite(value) && value >= least && value <= most) return value;
    const auto text = [](double v) { return std::isfinite(v) ? nlohmann::json(v).dump() : std::string("not a number"); };
    return fail(ErrorCategory::badInput, std::string(field) + " is " + text(value), "Give a number from " + text(least) + " to " + text(most) + ".");
}

Result<std::string> checkText(std::string_view field, std::string_view value, std::size_t mostBytes) {
    if (value.size() > mostBytes)
        return fail(ErrorCategory::badInput, std::string(field) + " is " + std::to_string(value.size()) + " bytes long",
                    "Give at most " + std::to_string(mostBytes) + " bytes.");
    if (!isText(value)) return fail(ErrorCategory::badInput, std::string(field) + " is not UTF-8 text", "Save it as UTF-8.");
    return std::string(value);
}

Result<std::string> checkSettings(std::string_view value) {
    const std::string text = trimmed(value);
    if (text.empty()) return std::string("{}");
    const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
    if (json.is_object()) return json.dump();
    return fail(ErrorCategory::badInput, "settings is not a JSON object", R"(Give one such as {"look": "board"}.)");
}

Result<std::int64_t> parseInteger(std::string_view field, std::string_view value) {
    const std::string text = trimmed(value);
    std::int64_t number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code == std::errc{} && end == text.data() + text.size()) return number;
    return fail(ErrorCategory::badInput, std::string(field) + " is \"" + text + "\"", "Give a whole number.");
}

Result<double> parseNumber(std::string_view field, std::string_view value) {
    const std::string text = trimmed(value);
    double number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code == std::errc{} && end == text.data() + text.size()) return number;
    return fail(ErrorCategory::badInput, std::string(field) + " is \"" + text + "\"", "Give a number.");
}

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::string lowerCase(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return out;
}

Words splitTrimmed(std::string_view text, char separator) {
    Words out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        if (std::string part = trimmed(text.substr(at, end - at)); !part.empty()) out.push_back(std::move(part));
        at = end + 1;
    }
    return out;
}

} // namespace rushes::edit
