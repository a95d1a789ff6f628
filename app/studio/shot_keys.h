// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/studio/hand_edits.h"

#include <QWidget>

class QMenu;

namespace rushes::studio {

/// The shot's own small timeline: the keys of the camera and of people, and who does what when. A click goes there; drag a key to another
/// time, Delete takes it away, a double click sets one, in a person's row for them; a right click on a person's key says what they do
/// from there on.
class ShotKeys : public QWidget {
    Q_OBJECT
public:
    explicit ShotKeys(QWidget* parent = nullptr);

    void setScene(std::shared_ptr<const StagedScene> scene);
    void setSeconds(double seconds);
    QSize sizeHint() const override;
    /// Who is chosen elsewhere too.
    void setChosen(const Taken& what);
    /// For tests: where a second lies in the camera's row (-1) or a person's.
    QPointF placeOf(double seconds, int person = camera) const;
    static constexpr int camera = -1;

Q_SIGNALS:
    void seekWanted(double seconds);
    void chosen(const rushes::studio::Taken& what);
    // Keys are a person's, or the camera's.
    void keyWanted(int person);
    void keyMoved(int person, std::size_t index, double seconds);
    void keyRemoved(int person, std::size_t index);
    void actWanted(int person, std::size_t index, const std::string& act);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// A key of a row: -2 rows are none.
    struct Key {
        int row = nobody, index = -1;
        bool operator==(const Key&) const = default;
        explicit operator bool() const { return index >= 0; }
    };
    static constexpr int nobody = -2;

    double length() const;
    double secondsAt(double x) const;
    int rowAt(double y) const;
    int rows() const;
    Key keyAt(const QPointF& point) const;
    std::size_t keysOf(int row) const;
    double keySeconds(const Key& key) const;
    void addActs(QMenu& menu, const Key& key);
    void paintRuler(QPainter& painter) const;
    void paintBeats(QPainter& painter) const;
    void paintKeys(QPainter& painter, int row) const;
    void paintEmpty(QPainter& painter) const;
    void paintLenses(QPainter& painter) const;

    std::shared_ptr<const StagedScene> m_scene;
    double m_seconds = 0;
    Key m_chosen, m_held;
    Taken m_person; ///< whose row is marked
    double m_heldAt = 0;
    bool m_dragged = false;
};

} // namespace rushes::studio
