// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/playback/player.h"
#include "ui/overlay/hud.h"
#include "ui/viewport/presenter.h"

#include <QElapsedTimer>
#include <QRectF>
#include <QSize>
#include <QTimer>
#include <QVulkanInstance>
#include <QWindow>

#include <future>
#include <memory>
#include <optional>

namespace rushes::ui {

/// The picture of the studio: a window of its own with its own Vulkan device, put among the widgets by QWidget::createWindowContainer
/// (make that container native before its siblings, and draw no widget over it). Shows what the player says, once a refresh while it plays
/// and when asked while it does not. Ui thread; the device is opened on a worker, and then nothing here waits for it longer than a few
/// milliseconds.
class ViewportWindow : public QWindow {
    Q_OBJECT
public:
    explicit ViewportWindow(std::shared_ptr<playback::Player> player);
    ~ViewportWindow() override;

    /// The HUD of the next frame; call `refresh` after changing it while nothing plays.
    HudState& hud() { return m_hudState; }
    void refresh();
    /// Shown in the player's place until it is taken away again (null).
    void setStill(std::shared_ptr<const playback::Picture> still);
    /// Where the picture lies in the window, in logical pixels; empty before it is open.
    QRectF pictureArea() const;

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
    /// How far opening has come: each step on a worker is followed by one on the ui thread.
    enum class Stage { closed, opening, ready, broken };
    /// What a worker made for this surface; the window takes it over, or lets go of it with the surface.
    struct Opened {
        std::unique_ptr<Presenter> presenter;
        std::unique_ptr<Hud> hud;
    };

    void open();
    void openSurface();
    void takeOver();
    void close();
    Result<Opened> openDevice(VkSurfaceKHR surface, VkExtent2D size, const HudState& words) const;
    void draw();
    void giveUp(const Error& why);
    VkExtent2D pixels() const;
    QSize pictureSize() const;

    std::shared_ptr<playback::Player> m_player;
    PresenterOptions m_options;
    std::shared_ptr<gpu::Instance> m_instance;
    QVulkanInstance m_qtInstance;
    std::unique_ptr<Presenter> m_presenter;
    std::unique_ptr<Hud> m_hud;
    HudState m_hudState;
    std::shared_ptr<const playback::Picture> m_still;
    QTimer m_refresh;
    Stage m_stage = Stage::closed;
    std::future<void> m_worker;
    int m_turn = 0; ///< of opening; counts closings
    std::optional<Result<std::shared_ptr<gpu::Instance>>> m_madeInstance; ///< the worker's until it is waited for
    std::optional<Result<Opened>> m_opened;                               ///< likewise
    std::int64_t m_shown = 0;
    double m_longestMs = 0;
};

} // namespace rushes::ui
