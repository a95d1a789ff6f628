// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/frame_source.h"

#include "engine/playback/hash.h"
#include "engine/playback/text_painter.h"

#include <algorithm>
#include <atomic>

namespace rushes::playback {
namespace {

constexpr int soundRate = 48000;
__extension__ using Wide = __int128;

/// First sample of a frame: floor(frame * 48000 / rate).
std::int64_t sampleAt(std::int64_t frame, time::FrameRate rate) {
    const auto exact = Wide(frame) * soundRate * rate.den;
    return std::int64_t(exact >= 0 ? exact / rate.num : -((-exact + rate.num - 1) / rate.num));
}

std::uint64_t wordsOf(const CardText& card) {
    std::uint64_t id = hashOf("card");
    for (const auto* words : {&card.number, &card.heading, &card.details, &card.prompt, &card.footer}) id = hashOf("\n", hashOf(*words, id));
    return id;
}

/// A cut, or one movie as a cut of a single clip.
class CutSource : public FrameSource {
public:
    CutSource(Cut cut, bool plainMovie) : m_cut(std::move(cut)), m_plainMovie(plainMovie), m_contents(m_cut.items.size()) {}

    time::FrameRate rate() const override { return m_cut.rate; }
    std::int64_t frames() const override { return m_cut.frames(); }
    int width() const override { return m_cut.width; }
    int height() const override { return m_cut.height; }
    time::Timecode start() const override { return m_cut.start; }
    const CutItem* item(std::int64_t frame) const override { return m_plainMovie ? nullptr : m_cut.at(frame); }

    bool hasSound() const override {
        return !m_cut.sounds.empty() || std::any_of(m_cut.items.begin(), m_cut.items.end(), [](const CutItem& item) { return !item.media.empty(); });
    }

    PictureId id(std::int64_t frame) const override {
        const CutItem* item = m_cut.at(frame);
        if (!item) return {hashOf("black"), 0};
        if (item->media.empty()) return {wordsOf(item->card), 0};
        const std::uint64_t content = contentOf(*item);
        return content ? PictureId{content, mediaFrame(*item, frame)} : PictureId{wordsOf(item->card) + 1, 0};
    }

    Result<media::VideoFrame> read(std::int64_t frame, MediaPool& pool) const override;
    Result<void> readRun(std::int64_t first, std::int64_t last, MediaPool& pool,
                         const std::function<bool(std::int64_t, media::VideoFrame)>& take) const override;
    std::int64_t groupStart(std::int64_t frame, MediaPool& pool) const override;
    std::vector<std::int64_t> upcoming(std::int64_t frame, int count) const override;
    AudioBlock sound(std::int64_t start, std::int64_t count, MediaPool& pool) const override;

private:
    std::int64_t mediaFrame(const CutItem& item, std::int64_t frame) const { return conformedFrame(item, frame - item.start, m_cut.rate); }
    std::uint64_t contentOf(const CutItem& item) const;
    media::VideoFrame black() const;
    media::VideoFrame card(const CutItem& item, const Error* why) const;
    bool readItemRun(const CutItem& item, std::int64_t first, std::int64_t last, MediaPool& pool,
                     const std::function<bool(std::int64_t, media::VideoFrame)>& take) const;
    void mix(AudioBlock& block, const std::filesystem::path& file, std::int64_t timelineFirst, std::int64_t timelineLast, std::int64_t mediaFirst, float gain,
             MediaPool& pool) const;

    const Cut m_cut;
    const bool m_plainMovie;

