// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/cut_map.h"

#include "ui/bridge/words.h"

#include <QStringList>

namespace rushes::ui {

namespace {

playback::CardText cardOf(const project::Project& film, const project::Shot& shot) {
    playback::CardText card;
    card.number = shot.number;
    if (const auto* scene = film.scenes.find(shot.scene)) card.heading = scene->heading;
    QStringList details;
    if (shot.size) details << sizeWord(*shot.size);
    if (shot.angle) details << angleWord(*shot.angle);
    if (shot.lensMm) details << lensWord(*shot.lensMm);
    card.details = details.join(QStringLiteral(" · ")).toStdString();
    card.prompt = shot.prompt;
    card.footer = "no take yet";
    return card;
}

void putTake(playback::CutItem& item, const project::Project& film, const project::Take& take, const project::CutClip& clip) {
    item.media = project::mediaPath(film, take.media);
    item.mediaFrames = take.frames;
    item.mediaRate = take.rate;
    item.mediaStart = clip.source.start.rescaledTo(take.rate).value;
    item.take = "take " + std::to_string(take.number);
    item.generator = take.generator;
    item.card.footer = "the media of take " + std::to_string(take.number) + " is missing";
}

} // namespace

playback::Cut playableCut(const project::Project& film, project::SequenceId sequence, project::TakeId viewed) {
    const project::Cut cut = project::cutOf(film, sequence);
    const project::Take* other = film.takes.find(viewed);
    playback::Cut out;
    out.rate = cut.rate;
    out.width = cut.width;
    out.height = cut.height;
    out.start = cut.start;
    out.items.reserve(cut.clips.size());
    for (const auto& clip : cut.clips) {
        playback::CutItem item;
        item.start = clip.range.start.value;
        item.frames = clip.range.duration.value;
        if (const auto* shot = film.shots.find(clip.shot)) {
            item.shot = shot->number;
            item.card = cardOf(film, *shot);
        }
        const project::Take* take = other != nullptr && other->shot == clip.shot ? other : film.takes.find(clip.take);
        const project::Panel* panel = film.panels.find(clip.panel);
        if (take != nullptr) putTake(item, film, *take, clip);
        else if (panel != nullptr && !panel->media.empty()) item.media = project::mediaPath(film, panel->media);
        out.items.push_back(std::move(item));
    }
    return out;
}

} // namespace rushes::ui
