// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Only for the .cpp files of engine/media: FFmpeg's types stay out of every public header.
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

#include "engine/base/result.h"

#include <memory>
#include <string>

namespace rushes::media {

struct FreeAv {
    void operator()(AVFrame* p) const { av_frame_free(&p); }
    void operator()(AVPacket* p) const { av_packet_free(&p); }
    void operator()(AVCodecContext* p) const { avcodec_free_context(&p); }
    void operator()(SwsContext* p) const { sws_freeContext(p); }
    void operator()(SwrContext* p) const { swr_free(&p); }
};

using FramePtr = std::unique_ptr<AVFrame, FreeAv>;
using PacketPtr = std::unique_ptr<AVPacket, FreeAv>;
using CodecPtr = std::unique_ptr<AVCodecContext, FreeAv>;
using SwsPtr = std::unique_ptr<SwsContext, FreeAv>;
using SwrPtr = std::unique_ptr<SwrContext, FreeAv>;

/// FFmpeg's words for one of its error codes.
std::string avText(int code);
/// noSpace, denied, notFound … from an errno value.
ErrorCategory categoryOfErrno(int code);
/// Sends FFmpeg's messages to our log (as debug) instead of standard error. Called by everything that opens something.
void quietFfmpeg();

/// Decoders that may touch a file from outside, comma-separated, as FFmpeg names them.
extern const char* const videoDecoders;
extern const char* const stillDecoders;
extern const char* const allDecoders;

/// The largest side of any picture, and the most pixels a movie's frame may have.
inline constexpr int maxSide = 16384;
inline constexpr std::int64_t maxMoviePixels = std::int64_t(8192) * 8192;

} // namespace rushes::media
