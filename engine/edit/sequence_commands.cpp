// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/shot_commands.h"

#include "engine/edit/command_support.h"
#include "engine/edit/fields.h"

#include <algorithm>

namespace rushes::edit {

using namespace project;

namespace {

Result<void> checkSequence(const Sequence& sequence) {
    if (auto name = checkText("name", sequence.name, 500); !name) return fail(name.error());
    if (auto rate = time::FrameRate::create(sequence.rate.num, sequence.rate.den); !rate) return fail(rate.error());
    for (const auto& [field, value] : {std::pair{"width", sequence.width}, std::pair{"height", sequence.height}}) {
        if (auto checked = checkRange(field, std::int64_t(value), 16, 8192); !checked) return fail(checked.error());
        if (value % 2 != 0) return fail(ErrorCategory::badInput, std::string(field) + " is " + std::to_string(value), "Give an even number.");
    }
    if (auto checked = checkRange("startFrames", sequence.startFrames, 0, std::int64_t(1) << 40); !checked) return fail(checked.error());
    if (sequence.dropFrame && !sequence.rate.canDrop())
        return fail(ErrorCategory::badInput, "dropFrame is set at " + sequence.rate.text(), "Drop-frame timecode exists at 29.97 and 59.94.");
    return {};
}

std::int64_t rescaled(std::int64_t frames, time::FrameRate from, time::FrameRate to) { return time::RationalTime{frames, from}.rescaledTo(to).value; }

/// Gives everything that counts in the sequence's frames the same length in time at the new rate.
Result<void> rescale(Transaction& transaction, const Sequence& before, time::FrameRate to) {
    const Project& film = transaction.project();
    const auto at = [&](std::int64_t frames) { return rescaled(frames, before.rate, to); };
    Result<void> result;
    const auto write = [&](const auto& row) {
        if (result) result = transaction.update(row);
    };
    for (const Shot* old : film.shots.of(before.id)) {
        Shot shot = *old;
        shot.frames = std::max<std::int64_t>(1, at(shot.frames));
        write(shot);
        for (const Panel* row : film.panels.of(old->id)) {
            Panel panel = *row;
            panel.frames = std::max<std::int64_t>(1, at(panel.frames));
            write(panel);
        }
        for (const Reference* row : film.references.of(old->id)) {
            Reference reference = *row;
            reference.atFrame = at(reference.atFrame);
            write(reference);
        }
        for (const Note* row : film.notes.of(old->id)) {
            Note note = *row;
            note.atFrame = at(note.atFrame);
            write(note);
        }
    }
    for (const Track* track : film.tracks.of(before.id))
        for (const Clip* row : film.clips.of(track->id)) {
            Clip clip = *row;
            clip.sourceStart = at(clip.sourceStart);
            clip.frames = clip.frames > 0 ? std::max<std::int64_t>(1, at(clip.frames)) : 0;
            write(clip);
        }
    return result;
}

bool isWordByte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80); }

/// `to` written the way `found` was: as given where it was spelled like the old name, else in title or small case.
std::string inCaseOf(const std::string& found, const std::string& from, const std::string& to) {
    if (found == from) return to;
    std::string name = lowerCase(to);
    bool start = found[0] >= 'A' && found[0] <= 'Z';
    for (char& c : name) {
        if (start && c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
        start = found[0] >= 'A' && found[0] <= 'Z' && (c == ' ' || c == '-');
    }
    return name;
}

/// Replaces `from` as a whole word, in any case. Capitals stay capitals: "MARA" and "Mara" become "JOAN" and "Joan".
std::string renamedIn(const std::string& text, const std::string& from, const std::string& to) {
    const std::string low = lowerCase(text), key = lowerCase(from);
    std::string out;
    std::size_t at = 0;
    for (std::size_t hit; (hit = low.find(key, at)) != std::string::npos;) {
        const std::size_t end = hit + key.size();
        const bool whole = (hit == 0 || !isWordByte(low[hit - 1])) && (end == low.size() || !isWordByte(low[end]));
        out += text.substr(at, hit - at);
        if (!whole) {
            out += text.substr(hit, key.size());
        } else {
            out += inCaseOf(text.substr(hit, key.size()), from, to);
        }
        at = end;
    }
    return out + text.substr(at);
}

/// Checks and sets a new name and description of a character or location.
template <class T>
Result<T> changedRow(const Rows<T>& rows, decltype(T::id) id, std::string_view what, const std::optional<std::string>& name, const std::optional<std::string>& description) {
    const auto before = need(rows, id, what);
    if (!before) return fail(before.error());
    T row = **before;
    if (name) {
        const auto checked = checkText("name", trimmed(*name), 200);
        if (!checked) return fail(checked.error());
        if (checked->empty()) return fail(ErrorCategory::badInput, "name is empty", "Give a name.");
        for (const auto& [otherId, other] : rows)
            if (otherId != id && lowerCase(other.name) == lowerCase(*checked))
                return fail(ErrorCategory::exists, "There is a " + std::string(what) + " " + other.name + " already", "Choose another name.");
        row.name = *checked;
    }
    if (description) {
        const auto checked = checkText("description", *description);
        if (!checked) return fail(checked.error());
        row.description = *checked;
    }
    return row;
}

/// References name what they show.
Result<void> renameSubjects(Transaction& transaction, const std::string& from, const std::string& to, std::string_view role) {
    for (const auto& [id, row] : transaction.project().references) {
        if (row.role != role || lowerCase(row.subject) != lowerCase(from)) continue;
        Reference reference = row;
        reference.subject = to;
        if (auto written = transaction.update(reference); !written) return written;
    }
    return {};
}

} // namespace

