// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/render/renderer.h"
#include "engine/stage/stage_library.h"

#include <memory>

namespace rushes::stage {

/// What shots are staged from and drawn with.
struct OpenStage {
    std::shared_ptr<StageLibrary> library;
    std::unique_ptr<render::Renderer> renderer; ///< on a device of its own; let go of when it was lost

    /// Opens what is not open yet: the library's files, a Vulkan device. Fails as they do.
    Result<void> open();
};

} // namespace rushes::stage
