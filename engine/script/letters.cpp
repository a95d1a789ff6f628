// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/letters.h"

namespace rushes::script {

CodePoint codePointAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(at);
    if (first < 0x80) return {first, 1};
    const std::size_t length = first >= 0xF0 && first <= 0xF4  ? 4
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xC2 && first < 0xE0 ? 2
                                                               : 0;
    if (length == 0 || at + length > text.size()) return {0xFFFD, 1};
    char32_t value = first & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return {0xFFFD, 1};
        value = (value << 6) | (byte(at + i) & 0x3F);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return {0xFFFD, 1};
    return {value, length};
}

void appendUtf8(std::string& out, char32_t value) {
    if (value < 0x80) {
        out += char(value);
    } else if (value < 0x800) {
        out += char(0xC0 | (value >> 6));
        out += char(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        out += char(0xE0 | (value >> 12));
        out += char(0x80 | ((value >> 6) & 0x3F));
        out += char(0x80 | (value & 0x3F));
    } else {
        out += char(0xF0 | (value >> 18));
        out += char(0x80 | ((value >> 12) & 0x3F));
        out += char(0x80 | ((value >> 6) & 0x3F));
        out += char(0x80 | (value & 0x3F));
    }
}

namespace {

bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

/// Blocks in which capitals and small letters alternate, the capital first.
bool alternatesFromEven(char32_t c) {
    return within(c, 0x100, 0x137) || within(c, 0x14A, 0x177) || within(c, 0x1DE, 0x1EF) || within(c, 0x1F8, 0x21F) ||
           within(c, 0x222, 0x233) || within(c, 0x460, 0x481) || within(c, 0x48A, 0x4BF) || within(c, 0x4D0, 0x52F) ||
           within(c, 0x1E00, 0x1E95) || within(c, 0x1EA0, 0x1EFF);
}

bool alternatesFromOdd(char32_t c) {
    return within(c, 0x139, 0x148) || within(c, 0x179, 0x17E) || within(c, 0x1CD, 0x1DC) || within(c, 0x4C1, 0x4CE);
}

} // namespace

bool isUpper(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    if (within(c, 0xC0, 0xDE)) return c != 0xD7;
    if (alternatesFromEven(c)) return c % 2 == 0;
    if (alternatesFromOdd(c)) return c % 2 == 1;
    return c == 0x178 || c == 0x386 || within(c, 0x388, 0x38F) || within(c, 0x391, 0x3AB) || within(c, 0x400, 0x42F) ||
           within(c, 0x531, 0x556) || c == 0x1E9E;
}

bool isLower(char32_t c) {
    if (c < 0x80) return c >= 'a' && c <= 'z';
    if (within(c, 0xDF, 0xFF)) return c != 0xF7;
    if (alternatesFromEven(c)) return c % 2 == 1;
    if (alternatesFromOdd(c)) return c % 2 == 0;
    return within(c, 0x3AC, 0x3CE) || within(c, 0x430, 0x45F) || within(c, 0x561, 0x587);
}

char32_t toLower(char32_t c) {
    if (!isUpper(c)) return c;
    if (c < 0x100 || within(c, 0x391, 0x3AB) || within(c, 0x410, 0x42F)) return c + 0x20;
    if (c == 0x178) return 0xFF;
    if (c == 0x1E9E) return 0xDF;
    if (alternatesFromEven(c) || alternatesFromOdd(c)) return c + 1;
    if (within(c, 0x400, 0x40F)) return c + 0x50;
    if (within(c, 0x531, 0x556)) return c + 0x30;
    if (c == 0x386) return 0x3AC;
    if (within(c, 0x388, 0x38A)) return c + 0x25;
    if (c == 0x38C) return 0x3CC;
    return c == 0x38E || c == 0x38F ? c + 0x3F : c;
}

bool isLetter(char32_t c) {
    if (c < 0x80) return isUpper(c) || isLower(c);
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c == 0xD7 || c == 0xF7 || c == 0xFFFD) return false;
    return !within(c, 0x2000, 0x2BFF) && !within(c, 0x3000, 0x3004) && !within(c, 0x3008, 0x3020) &&
           !within(c, 0xFE00, 0xFE4F) && !within(c, 0xFF00, 0xFF0F) && !within(c, 0xFF1A, 0xFF20) && c != 0xFEFF;
}

std::string lowered(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        if (c.value == 0xFFFD && c.bytes == 1) {
            out += text[i];
        } else {
            appendUtf8(out, toLower(c.value));
        }
        i += c.bytes;
    }
    return out;
}

bool isAllCaps(std::string_view text) {
    bool upper = false;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        if (isLower(c.value)) return false;
        upper = upper || isUpper(c.value);
        i += c.bytes;
    }
    return upper;
}

bool hasLetter(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        if (isLetter(c.value)) return true;
        i += c.bytes;
    }
    return false;
}

std::string_view trimmedRight(std::string_view text) {
    while (!text.empty()) { // no-break blanks come with text from word processors
        const bool wide = text.size() >= 2 && text.substr(text.size() - 2) == "\u00A0";
        if (!wide && !isBlankChar(text.back()) && text.back() != '\n') break;
        text.remove_suffix(wide ? 2 : 1);
    }
    return text;
}

std::string_view trimmed(std::string_view text) {
    text = trimmedRight(text);
    while (!text.empty()) {
        const bool wide = text.substr(0, 2) == "\u00A0";
        if (!wide && !isBlankChar(text.front()) && text.front() != '\n') break;
        text.remove_prefix(wide ? 2 : 1);
    }
    return text;
}

bool startsWithNoCase(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() && equalsNoCase(text.substr(0, prefix.size()), prefix);
}

bool equalsNoCase(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    const auto low = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
    for (std::size_t i = 0; i < a.size(); ++i)
        if (low(a[i]) != low(b[i])) return false;
    return true;
}

} // namespace rushes::script
