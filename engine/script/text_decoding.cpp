// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/script/text_decoding.h"

#include "engine/script/letters.h"

#include <algorithm>
#include <array>

namespace rushes::script {

namespace {

constexpr std::string_view saveAsText = "Save the screenplay as plain text (Fountain, UTF-8) and import that file.";

struct Magic {
    std::string_view bytes;
    std::string_view what;
};
using namespace std::string_view_literals;
constexpr std::array magics{
    Magic{"%PDF-"sv, "a PDF"},
    Magic{"PK\x03\x04"sv, "a zip or office document"},
    Magic{"\x89PNG"sv, "a picture"},
    Magic{"\xFF\xD8\xFF"sv, "a picture"},
    Magic{"GIF8"sv, "a picture"},
    Magic{"{\\rtf"sv, "a rich text document"},
    Magic{"\xD0\xCF\x11\xE0"sv, "an old office document"},
    Magic{"\x1F\x8B"sv, "a compressed file"},
    Magic{"SQLite format 3"sv, "a database"},
    Magic{"\x7F"
          "ELF"sv,
          "a program"},
};

int lineOf(std::string_view bytes, std::size_t at) {
    int line = 1;
    for (std::size_t i = 0; i < at; ++i)
        if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 >= bytes.size() || bytes[i + 1] != '\n'))) ++line;
    return line;
}

tl::unexpected<Error> refuse(std::string_view source, std::string_view why, std::string_view hint) {
    return fail(ErrorCategory::badInput, std::string(source) + " " + std::string(why), std::string(hint));
}

/// Signs that no one typed these bytes. UTF-16 with a BOM never comes here.
Result<void> checkIsText(std::string_view bytes, std::string_view source) {
    for (const Magic& magic : magics)
        if (bytes.substr(0, magic.bytes.size()) == magic.bytes)
            return refuse(source, "is " + std::string(magic.what) + ", not a screenplay text", saveAsText);
    const std::string_view start = trimmed(bytes.substr(0, 400));
    if (startsWithNoCase(start, "<?xml") || startsWithNoCase(start, "<FinalDraft"))
        return refuse(source, "is an XML file such as Final Draft's, line 1; screenplays are read as Fountain",
                      "Export it as Fountain or plain text and import that.");
    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos)
        return refuse(source, "is a binary file: a zero byte in line " + std::to_string(lineOf(bytes, nul)),
                      saveAsText);
    std::size_t controls = 0, firstControl = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        if (c >= 0x20 || (c >= 0x09 && c <= 0x0D) || c == 0x1A || c == 0x1B) continue;
        if (controls++ == 0) firstControl = i;
    }
    if (controls > 1 && controls * 50 > bytes.size())
        return refuse(
            source, "is a binary file: control bytes from line " + std::to_string(lineOf(bytes, firstControl)) + " on",
            saveAsText);
    return {};
}

std::string fromUtf16(std::string_view bytes, bool bigEndian) {
    const auto unit = [&](std::size_t i) {
        const unsigned a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
        return bigEndian ? (a << 8 | b) : (b << 8 | a);
    };
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t c = unit(i);
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size() && (unit(i + 2) & 0xFC00) == 0xDC00) {
            c = 0x10000 + ((c & 0x3FF) << 10) + (unit(i + 2) & 0x3FF);
            i += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD;
        }
        appendUtf8(out, c);
    }
    return out;
}

/// Windows-1252, which contains Latin-1: what editors write that know no UTF-8.
std::string fromLatin1(std::string_view bytes) {
    static constexpr std::array<char16_t, 32> high{0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 16);
    for (const char byte : bytes) {
        const auto c = static_cast<unsigned char>(byte);
        appendUtf8(out, c >= 0x80 && c < 0xA0 ? high[c - 0x80] : c);
    }
    return out;
}

std::string withPlainLineEnds(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            out += text[i];
        } else if (i + 1 >= text.size() || text[i + 1] != '\n') {
            out += '\n';
        }
    }
    return out;
}

struct Utf8Check {
    std::size_t sequences = 0;
    std::size_t broken = 0;
    std::size_t firstBroken = 0;
};

Utf8Check checkUtf8(std::string_view bytes) {
    Utf8Check check;
    for (std::size_t i = 0; i < bytes.size();) {
        const CodePoint c = codePointAt(bytes, i);
        if (c.bytes > 1) {
            ++check.sequences;
        } else if (c.value == 0xFFFD && check.broken++ == 0) {
            check.firstBroken = i;
        }
        i += c.bytes;
    }
    return check;
}

std::string withBrokenReplaced(std::string_view bytes) {
    std::string out;
    for (std::size_t i = 0; i < bytes.size();) {
        const CodePoint c = codePointAt(bytes, i);
        appendUtf8(out, c.value);
        i += c.bytes;
    }
    return out;
}

DecodedText decodeEightBit(std::string_view bytes, bool bom) {
    DecodedText out;
    const Utf8Check check = checkUtf8(bytes);
    if (check.broken == 0) {
        out.utf8 = withPlainLineEnds(bytes);
        out.encoding = bom ? Encoding::utf8Bom : Encoding::utf8;
        return out;
    }
    const int line = lineOf(bytes, check.firstBroken);
    if (bom || check.sequences > check.broken) {
        out.utf8 = withPlainLineEnds(withBrokenReplaced(bytes));
        out.encoding = bom ? Encoding::utf8Bom : Encoding::utf8;
        out.warnings.push_back(
            {line, std::to_string(check.broken) +
                       " bytes are no UTF-8 and were replaced by \uFFFD; save the script as UTF-8 again"});
    } else {
        out.utf8 = withPlainLineEnds(fromLatin1(bytes));
        out.encoding = Encoding::latin1;
        out.warnings.push_back({line, "the script is not UTF-8; it was read as Latin-1 (Windows-1252)"});
    }
    return out;
}

} // namespace

Result<DecodedText> decodeText(std::string_view bytes, std::string_view sourceName) {
    if (bytes.size() > maxScriptBytes)
        return refuse(sourceName,
                      "has " + std::to_string(bytes.size() >> 20) + " MB; a script may have at most " +
                          std::to_string(maxScriptBytes >> 20) + " MB",
                      "Check that it is the screenplay; a feature film has less than 1 MB.");
    if (bytes.empty()) return refuse(sourceName, "is empty (0 bytes)", "Choose a file with a screenplay in it.");
    DecodedText out;
    const bool big = bytes.substr(0, 2) == "\xFE\xFF", little = bytes.substr(0, 2) == "\xFF\xFE";
    if (big || little) {
        const std::string text = fromUtf16(bytes.substr(2), big);
        if (const std::size_t nul = text.find('\0'); nul != std::string::npos)
            return refuse(sourceName, "is a binary file: a zero character in line " + std::to_string(lineOf(text, nul)),
                          saveAsText);
        out.utf8 = withPlainLineEnds(text);
        out.encoding = big ? Encoding::utf16be : Encoding::utf16le;
        if (bytes.size() % 2)
            out.warnings.push_back({0, "the file ends in the middle of a UTF-16 character; it may be cut off"});
    } else {
        const bool bom = bytes.substr(0, 3) == "\xEF\xBB\xBF";
        if (bom) bytes.remove_prefix(3);
        if (auto text = checkIsText(bytes, sourceName); !text) return fail(text.error());
        out = decodeEightBit(bytes, bom);
    }
    if (trimmed(out.utf8).empty())
        return refuse(sourceName, "is empty: it has only blank lines", "Choose a file with a screenplay in it.");
    return out;
}

} // namespace rushes::script
