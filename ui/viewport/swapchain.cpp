// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/viewport/swapchain.h"

#include <algorithm>

namespace rushes::ui {
namespace {

/// Our pictures are display-referred: an _SRGB format would encode them a second time.
Result<VkSurfaceFormatKHR> pickFormat(VkPhysicalDevice physical, VkSurfaceKHR surface) {
    std::uint32_t count = 0;
    vkGetPhysicalDeviceSurfaceFormatsKHR(physical, surface, &count, nullptr);
    std::vector<VkSurfaceFormatKHR> formats(count);
    vkGetPhysicalDeviceSurfaceFormatsKHR(physical, surface, &count, formats.data());
    for (const auto& format : formats)
        if (format.format == Swapchain::format) return format;
    return fail(ErrorCategory::unsupported, "This display takes no 8-bit BGRA pictures", "Update the graphics driver.");
}

/// A CPU device draws when it is told to; its FIFO is no clock. A GPU waits for the screen.
VkPresentModeKHR pickMode(const gpu::Device& device, VkSurfaceKHR surface) {
    std::uint32_t count = 0;
    vkGetPhysicalDeviceSurfacePresentModesKHR(device.physical(), surface, &count, nullptr);
    std::vector<VkPresentModeKHR> modes(count);
    vkGetPhysicalDeviceSurfacePresentModesKHR(device.physical(), surface, &count, modes.data());
    const auto has = [&](VkPresentModeKHR mode) { return std::find(modes.begin(), modes.end(), mode) != modes.end(); };
    if (device.isCpu() && has(VK_PRESENT_MODE_IMMEDIATE_KHR)) return VK_PRESENT_MODE_IMMEDIATE_KHR;
    return VK_PRESENT_MODE_FIFO_KHR;
}

} // namespace

Result<std::unique_ptr<Swapchain>> Swapchain::create(std::shared_ptr<gpu::Device> device, VkSurfaceKHR surface, VkExtent2D extent,
                                                     VkRenderPass overlayPass, const Swapchain* old) {
    VkSurfaceCapabilitiesKHR able{};
    if (const VkResult got = vkGetPhysicalDeviceSurfaceCapabilitiesKHR(device->physical(), surface, &able); got != VK_SUCCESS)
        return fail(gpu::vulkanError(got, "asking the window for its size"));
    const auto format = pickFormat(device->physical(), surface);
    if (!format) return fail(format.error());
    if (able.currentExtent.width != 0xffffffffu) extent = able.currentExtent;
    extent.width = std::clamp(extent.width, std::max(1u, able.minImageExtent.width), able.maxImageExtent.width);
    extent.height = std::clamp(extent.height, std::max(1u, able.minImageExtent.height), able.maxImageExtent.height);

    std::unique_ptr<Swapchain> made(new Swapchain);
    made->m_device = device;
    made->m_extent = extent;
    VkSwapchainCreateInfoKHR info{VK_STRUCTURE_TYPE_SWAPCHAIN_CREATE_INFO_KHR};
    info.surface = surface;
    info.minImageCount = std::max(3u, able.minImageCount);
    if (able.maxImageCount > 0) info.minImageCount = std::min(info.minImageCount, able.maxImageCount);
    info.imageFormat = format->format;
    info.imageColorSpace = format->colorSpace;
    info.imageExtent = extent;
    info.imageArrayLayers = 1;
    info.imageUsage = VK_IMAGE_USAGE_TRANSFER_DST_BIT | VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT;
    info.preTransform = able.currentTransform;
    info.compositeAlpha = VK_COMPOSITE_ALPHA_OPAQUE_BIT_KHR;
    info.presentMode = pickMode(*device, surface);
    info.clipped = VK_TRUE;
    info.oldSwapchain = old ? old->m_swapchain : VK_NULL_HANDLE;
    if (const VkResult got = vkCreateSwapchainKHR(device->handle(), &info, nullptr, &made->m_swapchain); got != VK_SUCCESS)
        return fail(gpu::vulkanError(got, "preparing the window for pictures"));
    if (auto done = made->makeTargets(overlayPass); !done) return fail(done.error());
    return made;
}

Result<void> Swapchain::makeTargets(VkRenderPass overlayPass) {
    std::uint32_t count = 0;
    vkGetSwapchainImagesKHR(m_device->handle(), m_swapchain, &count, nullptr);
    std::vector<VkImage> images(count);
    vkGetSwapchainImagesKHR(m_device->handle(), m_swapchain, &count, images.data());
    for (VkImage image : images) {
        Target& target = m_images.emplace_back();
        target.image = image;
        VkImageViewCreateInfo view{VK_STRUCTURE_TYPE_IMAGE_VIEW_CREATE_INFO};
        view.image = image;
        view.viewType = VK_IMAGE_VIEW_TYPE_2D;
        view.format = format;
        view.subresourceRange = {VK_IMAGE_ASPECT_COLOR_BIT, 0, 1, 0, 1};
        VkFramebufferCreateInfo frame{VK_STRUCTURE_TYPE_FRAMEBUFFER_CREATE_INFO};
        VkSemaphoreCreateInfo semaphore{VK_STRUCTURE_TYPE_SEMAPHORE_CREATE_INFO};
        VkResult got = vkCreateImageView(m_device->handle(), &view, nullptr, &target.view);
        frame.renderPass = overlayPass;
        frame.attachmentCount = 1;
        frame.pAttachments = &target.view;
        frame.width = m_extent.width;
        frame.height = m_extent.height;
        frame.layers = 1;
        if (got == VK_SUCCESS) got = vkCreateFramebuffer(m_device->handle(), &frame, nullptr, &target.framebuffer);
        if (got == VK_SUCCESS) got = vkCreateSemaphore(m_device->handle(), &semaphore, nullptr, &target.drawn);
        if (got != VK_SUCCESS) return fail(gpu::vulkanError(got, "preparing the window for pictures"));
    }
    return {};
}

Swapchain::~Swapchain() {
    for (const auto& target : m_images) {
        vkDestroySemaphore(m_device->handle(), target.drawn, nullptr);
        vkDestroyFramebuffer(m_device->handle(), target.framebuffer, nullptr);
        vkDestroyImageView(m_device->handle(), target.view, nullptr);
    }
    vkDestroySwapchainKHR(m_device->handle(), m_swapchain, nullptr);
}

std::optional<Swapchain::Acquired> Swapchain::acquire(VkSemaphore signal, std::uint64_t timeoutNs, bool& outOfDate) {
    Acquired acquired;
    const VkResult got = vkAcquireNextImageKHR(m_device->handle(), m_swapchain, timeoutNs, signal, VK_NULL_HANDLE, &acquired.index);
    outOfDate = got == VK_ERROR_OUT_OF_DATE_KHR || got == VK_ERROR_SURFACE_LOST_KHR;
    if (got != VK_SUCCESS && got != VK_SUBOPTIMAL_KHR) return std::nullopt;
    acquired.suboptimal = got == VK_SUBOPTIMAL_KHR;
    return acquired;
}

bool Swapchain::present(std::uint32_t index) {
    VkPresentInfoKHR info{VK_STRUCTURE_TYPE_PRESENT_INFO_KHR};
    info.waitSemaphoreCount = 1;
    info.pWaitSemaphores = &m_images[index].drawn;
    info.swapchainCount = 1;
    info.pSwapchains = &m_swapchain;
    info.pImageIndices = &index;
    const std::lock_guard lock(m_device->queueMutex());
    const VkResult got = vkQueuePresentKHR(m_device->queue(), &info);
    return got == VK_SUCCESS || got == VK_SUBOPTIMAL_KHR;
}

} // namespace rushes::ui
