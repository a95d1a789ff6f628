// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/playback/player.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace rushes::ui {

/// The player with Qt's signals: one playhead for the viewport, the timeline and the keys. Ui thread.
/// Whoever shows the picture calls player()->currentFrame(), once a refresh; this object only watches.
class PlayerObject : public QObject {
    Q_OBJECT
public:
    explicit PlayerObject(bool sound, QObject* parent = nullptr);
    ~PlayerObject() override;

    const std::shared_ptr<playback::Player>& player() const { return m_player; }
    /// The wake callback belongs to this object; a picture view listens to `pictureWanted`.
    void setSource(std::shared_ptr<const playback::FrameSource> source);
    bool hasSource() const { return bool(m_player->source()); }
    std::int64_t frames() const;
    std::int64_t position() const { return m_position; }
    bool playing() const { return m_playing; }
    /// What plays and loops; whole source when nothing is marked.
    bool hasIn() const { return m_in.has_value(); }
    bool hasOut() const { return m_out.has_value(); }
    std::int64_t in() const { return m_in.value_or(0); }
    std::int64_t out() const { return m_out.value_or(std::max<std::int64_t>(frames() - 1, 0)); }
    QString timecode() const;
    QString timecode(std::int64_t frame) const;

public Q_SLOTS:
    void togglePlay();
    void pause();
    void shuttle(int direction);
    void stop();
    void seek(std::int64_t frame);
    void step(int frames);
    void toStart();
    void toEnd();
    void markIn();
    void markOut();
    void clearMarks();
    void setLoop(bool loop);

Q_SIGNALS:
    void moved(std::int64_t frame);  ///< the playhead stands elsewhere
    void stateChanged();             ///< playing, speed, marks, loop
    void sourceChanged();
    void pictureWanted();            ///< a picture that was waited for has come

private:
    void watch();

    std::shared_ptr<playback::Player> m_player;
    QTimer m_timer;
    std::int64_t m_position = 0;
    bool m_playing = false;
    double m_speed = 1;
    std::optional<std::int64_t> m_in, m_out;
};

} // namespace rushes::ui
