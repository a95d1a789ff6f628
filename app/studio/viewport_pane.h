// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
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

public Q_SLOTS:
    void setGuides(bool on);

Q_SIGNALS:
    void filesDropped(const QList<QUrl>& files);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool openVulkan();
    void fallBack(const QString& reason);
    void updateHud();
    void passKey(const QKeyEvent& event);

    ui::Session& m_session;
    QBoxLayout* m_column;
    ui::ViewportWindow* m_window = nullptr; ///< owned by the container
    QWidget* m_container = nullptr;
    PictureView* m_painted = nullptr;
    bool m_guides = false;
};

} // namespace rushes::studio
