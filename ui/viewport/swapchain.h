// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/gpu/device.h"

#include <vulkan/vulkan.h>

#include <memory>
#include <optional>
#include <vector>

namespace rushes::ui {

/// The images of a window and how they reach the screen. Owned by a Presenter, used on its thread.
class Swapchain {
public:
    /// `extent` is in pixels and is clamped to what the surface allows. `old` is retired and its images reused where possible.
    static Result<std::unique_ptr<Swapchain>> create(std::shared_ptr<gpu::Device> device, VkSurfaceKHR surface, VkExtent2D extent,
                                                     VkRenderPass overlayPass, const Swapchain* old);
    ~Swapchain();
    Swapchain(const Swapchain&) = delete;
    Swapchain& operator=(const Swapchain&) = delete;

    struct Acquired {
        std::uint32_t index = 0;
        bool suboptimal = false;
    };
    /// The next image to draw into; nothing when the window changed and the swapchain must be made anew, or no image is free within
    /// `timeoutNs`.
    std::optional<Acquired> acquire(VkSemaphore signal, std::uint64_t timeoutNs, bool& outOfDate);
    /// Shows an image; false: make the swapchain anew.
    bool present(std::uint32_t index);

    VkExtent2D extent() const { return m_extent; }
    VkImage image(std::uint32_t index) const { return m_images[index].image; }
    VkImageView view(std::uint32_t index) const { return m_images[index].view; }
    VkFramebuffer framebuffer(std::uint32_t index) const { return m_images[index].framebuffer; }
    /// Signalled when the image's drawing is done; one per image, as presenting demands.
    VkSemaphore drawn(std::uint32_t index) const { return m_images[index].drawn; }
    std::uint32_t count() const { return std::uint32_t(m_images.size()); }

    static constexpr VkFormat format = VK_FORMAT_B8G8R8A8_UNORM;

private:
    struct Target {
        VkImage image = VK_NULL_HANDLE;
        VkImageView view = VK_NULL_HANDLE;
        VkFramebuffer framebuffer = VK_NULL_HANDLE;
        VkSemaphore drawn = VK_NULL_HANDLE;
    };
    Swapchain() = default;
    Result<void> makeTargets(VkRenderPass overlayPass);

    std::shared_ptr<gpu::Device> m_device;
    VkSwapchainKHR m_swapchain = VK_NULL_HANDLE;
    VkExtent2D m_extent{};
    std::vector<Target> m_images;
};

} // namespace rushes::ui
