// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/gpu/device.h"
#include "engine/render/picture.h"
#include "engine/render/view.h"

#include <functional>
#include <memory>
#include <vector>

namespace rushes::render {

struct RendererOptions {
    int threads = 3; ///< for tone and ink; the pictures are the same for any number
    bool rasterOnCpu = true; ///< draw geometry without the driver where the device is the processor itself: much faster
};

/// Draws Views: geometry through Vulkan into one word of {normal, surface} and a depth, then tone and ink.
/// Meshes are kept on the device by their address for as long as anyone else holds them; hand over the same shared_ptr each
/// frame for what does not change shape. One thread at a time; the `shoot` thread owns one, any other may own its own.
class Renderer {
public:
    static Result<std::unique_ptr<Renderer>> create(std::shared_ptr<gpu::Device> device, const RendererOptions& options = {});
    ~Renderer();

    /// Fails as `badInput` for a size outside 16…8192 or meshes that contradict themselves, `noSpace` when memory runs out.
    Result<Picture> draw(const View& view, const Passes& passes = {});

    /// For runs of frames: starts one. `source` is called and the geometry drawn on a thread of the renderer's own, frame after frame,
    /// while take() paints an earlier one; the bytes are those of draw(). With two frames under way it is not allowed (an assert);
    /// draw() and measure() are not allowed until all have been taken.
    void begin(std::function<View()> source, const Passes& passes = {});
    /// The oldest frame that was begun. Fails as draw() does.
    Result<Picture> take();
    /// Frames begun and not yet taken, at most 2.
    int underWay() const;
    /// Id pass only, in order of object number: for staging and for what is `seen`. Give it a small width and height.
    Result<std::vector<ObjectBox>> measure(const View& view);

    const gpu::DeviceInfo& device() const;

private:
    class Implementation;
    explicit Renderer(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace rushes::render
