// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "app/papers/film_looks.h"

#include "engine/edit/fields.h"
#include "engine/look/kept_look.h"
#include "engine/shoot/make_shot_request.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>

#include <unistd.h>

namespace rushes::app {

std::vector<const project::Reference*> keptLooks(const project::Project& film) {
    std::vector<const project::Reference*> list;
    for (const auto* row : film.references.of(project::ShotId{}))
        if (row->role == "look" && look::isKeptLook(row->media)) list.push_back(row);
    return list;
}

Result<const project::Reference*> keptLook(const project::Project& film, const std::string& name) {
    std::string known;
    for (const auto* row : keptLooks(film)) {
        if (edit::lowerCase(row->subject) == edit::lowerCase(name)) return row;
        known += (known.empty() ? "" : ", ") + row->subject;
    }
    return fail(ErrorCategory::notFound, "The film keeps no look \"" + name + "\"", known.empty() ? "`rushes look keep` keeps that of a painted shot." : "It keeps: " + known + ".");
}

const project::Reference* useOf(const project::Project& film, project::ShotId shot, const project::Reference& kept) {
    for (const auto* row : film.references.of(shot))
        if (row->role == "look" && row->media == kept.media) return row;
    return nullptr;
}

edit::ReferencePatch useFields(const project::Reference& kept) {
    edit::ReferencePatch fields;
    fields.role = "look";
    fields.subject = kept.subject;
    fields.media = kept.media;
    fields.artist = kept.artist;
    fields.consent = kept.consent;
    return fields;
}

Result<LookToKeep> lookToKeep(const project::Project& film, const project::Shot& shot, const std::string& name, const std::string& artist, const std::string& consent) {
    if (name.empty()) return fail(ErrorCategory::badInput, "A kept look needs a name", "Give it one, such as the artist's or the sequence's.");
    if (keptLook(film, name)) return fail(ErrorCategory::exists, "The film keeps a look \"" + name + "\" already", "Choose another name, or remove that one first.");
    auto request = shoot::makeShotRequest(film, shot.id);
    if (!request) return fail(request.error());
    const auto painted = [](const auto& reference) { return reference.role == generate::ReferenceRole::look && reference.painted; };
    if (std::none_of(request->references.begin(), request->references.end(), painted))
        return fail(ErrorCategory::badInput, "Shot " + shot.number + " has no painted frame", "Paint one: rushes frame FILM " + shot.number + " --at FRAME --layers OUT.ora, then rushes paint.");
    return LookToKeep{std::move(*request), name, artist, consent};
}

namespace {

/// What a shot's painted frames are, with all that is needed to stage them again.
Result<look::KeptLook> gathered(const LookToKeep& from) {
    look::KeptLook kept{from.name, from.artist, from.consent, {}};
    auto staged = from.request;
    std::erase_if(staged.references, [](const auto& reference) { return reference.role == generate::ReferenceRole::look; });
    for (const auto& reference : from.request.references) {
        if (reference.role != generate::ReferenceRole::look || !reference.painted) continue;
        std::ifstream in(reference.file, std::ios::binary);
        std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(in), {}};
        if (!in) return fail(ErrorCategory::notFound, "The painting of frame " + std::to_string(reference.atFrame) + " cannot be read: " + reference.file.string(), "`rushes verify` says what is missing.");
        kept.frames.push_back({staged, reference.atFrame, reference.file.filename().string(), std::move(bytes)});
        if (kept.artist.empty()) kept.artist = reference.artist;
        if (kept.consent.empty()) kept.consent = reference.consent;
    }
    return kept;
}

} // namespace

Result<WrittenLook> writeLook(const LookToKeep& look, const project::MediaFolder& folder) {
    const auto kept = gathered(look);
    if (!kept) return fail(kept.error());
    static std::atomic<int> count = 0;
    const auto part = folder.temporary(fmt::format("look-{}-{}", ::getpid(), count++), look::kKeptLookExtension);
    if (auto written = look::writeKeptLook(*kept, part); !written) return fail(written.error());
    auto adopted = folder.adopt(part);
    if (!adopted) return fail(adopted.error());
    WrittenLook out{std::move(*adopted), {}, kept->frames.size()};
    out.fields.role = "look";
    out.fields.subject = look.name;
    out.fields.media = out.media.name;
    out.fields.artist = kept->artist;
    out.fields.consent = kept->consent;
    return out;
}

} // namespace rushes::app
