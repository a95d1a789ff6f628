// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/shoot/make_shot_request.h"

#include <algorithm>

namespace rushes::shoot {

using namespace project;

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return out;
}

Result<void> needFile(const std::filesystem::path& file) {
    std::error_code code;
    if (std::filesystem::is_regular_file(file, code)) return {};
    return fail(ErrorCategory::notFound, "The reference " + file.string() + " is missing", "Remove the reference, or add the picture again.");
}

/// Without its model a shot is drawn as the words have it, and says so.
bool isModel(generate::ReferenceRole role) { return role >= generate::ReferenceRole::figureModel; }

Result<generate::Reference> referenceOf(const Project& project, const project::Reference& from) {
    const auto role = generate::referenceRole(from.role);
    if (!role) return fail(role.error());
    generate::Reference to{*role, mediaPath(project, from.media), from.media, from.subject, from.atFrame, from.strength, from.painted, from.artist, from.consent};
    if (auto there = needFile(to.file); !there && !isModel(*role)) return fail(there.error());
    return to;
}

/// Whether a reference for the whole film shows someone or some place of this shot. Props count where the prompt names them.
bool concerns(const project::Reference& reference, const generate::ShotRequest& request) {
    const std::string subject = lower(reference.subject);
    if (subject.empty()) return false;
    if (reference.role == "look" && reference.media.ends_with(".rlook")) return false; // kept for the shots that say so
    if (reference.role == "prop_model") return true; // which words name it is the reader's to know
    if (reference.role == "figure_model" && lower(request.prompt).find(subject) != std::string::npos) return true; // "a guard"
    if (reference.role == "location" || reference.role == "place_model") return lower(request.location) == subject;
    if (reference.role == "prop" || reference.role == "look") return lower(request.prompt).find(subject) != std::string::npos;
    return std::any_of(request.cast.begin(), request.cast.end(), [&](const auto& member) { return member.seen && lower(member.name) == subject; });
}

/// Everybody of this shot's place in the order of their first appearance there, so that each keeps a place from shot to shot.
void putCast(const Project& project, const Shot& shot, generate::ShotRequest& request) {
    std::vector<project::CharacterId> order;
    const auto add = [&](project::CharacterId id) {
        if (std::find(order.begin(), order.end(), id) == order.end()) order.push_back(id);
    };
    for (const Shot* other : project.shots.of(shot.sequence)) {
        const bool here = shot.location ? other->location == shot.location : other->scene == shot.scene && shot.scene;
        if (here)
            for (const auto id : other->characters) add(id);
    }
    for (const auto id : shot.characters) add(id);
    for (const auto id : order) {
        const bool seen = std::find(shot.characters.begin(), shot.characters.end(), id) != shot.characters.end();
        if (const Character* character = project.characters.find(id)) request.cast.push_back({character->name, character->description, seen});
    }
}

/// What the scene's last shots before this one say, so that the staging goes on from there.
std::vector<std::string> earlierPrompts(const Project& project, const Shot& shot) {
    constexpr std::size_t most = 8;
    std::vector<std::string> prompts;
    if (!shot.scene) return prompts;
    for (const Shot* other : project.shots.of(shot.sequence)) {
        if (other->id == shot.id) break;
        if (other->scene == shot.scene && !other->prompt.empty()) prompts.push_back(other->prompt);
    }
    if (prompts.size() > most) prompts.erase(prompts.begin(), prompts.end() - most);
    return prompts;
}

} // namespace

Result<generate::ShotRequest> makeShotRequest(const Project& project, ShotId id) {
    const Shot* shot = project.shots.find(id);
    const Sequence* sequence = shot ? project.sequences.find(shot->sequence) : nullptr;
    if (!sequence) return fail(ErrorCategory::notFound, "There is no shot " + std::to_string(id.value), "`rushes shots` lists them.");
    if (shot->prompt.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(ErrorCategory::badInput, "Shot " + shot->number + " has no prompt", "Say what is to be seen: rushes shot set FILM " + shot->number + " prompt=…");

    generate::ShotRequest request;
    request.shotNumber = shot->number;
    request.prompt = shot->prompt;
    request.camera = {shot->size, shot->angle, shot->lensMm, shot->move};
    if (const Location* location = project.locations.find(shot->location)) request.location = location->name;
    putCast(project, *shot, request);
    for (const auto& line : shot->dialogue) request.dialogue.push_back({line.character, line.text});
    request.duration = durationOf(project, *shot);
    request.width = sequence->width;
    request.height = sequence->height;
    request.seed = shot->seed;
    request.generator = shot->generator;
    request.settingsJson = shot->settingsJson;
    request.earlier = earlierPrompts(project, *shot);

    auto references = project.references.of(id);
    for (const project::Reference* wide : project.references.of(ShotId{}))
        if (concerns(*wide, request)) references.push_back(wide);
    for (const project::Reference* from : references) {
        auto to = referenceOf(project, *from);
        if (!to) return failBecause(to.error(), "Shot " + shot->number + " cannot be shot");
        request.references.push_back(std::move(*to));
    }
    return request;
}

Result<generate::ShotRequest> requestOfTake(const Project& project, TakeId id) {
    const Take* take = project.takes.find(id);
    if (!take) return fail(ErrorCategory::notFound, "There is no take " + std::to_string(id.value), "`rushes takes` lists them.");
    auto request = generate::ShotRequest::fromJson(take->request);
    if (!request) return request;
    for (auto& reference : request->references) {
        // The project may have moved since.
        if (!reference.contentHash.empty()) reference.file = mediaPath(project, reference.contentHash);
        if (auto there = needFile(reference.file); !there && !isModel(reference.role)) return fail(there.error());
    }
    return request;
}

} // namespace rushes::shoot
