// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/signal.h"
#include "engine/edit/changes.h"
#include "engine/project/store.h"

#include <functional>
#include <memory>
#include <string>

namespace rushes::edit {

class Transaction;

/// One step of the history, as a list shows it.
struct HistoryStep {
    std::int64_t id = 0;
    std::string label;     ///< "Edit prompt of 12B"
    std::string createdAt; ///< UTC, ISO 8601
    bool undone = false;   ///< can be redone
};

struct EditOptions {
    std::string label;
    /// Edits in a row with the same key become one step of the history: a slider being dragged, a prompt being typed.
    /// Empty: a step of its own.
    std::string mergeKey;
};

/// Makes edits: each one SQL transaction whose changeset is kept in the history, durable when the call returns; the film in memory is
/// patched from that changeset, and so are undo and redo. Lives beside the store that it edits, on the same thread.
/// The commands are free functions over it (commands.h, shot_commands.h …).
class Editor {
public:
    explicit Editor(project::ProjectStore& store) : m_store(store) {}
    Editor(const Editor&) = delete;
    Editor& operator=(const Editor&) = delete;

    const project::Project& project() const { return m_store.project(); }
    project::ProjectStore& store() { return m_store; }

    /// Runs `work` as one edit. On an error nothing has happened. An edit that changes nothing leaves no step.
    Result<void> edit(const EditOptions& options, const std::function<Result<void>(Transaction&)>& work);

    /// The next edit starts a step of its own, whatever its key: the mouse was released, the field was left.
    void endMerge() { m_mergeEnded = true; }

    /// Takes the last step back (notFound when there is none); puts it on again.
    Result<void> undo();
    Result<void> redo();
    /// The label of the step that undo or redo would touch; empty when there is none.
    std::string undoLabel() const;
    std::string redoLabel() const;
    /// The newest steps, newest first; undone ones first of all.
    std::vector<HistoryStep> history(std::int64_t limit = 1000) const;

    /// After each edit, undo and redo.
    Signal<const Changes&>& changed() { return m_changed; }

private:
    Result<std::string> record(const EditOptions& options, const std::function<Result<void>(Transaction&)>& work);
    Result<void> writeStep(const EditOptions& options, const std::string& changeset);
    Result<void> travel(bool back);
    void publish(const std::string& changeset);

    project::ProjectStore& m_store;
    bool m_mergeEnded = true;
    Signal<const Changes&> m_changed;
};

} // namespace rushes::edit
