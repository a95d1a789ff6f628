// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/project/model.h"

#include <filesystem>
#include <string_view>

namespace rushes::project {

using ProjectRoot = Id<struct ProjectRootTag>;

inline ProjectRoot parentOf(const Sequence&) { return {}; }
inline SequenceId parentOf(const Script& x) { return x.sequence; }
inline SequenceId parentOf(const ScriptScene& x) { return x.sequence; }
inline SequenceId parentOf(const Shot& x) { return x.sequence; }
inline ShotId parentOf(const Panel& x) { return x.shot; }
inline ShotId parentOf(const Reference& x) { return x.shot; }
inline ShotId parentOf(const Take& x) { return x.shot; }
inline ProjectRoot parentOf(const Character&) { return {}; }
inline ProjectRoot parentOf(const Location&) { return {}; }
inline SequenceId parentOf(const Track& x) { return x.sequence; }
inline TrackId parentOf(const Clip& x) { return x.track; }
inline ShotId parentOf(const Note& x) { return x.shot; }
inline ProjectRoot parentOf(const MediaFile&) { return {}; }

inline std::int64_t orderOf(const Sequence&) { return 0; }
inline std::int64_t orderOf(const Script&) { return 0; }
inline std::int64_t orderOf(const ScriptScene& x) { return x.order; }
inline std::int64_t orderOf(const Shot& x) { return x.order; }
inline std::int64_t orderOf(const Panel& x) { return x.order; }
inline std::int64_t orderOf(const Reference& x) { return x.order; }
inline std::int64_t orderOf(const Take& x) { return x.number; }
inline std::int64_t orderOf(const Character&) { return 0; }
inline std::int64_t orderOf(const Location&) { return 0; }
inline std::int64_t orderOf(const Track& x) { return x.order; }
inline std::int64_t orderOf(const Clip& x) { return x.order; }
inline std::int64_t orderOf(const Note& x) { return x.atFrame; }
inline std::int64_t orderOf(const MediaFile&) { return 0; }

} // namespace rushes::project

#include "engine/project/rows.h"

namespace rushes::project {

/// The whole film in memory, loaded when the project opens and patched by every edit. A plain value: tests build one by hand, and
/// another thread is given a copy of what it needs. Edits go through engine/edit only.
struct Project {
    std::filesystem::path folder; ///< Film.rushes, absolute

    Rows<Sequence> sequences;
    Rows<Script> scripts;
    Rows<ScriptScene> scenes;       ///< of(sequence) in the script's order
    Rows<Shot> shots;               ///< of(sequence) in the film's order
    Rows<Panel> panels;             ///< of(shot)
    Rows<Reference> references;     ///< of(shot); of({}) for the whole film
    Rows<Take> takes;               ///< of(shot), oldest first
    Rows<Character> characters;
    Rows<Location> locations;
    Rows<Track> tracks;             ///< of(sequence)
    Rows<Clip> clips;               ///< of(track)
    Rows<Note> notes;               ///< of(shot)
    Rows<MediaFile> media;

    bool operator==(const Project&) const = default;
};

/// The first sequence: the one that everything works on unless told otherwise. Null in an empty Project value only.
const Sequence* mainSequence(const Project& project);

/// The shots of a scene in order.
std::vector<const Shot*> shotsOf(const Project& project, const ScriptScene& scene);

/// The take that stands for the shot: the circled one, else the newest, else null.
const Take* chosenTake(const Project& project, ShotId shot);

time::RationalTime durationOf(const Project& project, const Shot& shot);

/// By number in any case ("12a") or by id ("#31", "31"). The error says what there is.
Result<const Shot*> findShot(const Project& project, std::string_view text);
/// By id ("7", "#7") or as shot and number ("12A-3", "12A/3").
Result<const Take*> findTake(const Project& project, std::string_view text);
/// By name in any case; null when there is none.
const Character* findCharacter(const Project& project, std::string_view name);
const Location* findLocation(const Project& project, std::string_view name);

/// Absolute path of a media file by its name in media/.
std::filesystem::path mediaPath(const Project& project, std::string_view mediaName);

} // namespace rushes::project
