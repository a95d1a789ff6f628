// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/ffmpeg.h"

#include "engine/base/log.h"

#include <array>
#include <cerrno>
#include <mutex>

namespace rushes::media {
namespace {

void toOurLog(void* context, int level, const char* format, va_list arguments) {
    if (level > AV_LOG_WARNING) return;
    std::array<char, 512> line{};
    int prefix = 1;
    av_log_format_line2(context, level, format, arguments, line.data(), int(line.size()), &prefix);
    std::string text(line.data());
    while (!text.empty() && text.back() == '\n') text.pop_back();
    if (!text.empty()) log::debug("ffmpeg: " + text);
}

} // namespace

#define RUSHES_STILLS "png,apng,mjpeg,exr,tiff,bmp,webp,dpx,gif,psd"
#define RUSHES_MOVIES \
    "h264,hevc,vp8,vp9,libdav1d,libaom-av1,prores,dnxhd,mpeg4,mpeg2video,mpeg1video,rawvideo,v210,qtrle,ffv1,huffyuv,ffvhuff,utvideo,cfhd,jpeg2000,svq3," \
    "msmpeg4v2,msmpeg4v3,flv,cinepak,rpza,dvvideo," RUSHES_STILLS
#define RUSHES_SOUNDS \
    "aac,mp3float,mp3,mp2float,mp2,ac3,eac3,flac,alac,opus,libopus,vorbis,libvorbis,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be," \
    "pcm_s64le,pcm_s64be,pcm_f32le,pcm_f32be,pcm_f64le,pcm_f64be,pcm_u8,pcm_s8,pcm_u16le,pcm_u16be,pcm_u24le,pcm_u24be,pcm_u32le,pcm_u32be," \
    "pcm_mulaw,pcm_alaw,adpcm_ima_wav,adpcm_ima_qt,adpcm_ms"

const char* const videoDecoders = RUSHES_MOVIES;
const char* const stillDecoders = RUSHES_STILLS;
const char* const allDecoders = RUSHES_MOVIES "," RUSHES_SOUNDS;

std::string avText(int code) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return text.data();
}

ErrorCategory categoryOfErrno(int code) {
    switch (code) {
    case ENOENT:
    case ENOTDIR: return ErrorCategory::notFound;
    case EACCES:
    case EPERM:
    case EROFS: return ErrorCategory::denied;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
    case ENOMEM: return ErrorCategory::noSpace;
    case ELOOP:
    case EISDIR: return ErrorCategory::badInput;
    default: return ErrorCategory::internal;
    }
}

void quietFfmpeg() {
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_callback(toOurLog); });
}

} // namespace rushes::media
