// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/project/project.h"

#include <tuple>
#include <vector>

namespace rushes::edit {

/// Which rows of one kind an edit touched. Removed rows are gone from the project when listeners hear of it.
template <class T> struct ChangedRows {
    using Key = decltype(T::id);
    std::vector<Key> added, changed, removed;

    bool any() const { return !added.empty() || !changed.empty() || !removed.empty(); }
};

/// What one edit, undo or redo did to the film: if (changes.of<project::Shot>().any()) …
struct Changes {
    template <class T> const ChangedRows<T>& of() const { return std::get<ChangedRows<T>>(rows); }
    template <class T> ChangedRows<T>& of() { return std::get<ChangedRows<T>>(rows); }
    bool any() const {
        return std::apply([](const auto&... kind) { return (kind.any() || ...); }, rows);
    }

    std::tuple<ChangedRows<project::Sequence>, ChangedRows<project::Script>, ChangedRows<project::ScriptScene>, ChangedRows<project::Shot>,
               ChangedRows<project::Panel>, ChangedRows<project::Reference>, ChangedRows<project::Take>, ChangedRows<project::Character>,
               ChangedRows<project::Location>, ChangedRows<project::Track>, ChangedRows<project::Clip>, ChangedRows<project::Note>,
               ChangedRows<project::MediaFile>>
        rows;
};

} // namespace rushes::edit
