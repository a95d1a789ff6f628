// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/player.h"

#include "engine/playback/audio_output.h"
#include "engine/playback/decode_pool.h"
#include "engine/playback/play_clock.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace rushes::playback {
namespace {

constexpr double fastest = 8;
/// Playing starts when so many frames are ready, or after this time whatever is ready.
constexpr int readyFrames = 6;
constexpr std::chrono::milliseconds readyTime{300}, soundTime{600};

std::chrono::nanoseconds steadyNow() { return std::chrono::steady_clock::now().time_since_epoch(); }

} // namespace

struct Player::Impl {
    PlayerOptions options;
    DecodePool pool;
    std::unique_ptr<AudioOutput> audio;
    std::shared_ptr<const FrameSource> source;
    PictureTarget target;
    std::function<void()> wake;

    std::int64_t position = 0;
    int direction = 1;
    double speed = 1;
    PlayMode mode = PlayMode::realTime;
    bool loop = false;
    std::optional<std::int64_t> in, out;

    bool playing = false;
    bool started = false; ///< the clock runs; before, frames are gathered
    std::chrono::nanoseconds asked{0};
    PlayClock clock;
    std::int64_t base = 0;      ///< frame at the clock's start
    std::int64_t walked = 0;    ///< frames from base to position, loops unrolled
    std::int64_t lastWalked = -1; ///< of the frame handed out last
    std::shared_ptr<const Picture> last;
    PlayCounters counters;
    std::deque<std::chrono::nanoseconds> handedOut;

    explicit Impl(PlayerOptions given) : options(std::move(given)), pool(options.cacheBytes, options.decodeThreads) {
        if (!options.now) options.now = steadyNow;
        if (!options.audio) options.audio = openSystemAudio;
        if (options.sound) audio = std::make_unique<AudioOutput>(options.audio, pool.media());
    }

    std::int64_t end() const { return source ? source->frames() - 1 : -1; }
    std::int64_t first() const { return std::clamp<std::int64_t>(in.value_or(0), 0, std::max<std::int64_t>(0, end())); }
    std::int64_t final() const { return std::clamp<std::int64_t>(out.value_or(end()), first(), std::max<std::int64_t>(first(), end())); }
    bool withSound() const { return audio && audio->possible() && source && source->hasSound() && speed == 1 && mode == PlayMode::realTime; }
    double pace() const { return source->rate().hz() * std::abs(speed); } ///< frames a second

    void aim();
    void restart();
    void stopPlaying(std::int64_t at);
    bool ready(std::chrono::nanoseconds now);
    std::int64_t frameAfter(std::int64_t steps) const;
    bool pastEnd(std::int64_t steps) const;
    void advance(std::chrono::nanoseconds now);
    void advanceRealTime(std::chrono::nanoseconds now);
    void advanceEveryFrame(std::chrono::nanoseconds now);
    std::shared_ptr<const Picture> pictureAt(std::int64_t frame);
    void count(std::int64_t steps, std::chrono::nanoseconds now);
    std::shared_ptr<const Picture> pickUp(std::chrono::nanoseconds now);
};

void Player::Impl::aim() {
    const bool shuttling = playing && std::abs(speed) > 1;
    pool.aim({source, target, {position, direction, first(), final(), loop}, shuttling ? std::int64_t(std::abs(speed)) : 1});
}

/// Starts the clock anew from the position: after play, a seek, another speed.
void Player::Impl::restart() {
    base = position;
    walked = 0;
    lastWalked = -1;
    started = false;
    asked = options.now();
    if (!playing) return;
    direction = speed < 0 ? -1 : 1;
    if (withSound()) audio->start({source, position, first(), final(), loop});
    else if (audio) audio->stop();
}

void Player::Impl::stopPlaying(std::int64_t at) {
    playing = started = false;
    speed = 1; // playing on is forwards, whatever the shuttle did
    position = std::clamp<std::int64_t>(at, 0, std::max<std::int64_t>(0, end()));
    if (audio) audio->stop();
    aim();
}

/// Whether the clock may start: enough frames are there and the sound is heard, or both took too long.
bool Player::Impl::ready(std::chrono::nanoseconds now) {
    if (now - asked > soundTime) return true;
    if (withSound() && audio->heard() < 0) return false;
    if (now - asked > readyTime) return true;
    for (int i = 0; i < readyFrames; ++i)
        if (!pastEnd(i) && !pool.has(source->id(frameAfter(i)))) return false;
    return true;
}

std::int64_t Player::Impl::frameAfter(std::int64_t steps) const {
    const std::int64_t frame = base + direction * steps;
    const std::int64_t low = first(), high = final(), length = high - low + 1;
    if (frame >= low && frame <= high) return frame;
    if (base < low || base > high) return std::clamp<std::int64_t>(frame, 0, end()); // started outside in and out
    if (!loop) return direction < 0 ? low : high;
    const std::int64_t wrapped = (frame - low) % length;
    return low + (wrapped < 0 ? wrapped + length : wrapped);
}

