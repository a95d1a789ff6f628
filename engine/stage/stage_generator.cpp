// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/stage/stage_generator.h"

#include "engine/stage/draw.h"
#include "engine/stage/frame_feed.h"
#include "engine/stage/own_models.h"

#include <cmath>

namespace rushes::stage {

Result<std::unique_ptr<generate::Generator>> StageGenerator::create() { return std::unique_ptr<generate::Generator>(new StageGenerator); }

std::string StageGenerator::version() const { return "1"; }

generate::Plan planFor(const generate::ShotRequest& request) {
    const double pixels = double(request.width) * request.height, frames = double(request.duration.value);
    generate::Plan plan;
    plan.seconds = 0.9 + frames * (0.018 + 0.045 * pixels / (1280.0 * 720.0));
    plan.memoryBytes = std::uint64_t(180e6 + pixels * 48);
    for (const auto& reference : request.references)
        if (reference.role != generate::ReferenceRole::look && reference.role < generate::ReferenceRole::figureModel)
            plan.warnings.push_back("Stage does not draw from references; " + std::string(generate::name(reference.role)) +
                                    " is kept for the generators that do.");
    for (auto& warning : brokenModels(request)) plan.warnings.push_back(std::move(warning));
    return plan;
}

Result<generate::Plan> StageGenerator::plan(const generate::ShotRequest& request) const {
    if (request.duration.value < 1) return fail(ErrorCategory::badInput, "A shot needs at least one frame", "Set its length in frames.");
    if (request.duration.value > 24 * 60 * 60) return fail(ErrorCategory::badInput, "A shot of over an hour cannot be staged", "Split it.");
    if (request.width < 16 || request.height < 16 || request.width > 8192 || request.height > 8192)
        return fail(ErrorCategory::badInput, "A picture of " + std::to_string(request.width) + "x" + std::to_string(request.height) + " cannot be drawn",
                    "Choose 16 to 8192 pixels each way.");
    return planFor(request);
}

Result<void> StageGenerator::generate(const generate::ShotRequest& request, const generate::FrameSink& sink, const CancelToken& cancel) {
    if (auto ready = m_stage.open(); !ready) return ready;
    auto shot = stageShot(*m_stage.library, request);
    if (!shot) return failBecause(shot.error(), "Shot " + request.shotNumber + " cannot be staged");
    const ShotDrawer drawer(*m_stage.library, *shot);
    Result<void> done;
    {
        FrameFeed feed(*m_stage.renderer, drawer, {.count = request.duration.value, .width = request.width, .height = request.height, .passes = {}});
        for (std::int64_t frame = 0; frame < request.duration.value && done; ++frame) {
            if (cancel.cancelled()) return fail(ErrorCategory::cancelled, "Shooting was stopped");
            auto made = feed.next();
            if (!made) done = failBecause(made.error(), "Frame " + std::to_string(frame) + " of shot " + request.shotNumber + " could not be drawn");
            else if (auto taken = sink(frame, made->picture.colour); !taken) return taken;
        }
    }
    if (!done) m_stage.renderer.reset(); // a lost device is made anew for the next shot
    return done;
}

void registerGenerator(generate::GeneratorRegistry& registry) { registry.add("stage", [] { return StageGenerator::create(); }); }

} // namespace rushes::stage
