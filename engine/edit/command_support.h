// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/edit/transaction.h"

#include <set>

/// Helpers that several commands share. Not for views.
namespace rushes::edit {

/// Room between siblings when they are first laid out, so that most insertions touch no one else.
inline constexpr std::int64_t orderGap = 1 << 16;

/// Order values for `count` new siblings that go before `siblings[at]` (at == size: behind all). When there is no room left the
/// siblings are spread out anew, within the same edit.
///
///     10  20  30      two before [1]:      10  13  16  20  30
template <class T>
Result<std::vector<std::int64_t>> makeRoom(Transaction& transaction, const project::Rows<T>& rows, const std::vector<const T*>& siblings,
                                           std::size_t at, std::size_t count) {
    const auto n = std::int64_t(count);
    const auto orderAt = [&](std::size_t i) { return transaction.row(rows, siblings[i]->id)->order; };
    std::int64_t low = 0, high = orderGap * (n + 1);
    if (at > 0) low = orderAt(at - 1), high = low + orderGap * (n + 1);
    if (at < siblings.size()) {
        high = orderAt(at);
        if (at == 0) low = high - orderGap * (n + 1);
    }
    std::vector<std::int64_t> out;
    if (high - low > n) {
        for (std::int64_t i = 1; i <= n; ++i) out.push_back(low + (high - low) * i / (n + 1));
        return out;
    }
    for (std::size_t i = 0; i < siblings.size(); ++i) {
        T row = *transaction.row(rows, siblings[i]->id);
        row.order = orderGap * (std::int64_t(i) + 1 + (i < at ? 0 : n));
        if (auto written = transaction.update(row); !written) return fail(written.error());
    }
    for (std::int64_t i = 1; i <= n; ++i) out.push_back(orderGap * (std::int64_t(at) + i));
    return out;
}

/// Index behind the sibling `id`; 0 for none. notFound when it is not among them.
template <class T> Result<std::size_t> indexBehind(const std::vector<const T*>& siblings, decltype(T::id) id, std::string_view what) {
    if (!id) return 0;
    for (std::size_t i = 0; i < siblings.size(); ++i)
        if (siblings[i]->id == id) return i + 1;
    return fail(ErrorCategory::notFound, "There is no such " + std::string(what) + " beside it", "Give one of the same list.");
}

template <class T> Result<const T*> need(const project::Rows<T>& rows, decltype(T::id) id, std::string_view what) {
    if (const T* row = rows.find(id)) return row;
    return fail(ErrorCategory::notFound, "There is no " + std::string(what) + " " + std::to_string(id.value), "It may have been removed; look at the list again.");
}

/// The sequence asked for, or the main one.
Result<const project::Sequence*> needSequence(const project::Project& project, project::SequenceId id);

/// Numbers for new shots: the scene's number and a letter: A to Z, then AA …, without I and O, which read as 1 and 0.
class ShotNumbers {
public:
    ShotNumbers(const project::Project& project, project::SequenceId sequence);
    /// The letter behind the highest that the scene's shots have. `scene` null: no scene, letters alone.
    std::string next(const project::ScriptScene* scene);
    bool taken(const std::string& number) const { return m_taken.contains(number); }

private:
    std::set<std::string> m_taken;
    std::map<std::string, std::int64_t> m_highest; ///< per prefix
};

/// "A", "B" … "H", "J" … "N", "P" … "Z", "AA" …; from 1.
std::string shotLetters(std::int64_t index);

/// Rows by name, made when there is none yet.
Result<std::vector<project::CharacterId>> charactersNamed(Transaction& transaction, const std::vector<std::string>& names);
Result<project::LocationId> locationNamed(Transaction& transaction, const std::string& name);

/// Removes a shot and all that hangs on it.
Result<void> removeShotRows(Transaction& transaction, project::ShotId shot);

/// In a cut that was written out: a clip for each new shot, in order, behind the clip of the shot before them.
Result<void> addClipsFor(Transaction& transaction, const std::vector<project::ShotId>& shots, project::ShotId behind);

} // namespace rushes::edit
