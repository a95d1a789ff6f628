// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rushes {

enum class PixelFormat {
    rgba8,  ///< bytes R G B A, display-referred sRGB
    bgra8,  ///< bytes B G R A, display-referred sRGB
    grey8,
    grey16, ///< native endian
    grey32f,
};

int bytesPerPixel(PixelFormat format);

/// A picture in memory: rows from the top, `stride` bytes apart. A value; move it.
struct Image {
    int width = 0;
    int height = 0;
    PixelFormat format = PixelFormat::rgba8;
    std::size_t stride = 0;
    std::vector<std::byte> data;

    /// Zero-filled, rows packed.
    static Image create(int width, int height, PixelFormat format);

    bool empty() const { return data.empty(); }
    std::byte* row(int y) { return data.data() + std::size_t(y) * stride; }
    const std::byte* row(int y) const { return data.data() + std::size_t(y) * stride; }
    template <class T> T* rowAs(int y) { return reinterpret_cast<T*>(row(y)); }
    template <class T> const T* rowAs(int y) const { return reinterpret_cast<const T*>(row(y)); }
};

} // namespace rushes
