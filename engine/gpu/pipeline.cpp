// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/gpu/pipeline.h"

#include <utility>

namespace rushes::gpu {
namespace {

/// A shader module that lives as long as the pipeline is being made.
class Module {
public:
    Module(VkDevice device, std::span<const std::uint32_t> words) : m_device(device) {
        VkShaderModuleCreateInfo info{VK_STRUCTURE_TYPE_SHADER_MODULE_CREATE_INFO};
        info.codeSize = words.size_bytes();
        info.pCode = words.data();
        result = words.empty() ? VK_SUCCESS : vkCreateShaderModule(device, &info, nullptr, &handle);
    }
    ~Module() { vkDestroyShaderModule(m_device, handle, nullptr); }
    Module(const Module&) = delete;
    Module& operator=(const Module&) = delete;

    VkShaderModule handle = VK_NULL_HANDLE;
    VkResult result = VK_SUCCESS;

private:
    VkDevice m_device;
};

VkResult makeLayout(VkDevice device, const PipelineOptions& options, VkPipelineLayout& layout) {
    const VkPushConstantRange push{VK_SHADER_STAGE_VERTEX_BIT | VK_SHADER_STAGE_FRAGMENT_BIT, 0, options.pushBytes};
    VkPipelineLayoutCreateInfo info{VK_STRUCTURE_TYPE_PIPELINE_LAYOUT_CREATE_INFO};
    info.setLayoutCount = options.set ? 1 : 0;
    info.pSetLayouts = &options.set;
    info.pushConstantRangeCount = options.pushBytes ? 1 : 0;
    info.pPushConstantRanges = &push;
    return vkCreatePipelineLayout(device, &info, nullptr, &layout);
}

VkPipelineColorBlendAttachmentState blendState(bool blend) {
    VkPipelineColorBlendAttachmentState state{};
    state.blendEnable = blend;
    state.srcColorBlendFactor = state.srcAlphaBlendFactor = VK_BLEND_FACTOR_ONE;
    state.dstColorBlendFactor = state.dstAlphaBlendFactor = VK_BLEND_FACTOR_ONE_MINUS_SRC_ALPHA;
    state.colorWriteMask = VK_COLOR_COMPONENT_R_BIT | VK_COLOR_COMPONENT_G_BIT | VK_COLOR_COMPONENT_B_BIT | VK_COLOR_COMPONENT_A_BIT;
    return state;
}

/// Everything that is the same for all our pipelines, filled from the options; must outlive the call that uses it.
struct State {
    std::vector<VkVertexInputAttributeDescription> attributes;
    VkVertexInputBindingDescription binding{};
    VkPipelineVertexInputStateCreateInfo input{VK_STRUCTURE_TYPE_PIPELINE_VERTEX_INPUT_STATE_CREATE_INFO};
    VkPipelineInputAssemblyStateCreateInfo assembly{VK_STRUCTURE_TYPE_PIPELINE_INPUT_ASSEMBLY_STATE_CREATE_INFO};
    VkPipelineViewportStateCreateInfo viewport{VK_STRUCTURE_TYPE_PIPELINE_VIEWPORT_STATE_CREATE_INFO};
    VkPipelineRasterizationStateCreateInfo raster{VK_STRUCTURE_TYPE_PIPELINE_RASTERIZATION_STATE_CREATE_INFO};
    VkPipelineMultisampleStateCreateInfo samples{VK_STRUCTURE_TYPE_PIPELINE_MULTISAMPLE_STATE_CREATE_INFO};
    VkPipelineDepthStencilStateCreateInfo depth{VK_STRUCTURE_TYPE_PIPELINE_DEPTH_STENCIL_STATE_CREATE_INFO};
    VkPipelineColorBlendAttachmentState attachment{};
    VkPipelineColorBlendStateCreateInfo blend{VK_STRUCTURE_TYPE_PIPELINE_COLOR_BLEND_STATE_CREATE_INFO};
    VkDynamicState dynamics[2]{VK_DYNAMIC_STATE_VIEWPORT, VK_DYNAMIC_STATE_SCISSOR};
    VkPipelineDynamicStateCreateInfo dynamic{VK_STRUCTURE_TYPE_PIPELINE_DYNAMIC_STATE_CREATE_INFO};
    VkPipelineRenderingCreateInfo targets{VK_STRUCTURE_TYPE_PIPELINE_RENDERING_CREATE_INFO};

