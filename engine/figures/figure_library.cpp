// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/figures/figure_library.h"

#include "engine/base/paths.h"
#include "engine/figures/act_book.h"
#include "engine/figures/authored_gaits.h"
#include "engine/figures/baked_data.h"
#include "engine/figures/pose_book.h"

#include <algorithm>

namespace rushes::figures {

FigureLibrary::FigureLibrary() = default;
FigureLibrary::~FigureLibrary() = default;

Result<std::shared_ptr<const FigureLibrary>> FigureLibrary::load() {
    const auto baked = findAsset("figures.bin");
    if (!baked)
        return fail(ErrorCategory::notFound, "The people's baked file figures.bin is missing",
                    "Run packaging/setup and build again, or install Rushes again.");
    const auto poses = findAsset("poses/poses.json");
    if (!poses) return fail(poses.error());
    // Motions are a file of their own that a packager may leave out; then our own walk and run serve.
    const auto motions = findAsset("motions.bin");
    return load({*baked, *poses, motions ? *motions : std::filesystem::path()});
}

Result<std::shared_ptr<const FigureLibrary>> FigureLibrary::load(const FigureFiles& files) {
    const auto bodies = readFile(files.bodies, 256u << 20);
    if (!bodies) return fail(bodies.error());
    auto data = decodeBaked(*bodies);
    if (!data) return failBecause(data.error(), "Cannot read " + files.bodies.string());
    const auto poseText = readFile(files.poses);
    if (!poseText) return fail(poseText.error());
    auto poses = PoseBook::parse(*poseText);
    if (!poses) return failBecause(poses.error(), "Cannot read " + files.poses.string());
    const auto actsFile = files.acts.empty() ? files.poses.parent_path() / "acts.json" : files.acts;
    const auto actText = readFile(actsFile);
    if (!actText) return fail(actText.error());
    auto acts = ActBook::parse(*actText, *poseText);
    if (!acts) return failBecause(acts.error(), "Cannot read " + actsFile.string());
    if (!files.motions.empty()) {
        const auto motions = readFile(files.motions);
        if (!motions) return fail(motions.error());
        auto clips = decodeClips(*motions);
        if (!clips) return failBecause(clips.error(), "Cannot read " + files.motions.string());
        data->clips = std::move(*clips);
    }
    for (auto& gait : authoredGaits())
        if (std::none_of(data->clips.begin(), data->clips.end(), [&](const Clip& c) { return c.name == gait.name; }))
            data->clips.push_back(std::move(gait));
    std::shared_ptr<FigureLibrary> out(new FigureLibrary);
    out->m_data = std::make_unique<BakedData>(std::move(*data));
    out->m_poses = std::make_unique<PoseBook>(std::move(*poses));
    out->m_acts = std::make_unique<ActBook>(std::move(*acts));
    out->m_motions = out->m_poses->names();
    for (auto& name : out->m_acts->names())
        out->m_motions.push_back(std::move(name));
    for (const Clip& clip : out->m_data->clips)
        out->m_motions.push_back(clip.name);
    for (const char* acted : {"idle", "listen", "sit", "talk"})
        out->m_motions.emplace_back(acted);
    std::sort(out->m_motions.begin(), out->m_motions.end());
    out->m_motions.erase(std::unique(out->m_motions.begin(), out->m_motions.end()), out->m_motions.end());
    return std::shared_ptr<const FigureLibrary>(std::move(out));
}

bool FigureLibrary::has(std::string_view motion) const {
    return std::binary_search(m_motions.begin(), m_motions.end(), motion);
}

} // namespace rushes::figures
