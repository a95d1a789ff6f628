// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace rushes::project {

/// A value of a column. Bytes travel as strings with `Blob`.
struct Blob {
    std::string bytes;
    bool operator==(const Blob&) const = default;
};
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

/// Reads one row's columns while a query steps.
class Row {
public:
    explicit Row(sqlite3_stmt* statement) : m_statement(statement) {}
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    std::string blob(int column) const;
    SqlValue value(int column) const;

private:
    sqlite3_stmt* m_statement;
};

/// The one exclusive connection to a project's database, with the pragmas that durability needs. One thread.
class Database {
public:
    enum class Mode { create, open };

    /// Opens and takes the lock (busy if another has it); does not look at the schema. `walAllowed` is false on network shares.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, Mode mode, bool walAllowed = true);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs one statement; statements are prepared once and kept.
    Result<void> run(std::string_view sql, const std::vector<SqlValue>& values = {});
    /// Calls `each` per row.
    Result<void> query(std::string_view sql, const std::vector<SqlValue>& values, const std::function<void(const Row&)>& each);
    /// First column of the first row; 0 when there is no row.
    Result<std::int64_t> integer(std::string_view sql, const std::vector<SqlValue>& values = {});
    /// Several statements of fixed text (schema).
    Result<void> script(const std::string& sql);
    std::int64_t lastInsertId() const;

    /// One transaction around `work`: committed when it succeeds, rolled back otherwise. Does not nest.
    Result<void> transaction(const std::function<Result<void>()>& work);

    /// A consistent copy of the database in one file.
    Result<void> copyTo(const std::filesystem::path& file) const;
    /// The bytes of such a copy, without touching the disk.
    Result<std::string> image() const;
    /// What sqlite says is wrong, one a line; empty when sound.
    Result<std::vector<std::string>> check(bool quick) const;
    /// After the checks at opening: from now on closing folds the log into the file.
    void checkpointOnClose();

    sqlite3* handle() const { return m_handle; }
    /// The failure of the last call as an Error that names the file.
    Error error(std::string_view doing) const;

private:
    Database(sqlite3* handle, std::filesystem::path file) : m_handle(handle), m_file(std::move(file)) {}
    Result<void> configure(bool walAllowed);
    Result<sqlite3_stmt*> prepare(std::string_view sql, const std::vector<SqlValue>& values);
    Error errorOf(int code, std::string_view doing) const;

    sqlite3* m_handle = nullptr;
    std::filesystem::path m_file;
    bool m_checkpointOnClose = false;
    bool m_dead = false; ///< a flush failed: what is on disk is not known, nothing more is written
    std::map<std::string, sqlite3_stmt*, std::less<>> m_statements;
};

} // namespace rushes::project
