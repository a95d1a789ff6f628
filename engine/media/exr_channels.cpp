// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/exr_channels.h"

#include "engine/base/paths.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace rushes::media {
namespace {

static_assert(std::endian::native == std::endian::little, "OpenEXR stores little-endian values");

template <class T> void add(std::string& out, T value) {
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    out.append(bytes, sizeof(T));
}

void addText(std::string& out, std::string_view text) {
    out.append(text);
    out.push_back('\0');
}

void addAttribute(std::string& out, std::string_view name, std::string_view type, std::string_view value) {
    addText(out, name);
    addText(out, type);
    add(out, std::int32_t(value.size()));
    out.append(value);
}

template <class... T> std::string packed(T... values) {
    std::string out;
    (add(out, values), ...);
    return out;
}

std::string channelList(const std::vector<ExrChannel>& channels) {
    std::string out;
    for (const auto& channel : channels) {
        addText(out, channel.name);
        out += packed(std::int32_t(2), std::int32_t(0), std::int32_t(1), std::int32_t(1)); // FLOAT, not linear-hinted, every pixel
    }
    out.push_back('\0');
    return out;
}

std::string header(const std::vector<ExrChannel>& channels, int width, int height) {
    std::string out = packed(std::uint32_t(20000630), std::uint32_t(2));
    const std::string window = packed(std::int32_t(0), std::int32_t(0), std::int32_t(width - 1), std::int32_t(height - 1));
    addAttribute(out, "channels", "chlist", channelList(channels));
    addAttribute(out, "compression", "compression", packed(std::uint8_t(0)));
    addAttribute(out, "dataWindow", "box2i", window);
    addAttribute(out, "displayWindow", "box2i", window);
    addAttribute(out, "lineOrder", "lineOrder", packed(std::uint8_t(0)));
    addAttribute(out, "pixelAspectRatio", "float", packed(1.0f));
    addAttribute(out, "screenWindowCenter", "v2f", packed(0.0f, 0.0f));
    addAttribute(out, "screenWindowWidth", "float", packed(1.0f));
    out.push_back('\0');
    return out;
}

bool fit(const std::vector<ExrChannel>& channels) {
    for (const auto& c : channels)
        if (!c.plane || c.plane->empty() || c.plane->format != PixelFormat::grey32f || c.plane->width != channels.front().plane->width ||
            c.plane->height != channels.front().plane->height || c.name.empty() || c.name.size() > 31)
            return false;
    return !channels.empty();
}

} // namespace

Result<void> writeExr(const std::filesystem::path& file, std::vector<ExrChannel> channels) {
    if (!fit(channels)) return fail(ErrorCategory::internal, "The channels of an EXR must be grey32f of one size");
    std::sort(channels.begin(), channels.end(), [](const auto& a, const auto& b) { return a.name < b.name; }); // as readers expect
    const int width = channels.front().plane->width, height = channels.front().plane->height;
    const std::size_t rowBytes = std::size_t(width) * 4, lineBytes = rowBytes * channels.size();
    std::string out = header(channels, width, height);
    out.reserve(out.size() + (8 + 8 + lineBytes) * std::size_t(height));
    const std::size_t first = out.size() + 8 * std::size_t(height);
    for (int y = 0; y < height; ++y) add(out, std::uint64_t(first + std::size_t(y) * (8 + lineBytes)));
    for (int y = 0; y < height; ++y) {
        out += packed(std::int32_t(y), std::int32_t(lineBytes));
        for (const auto& channel : channels) out.append(reinterpret_cast<const char*>(channel.plane->row(y)), rowBytes);
    }
    return writeFileAtomically(file, out);
}

} // namespace rushes::media
