// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/viewport/presenter.h"

namespace rushes::ui {
namespace {

constexpr std::uint64_t acquireTimeoutNs = 4'000'000; ///< the ui thread never waits longer for a free image

} // namespace

Result<std::unique_ptr<Presenter>> Presenter::create(std::shared_ptr<gpu::Instance> instance, VkSurfaceKHR surface, const PresenterOptions& options) {
    gpu::DeviceOptions wanted;
    wanted.extensions = {VK_KHR_SWAPCHAIN_EXTENSION_NAME};
    wanted.presentTo = surface;
    auto device = gpu::Device::create(std::move(instance), wanted);
    if (!device) return fail(device.error());
    std::unique_ptr<Presenter> made(new Presenter);
    made->m_device = *device;
    made->m_surface = surface;
    if (auto done = made->open(options); !done) return fail(done.error());
    return made;
}

Result<void> Presenter::open(const PresenterOptions& options) {
    m_options = options;
    if (auto done = makeOverlayPass(); !done) return done;
    if (m_device->isCpu() && !options.forceShader) {
        m_path = makeCopyPath(m_device);
    } else {
        auto path = makeShaderPath(m_device);
        if (!path) return fail(path.error());
        m_path = std::move(*path);
    }
    VkCommandPoolCreateInfo pool{VK_STRUCTURE_TYPE_COMMAND_POOL_CREATE_INFO};
    pool.flags = VK_COMMAND_POOL_CREATE_RESET_COMMAND_BUFFER_BIT;
    pool.queueFamilyIndex = m_device->queueFamily();
    VkResult got = vkCreateCommandPool(m_device->handle(), &pool, nullptr, &m_pool);
    for (Slot& slot : m_slots) {
        VkCommandBufferAllocateInfo allocate{VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO};
        allocate.commandPool = m_pool;
        allocate.level = VK_COMMAND_BUFFER_LEVEL_PRIMARY;
        allocate.commandBufferCount = 1;
        VkFenceCreateInfo fence{VK_STRUCTURE_TYPE_FENCE_CREATE_INFO};
        fence.flags = VK_FENCE_CREATE_SIGNALED_BIT;
        VkSemaphoreCreateInfo semaphore{VK_STRUCTURE_TYPE_SEMAPHORE_CREATE_INFO};
        if (got == VK_SUCCESS) got = vkAllocateCommandBuffers(m_device->handle(), &allocate, &slot.commands);
        if (got == VK_SUCCESS) got = vkCreateFence(m_device->handle(), &fence, nullptr, &slot.done);
        if (got == VK_SUCCESS) got = vkCreateSemaphore(m_device->handle(), &semaphore, nullptr, &slot.acquired);
    }
    if (got != VK_SUCCESS) return fail(gpu::vulkanError(got, "preparing the viewport"));
    return {};
}

/// The overlay is blended over what is there: LOAD, then ready to be shown.
Result<void> Presenter::makeOverlayPass() {
    VkAttachmentDescription colour{};
    colour.format = Swapchain::format;
    colour.samples = VK_SAMPLE_COUNT_1_BIT;
    colour.loadOp = VK_ATTACHMENT_LOAD_OP_LOAD;
    colour.storeOp = VK_ATTACHMENT_STORE_OP_STORE;
    colour.stencilLoadOp = VK_ATTACHMENT_LOAD_OP_DONT_CARE;
    colour.stencilStoreOp = VK_ATTACHMENT_STORE_OP_DONT_CARE;
    colour.initialLayout = VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL;
    colour.finalLayout = VK_IMAGE_LAYOUT_PRESENT_SRC_KHR;
    const VkAttachmentReference reference{0, VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL};
    VkSubpassDescription subpass{};
    subpass.pipelineBindPoint = VK_PIPELINE_BIND_POINT_GRAPHICS;
    subpass.colorAttachmentCount = 1;
    subpass.pColorAttachments = &reference;
    VkSubpassDependency before{VK_SUBPASS_EXTERNAL, 0, VK_PIPELINE_STAGE_ALL_COMMANDS_BIT, VK_PIPELINE_STAGE_COLOR_ATTACHMENT_OUTPUT_BIT,
                               VK_ACCESS_MEMORY_WRITE_BIT, VK_ACCESS_COLOR_ATTACHMENT_READ_BIT | VK_ACCESS_COLOR_ATTACHMENT_WRITE_BIT, 0};
    VkRenderPassCreateInfo info{VK_STRUCTURE_TYPE_RENDER_PASS_CREATE_INFO};
    info.attachmentCount = 1;
    info.pAttachments = &colour;
    info.subpassCount = 1;
    info.pSubpasses = &subpass;
    info.dependencyCount = 1;
    info.pDependencies = &before;
    const VkResult got = vkCreateRenderPass(m_device->handle(), &info, nullptr, &m_overlayPass);
    if (got != VK_SUCCESS) return fail(gpu::vulkanError(got, "preparing the viewport"));
    return {};
}

Presenter::~Presenter() {
    if (!m_device) return;
    m_device->waitIdle();
    m_swapchain.reset();
    for (Slot& slot : m_slots) {
        slot.retired.reset();
        vkDestroyFence(m_device->handle(), slot.done, nullptr);
        vkDestroySemaphore(m_device->handle(), slot.acquired, nullptr);
    }
    m_path.reset();
    vkDestroyCommandPool(m_device->handle(), m_pool, nullptr);
    vkDestroyRenderPass(m_device->handle(), m_overlayPass, nullptr);
}

void Presenter::releaseSurface() {
    m_device->waitIdle();
    m_swapchain.reset();
    for (Slot& slot : m_slots) slot.retired.reset();
    m_surface = VK_NULL_HANDLE;
}

PixelRect Presenter::pictureRect(VkExtent2D window, int pictureWidth, int pictureHeight) const {
    return fitPicture(int(window.width), int(window.height), pictureWidth, pictureHeight, m_options.above, m_options.below);
}

bool Presenter::ensureSwapchain(VkExtent2D window, Slot& slot) {
    if (m_swapchain && !m_stale && m_swapchain->extent().width == window.width && m_swapchain->extent().height == window.height) return true;
    auto made = Swapchain::create(m_device, m_surface, window, m_overlayPass, m_swapchain.get());
    if (!made) {
        m_error = made.error();
        return false;
    }
    // The old images may still be on their way to the screen.
    m_device->waitIdle();
    slot.retired = std::move(m_swapchain);
    m_swapchain = std::move(*made);
    m_stale = false;
    return true;
}

Presenter::Outcome Presenter::present(VkExtent2D window, const playback::Picture* picture, int pictureWidth, int pictureHeight) {
    if (window.width == 0 || window.height == 0 || !m_surface) return Outcome::skipped;
    const int index = m_next;
    Slot& slot = m_slots[std::size_t(index)];
    if (vkWaitForFences(m_device->handle(), 1, &slot.done, VK_TRUE, acquireTimeoutNs) != VK_SUCCESS) return Outcome::skipped;
    slot.retired.reset();
    if (!ensureSwapchain(window, slot)) return Outcome::failed;
    const PixelRect rect = pictureRect(m_swapchain->extent(), pictureWidth, pictureHeight);
    if (picture)
        if (auto done = m_path->upload(*picture, rect, index); !done) {
            m_error = done.error();
            return Outcome::failed;
        }
    bool outOfDate = false;
    const auto image = m_swapchain->acquire(slot.acquired, acquireTimeoutNs, outOfDate);
    if (!image) {
        m_stale = m_stale || outOfDate;
        return Outcome::skipped;
    }
    vkResetFences(m_device->handle(), 1, &slot.done);
    record(slot, index, image->index, picture, rect);
    if (!submit(slot, image->index)) return Outcome::failed;
    if (!m_swapchain->present(image->index) || image->suboptimal) m_stale = true;
    m_next = (m_next + 1) % framesInFlight;
    return Outcome::shown;
}

void Presenter::record(Slot& slot, int slotIndex, std::uint32_t image, const playback::Picture* picture, const PixelRect& rect) {
    VkCommandBufferBeginInfo begin{VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO};
    begin.flags = VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT;
    vkBeginCommandBuffer(slot.commands, &begin);
    VkImage target = m_swapchain->image(image);
    changeLayout(slot.commands, target, VK_IMAGE_LAYOUT_UNDEFINED, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL);
    const VkClearColorValue surround{{m_options.surround[0], m_options.surround[1], m_options.surround[2], 1}};
    const VkImageSubresourceRange whole{VK_IMAGE_ASPECT_COLOR_BIT, 0, 1, 0, 1};
    vkCmdClearColorImage(slot.commands, target, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, &surround, 1, &whole);
    if (picture) {
        changeLayout(slot.commands, target, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL);
        m_path->record(slot.commands, target, m_swapchain->view(image), m_swapchain->extent(), slotIndex);
    } else {
        changeLayout(slot.commands, target, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL, VK_IMAGE_LAYOUT_COLOR_ATTACHMENT_OPTIMAL);
    }
    VkRenderPassBeginInfo pass{VK_STRUCTURE_TYPE_RENDER_PASS_BEGIN_INFO};
    pass.renderPass = m_overlayPass;
    pass.framebuffer = m_swapchain->framebuffer(image);
    pass.renderArea = {{0, 0}, m_swapchain->extent()};
    vkCmdBeginRenderPass(slot.commands, &pass, VK_SUBPASS_CONTENTS_INLINE);
    if (m_overlay) m_overlay->record(slot.commands, m_swapchain->extent(), rect);
    vkCmdEndRenderPass(slot.commands);
    vkEndCommandBuffer(slot.commands);
}

bool Presenter::submit(Slot& slot, std::uint32_t image) {
    const VkPipelineStageFlags waitAt = VK_PIPELINE_STAGE_TRANSFER_BIT;
    const VkSemaphore drawn = m_swapchain->drawn(image);
    VkSubmitInfo info{VK_STRUCTURE_TYPE_SUBMIT_INFO};
    info.waitSemaphoreCount = 1;
    info.pWaitSemaphores = &slot.acquired;
    info.pWaitDstStageMask = &waitAt;
    info.commandBufferCount = 1;
    info.pCommandBuffers = &slot.commands;
    info.signalSemaphoreCount = 1;
    info.pSignalSemaphores = &drawn;
    const std::lock_guard lock(m_device->queueMutex());
    const VkResult got = vkQueueSubmit(m_device->queue(), 1, &info, slot.done);
    if (got == VK_SUCCESS) return true;
    m_error = gpu::vulkanError(got, "showing a picture");
    return false;
}

} // namespace rushes::ui
