// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/viewport/viewport_window.h"

#include "engine/base/log.h"

#include <QGuiApplication>
#include <QMouseEvent>
#include <QPlatformSurfaceEvent>
#include <QScreen>

#include <algorithm>
#include <cmath>

namespace rushes::ui {
namespace {

/// The surface extension of the platform that Qt runs on.
const char* surfaceExtension() {
    const QString platform = QGuiApplication::platformName();
    return platform.startsWith(QLatin1String("wayland")) ? "VK_KHR_wayland_surface" : "VK_KHR_xcb_surface";
}

bool wantsValidation() { return qEnvironmentVariableIsSet("RUSHES_VALIDATION"); }

} // namespace

ViewportWindow::ViewportWindow(std::shared_ptr<playback::Player> player) : m_player(std::move(player)) {
    setSurfaceType(QSurface::VulkanSurface);
    m_refresh.setSingleShot(true);
    m_refresh.setTimerType(Qt::PreciseTimer);
    connect(&m_refresh, &QTimer::timeout, this, &ViewportWindow::draw);
}

ViewportWindow::~ViewportWindow() {
    m_hud.reset();
    m_presenter.reset();
}

VkExtent2D ViewportWindow::pixels() const {
    return {std::uint32_t(std::lround(width() * devicePixelRatio())), std::uint32_t(std::lround(height() * devicePixelRatio()))};
}

void ViewportWindow::giveUp(const Error& why) {
    if (m_broken) return;
    m_broken = true;
    log::error(why.text());
    Q_EMIT failed(why);
}

bool ViewportWindow::open() {
    if (m_presenter) return true;
    if (m_broken) return false;
    gpu::InstanceOptions options;
    options.validation = wantsValidation();
    options.extensions = {VK_KHR_SURFACE_EXTENSION_NAME, surfaceExtension()};
    auto instance = gpu::Instance::create(options);
    if (!instance) return giveUp(instance.error()), false;
    m_instance = *instance;
    m_qtInstance.setVkInstance(m_instance->handle());
    if (!m_qtInstance.create()) {
        giveUp({ErrorCategory::unsupported, "The window system takes no Vulkan pictures", {}, "The studio shows pictures without it, more slowly."});
        return false;
    }
    setVulkanInstance(&m_qtInstance);
    const VkSurfaceKHR surface = QVulkanInstance::surfaceForWindow(this);
    auto presenter = surface ? Presenter::create(m_instance, surface, m_options)
                             : Result<std::unique_ptr<Presenter>>(fail(ErrorCategory::unsupported, "The viewport's window has no Vulkan surface"));
    if (!presenter) return giveUp(presenter.error()), false;
    m_presenter = std::move(*presenter);
    HudOptions hudOptions;
    hudOptions.scale = float(devicePixelRatio());
    auto hud = Hud::create(*m_presenter->device(), *m_instance, m_presenter->overlayPass(), m_presenter->imageCount(), hudOptions);
    if (!hud) return giveUp(hud.error()), false;
    m_hud = std::move(*hud);
    m_presenter->setOverlay(m_hud.get());
    m_presenter->setMargins(m_hud->stripHeight(), m_hud->stripHeight());
    if (screen()) m_player->setRefresh(screen()->refreshRate());
    return true;
}

void ViewportWindow::refresh() {
    if (!m_refresh.isActive()) m_refresh.start(0);
}

void ViewportWindow::draw() {
    if (!isExposed() || !open()) return;
    QElapsedTimer timer;
    timer.start();
    const auto source = m_player->source();
    const int width = source ? source->width() : 16, height = source ? source->height() : 9;
    const PixelRect rect = m_presenter->pictureRect(pixels(), width, height);
    m_player->setTarget(source ? m_presenter->wanted(rect) : playback::PictureTarget{});
    const auto picture = source ? m_player->currentFrame() : nullptr;
    m_hud->state = m_hudState;
    const auto outcome = m_presenter->present(pixels(), picture.get(), width, height);
    if (outcome == Presenter::Outcome::failed) return giveUp(m_presenter->error());
    m_longestMs = std::max(m_longestMs, double(timer.nsecsElapsed()) / 1e6);
    if (outcome == Presenter::Outcome::shown && picture && m_shown++ == 0) Q_EMIT firstPicture();
    const bool playing = m_player->state().playing;
    if (outcome == Presenter::Outcome::skipped || playing) {
        // The device's own clock is none on a CPU device: pace by the screen's.
        const double period = 1000.0 / std::max(24.0, screen() ? screen()->refreshRate() : 60.0);
        m_refresh.start(std::max(1, int(period - double(timer.elapsed()))));
    }
}

void ViewportWindow::exposeEvent(QExposeEvent*) {
    if (isExposed()) draw();
}

void ViewportWindow::resizeEvent(QResizeEvent*) { refresh(); }

bool ViewportWindow::event(QEvent* event) {
    if (event->type() == QEvent::UpdateRequest) draw();
    if (event->type() == QEvent::PlatformSurface &&
        static_cast<QPlatformSurfaceEvent*>(event)->surfaceEventType() == QPlatformSurfaceEvent::SurfaceAboutToBeDestroyed) {
        // The surface goes with the window; a new one is made when it is shown again.
        m_refresh.stop();
        m_hud.reset();
        m_presenter.reset();
    }
    return QWindow::event(event);
}

void ViewportWindow::mousePressEvent(QMouseEvent* event) { Q_EMIT pressed(event); }
void ViewportWindow::keyPressEvent(QKeyEvent* event) { Q_EMIT keyed(event); }

} // namespace rushes::ui
