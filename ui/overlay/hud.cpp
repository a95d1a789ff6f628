// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/overlay/hud.h"

#include "engine/base/paths.h"

#include <imgui.h>
#include <imgui_impl_vulkan.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace rushes::ui {
namespace {

constexpr float smallSize = 12, timecodeSize = 15, textSize = 13; ///< logical pixels
constexpr ImU32 textColour = IM_COL32(232, 229, 223, 255), dimColour = IM_COL32(164, 168, 174, 255), guideColour = IM_COL32(232, 229, 223, 110);

/// Debian's fonts packages, or those that ship with Rushes.
std::string fontFile(const char* shipped, std::initializer_list<const char*> system) {
    if (const auto found = findAsset(shipped)) return found->string();
    std::error_code ignored;
    for (const char* path : system)
        if (std::filesystem::exists(path, ignored)) return path;
    return {};
}

ImFont* loadFont(const std::string& file, float pixels) {
    // "·", "–", "…" and Latin-1 stand in prompts and titles.
    static const ImWchar ranges[] = {0x20, 0xff, 0x2010, 0x2026, 0};
    ImGuiIO& io = ImGui::GetIO();
    if (!file.empty())
        if (ImFont* font = io.Fonts->AddFontFromFileTTF(file.c_str(), pixels, nullptr, ranges)) return font;
    return io.Fonts->AddFontDefault();
}

} // namespace

struct Hud::Context {
    ImGuiContext* imgui = nullptr;
    VkDevice device = VK_NULL_HANDLE;
    VkDescriptorPool pool = VK_NULL_HANDLE;
    ImFont* text = nullptr;
    ImFont* mono = nullptr;
    ImFont* timecode = nullptr;
    float scale = 1;
    bool backend = false;

    ~Context() {
        vkDeviceWaitIdle(device); // the last frame may still be drawn from its buffers
        if (imgui) {
            ImGui::SetCurrentContext(imgui);
            if (backend) ImGui_ImplVulkan_Shutdown();
            ImGui::DestroyContext(imgui);
        }
        if (pool) vkDestroyDescriptorPool(device, pool, nullptr);
    }
};

Hud::Hud(std::unique_ptr<Context> context) : m_context(std::move(context)) {}
Hud::~Hud() = default;

Result<std::unique_ptr<Hud>> Hud::create(const gpu::Device& device, const gpu::Instance& instance, VkRenderPass pass, std::uint32_t images,
                                         const HudOptions& options) {
    auto context = std::make_unique<Context>();
    context->device = device.handle();
    context->scale = options.scale;
    const VkDescriptorPoolSize size{VK_DESCRIPTOR_TYPE_COMBINED_IMAGE_SAMPLER, 4};
    VkDescriptorPoolCreateInfo pool{VK_STRUCTURE_TYPE_DESCRIPTOR_POOL_CREATE_INFO};
    pool.flags = VK_DESCRIPTOR_POOL_CREATE_FREE_DESCRIPTOR_SET_BIT;
    pool.maxSets = 4;
    pool.poolSizeCount = 1;
    pool.pPoolSizes = &size;
    if (const VkResult got = vkCreateDescriptorPool(device.handle(), &pool, nullptr, &context->pool); got != VK_SUCCESS)
        return fail(gpu::vulkanError(got, "preparing the overlay"));

    context->imgui = ImGui::CreateContext();
    ImGui::SetCurrentContext(context->imgui);
    ImGui::GetIO().IniFilename = nullptr;
    const std::string sans = fontFile("fonts/Inter-Regular.otf", {"/usr/share/fonts/opentype/inter/Inter-Regular.otf", "/usr/share/fonts/truetype/inter/Inter-Regular.ttf"});
    const std::string mono = fontFile("fonts/JetBrainsMono-Regular.ttf", {"/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf"});
    context->text = loadFont(sans, textSize * options.scale);
    context->mono = loadFont(mono, smallSize * options.scale);
    context->timecode = loadFont(mono, timecodeSize * options.scale);

    ImGui_ImplVulkan_InitInfo info{};
    info.Instance = instance.handle();
    info.PhysicalDevice = device.physical();
    info.Device = device.handle();
    info.QueueFamily = device.queueFamily();
    info.Queue = device.queue();
    info.DescriptorPool = context->pool;
    info.MinImageCount = 2;
    info.ImageCount = std::max(2u, images);
    info.MSAASamples = VK_SAMPLE_COUNT_1_BIT;
    context->backend = ImGui_ImplVulkan_Init(&info, pass);
    auto uploaded = const_cast<gpu::Device&>(device).run([](VkCommandBuffer commands) { ImGui_ImplVulkan_CreateFontsTexture(commands); });
    if (!uploaded) return fail(uploaded.error());
    ImGui_ImplVulkan_DestroyFontUploadObjects();
    return std::unique_ptr<Hud>(new Hud(std::move(context)));
}

