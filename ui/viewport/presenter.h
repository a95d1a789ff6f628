// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/gpu/device.h"
#include "engine/playback/player.h"
#include "ui/viewport/fit.h"
#include "ui/viewport/picture_path.h"
#include "ui/viewport/swapchain.h"

#include <array>
#include <functional>
#include <memory>

namespace rushes::ui {

/// What is put on top of the picture: the HUD. Recorded inside a render pass over the whole window.
struct Overlay {
    virtual ~Overlay() = default;
    /// Builds and records the overlay for a window of `extent` pixels with the picture in `picture`.
    virtual void record(VkCommandBuffer commands, VkExtent2D extent, const PixelRect& picture) = 0;
};

struct PresenterOptions {
    int above = 0, below = 0; ///< pixels kept free about the picture for the HUD's lines and a transport
    bool forceShader = false; ///< take the GPU path on a CPU device too, for tests
    std::array<float, 3> surround{0.043f, 0.047f, 0.051f}; ///< display RGB about the picture
};

/// Draws pictures into a window's surface through Vulkan: the picture by the path that suits the device, then the overlay. Knows neither
/// Qt nor GLFW. Owned by the window, which must outlive the surface; one thread.
class Presenter {
public:
    /// The instance must have the surface extensions; the surface stays the caller's. Fails as unsupported with what to do.
    static Result<std::unique_ptr<Presenter>> create(std::shared_ptr<gpu::Instance> instance, VkSurfaceKHR surface, const PresenterOptions& options);
    ~Presenter();

    const std::shared_ptr<gpu::Device>& device() const { return m_device; }
    VkRenderPass overlayPass() const { return m_overlayPass; }
    std::uint32_t imageCount() const { return m_swapchain ? m_swapchain->count() : 3; }
    void setOverlay(Overlay* overlay) { m_overlay = overlay; } ///< not owned; null for none
    void setMargins(int above, int below) {
        m_options.above = above;
        m_options.below = below;
    }

    /// Where the picture lies in a window of this size.
    PixelRect pictureRect(VkExtent2D window, int pictureWidth, int pictureHeight) const;
    /// In what form the player should deliver pictures for that rectangle.
    playback::PictureTarget wanted(const PixelRect& rect) const { return m_path->wanted(rect); }

    enum class Outcome { shown, skipped, failed };
    /// Draws and shows one frame; null draws the surround alone. Waits for nothing longer than a frame: `skipped` when the window has no
    /// free image or no area now (try again at the next refresh).
    Outcome present(VkExtent2D window, const playback::Picture* picture, int pictureWidth, int pictureHeight);
    /// Why the last present failed.
    const Error& error() const { return m_error; }

    /// The window's surface is about to go: waits for the device and lets go of it.
    void releaseSurface();

private:
    struct Slot {
        VkCommandBuffer commands = VK_NULL_HANDLE;
        VkFence done = VK_NULL_HANDLE;
        VkSemaphore acquired = VK_NULL_HANDLE;
        std::unique_ptr<Swapchain> retired; ///< kept until this slot's work is over
    };

    Presenter() = default;
    Result<void> open(const PresenterOptions& options);
    Result<void> makeOverlayPass();
    bool ensureSwapchain(VkExtent2D window, Slot& slot);
    void record(Slot& slot, int slotIndex, std::uint32_t image, const playback::Picture* picture, const PixelRect& rect);
    bool submit(Slot& slot, std::uint32_t image);

    std::shared_ptr<gpu::Device> m_device;
    VkSurfaceKHR m_surface = VK_NULL_HANDLE;
    PresenterOptions m_options;
    VkRenderPass m_overlayPass = VK_NULL_HANDLE;
    VkCommandPool m_pool = VK_NULL_HANDLE;
    std::unique_ptr<Swapchain> m_swapchain;
    std::unique_ptr<PicturePath> m_path;
    std::array<Slot, framesInFlight> m_slots;
    int m_next = 0;
    bool m_stale = false;
    Overlay* m_overlay = nullptr;
    Error m_error;
};

} // namespace rushes::ui
