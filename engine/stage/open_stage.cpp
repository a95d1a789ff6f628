// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/open_stage.h"

#include "engine/gpu/device.h"

namespace rushes::stage {

Result<void> OpenStage::open() {
    if (!library) {
        auto loaded = StageLibrary::load();
        if (!loaded) return fail(loaded.error());
        library = *loaded;
    }
    if (renderer) return {};
    auto device = gpu::Device::create(gpu::DeviceOptions{});
    if (!device) return failBecause(device.error(), "The stage cannot draw");
    auto made = render::Renderer::create(*device);
    if (!made) return failBecause(made.error(), "The stage cannot draw");
    renderer = std::move(*made);
    return {};
}

} // namespace rushes::stage
