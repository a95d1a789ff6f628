// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/editor.h"

#include "engine/base/log.h"
#include "engine/edit/changeset.h"
#include "engine/edit/transaction.h"

#include <optional>

namespace rushes::edit {
namespace {

using project::Blob;
using project::Database;
using project::Row;

/// A row of the history with its bytes.
struct Step {
    std::int64_t id = 0;
    std::string mergeKey;
    std::string changeset;
};

constexpr const char* newestDone = "SELECT id, merge_key, changeset FROM history WHERE undone = 0 ORDER BY id DESC LIMIT 1";
constexpr const char* oldestUndone = "SELECT id, merge_key, changeset FROM history WHERE undone = 1 ORDER BY id LIMIT 1";
constexpr const char* nextGeneration = "UPDATE meta SET value = value + 1 WHERE key = 'generation'";

Result<std::optional<Step>> readStep(Database& database, const char* sql) {
    std::optional<Step> step;
    const auto done = database.query(sql, {}, [&](const Row& row) { step = Step{row.integer(0), row.text(1), row.blob(2)}; });
    if (!done) return fail(done.error());
    return step;
}

std::string labelOf(Database& database, const char* sql) {
    std::string label;
    (void)database.query(sql, {}, [&](const Row& row) { label = row.text(0); });
    return label;
}

} // namespace

Result<void> Editor::edit(const EditOptions& options, const std::function<Result<void>(Transaction&)>& work) {
    std::string changeset;
    const auto done = m_store.database().transaction([&]() -> Result<void> {
        auto recorded = record(options, work);
        if (!recorded) return fail(recorded.error());
        changeset = std::move(*recorded);
        return {};
    });
    if (!done) return done;
    m_mergeEnded = options.mergeKey.empty();
    if (!changeset.empty()) publish(changeset);
    return {};
}

Result<std::string> Editor::record(const EditOptions& options, const std::function<Result<void>(Transaction&)>& work) {
    const auto recorder = Recorder::create(m_store.database());
    if (!recorder) return fail(recorder.error());
    Transaction transaction(m_store);
    if (auto worked = work(transaction); !worked) return fail(worked.error());
    auto changeset = (*recorder)->changeset();
    if (!changeset || changeset->empty()) return changeset;
    if (auto written = writeStep(options, *changeset); !written) return fail(written.error());
    return changeset;
}

Result<void> Editor::writeStep(const EditOptions& options, const std::string& changeset) {
    Database& database = m_store.database();
    if (auto counted = database.run(nextGeneration); !counted) return counted;
    const auto undone = database.integer("SELECT count(*) FROM history WHERE undone = 1");
    if (!undone) return fail(undone.error());
    if (!m_mergeEnded && !options.mergeKey.empty() && *undone == 0) {
        const auto last = readStep(database, newestDone);
        if (!last) return fail(last.error());
        if (*last && (*last)->mergeKey == options.mergeKey) {
            const auto both = concat((*last)->changeset, changeset);
            if (!both) return fail(both.error());
            if (both->empty()) return database.run("DELETE FROM history WHERE id = ?", {(*last)->id});
            return database.run("UPDATE history SET changeset = ?, label = ? WHERE id = ?", {Blob{*both}, options.label, (*last)->id});
        }
    }
    // A new edit after undo takes another road: what was undone cannot be put on any more.
    if (auto cut = database.run("DELETE FROM history WHERE undone = 1"); !cut) return cut;
    return database.run("INSERT INTO history(label, created_at, changeset, merge_key) VALUES(?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?)",
                        {options.label, Blob{changeset}, options.mergeKey});
}

Result<void> Editor::undo() { return travel(true); }
Result<void> Editor::redo() { return travel(false); }

Result<void> Editor::travel(bool back) {
    Database& database = m_store.database();
    std::string changeset;
    const auto done = database.transaction([&]() -> Result<void> {
        const auto step = readStep(database, back ? newestDone : oldestUndone);
        if (!step) return fail(step.error());
        if (!*step) return fail(ErrorCategory::notFound, back ? "There is nothing to undo" : "There is nothing to redo", "`rushes history` lists the steps.");
        const auto changes = back ? invert((*step)->changeset) : Result<std::string>((*step)->changeset);
        if (!changes) return fail(changes.error());
        changeset = *changes;
        if (auto applied = applyTo(database, changeset); !applied) return applied;
        if (auto marked = database.run("UPDATE history SET undone = ? WHERE id = ?", {std::int64_t(back), (*step)->id}); !marked) return marked;
        return database.run(nextGeneration);
    });
    if (!done) return done;
    m_mergeEnded = true;
    publish(changeset);
    return {};
}

void Editor::publish(const std::string& changeset) {
    const auto changes = patch(m_store.modelForPatch(), changeset);
    if (!changes) {
        // The disk is right; only what is in memory is behind.
        log::error(changes.error().text());
        return;
    }
    m_changed.emit(*changes);
}

std::string Editor::undoLabel() const { return labelOf(m_store.database(), "SELECT label FROM history WHERE undone = 0 ORDER BY id DESC LIMIT 1"); }
std::string Editor::redoLabel() const { return labelOf(m_store.database(), "SELECT label FROM history WHERE undone = 1 ORDER BY id LIMIT 1"); }

std::vector<HistoryStep> Editor::history(std::int64_t limit) const {
    std::vector<HistoryStep> steps;
    (void)m_store.database().query("SELECT id, label, created_at, undone FROM history ORDER BY id DESC LIMIT ?", {limit}, [&](const Row& row) {
        steps.push_back({row.integer(0), row.text(1), row.text(2), row.integer(3) != 0});
    });
    return steps;
}

} // namespace rushes::edit
