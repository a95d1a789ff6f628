// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
#include "engine/base/image.h"
#include "ui/bridge/session.h"

#include <QUrl>
#include <QWidget>

class QBoxLayout;
class QKeyEvent;

namespace rushes::ui {
class ViewportWindow;
}

namespace rushes::studio {

class PictureView;

/// Where the picture is: the Vulkan viewport in its container where there is a driver and a window system that takes its pictures, else
/// the painted view with a sentence that says why.
/// RUSHES_PICTURE=painted asks for the painted one.
class ViewportPane : public QWidget {
    Q_OBJECT
public:
    explicit ViewportPane(ui::Session& session, QWidget* parent = nullptr);

    bool usesVulkan() const { return m_window != nullptr; }

    /// A picture in the player's place and what stands over it; a null one gives the place back.
    void setStill(const Image& still, const QString& words);
    void clearStill();
    /// Room for a picture, device pixels.
    QSize room() const;
    /// While it is on, the mouse in the picture is told below and does nothing else.
    void setHandling(bool on);
    /// Whether the mouse is over something that can be taken.
    void setHand(bool open);

public Q_SLOTS:
    void setGuides(bool on);

Q_SIGNALS:
    void filesDropped(const QList<QUrl>& files);
    // Places are shares of the picture from its top left.
    void pressed(const QPointF& place);
    void dragged(const QPointF& place, Qt::KeyboardModifiers modifiers);
    void released();
    void hovered(const QPointF& place);
    void wheeled(double notches, Qt::KeyboardModifiers modifiers);
    void roomChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    bool openVulkan();
    void fallBack(const QString& reason);
    void updateHud();
    void passKey(const QKeyEvent& event);
    bool handle(QEvent* event);
    QPointF placeOf(const QPointF& point) const;

    ui::Session& m_session;
    QBoxLayout* m_column;
    ui::ViewportWindow* m_window = nullptr; ///< owned by the container
    QWidget* m_container = nullptr;
    PictureView* m_painted = nullptr;
    bool m_guides = false;
    bool m_handling = false;
    QString m_stillWords; ///< empty: the player's picture is shown
};

} // namespace rushes::studio
