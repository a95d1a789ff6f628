// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/project/database.h"

#include <sqlite3.h>

#include <optional>

namespace rushes::project {
namespace {

// In the order in which SQLite needs them: the locking mode before the file is touched, the journal before the sync level.
constexpr const char* pragmas[] = {
    "PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=WAL",       "PRAGMA synchronous=FULL",
    "PRAGMA trusted_schema=OFF",     "PRAGMA cell_size_check=ON",     "PRAGMA foreign_keys=ON",
    "PRAGMA mmap_size=0",            "PRAGMA temp_store=MEMORY",      "PRAGMA busy_timeout=0",
    "PRAGMA wal_autocheckpoint=1000", "PRAGMA journal_size_limit=67108864", "PRAGMA secure_delete=FAST",
};

ErrorCategory categoryOf(int code) {
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCategory::busy;
    case SQLITE_FULL: return ErrorCategory::noSpace;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: return ErrorCategory::denied;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return ErrorCategory::damaged;
    case SQLITE_NOMEM: return ErrorCategory::noSpace;
    default: return ErrorCategory::internal;
    }
}

const char* hintOf(ErrorCategory category) {
    switch (category) {
    case ErrorCategory::busy: return "Close the other program first.";
    case ErrorCategory::noSpace: return "Free some space on the disk, then try again; nothing of the project is lost.";
    case ErrorCategory::denied: return "Check the permissions of the project's folder, or copy it to where you can write.";
    case ErrorCategory::damaged: return "The file was left as it is. Copy the folder, then try a copy from its backup/ folder.";
    default: return "Save the project elsewhere if this goes on.";
    }
}

bool flushFailed(int code) { return code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC; }

struct Bind {
    sqlite3_stmt* statement;
    int index;
    int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, index, value); }
    int operator()(double value) const { return sqlite3_bind_double(statement, index, value); }
    int operator()(const std::string& value) const {
        return sqlite3_bind_text64(statement, index, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    int operator()(const Blob& value) const {
        return sqlite3_bind_blob64(statement, index, value.bytes.data(), value.bytes.size(), SQLITE_STATIC);
    }
};

/// Leaves the statement ready for its next use, whatever happened.
struct ResetStatement {
    sqlite3_stmt* statement;
    ~ResetStatement() {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
};

} // namespace

std::int64_t Row::integer(int column) const { return sqlite3_column_int64(m_statement, column); }
double Row::real(int column) const { return sqlite3_column_double(m_statement, column); }

std::string Row::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return text ? std::string(text, std::size_t(sqlite3_column_bytes(m_statement, column))) : std::string{};
}

std::string Row::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return bytes ? std::string(bytes, std::size_t(sqlite3_column_bytes(m_statement, column))) : std::string{};
}

SqlValue Row::value(int column) const {
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER: return integer(column);
    case SQLITE_FLOAT: return real(column);
    case SQLITE_TEXT: return text(column);
    case SQLITE_BLOB: return Blob{blob(column)};
    default: return std::monostate{};
    }
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, Mode mode, bool walAllowed) {
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX |
                      (mode == Mode::create ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(handle, file));
    if (code != SQLITE_OK) return fail(database->errorOf(code, "Cannot open"));
    if (auto configured = database->configure(walAllowed); !configured) return fail(configured.error());
    return database;
}

Result<void> Database::configure(bool walAllowed) {
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    // Until the file has passed its checks, closing must not fold anything into it.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(m_handle, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
    sqlite3_limit(m_handle, SQLITE_LIMIT_LENGTH, 512 << 20);
    for (const char* pragma : pragmas) {
        const bool journal = std::string_view(pragma).find("journal_mode") != std::string_view::npos;
        const char* text = journal && !walAllowed ? "PRAGMA journal_mode=DELETE" : pragma;
        if (const int code = sqlite3_exec(m_handle, text, nullptr, nullptr, nullptr); code != SQLITE_OK)
            return fail(errorOf(code, "Cannot open"));
    }
    // Takes the lock now, so that a second program is told at once.
    return script("BEGIN EXCLUSIVE; COMMIT;");
}

Database::~Database() {
    for (auto& [sql, statement] : m_statements) sqlite3_finalize(statement);
    if (m_checkpointOnClose && !m_dead)
        sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_close(m_handle);
}

