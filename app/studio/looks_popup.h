// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#ifdef RUSHES_STAGE

#include "ui/bridge/session.h"

#include <QHash>
#include <QImage>
#include <QWidget>

namespace rushes::studio {

/// The looks that the film keeps: each with what was painted, by whom and on what terms, a way to use it on the selected shot or no longer,
/// and to take it off the film. Pictures are read on a worker.
class LooksPopup : public QWidget {
    Q_OBJECT
public:
    explicit LooksPopup(ui::Session& session, QWidget* parent = nullptr);

    void openUnder(QWidget* button);
    /// Where the row's "use" and bin are, for those who press them.
    QRect useRect(int row) const;
    QRect removeRect(int row) const;

Q_SIGNALS:
    void used(rushes::project::ShotId shot, const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// What a look's file says.
    struct Contents {
        QImage picture;
        QString words; ///< "2 painted frames of 12A", or what is wrong with the file
        bool broken = false;
    };
    std::vector<const project::Reference*> rows() const;
    QRect rowRect(int row) const;
    void refresh();
    const Contents* contentsOf(const project::Reference& look);
    void paintRow(QPainter& painter, int index, const project::Reference& look);
    void toggle(const project::Reference& look);

    ui::Session& m_session;
    QHash<QString, Contents> m_contents; ///< by media
    QSet<QString> m_asked;
    QPoint m_mouse{-1, -1};
    int m_scrolled = 0, m_row = -1; ///< m_row: the keyboard's
};

} // namespace rushes::studio

#endif
