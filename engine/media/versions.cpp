// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/media/versions.h"

#include "engine/media/ffmpeg.h"

namespace rushes::media {

std::string ffmpegVersion() {
    std::string version = av_version_info();
    version = version.substr(0, version.find('-'));
    return avcodec_find_encoder_by_name("libx264") ? version : version + " without x264";
}

} // namespace rushes::media
