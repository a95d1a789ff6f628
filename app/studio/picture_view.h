// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/session.h"

#include <QTimer>
#include <QWidget>

namespace rushes::studio {

/// Shows the player's picture without Vulkan: decode threads hand over pictures that already fit, this paints them with the HUD on top.
/// The fallback where there is no driver, and small enough to be the picture of tests.
class PictureView : public QWidget {
    Q_OBJECT
public:
    explicit PictureView(ui::Session& session, QWidget* parent = nullptr);

    void setGuides(bool on);
    /// A sentence over the picture that says why this view is used; empty: none.
    void setReason(const QString& reason);
    /// Shown in the player's place, with words of its own, until it is taken away again (a null picture).
    void setStill(const QImage& still, const QString& words);
    /// Where the picture lies in the widget.
    QRectF pictureArea() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void tick();
    void updateTarget();
    void paintHud(QPainter& painter) const;
    void paintGuides(QPainter& painter, const QRectF& picture) const;

    ui::Session& m_session;
    QTimer m_refresh;
    QImage m_picture;
    playback::PictureId m_shown;
    bool m_guides = false;
    QString m_reason;
    QImage m_still;
    QString m_stillWords;
    QPoint m_pressedAt;
    std::int64_t m_pressedFrame = 0;
};

} // namespace rushes::studio
