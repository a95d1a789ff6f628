// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/export/picture_feed.h"

#include "engine/export/burn_in.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <pthread.h>

namespace rushes::exports {
namespace {

constexpr std::size_t mostWaiting = 6;

} // namespace

PictureFeed::PictureFeed(std::shared_ptr<const playback::FrameSource> source, playback::MediaPool& media, std::int64_t first, std::int64_t last, int width,
                         int height, bool labels)
    : m_source(std::move(source)), m_media(media), m_width(width), m_height(height), m_labels(labels) {
    m_thread = std::thread([this, first, last] { run(first, last); });
    pthread_setname_np(m_thread.native_handle(), "decode");
}

PictureFeed::~PictureFeed() {
    {
        const std::lock_guard lock(m_shared.mutex);
        m_shared.stop = true;
    }
    m_shared.changed.notify_all();
    m_thread.join();
}

media::VideoFrame PictureFeed::next() {
    std::unique_lock lock(m_shared.mutex);
    m_shared.changed.wait(lock, [&] { return m_shared.ended || !m_shared.waiting.empty(); });
    if (m_shared.waiting.empty()) return {};
    media::VideoFrame picture = std::move(m_shared.waiting.front());
    m_shared.waiting.pop_front();
    lock.unlock();
    m_shared.changed.notify_all();
    return picture;
}

std::optional<Error> PictureFeed::error() const {
    const std::lock_guard lock(m_shared.mutex);
    return m_shared.error;
}

std::vector<std::string> PictureFeed::warnings() const {
    const std::lock_guard lock(m_shared.mutex);
    return m_shared.warnings;
}

void PictureFeed::checkMedia(const playback::CutItem& item) {
    if (item.media.empty()) return;
    const auto opened = m_media.withMovie(item.media, [](media::MovieReader&) -> Result<void> { return {}; });
    if (opened) return;
    const std::string warning = "Shot " + item.shot + " went in as a card: " + opened.error().message;
    const std::lock_guard lock(m_shared.mutex);
    if (std::find(m_shared.warnings.begin(), m_shared.warnings.end(), warning) == m_shared.warnings.end()) m_shared.warnings.push_back(warning);
}

void PictureFeed::run(std::int64_t first, std::int64_t last) {
    for (std::int64_t frame = first; frame <= last;) {
        const auto* item = m_source->item(frame);
        if (item) checkMedia(*item);
        const std::int64_t end = item ? std::min(last, item->start + item->frames - 1) : frame;
        std::int64_t reached = frame;
        const auto done = m_source->readRun(frame, end, m_media, [&](std::int64_t at, media::VideoFrame picture) {
            if (!give(at, picture)) return false;
            reached = at + 1;
            return true;
        });
        if (!done || reached <= end) break; // stopped, or out of memory
        frame = end + 1;
    }
    {
        const std::lock_guard lock(m_shared.mutex);
        m_shared.ended = true;
    }
    m_shared.changed.notify_all();
}

bool PictureFeed::give(std::int64_t frame, const media::VideoFrame& picture) {
    auto ready = prepared(frame, picture);
    std::unique_lock lock(m_shared.mutex);
    if (!ready) {
        m_shared.error = std::move(ready.error());
        return false;
    }
    m_shared.changed.wait(lock, [&] { return m_shared.stop || m_shared.waiting.size() < mostWaiting; });
    if (m_shared.stop) return false;
    m_shared.waiting.push_back(std::move(*ready));
    lock.unlock();
    m_shared.changed.notify_all();
    return true;
}

Result<media::VideoFrame> PictureFeed::prepared(std::int64_t frame, const media::VideoFrame& picture) {
    const double shape = double(picture.displayWidth()) / picture.displayHeight() * m_height / m_width;
    const bool fills = std::abs(shape - 1) < 0.01;
    if (fills && !m_labels) return picture; // the encoder scales it, or takes it as it is
    if (!m_labels && m_from.data() == picture.data() && m_made) return m_made;

    const int width = shape >= 1 || fills ? m_width : std::max(2, int(std::lround(m_width * shape)));
    const int height = shape <= 1 || fills ? m_height : std::max(2, int(std::lround(m_height / shape)));
    auto image = m_converter.toImage(picture, PixelFormat::bgra8, width, height);
    if (!image) return fail(std::move(image.error()));
    if (width != m_width || height != m_height) {
        Image whole = Image::create(m_width, m_height, PixelFormat::bgra8);
        const int left = (m_width - width) / 2, top = (m_height - height) / 2;
        for (int y = 0; y < height; ++y) std::memcpy(whole.row(top + y) + std::size_t(left) * 4, image->row(y), std::size_t(width) * 4);
        *image = std::move(whole);
    }
    if (m_labels) burnIn(*image, time::timecodeAt({frame, m_source->rate()}, m_source->start()), m_source->item(frame));
    m_from = picture;
    return m_made = media::VideoFrame::fromImage(std::move(*image), frame);
}

} // namespace rushes::exports
