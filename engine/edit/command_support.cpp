// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/command_support.h"

#include "engine/edit/fields.h"
#include "engine/project/cut.h"

#include <algorithm>

namespace rushes::edit {

using namespace project;

namespace {

constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

/// The reverse of shotLetters; 0 for anything else.
std::int64_t letterIndex(std::string_view text) {
    std::int64_t index = 0;
    for (const char c : text) {
        const std::size_t at = letters.find(c);
        if (at == std::string_view::npos || index > 1'000'000) return 0;
        index = index * std::int64_t(letters.size()) + std::int64_t(at) + 1;
    }
    return index;
}

std::string prefixOf(const Project& project, const Shot& shot) {
    const ScriptScene* scene = project.scenes.find(shot.scene);
    return scene ? scene->number : std::string{};
}

template <class T>
Result<decltype(T::id)> named(Transaction& transaction, const Rows<T>& before, const std::string& name, std::map<std::string, decltype(T::id)>& known) {
    if (known.empty())
        for (const auto& [id, row] : before) known.emplace(lowerCase(row.name), id);
    const std::string key = lowerCase(name);
    if (const auto it = known.find(key); it != known.end()) return it->second;
    auto text = checkText("name", name, 200);
    if (!text) return fail(text.error());
    auto id = transaction.add(T{{}, *text, {}});
    if (id) known.emplace(key, *id);
    return id;
}

} // namespace

Result<const Sequence*> needSequence(const Project& project, SequenceId id) {
    const Sequence* sequence = id ? project.sequences.find(id) : mainSequence(project);
    if (sequence) return sequence;
    return fail(ErrorCategory::notFound, "There is no sequence " + std::to_string(id.value), "It may have been removed.");
}

std::string shotLetters(std::int64_t index) {
    const auto base = std::int64_t(letters.size());
    std::string out;
    for (; index > 0; index = (index - 1) / base) out.insert(out.begin(), letters[std::size_t((index - 1) % base)]);
    return out;
}

ShotNumbers::ShotNumbers(const Project& project, SequenceId sequence) {
    for (const Shot* shot : project.shots.of(sequence)) {
        m_taken.insert(shot->number);
        const std::string prefix = prefixOf(project, *shot);
        if (!shot->number.starts_with(prefix)) continue;
        std::int64_t& highest = m_highest[prefix];
        highest = std::max(highest, letterIndex(std::string_view(shot->number).substr(prefix.size())));
    }
}

std::string ShotNumbers::next(const ScriptScene* scene) {
    const std::string prefix = scene ? scene->number : std::string{};
    std::int64_t& highest = m_highest[prefix];
    std::string number;
    do number = prefix + shotLetters(++highest);
    while (m_taken.contains(number));
    m_taken.insert(number);
    return number;
}

Result<std::vector<CharacterId>> charactersNamed(Transaction& transaction, const std::vector<std::string>& names) {
    std::vector<CharacterId> ids;
    for (const auto& name : names) {
        const auto id = named(transaction, transaction.project().characters, trimmed(name), transaction.characterNames);
        if (!id) return fail(id.error());
        if (std::find(ids.begin(), ids.end(), *id) == ids.end()) ids.push_back(*id);
    }
    return ids;
}

Result<LocationId> locationNamed(Transaction& transaction, const std::string& name) {
    if (trimmed(name).empty()) return LocationId{};
    return named(transaction, transaction.project().locations, trimmed(name), transaction.locationNames);
}

Result<void> removeShotRows(Transaction& transaction, ShotId id) {
    const Project& film = transaction.project();
    Result<void> result;
    const auto removeAll = [&]<class T>(const std::vector<const T*>& rows) {
        for (const T* row : rows)
            if (result) result = transaction.remove<T>(row->id);
    };
    for (const auto& [clipId, clip] : film.clips)
        if (result && clip.shot == id) result = transaction.remove<Clip>(clipId);
    removeAll(film.notes.of(id));
    removeAll(film.references.of(id));
    removeAll(film.panels.of(id));
    removeAll(film.takes.of(id));
    return result ? transaction.remove<Shot>(id) : result;
}

Result<void> addClipsFor(Transaction& transaction, const std::vector<ShotId>& shots, ShotId behind) {
    const Project& film = transaction.project();
    const Shot* first = shots.empty() ? nullptr : transaction.row(film.shots, shots.front());
    const Track* track = first ? pictureTrack(film, first->sequence) : nullptr;
    const auto clips = track ? film.clips.of(track->id) : std::vector<const Clip*>{};
    if (clips.empty()) return {}; // the cut follows the shots by itself
    std::size_t at = behind ? clips.size() : 0;
    for (std::size_t i = 0; i < clips.size(); ++i)
        if (behind && clips[i]->shot == behind) at = i + 1;
    const auto orders = makeRoom(transaction, film.clips, clips, at, shots.size());
    if (!orders) return fail(orders.error());
    for (std::size_t i = 0; i < shots.size(); ++i) {
        Clip clip;
        clip.track = track->id;
        clip.order = (*orders)[i];
        clip.shot = shots[i];
        if (auto added = transaction.add(clip); !added) return fail(added.error());
    }
    return {};
}

} // namespace rushes::edit
