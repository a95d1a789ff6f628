// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/shoot/frame_writer.h"

#include "engine/media/movie_writer.h"

namespace rushes::shoot {
namespace {

class MovieFrames final : public FrameWriter {
public:
    explicit MovieFrames(media::MovieWriter writer) : m_writer(std::move(writer)) {}
    Result<void> write(const Image& picture) override { return m_writer.append(picture); }
    Result<void> finish() override { return m_writer.finish(); }

private:
    media::MovieWriter m_writer;
};

} // namespace

FrameWriterFactory movieFrames() {
    return {"mp4", [](const FrameWriterOptions& options) -> Result<std::unique_ptr<FrameWriter>> {
                auto writer = media::MovieWriter::create(options.file, media::takeOptions(options.width, options.height, options.rate));
                if (!writer) return fail(writer.error());
                return std::make_unique<MovieFrames>(std::move(*writer));
            }};
}

} // namespace rushes::shoot
