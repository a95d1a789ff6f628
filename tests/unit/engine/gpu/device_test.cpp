// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/gpu/buffer.h"
#include "engine/gpu/image_2d.h"

#include <catch2/catch.hpp>

#include <cstring>

using namespace rushes;
using namespace rushes::gpu;

TEST_CASE("A device opens without a window and says what it is", "[gpu]") {
    const auto device = Device::create({.preferSoftware = true, .validation = true});
    REQUIRE(device);
    CHECK_FALSE((*device)->info().name.empty());
    CHECK_FALSE((*device)->info().driver.empty());
    CHECK((*device)->isCpu() == ((*device)->info().kind == DeviceKind::cpu));
    CHECK((*device)->validationErrors() == 0);
}

TEST_CASE("What the machine lacks is named", "[gpu]") {
    const auto instance = Instance::create({.validation = false, .extensions = {"VK_RUSHES_no_such_thing"}});
    REQUIRE_FALSE(instance);
    CHECK(instance.error().category == ErrorCategory::unsupported);
    CHECK(instance.error().message.find("VK_RUSHES_no_such_thing") != std::string::npos);
    CHECK_FALSE(instance.error().hint.empty());

    const auto device = Device::create({.extensions = {"VK_RUSHES_no_such_device_thing"}});
    REQUIRE_FALSE(device);
    CHECK(device.error().category == ErrorCategory::unsupported);
    REQUIRE_FALSE(device.error().reasons.empty());
    CHECK(device.error().reasons.front().find("VK_RUSHES_no_such_device_thing") != std::string::npos);
}

TEST_CASE("Bytes travel to the device and back", "[gpu]") {
    const auto device = Device::create({.preferSoftware = true, .validation = true});
    REQUIRE(device);
    constexpr std::size_t bytes = 4096;
    auto up = Buffer::create(*device, {bytes, VK_BUFFER_USAGE_TRANSFER_SRC_BIT, BufferMemory::upload});
    auto there = Buffer::create(*device, {bytes, VK_BUFFER_USAGE_TRANSFER_SRC_BIT | VK_BUFFER_USAGE_TRANSFER_DST_BIT, BufferMemory::device});
    auto back = Buffer::create(*device, {bytes, VK_BUFFER_USAGE_TRANSFER_DST_BIT, BufferMemory::readback});
    REQUIRE(up);
    REQUIRE(there);
    REQUIRE(back);
    CHECK(there->data() == nullptr);
    auto* source = static_cast<unsigned char*>(up->data());
    for (std::size_t i = 0; i < bytes; ++i) source[i] = static_cast<unsigned char>(i * 7);
    const auto ran = (*device)->run([&](VkCommandBuffer commands) {
        const VkBufferCopy region{0, 0, bytes};
        vkCmdCopyBuffer(commands, up->handle(), there->handle(), 1, &region);
        VkMemoryBarrier2 barrier{VK_STRUCTURE_TYPE_MEMORY_BARRIER_2};
        barrier.srcStageMask = barrier.dstStageMask = VK_PIPELINE_STAGE_2_COPY_BIT;
        barrier.srcAccessMask = VK_ACCESS_2_TRANSFER_WRITE_BIT;
        barrier.dstAccessMask = VK_ACCESS_2_TRANSFER_READ_BIT;
        VkDependencyInfo info{VK_STRUCTURE_TYPE_DEPENDENCY_INFO};
        info.memoryBarrierCount = 1;
        info.pMemoryBarriers = &barrier;
        vkCmdPipelineBarrier2(commands, &info);
        vkCmdCopyBuffer(commands, there->handle(), back->handle(), 1, &region);
    });
    REQUIRE(ran);
    CHECK(std::memcmp(up->data(), back->data(), bytes) == 0);
    CHECK((*device)->validationErrors() == 0);
}

TEST_CASE("A mistake with Vulkan is counted", "[gpu]") {
    const auto instance = Instance::create({.validation = true, .extensions = {}});
    REQUIRE(instance);
    if (!(*instance)->validates()) {
        WARN("the validation layer is not installed");
        return;
    }
    const auto device = Device::create(*instance, {.preferSoftware = true});
    REQUIRE(device);
    VkBufferCreateInfo info{VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO}; // size 0 and no usage: both forbidden
    VkBuffer buffer = VK_NULL_HANDLE;
    if (vkCreateBuffer((*device)->handle(), &info, nullptr, &buffer) == VK_SUCCESS) vkDestroyBuffer((*device)->handle(), buffer, nullptr);
    CHECK((*device)->validationErrors() > 0);
    CHECK_FALSE((*instance)->validationMessages().empty());
}

TEST_CASE("Buffers and images move", "[gpu]") {
    const auto device = Device::create({.preferSoftware = true, .validation = true});
    REQUIRE(device);
    auto made = Image2D::create(*device, {32, 16, VK_FORMAT_R8G8B8A8_UNORM, VK_IMAGE_USAGE_TRANSFER_DST_BIT | VK_IMAGE_USAGE_SAMPLED_BIT});
    REQUIRE(made);
    Image2D image;
    CHECK_FALSE(image);
    image = std::move(*made);
    CHECK(image);
    CHECK(image.extent().width == 32);
    CHECK((*device)->run([&](VkCommandBuffer commands) { image.transition(commands, VK_IMAGE_LAYOUT_UNDEFINED, VK_IMAGE_LAYOUT_TRANSFER_DST_OPTIMAL); }));
    image = Image2D();
    CHECK((*device)->validationErrors() == 0);
}
