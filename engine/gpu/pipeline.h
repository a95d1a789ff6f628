// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/gpu/device.h"

#include <span>

namespace rushes::gpu {

/// One vertex attribute in the only binding.
struct VertexAttribute {
    VkFormat format = VK_FORMAT_UNDEFINED;
    std::uint32_t offset = 0;
};

struct PipelineOptions {
    std::span<const std::uint32_t> vertexShader;
    std::span<const std::uint32_t> fragmentShader; ///< may be empty: depth only
    std::uint32_t vertexStride = 0;                ///< 0: no vertex buffer
    std::vector<VertexAttribute> attributes;
    VkFormat colour = VK_FORMAT_UNDEFINED; ///< UNDEFINED: no colour target
    VkFormat depth = VK_FORMAT_UNDEFINED;
    VkCompareOp depthCompare = VK_COMPARE_OP_GREATER; ///< reversed Z
    VkCullModeFlags cull = VK_CULL_MODE_NONE;
    bool blend = false; ///< premultiplied "over"
    std::uint32_t pushBytes = 0; ///< push constants of both stages
    VkDescriptorSetLayout set = VK_NULL_HANDLE;
};

/// A graphics pipeline for dynamic rendering with its layout; viewport and scissor are dynamic. Move-only.
class Pipeline {
public:
    static Result<Pipeline> create(std::shared_ptr<Device> device, const PipelineOptions& options);
    Pipeline() = default;
    ~Pipeline();
    Pipeline(Pipeline&& other) noexcept;
    Pipeline& operator=(Pipeline&& other) noexcept;

    VkPipeline handle() const { return m_pipeline; }
    VkPipelineLayout layout() const { return m_layout; }

private:
    std::shared_ptr<Device> m_device;
    VkPipeline m_pipeline = VK_NULL_HANDLE;
    VkPipelineLayout m_layout = VK_NULL_HANDLE;
};

} // namespace rushes::gpu
