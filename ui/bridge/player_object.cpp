// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/player_object.h"

#include "ui/bridge/background.h"

namespace rushes::ui {

namespace {
constexpr int watchPeriodMs = 16;
}

PlayerObject::PlayerObject(bool sound, QObject* parent) : QObject(parent) {
    playback::PlayerOptions options;
    options.sound = sound;
    m_player = std::make_shared<playback::Player>(options);
    m_player->setWake([this, owner = QPointer<QObject>(this)] { onUiThread(owner, [this] { watch(); Q_EMIT pictureWanted(); }); });
    m_timer.setInterval(watchPeriodMs);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PlayerObject::watch);
}

PlayerObject::~PlayerObject() {
    m_player->setSource(nullptr);
    m_player->setWake({});
}

void PlayerObject::setSource(std::shared_ptr<const playback::FrameSource> source) {
    m_player->setSource(std::move(source));
    if (m_in && *m_in >= frames()) m_in.reset();
    if (m_out && *m_out >= frames()) m_out.reset();
    m_player->setIn(m_in);
    m_player->setOut(m_out);
    Q_EMIT sourceChanged();
    watch();
    Q_EMIT pictureWanted();
}

std::int64_t PlayerObject::frames() const { return m_player->source() ? m_player->source()->frames() : 0; }

QString PlayerObject::timecode() const { return timecode(m_position); }

QString PlayerObject::timecode(std::int64_t frame) const {
    const auto& source = m_player->source();
    if (!source) return QString::fromStdString(time::Timecode{}.text());
    return QString::fromStdString(time::timecodeAt({frame, source->rate()}, source->start()).text());
}

void PlayerObject::togglePlay() {
    if (!hasSource()) return;
    m_player->togglePlay();
    watch();
}

void PlayerObject::pause() {
    m_player->pause();
    watch();
}

void PlayerObject::shuttle(int direction) {
    if (!hasSource()) return;
    m_player->shuttle(direction);
    watch();
}

void PlayerObject::stop() { pause(); }

void PlayerObject::seek(std::int64_t frame) {
    m_player->seek(frame);
    watch();
    Q_EMIT pictureWanted();
}

void PlayerObject::step(int frames) {
    m_player->step(frames);
    watch();
    Q_EMIT pictureWanted();
}

void PlayerObject::toStart() { seek(in()); }
void PlayerObject::toEnd() { seek(out()); }

void PlayerObject::markIn() {
    m_in = m_position;
    if (m_out && *m_out < *m_in) m_out.reset();
    m_player->setIn(m_in);
    m_player->setOut(m_out);
    Q_EMIT stateChanged();
}

void PlayerObject::markOut() {
    m_out = m_position;
    if (m_in && *m_in > *m_out) m_in.reset();
    m_player->setIn(m_in);
    m_player->setOut(m_out);
    Q_EMIT stateChanged();
}

void PlayerObject::clearMarks() {
    m_in.reset();
    m_out.reset();
    m_player->setIn(std::nullopt);
    m_player->setOut(std::nullopt);
    Q_EMIT stateChanged();
}

void PlayerObject::setLoop(bool loop) {
    m_player->setLoop(loop);
    Q_EMIT stateChanged();
}

void PlayerObject::watch() {
    const auto state = m_player->state();
    if (state.playing != m_playing || state.speed != m_speed) {
        m_playing = state.playing;
        m_speed = state.speed;
        m_playing ? m_timer.start() : m_timer.stop();
        Q_EMIT stateChanged();
    }
    if (state.position == m_position) return;
    m_position = state.position;
    Q_EMIT moved(m_position);
}

} // namespace rushes::ui
