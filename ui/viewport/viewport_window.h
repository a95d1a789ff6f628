// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/playback/player.h"
#include "ui/overlay/hud.h"
#include "ui/viewport/presenter.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QVulkanInstance>
#include <QWindow>

#include <memory>

namespace rushes::ui {

/// The picture of the studio: a window of its own with its own Vulkan device, put among the widgets by QWidget::createWindowContainer
/// (make that container native before its siblings, and draw no widget over it). Shows what the player says, once a refresh while it plays
/// and when asked while it does not. Never waits for the device longer than a few milliseconds. Ui thread.
class ViewportWindow : public QWindow {
    Q_OBJECT
public:
    explicit ViewportWindow(std::shared_ptr<playback::Player> player);
    ~ViewportWindow() override;

    /// The HUD of the next frame; call `refresh` after changing it while nothing plays.
    HudState& hud() { return m_hudState; }
    void refresh();

    const PresenterOptions& options() const { return m_options; }
    void setForceShader(bool force) { m_options.forceShader = force; } ///< before it is shown; for tests
    /// Pictures shown since it opened, and the longest time one took on this thread, in milliseconds.
    std::int64_t shown() const { return m_shown; }
    double longestMs() const { return m_longestMs; }
    int validationErrors() const { return m_instance ? m_instance->validationErrors() : 0; }

Q_SIGNALS:
    /// Vulkan cannot draw here; the caller shows another view in its place.
    void failed(const rushes::Error& why);
    void firstPicture();
    void pressed(QMouseEvent* event); ///< mouse and keys over the picture, for whoever handles them
    void keyed(QKeyEvent* event);

protected:
    void exposeEvent(QExposeEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool open();
    void draw();
    void giveUp(const Error& why);
    VkExtent2D pixels() const;

    std::shared_ptr<playback::Player> m_player;
    PresenterOptions m_options;
    std::shared_ptr<gpu::Instance> m_instance;
    QVulkanInstance m_qtInstance;
    std::unique_ptr<Presenter> m_presenter;
    std::unique_ptr<Hud> m_hud;
    HudState m_hudState;
    QTimer m_refresh;
    bool m_broken = false;
    std::int64_t m_shown = 0;
    double m_longestMs = 0;
};

} // namespace rushes::ui
