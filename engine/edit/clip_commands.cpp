// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/clip_commands.h"

#include "engine/edit/command_support.h"
#include "engine/edit/fields.h"
#include "engine/project/cut.h"

namespace rushes::edit {

using namespace project;

namespace {

Result<const Clip*> needClip(const Project& film, ClipId id) { return need(film.clips, id, "clip"); }

std::string ofClip(const Project& film, const Clip& clip) {
    const Shot* shot = film.shots.find(clip.shot);
    return shot ? shot->number : "clip " + std::to_string(clip.id.value);
}

} // namespace

Result<ClipId> clipOf(Editor& editor, ShotId shotId) {
    const Project& film = editor.project();
    const auto shot = need(film.shots, shotId, "shot");
    if (!shot) return fail(shot.error());
    const Track* track = pictureTrack(film, (*shot)->sequence);
    if (!track) return fail(ErrorCategory::damaged, "The sequence has no picture track", "`rushes verify` says more.");
    for (const Clip* clip : film.clips.of(track->id))
        if (clip->shot == shotId) return clip->id;
    if (film.clips.countOf(track->id) > 0)
        return fail(ErrorCategory::notFound, "Shot " + (*shot)->number + " is not in the cut", "Its clip was removed; undo that, or reset the cut.");
    ClipId found;
    const auto done = editor.edit({"Cut by hand"}, [&](Transaction& transaction) -> Result<void> {
        std::int64_t order = 0;
        for (const Shot* each : film.shots.of((*shot)->sequence)) {
            Clip clip;
            clip.track = track->id;
            clip.order = order += orderGap;
            clip.shot = each->id;
            const auto id = transaction.add(clip);
            if (!id) return fail(id.error());
            if (each->id == shotId) found = *id;
        }
        return {};
    });
    if (!done) return fail(done.error());
    return found;
}

Result<void> placeTake(Editor& editor, ClipId id, TakeId takeId) {
    const Project& film = editor.project();
    const auto before = needClip(film, id);
    if (!before) return fail(before.error());
    if (takeId) {
        const auto take = need(film.takes, takeId, "take");
        if (!take) return fail(take.error());
        if ((*take)->shot != (*before)->shot) return fail(ErrorCategory::badInput, "The take is of another shot than the clip", "Place a take of the clip's shot.");
    }
    Clip clip = **before;
    clip.take = takeId;
    return editor.edit({"Place take in " + ofClip(film, clip)}, [&](Transaction& transaction) { return transaction.update(clip); });
}

Result<void> trimClip(Editor& editor, ClipId id, std::int64_t sourceStart, std::int64_t frames, std::string mergeKey) {
    const auto before = needClip(editor.project(), id);
    if (!before) return fail(before.error());
    if (auto checked = checkRange("sourceStart", sourceStart, 0, mostFrames); !checked) return fail(checked.error());
    if (auto checked = checkRange("frames", frames, 1, mostFrames); !checked) return fail(checked.error());
    Clip clip = **before;
    clip.sourceStart = sourceStart;
    clip.frames = frames;
    return editor.edit({"Trim " + ofClip(editor.project(), clip), std::move(mergeKey)}, [&](Transaction& transaction) { return transaction.update(clip); });
}

Result<void> moveClip(Editor& editor, ClipId id, ClipId after) {
    const Project& film = editor.project();
    const auto before = needClip(film, id);
    if (!before) return fail(before.error());
    if (after == id) return fail(ErrorCategory::badInput, "A clip cannot stand behind itself", "Choose another one.");
    Clip clip = **before;
    auto siblings = film.clips.of(clip.track);
    std::erase_if(siblings, [&](const Clip* row) { return row->id == id; });
    const auto at = indexBehind(siblings, after, "clip");
    if (!at) return fail(at.error());
    return editor.edit({"Move " + ofClip(film, clip)}, [&](Transaction& transaction) -> Result<void> {
        const auto orders = makeRoom(transaction, film.clips, siblings, *at, 1);
        if (!orders) return fail(orders.error());
        clip.order = orders->front();
        return transaction.update(clip);
    });
}

Result<void> removeClip(Editor& editor, ClipId id) {
    const auto clip = needClip(editor.project(), id);
    if (!clip) return fail(clip.error());
    if (editor.project().clips.countOf((*clip)->track) == 1)
        return fail(ErrorCategory::badInput, "That is the last clip of the cut", "Reset the cut to follow the shots again.");
    const std::string label = "Lift " + ofClip(editor.project(), **clip);
    return editor.edit({label}, [&](Transaction& transaction) { return transaction.remove<Clip>(id); });
}

Result<void> resetCut(Editor& editor, SequenceId id) {
    const Project& film = editor.project();
    const auto sequence = needSequence(film, id);
    if (!sequence) return fail(sequence.error());
    const Track* track = pictureTrack(film, (*sequence)->id);
    if (!track) return {};
    return editor.edit({"Reset the cut"}, [&](Transaction& transaction) -> Result<void> {
        for (const Clip* clip : film.clips.of(track->id))
            if (auto removed = transaction.remove<Clip>(clip->id); !removed) return removed;
        return {};
    });
}

} // namespace rushes::edit
