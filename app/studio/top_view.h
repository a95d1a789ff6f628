// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/studio/hand_edits.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace rushes::studio {

/// The shot from above: set, people with their ways, things, camera with its angle of view and move. Drag a person, a thing, the tip that
/// they face, a point of a way, the camera or what it looks at. The wheel zooms, dragging the floor pans; a double click gives a way a
/// point, or gives what was moved back to the prompt. Arrow keys nudge what was clicked, [ and ] turn it.
class TopView : public QWidget {
    Q_OBJECT
public:
    explicit TopView(QWidget* parent = nullptr);

    void setScene(std::shared_ptr<const StagedScene> scene);
    /// Shown instead of a scene: why there is none.
    void setWords(const QString& words);
    /// Where the playhead is, seconds of the shot: who has keys is shown there.
    void setSeconds(double seconds);
    /// What is chosen elsewhere too.
    void setChosen(const Taken& what);
    /// Everything in view again.
    void fit();
    /// For tests: where something is, in the widget.
    QPointF personAt(const std::string& who) const;
    QPointF thingAt(const std::string& key) const;
    QPointF facingAt(const Taken& what) const;
    QPointF pointAt(const Taken& what, int way, int point) const;
    QPointF keyAt(const std::string& who, int key) const;
    QPointF cameraAt() const { return at({m_eye.x, m_eye.z}); }
    QPointF at(const glm::vec2& floor) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    /// What is moved by hand now; `what` names the thing for the history.
    void moved(const rushes::stage::HandStaging& hand, const QString& what);
    void chosen(const rushes::studio::Taken& what);
    void keyWanted(int person);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Part { none, floor, body, facing, point, key, camera, target };
    struct Hit {
        Part part = Part::none;
        Taken what;
        int way = -1, point = -1; ///< of a way; `point` is the key's index for a key
        bool operator==(const Hit&) const = default;
    };
    /// As shown: of the scene, or where the mouse has them.
    struct Shown {
        glm::vec2 at{0};
        float yaw = 0;
        std::vector<std::vector<glm::vec2>> ways;
        std::vector<glm::vec2> keys;
    };

    glm::vec2 floorAt(const QPointF& point) const;
    Shown& shown(const Taken& what) { return what.isPerson() ? m_people[std::size_t(what.index)] : m_things[std::size_t(what.index)]; }
    const Shown& shown(const Taken& what) const { return what.isPerson() ? m_people[std::size_t(what.index)] : m_things[std::size_t(what.index)]; }
    /// One way from its start to its end, as shown.
    std::vector<glm::vec2> lineOf(const Taken& what, std::size_t way) const;
    QPolygonF outlineOf(int thing) const;
    Hit hit(const QPointF& point) const;
    Hit hitPerson(const QPointF& point, double reach) const;
    Hit hitPoint(const QPointF& point) const;
    Hit hitThing(const QPointF& point) const;
    /// The way under a place, and before which of its points; `way` -1 for none.
    Hit wayUnder(const QPointF& point) const;
    bool isByHand(const Hit& what) const;
    glm::vec2 centreOf(const Hit& what) const;
    void showScene(const StagedScene& scene);
    void drag(const Hit& what, const glm::vec2& to);
    void dragBody(const Taken& what, const glm::vec2& to);
    void report(const Hit& what);
    void addPoint(const Hit& way, const glm::vec2& at);
    void removePoint(const Hit& what);
    void giveBack(const Hit& what);
    void giveBackAll();
    void turn(float by);
    void choose(const Hit& what);
    QString nameOfHit(const Hit& what) const;
    void say(const stage::HandStaging& hand, const QString& what);

    void paintGrid(QPainter& painter) const;
    void paintSet(QPainter& painter) const;
    void paintThings(QPainter& painter) const;
    void paintCamera(QPainter& painter) const;
    void paintWays(QPainter& painter, const Taken& what) const;
    void paintPeople(QPainter& painter) const;
    void paintName(QPainter& painter, const Taken& what) const;
    bool isOver(const Taken& what) const { return (m_hovered.what == what && m_hovered.part != Part::none) || m_held.what == what; }

    std::shared_ptr<const StagedScene> m_scene;
    QString m_words;
    std::vector<Shown> m_people, m_things;
    std::vector<int> m_outlines; ///< of things: index in the plan's outlines, or -1
    glm::vec3 m_eye{0}, m_target{0};
    double m_seconds = 0;
    double m_scale = 20; ///< pixels a metre
    QPointF m_middle;    ///< of the widget, on the floor
    bool m_fitted = true;
    Hit m_held, m_chosen, m_hovered;
    QPointF m_pressed;
    glm::vec2 m_grip{0}; ///< from the held thing to the mouse, on the floor
    bool m_dragged = false, m_panning = false;
};

} // namespace rushes::studio
