// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/playback/player.h"
#include "engine/playback/project_cut.h"
#include "ui/overlay/hud.h"
#include "ui/viewport/presenter.h"

#include <memory>
#include <string>

struct GLFWwindow;

namespace rushes::ui {

struct ReviewOptions {
    std::string title;
    int width = 1280, height = 800;
    bool validation = false;
    bool loop = false;
    int seconds = 0;     ///< plays for that long, prints counters as JSON and closes; 0: until the user closes it
    bool forceShader = false;
};

/// The player for a producer or a second screen: one window, the picture, the HUD and a transport. No Qt.
class ReviewWindow {
public:
    /// Opens the window and its Vulkan device. Errors: unsupported when there is no display or no driver, with what to do.
    static Result<std::unique_ptr<ReviewWindow>> open(std::shared_ptr<const playback::FrameSource> source, const ReviewOptions& options);
    ~ReviewWindow();

    /// Runs until the window closes. The program's exit code.
    int run();

private:
    ReviewWindow() = default;
    Result<void> start(std::shared_ptr<const playback::FrameSource> source, const ReviewOptions& options);
    void frame();
    void updateHud();
    void transport(VkExtent2D extent);
    void scrubBar(float left, float right, float y);
    void buttons(float centre, float y);
    void key(int key, int mods);
    void pointer(double x, double y, bool down);
    void toggleFullScreen();
    void printCounters();
    static void onKey(GLFWwindow* window, int key, int scan, int action, int mods);

    ReviewOptions m_options;
    GLFWwindow* m_window = nullptr;
    VkSurfaceKHR m_surface = VK_NULL_HANDLE;
    std::shared_ptr<gpu::Instance> m_instance;
    std::unique_ptr<Presenter> m_presenter;
    std::unique_ptr<Hud> m_hud;
    std::unique_ptr<playback::Player> m_player;
    std::shared_ptr<const playback::FrameSource> m_source;
    float m_scale = 1;
    bool m_scrubbing = false, m_dirty = true, m_help = false, m_wasDown = false;
    int m_windowed[4] = {0, 0, 0, 0};
    double m_longestMs = 0;
};

} // namespace rushes::ui
