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
#include <utility>

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

ViewportWindow::~ViewportWindow() { close(); }

/// Lets go of everything that hangs on the surface, also of what a worker is still making for it.
void ViewportWindow::close() {
    m_refresh.stop();
    if (m_worker.valid()) m_worker.wait();
    ++m_turn; // what a worker has sent is late
    m_madeInstance.reset();
    m_opened.reset();
    m_hud.reset();
    m_presenter.reset();
    if (m_stage != Stage::broken) m_stage = Stage::closed;
}

VkExtent2D ViewportWindow::pixels() const {
    return {std::uint32_t(std::lround(width() * devicePixelRatio())), std::uint32_t(std::lround(height() * devicePixelRatio()))};
}

void ViewportWindow::giveUp(const Error& why) {
    if (m_stage == Stage::broken) return;
    m_stage = Stage::broken;
    log::error(why.text());
    Q_EMIT failed(why);
}

/// Step 1, on a worker: the drivers are looked for and loaded.
void ViewportWindow::open() {
    m_stage = Stage::opening;
    if (m_instance) return openSurface();
    m_worker = std::async(std::launch::async, [this, turn = m_turn] {
        gpu::InstanceOptions options;
        options.validation = wantsValidation();
        options.extensions = {VK_KHR_SURFACE_EXTENSION_NAME, surfaceExtension()};
        m_madeInstance = gpu::Instance::create(options);
        QMetaObject::invokeMethod(this, [this, turn] { if (turn == m_turn) openSurface(); }, Qt::QueuedConnection);
    });
}

/// Step 2, here: the window's surface belongs to the window system. Step 3 starts on a worker.
void ViewportWindow::openSurface() {
    if (m_madeInstance) {
        m_worker.wait();
        const auto made = *std::exchange(m_madeInstance, std::nullopt);
        if (!made) return giveUp(made.error());
        m_instance = *made;
        m_qtInstance.setVkInstance(m_instance->handle());
        if (!m_qtInstance.create())
            return giveUp({ErrorCategory::unsupported, "The window system takes no Vulkan pictures", {}, "The studio shows pictures without it, more slowly."});
        setVulkanInstance(&m_qtInstance);
    }
    const VkSurfaceKHR surface = QVulkanInstance::surfaceForWindow(this);
    if (!surface) return giveUp({ErrorCategory::unsupported, "The viewport's window has no Vulkan surface", {}, "The studio shows pictures without it, more slowly."});
    m_worker = std::async(std::launch::async, [this, turn = m_turn, surface, size = pixels(), words = m_hudState] {
        m_opened = openDevice(surface, size, words);
        QMetaObject::invokeMethod(this, [this, turn] { if (turn == m_turn) takeOver(); }, Qt::QueuedConnection);
    });
}

/// Step 3, on a worker: device, overlay, and one empty picture, after which every pipeline of the overlay is compiled.
Result<ViewportWindow::Opened> ViewportWindow::openDevice(VkSurfaceKHR surface, VkExtent2D size, const HudState& words) const {
    Opened opened;
    auto presenter = Presenter::create(m_instance, surface, m_options);
    if (!presenter) return fail(presenter.error());
    opened.presenter = std::move(*presenter);
    HudOptions options;
    options.scale = float(devicePixelRatio());
    auto hud = Hud::create(*opened.presenter->device(), *m_instance, opened.presenter->overlayPass(), opened.presenter->imageCount(), options);
    if (!hud) return fail(hud.error());
    opened.hud = std::move(*hud);
    opened.hud->state = words;
    opened.presenter->setOverlay(opened.hud.get());
    opened.presenter->setMargins(opened.hud->stripHeight(), opened.hud->stripHeight());
    if (opened.presenter->present(size, nullptr, 16, 9) == Presenter::Outcome::failed) return fail(opened.presenter->error());
    return opened;
}

/// Step 4, here.
void ViewportWindow::takeOver() {
    m_worker.wait();
    auto opened = *std::exchange(m_opened, std::nullopt);
    if (!opened) return giveUp(opened.error());
    m_presenter = std::move(opened->presenter);
    m_hud = std::move(opened->hud);
    m_stage = Stage::ready;
    if (screen()) m_player->setRefresh(screen()->refreshRate());
    draw();
}

void ViewportWindow::refresh() {
    if (!m_refresh.isActive()) m_refresh.start(0);
}

void ViewportWindow::setStill(std::shared_ptr<const playback::Picture> still) {
    m_still = std::move(still);
    refresh();
}

QSize ViewportWindow::pictureSize() const {
    if (m_still) return {m_still->frame.displayWidth(), m_still->frame.displayHeight()};
    const auto source = m_player->source();
    return source ? QSize(source->width(), source->height()) : QSize(16, 9);
}

QRectF ViewportWindow::pictureArea() const {
    if (m_stage != Stage::ready) return {};
    const PixelRect rect = m_presenter->pictureRect(pixels(), pictureSize().width(), pictureSize().height());
    return {rect.x / devicePixelRatio(), rect.y / devicePixelRatio(), rect.width / devicePixelRatio(), rect.height / devicePixelRatio()};
}

void ViewportWindow::draw() {
    if (!isExposed()) return;
    if (m_stage == Stage::closed) open();
    if (m_stage != Stage::ready) return;
    QElapsedTimer timer;
    timer.start();
    const auto source = m_player->source();
    const QSize size = pictureSize();
    const int width = size.width(), height = size.height();
    const PixelRect rect = m_presenter->pictureRect(pixels(), width, height);
    m_player->setTarget(source ? m_presenter->wanted(rect) : playback::PictureTarget{});
    const std::shared_ptr<const playback::Picture> picture = m_still ? m_still : source ? m_player->currentFrame() : nullptr;
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
        close(); // the surface goes with the window; a new one is made when it is shown again
    }
    return QWindow::event(event);
}

void ViewportWindow::mousePressEvent(QMouseEvent* event) { Q_EMIT pressed(event); }
void ViewportWindow::keyPressEvent(QKeyEvent* event) { Q_EMIT keyed(event); }

} // namespace rushes::ui
