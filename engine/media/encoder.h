// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/media/frame_data.h"
#include "engine/media/movie_writer.h"
#include "engine/media/output_file.h"
#include "engine/media/yuv_rows.h"

#include <vector>

namespace rushes::media {

/// One stream of a movie that is being written: encoder and stream of the container.
class StreamEncoder {
public:
    StreamEncoder(AVFormatContext* container, OutputFile* file) : m_container(container), m_file(file) {}

    Result<void> openVideo(const MovieWriterOptions& options, int width, int height);
    Result<void> openAudio();
    AVCodecContext* codec() const { return m_codec.get(); }
    /// Encodes a frame (null: what is still inside) and hands the packets to the container.
    Result<void> encode(const AVFrame* frame);

private:
    Result<void> addStream(const std::string& what);

    AVFormatContext* m_container;
    OutputFile* m_file;
    CodecPtr m_codec;
    AVStream* m_stream = nullptr;
    PacketPtr m_packet{av_packet_alloc()};
};

/// Collects 48 kHz stereo sound into the encoder's frames.
class SoundCollector {
public:
    Result<void> add(const AudioBlock& block, StreamEncoder& encoder);
    /// Encodes the rest and what the encoder holds.
    Result<void> finish(StreamEncoder& encoder);

private:
    Result<void> encodeFirst(std::size_t samples, StreamEncoder& encoder);

    std::vector<float> m_waiting; ///< interleaved
    std::int64_t m_position = 0;
};

/// Makes the encoder's yuv420p BT.709 pictures. Keeps its set-up from frame to frame.
class PictureFitter {
public:
    PictureFitter(int width, int height) : m_width(width), m_height(height) {}

    /// From packed pixels of the movie's size, which may be one less than the encoder's where that is odd.
    Result<FramePtr> fit(const Image& image);
    /// From any frame, stretched; without a copy where it already fits.
    Result<FramePtr> fit(const VideoFrame& frame);

private:
    Result<FramePtr> scale(const AVFrame& from, ColourMatrix matrix, bool fullRange);
    /// A frame to write into: the last one, when the encoder has let go of it.
    Result<FramePtr> blank();

    int m_width, m_height;
    SwsPtr m_scaler;
    int m_fromWidth = 0, m_fromHeight = 0, m_fromFormat = -1;
    FrameConverter m_upright;
    YuvRows m_rows;
    FramePtr m_last;
};

} // namespace rushes::media