bool Player::Impl::pastEnd(std::int64_t steps) const {
    const std::int64_t frame = base + direction * steps;
    const bool inside = base >= first() && base <= final();
    return inside ? !loop && (frame < first() || frame > final()) : frame < 0 || frame > end();
}

void Player::Impl::advance(std::chrono::nanoseconds now) {
    if (!playing || !source) return;
    if (!started) {
        if (!ready(now)) return;
        started = true;
        clock.start(now);
        if (const std::int64_t heard = withSound() ? audio->heard() : -1; heard > 0) clock.follow(double(heard) / 48000, now);
    }
    if (mode == PlayMode::realTime) advanceRealTime(now);
    else advanceEveryFrame(now);
}

void Player::Impl::advanceRealTime(std::chrono::nanoseconds now) {
    if (withSound())
        if (const std::int64_t heard = audio->heard(); heard >= 0) clock.follow(double(heard) / 48000, now);
    // A hair more, so that a refresh which falls exactly on a frame's time shows that frame.
    const auto steps = std::max(walked, std::int64_t(std::floor(clock.elapsed(now) * pace() + 1e-6)));
    if (pastEnd(steps)) {
        walked = steps;
        return stopPlaying(frameAfter(steps));
    }
    if (steps == walked) return;
    walked = steps;
    position = frameAfter(steps);
    aim();
}

/// One frame on when its time has come and it is there; time stretches otherwise.
void Player::Impl::advanceEveryFrame(std::chrono::nanoseconds now) {
    if (lastWalked < walked) return; // the present one was not handed out yet
    const double period = 1 / pace();
    if (clock.elapsed(now) < double(walked + 1) * period) return;
    if (pastEnd(walked + 1)) return stopPlaying(position);
    if (!pool.has(source->id(frameAfter(walked + 1)))) {
        // Waited for: the frames after it keep their distance.
        clock.start(now - std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::duration<double>(double(walked + 1) * period)));
        return;
    }
    ++walked;
    position = frameAfter(walked);
    aim();
}

std::shared_ptr<const Picture> Player::Impl::pictureAt(std::int64_t frame) {
    const PictureId id = source->id(frame);
    if (last && last->index == frame && last->id == id && (target.width == 0 || last->frame.width() == target.width) &&
        (target.height == 0 || last->frame.height() == target.height))
        return last;
    media::VideoFrame found = pool.find(id, frame);
    return found ? std::make_shared<const Picture>(Picture{std::move(found), frame, id}) : nullptr;
}

/// Counts the frame `steps` after the base as handed out now.
void Player::Impl::count(std::int64_t steps, std::chrono::nanoseconds now) {
    if (!playing || !started || steps == lastWalked) return;
    const auto due = clock.at(double(steps) / pace());
    const auto refresh = std::chrono::duration<double>(1 / options.refreshHz + 0.001);
    if (mode == PlayMode::realTime && std::abs(speed) <= 1) {
        // The first frame is on screen already when the clock starts.
        counters.dropped += std::max<std::int64_t>(0, steps - std::max<std::int64_t>(lastWalked, -1) - 1);
        if (steps > 0 && now - due > refresh) ++counters.late;
    }
    ++counters.shown;
    lastWalked = steps;
    handedOut.push_back(now);
    while (!handedOut.empty() && now - handedOut.front() > std::chrono::seconds(1)) handedOut.pop_front();
}

std::shared_ptr<const Picture> Player::Impl::pickUp(std::chrono::nanoseconds now) {
    if (!source || end() < 0) return nullptr;
    advance(now);
    if (auto picture = pictureAt(position)) {
        count(walked, now);
        return last = picture;
    }
    // Too late for this one: the newest that is ready is better than the old one.
    if (playing && started && mode == PlayMode::realTime)
        for (std::int64_t steps = walked - 1; steps > lastWalked && steps > walked - 9; --steps)
            if (auto picture = pictureAt(frameAfter(steps))) {
                count(steps, now);
                return last = picture;
            }
    return last;
}

Player::Player(PlayerOptions options) : m_impl(std::make_unique<Impl>(std::move(options))) {}
Player::~Player() {
    m_impl->pool.setWake({});
    m_impl->audio.reset();
}

void Player::setSource(std::shared_ptr<const FrameSource> source) {
    auto& impl = *m_impl;
    impl.source = std::move(source);
    impl.position = std::clamp<std::int64_t>(impl.position, 0, std::max<std::int64_t>(0, impl.end()));
    if (!impl.source || impl.end() < 0) {
        impl.last.reset();
        impl.stopPlaying(0);
    }
    // What is on screen stays until the new picture has come, but it belongs to no frame any more.
    if (impl.last && !(impl.source->id(impl.position) == impl.last->id)) impl.last = std::make_shared<const Picture>(Picture{impl.last->frame, -1, impl.last->id});
    impl.restart();
    impl.aim();
}

const std::shared_ptr<const FrameSource>& Player::source() const { return m_impl->source; }

void Player::setTarget(PictureTarget target) {
    if (target == m_impl->target) return;
    m_impl->target = target;
    m_impl->aim();
}

