// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/project/schema.h"

#include "engine/project/tables.h"

namespace rushes::project {
namespace {

// Version 1. Never edited again: an upgrade step is added instead, and columns are only ever appended, so that changesets in the
// history of an older project still apply (sqlite3changeset_apply accepts a table with more columns than the changeset).
constexpr const char* schema1 = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
INSERT INTO meta VALUES('generation', 0);
CREATE TABLE sequences(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, rate TEXT NOT NULL, width INTEGER NOT NULL,
  height INTEGER NOT NULL, start_frames INTEGER NOT NULL, drop_frame INTEGER NOT NULL) STRICT;
CREATE TABLE scripts(id INTEGER PRIMARY KEY AUTOINCREMENT, sequence INTEGER NOT NULL REFERENCES sequences, file_name TEXT NOT NULL,
  text TEXT NOT NULL) STRICT;
CREATE TABLE scenes(id INTEGER PRIMARY KEY AUTOINCREMENT, sequence INTEGER NOT NULL REFERENCES sequences, ord INTEGER NOT NULL,
  number TEXT NOT NULL, heading TEXT NOT NULL, synopsis TEXT NOT NULL, place TEXT NOT NULL, time_of_day TEXT NOT NULL,
  line_first INTEGER NOT NULL, line_last INTEGER NOT NULL) STRICT;
CREATE TABLE characters(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, description TEXT NOT NULL) STRICT;
CREATE TABLE locations(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, description TEXT NOT NULL) STRICT;
CREATE TABLE shots(id INTEGER PRIMARY KEY AUTOINCREMENT, sequence INTEGER NOT NULL REFERENCES sequences, scene INTEGER REFERENCES scenes,
  ord INTEGER NOT NULL, number TEXT NOT NULL, prompt TEXT NOT NULL, size TEXT, angle TEXT, lens_mm REAL, move TEXT,
  frames INTEGER NOT NULL CHECK(frames > 0), generator TEXT NOT NULL, seed INTEGER NOT NULL, settings TEXT NOT NULL,
  characters TEXT NOT NULL, location INTEGER REFERENCES locations, dialogue TEXT NOT NULL, source TEXT NOT NULL,
  line_first INTEGER NOT NULL, line_last INTEGER NOT NULL, circled INTEGER, planned TEXT NOT NULL, edited TEXT NOT NULL) STRICT;
CREATE TABLE panels(id INTEGER PRIMARY KEY AUTOINCREMENT, shot INTEGER NOT NULL REFERENCES shots, ord INTEGER NOT NULL,
  frames INTEGER NOT NULL, media TEXT NOT NULL, action TEXT NOT NULL, dialogue TEXT NOT NULL, notes TEXT NOT NULL) STRICT;
CREATE TABLE refs(id INTEGER PRIMARY KEY AUTOINCREMENT, shot INTEGER REFERENCES shots, ord INTEGER NOT NULL, role TEXT NOT NULL,
  media TEXT NOT NULL, at_frame INTEGER NOT NULL, strength REAL NOT NULL, subject TEXT NOT NULL) STRICT;
CREATE TABLE takes(id INTEGER PRIMARY KEY AUTOINCREMENT, shot INTEGER NOT NULL REFERENCES shots, number INTEGER NOT NULL,
  generator TEXT NOT NULL, generator_version TEXT NOT NULL, media TEXT NOT NULL, frames INTEGER NOT NULL, rate TEXT NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, seed INTEGER NOT NULL, seconds REAL NOT NULL, request TEXT NOT NULL,
  created_at TEXT NOT NULL) STRICT;
CREATE TABLE tracks(id INTEGER PRIMARY KEY AUTOINCREMENT, sequence INTEGER NOT NULL REFERENCES sequences, ord INTEGER NOT NULL,
  kind TEXT NOT NULL, name TEXT NOT NULL) STRICT;
CREATE TABLE clips(id INTEGER PRIMARY KEY AUTOINCREMENT, track INTEGER NOT NULL REFERENCES tracks, ord INTEGER NOT NULL,
  shot INTEGER REFERENCES shots, take INTEGER REFERENCES takes, panel INTEGER REFERENCES panels, media TEXT NOT NULL,
  source_start INTEGER NOT NULL, frames INTEGER NOT NULL) STRICT;
CREATE TABLE notes(id INTEGER PRIMARY KEY AUTOINCREMENT, shot INTEGER REFERENCES shots, take INTEGER REFERENCES takes,
  at_frame INTEGER NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL, done INTEGER NOT NULL) STRICT;
CREATE TABLE media(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL) STRICT;
CREATE TABLE history(id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, created_at TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0,
  changeset BLOB NOT NULL) STRICT;
CREATE TABLE jobs(id INTEGER PRIMARY KEY AUTOINCREMENT, shot INTEGER NOT NULL, shot_number TEXT NOT NULL, ord INTEGER NOT NULL,
  state TEXT NOT NULL, request TEXT NOT NULL, frames_total INTEGER NOT NULL, frames_done INTEGER NOT NULL, take INTEGER,
  error TEXT NOT NULL) STRICT;
CREATE INDEX shots_scene ON shots(scene);
CREATE INDEX shots_location ON shots(location);
CREATE INDEX panels_shot ON panels(shot);
CREATE INDEX refs_shot ON refs(shot);
CREATE INDEX takes_shot ON takes(shot);
CREATE INDEX clips_shot ON clips(shot);
CREATE INDEX clips_take ON clips(take);
CREATE INDEX clips_panel ON clips(panel);
CREATE INDEX notes_shot ON notes(shot);
CREATE INDEX notes_take ON notes(take);
)sql";

// Version 2: numbers of removed takes are never given again, a take knows the job that made it (so that a crash between the two does
// not shoot it twice), and edits in a row can become one step.
constexpr const char* step1to2 = R"sql(
ALTER TABLE shots ADD COLUMN takes_made INTEGER NOT NULL DEFAULT 0;
UPDATE shots SET takes_made = coalesce((SELECT max(number) FROM takes WHERE takes.shot = shots.id), 0);
ALTER TABLE takes ADD COLUMN job INTEGER;
ALTER TABLE history ADD COLUMN merge_key TEXT NOT NULL DEFAULT '';
CREATE INDEX history_undone ON history(undone, id);
)sql";