    explicit State(const PipelineOptions& options) : attachment(blendState(options.blend)) {
        for (std::uint32_t i = 0; i < options.attributes.size(); ++i) attributes.push_back({i, 0, options.attributes[i].format, options.attributes[i].offset});
        binding = {0, options.vertexStride, VK_VERTEX_INPUT_RATE_VERTEX};
        input.vertexBindingDescriptionCount = options.vertexStride ? 1 : 0;
        input.pVertexBindingDescriptions = &binding;
        input.vertexAttributeDescriptionCount = std::uint32_t(attributes.size());
        input.pVertexAttributeDescriptions = attributes.data();
        assembly.topology = VK_PRIMITIVE_TOPOLOGY_TRIANGLE_LIST;
        viewport.viewportCount = viewport.scissorCount = 1;
        raster.cullMode = options.cull;
        raster.lineWidth = 1;
        samples.rasterizationSamples = VK_SAMPLE_COUNT_1_BIT;
        depth.depthTestEnable = depth.depthWriteEnable = options.depth != VK_FORMAT_UNDEFINED;
        depth.depthCompareOp = options.depthCompare;
        blend.attachmentCount = options.colour != VK_FORMAT_UNDEFINED ? 1 : 0;
        blend.pAttachments = &attachment;
        dynamic.dynamicStateCount = 2;
        dynamic.pDynamicStates = dynamics;
        targets.colorAttachmentCount = blend.attachmentCount;
        targets.pColorAttachmentFormats = &options.colour;
        targets.depthAttachmentFormat = options.depth;
    }
};

} // namespace

Result<Pipeline> Pipeline::create(std::shared_ptr<Device> device, const PipelineOptions& options) {
    Pipeline pipeline;
    pipeline.m_device = std::move(device);
    const VkDevice handle = pipeline.m_device->handle();
    if (const VkResult r = makeLayout(handle, options, pipeline.m_layout); r != VK_SUCCESS) return fail(vulkanError(r, "making a pipeline layout"));
    const Module vertex(handle, options.vertexShader), fragment(handle, options.fragmentShader);
    if (vertex.result != VK_SUCCESS || fragment.result != VK_SUCCESS) return fail(vulkanError(VK_ERROR_UNKNOWN, "reading a shader"));
    VkPipelineShaderStageCreateInfo stages[2]{{VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_CREATE_INFO}, {VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_CREATE_INFO}};
    stages[0].stage = VK_SHADER_STAGE_VERTEX_BIT;
    stages[0].module = vertex.handle;
    stages[1].stage = VK_SHADER_STAGE_FRAGMENT_BIT;
    stages[1].module = fragment.handle;
    stages[0].pName = stages[1].pName = "main";
    const State state(options);
    VkGraphicsPipelineCreateInfo info{VK_STRUCTURE_TYPE_GRAPHICS_PIPELINE_CREATE_INFO, &state.targets};
    info.stageCount = fragment.handle ? 2 : 1;
    info.pStages = stages;
    info.pVertexInputState = &state.input;
    info.pInputAssemblyState = &state.assembly;
    info.pViewportState = &state.viewport;
    info.pRasterizationState = &state.raster;
    info.pMultisampleState = &state.samples;
    info.pDepthStencilState = &state.depth;
    info.pColorBlendState = &state.blend;
    info.pDynamicState = &state.dynamic;
    info.layout = pipeline.m_layout;
    if (const VkResult r = vkCreateGraphicsPipelines(handle, VK_NULL_HANDLE, 1, &info, nullptr, &pipeline.m_pipeline); r != VK_SUCCESS)
        return fail(vulkanError(r, "making a pipeline"));
    return pipeline;
}

Pipeline::~Pipeline() {
    if (!m_device) return;
    if (m_pipeline) vkDestroyPipeline(m_device->handle(), m_pipeline, nullptr);
    if (m_layout) vkDestroyPipelineLayout(m_device->handle(), m_layout, nullptr);
}

Pipeline::Pipeline(Pipeline&& other) noexcept { *this = std::move(other); }

Pipeline& Pipeline::operator=(Pipeline&& other) noexcept {
    std::swap(m_device, other.m_device);
    std::swap(m_pipeline, other.m_pipeline);
    std::swap(m_layout, other.m_layout);
    return *this;
}

} // namespace rushes::gpu
