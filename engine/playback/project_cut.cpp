// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/playback/project_cut.h"

#include <algorithm>
#include <cstdio>

namespace rushes::playback {
namespace {

/// "medium_close_up" → "Medium close up".
std::string spoken(std::string word) {
    std::replace(word.begin(), word.end(), '_', ' ');
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = char(word[0] - 'a' + 'A');
    return word;
}

CardText cardOf(const project::Project& film, const project::Shot& shot) {
    CardText card;
    card.number = shot.number;
    if (const auto* scene = film.scenes.find(shot.scene)) card.heading = scene->heading;
    const auto add = [&](const std::string& text) { card.details += (card.details.empty() ? "" : " · ") + text; };
    if (shot.size) add(spoken(*shot.size));
    if (shot.angle) add(spoken(*shot.angle));
    if (shot.lensMm) {
        char lens[32];
        std::snprintf(lens, sizeof lens, "%g mm", *shot.lensMm);
        add(lens);
    }
    if (shot.move && *shot.move != "static") add(spoken(*shot.move));
    card.prompt = shot.prompt;
    card.footer = "no take yet";
    return card;
}

void putTake(CutItem& item, const project::Project& film, const project::Take& take, const project::CutClip& clip) {
    item.media = project::mediaPath(film, take.media);
    item.mediaFrames = take.frames;
    item.mediaRate = take.rate;
    item.mediaStart = clip.source.start.rescaledTo(take.rate).value;
    item.take = "take " + std::to_string(take.number);
    item.generator = take.generator;
    item.card.footer = "the media of take " + std::to_string(take.number) + " is missing";
}

} // namespace

Cut cutOfProject(const project::Project& film, project::SequenceId sequence, project::TakeId viewed) {
    const project::Cut cut = project::cutOf(film, sequence);
    const project::Take* other = film.takes.find(viewed);
    Cut out{cut.rate, cut.width, cut.height, cut.start, {}};
    out.items.reserve(cut.clips.size());
    for (const auto& clip : cut.clips) {
        CutItem item;
        item.start = clip.range.start.value;
        item.frames = clip.range.duration.value;
        if (const auto* shot = film.shots.find(clip.shot)) {
            item.shot = shot->number;
            item.card = cardOf(film, *shot);
        }
        const project::Take* take = other && other->shot == clip.shot ? other : film.takes.find(clip.take);
        const project::Panel* panel = film.panels.find(clip.panel);
        if (take) putTake(item, film, *take, clip);
        else if (panel && !panel->media.empty()) item.media = project::mediaPath(film, panel->media);
        out.items.push_back(std::move(item));
    }
    return out;
}

} // namespace rushes::playback
