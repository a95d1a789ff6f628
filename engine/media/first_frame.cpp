// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/first_frame.h"

#include "engine/media/file_checks.h"

#include <algorithm>

namespace rushes::media {
namespace {

std::uint32_t big(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8 | std::uint8_t(bytes[at + i]);
    return value;
}

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = count; i-- > 0;) value = value << 8 | std::uint8_t(bytes[at + i]);
    return value;
}

std::string littleText(std::uint32_t value, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += char(value >> (8 * i) & 255);
    return out;
}

/// Visits the markers of a JPEG in front of its first scan: take(marker, offset of the segment's content, its length) returns false to
/// stop. Returns where the scan begins, or nothing when the file ends before.
template <class Take> std::optional<std::size_t> walkJpeg(std::string_view bytes, Take take) {
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        if (std::uint8_t(bytes[at]) != 0xff) return {};
        const int marker = std::uint8_t(bytes[at + 1]);
        if (marker == 0xff) {
            ++at;
            continue;
        }
        const std::size_t length = big(bytes, at + 2, 2);
        if (length < 2 || length > bytes.size() - at - 2) return {};
        if (!take(marker, at + 4, length - 2)) return {};
        at += 2 + length;
        if (marker == 0xda) return at;
    }
    return {};
}

bool jpegEndsEarly(std::string_view bytes) {
    const auto scan = walkJpeg(bytes, [](int, std::size_t, std::size_t) { return true; });
    return !scan || bytes.find("\xff\xd9", *scan) == bytes.npos;
}

/// Visits the chunks of a RIFF from `at`: take(name, content) returns false to stop.
template <class Take> void walkRiff(std::string_view bytes, std::size_t at, Take take) {
    while (at + 8 <= bytes.size()) {
        const std::size_t length = little(bytes, at + 4, 4);
        if (length > bytes.size() - at - 8) return;
        if (!take(bytes.substr(at, 4), bytes.substr(at + 8, length))) return;
        at += 8 + length + (length & 1);
    }
}

bool jpegIsCmyk(std::string_view bytes) {
    bool cmyk = false;
    (void)walkJpeg(bytes, [&](int marker, std::size_t at, std::size_t length) {
        const bool start = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (start && length >= 6) cmyk = bytes[at + 5] == 4;
        return !start;
    });
    return cmyk;
}

/// A short value of a TIFF's first directory (TIFF 6.0, section 2); 0 where it has none.
std::uint32_t tiffValue(std::string_view bytes, std::uint32_t tag) {
    if (bytes.size() < 8) return 0;
    const auto number = [&, low = bytes[0] == 'I'](std::size_t at, std::size_t count) { return low ? little(bytes, at, count) : big(bytes, at, count); };
    const std::size_t directory = number(4, 4);
    if (directory > bytes.size() || bytes.size() - directory < 2) return 0;
    const std::size_t entries = number(directory, 2);
    for (std::size_t i = 0, at = directory + 2; i < entries && at + 12 <= bytes.size(); ++i, at += 12)
        if (number(at, 2) == tag) return number(at + 8, 2);
    return 0;
}

/// How many pictures a GIF holds, and whether its trailer was reached (GIF89a, grammar of appendix B).
std::pair<int, bool> walkGif(std::string_view bytes) {
    const auto tableBytes = [](int flags) { return flags & 0x80 ? std::size_t(3) << ((flags & 7) + 1) : 0; };
    int pictures = 0;
    if (bytes.size() < 13) return {0, false};
    std::size_t at = 13 + tableBytes(std::uint8_t(bytes[10]));
    const auto skipBlocks = [&] {
        while (at < bytes.size() && bytes[at] != 0) at += 1 + std::size_t(std::uint8_t(bytes[at]));
        ++at;
    };
    while (at < bytes.size()) {
        const char kind = bytes[at];
        if (kind == ';') return {pictures, true};
        if (kind == '!') at += 2;
        else if (kind == ',' && at + 10 < bytes.size()) at += 11 + tableBytes(std::uint8_t(bytes[at + 9]));
        else return {pictures, false};
        skipBlocks();
        pictures += kind == ',' && at <= bytes.size();
    }
    return {pictures, false};
}

constexpr std::size_t frameHead = 16; ///< of an ANMF chunk: place, size, time, flags (WebP container specification)

} // namespace

bool endsEarly(std::string_view bytes, std::optional<AVCodecID> format) {
    if (!format) return false;
    switch (*format) {
    case AV_CODEC_ID_PNG: {
        const auto intact = checkPng(bytes);
        return !intact && intact.error().message == "it is cut off";
    }
    case AV_CODEC_ID_MJPEG: return jpegEndsEarly(bytes);
    case AV_CODEC_ID_WEBP: return bytes.size() < 12 || bytes.size() - 8 < little(bytes, 4, 4);
    case AV_CODEC_ID_BMP: return bytes.size() < little(bytes, 2, 4);
    case AV_CODEC_ID_GIF: return !walkGif(bytes).second;
    default: return false;
    }
}

bool isAnimated(std::string_view bytes, AVCodecID format) {
    if (format == AV_CODEC_ID_PNG) {
        for (std::size_t at = 8; at + 12 <= bytes.size(); at += 12 + std::size_t(big(bytes, at, 4))) {
            const auto type = bytes.substr(at + 4, 4);
            if (type == "acTL") return at + 16 <= bytes.size() && big(bytes, at + 8, 4) > 1;
            if (type == "IDAT") return false;
        }
        return false;
    }
    if (format == AV_CODEC_ID_GIF) return walkGif(bytes).first > 1;
    int frames = 0;
    if (format == AV_CODEC_ID_WEBP && bytes.size() >= 12)
        walkRiff(bytes, 12, [&](std::string_view name, std::string_view) { return frames += name == "ANMF", true; });
    return frames > 0;
}

std::optional<std::string> firstOfWebp(std::string_view bytes) {
    std::optional<std::string> out;
    walkRiff(bytes, 12, [&](std::string_view name, std::string_view content) {
        if (name != "ANMF" || content.size() <= frameHead) return true;
        const std::string_view data = content.substr(frameHead);
        const bool alpha = data.substr(0, 4) == "ALPH";
        std::string body = "WEBP";
        // Alpha of a lossy picture needs the extended header: flags, three bytes kept free, width - 1 and height - 1.
        if (alpha) body += "VP8X" + littleText(10, 4) + littleText(0x10, 4) + std::string(content.substr(6, 6));
        body += data;
        if (body.size() & 1) body += '\0';
        out = "RIFF" + littleText(std::uint32_t(body.size()), 4) + body;
        return false;
    });
    return out;
}

bool isCmyk(std::string_view bytes, AVCodecID format) {
    constexpr std::uint32_t tiffPhotometric = 262, tiffSeparated = 5, psdCmyk = 4;
    if (format == AV_CODEC_ID_PSD) return bytes.size() >= 26 && big(bytes, 24, 2) == psdCmyk;
    if (format == AV_CODEC_ID_TIFF) return tiffValue(bytes, tiffPhotometric) == tiffSeparated;
    return format == AV_CODEC_ID_MJPEG && jpegIsCmyk(bytes);
}

bool isJpegInTiff(std::string_view bytes) {
    constexpr std::uint32_t compression = 259;
    const auto kind = tiffValue(bytes, compression);
    return kind == 6 || kind == 7;
}

} // namespace rushes::media
