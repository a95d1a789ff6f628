// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/picture.h"
#include "engine/render/tone_frame.h"
#include "engine/render/worker_pool.h"

namespace rushes::render {

/// What the tone pass is handed.
struct ToneInput {
    const View* view = nullptr;
    GeometryFrame geometry;
    const SurfaceTable* table = nullptr;
    const ShadowMap* standing = nullptr;
    const ShadowMap* moving = nullptr;
    int samples = 1; ///< the geometry has this many samples a pixel each way
};

/// Pass 2 on the CPU: tone and ink in rows, in four stages that each share out their rows. It runs on the read-back geometry of
/// any device. The bytes do not depend on the number of threads or on the width of the vectors.
class TonePass {
public:
    explicit TonePass(WorkerPool& pool) : m_pool(pool) {}

    /// Fills picture.colour, and what else is asked for of lines and guides.
    void draw(const ToneInput& input, const Passes& passes, Picture& picture);

private:
    void prepare(const ToneInput& input);
    void shadeAndInk();
    void finish(bool lines, Picture& picture);

    WorkerPool& m_pool;
    ToneFrame m_frame;
};

} // namespace rushes::render