void Database::checkpointOnClose() {
    m_checkpointOnClose = true;
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

Error Database::errorOf(int code, std::string_view doing) const {
    const ErrorCategory category = categoryOf(code);
    // The handle's message tells more than the code's, as long as it speaks of the same failure.
    const bool same = m_handle && sqlite3_extended_errcode(m_handle) == code;
    return Error{category, std::string(doing) + " " + m_file.string(), {same ? sqlite3_errmsg(m_handle) : sqlite3_errstr(code)}, hintOf(category)};
}

Error Database::error(std::string_view doing) const { return errorOf(sqlite3_extended_errcode(m_handle), doing); }

Result<sqlite3_stmt*> Database::prepare(std::string_view sql, const std::vector<SqlValue>& values) {
    sqlite3_stmt* statement = nullptr;
    if (const auto known = m_statements.find(sql); known != m_statements.end()) {
        statement = known->second;
    } else {
        const int code = sqlite3_prepare_v3(m_handle, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK) return fail(errorOf(code, "Cannot read or write"));
        m_statements.emplace(std::string(sql), statement);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int code = std::visit(Bind{statement, int(i) + 1}, values[i]);
        if (code == SQLITE_TOOBIG)
            return fail(ErrorCategory::badInput, "That text is larger than a project can hold (512 MB)", "Give a smaller file.");
        if (code != SQLITE_OK) return fail(errorOf(code, "Cannot write"));
    }
    return statement;
}

Result<void> Database::query(std::string_view sql, const std::vector<SqlValue>& values, const std::function<void(const Row&)>& each) {
    const auto statement = prepare(sql, values);
    if (!statement) return fail(statement.error());
    const ResetStatement reset{*statement};
    for (;;) {
        const int code = sqlite3_step(*statement);
        if (code == SQLITE_DONE) return {};
        if (code != SQLITE_ROW) {
            m_dead = m_dead || flushFailed(code);
            return fail(errorOf(code, "Cannot read or write"));
        }
        if (each) each(Row(*statement));
    }
}

Result<void> Database::run(std::string_view sql, const std::vector<SqlValue>& values) { return query(sql, values, {}); }

Result<std::int64_t> Database::integer(std::string_view sql, const std::vector<SqlValue>& values) {
    std::optional<std::int64_t> found;
    const auto done = query(sql, values, [&](const Row& row) {
        if (!found) found = row.integer(0);
    });
    if (!done) return fail(done.error());
    return found.value_or(0);
}

Result<void> Database::script(const std::string& sql) {
    const int code = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return {};
    m_dead = m_dead || flushFailed(code);
    return fail(errorOf(code, "Cannot read or write"));
}

std::int64_t Database::lastInsertId() const { return sqlite3_last_insert_rowid(m_handle); }

Result<void> Database::transaction(const std::function<Result<void>()>& work) {
    if (m_dead)
        return fail(ErrorCategory::internal, "The disk did not take the last change of " + m_file.string() + "; nothing more is written to it",
                    "Save the project elsewhere, then close it and check the disk.");
    if (auto begun = run("BEGIN IMMEDIATE"); !begun) return begun;
    auto done = work();
    if (done) done = run("COMMIT");
    // A full disk or a read error may have rolled back already.
    if (!done && !sqlite3_get_autocommit(m_handle)) (void)run("ROLLBACK");
    return done;
}

Result<void> Database::copyTo(const std::filesystem::path& file) const {
    sqlite3* target = nullptr;
    int code = sqlite3_open_v2(file.c_str(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_backup* backup = sqlite3_backup_init(target, "main", m_handle, "main");
        if (backup) sqlite3_backup_step(backup, -1);
        code = backup ? sqlite3_backup_finish(backup) : sqlite3_errcode(target);
    }
    sqlite3_close(target);
    if (code == SQLITE_OK) return {};
    const ErrorCategory category = categoryOf(code);
    return fail(Error{category, "Cannot write " + file.string(), {sqlite3_errstr(code)}, hintOf(category)});
}

Result<std::string> Database::image() const {
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(m_handle, "main", &size, 0);
    if (!bytes) return fail(ErrorCategory::noSpace, "Cannot copy " + m_file.string() + ": there is not enough memory", "Close other programs and try again.");
    std::string image(reinterpret_cast<const char*>(bytes), std::size_t(size));
    sqlite3_free(bytes);
    return image;
}

Result<std::vector<std::string>> Database::check(bool quick) const {
    std::vector<std::string> findings;
    const auto collect = [](void* out, int, char** values, char**) {
        if (values[0] && std::string_view(values[0]) != "ok") static_cast<std::vector<std::string>*>(out)->emplace_back(values[0]);
        return 0;
    };
    const char* sql = quick ? "PRAGMA quick_check(20)" : "PRAGMA integrity_check(100)";
    if (const int code = sqlite3_exec(m_handle, sql, collect, &findings, nullptr); code != SQLITE_OK) {
        if (categoryOf(code) != ErrorCategory::damaged) return fail(errorOf(code, "Cannot check"));
        findings.emplace_back(sqlite3_errstr(code));
    }
    return findings;
}

} // namespace rushes::project
