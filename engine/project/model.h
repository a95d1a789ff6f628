// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/project/ids.h"
#include "engine/time/timecode.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a film is made of, as plain values. Nothing here knows SQL, undo or a toolkit.
/// `order` sorts siblings; it has gaps and means nothing else. Frames of shots, panels, clips and notes count at the sequence's rate.
namespace rushes::project {

/// Lines of the script, from 1, both inclusive. {0, 0}: not in the script.
struct LineRange {
    int first = 0;
    int last = 0;
    bool operator==(const LineRange&) const = default;
};

/// A run of shots with one timeline.
struct Sequence {
    SequenceId id;
    std::string name;
    time::FrameRate rate;
    int width = 1280;
    int height = 720;
    std::int64_t startFrames = 0; ///< timecode of the first frame, in frames from 00:00:00:00
    bool dropFrame = false;       ///< only where the rate has it

    time::Timecode start() const { return {startFrames, rate, dropFrame ? time::DropFrame::yes : time::DropFrame::no}; }
    bool operator==(const Sequence&) const = default;
};

/// The script as it was imported last, so that it can be shown and imported again.
struct Script {
    ScriptId id;
    SequenceId sequence;
    std::string fileName; ///< without folders: "ferry.fountain"
    std::string text;     ///< UTF-8
    bool operator==(const Script&) const = default;
};

/// A scene of the script: where the numbers of its shots come from.
struct ScriptScene {
    ScriptSceneId id;
    SequenceId sequence;
    std::int64_t order = 0;
    std::string number; ///< "12", "12A": as printed in the script, or counted
    std::string heading;
    std::string synopsis;
    std::string place;     ///< "HARBOUR - QUAY"
    std::string timeOfDay; ///< "NIGHT"
    LineRange lines;
    bool operator==(const ScriptScene&) const = default;
};

struct DialogueLine {
    std::string character; ///< name as in `Character::name`
    std::string text;
    bool operator==(const DialogueLine&) const = default;
};

enum class ShotSource {
    script, ///< planned by the breakdown
    user,   ///< the user's own
};

/// One camera set-up without a cut.
struct Shot {
    ShotId id;
    SequenceId sequence;
    ScriptSceneId scene; ///< may be none
    std::int64_t order = 0; ///< within the sequence
    std::string number;     ///< "12A": unique in the sequence, never changed by moving
    std::string prompt;
    std::optional<std::string> size;  ///< a word of shot.json (wide, medium, close_up …); empty: from the prompt
    std::optional<std::string> angle; ///< level, high, low …; empty: from the prompt
    std::optional<double> lensMm;     ///< empty: from the prompt
    std::optional<std::string> move;  ///< "dolly in", "static"; empty: from the prompt
    std::int64_t frames = 48;
    std::string generator = "stage";
    std::uint64_t seed = 1;
    std::string settingsJson = "{}"; ///< the generator's own settings, one JSON object
    std::vector<CharacterId> characters;
    LocationId location; ///< may be none
    std::vector<DialogueLine> dialogue;
    ShotSource source = ShotSource::user;
    LineRange lines;
    int takesMade = 0;               ///< the number that the newest take got, removed ones counted
    TakeId circled;                  ///< the chosen take; none: the newest counts
    std::string planned;             ///< the prompt that the breakdown gave; finds the shot again on import
    std::vector<std::string> edited; ///< fields that the user set by hand, sorted; a shot with any is never re-planned

