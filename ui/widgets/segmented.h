// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace rushes::ui {

/// One choice out of a few, side by side: the pages, the generators. A segment that cannot be chosen stays visible, faint, and says
/// why in its tool tip.
class Segmented : public QWidget {
    Q_OBJECT
public:
    /// `fill`: the segments share the whole width; else each is as wide as its word.
    explicit Segmented(bool fill = false, QWidget* parent = nullptr);

    void setSegments(const QStringList& words);
    void setUnavailable(int index, const QString& why);
    void setTip(int index, const QString& tip);
    int current() const { return m_current; }
    /// Shows another choice without telling anyone.
    void setCurrent(int index);
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Segment {
        QString word;
        QString tip;
        bool available = true;
    };
    QRect place(int index) const;
    int at(const QPoint& point) const;
    void choose(int index);

    std::vector<Segment> m_segments;
    bool m_fill;
    int m_current = 0;
    int m_hot = -1;
};

} // namespace rushes::ui
