// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"

#include <QAbstractScrollArea>

#include <vector>

namespace rushes::ui {

/// The film as cards in scenes. Lays itself out in plain rectangles and paints only what is on screen, so ten thousand shots scroll like
/// ten. Drag a card to move its shot.
class StoryboardView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit StoryboardView(Session& session, QWidget* parent = nullptr);

    /// Where a shot's card lies in the viewport; null when it is not laid out.
    QRect cardRect(project::ShotId shot) const;
    void showSelected();
    /// Only shots whose prompt, number or dialogue has this text; empty: all.
    void setFilter(const QString& text);
    bool isEmpty() const { return m_cards.empty(); }

Q_SIGNALS:
    void promptWanted(); ///< a card was double-clicked: the prompt shall be edited
    void shotMenuWanted(const QPoint& global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Heading {
        int top = 0;
        QString number, place, when, length;
    };
    struct Card {
        project::ShotId shot;
        QRect rect; ///< in content coordinates
    };
    void rebuild();
    void layOut();
    bool passes(const project::Shot& shot) const;
    int at(const QPoint& viewportPoint) const;
    int insertionAt(const QPoint& viewportPoint) const;
    void paintHeading(QPainter& painter, const Heading& heading) const;
    void dropAt(int index);
    void moveSelection(int columns, int rows);
    int offset() const;

    Session& m_session;
    struct Group {
        Heading heading;
        std::vector<project::ShotId> shots;
    };
    std::vector<Group> m_groups;
    std::vector<Heading> m_headings;
    std::vector<Card> m_cards; ///< in the film's order, so top grows
    QString m_filter;
    int m_columns = 1;
    int m_hot = -1;
    QPoint m_pressedAt;
    int m_pressed = -1;
    bool m_dragging = false;
    int m_insertion = -1;
};

} // namespace rushes::ui