    bool isUsers() const { return source == ShotSource::user || !edited.empty(); }
    bool operator==(const Shot&) const = default;
};

/// One drawing in a shot.
struct Panel {
    PanelId id;
    ShotId shot;
    std::int64_t order = 0;
    std::int64_t frames = 24;
    std::string media; ///< the drawing: a file name in media/, or empty
    std::string action;
    std::string dialogue;
    std::string notes;
    bool operator==(const Panel&) const = default;
};

/// A picture, or somebody's own 3D model, that tells a generator something. Without a shot it counts for every shot that has its subject.
struct Reference {
    ReferenceId id;
    ShotId shot; ///< none: for the whole film
    std::int64_t order = 0;
    std::string role = "look"; ///< first, last, frame, character, location, prop, look, depth, pose; figure_model, prop_model, place_model
    std::string media;         ///< file name in media/
    std::int64_t atFrame = 0;  ///< for the role "frame", and where it is painted over one
    double strength = 1.0;     ///< 0..1
    std::string subject;       ///< the character, location or prop it shows
    bool painted = false;      ///< a look painted over the frame `atFrame` of the shot, point for point
    std::string artist;        ///< who painted it
    std::string consent;       ///< the artist's words on what it may be used for
    bool operator==(const Reference&) const = default;
};

/// One attempt at a shot and the request that made it.
struct Take {
    TakeId id;
    ShotId shot;
    int number = 1; ///< within the shot, from 1, never used again
    std::string generator;
    std::string generatorVersion;
    std::string media; ///< file name in media/
    std::int64_t frames = 0; ///< at `rate`
    time::FrameRate rate;
    int width = 0;
    int height = 0;
    std::uint64_t seed = 1;
    double seconds = 0;    ///< what it took to shoot
    std::string request;   ///< the slate: ShotRequest as JSON
    std::string createdAt; ///< UTC, "2026-03-01T12:00:00Z"
    JobId job;             ///< the queue's job that made it, or none
    bool operator==(const Take&) const = default;
};

struct Character {
    CharacterId id;
    std::string name; ///< as the script prints it: "MARA"
    std::string description;
    bool operator==(const Character&) const = default;
};

/// A place of the film: one set that every shot there sees.
struct Location {
    LocationId id;
    std::string name; ///< "HARBOUR - QUAY"
    std::string description;
    bool operator==(const Location&) const = default;
};

enum class TrackKind { picture, sound };

struct Track {
    TrackId id;
    SequenceId sequence;
    std::int64_t order = 0;
    TrackKind kind = TrackKind::picture;
    std::string name;
    bool operator==(const Track&) const = default;
};

/// A piece of a track. A picture clip shows its take, else its panel, else whatever take of its shot is chosen.
struct Clip {
    ClipId id;
    TrackId track;
    std::int64_t order = 0;
    ShotId shot;                  ///< none for sound of its own
    TakeId take;                  ///< pinned; none: the shot's chosen take
    PanelId panel;                ///< shown instead of a take
    std::string media;            ///< sound clips: file name in media/
    std::int64_t sourceStart = 0; ///< first frame used, at the sequence's rate
    std::int64_t frames = 0;      ///< length at the sequence's rate; 0: what is left of the shot
    bool operator==(const Clip&) const = default;
};

struct Note {
    NoteId id;
    ShotId shot;              ///< none: on the film
    TakeId take;              ///< none: on the shot
    std::int64_t atFrame = 0; ///< within the shot
    std::string author;
    std::string text;
    bool done = false;
    bool operator==(const Note&) const = default;
};

/// A file in the project's media/ folder. Its name is its content: XXH3-128 in hex, a dot, the extension.
struct MediaFile {
    MediaId id;
    std::string name;
    std::int64_t bytes = 0;
    bool operator==(const MediaFile&) const = default;
};

/// What the shot queue hands over when a shot is in the can: everything a take needs but its number. A value.
struct TakeDraft {
    ShotId shot;
    JobId job;
    MediaFile media; ///< already safe on disk under its final name; `id` not set
    std::string generator;
    std::string generatorVersion;
    std::int64_t frames = 0;
    time::FrameRate rate;
    int width = 0;
    int height = 0;
    std::uint64_t seed = 1;
    double seconds = 0;
    std::string request;
    std::string createdAt;
};

} // namespace rushes::project
