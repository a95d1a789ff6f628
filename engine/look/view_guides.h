// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/look/guide_frame.h"
#include "engine/render/renderer.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rushes::look {

/// What the objects of a view are.
struct GuideNaming {
    std::vector<std::uint32_t> names; ///< by object number: what it is in every shot; GuideFrame::object
    std::size_t firstMoving = 0;      ///< object numbers from here on move: their rest points are their own, not the world's
};

/// Draws the guides of a view that has its traces, one sample a pixel, at the view's own size. What is in `out` of another frame of that size is written over.
Result<void> drawGuides(render::Renderer& renderer, render::View view, const GuideNaming& naming, GuideFrame& out);

} // namespace rushes::look