void Player::setWake(std::function<void()> wake) { m_impl->pool.setWake(std::move(wake)); }

void Player::play() {
    auto& impl = *m_impl;
    if (impl.playing || impl.end() < 0) return;
    // From the end, playing begins again.
    if (impl.speed > 0 && impl.position >= impl.final()) impl.position = impl.first();
    else if (impl.speed < 0 && impl.position <= impl.first()) impl.position = impl.final();
    impl.playing = true;
    impl.restart();
    impl.aim();
}

void Player::pause() {
    auto& impl = *m_impl;
    if (!impl.playing) return;
    const bool seen = impl.last && impl.started && impl.last->id == impl.source->id(std::clamp<std::int64_t>(impl.last->index, 0, impl.end()));
    impl.stopPlaying(seen ? impl.last->index : impl.position);
}

void Player::togglePlay() { m_impl->playing ? pause() : play(); }

void Player::seek(std::int64_t frame) {
    auto& impl = *m_impl;
    frame = std::clamp<std::int64_t>(frame, 0, std::max<std::int64_t>(0, impl.end()));
    if (!impl.playing) impl.direction = 1;
    impl.position = frame;
    impl.restart();
    impl.aim();
}

void Player::step(std::int64_t frames) {
    auto& impl = *m_impl;
    pause();
    if (impl.end() < 0 || frames == 0) return;
    impl.position = std::clamp<std::int64_t>(impl.position + frames, 0, impl.end());
    impl.direction = frames < 0 ? -1 : 1;
    impl.restart();
    impl.aim();
    if (impl.audio && impl.audio->possible() && impl.source->hasSound()) {
        const auto rate = impl.source->rate();
        impl.audio->start({impl.source, impl.position, 0, impl.end(), false, 48000 * rate.den / rate.num});
    }
}

void Player::shuttle(int direction) {
    const auto& impl = *m_impl;
    const bool same = impl.playing && (impl.speed < 0) == (direction < 0);
    const double speed = same ? std::min(fastest, std::max(1.0, std::abs(impl.speed) * 2)) : 1;
    setSpeed(direction < 0 ? -speed : speed);
    play();
}

void Player::setSpeed(double speed) {
    auto& impl = *m_impl;
    if (speed == 0) return pause();
    impl.speed = std::clamp(speed, -fastest, fastest);
    impl.direction = impl.speed < 0 ? -1 : 1;
    impl.restart();
    impl.aim();
}

void Player::setIn(std::optional<std::int64_t> frame) {
    auto& impl = *m_impl;
    impl.in = frame;
    if (frame && impl.out && *impl.out < *frame) impl.out.reset();
    impl.restart();
    impl.aim();
}

void Player::setOut(std::optional<std::int64_t> frame) {
    auto& impl = *m_impl;
    impl.out = frame;
    if (frame && impl.in && *impl.in > *frame) impl.in.reset();
    impl.restart();
    impl.aim();
}

void Player::setLoop(bool loop) {
    m_impl->loop = loop;
    m_impl->restart();
    m_impl->aim();
}

void Player::setMode(PlayMode mode) {
    m_impl->mode = mode;
    m_impl->restart();
    m_impl->aim();
}

void Player::setVolume(float volume) {
    if (m_impl->audio) m_impl->audio->setVolume(std::clamp(volume, 0.0f, 1.0f));
}

void Player::setRefresh(double hz) {
    if (hz > 1) m_impl->options.refreshHz = hz;
}

void Player::resetCounters() { m_impl->counters = {}; }

std::shared_ptr<const Picture> Player::currentFrame() { return m_impl->pickUp(m_impl->options.now()); }

PlayerState Player::state() {
    auto& impl = *m_impl;
    const auto now = impl.options.now();
    PlayerState state{impl.position, impl.last ? impl.last->index : -1, impl.playing, impl.speed, impl.mode, impl.loop, impl.first(), impl.final(), impl.counters};
    const auto recent = std::count_if(impl.handedOut.begin(), impl.handedOut.end(), [&](auto when) { return now - when <= std::chrono::seconds(1); });
    state.measuredFps = impl.playing ? double(recent) : 0;
    state.cacheBytes = impl.pool.bytes();
    state.cacheBudget = impl.pool.budget();
    return state;
}

time::Timecode Player::timecode() const {
    const auto& impl = *m_impl;
    if (!impl.source) return {0, time::rate24, time::DropFrame::no};
    return time::timecodeAt({impl.position, impl.source->rate()}, impl.source->start());
}

std::string Player::audioStatus() const { return m_impl->audio ? m_impl->audio->status() : "Sound is switched off."; }

std::vector<bool> Player::cached(std::int64_t first, std::int64_t last) const {
    const auto& impl = *m_impl;
    std::vector<bool> flags(std::size_t(std::max<std::int64_t>(0, last - first + 1)));
    for (std::int64_t frame = std::max<std::int64_t>(0, first); frame <= std::min(last, impl.end()); ++frame)
        flags[std::size_t(frame - first)] = impl.pool.has(impl.source->id(frame));
    return flags;
}

} // namespace rushes::playback
