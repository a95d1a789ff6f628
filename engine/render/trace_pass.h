// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/gpu/buffer.h"
#include "engine/gpu/image_2d.h"
#include "engine/gpu/pipeline.h"
#include "engine/render/frame_list.h"
#include "engine/render/picture.h"

#include <memory>

namespace rushes::render {

/// Where each seen point was in the frame before, and where it is on its unposed surface: drawn from View::traces on the device,
/// read back, in the picture's own size. One thread; makes its pipeline when it is first used.
class TracePass {
public:
    explicit TracePass(std::shared_ptr<gpu::Device> device) : m_device(std::move(device)) {}

    /// Fills picture.motion and picture.rest as asked for. Fails as `badInput` when the view's traces do not fit its instances.
    Result<void> draw(const View& view, const FrameList& list, const Passes& passes, Picture& picture);

private:
    enum class Kind { motion, rest };
    struct Vertex {
        glm::vec4 clip, value;
    };
    struct Run {
        std::uint32_t first = 0, count = 0; ///< indices
        std::int32_t base = 0;              ///< first vertex
    };
    Result<void> open(int width, int height);
    Result<void> fill(const View& view, const FrameList& list, Kind kind, std::vector<Run>& runs);
    Result<void> record(const View& view, Kind kind, const std::vector<Run>& runs);

    std::shared_ptr<gpu::Device> m_device;
    gpu::Pipeline m_pipeline;
    gpu::Image2D m_colour, m_depth;
    gpu::Buffer m_vertices, m_indices, m_back;
};

} // namespace rushes::render
