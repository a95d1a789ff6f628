// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/studio/hand_edits.h"
#include "app/studio/stage_reader.h"

#include <QPointF>
#include <QSize>

namespace rushes::studio {

/// Directing a shot by hand: keeps the shot as it would be shot now, live, and turns drags in its picture into what the hand moved. A
/// person or a thing goes along the floor, with Shift it turns, and so it does by the wheel while it is held; anywhere else the camera
/// turns, with Shift it travels, with Ctrl it goes round its aim, and the wheel takes it nearer, or with Ctrl its lens longer. Where the
/// camera or a person has keys, the one at the playhead is set: lenses go from key to key as the camera does.
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
    Taken under(const QPointF& place) const;
    const Taken& chosen() const { return m_chosen; }
    void choose(const Taken& what);
    /// What was chosen is as the prompt says again.
    void giveBackChosen();
    void press(const QPointF& place);
    void drag(const QPointF& place, Qt::KeyboardModifiers modifiers);
    void release();
    void wheel(double notches, Qt::KeyboardModifiers modifiers = {});

    /// Keys of the camera, or of a person.
    void putKey(int person = camera);
    void removeKey(int person, std::size_t index);
    void moveKey(int person, std::size_t index, double seconds);
    void setAct(int person, std::size_t index, const std::string& act);
    /// Keys who is chosen, else the camera.
    void putKeyOfChosen() { putKey(m_chosen.isPerson() ? m_chosen.index : camera); }
    static constexpr int camera = -1;

Q_SIGNALS:
    void staged(std::shared_ptr<const rushes::studio::StagedScene> scene);
    void refused(const rushes::Error& why);
    void liveChanged(bool live);
    void chosenChanged(const rushes::studio::Taken& what);
    /// The hand moved something for good; edits with the same merge key become one.
    void moved(const rushes::stage::HandStaging& hand, const QString& what, const QString& mergeKey);

private:
    struct Grip {
        std::shared_ptr<const StagedScene> scene; ///< as it was when the mouse was pressed: what is tried out comes back in newer ones
        Taken what; ///< of that scene; nothing: the camera
        glm::vec2 place{0};
        glm::vec2 feetPlace{0}; ///< where its foot is seen
        glm::vec3 feet{0};      ///< … and lies
        float yaw = 0;
        float turned = 0;       ///< degrees, by the wheel and Shift
        glm::vec2 by{0};        ///< metres on the floor
        geometry::Camera seen;
        stage::HandStaging hand;
        stage::HandCamera camera;
    };

    void ask();
    stage::HandStaging hand() const;
    stage::HandCamera cameraNow() const;
    stage::HandStaging withCamera(stage::HandStaging hand, const stage::HandCamera& camera) const;
    stage::HandStaging withLens(double notches) const;
    bool grip(const Taken& what, const StagedPicture& picture, Grip& grip) const;
    void dragTaken(const glm::vec2& place, bool turns);
    void tryTaken();
    void dragCamera(const glm::vec2& place, Qt::KeyboardModifiers modifiers);
    double frameSeconds() const;
    void keepChosen(const StagedScene* before);

    StageReader* m_reader;
    std::optional<generate::ShotRequest> m_request;
    std::shared_ptr<const StagedScene> m_scene;
    std::optional<stage::HandStaging> m_trying; ///< what the mouse is about, not yet an edit
    std::optional<Grip> m_grip;
    Taken m_chosen;
    QString m_what;
    std::int64_t m_frame = 0;
    QSize m_room{960, 540};
    bool m_live = false;
};

} // namespace rushes::studio
