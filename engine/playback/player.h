// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/playback/audio_device.h"
#include "engine/playback/frame_source.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace rushes::playback {

/// A picture ready to be shown.
struct Picture {
    media::VideoFrame frame;   ///< native planes, or packed BGRA when a target size was asked for
    std::int64_t index = 0;    ///< frame of the timeline; -1: of the cut before an edit, held until the new one has come
    PictureId id;
};

/// In what form pictures are wanted. A CPU device wants BGRA fitted to the viewport (converted by the decode threads, see
/// VideoFrame::bgra); a GPU device wants the planes as decoded.
struct PictureTarget {
    int width = 0;  ///< 0: as decoded
    int height = 0;

    bool operator==(const PictureTarget&) const = default;
};

enum class PlayMode {
    realTime,   ///< the clock leads; frames that are not ready in time are dropped and counted
    everyFrame, ///< every frame is shown; time stretches
};

struct PlayCounters {
    std::int64_t shown = 0;   ///< different frames handed out while playing
    std::int64_t dropped = 0; ///< frames whose time went by without being handed out (shuttling's skips do not count)
    std::int64_t late = 0;    ///< handed out more than one refresh after their time
};

struct PlayerState {
    std::int64_t position = 0; ///< the frame that should be on screen
    std::int64_t shown = -1;   ///< the frame that is; -1: none yet
    bool playing = false;
    double speed = 1.0;        ///< -8 … 8; the sign is the direction
    PlayMode mode = PlayMode::realTime;
    bool loop = false;
    std::int64_t in = 0, out = 0; ///< first and last frame that play and loop keep to
    PlayCounters counters;
    double measuredFps = 0;    ///< of frames handed out over the last second
    std::size_t cacheBytes = 0, cacheBudget = 0;
};

struct PlayerOptions {
    std::size_t cacheBytes = std::size_t(512) << 20;
    int decodeThreads = 2;
    bool sound = true;   ///< false: never touches a sound device
    double refreshHz = 60;
    /// The time now; another one makes tests exact. Default: the steady clock.
    std::function<std::chrono::nanoseconds()> now;
    /// Where sound goes. Default: the system's output.
    AudioDeviceFactory audio;
};

/// Plays a FrameSource. Owned by the ui thread, which calls everything here; decoding happens on threads named "decode", sound on the
/// device's. Nothing here waits for a decoder.
/// The viewport calls currentFrame() at each refresh while playing; when paused, the wake callback says when to.
class Player {
public:
    explicit Player(PlayerOptions options = {});
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    /// What to play; null: nothing. The position is kept (clamped); pictures that are the same in the new source stay cached.
    void setSource(std::shared_ptr<const FrameSource> source);
    const std::shared_ptr<const FrameSource>& source() const;
    void setTarget(PictureTarget target);
    /// Called on a decode thread when the picture that is waited for has come, or playing should begin: post an update to the ui
    /// thread and return. Set it before setSource.
    void setWake(std::function<void()> wake);

    void play();
    /// Stops on the frame that is on screen.
    void pause();
    void togglePlay();
    void seek(std::int64_t frame); ///< clamped; goes on playing if it was
    void step(std::int64_t frames); ///< pauses first; what is heard there sounds for a moment
    /// J: -1, L: +1. Each press in the running direction doubles the speed up to 8; the other direction starts at 1.
    void shuttle(int direction);
    void setSpeed(double speed); ///< -8 … 8 without 0; 0.25 for K with L
    void setIn(std::optional<std::int64_t> frame);
    void setOut(std::optional<std::int64_t> frame);
    void setLoop(bool loop);
    void setMode(PlayMode mode);
    void setVolume(float volume); ///< 0 … 1
    void setRefresh(double hz);
    void resetCounters();

    /// The picture to draw now; never waits. The last one stays until the next is ready. Null before the first.
    /// Advances the clock: this is where frames are counted as shown, late or dropped.
    std::shared_ptr<const Picture> currentFrame();
    PlayerState state();
    /// The timecode of the position.
    time::Timecode timecode() const;
    /// One sentence for the status: which device sound goes to, or why there is none.
    std::string audioStatus() const;
    /// Frames of [first, last] that are in the cache, one flag each: for the timeline's cache bar.
    std::vector<bool> cached(std::int64_t first, std::int64_t last) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace rushes::playback
