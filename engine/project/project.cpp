// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/project/project.h"

#include <algorithm>
#include <charconv>

namespace rushes::project {
namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return out;
}

/// "31" or "#31"; 0 when it is not a number.
std::int64_t idIn(std::string_view text) {
    if (text.starts_with('#')) text.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc{} && end == text.data() + text.size() && value > 0 ? value : 0;
}

template <class T> const T* byName(const Rows<T>& rows, std::string_view name) {
    const std::string wanted = lower(name);
    for (const auto& [id, row] : rows)
        if (lower(row.name) == wanted) return &row;
    return nullptr;
}

} // namespace

const Sequence* mainSequence(const Project& project) {
    return project.sequences.empty() ? nullptr : &project.sequences.begin()->second;
}

std::vector<const Shot*> shotsOf(const Project& project, const ScriptScene& scene) {
    auto shots = project.shots.of(scene.sequence);
    std::erase_if(shots, [&](const Shot* shot) { return shot->scene != scene.id; });
    return shots;
}

const Take* chosenTake(const Project& project, ShotId id) {
    const Shot* shot = project.shots.find(id);
    if (!shot) return nullptr;
    if (const Take* take = shot->circled ? project.takes.find(shot->circled) : nullptr) return take;
    return project.takes.lastOf(id);
}

time::RationalTime durationOf(const Project& project, const Shot& shot) {
    const Sequence* sequence = project.sequences.find(shot.sequence);
    return {shot.frames, sequence ? sequence->rate : time::rate24};
}

Result<const Shot*> findShot(const Project& project, std::string_view text) {
    const std::string wanted = lower(text);
    for (const auto& [sequenceId, sequence] : project.sequences)
        for (const Shot* shot : project.shots.of(sequenceId))
            if (lower(shot->number) == wanted) return shot;
    if (const Shot* shot = project.shots.find(ShotId{idIn(text)})) return shot;
    const std::string hint = project.shots.empty() ? "The film has no shots yet: `rushes import` takes a script in."
                                                   : "`rushes shots` lists the shots; give a number such as " + project.shots.begin()->second.number + " or an id.";
    return fail(ErrorCategory::notFound, "There is no shot " + std::string(text), hint);
}

Result<const Take*> findTake(const Project& project, std::string_view text) {
    if (const Take* take = project.takes.find(TakeId{idIn(text)})) return take;
    if (const std::size_t dash = text.find_last_of("-/"); dash != std::string_view::npos)
        if (const auto shot = findShot(project, text.substr(0, dash)))
            for (const Take* take : project.takes.of((*shot)->id))
                if (take->number == idIn(text.substr(dash + 1))) return take;
    return fail(ErrorCategory::notFound, "There is no take " + std::string(text), "`rushes takes` lists them; give an id, or shot and number such as 12A-3.");
}

const Character* findCharacter(const Project& project, std::string_view name) { return byName(project.characters, name); }
const Location* findLocation(const Project& project, std::string_view name) { return byName(project.locations, name); }

std::filesystem::path mediaPath(const Project& project, std::string_view mediaName) { return project.folder / "media" / mediaName; }

} // namespace rushes::project
