// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/review_window.h"

#define GLFW_INCLUDE_NONE
#include <vulkan/vulkan.h>
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace rushes::ui {
namespace {

constexpr float barHeight = 64; ///< logical pixels of the transport under the picture
constexpr ImU32 panelColour = IM_COL32(27, 29, 32, 255), lineColour = IM_COL32(51, 55, 60, 255), textColour = IM_COL32(232, 229, 223, 255),
                dimColour = IM_COL32(164, 168, 174, 255), accentColour = IM_COL32(240, 165, 58, 255), hoverColour = IM_COL32(44, 48, 52, 255);

constexpr const char* helpText = "J K L shuttle   space play   left right step   up down shot   I O in and out   P clear   C loop   G guides   H HUD   F full screen   Q close";

Error glfwFailure(const char* what) {
    const char* text = nullptr;
    glfwGetError(&text);
    return {ErrorCategory::unsupported, std::string(what) + (text ? std::string(": ") + text : std::string()), {},
            "rushes-review needs a display and a Vulkan driver (on Debian: mesa-vulkan-drivers). `rushes export` works without."};
}

} // namespace

Result<std::unique_ptr<ReviewWindow>> ReviewWindow::open(std::shared_ptr<const playback::FrameSource> source, const ReviewOptions& options) {
    std::unique_ptr<ReviewWindow> made(new ReviewWindow);
    if (auto done = made->start(std::move(source), options); !done) return fail(done.error());
    return made;
}

Result<void> ReviewWindow::start(std::shared_ptr<const playback::FrameSource> source, const ReviewOptions& options) {
    m_options = options;
    m_source = std::move(source);
    if (!glfwInit()) return fail(glfwFailure("There is no display to open a window on"));
    if (!glfwVulkanSupported()) return fail(glfwFailure("This machine has no Vulkan driver"));
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
    m_window = glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
    if (!m_window) return fail(glfwFailure("The window cannot be opened"));
    std::uint32_t count = 0;
    const char** names = glfwGetRequiredInstanceExtensions(&count);
    gpu::InstanceOptions instance;
    instance.validation = options.validation;
    instance.extensions.assign(names, names + count);
    auto made = gpu::Instance::create(instance);
    if (!made) return fail(made.error());
    m_instance = *made;
    if (glfwCreateWindowSurface(m_instance->handle(), m_window, nullptr, &m_surface) != VK_SUCCESS)
        return fail(glfwFailure("The window takes no Vulkan pictures"));
    PresenterOptions presenterOptions;
    presenterOptions.forceShader = options.forceShader;
    auto presenter = Presenter::create(m_instance, m_surface, presenterOptions);
    if (!presenter) return fail(presenter.error());
    m_presenter = std::move(*presenter);
    float scaleX = 1, scaleY = 1;
    glfwGetWindowContentScale(m_window, &scaleX, &scaleY);
    m_scale = std::max(1.0f, scaleX);
    HudOptions hudOptions;
    hudOptions.scale = m_scale;
    auto hud = Hud::create(*m_presenter->device(), *m_instance, m_presenter->overlayPass(), m_presenter->imageCount(), hudOptions);
    if (!hud) return fail(hud.error());
    m_hud = std::move(*hud);
    m_hud->more = [this](VkExtent2D extent, const PixelRect&) { transport(extent); };
    m_presenter->setOverlay(m_hud.get());
    m_presenter->setMargins(m_hud->stripHeight(), m_hud->stripHeight() + int(barHeight * m_scale));
    m_hud->below = int(barHeight * m_scale);
    m_player = std::make_unique<playback::Player>();
    m_player->setWake([] { glfwPostEmptyEvent(); });
    m_player->setSource(m_source);
    m_player->setLoop(options.loop);
    glfwSetWindowUserPointer(m_window, this);
    glfwSetKeyCallback(m_window, onKey);
    glfwSetFramebufferSizeCallback(m_window, [](GLFWwindow* window, int, int) { static_cast<ReviewWindow*>(glfwGetWindowUserPointer(window))->m_dirty = true; });
    glfwSetWindowRefreshCallback(m_window, [](GLFWwindow* window) { static_cast<ReviewWindow*>(glfwGetWindowUserPointer(window))->m_dirty = true; });
    return {};
}

ReviewWindow::~ReviewWindow() {
    m_player.reset();
    m_hud.reset();
    m_presenter.reset();
    if (m_surface) vkDestroySurfaceKHR(m_instance->handle(), m_surface, nullptr);
    m_instance.reset();
    if (m_window) glfwDestroyWindow(m_window);
    glfwTerminate();
}

void ReviewWindow::onKey(GLFWwindow* window, int key, int, int action, int mods) {
    if (action != GLFW_RELEASE) static_cast<ReviewWindow*>(glfwGetWindowUserPointer(window))->key(key, mods);
}

int ReviewWindow::run() {
    if (m_options.seconds > 0) m_player->play();
    const double started = glfwGetTime();
    while (!glfwWindowShouldClose(m_window)) {
        const bool playing = m_player->state().playing;
        // Paused, nothing is drawn until something happens.
        if (playing || m_dirty) glfwPollEvents();
        else glfwWaitEventsTimeout(0.25);
        frame();
        if (m_options.seconds > 0 && glfwGetTime() - started > m_options.seconds) {
            printCounters();
            return m_instance->validationErrors() > 0 ? 1 : 0;
        }
    }
    return 0;
}

void ReviewWindow::printCounters() {
    const auto state = m_player->state();
    std::printf("{\"shown\": %lld, \"dropped\": %lld, \"late\": %lld, \"fps\": %.2f, \"longestMs\": %.1f, \"validationErrors\": %d}\n",
                (long long)state.counters.shown, (long long)state.counters.dropped, (long long)state.counters.late, state.measuredFps, m_longestMs,
                m_instance->validationErrors());
}

void ReviewWindow::frame() {
    int width = 0, height = 0;
    glfwGetFramebufferSize(m_window, &width, &height);
    const VkExtent2D extent{std::uint32_t(width), std::uint32_t(height)};
    double x = 0, y = 0;
    glfwGetCursorPos(m_window, &x, &y);
    int logicalWidth = 0, logicalHeight = 0;
    glfwGetWindowSize(m_window, &logicalWidth, &logicalHeight);
    pointer(x * width / std::max(1, logicalWidth), y * height / std::max(1, logicalHeight),
            glfwGetMouseButton(m_window, GLFW_MOUSE_BUTTON_LEFT) == GLFW_PRESS);
    const PixelRect rect = m_presenter->pictureRect(extent, m_source->width(), m_source->height());
    m_player->setTarget(m_presenter->wanted(rect));
    const double before = glfwGetTime();
    const auto picture = m_player->currentFrame();
    updateHud();
    const auto outcome = m_presenter->present(extent, picture.get(), m_source->width(), m_source->height());
    const double took = (glfwGetTime() - before) * 1000;
    m_longestMs = std::max(m_longestMs, took);
    if (outcome == Presenter::Outcome::failed) {
        std::fprintf(stderr, "rushes-review: %s\n", m_presenter->error().text().c_str());
        glfwSetWindowShouldClose(m_window, GLFW_TRUE);
    }
    const auto state = m_player->state();
    m_dirty = outcome != Presenter::Outcome::shown || state.shown != state.position;
    if (state.playing || m_dirty) glfwWaitEventsTimeout(std::max(0.0005, 1.0 / 60 - took / 1000));
}

void ReviewWindow::updateHud() {
    const auto state = m_player->state();
    m_hud->state.timecode = m_player->timecode().text();
    if (const auto* item = m_source->item(state.position)) {
        m_hud->state.topLeft = item->shot + (item->take.empty() ? "" : " " + item->take) + (item->generator.empty() ? "" : " " + item->generator);
        m_hud->state.topRight = item->card.details;
    } else {
        m_hud->state.topLeft = m_options.title;
    }
    char line[96];
    std::snprintf(line, sizeof line, "%.2f fps %lld dropped%s", state.playing ? state.measuredFps : m_source->rate().hz(), (long long)state.counters.dropped,
                  state.loop ? "  loop" : "");
    m_hud->state.bottomRight = line;
}

void ReviewWindow::transport(VkExtent2D extent) {
    ImDrawList* list = ImGui::GetForegroundDrawList();
    const float height = barHeight * m_scale, top = float(extent.height) - height, width = float(extent.width), margin = 16 * m_scale;
    list->AddRectFilled({0, top}, {width, float(extent.height)}, panelColour);
    list->AddLine({0, top}, {width, top}, lineColour);
    scrubBar(margin, width - margin, top + 14 * m_scale);
    buttons(width * 0.5f, top + 42 * m_scale);
    const auto state = m_player->state();
    char text[128];
    std::snprintf(text, sizeof text, "frame %lld of %lld", (long long)state.position + 1, (long long)m_source->frames());
    list->AddText({margin, top + 34 * m_scale}, dimColour, text);
    const char* hint = m_help ? helpText : "Keys: press ?";
    const ImVec2 size = ImGui::CalcTextSize(hint);
    list->AddText({width - margin - size.x, top + 34 * m_scale}, dimColour, hint);
}

void ReviewWindow::scrubBar(float left, float right, float y) {
    ImDrawList* list = ImGui::GetForegroundDrawList();
    const auto state = m_player->state();
    const double frames = double(std::max<std::int64_t>(1, m_source->frames() - 1));
    const auto at = [&](std::int64_t frame) { return left + float(double(frame) / frames) * (right - left); };
    const float thick = 4 * m_scale;
    list->AddRectFilled({left, y - thick * 0.5f}, {right, y + thick * 0.5f}, hoverColour, thick * 0.5f);
    list->AddRectFilled({at(state.in), y - thick * 0.5f}, {at(std::max(state.in, state.out)), y + thick * 0.5f}, lineColour, thick * 0.5f);
    list->AddRectFilled({left, y - thick * 0.5f}, {at(state.position), y + thick * 0.5f}, accentColour, thick * 0.5f);
    list->AddCircleFilled({at(state.position), y}, 6 * m_scale, accentColour);
}

void ReviewWindow::buttons(float centre, float y) {
    ImDrawList* list = ImGui::GetForegroundDrawList();
    const float s = 7 * m_scale, gap = 38 * m_scale;
    const bool playing = m_player->state().playing;
    list->AddCircleFilled({centre, y}, 15 * m_scale, hoverColour);
    if (playing) {
        list->AddRectFilled({centre - s * 0.8f, y - s}, {centre - s * 0.25f, y + s}, textColour);
        list->AddRectFilled({centre + s * 0.25f, y - s}, {centre + s * 0.8f, y + s}, textColour);
    } else {
        list->AddTriangleFilled({centre - s * 0.6f, y - s}, {centre - s * 0.6f, y + s}, {centre + s, y}, textColour);
    }
    for (const float side : {-1.0f, 1.0f}) {
        const float near = centre + side * gap, far = centre + side * 2 * gap;
        list->AddTriangleFilled({near - side * s * 0.6f, y - s}, {near - side * s * 0.6f, y + s}, {near + side * s, y}, textColour);
        list->AddTriangleFilled({far - side * s * 0.8f, y - s}, {far - side * s * 0.8f, y + s}, {far + side * s * 0.6f, y}, textColour);
        list->AddRectFilled({far + side * s * 0.6f - m_scale, y - s}, {far + side * s * 0.6f + m_scale, y + s}, textColour);
    }
}

void ReviewWindow::pointer(double x, double y, bool down) {
    int width = 0, height = 0;
    glfwGetFramebufferSize(m_window, &width, &height);
    const double top = height - barHeight * m_scale, margin = 16 * m_scale;
    const bool pressed = down && !m_wasDown;
    m_wasDown = down;
    if (!down) m_scrubbing = false;
    if (pressed && y > top && y < top + 26 * m_scale) m_scrubbing = true;
    if (m_scrubbing) {
        const double share = std::clamp((x - margin) / std::max(1.0, width - 2 * margin), 0.0, 1.0);
        m_player->seek(std::int64_t(std::llround(share * double(m_source->frames() - 1))));
        m_dirty = true;
    } else if (pressed && y >= top + 26 * m_scale) {
        const double offset = (x - width * 0.5) / (38 * m_scale);
        if (std::abs(offset) < 0.5) m_player->togglePlay();
        else if (std::abs(offset) < 1.5) m_player->step(offset < 0 ? -1 : 1);
        else if (std::abs(offset) < 2.5) m_player->seek(offset < 0 ? 0 : m_source->frames() - 1);
        m_dirty = true;
    }
}

void ReviewWindow::toggleFullScreen() {
    if (glfwGetWindowMonitor(m_window)) {
        glfwSetWindowMonitor(m_window, nullptr, m_windowed[0], m_windowed[1], m_windowed[2], m_windowed[3], 0);
        return;
    }
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
    if (!mode) return;
    glfwGetWindowPos(m_window, &m_windowed[0], &m_windowed[1]);
    glfwGetWindowSize(m_window, &m_windowed[2], &m_windowed[3]);
    glfwSetWindowMonitor(m_window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void ReviewWindow::key(int key, int mods) {
    const auto state = m_player->state();
    const std::int64_t second = std::max<std::int64_t>(1, m_source->rate().nominal());
    m_dirty = true;
    switch (key) {
    case GLFW_KEY_J: m_player->shuttle(-1); break;
    case GLFW_KEY_K: m_player->pause(); break;
    case GLFW_KEY_L: m_player->shuttle(1); break;
    case GLFW_KEY_SPACE: m_player->togglePlay(); break;
    case GLFW_KEY_LEFT: m_player->step(mods & GLFW_MOD_SHIFT ? -second : -1); break;
    case GLFW_KEY_RIGHT: m_player->step(mods & GLFW_MOD_SHIFT ? second : 1); break;
    case GLFW_KEY_DOWN: {
        const auto next = m_source->upcoming(state.position, 1);
        m_player->seek(next.empty() ? m_source->frames() - 1 : next.front());
        break;
    }
    case GLFW_KEY_UP: {
        const auto* item = m_source->item(state.position);
        std::int64_t target = item ? item->start : 0;
        if (item && target == state.position && target > 0)
            if (const auto* before = m_source->item(target - 1)) target = before->start;
        m_player->seek(target);
        break;
    }
    case GLFW_KEY_HOME: m_player->seek(0); break;
    case GLFW_KEY_END: m_player->seek(m_source->frames() - 1); break;
    case GLFW_KEY_I: m_player->setIn(state.position); break;
    case GLFW_KEY_O: m_player->setOut(state.position); break;
    case GLFW_KEY_P:
        m_player->setIn(std::nullopt);
        m_player->setOut(std::nullopt);
        break;
    case GLFW_KEY_C: m_player->setLoop(!state.loop); break;
    case GLFW_KEY_G: m_hud->state.guides = !m_hud->state.guides; break;
    case GLFW_KEY_H: m_hud->state.visible = !m_hud->state.visible; break;
    case GLFW_KEY_F: toggleFullScreen(); break;
    case GLFW_KEY_SLASH: m_help = !m_help; break;
    case GLFW_KEY_ESCAPE:
        if (glfwGetWindowMonitor(m_window)) toggleFullScreen();
        break;
    case GLFW_KEY_Q: glfwSetWindowShouldClose(m_window, GLFW_TRUE); break;
    default: break;
    }
}

} // namespace rushes::ui
