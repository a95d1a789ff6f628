// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/take_commands.h"

#include "engine/edit/command_support.h"
#include "engine/edit/fields.h"

#include <algorithm>

namespace rushes::edit {

using namespace project;

namespace {

std::string ofShot(const Project& film, ShotId id) {
    const Shot* shot = film.shots.find(id);
    return shot ? " of " + shot->number : std::string(" of the film");
}

/// Sets a text field after its check.
Result<void> setText(std::string_view field, const std::optional<std::string>& value, std::string& member, std::size_t most = 100'000) {
    if (!value) return {};
    auto checked = checkText(field, *value, most);
    if (!checked) return fail(checked.error());
    member = std::move(*checked);
    return {};
}

Result<void> setFrame(std::string_view field, const std::optional<std::int64_t>& value, std::int64_t least, std::int64_t& member) {
    if (!value) return {};
    const auto checked = checkRange(field, *value, least, mostFrames);
    if (!checked) return fail(checked.error());
    member = *checked;
    return {};
}

Result<void> setMedia(const Project& film, const std::optional<std::string>& name, std::string& member) {
    if (!name) return {};
    const bool known = name->empty() || std::any_of(film.media.begin(), film.media.end(), [&](const auto& entry) { return entry.second.name == *name; });
    if (!known) return fail(ErrorCategory::notFound, "There is no media file " + *name + " in the project", "Adopt the file into the project first.");
    member = *name;
    return {};
}

Result<void> firstFailure(std::initializer_list<Result<void>> results) {
    for (const auto& result : results)
        if (!result) return result;
    return {};
}

Result<void> fill(const Project& film, const PanelPatch& patch, Panel& panel) {
    return firstFailure({setFrame("frames", patch.frames, 1, panel.frames), setMedia(film, patch.media, panel.media),
                         setText("action", patch.action, panel.action), setText("dialogue", patch.dialogue, panel.dialogue),
                         setText("notes", patch.notes, panel.notes)});
}

Result<void> fill(const Project& film, const ReferencePatch& patch, Reference& reference) {
    if (patch.role) {
        auto role = checkWord("role", *patch.role, referenceRoles());
        if (!role) return fail(role.error());
        reference.role = std::move(*role);
    }
    if (patch.strength) {
        const auto strength = checkRange("strength", *patch.strength, 0.0, 1.0);
        if (!strength) return fail(strength.error());
        reference.strength = *strength;
    }
    if (auto done = firstFailure({setFrame("atFrame", patch.atFrame, 0, reference.atFrame), setMedia(film, patch.media, reference.media),
                                  setText("subject", patch.subject, reference.subject, 200),
                                  setText("artist", patch.artist, reference.artist, 200), setText("consent", patch.consent, reference.consent, 2000)});
        !done)
        return done;
    if (patch.painted) reference.painted = *patch.painted;
    if (reference.painted && (reference.role != "look" || !reference.shot))
        return fail(ErrorCategory::badInput, "Only a look of a shot can be painted over one of its frames", "Give the role look.");
    if (reference.media.empty()) return fail(ErrorCategory::badInput, "A reference needs a picture", "Give a file.");
    const Shot* shot = film.shots.find(reference.shot);
    if (shot && (reference.role == "frame" || reference.painted) && reference.atFrame >= shot->frames)
        return fail(ErrorCategory::badInput, "atFrame is " + std::to_string(reference.atFrame) + ", behind the end of " + shot->number,
                    "Give a frame from 0 to " + std::to_string(shot->frames - 1) + ".");
    if (!shot && reference.subject.empty())
        return fail(ErrorCategory::badInput, "A reference for the whole film needs a subject", "Name the character, location or prop that it shows.");
    return {};
}

Result<void> fill(const NotePatch& patch, Note& note) {
    if (patch.done) note.done = *patch.done;
    if (auto done = firstFailure({setFrame("atFrame", patch.atFrame, 0, note.atFrame), setText("author", patch.author, note.author, 200),
                                  setText("text", patch.text, note.text)});
        !done)
        return done;
    if (trimmed(note.text).empty()) return fail(ErrorCategory::badInput, "text is empty", "Write what the note says.");
    return {};
}

/// One edit that writes one row, and its id.
template <class T> Result<decltype(T::id)> addOne(Editor& editor, const std::string& label, const T& row) {
    decltype(T::id) added;
    const auto done = editor.edit({label}, [&](Transaction& transaction) -> Result<void> {
        const auto id = transaction.add(row);
        if (!id) return fail(id.error());
        added = *id;
        return {};
    });
    if (!done) return fail(done.error());
    return added;
}

template <class T> Result<void> updateOne(Editor& editor, EditOptions options, const T& row) {
    return editor.edit(options, [&](Transaction& transaction) { return transaction.update(row); });
}

} // namespace

Result<PanelId> addPanel(Editor& editor, ShotId shot, const PanelPatch& fields, PanelId after) {
    const Project& film = editor.project();
    if (auto found = need(film.shots, shot, "shot"); !found) return fail(found.error());
    Panel panel;
    panel.shot = shot;
    if (auto filled = fill(film, fields, panel); !filled) return fail(filled.error());
    const auto siblings = film.panels.of(shot);
    const auto at = after ? indexBehind(siblings, after, "panel") : Result<std::size_t>(siblings.size());
    if (!at) return fail(at.error());
    PanelId added;
    const auto done = editor.edit({"Add panel" + ofShot(film, shot)}, [&](Transaction& transaction) -> Result<void> {
        const auto orders = makeRoom(transaction, film.panels, siblings, *at, 1);
        if (!orders) return fail(orders.error());
        panel.order = orders->front();
        const auto id = transaction.add(panel);
        if (!id) return fail(id.error());
        added = *id;
        return {};
    });
    if (!done) return fail(done.error());
    return added;
}

Result<void> setPanel(Editor& editor, PanelId id, const PanelPatch& patch, std::string mergeKey) {
    const auto before = need(editor.project().panels, id, "panel");
    if (!before) return fail(before.error());
    Panel panel = **before;
    if (auto filled = fill(editor.project(), patch, panel); !filled) return filled;
    return updateOne(editor, {"Edit panel" + ofShot(editor.project(), panel.shot), std::move(mergeKey)}, panel);
}

Result<void> removePanel(Editor& editor, PanelId id) {
    const Project& film = editor.project();
    const auto panel = need(film.panels, id, "panel");
    if (!panel) return fail(panel.error());
    return editor.edit({"Remove panel" + ofShot(film, (*panel)->shot)}, [&](Transaction& transaction) -> Result<void> {
        for (const auto& [clipId, row] : film.clips) {
            if (row.panel != id) continue;
            Clip clip = row;
            clip.panel = {};
            if (auto written = transaction.update(clip); !written) return written;
        }
        return transaction.remove<Panel>(id);
    });
}

Result<void> movePanel(Editor& editor, PanelId id, PanelId after) {
    const Project& film = editor.project();
    const auto before = need(film.panels, id, "panel");
    if (!before) return fail(before.error());
    if (after == id) return fail(ErrorCategory::badInput, "A panel cannot stand behind itself", "Choose another one.");
    Panel panel = **before;
    auto siblings = film.panels.of(panel.shot);
    std::erase_if(siblings, [&](const Panel* row) { return row->id == id; });
    const auto at = indexBehind(siblings, after, "panel");
    if (!at) return fail(at.error());
    return editor.edit({"Move panel" + ofShot(film, panel.shot)}, [&](Transaction& transaction) -> Result<void> {
        const auto orders = makeRoom(transaction, film.panels, siblings, *at, 1);
        if (!orders) return fail(orders.error());
        panel.order = orders->front();
        return transaction.update(panel);
    });
}

Result<ReferenceId> addReference(Editor& editor, ShotId shot, const ReferencePatch& fields) {
    const Project& film = editor.project();
    if (shot)
        if (auto found = need(film.shots, shot, "shot"); !found) return fail(found.error());
    Reference reference;
    reference.shot = shot;
    const Reference* last = film.references.lastOf(shot);
    reference.order = last ? last->order + orderGap : orderGap;
    if (auto filled = fill(film, fields, reference); !filled) return fail(filled.error());
    return addOne(editor, "Add " + reference.role + " reference" + ofShot(film, shot), reference);
}

Result<void> setReference(Editor& editor, ReferenceId id, const ReferencePatch& patch, std::string mergeKey) {
    const auto before = need(editor.project().references, id, "reference");
    if (!before) return fail(before.error());
    Reference reference = **before;
    if (auto filled = fill(editor.project(), patch, reference); !filled) return filled;
    return updateOne(editor, {"Edit reference" + ofShot(editor.project(), reference.shot), std::move(mergeKey)}, reference);
}

Result<void> removeReference(Editor& editor, ReferenceId id) {
    const auto reference = need(editor.project().references, id, "reference");
    if (!reference) return fail(reference.error());
    const std::string label = "Remove reference" + ofShot(editor.project(), (*reference)->shot);
    return editor.edit({label}, [&](Transaction& transaction) { return transaction.remove<Reference>(id); });
}

Result<ReferenceId> takePaintedFrame(Editor& editor, ShotId shot, const PaintedFrame& painted) {
    const Project& film = editor.project();
    if (auto found = need(film.shots, shot, "shot"); !found) return fail(found.error());
    Reference row;
    row.shot = shot;
    for (const Reference* other : film.references.of(shot))
        if (other->painted && other->atFrame == painted.atFrame) row = *other;
    const Reference before = row;
    ReferencePatch fields{.role = "look", .media = painted.media, .atFrame = painted.atFrame, .painted = true};
    if (!painted.artist.empty()) fields.artist = painted.artist;
    if (!painted.consent.empty()) fields.consent = painted.consent;
    if (auto filled = fill(film, fields, row); !filled) return fail(filled.error());
    const std::string label = "Take painted frame " + std::to_string(painted.atFrame) + ofShot(film, shot);
    if (row.id) {
        if (row == before) return row.id;
        if (auto done = updateOne(editor, {label}, row); !done) return fail(done.error());
        return row.id;
    }
    const Reference* last = film.references.lastOf(shot);
    row.order = last ? last->order + orderGap : orderGap;
    return addOne(editor, label, row);
}

Result<ReferenceId> addModel(Editor& editor, const NewModel& model) {
    const Project& film = editor.project();
    Reference row;
    const Reference* last = film.references.lastOf(ShotId{});
    row.order = last ? last->order + orderGap : orderGap;
    const ReferencePatch fields{.role = model.role, .media = model.media, .subject = std::string(trimmed(model.subject))};
    if (auto filled = fill(film, fields, row); !filled) return fail(filled.error());
    if (!row.role.ends_with("_model")) return fail(ErrorCategory::badInput, "role is " + row.role, "Give figure_model, prop_model or place_model.");
    ReferenceId added;
    const auto done = editor.edit({"Add model of " + row.subject}, [&](Transaction& transaction) -> Result<void> {
        for (const Reference* other : film.references.of(ShotId{}))
            if (other->role == row.role && lowerCase(other->subject) == lowerCase(row.subject))
                if (auto removed = transaction.remove<Reference>(other->id); !removed) return removed;
        const auto id = transaction.add(row);
        if (!id) return fail(id.error());
        added = *id;
        return {};
    });
    if (!done) return fail(done.error());
    return added;
}

Result<NoteId> addNote(Editor& editor, ShotId shot, const NotePatch& fields, TakeId takeId) {
    const Project& film = editor.project();
    if (shot)
        if (auto found = need(film.shots, shot, "shot"); !found) return fail(found.error());
    if (takeId) {
        const auto take = need(film.takes, takeId, "take");
        if (!take) return fail(take.error());
        if ((*take)->shot != shot) return fail(ErrorCategory::badInput, "The take is not of that shot", "Give a take of the shot.");
    }
    Note note;
    note.shot = shot;
    note.take = takeId;
    if (auto filled = fill(fields, note); !filled) return fail(filled.error());
    return addOne(editor, "Add note" + ofShot(film, shot), note);
}

Result<void> setNote(Editor& editor, NoteId id, const NotePatch& patch, std::string mergeKey) {
    const auto before = need(editor.project().notes, id, "note");
    if (!before) return fail(before.error());
    Note note = **before;
    if (auto filled = fill(patch, note); !filled) return filled;
    return updateOne(editor, {"Edit note" + ofShot(editor.project(), note.shot), std::move(mergeKey)}, note);
}

Result<void> removeNote(Editor& editor, NoteId id) {
    const auto note = need(editor.project().notes, id, "note");
    if (!note) return fail(note.error());
    const std::string label = "Remove note" + ofShot(editor.project(), (*note)->shot);
    return editor.edit({label}, [&](Transaction& transaction) { return transaction.remove<Note>(id); });
}

} // namespace rushes::edit
