// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/paths.h"

#include "assets/bake/base_mesh.h"
#include <glm/trigonometric.hpp>
#include <nlohmann/json.hpp>

namespace rushes::bake {
namespace {

/// Clip files by the names the figures use. The left turns gain 30 and 56 degrees a cycle, the right ones 53 and 99.
const std::pair<const char*, const char*> clipFiles[] = {
    {"walk", "humanoid3d_walk.txt"},
    {"run", "humanoid3d_run.txt"},
    {"jump", "humanoid3d_jump.txt"},
    {"dance_a", "humanoid3d_dance_a.txt"},
    {"dance_b", "humanoid3d_dance_b.txt"},
    {"crawl", "humanoid3d_crawl.txt"},
    {"roll", "humanoid3d_roll.txt"},
    {"punch", "humanoid3d_punch.txt"},
    {"kick", "humanoid3d_kick.txt"},
    {"spinkick", "humanoid3d_spinkick.txt"},
    {"spin", "humanoid3d_spin.txt"},
    {"cartwheel", "humanoid3d_cartwheel.txt"},
    {"backflip", "humanoid3d_backflip.txt"},
    {"getup_facedown", "humanoid3d_getup_facedown.txt"},
    {"getup_faceup", "humanoid3d_getup_faceup.txt"},
    {"walk_slow", "walker/0walk_forward.txt"},
    {"turn_left", "walker/turn_left0.txt"},
    {"turn_left_sharp", "walker/turn_left1.txt"},
    {"turn_right", "walker/turn_right1.txt"},
    {"turn_right_sharp", "walker/turn_right0.txt"},
};

using Numbers = std::vector<double>;

/// Source axes x forward, y up, z right → ours x left, y up, z forward.
glm::quat turnAt(const Numbers& f, std::size_t at) {
    return glm::normalize(glm::quat(float(f[at]), float(-f[at + 3]), float(f[at + 2]), float(f[at + 1])));
}

figures::ClipFrame frameOf(const Numbers& f) {
    figures::ClipFrame out;
    out.seconds = float(f[0]);
    out.root = {float(-f[3]), float(f[2]), float(f[1])};
    const std::size_t turns[9] = {4, 8, 12, 30, 16, 35, 21, 39, 25};
    for (std::size_t i = 0; i < 9; ++i)
        out.turns[i] = turnAt(f, turns[i]);
    const std::size_t bends[4] = {34, 20, 43, 29};
    for (std::size_t i = 0; i < 4; ++i)
        out.bends[i] = float(-glm::degrees(f[bends[i]]));
    return out;
}

} // namespace

Result<std::vector<figures::Clip>> readClips(const std::filesystem::path& motions) {
    std::vector<figures::Clip> out;
    for (const auto& [name, file] : clipFiles) {
        const auto text = readFile(motions / file);
        if (!text) return fail(text.error());
        const auto document = nlohmann::json::parse(*text, nullptr, false);
        if (!document.is_object() || !document.contains("Frames"))
            return fail(ErrorCategory::damaged, std::string(file) + " is no motion clip");
        figures::Clip clip{name, document.value("Loop", "none") == "wrap", {}};
        for (const auto& row : document["Frames"]) {
            const auto numbers = row.get<Numbers>();
            if (numbers.size() != 44)
                return fail(ErrorCategory::damaged,
                            std::string(file) + " has a frame of " + std::to_string(numbers.size()) + " numbers");
            clip.frames.push_back(frameOf(numbers));
        }
        out.push_back(std::move(clip));
    }
    return out;
}

} // namespace rushes::bake