Result<SequenceId> addSequence(Editor& editor, const NewProject& options) {
    const Sequence sequence{{}, options.name, options.rate, options.width, options.height, options.startFrames, options.dropFrame};
    if (auto checked = checkSequence(sequence); !checked) return fail(checked.error());
    SequenceId added;
    const auto done = editor.edit({"Add sequence " + options.name}, [&](Transaction& transaction) -> Result<void> {
        const auto id = transaction.add(sequence);
        if (!id) return fail(id.error());
        added = *id;
        const auto track = transaction.add(Track{{}, added, 0, TrackKind::picture, "Picture"});
        return track ? Result<void>{} : fail(track.error());
    });
    if (!done) return fail(done.error());
    return added;
}

Result<void> setSequence(Editor& editor, SequenceId id, const SequencePatch& patch) {
    const auto before = needSequence(editor.project(), id);
    if (!before) return fail(before.error());
    const Sequence old = **before;
    Sequence row = old;
    if (patch.name) row.name = *patch.name;
    if (patch.rate) row.rate = *patch.rate;
    if (patch.width) row.width = *patch.width;
    if (patch.height) row.height = *patch.height;
    if (patch.startFrames) row.startFrames = *patch.startFrames;
    if (patch.dropFrame) row.dropFrame = *patch.dropFrame;
    if (patch.rate && !patch.dropFrame && !row.rate.canDrop()) row.dropFrame = false;
    if (auto checked = checkSequence(row); !checked) return checked;
    if (patch.rate && !patch.startFrames) row.startFrames = rescaled(old.startFrames, old.rate, row.rate);
    return editor.edit({"Change settings of " + row.name}, [&](Transaction& transaction) -> Result<void> {
        if (auto written = transaction.update(row); !written) return written;
        return row.rate == old.rate ? Result<void>{} : rescale(transaction, old, row.rate);
    });
}

Result<void> setCharacter(Editor& editor, CharacterId id, std::optional<std::string> name, std::optional<std::string> description) {
    const Project& film = editor.project();
    const auto row = changedRow(film.characters, id, "character", name, description);
    if (!row) return fail(row.error());
    const std::string from = film.characters.find(id)->name, to = row->name;
    return editor.edit({from == to ? "Describe " + to : "Rename " + from + " to " + to}, [&](Transaction& transaction) -> Result<void> {
        if (auto written = transaction.update(*row); !written || from == to) return written;
        for (const auto& [shotId, before] : film.shots) {
            Shot shot = before;
            shot.prompt = renamedIn(shot.prompt, from, to);
            for (auto& line : shot.dialogue)
                if (lowerCase(line.character) == lowerCase(from)) line.character = to;
            if (shot == before) continue;
            if (auto written = transaction.update(shot); !written) return written;
        }
        return renameSubjects(transaction, from, to, "character");
    });
}

Result<void> setLocation(Editor& editor, LocationId id, std::optional<std::string> name, std::optional<std::string> description) {
    const Project& film = editor.project();
    const auto row = changedRow(film.locations, id, "location", name, description);
    if (!row) return fail(row.error());
    const std::string from = film.locations.find(id)->name, to = row->name;
    return editor.edit({from == to ? "Describe " + to : "Rename " + from + " to " + to}, [&](Transaction& transaction) -> Result<void> {
        if (auto written = transaction.update(*row); !written || from == to) return written;
        return renameSubjects(transaction, from, to, "location");
    });
}

} // namespace rushes::edit