// Version 3: a picture may be painted over one frame of its shot, by somebody who agreed to something.
constexpr const char* step2to3 = R"sql(
ALTER TABLE refs ADD COLUMN painted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE refs ADD COLUMN artist TEXT NOT NULL DEFAULT '';
ALTER TABLE refs ADD COLUMN consent TEXT NOT NULL DEFAULT '';
)sql";

Result<void> step(Database& database, std::int64_t to) {
    if (auto done = database.script(to == 1 ? schema1 : to == 2 ? step1to2 : step2to3); !done) return done;
    return database.script("PRAGMA user_version=" + std::to_string(to));
}

} // namespace

Result<void> createSchema(Database& database, std::int64_t version) {
    if (auto done = database.script("PRAGMA application_id=" + std::to_string(applicationId)); !done) return done;
    for (std::int64_t to = 1; to <= version; ++to)
        if (auto done = step(database, to); !done) return done;
    return {};
}

Result<void> upgradeSchema(Database& database) {
    const auto from = database.integer("PRAGMA user_version");
    if (!from) return fail(from.error());
    return database.transaction([&]() -> Result<void> {
        for (std::int64_t to = *from + 1; to <= schemaVersion; ++to)
            if (auto done = step(database, to); !done) return done;
        return {};
    });
}

Result<void> checkSchema(Database& database) {
    Project shape;
    Result<void> result;
    const auto check = [&](const auto& table, const auto&) {
        if (!result) return;
        std::vector<std::string> found;
        result = database.query("SELECT name FROM pragma_table_info(?) ORDER BY cid", {table.name},
                                [&](const Row& row) { found.push_back(row.text(0)); });
        bool same = found.size() == table.columns.size();
        for (std::size_t i = 0; same && i < found.size(); ++i) same = found[i] == table.columns[i].name;
        if (result && !same)
            result = fail(ErrorCategory::damaged, "The project's table \"" + table.name + "\" is not as Rushes makes it",
                          "The file was left as it is. Try a copy from its backup/ folder.");
    };
    forEachKind(shape, check);
    check(tableOf<MediaFile>(), shape.media);
    return result;
}

} // namespace rushes::project
