// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/edit/editor.h"
#include "engine/project/tables.h"

#include <map>
#include <tuple>

namespace rushes::edit {

/// What a command writes with, inside Editor::edit. `project()` is the film as it was before the edit: the film in memory follows
/// only when the whole edit is safe on disk; `row` also sees what this edit has written so far.
class Transaction {
public:
    explicit Transaction(project::ProjectStore& store) : m_store(store) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    const project::Project& project() const { return m_store.project(); }

    /// Writes a new row and gives it its id.
    template <class T> Result<decltype(T::id)> add(T row) {
        const auto id = project::insertRow(m_store.database(), row);
        if (!id) return fail(id.error());
        row.id = *id;
        written<T>().insert_or_assign(*id, std::move(row));
        return *id;
    }

    template <class T> Result<void> update(const T& row) {
        written<T>().insert_or_assign(row.id, row);
        return project::updateRow(m_store.database(), row);
    }

    template <class T> Result<void> remove(decltype(T::id) id) {
        written<T>().erase(id);
        return project::removeRow<T>(m_store.database(), id);
    }

    /// The row as it stands now; `before` is the film's rows of that kind. Null when there is none.
    template <class T> const T* row(const project::Rows<T>& before, decltype(T::id) id) {
        const auto it = written<T>().find(id);
        return it != written<T>().end() ? &it->second : before.find(id);
    }

    /// Characters and locations by name in lower case, with those that this edit made; filled on first use.
    std::map<std::string, project::CharacterId> characterNames;
    std::map<std::string, project::LocationId> locationNames;

private:
    template <class T> using Written = std::map<decltype(T::id), T>;
    template <class T> Written<T>& written() { return std::get<Written<T>>(m_written); }

    project::ProjectStore& m_store;
    std::tuple<Written<project::Sequence>, Written<project::Script>, Written<project::ScriptScene>, Written<project::Shot>,
               Written<project::Panel>, Written<project::Reference>, Written<project::Take>, Written<project::Character>,
               Written<project::Location>, Written<project::Track>, Written<project::Clip>, Written<project::Note>>
        m_written;
};

} // namespace rushes::edit
