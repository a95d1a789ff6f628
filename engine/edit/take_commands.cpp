// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/take_commands.h"

#include "engine/edit/command_support.h"
#include "engine/edit/fields.h"

namespace rushes::edit {

using namespace project;

namespace {

Result<void> checkDraft(const TakeDraft& draft) {
    if (draft.media.name.empty()) return fail(ErrorCategory::badInput, "A take needs its media file", "Adopt the file into the project first.");
    if (auto frames = checkRange("frames", draft.frames, 1, mostFrames); !frames) return fail(frames.error());
    for (const auto& text : {draft.generator, draft.generatorVersion, draft.createdAt})
        if (auto checked = checkText("take", text, 1000); !checked) return fail(checked.error());
    if (auto checked = checkText("request", draft.request, 4 << 20); !checked) return fail(checked.error());
    return {};
}

/// The newest take of the shot besides `gone`; none when there is no other.
TakeId newestBut(const Project& film, ShotId shot, TakeId gone) {
    TakeId newest;
    for (const Take* take : film.takes.of(shot))
        if (take->id != gone) newest = take->id;
    return newest;
}

} // namespace

Result<TakeId> addTake(Editor& editor, const TakeDraft& draft) {
    const Project& film = editor.project();
    const auto before = need(film.shots, draft.shot, "shot");
    if (!before) return fail(before.error());
    if (auto checked = checkDraft(draft); !checked) return fail(checked.error());
    if (auto media = editor.store().recordMedia(draft.media); !media) return fail(media.error());
    Shot shot = **before;
    shot.takesMade += 1;
    Take take;
    take.shot = shot.id;
    take.number = shot.takesMade;
    take.generator = draft.generator;
    take.generatorVersion = draft.generatorVersion;
    take.media = draft.media.name;
    take.frames = draft.frames;
    take.rate = draft.rate;
    take.width = draft.width;
    take.height = draft.height;
    take.seed = draft.seed;
    take.seconds = draft.seconds;
    take.request = draft.request;
    take.createdAt = draft.createdAt;
    take.job = draft.job;
    const auto done = editor.edit({"Take " + std::to_string(take.number) + " of " + shot.number}, [&](Transaction& transaction) -> Result<void> {
        const auto id = transaction.add(take);
        if (!id) return fail(id.error());
        take.id = *id;
        if (!shot.circled && film.takes.countOf(shot.id) == 0) shot.circled = *id;
        return transaction.update(shot);
    });
    if (!done) return fail(done.error());
    return take.id;
}

Result<void> circleTake(Editor& editor, ShotId id, TakeId takeId) {
    const Project& film = editor.project();
    const auto before = need(film.shots, id, "shot");
    if (!before) return fail(before.error());
    std::string label = "Circle nothing of " + (*before)->number;
    if (takeId) {
        const auto take = need(film.takes, takeId, "take");
        if (!take) return fail(take.error());
        if ((*take)->shot != id)
            return fail(ErrorCategory::badInput, "Take " + std::to_string(takeId.value) + " is not of shot " + (*before)->number, "Circle a take of the shot.");
        label = "Circle take " + std::to_string((*take)->number) + " of " + (*before)->number;
    }
    Shot shot = **before;
    shot.circled = takeId;
    return editor.edit({label}, [&](Transaction& transaction) { return transaction.update(shot); });
}

Result<void> removeTake(Editor& editor, TakeId id) {
    const Project& film = editor.project();
    const auto take = need(film.takes, id, "take");
    if (!take) return fail(take.error());
    const Take gone = **take;
    Shot shot = *film.shots.find(gone.shot);
    return editor.edit({"Remove take " + std::to_string(gone.number) + " of " + shot.number}, [&](Transaction& transaction) -> Result<void> {
        for (const auto& [clipId, row] : film.clips) {
            if (row.take != id) continue;
            Clip clip = row;
            clip.take = {};
            if (auto written = transaction.update(clip); !written) return written;
        }
        for (const Note* row : film.notes.of(shot.id)) {
            if (row->take != id) continue;
            Note note = *row; // what was said of the take stays with the shot
            note.take = {};
            if (auto written = transaction.update(note); !written) return written;
        }
        if (shot.circled == id) {
            shot.circled = newestBut(film, shot.id, id);
            if (auto written = transaction.update(shot); !written) return written;
        }
        return transaction.remove<Take>(id);
    });
}

} // namespace rushes::edit
