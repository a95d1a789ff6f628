// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/shot_commands.h"

#include "engine/edit/command_support.h"
#include "engine/edit/fields.h"
#include "engine/edit/shot_patch.h"

#include <algorithm>

namespace rushes::edit {

using namespace project;

namespace {

/// Remembers which fields of a planned shot the user took over.
void markEdited(Shot& shot, const std::vector<std::string>& changed) {
    if (shot.source != ShotSource::script) return;
    for (const auto& field : changed)
        if (guardsShot(field) && std::find(shot.edited.begin(), shot.edited.end(), field) == shot.edited.end()) shot.edited.push_back(field);
    std::sort(shot.edited.begin(), shot.edited.end());
}

/// "prompt" when the patch sets one field, "" when more.
std::string onlyField(const ShotPatch& patch) {
    std::string name;
    int count = 0;
    const auto look = [&](const auto& value, const char* field) {
        if (value) name = field, ++count;
    };
    look(patch.prompt, "prompt"), look(patch.size, "size"), look(patch.angle, "angle"), look(patch.lensMm, "lens");
    look(patch.move, "move"), look(patch.frames, "length"), look(patch.generator, "generator"), look(patch.seed, "seed");
    look(patch.settingsJson, "settings"), look(patch.characters, "characters"), look(patch.location, "location");
    look(patch.dialogue, "dialogue"), look(patch.number, "number");
    return count == 1 ? name : std::string{};
}

std::string shotsLabel(const Project& film, const std::vector<ShotId>& shots) {
    const Shot* first = shots.size() == 1 ? film.shots.find(shots.front()) : nullptr;
    return first ? first->number : std::to_string(shots.size()) + " shots";
}

/// Where a new shot goes among the shots of its sequence: behind `after`, else behind the last of its scene, else behind all of the
/// scenes before it.
std::size_t placeFor(const Project& film, const std::vector<const Shot*>& siblings, ShotId after, const ScriptScene* scene) {
    if (!after && !scene) return siblings.size();
    std::size_t at = after ? siblings.size() : 0;
    for (std::size_t i = 0; i < siblings.size(); ++i) {
        if (after) {
            if (siblings[i]->id == after) at = i + 1;
            continue;
        }
        const ScriptScene* other = film.scenes.find(siblings[i]->scene);
        if (other && other->order <= scene->order) at = i + 1;
    }
    return at;
}

Result<std::vector<ShotId>> needShots(const Project& film, const std::vector<ShotId>& ids) {
    for (const auto id : ids)
        if (auto shot = need(film.shots, id, "shot"); !shot) return fail(shot.error());
    return ids;
}

} // namespace

Result<ShotId> addShot(Editor& editor, const NewShot& wanted) {
    const Project& film = editor.project();
    const auto patch = checkPatch(wanted.fields);
    if (!patch) return fail(patch.error());
    Shot shot;
    if (wanted.after) {
        const auto after = need(film.shots, wanted.after, "shot");
        if (!after) return fail(after.error());
        shot.sequence = (*after)->sequence;
        shot.scene = wanted.scene ? wanted.scene : (*after)->scene;
    } else {
        const auto sequence = needSequence(film, wanted.sequence);
        if (!sequence) return fail(sequence.error());
        shot.sequence = (*sequence)->id;
        shot.scene = wanted.scene;
    }
    const ScriptScene* scene = film.scenes.find(shot.scene);
    if (shot.scene && (!scene || scene->sequence != shot.sequence)) return fail(ErrorCategory::notFound, "There is no such scene in the sequence", "`rushes shots` lists the scenes.");
    const auto siblings = film.shots.of(shot.sequence);
    const std::size_t at = placeFor(film, siblings, wanted.after, scene);
    const ShotId behind = at > 0 ? siblings[at - 1]->id : ShotId{};
    if (!patch->number) shot.number = ShotNumbers(film, shot.sequence).next(scene);
    ShotId added;
    const auto done = editor.edit({"Add shot " + patch->number.value_or(shot.number)}, [&](Transaction& transaction) -> Result<void> {
        const auto orders = makeRoom(transaction, film.shots, siblings, at, 1);
        if (!orders) return fail(orders.error());
        shot.order = orders->front();
        if (auto applied = applyPatch(transaction, shot, *patch); !applied) return fail(applied.error());
        const auto id = transaction.add(shot);
        if (!id) return fail(id.error());
        added = *id;
        return addClipsFor(transaction, {added}, behind);
    });
    if (!done) return fail(done.error());
    return added;
}

Result<void> setShot(Editor& editor, ShotId shot, const ShotPatch& patch, std::string mergeKey, std::string label) {
    return setShots(editor, {shot}, patch, std::move(mergeKey), std::move(label));
}

Result<void> setShots(Editor& editor, const std::vector<ShotId>& shots, const ShotPatch& given, std::string mergeKey, std::string label) {
    const Project& film = editor.project();
    if (auto there = needShots(film, shots); !there) return fail(there.error());
    const auto patch = checkPatch(given);
    if (!patch) return fail(patch.error());
    if (patch->number && shots.size() > 1) return fail(ErrorCategory::badInput, "Several shots cannot have one number", "Set the number of one shot.");
    const std::string field = onlyField(*patch);
    if (label.empty()) label = "Edit " + (field.empty() ? "" : field + " of ") + shotsLabel(film, shots);
    return editor.edit({label, std::move(mergeKey)}, [&](Transaction& transaction) -> Result<void> {
        for (const auto id : shots) {
            Shot shot = *film.shots.find(id);
            const auto changed = applyPatch(transaction, shot, *patch);
            if (!changed) return fail(changed.error());
            if (changed->empty()) continue;
            markEdited(shot, *changed);
            if (auto written = transaction.update(shot); !written) return written;
        }
        return {};
    });
}

Result<void> removeShots(Editor& editor, const std::vector<ShotId>& shots) {
    const Project& film = editor.project();
    if (auto there = needShots(film, shots); !there) return fail(there.error());
    const std::set<ShotId> once(shots.begin(), shots.end());
    return editor.edit({"Remove " + shotsLabel(film, shots)}, [&](Transaction& transaction) -> Result<void> {
        for (const auto id : once)
            if (auto removed = removeShotRows(transaction, id); !removed) return removed;
        return {};
    });
}

Result<void> moveShots(Editor& editor, const std::vector<ShotId>& shots, ShotId after) {
    const Project& film = editor.project();
    if (auto there = needShots(film, shots); !there) return fail(there.error());
    if (shots.empty()) return {};
    const std::set<ShotId> moving(shots.begin(), shots.end());
    const SequenceId sequence = film.shots.find(shots.front())->sequence;
    std::vector<const Shot*> moved, staying;
    for (const Shot* shot : film.shots.of(sequence)) (moving.contains(shot->id) ? moved : staying).push_back(shot);
    if (moved.size() != moving.size()) return fail(ErrorCategory::badInput, "The shots are of several sequences", "Move the shots of one sequence.");
    if (moving.contains(after)) return fail(ErrorCategory::badInput, "A shot cannot stand behind itself", "Choose a shot that is not moved.");
    const auto at = indexBehind(staying, after, "shot");
    if (!at) return fail(at.error());
    return editor.edit({"Move " + shotsLabel(film, shots)}, [&](Transaction& transaction) -> Result<void> {
        const auto orders = makeRoom(transaction, film.shots, staying, *at, moved.size());
        if (!orders) return fail(orders.error());
        for (std::size_t i = 0; i < moved.size(); ++i) {
            Shot shot = *moved[i];
            shot.order = (*orders)[i];
            if (auto written = transaction.update(shot); !written) return written;
        }
        return {};
    });
}

Result<ShotId> splitShot(Editor& editor, ShotId id, std::int64_t atFrame) {
    const Project& film = editor.project();
    const auto whole = need(film.shots, id, "shot");
    if (!whole) return fail(whole.error());
    if ((*whole)->frames < 2) return fail(ErrorCategory::badInput, "Shot " + (*whole)->number + " has one frame", "It cannot be split.");
    if (auto checked = checkRange("atFrame", atFrame, 1, (*whole)->frames - 1); !checked) return fail(checked.error());
    const auto siblings = film.shots.of((*whole)->sequence);
    ShotId added;
    const auto done = editor.edit({"Split " + (*whole)->number}, [&](Transaction& transaction) -> Result<void> {
        const auto at = indexBehind(siblings, id, "shot");
        if (!at) return fail(at.error());
        const auto orders = makeRoom(transaction, film.shots, siblings, *at, 1);
        if (!orders) return fail(orders.error());
        Shot first = *transaction.row(film.shots, id), second = first;
        first.frames = atFrame;
        markEdited(first, {"frames"});
        second.id = {};
        second.order = orders->front();
        second.frames -= atFrame;
        second.number = ShotNumbers(film, first.sequence).next(film.scenes.find(first.scene));
        second.source = ShotSource::user;
        second.edited.clear();
        second.circled = {};
        second.takesMade = 0;
        if (auto written = transaction.update(first); !written) return written;
        const auto made = transaction.add(second);
        if (!made) return fail(made.error());
        added = *made;
        return addClipsFor(transaction, {added}, id);
    });
    if (!done) return fail(done.error());
    return added;
}

} // namespace rushes::edit
