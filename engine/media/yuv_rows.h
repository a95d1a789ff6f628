// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"

#include <cstdint>
#include <vector>

namespace rushes::media {

/// Rows of a yuv420p picture.
struct YuvPlanes {
    std::uint8_t* plane[3];
    int stride[3];
};

/// Packed pixels to yuv420p: BT.709 (ITU-R BT.709-6, section 3), video range, chroma on the left pixel of each pair and between
/// its two rows, as H.264 takes it to lie. What a frame costs here is paid for every frame of a take; the general converter takes
/// five times as long.
class YuvRows {
public:
    /// `image`: rgba8 or bgra8 with even sides, 2 or more.
    void convert(const Image& image, const YuvPlanes& to);

private:
    std::vector<std::int32_t> m_scratch;
    std::vector<std::uint32_t> m_outer, m_green; ///< sums of two rows, with one more pixel on the left
};

} // namespace rushes::media