int Hud::stripHeight() const { return int(28 * m_context->scale); }

void Hud::record(VkCommandBuffer commands, VkExtent2D extent, const PixelRect& picture) {
    ImGui::SetCurrentContext(m_context->imgui);
    ImGui_ImplVulkan_NewFrame();
    if (newFrame) newFrame();
    else {
        ImGui::GetIO().DisplaySize = {float(extent.width), float(extent.height)};
        ImGui::GetIO().DeltaTime = 1.0f / 60;
    }
    ImGui::NewFrame();
    if (state.visible) {
        drawText(picture, extent);
        if (state.guides && picture.width > 0) drawGuides(picture);
    }
    if (more) more(extent, picture);
    ImGui::Render();
    ImGui_ImplVulkan_RenderDrawData(ImGui::GetDrawData(), commands);
}

void Hud::drawText(const PixelRect& picture, VkExtent2D extent) const {
    ImDrawList* list = ImGui::GetBackgroundDrawList();
    const float margin = 12 * m_context->scale, strip = float(stripHeight());
    const float top = std::max(0.0f, float(picture.y) - strip), bottom = std::min(float(extent.height) - float(below) - strip, float(picture.y + picture.height));
    const auto put = [&](ImFont* font, float x, float lineTop, const std::string& text, ImU32 colour, bool right) {
        if (text.empty()) return;
        const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e9f, 0, text.c_str());
        list->AddText(font, font->FontSize, {right ? x - size.x : x, lineTop + (strip - size.y) * 0.5f}, colour, text.c_str());
    };
    const float right = float(extent.width) - margin;
    put(m_context->mono, margin, top, state.topLeft, textColour, false);
    put(m_context->mono, right, top, state.topRight, textColour, true);
    put(m_context->timecode, margin, bottom, state.timecode, textColour, false);
    put(m_context->mono, right, bottom, state.bottomRight, dimColour, true);
    if (!state.message.empty()) {
        const ImVec2 size = m_context->text->CalcTextSizeA(m_context->text->FontSize, 1e9f, 0, state.message.c_str());
        list->AddText(m_context->text, m_context->text->FontSize, {(float(extent.width) - size.x) * 0.5f, (float(extent.height) - size.y) * 0.5f}, dimColour,
                      state.message.c_str());
    }
}

void Hud::drawGuides(const PixelRect& picture) const {
    ImDrawList* list = ImGui::GetBackgroundDrawList();
    const ImVec2 centre{float(picture.x) + float(picture.width) * 0.5f, float(picture.y) + float(picture.height) * 0.5f};
    for (const float share : {0.93f, 0.90f}) {
        const float w = float(picture.width) * share * 0.5f, h = float(picture.height) * share * 0.5f;
        list->AddRect({centre.x - w, centre.y - h}, {centre.x + w, centre.y + h}, guideColour, 0, 0, m_context->scale);
    }
    const float arm = 9 * m_context->scale;
    list->AddLine({centre.x - arm, centre.y}, {centre.x + arm, centre.y}, guideColour, m_context->scale);
    list->AddLine({centre.x, centre.y - arm}, {centre.x, centre.y + arm}, guideColour, m_context->scale);
}

} // namespace rushes::ui
