// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/generate/generator.h"
#include "engine/look/guide_drawer.h"
#include "engine/look/learned_look.h"
#include "engine/look/mood_look.h"
#include "engine/stage/open_stage.h"
#include "engine/stage/staging.h"

#include <memory>
#include <string>
#include <vector>

namespace rushes::look {

/// Carries the look of one painted frame or a few over a whole shot: stages it as `stage` does, learns from the look references at
/// their frames, paints every frame. Without a painted frame a loose picture gives the shot its mood. Lives on the shoot thread, owns a Vulkan device.
class LookGenerator : public generate::Generator {
public:
    static Result<std::unique_ptr<generate::Generator>> create();

    std::string_view id() const override { return "look"; }
    std::string version() const override;
    Result<generate::Plan> plan(const generate::ShotRequest& request) const override;
    Result<void> generate(const generate::ShotRequest& request, const generate::FrameSink& sink, const CancelToken& cancel) override;
    void showPreviews(generate::PreviewSink sink) override { m_preview = std::move(sink); }

private:
    /// A shot on its way through the generator.
    struct Work {
        const generate::ShotRequest& request;
        const stage::StagedShot& shot;
        GuideDrawer& guides;
        const CancelToken& cancel;
    };
    Result<void> addKept(const Work& work, const std::filesystem::path& file, std::vector<PaintedFrame>& frames);
    Result<std::vector<PaintedFrame>> readPaintings(const Work& work);
    Result<std::unique_ptr<LookPainter>> painted(const Work& work);
    Result<std::unique_ptr<LookPainter>> inMood(const Work& work, const generate::Reference& mood);
    Result<void> learn(const Work& work, LookPainter& look);
    Result<void> paintAll(const Work& work, LookPainter& look, const generate::FrameSink& sink);
    void preview(const Work& work, LookPainter* look, double secondsLeft, const GuideFrame* guides);

    stage::OpenStage m_stage;
    generate::PreviewSink m_preview;
};

/// Adds "look".
void registerGenerator(generate::GeneratorRegistry& registry);

} // namespace rushes::look
