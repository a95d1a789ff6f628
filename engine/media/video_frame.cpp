// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/video_frame.h"

#include "engine/media/frame_data.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace rushes::media {
namespace {

bool isOldFullRange(int format) {
    return format == AV_PIX_FMT_YUVJ420P || format == AV_PIX_FMT_YUVJ422P || format == AV_PIX_FMT_YUVJ444P || format == AV_PIX_FMT_YUVJ440P ||
           format == AV_PIX_FMT_YUVJ411P;
}

/// Untagged pictures: standard definition is BT.601, everything larger BT.709, as players agree.
ColourMatrix matrixOf(const AVFrame& frame) {
    switch (frame.colorspace) {
    case AVCOL_SPC_BT709: return ColourMatrix::bt709;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M:
    case AVCOL_SPC_FCC: return ColourMatrix::bt601;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL: return ColourMatrix::bt2020;
    default: return frame.width >= 1280 || frame.height > 576 ? ColourMatrix::bt709 : ColourMatrix::bt601;
    }
}

AVPixelFormat pixelFormatOf(PixelFormat format) {
    switch (format) {
    case PixelFormat::rgba8: return AV_PIX_FMT_RGBA;
    case PixelFormat::bgra8: return AV_PIX_FMT_BGRA;
    case PixelFormat::grey8: return AV_PIX_FMT_GRAY8;
    case PixelFormat::grey16: return AV_PIX_FMT_GRAY16;
    case PixelFormat::grey32f: return AV_PIX_FMT_GRAYF32;
    }
    return AV_PIX_FMT_NONE;
}

void deleteImage(void* image, std::uint8_t*) { delete static_cast<Image*>(image); }

} // namespace

const int* coefficientsOf(ColourMatrix matrix) {
    switch (matrix) {
    case ColourMatrix::bt601: return sws_getCoefficients(SWS_CS_ITU601);
    case ColourMatrix::bt709: return sws_getCoefficients(SWS_CS_ITU709);
    case ColourMatrix::bt2020: return sws_getCoefficients(SWS_CS_BT2020);
    }
    return sws_getCoefficients(SWS_CS_ITU709);
}

VideoFrame wrapFrame(FramePtr frame, std::int64_t index, Orientation orientation, AVRational aspect) {
    auto data = std::make_shared<VideoFrame::Data>();
    data->index = index;
    data->matrix = matrixOf(*frame);
    data->fullRange = frame->color_range == AVCOL_RANGE_JPEG || isOldFullRange(frame->format);
    data->orientation = orientation;
    const double stretch = aspect.num > 0 && aspect.den > 0 ? std::clamp(av_q2d(aspect), 1.0 / 64, 64.0) : 1.0;
    data->displayWidth = std::max(1, int(std::lround(frame->width * stretch)));
    data->displayHeight = frame->height;
    if (orientation.transpose) std::swap(data->displayWidth, data->displayHeight);
    data->frame = std::move(frame);
    return VideoFrame(std::move(data));
}

VideoFrame VideoFrame::fromImage(Image image, std::int64_t index) {
    FramePtr frame(av_frame_alloc());
    auto* owned = new Image(std::move(image));
    frame->width = owned->width;
    frame->height = owned->height;
    frame->format = pixelFormatOf(owned->format);
    frame->linesize[0] = int(owned->stride);
    frame->data[0] = reinterpret_cast<std::uint8_t*>(owned->data.data());
    frame->buf[0] = av_buffer_create(frame->data[0], owned->data.size(), deleteImage, owned, AV_BUFFER_FLAG_READONLY);
    return wrapFrame(std::move(frame), index, {}, {1, 1});
}

std::int64_t VideoFrame::index() const { return m_data ? m_data->index : -1; }
int VideoFrame::width() const { return m_data ? m_data->frame->width : 0; }
int VideoFrame::height() const { return m_data ? m_data->frame->height : 0; }
int VideoFrame::displayWidth() const { return m_data ? m_data->displayWidth : 0; }
int VideoFrame::displayHeight() const { return m_data ? m_data->displayHeight : 0; }

std::size_t VideoFrame::bytes() const {
    std::size_t sum = 0;
    if (m_data)
        for (const auto* buffer : m_data->frame->buf)
            if (buffer) sum += buffer->size;
    return sum;
}

bool VideoFrame::planes(Planes& out) const {
    if (!m_data) return false;
    const auto& frame = *m_data->frame;
    const auto* description = av_pix_fmt_desc_get(AVPixelFormat(frame.format));
    const bool planarYuv = description && (description->flags & AV_PIX_FMT_FLAG_PLANAR) && !(description->flags & AV_PIX_FMT_FLAG_RGB) &&
                           description->nb_components == 3 && description->comp[0].depth == 8 && description->comp[1].plane == 1 &&
                           description->comp[2].plane == 2;
    if (!planarYuv) return false;
    for (int i = 0; i < 3; ++i) {
        out.data[i] = frame.data[i];
        out.stride[i] = frame.linesize[i];
    }
    out.width = frame.width;
    out.height = frame.height;
    out.chromaWidth = AV_CEIL_RSHIFT(frame.width, description->log2_chroma_w);
    out.chromaHeight = AV_CEIL_RSHIFT(frame.height, description->log2_chroma_h);
    out.matrix = m_data->matrix;
    out.fullRange = m_data->fullRange;
    out.orientation = m_data->orientation;
    return true;
}

const std::byte* VideoFrame::bgra(std::size_t& stride) const {
    if (!m_data || m_data->frame->format != AV_PIX_FMT_BGRA || !m_data->orientation.upright() || m_data->frame->linesize[0] <= 0) return nullptr;
    stride = std::size_t(m_data->frame->linesize[0]);
    return reinterpret_cast<const std::byte*>(m_data->frame->data[0]);
}

} // namespace rushes::media
