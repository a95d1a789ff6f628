// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/generator.h"
#include "engine/stage/open_stage.h"
#include "engine/stage/staging.h"

#include <memory>

namespace rushes::stage {

/// The generator that needs nothing: reads the prompt, blocks it in 3D and draws it. Lives on the shoot thread, owns a Vulkan device.
class StageGenerator : public generate::Generator {
public:
    static Result<std::unique_ptr<generate::Generator>> create();

    std::string_view id() const override { return "stage"; }
    std::string version() const override;
    Result<generate::Plan> plan(const generate::ShotRequest& request) const override;
    Result<void> generate(const generate::ShotRequest& request, const generate::FrameSink& sink, const CancelToken& cancel) override;

private:
    OpenStage m_stage;
};

/// What a shot of this many frames and size costs on this machine's kind of device, from the bench: seconds and bytes. No device needed.
generate::Plan planFor(const generate::ShotRequest& request);

/// Adds "stage".
void registerGenerator(generate::GeneratorRegistry& registry);

} // namespace rushes::stage
