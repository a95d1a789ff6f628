// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/image.h"
#include "engine/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace rushes::media {

enum class ColourMatrix { bt601, bt709, bt2020 };

/// How a stored picture is turned to be shown: first `transpose` (swap x and y), then the flips of the result.
struct Orientation {
    bool transpose = false;
    bool flipX = false;
    bool flipY = false;

    bool operator==(const Orientation&) const = default;
    bool upright() const { return !transpose && !flipX && !flipY; }
};

/// The stored planes of a frame that is 8-bit planar YUV: for an uploader that samples them in a shader. The pointers live as long
/// as the VideoFrame does. Strides are bytes.
struct Planes {
    std::array<const std::uint8_t*, 3> data{}; ///< Y, U (Cb), V (Cr)
    std::array<std::ptrdiff_t, 3> stride{};
    int width = 0, height = 0;             ///< of Y
    int chromaWidth = 0, chromaHeight = 0; ///< of U and V
    ColourMatrix matrix = ColourMatrix::bt709;
    bool fullRange = false; ///< 0-255 rather than 16-235
    Orientation orientation;
};

/// One decoded picture: an immutable value, cheap to copy (it shares the pixels), any thread.
class VideoFrame {
public:
    struct Data; ///< the decoder's own; known to engine/media only

    VideoFrame() = default;
    explicit VideoFrame(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

    /// A frame of 8-bit RGBA, BGRA or grey pixels, so that cards and stills travel the same path as movies.
    static VideoFrame fromImage(Image image, std::int64_t index = 0);

    explicit operator bool() const { return m_data != nullptr; }
    /// Which frame of its medium this is; when the wanted one is damaged it is the nearest that could be decoded.
    std::int64_t index() const;
    /// Stored size in pixels.
    int width() const;
    int height() const;
    /// Size as it should be shown: square pixels, turned upright.
    int displayWidth() const;
    int displayHeight() const;
    /// Bytes that the pixels hold in memory, for the cache.
    std::size_t bytes() const;

    /// The planes, or false when the frame is not 8-bit planar YUV (RGB, 10 bit, grey): convert it then.
    bool planes(Planes& out) const;
    /// The pixels when they already are packed BGRA (pictures that a decode worker has fitted to the viewport); else null.
    const std::byte* bgra(std::size_t& stride) const;

    const Data* data() const { return m_data.get(); }

private:
    std::shared_ptr<const Data> m_data;
};

/// Turns frames into packed pixels of a size: scaling, colour matrix and orientation in one go (libswscale). Keeps its set-up for
/// the next frame of the same kind, so one of these belongs to each thread. Move-only.
class FrameConverter {
public:
    FrameConverter();
    ~FrameConverter();
    FrameConverter(FrameConverter&&) noexcept;
    FrameConverter& operator=(FrameConverter&&) noexcept;

    /// Fills width x height pixels at `out`, rows `stride` bytes apart, as display-referred rgba8 or bgra8. The frame is stretched to
    /// the size: the caller keeps the aspect. Fails for other formats and when memory is full.
    Result<void> convert(const VideoFrame& frame, PixelFormat format, int width, int height, std::byte* out, std::size_t stride);
    /// The same into a new Image; 0 x 0 means the frame's display size.
    Result<Image> toImage(const VideoFrame& frame, PixelFormat format = PixelFormat::rgba8, int width = 0, int height = 0);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace rushes::media
