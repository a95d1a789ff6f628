// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/studio/stage_reader.h"

#include <QPointF>
#include <QSize>

namespace rushes::studio {

/// Directing a shot by hand: keeps the shot as it would be shot now, live, and turns drags in its picture into what the hand moved. A
/// person goes along the floor; anywhere else the camera turns, with Shift it travels, with Ctrl it goes round its aim, and the wheel
/// takes it nearer, or with Ctrl its lens longer. Where the camera has keys, the one at the playhead is set: lenses go from key to key as it does.
class StageDirector : public QObject {
    Q_OBJECT
public:
    explicit StageDirector(QObject* parent = nullptr);

    /// The shot that is directed; nothing when there is none that the stage could shoot.
    void setRequest(const std::optional<generate::ShotRequest>& request);
    /// The frame of the shot that is looked at.
    void setFrame(std::int64_t frame);
    /// Whether its picture is drawn, and how large it may be in pixels.
    void setLive(bool live);
    void setRoom(const QSize& pixels);
    bool live() const { return m_live; }
    const std::shared_ptr<const StagedScene>& scene() const { return m_scene; }
    double seconds() const;

    /// Places are shares of the picture from its top left.
    bool overPerson(const QPointF& place) const;
    void press(const QPointF& place);
    void drag(const QPointF& place, Qt::KeyboardModifiers modifiers);
    void release();
    void wheel(double notches, Qt::KeyboardModifiers modifiers = {});

    /// Keys of the camera.
    void putKey();
    void removeKey(std::size_t index);
    void moveKey(std::size_t index, double seconds);

Q_SIGNALS:
    void staged(std::shared_ptr<const rushes::studio::StagedScene> scene);
    void refused(const rushes::Error& why);
    void liveChanged(bool live);
    /// The hand moved something for good; edits with the same merge key become one.
    void moved(const rushes::stage::HandStaging& hand, const QString& what, const QString& mergeKey);

private:
    struct Grip {
        int person = -1; ///< -1: the camera
        glm::vec2 place{0};
        glm::vec2 feetPlace{0}; ///< where the person's feet are seen
        glm::vec3 feet{0};      ///< … and lie
        glm::vec2 start{0};     ///< of their way, on the floor
        geometry::Camera seen;
        stage::HandStaging hand;
        stage::HandCamera camera;
    };

    void ask();
    stage::HandStaging hand() const;
    stage::HandCamera cameraNow() const;
    stage::HandStaging withCamera(stage::HandStaging hand, const stage::HandCamera& camera) const;
    stage::HandStaging withLens(double notches) const;
    void dragPerson(const glm::vec2& place);
    void dragCamera(const glm::vec2& place, Qt::KeyboardModifiers modifiers);
    double frameSeconds() const;
    int personAt(const QPointF& place) const;

    StageReader* m_reader;
    std::optional<generate::ShotRequest> m_request;
    std::shared_ptr<const StagedScene> m_scene;
    std::optional<stage::HandStaging> m_trying; ///< what the mouse is about, not yet an edit
    std::optional<Grip> m_grip;
    QString m_what;
    std::int64_t m_frame = 0;
    QSize m_room{960, 540};
    bool m_live = false;
};

} // namespace rushes::studio
