// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/gpu/buffer.h"
#include "engine/gpu/device.h"
#include "engine/gpu/image_2d.h"
#include "engine/gpu/pipeline.h"
#include "engine/playback/player.h"
#include "ui/viewport/fit.h"

#include <memory>

namespace rushes::ui {

/// How a picture gets into the window's image. Used by a Presenter, on its thread.
class PicturePath {
public:
    virtual ~PicturePath() = default;
    /// In what form the player should deliver: fitted BGRA, or the planes as decoded.
    virtual playback::PictureTarget wanted(const PixelRect& rect) const = 0;
    /// Before recording: brings the pixels to where the device reads them. `slot` is the frame in flight.
    virtual Result<void> upload(const playback::Picture& picture, const PixelRect& rect, int slot) = 0;
    /// Records drawing what was uploaded into `target`, which is in TRANSFER_DST layout with its bars already cleared, and leaves it in
    /// COLOR_ATTACHMENT layout.
    virtual void record(VkCommandBuffer commands, VkImage target, VkImageView view, VkExtent2D extent, int slot) = 0;
};

/// For CPU devices: the decode threads have converted and fitted the picture, here it is only copied. No pixel is shaded.
std::unique_ptr<PicturePath> makeCopyPath(std::shared_ptr<gpu::Device> device);
/// For GPUs: the planes are uploaded in one go and converted by a shader while they are scaled.
Result<std::unique_ptr<PicturePath>> makeShaderPath(std::shared_ptr<gpu::Device> device);

inline constexpr int framesInFlight = 2;

/// A barrier on a colour image from everything before to everything after.
void changeLayout(VkCommandBuffer commands, VkImage image, VkImageLayout from, VkImageLayout to);

} // namespace rushes::ui
