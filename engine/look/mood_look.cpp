// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/look/mood_look.h"

#include "engine/look/net_run.h"

#include <algorithm>

namespace rushes::look {
namespace {

constexpr int kSteps = 500;

} // namespace

int MoodLook::stepsInAll() const { return kSteps; }

Result<std::unique_ptr<MoodLook>> MoodLook::create(const std::vector<GuideFrame>& frames, const MoodSource& mood, std::uint64_t seed) {
    if (frames.empty()) return fail(ErrorCategory::badInput, "There is no frame of the shot to learn a mood on", "This is a defect of what asked for it");
    auto net = neural::makePixelNet({.channels = NetGuides::kChannels, .seed = seed});
    if (!net) return fail(net.error());
    std::unique_ptr<MoodLook> look(new MoodLook);
    look->m_net = std::move(*net);
    std::vector<const GuideFrame*> guides;
    for (const auto& frame : frames) guides.push_back(&frame);
    look->m_guides = std::make_unique<NetGuides>(guides);
    std::vector<neural::PixelSheet> sheets;
    for (const auto& frame : frames) {
        auto target = frame.colour.data;
        for (float& v : target) v = v * 2 - 1;
        sheets.push_back(sheetOf(*look->m_guides, frame, std::move(target), std::vector<float>(frame.pixels(), 1.0f)));
    }
    if (auto ok = look->m_net->setSheets(std::move(sheets)); !ok) return fail(ok.error());
    neural::MoodPicture picture{mood.picture.width, mood.picture.height, planeOf(mood.picture).data, std::clamp(mood.strength, 0.0, 1.0)};
    if (auto ok = look->m_net->setMood(std::move(picture)); !ok) return fail(ok.error());
    return look;
}

Result<void> MoodLook::learn(int steps, const CancelToken& cancel) { return learnInSlices(*m_net, std::min(steps, kSteps - m_taken), kSteps, m_taken, cancel); }

Result<Image> MoodLook::paintImage(const GuideFrame& frame) {
    auto colours = runNet(*m_guides, *m_net, frame);
    if (!colours) return fail(colours.error());
    return imageOf(*colours);
}

} // namespace rushes::look
