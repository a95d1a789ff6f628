// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/look/view_guides.h"
#include "engine/render/renderer.h"
#include "engine/stage/draw.h"

namespace rushes::look {

/// Draws the guides of a staged shot. One thread; everything handed over must outlive it.
class GuideDrawer {
public:
    GuideDrawer(stage::StageLibrary& library, render::Renderer& renderer, const stage::StagedShot& shot);

    /// One sample a pixel, at any size the renderer draws.
    Result<GuideFrame> raw(std::int64_t frame, int width, int height);
    /// As it is learned from and painted by: halved(raw()) of twice the size, so at most 4096 pixels each way.
    Result<GuideFrame> frame(std::int64_t frame, int width, int height);

private:
    Result<void> drawInto(std::int64_t frame, int width, int height, GuideFrame& out);

    render::Renderer& m_renderer;
    const stage::ShotDrawer m_drawer;
    const GuideNaming m_naming;
    GuideFrame m_large; ///< of frame(), kept: its memory is most of a hundred megabytes
};

} // namespace rushes::look
