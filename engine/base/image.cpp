// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/image.h"

#include <cassert>

namespace rushes {

int bytesPerPixel(PixelFormat format) {
    switch (format) {
    case PixelFormat::rgba8:
    case PixelFormat::bgra8:
    case PixelFormat::grey32f: return 4;
    case PixelFormat::grey16: return 2;
    case PixelFormat::grey8: return 1;
    }
    return 0;
}

Image Image::create(int width, int height, PixelFormat format) {
    assert(width >= 0 && height >= 0);
    Image image{width, height, format, std::size_t(width) * std::size_t(bytesPerPixel(format)), {}};
    image.data.resize(image.stride * std::size_t(height));
    return image;
}

} // namespace rushes
