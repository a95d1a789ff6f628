// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "ui/viewport/presenter.h"

#include <functional>
#include <memory>
#include <string>

namespace rushes::ui {

/// What the HUD shows over the picture.
struct HudState {
    std::string topLeft;     ///< "12B take 3 stage"
    std::string topRight;    ///< "35 mm S35 T2.8"
    std::string timecode;    ///< "01:00:07:14", larger
    std::string bottomRight; ///< "24.00 fps 0 dropped"
    std::string message;     ///< in the middle of an empty picture: what to do
    bool guides = false;     ///< safe areas (SMPTE ST 2046-1: action 93 %, title 90 %) and the cross
    bool visible = true;
};

struct HudOptions {
    float scale = 1; ///< device pixels per logical pixel
};

/// Dear ImGui over the picture. One ImGui context of its own; small, since every blended pixel costs on a CPU device. Used on the window's thread.
class Hud : public Overlay {
public:
    static Result<std::unique_ptr<Hud>> create(const gpu::Device& device, const gpu::Instance& instance, VkRenderPass pass, std::uint32_t images,
                                               const HudOptions& options);
    ~Hud() override;

    HudState state;
    int below = 0; ///< device pixels at the bottom of the window that a transport takes
    /// More to draw in the same frame (the review player's transport), with ImGui calls. Set by the window that handles its input.
    std::function<void(VkExtent2D, const PixelRect&)> more;
    /// Called before a frame begins; a window back-end feeds its input here. Without it the display size alone is set.
    std::function<void()> newFrame;

    void record(VkCommandBuffer commands, VkExtent2D extent, const PixelRect& picture) override;
    /// Height in device pixels that a line of the HUD needs above and below the picture.
    int stripHeight() const;

private:
    struct Context;
    explicit Hud(std::unique_ptr<Context> context);
    void drawText(const PixelRect& picture, VkExtent2D extent) const;
    void drawGuides(const PixelRect& picture) const;

    std::unique_ptr<Context> m_context;
};

} // namespace rushes::ui
