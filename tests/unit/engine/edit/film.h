// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/edit/clip_commands.h"
#include "engine/edit/script_import.h"
#include "engine/edit/shot_commands.h"
#include "engine/edit/take_commands.h"
#include "engine/project/cut.h"
#include "tests/unit/engine/project/temporary_folder.h"

namespace rushes::test {

/// An open project with an editor, in a folder of its own.
struct Film {
    TemporaryFolder folder;
    std::unique_ptr<project::ProjectStore> store;
    std::unique_ptr<edit::Editor> editor;

    Film() {
        store = must(project::ProjectStore::create(folder / "Film.rushes"));
        editor = std::make_unique<edit::Editor>(*store);
    }

    void reopen() {
        editor.reset();
        store.reset();
        store = must(project::ProjectStore::open(folder / "Film.rushes"));
        editor = std::make_unique<edit::Editor>(*store);
    }

    const project::Project& film() const { return store->project(); }

    project::ShotId addShot(const std::string& prompt, project::ShotId after = {}) {
        edit::NewShot shot;
        shot.after = after;
        shot.fields.prompt = prompt;
        return must(edit::addShot(*editor, shot));
    }

    project::TakeDraft draft(project::ShotId shot, const std::string& content = "frames") {
        writeBytes(folder / "take.mp4", content);
        project::TakeDraft draft;
        draft.shot = shot;
        draft.media = must(store->media().import(folder / "take.mp4"));
        draft.generator = "stage";
        draft.frames = 48;
        draft.rate = time::rate24;
        draft.width = 1280;
        draft.height = 720;
        draft.request = "{}";
        draft.createdAt = "2026-03-01T12:00:00Z";
        return draft;
    }

    /// The numbers of the shots in order: "A B C".
    std::string numbers() const {
        std::string out;
        for (const project::Shot* shot : film().shots.of(project::mainSequence(film())->id)) out += (out.empty() ? "" : " ") + shot->number;
        return out;
    }
};

inline edit::ShotPatch patchOf(const std::string& field, const std::string& value) {
    edit::ShotPatch patch;
    must(edit::setField(patch, field, value));
    return patch;
}

} // namespace rushes::test
