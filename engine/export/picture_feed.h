// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/export/export_movie.h"
#include "engine/media/video_frame.h"
#include "engine/playback/frame_source.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace rushes::exports {

/// Reads the cut's pictures in order on a thread of its own, fitted to the size with bars where the shape differs and with labels burnt
/// in, a few ahead of the encoder. One user.
class PictureFeed {
public:
    PictureFeed(std::shared_ptr<const playback::FrameSource> source, playback::MediaPool& media, std::int64_t first, std::int64_t last, int width, int height,
                bool labels);
    ~PictureFeed();
    PictureFeed(const PictureFeed&) = delete;
    PictureFeed& operator=(const PictureFeed&) = delete;

    /// The next picture; null after the last one, or when memory ran out (then error() says so).
    media::VideoFrame next();
    std::optional<Error> error() const;
    /// Media that could not be read, each named once.
    std::vector<std::string> warnings() const;

private:
    void run(std::int64_t first, std::int64_t last);
    bool give(std::int64_t frame, const media::VideoFrame& picture);
    Result<media::VideoFrame> prepared(std::int64_t frame, const media::VideoFrame& picture);
    void checkMedia(const playback::CutItem& item);

    std::shared_ptr<const playback::FrameSource> m_source;
    playback::MediaPool& m_media;
    const int m_width, m_height;
    const bool m_labels;

    // The thread's.
    media::FrameConverter m_converter;
    media::VideoFrame m_from, m_made; ///< the last conversion: held pictures are converted once

    /// Between the thread and the encoder.
    struct Shared {
        mutable std::mutex mutex;
        std::condition_variable changed;
        std::deque<media::VideoFrame> waiting;
        std::vector<std::string> warnings;
        std::optional<Error> error;
        bool ended = false;
        bool stop = false;
    };
    Shared m_shared;
    std::thread m_thread;
};

} // namespace rushes::exports
