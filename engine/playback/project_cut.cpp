// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/project_cut.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace rushes::playback {
namespace {

/// "close_up" → "Close up": the words of shot.json as a person writes them.
std::string spelled(std::string word) {
    std::replace(word.begin(), word.end(), '_', ' ');
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = char(word[0] - 'a' + 'A');
    return word;
}

std::string detailsOf(const project::Shot& shot, time::FrameRate rate) {
    std::vector<std::string> parts;
    if (shot.size) parts.push_back(spelled(*shot.size));
    if (shot.angle) parts.push_back(spelled(*shot.angle));
    if (shot.lensMm) parts.push_back(fmt::format("{:.0f} mm", *shot.lensMm));
    if (shot.move) parts.push_back(spelled(*shot.move));
    parts.push_back(fmt::format("{:.1f} s", double(shot.frames) / rate.hz()));
    return fmt::format("{}", fmt::join(parts, " · "));
}

void describeShot(CutItem& item, const project::Project& film, const project::Shot& shot, time::FrameRate rate) {
    item.shot = shot.number;
    item.card.number = shot.number;
    if (const auto* scene = film.scenes.find(shot.scene)) item.card.heading = scene->heading;
    item.card.details = detailsOf(shot, rate);
    item.card.prompt = shot.prompt;
    item.card.footer = "No take yet";
}

void useTake(CutItem& item, const project::Project& film, const project::Take& take, std::int64_t sourceStart, time::FrameRate rate) {
    item.media = project::mediaPath(film, take.media);
    item.mediaFrames = take.frames;
    item.mediaRate = take.rate;
    item.mediaStart = time::RationalTime{sourceStart, rate}.rescaledTo(take.rate).value;
    item.take = fmt::format("take {}", take.number);
    item.generator = take.generator;
}

void addSounds(Cut& cut, const project::Project& film, const project::Track& track) {
    std::int64_t at = 0;
    for (const auto* clip : film.clips.of(track.id)) {
        if (clip->frames <= 0) continue;
        if (!clip->media.empty()) cut.sounds.push_back({at, clip->frames, project::mediaPath(film, clip->media), clip->sourceStart, 1.0f});
        at += clip->frames;
    }
}

} // namespace

Cut cutOfProject(const project::Project& film, project::SequenceId sequence, project::TakeId viewed) {
    const auto* other = film.takes.find(viewed);
    const project::Cut from = project::cutOf(film, sequence);
    Cut cut{from.rate, from.width, from.height, from.start, {}, {}};
    cut.items.reserve(from.clips.size());
    for (const auto& clip : from.clips) {
        CutItem item;
        item.start = clip.range.start.value;
        item.frames = clip.range.duration.value;
        if (const auto* shot = film.shots.find(clip.shot)) describeShot(item, film, *shot, from.rate);
        const auto* take = other && other->shot == clip.shot ? other : film.takes.find(clip.take);
        const auto* panel = film.panels.find(clip.panel);
        if (take) useTake(item, film, *take, clip.source.start.value, from.rate);
        else if (panel && !panel->media.empty()) item.media = project::mediaPath(film, panel->media);
        cut.items.push_back(std::move(item));
    }
    for (const auto* track : film.tracks.of(from.sequence))
        if (track->kind == project::TrackKind::sound) addSounds(cut, film, *track);
    return cut;
}

} // namespace rushes::playback
