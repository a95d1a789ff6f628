// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/project/database.h"
#include "engine/project/project.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

/// How rows of the film are kept in SQL: one list of columns per kind, used to load, to write and to patch from a changeset.
namespace rushes::project {

/// One column: reads it from a row and puts it into one. `set` says whether the value makes sense.
template <class T> struct Column {
    const char* name;
    SqlValue (*get)(const T&);
    bool (*set)(T&, const SqlValue&);
};

/// Columns in the order of CREATE TABLE, which is the order of a changeset; the first is the id.
template <class T> struct Table {
    std::string name;
    std::vector<Column<T>> columns;
    std::string selectSql, insertSql, updateSql, removeSql;
};

template <class T> const Table<T>& tableOf();
template <> const Table<Sequence>& tableOf();
template <> const Table<Script>& tableOf();
template <> const Table<ScriptScene>& tableOf();
template <> const Table<Shot>& tableOf();
template <> const Table<Panel>& tableOf();
template <> const Table<Reference>& tableOf();
template <> const Table<Take>& tableOf();
template <> const Table<Character>& tableOf();
template <> const Table<Location>& tableOf();
template <> const Table<Track>& tableOf();
template <> const Table<Clip>& tableOf();
template <> const Table<Note>& tableOf();
template <> const Table<MediaFile>& tableOf();

/// Calls visit(tableOf<T>(), rows of T) for every kind that the history records: all but media files.
template <class P, class F> void forEachKind(P& project, F&& visit) {
    visit(tableOf<Sequence>(), project.sequences);
    visit(tableOf<Script>(), project.scripts);
    visit(tableOf<ScriptScene>(), project.scenes);
    visit(tableOf<Shot>(), project.shots);
    visit(tableOf<Panel>(), project.panels);
    visit(tableOf<Reference>(), project.references);
    visit(tableOf<Take>(), project.takes);
    visit(tableOf<Character>(), project.characters);
    visit(tableOf<Location>(), project.locations);
    visit(tableOf<Track>(), project.tracks);
    visit(tableOf<Clip>(), project.clips);
    visit(tableOf<Note>(), project.notes);
}

/// Writes a new row; `row.id` is ignored. Returns its id.
template <class T> Result<decltype(T::id)> insertRow(Database& database, const T& row) {
    const Table<T>& table = tableOf<T>();
    std::vector<SqlValue> values(table.columns.size() - 1);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = table.columns[i + 1].get(row);
    if (auto done = database.run(table.insertSql, values); !done) return fail(done.error());
    return decltype(T::id){database.lastInsertId()};
}

/// Writes every column of an existing row.
template <class T> Result<void> updateRow(Database& database, const T& row) {
    const Table<T>& table = tableOf<T>();
    std::vector<SqlValue> values(table.columns.size());
    for (std::size_t i = 0; i + 1 < values.size(); ++i) values[i] = table.columns[i + 1].get(row);
    values.back() = row.id.value;
    return database.run(table.updateSql, values);
}

template <class T> Result<void> removeRow(Database& database, decltype(T::id) id) {
    return database.run(tableOf<T>().removeSql, {id.value});
}

/// Reads all rows of a kind. damaged when a value makes no sense; the error names table, row and column.
template <class T> Result<void> loadRows(Database& database, Rows<T>& rows) {
    const Table<T>& table = tableOf<T>();
    std::string bad;
    const auto done = database.query(table.selectSql, {}, [&](const Row& from) {
        T row;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (!table.columns[i].set(row, from.value(int(i))) && bad.empty())
                bad = table.name + "." + table.columns[i].name + " of row " + std::to_string(from.integer(0));
        rows.put(std::move(row));
    });
    if (!done) return fail(done.error());
    if (!bad.empty())
        return fail(ErrorCategory::damaged, "The project holds a value that makes no sense: " + bad,
                    "The file was left as it is. Copy the folder, then try a copy from its backup/ folder.");
    return {};
}

} // namespace rushes::project
