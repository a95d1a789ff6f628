// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/changeset.h"

#include "engine/project/tables.h"

#include <utility>

// Both are how the library was built; the header hides the session functions without them.
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

namespace rushes::edit {
namespace {

using project::SqlValue;

tl::unexpected<Error> failCode(int code, const std::string& what) {
    if (code == SQLITE_NOMEM) return fail(ErrorCategory::noSpace, what + ": out of memory", "Close other programs, then try again.");
    return fail(ErrorCategory::damaged, what + ": " + sqlite3_errstr(code), "`rushes verify` says more; nothing was changed.");
}

/// Bytes that SQLite allocated.
struct SqliteBytes {
    int size = 0;
    void* bytes = nullptr;
    ~SqliteBytes() { sqlite3_free(bytes); }
    std::string text() const { return std::string(static_cast<const char*>(bytes), std::size_t(size)); }
};

// The interface takes non-const pointers and only reads.
void* bytesOf(const std::string& changeset) { return const_cast<char*>(changeset.data()); }

SqlValue toValue(sqlite3_value* value) {
    const auto size = std::size_t(sqlite3_value_bytes(value));
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: return std::int64_t(sqlite3_value_int64(value));
    case SQLITE_FLOAT: return sqlite3_value_double(value);
    case SQLITE_TEXT: return std::string(reinterpret_cast<const char*>(sqlite3_value_text(value)), size);
    case SQLITE_BLOB: return project::Blob{std::string(static_cast<const char*>(sqlite3_value_blob(value)), size)};
    default: return std::monostate{};
    }
}

class Iterator {
public:
    static Result<Iterator> create(const std::string& changeset) {
        sqlite3_changeset_iter* iterator = nullptr;
        const int code = sqlite3changeset_start(&iterator, int(changeset.size()), bytesOf(changeset));
        if (code != SQLITE_OK) return failCode(code, "A step of the history does not read");
        return Iterator(iterator);
    }
    Iterator(Iterator&& other) noexcept : m_iterator(std::exchange(other.m_iterator, nullptr)) {}
    Iterator& operator=(Iterator&&) = delete;
    ~Iterator() { sqlite3changeset_finalize(m_iterator); }

    /// SQLITE_ROW while there are changes.
    int next() {
        const int code = sqlite3changeset_next(m_iterator);
        if (code == SQLITE_ROW) sqlite3changeset_op(m_iterator, &table, &columns, &operation, nullptr);
        return code;
    }
    /// Null: this column did not change.
    sqlite3_value* newValue(int column) const {
        sqlite3_value* value = nullptr;
        sqlite3changeset_new(m_iterator, column, &value);
        return value;
    }
    sqlite3_value* oldValue(int column) const {
        sqlite3_value* value = nullptr;
        sqlite3changeset_old(m_iterator, column, &value);
        return value;
    }

    const char* table = nullptr;
    int columns = 0;
    int operation = 0;

private:
    explicit Iterator(sqlite3_changeset_iter* iterator) : m_iterator(iterator) {}
    sqlite3_changeset_iter* m_iterator;
};

template <class T> bool setColumns(const project::Table<T>& table, const Iterator& change, T& row) {
    for (int i = 0; i < change.columns; ++i)
        if (sqlite3_value* value = change.newValue(i))
            if (!table.columns[std::size_t(i)].set(row, toValue(value))) return false;
    return true;
}

/// Makes one change to the rows of its kind. False when it does not fit them.
template <class T> bool patchRow(const project::Table<T>& table, const Iterator& change, project::Rows<T>& rows, ChangedRows<T>& changed) {
    if (change.columns > int(table.columns.size())) return false;
    if (change.operation == SQLITE_INSERT) {
        T row;
        if (!setColumns(table, change, row)) return false;
        changed.added.push_back(row.id);
        rows.put(std::move(row));
        return true;
    }
    const auto id = decltype(T::id){sqlite3_value_int64(change.oldValue(0))};
    const T* before = rows.find(id);
    if (!before) return false;
    if (change.operation == SQLITE_DELETE) {
        changed.removed.push_back(id);
        rows.erase(id);
        return true;
    }
    T row = *before;
    if (!setColumns(table, change, row)) return false;
    changed.changed.push_back(id);
    rows.put(std::move(row));
    return true;
}

} // namespace

Result<std::unique_ptr<Recorder>> Recorder::create(project::Database& database) {
    sqlite3_session* session = nullptr;
    int code = sqlite3session_create(database.handle(), "main", &session);
    std::unique_ptr<Recorder> recorder(new Recorder(database, session));
    const project::Project shape;
    project::forEachKind(shape, [&](const auto& table, const auto&) {
        if (code == SQLITE_OK) code = sqlite3session_attach(session, table.name.c_str());
    });
    if (code != SQLITE_OK) return failCode(code, "Cannot record the edit");
    return recorder;
}

Recorder::~Recorder() {
    if (m_session) sqlite3session_delete(m_session);
}

Result<std::string> Recorder::changeset() {
    SqliteBytes out;
    const int code = sqlite3session_changeset(m_session, &out.size, &out.bytes);
    if (code != SQLITE_OK) return failCode(code, "Cannot record the edit");
    return out.text();
}

Result<std::string> invert(const std::string& changeset) {
    SqliteBytes out;
    const int code = sqlite3changeset_invert(int(changeset.size()), bytesOf(changeset), &out.size, &out.bytes);
    if (code != SQLITE_OK) return failCode(code, "A step of the history does not read");
    return out.text();
}

Result<std::string> concat(const std::string& first, const std::string& second) {
    SqliteBytes out;
    const int code = sqlite3changeset_concat(int(first.size()), bytesOf(first), int(second.size()), bytesOf(second), &out.size, &out.bytes);
    if (code != SQLITE_OK) return failCode(code, "A step of the history does not read");
    return out.text();
}

Result<void> applyTo(project::Database& database, const std::string& changeset) {
    // One connection and one history: a conflict can only mean damage.
    const auto refuse = [](void*, int, sqlite3_changeset_iter*) { return SQLITE_CHANGESET_ABORT; };
    const int code = sqlite3changeset_apply(database.handle(), int(changeset.size()), bytesOf(changeset), nullptr, refuse, nullptr);
    if (code == SQLITE_OK) return {};
    if (code == SQLITE_ABORT) return fail(ErrorCategory::damaged, "A step of the history does not fit the film", "`rushes verify` says more; nothing was changed.");
    return fail(database.error("Cannot write"));
}

Result<Changes> patch(project::Project& project, const std::string& changeset) {
    Changes changes;
    auto iterator = Iterator::create(changeset);
    if (!iterator) return fail(iterator.error());
    int code = SQLITE_ROW;
    while ((code = iterator->next()) == SQLITE_ROW) {
        bool fits = true;
        project::forEachKind(project, [&]<class T>(const project::Table<T>& table, project::Rows<T>& rows) {
            if (table.name == iterator->table) fits = patchRow(table, *iterator, rows, changes.of<T>());
        });
        if (!fits) return fail(ErrorCategory::damaged, "A step of the history does not fit the film", "Close the project and open it again.");
    }
    if (code != SQLITE_DONE) return failCode(code, "A step of the history does not read");
    return changes;
}

} // namespace rushes::edit
