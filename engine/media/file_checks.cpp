// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/file_checks.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace rushes::media {
namespace {

constexpr std::int64_t maxWindow = 16384;

std::uint32_t big(std::string_view bytes, std::size_t at, int count = 4) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) value = (value << 8) | std::uint8_t(bytes[at + std::size_t(i)]);
    return value;
}

std::int32_t littleInt(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (int i = 3; i >= 0; --i) value = (value << 8) | std::uint8_t(bytes[at + std::size_t(i)]);
    return std::int32_t(value);
}

void swapRuns(std::string& bytes, std::size_t at, std::size_t end, std::size_t size) {
    for (; at + size <= end; at += size) std::reverse(bytes.begin() + std::ptrdiff_t(at), bytes.begin() + std::ptrdiff_t(at + size));
}

tl::unexpected<Error> damaged(const char* what) { return fail(ErrorCategory::damaged, what, "Give an undamaged copy of the picture."); }

} // namespace

Result<void> checkPng(std::string_view bytes) {
    enum { before, inside, after } data = before;
    bool first = true;
    for (std::size_t at = 8; at + 12 <= bytes.size();) {
        const std::uint32_t length = big(bytes, at);
        const auto type = bytes.substr(at + 4, 4);
        if (length > bytes.size() - at - 12) return damaged("it is cut off");
        if (first != (type == "IHDR")) return damaged("its header is not in front");
        first = false;
        if (type == "IDAT") {
            if (data == after) return damaged("its picture is in pieces");
            data = inside;
        } else if (data == inside) {
            data = after;
        }
        if (type == "IEND") {
            if (data == before) return damaged("it has no picture");
            return {};
        }
        at += 12 + length;
    }
    return damaged("it is cut off");
}

Result<void> checkExr(std::string_view bytes) {
    std::size_t at = 8;
    bool found = false;
    // name\0 type\0 size value, until an empty name (OpenEXR file layout); several parts follow each other.
    while (at < bytes.size() && bytes[at] != '\0') {
        const auto nameEnd = bytes.find('\0', at);
        const auto typeEnd = nameEnd == bytes.npos ? bytes.npos : bytes.find('\0', nameEnd + 1);
        if (typeEnd == bytes.npos || typeEnd + 5 > bytes.size()) return damaged("its header is cut off");
        const auto name = bytes.substr(at, nameEnd - at), type = bytes.substr(nameEnd + 1, typeEnd - nameEnd - 1);
        const std::int64_t size = littleInt(bytes, typeEnd + 1);
        const std::size_t value = typeEnd + 5;
        if (size < 0 || std::size_t(size) > bytes.size() - value) return damaged("its header is cut off");
        if (type == "box2i" && size == 16 && (name == "dataWindow" || name == "displayWindow")) {
            const std::int64_t width = std::int64_t(littleInt(bytes, value + 8)) - littleInt(bytes, value) + 1;
            const std::int64_t height = std::int64_t(littleInt(bytes, value + 12)) - littleInt(bytes, value + 4) + 1;
            if (width < 1 || height < 1 || width > maxWindow || height > maxWindow) return damaged("its size makes no sense");
            found = found || name == "dataWindow";
        }
        at = value + std::size_t(size);
    }
    if (!found) return damaged("its header has no size");
    return {};
}

std::optional<std::string> littleEndianWav(std::string_view bytes) {
    if (bytes.size() < 20 || bytes.substr(0, 4) != "RIFX" || bytes.substr(8, 4) != "WAVE") return {};
    std::string out(bytes);
    out.replace(0, 4, "RIFF");
    swapRuns(out, 4, 8, 4);
    std::size_t sampleBytes = 0;
    for (std::size_t at = 12; at + 8 <= bytes.size();) {
        const auto type = bytes.substr(at, 4);
        const std::size_t length = big(bytes, at + 4), start = at + 8;
        const std::size_t end = std::min(bytes.size(), start + length);
        swapRuns(out, at + 4, at + 8, 4);
        if (type == "fmt " && end - start >= 16) {
            const std::uint32_t channels = big(bytes, start + 2, 2), frameBytes = big(bytes, start + 12, 2);
            if (channels == 0) return {};
            sampleBytes = frameBytes / channels;
            swapRuns(out, start, start + 4, 2);
            swapRuns(out, start + 4, start + 12, 4);
            swapRuns(out, start + 12, std::min(end, start + 20), 2);
            if (end - start >= 40) { // WAVEFORMATEXTENSIBLE: channel mask and the GUID's first three fields
                swapRuns(out, start + 20, start + 28, 4);
                swapRuns(out, start + 28, start + 32, 2);
            }
        } else if (type == "data") {
            if (sampleBytes == 0 || sampleBytes > 8) return {};
            swapRuns(out, start, end, sampleBytes);
        } else if (type == "fact" && end - start >= 4) {
            swapRuns(out, start, start + 4, 4);
        }
        at = start + length + (length & 1);
    }
    return sampleBytes ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace rushes::media