    /// Identity of each item's file, asked of the file system when first needed; 0: not asked yet.
    mutable std::vector<std::atomic<std::uint64_t>> m_contents;
};

std::uint64_t CutSource::contentOf(const CutItem& item) const {
    constexpr std::uint64_t missing = ~std::uint64_t(0);
    auto& known = m_contents[std::size_t(&item - m_cut.items.data())];
    std::uint64_t content = known.load(std::memory_order_relaxed);
    if (content == 0) {
        content = MediaPool::contentId(item.media);
        known.store(content ? content : missing, std::memory_order_relaxed);
    }
    return content == missing ? 0 : content;
}

media::VideoFrame CutSource::black() const {
    Image image = Image::create(m_cut.width, m_cut.height, PixelFormat::bgra8);
    for (std::size_t i = 3; i < image.data.size(); i += 4) image.data[i] = std::byte{255};
    return media::VideoFrame::fromImage(std::move(image));
}

media::VideoFrame CutSource::card(const CutItem& item, const Error* why) const {
    CardText words = item.card;
    if (why) words.footer = why->category == ErrorCategory::notFound ? "The media is missing: " + item.media.filename().string() : why->message;
    return media::VideoFrame::fromImage(drawCard(words, m_cut.width, m_cut.height));
}

Result<media::VideoFrame> CutSource::read(std::int64_t frame, MediaPool& pool) const {
    media::VideoFrame picture;
    const CutItem* item = m_cut.at(frame);
    if (!item) return black();
    if (item->media.empty()) return card(*item, nullptr);
    const auto done = pool.withMovie(item->media, [&](media::MovieReader& reader) -> Result<void> {
        if (!reader.info().hasVideo) return fail(ErrorCategory::badInput, item->media.filename().string() + " holds sound only");
        auto got = reader.frame(std::min(mediaFrame(*item, frame), reader.info().frames - 1));
        if (!got) return fail(std::move(got.error()));
        picture = std::move(*got);
        return {};
    });
    return done ? picture : card(*item, &done.error());
}

/// Frames first … last of the timeline, all within one clip, from one pass of its decoder. False when `take` stopped it.
bool CutSource::readItemRun(const CutItem& item, std::int64_t first, std::int64_t last, MediaPool& pool,
                            const std::function<bool(std::int64_t, media::VideoFrame)>& take) const {
    std::int64_t next = first;
    bool going = true;
    if (!item.media.empty()) {
        media::VideoFrame previous;
        const auto done = pool.withMovie(item.media, [&](media::MovieReader& reader) -> Result<void> {
            const std::int64_t end = reader.info().frames - 1;
            const auto at = [&](std::int64_t frame) { return std::min(mediaFrame(item, frame), end); };
            auto run = reader.frames(at(first), at(last), [&](media::VideoFrame picture) {
                // Frames of a faster timeline share a picture; those that were skipped over get the one before.
                for (; going && next <= last && at(next) < picture.index() && previous; ++next) going = take(next, previous);
                for (; going && next <= last && at(next) <= picture.index(); ++next) going = take(next, picture);
                previous = std::move(picture);
                return going && next <= last;
            });
            if (!run) return run;
            for (; going && next <= last && previous; ++next) going = take(next, previous);
            return {};
        });
        if (done || next > last || !going) return going;
    }
    // One picture for all of it: the card.
    auto held = read(next, pool);
    for (; held && going && next <= last; ++next) going = take(next, *held);
    return going && held;
}

Result<void> CutSource::readRun(std::int64_t first, std::int64_t last, MediaPool& pool,
                                const std::function<bool(std::int64_t, media::VideoFrame)>& take) const {
    last = std::min(last, frames() - 1);
    for (std::int64_t frame = std::max<std::int64_t>(0, first); frame <= last;) {
        const CutItem* item = m_cut.at(frame);
        if (!item) {
            if (!take(frame, black())) return {};
            ++frame;
            continue;
        }
        const std::int64_t end = std::min(last, item->start + item->frames - 1);
        if (!readItemRun(*item, frame, end, pool, take)) return {};
        frame = end + 1;
    }
    return {};
}

std::int64_t CutSource::groupStart(std::int64_t frame, MediaPool& pool) const {
    const CutItem* item = m_cut.at(frame);
    if (!item || item->media.empty()) return frame;
    std::int64_t key = 0;
    const auto asked = pool.withMovie(item->media, [&](media::MovieReader& reader) -> Result<void> {
        key = reader.keyFrameBefore(mediaFrame(*item, frame));
        return {};
    });
    if (!asked) return frame;
    constexpr std::int64_t mostFrames = 64; // a longer group is taken in parts
    std::int64_t start = frame;
    while (start > item->start && frame - start < mostFrames && mediaFrame(*item, start - 1) >= key) --start;
    return start;
}

std::vector<std::int64_t> CutSource::upcoming(std::int64_t frame, int count) const {
    std::vector<std::int64_t> starts;
    auto next = std::upper_bound(m_cut.items.begin(), m_cut.items.end(), frame, [](std::int64_t f, const CutItem& item) { return f < item.start; });
    for (; next != m_cut.items.end() && int(starts.size()) < count; ++next) starts.push_back(next->start);
    return starts;
}

/// Adds the file's sound from `mediaFirst` on to the part of the block that lies within the timeline's samples first … last.
void CutSource::mix(AudioBlock& block, const std::filesystem::path& file, std::int64_t timelineFirst, std::int64_t timelineLast, std::int64_t mediaFirst,
                    float gain, MediaPool& pool) const {
    const std::int64_t from = std::max(block.start, timelineFirst), to = std::min(block.start + block.frames(), timelineLast);
    if (from >= to) return;
    (void)pool.withSound(file, [&](media::AudioReader& reader) -> Result<void> {
        auto part = reader.read(mediaFirst + from - timelineFirst, to - from);
        if (!part) return fail(std::move(part.error()));
        float* out = block.samples.data() + (from - block.start) * 2;
        for (std::size_t i = 0; i < part->samples.size(); ++i) out[i] += part->samples[i] * gain;
        return {};
    }); // a file without sound is silent
}

AudioBlock CutSource::sound(std::int64_t start, std::int64_t count, MediaPool& pool) const {
    AudioBlock block{soundRate, 2, start, std::vector<float>(std::size_t(std::max<std::int64_t>(0, count)) * 2)};
    // The clip before the first sample's frame may still reach into it.
    const auto firstFrame = std::int64_t(Wide(std::max<std::int64_t>(0, start)) * m_cut.rate.num / (std::int64_t(soundRate) * m_cut.rate.den));
    auto item = std::upper_bound(m_cut.items.begin(), m_cut.items.end(), firstFrame, [](std::int64_t f, const CutItem& i) { return f < i.start; });
    if (item != m_cut.items.begin()) --item;
    for (; item != m_cut.items.end() && sampleAt(item->start, m_cut.rate) < start + count; ++item) {
        if (item->media.empty()) continue;
        const auto rate = item->mediaRate.num > 0 ? item->mediaRate : m_cut.rate;
        mix(block, item->media, sampleAt(item->start, m_cut.rate), sampleAt(item->start + item->frames, m_cut.rate), sampleAt(item->mediaStart, rate), 1.0f, pool);
    }
    for (const auto& sound : m_cut.sounds)
        mix(block, sound.media, sampleAt(sound.start, m_cut.rate), sampleAt(sound.start + sound.frames, m_cut.rate), sampleAt(sound.mediaStart, m_cut.rate),
            sound.gain, pool);
    for (float& sample : block.samples) sample = std::clamp(sample, -1.0f, 1.0f);
    return block;
}

} // namespace

std::shared_ptr<const FrameSource> makeCutSource(Cut cut) { return std::make_shared<CutSource>(std::move(cut), false); }

Result<std::shared_ptr<const FrameSource>> openMovieSource(const std::filesystem::path& file) {
    auto info = media::probe(file);
    if (!info) return fail(std::move(info.error()));
    if (!info->hasVideo) return fail(ErrorCategory::badInput, file.string() + " holds sound only", "Give a movie or a picture.");
    Cut cut{info->rate, info->displayWidth, info->displayHeight, {0, info->rate, time::DropFrame::no}, {}, {}};
    if (auto start = time::Timecode::parse(info->timecode, info->rate); !info->timecode.empty() && start) cut.start = *start;
    CutItem item;
    item.frames = item.mediaFrames = info->frames;
    item.media = file;
    item.mediaRate = info->rate;
    cut.items.push_back(std::move(item));
    return std::shared_ptr<const FrameSource>(std::make_shared<CutSource>(std::move(cut), true));
}

} // namespace rushes::playback
