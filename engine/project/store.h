// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/project/database.h"
#include "engine/project/media_folder.h"
#include "engine/base/progress.h"
#include "engine/project/project.h"
#include "engine/project/project_copy.h"

#include <memory>

namespace rushes::project {

/// What a new project starts with: one sequence with one picture track.
struct NewProject {
    std::string name; ///< of the sequence; empty: the folder's name
    time::FrameRate rate = time::rate24;
    int width = 1280;
    int height = 720;
    std::int64_t startFrames = 0; ///< start timecode, in frames
    bool dropFrame = false;
};

/// A finding of `verify`.
struct Finding {
    bool damage = false; ///< false: harmless (an orphan that takes space)
    std::string text;
};

/// The folder Film.rushes on disk (project.db and media/) with the one connection to its database, and the film in memory.
/// Owned by whoever opened the project, used on that thread only (the studio's ui thread); `media()` alone may be used elsewhere.
/// While it lives no other program can open the project. Film.rushes/owner.json says who holds it.
class ProjectStore {
public:
    /// Makes the folder and opens it. Refuses an existing path (exists), a bad size or rate (badInput), a folder it cannot
    /// write (denied). Nothing is left behind on failure.
    static Result<std::unique_ptr<ProjectStore>> create(const std::filesystem::path& folder, const NewProject& options = {});

    /// Opens Film.rushes (or Film.rushes/project.db). Errors: notFound; busy, naming host, user and pid; denied for a
    /// read-only folder; damaged for an empty, foreign, cut-off or corrupt database; unsupported for one of a newer Rushes;
    /// noSpace. A database that cannot be used is left byte for byte as it was. An older schema is upgraded after a copy of
    /// the file was put into Film.rushes/backup/.
    static Result<std::unique_ptr<ProjectStore>> open(const std::filesystem::path& folder);

    ~ProjectStore();
    ProjectStore(const ProjectStore&) = delete;
    ProjectStore& operator=(const ProjectStore&) = delete;

    const Project& project() const { return m_project; }
    const std::filesystem::path& folder() const { return m_project.folder; }
    const MediaFolder& media() const { return m_media; }
    /// What the user should know about this project's place (a network share).
    const std::vector<std::string>& warnings() const { return m_warnings; }

    /// Counts committed edits; a copy with the higher number is the newer one.
    std::int64_t generation() const;

    /// Copies a file into media/ and records it. Big files take as long as reading them; see MediaFolder for other threads.
    Result<MediaFile> adoptMedia(const std::filesystem::path& file);
    /// Records a file that MediaFolder has adopted. Not undoable: a file stays when the edit that brought it is undone.
    Result<MediaFile> recordMedia(const MediaFile& file);

    /// The project as it is now, to be written elsewhere by a worker. A few milliseconds; noSpace when memory is short.
    Result<ProjectCopy> copy() const;

    /// Checks the database, every media file's content, and what nothing points to. Changes nothing. Empty: all is well.
    Result<std::vector<Finding>> verify(const ProgressSink& progress = {}) const;

    /// For engine/edit and engine/shoot: the connection, and the film for the patch that follows a commit.
    Database& database() { return *m_database; }
    Project& modelForPatch() { return m_project; }

private:
    ProjectStore(std::unique_ptr<Database> database, std::filesystem::path folder);
    Result<void> load();

    std::unique_ptr<Database> m_database;
    Project m_project;
    MediaFolder m_media;
    std::vector<std::string> m_warnings;
};

} // namespace rushes::project
