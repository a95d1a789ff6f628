// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/studio/stage_reader.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace rushes::studio {

/// The shot from above: set, people with their ways, camera with its angle of view and move. Drag a person, the tip that they face, the
/// camera or what it looks at; the wheel zooms, dragging the floor pans, a double click gives one back to the prompt. Arrow keys nudge
/// what was clicked.
class TopView : public QWidget {
    Q_OBJECT
public:
    explicit TopView(QWidget* parent = nullptr);

    void setScene(std::shared_ptr<const StagedScene> scene);
    /// Shown instead of a scene: why there is none.
    void setWords(const QString& words);
    /// Everything in view again.
    void fit();
    /// For tests: where something is, in the widget.
    QPointF personAt(const std::string& who) const;
    QPointF cameraAt() const { return at({m_eye.x, m_eye.z}); }
    QSize sizeHint() const override;

Q_SIGNALS:
    /// What is moved by hand now; `what` names the thing for the history.
    void moved(const rushes::stage::HandStaging& hand, const QString& what);

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
    enum class Part { none, floor, person, facing, camera, target };
    struct Hit {
        Part part = Part::none;
        int person = -1;
        bool operator==(const Hit&) const = default;
    };

    QPointF at(const glm::vec2& floor) const;
    glm::vec2 floorAt(const QPointF& point) const;
    QPointF facingAt(int person) const;
    Hit hit(const QPointF& point) const;
    bool byHand(const Hit& what) const;
    void drag(const Hit& what, const glm::vec2& to);
    void report(const Hit& what);
    void giveBack(const Hit& what);
    void giveBackAll();
    QString nameOf(const Hit& what) const;
    void paintGrid(QPainter& painter) const;
    void paintSet(QPainter& painter) const;
    void paintCamera(QPainter& painter) const;
    void paintPeople(QPainter& painter) const;
    void paintName(QPainter& painter, int person) const;

    std::shared_ptr<const StagedScene> m_scene;
    QString m_words;
    std::vector<glm::vec2> m_marks; ///< as shown: of the scene, or where the mouse has them
    std::vector<float> m_yaws;
    glm::vec3 m_eye{0}, m_target{0};
    double m_scale = 20; ///< pixels a metre
    QPointF m_middle;    ///< of the widget, on the floor
    bool m_fitted = true;
    Hit m_held, m_chosen, m_hovered;
    QPointF m_pressed;
    glm::vec2 m_grip{0}; ///< from the held thing to the mouse, on the floor
    bool m_dragged = false;
};

} // namespace rushes::studio
