// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/images.h"

namespace rushes::ui {

QImage toQImage(const Image& image) {
    if (image.empty()) return {};
    QImage::Format format = QImage::Format_Invalid;
    if (image.format == PixelFormat::rgba8) format = QImage::Format_RGBA8888;
    if (image.format == PixelFormat::bgra8) format = QImage::Format_ARGB32;
    if (image.format == PixelFormat::grey8) format = QImage::Format_Grayscale8;
    if (format == QImage::Format_Invalid) return {};
    const QImage wrapped(reinterpret_cast<const uchar*>(image.data.data()), image.width, image.height, qsizetype(image.stride), format);
    return wrapped.convertToFormat(QImage::Format_RGB32);
}

QImage toQImage(const media::VideoFrame& frame) {
    if (!frame) return {};
    std::size_t stride = 0;
    if (const std::byte* pixels = frame.bgra(stride)) {
        auto* keeper = new media::VideoFrame(frame);
        return {reinterpret_cast<const uchar*>(pixels), frame.width(), frame.height(), qsizetype(stride), QImage::Format_RGB32,
                [](void* held) { delete static_cast<media::VideoFrame*>(held); }, keeper};
    }
    media::FrameConverter converter;
    const auto image = converter.toImage(frame, PixelFormat::bgra8);
    return image ? toQImage(*image) : QImage();
}

} // namespace rushes::ui
