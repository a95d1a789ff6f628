// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/project/store.h"

#include "engine/base/log.h"
#include "engine/project/owner.h"
#include "engine/project/part_folder.h"
#include "engine/project/schema.h"
#include "engine/project/tables.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace rushes::project {
namespace {

namespace fs = std::filesystem;

constexpr const char* damagedHint = "The file was left as it is. Copy the folder, then try a copy from its backup/ folder.";

Result<void> checkOptions(const NewProject& options) {
    for (const auto& [field, value] : {std::pair{"width", options.width}, std::pair{"height", options.height}})
        if (value < 16 || value > 8192 || value % 2 != 0)
            return fail(ErrorCategory::badInput, std::string(field) + " is " + std::to_string(value), "Give an even number of pixels from 16 to 8192.");
    if (auto rate = time::FrameRate::create(options.rate.num, options.rate.den); !rate) return fail(rate.error());
    if (options.dropFrame && !options.rate.canDrop())
        return fail(ErrorCategory::badInput, "There is no drop-frame timecode at " + options.rate.text(), "Use it with 29.97 or 59.94.");
    if (options.startFrames < 0) return fail(ErrorCategory::badInput, "The start timecode is negative", "Give 00:00:00:00 or later.");
    return {};
}

Result<void> fillNew(Database& database, const NewProject& options, const std::string& name) {
    return database.transaction([&]() -> Result<void> {
        if (auto made = createSchema(database); !made) return made;
        const auto sequence = insertRow(database, Sequence{{}, name, options.rate, options.width, options.height, options.startFrames, options.dropFrame});
        if (!sequence) return fail(sequence.error());
        const auto track = insertRow(database, Track{{}, *sequence, 0, TrackKind::picture, "Picture"});
        return track ? Result<void>{} : fail(track.error());
    });
}

std::int64_t bigEndian(const char* bytes) {
    std::int64_t value = 0;
    for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

Error futureSchema(const fs::path& file, std::int64_t version) {
    return Error{ErrorCategory::unsupported,
                 file.string() + " was made by a newer Rushes (format " + std::to_string(version) + "; this one reads up to " + std::to_string(schemaVersion) + ")",
                 {},
                 "Open it with that version; the file was left as it is."};
}

/// Looks at the first bytes before SQLite does, so that a foreign file is refused untouched and by its right name.
Result<void> checkHeader(const fs::path& file) {
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    std::error_code code;
    if (fd < 0)
        return fail(errno == ENOENT ? ErrorCategory::notFound : ErrorCategory::denied, "Cannot read " + file.string() + ": " + std::strerror(errno),
                    "Check the path and its permissions.");
    std::array<char, 100> head{};
    const bool regular = fs::is_regular_file(file, code);
    const ssize_t got = regular ? ::pread(fd, head.data(), head.size(), 0) : 0;
    ::close(fd);
    if (!regular) return fail(ErrorCategory::badInput, file.string() + " is not a file", "Give the folder of a Rushes project.");
    if (got == 0) return fail(ErrorCategory::damaged, file.string() + " is empty (zero bytes)", damagedHint);
    if (got < ssize_t(head.size()) || std::memcmp(head.data(), "SQLite format 3", 16) != 0)
        return fail(ErrorCategory::damaged, file.string() + " is not a database", damagedHint);
    if (bigEndian(head.data() + 68) != applicationId)
        return fail(ErrorCategory::badInput, file.string() + " is a database, but not of Rushes", "Give the folder of a Rushes project.");
    if (bigEndian(head.data() + 60) > schemaVersion) return fail(futureSchema(file, bigEndian(head.data() + 60)));
    return {};
}

/// The project's folder for what the user named: Film.rushes, Film.rushes/ or Film.rushes/project.db.
Result<fs::path> projectFolder(const fs::path& given) {
    std::error_code code;
    fs::path folder = fs::weakly_canonical(given, code);
    if (!code && folder.filename() == "project.db") folder = folder.parent_path();
    if (!fs::exists(folder, code)) return fail(ErrorCategory::notFound, "There is no project " + given.string(), "`rushes new` makes one.");
    if (!fs::is_directory(folder, code) || !fs::exists(folder / "project.db", code))
        return fail(ErrorCategory::badInput, given.string() + " is not a Rushes project", "Give a folder that holds a project.db.");
    return folder;
}

Result<void> checkWritable(const fs::path& folder) {
    for (const auto& path : {folder, folder / "project.db"})
        if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0)
            return fail(ErrorCategory::denied, "Cannot write to " + path.string() + ": " + std::strerror(errno),
                        "A project keeps every edit on disk at once. Copy the folder to where you can write, or change its permissions.");
    return {};
}

Error heldBy(const fs::path& folder, const Error& cause) {
    const auto owner = Owner::read(folder);
    return Error{ErrorCategory::busy, folder.string() + " is open in " + (owner ? owner->text() : "another program"), {cause.reasons},
                 "Close it there first; a project is open in one program at a time."};
}

/// What sqlite says is for the log; the user needs to know how bad it is.
Error damaged(const fs::path& file, const std::vector<std::string>& findings) {
    std::size_t faults = 0;
    for (const auto& finding : findings) {
        log::warning(file.string() + ": " + finding);
        faults += std::size_t(1 + std::count(finding.begin(), finding.end(), '\n'));
    }
    return {ErrorCategory::damaged, file.string() + " is damaged", {"the check found " + std::to_string(faults) + (faults == 1 ? " fault" : " faults")}, damagedHint};
}

Result<void> checkSound(Database& database, const fs::path& file) {
    const auto version = database.integer("PRAGMA user_version");
    if (!version) return fail(version.error());
    if (*version > schemaVersion) return fail(futureSchema(file, *version));
    const auto findings = database.check(true);
    if (!findings) return fail(findings.error());
    if (!findings->empty()) return fail(damaged(file, *findings));
    if (*version < 1) return fail(ErrorCategory::damaged, file.string() + " has no tables of Rushes", damagedHint);
    return {};
}

Result<void> upgrade(Database& database, const fs::path& folder) {
    const auto version = database.integer("PRAGMA user_version");
    if (!version) return fail(version.error());
    if (*version == schemaVersion) return {};
    std::error_code code;
    fs::create_directory(folder / "backup", code);
    const fs::path copy = folder / "backup" / ("project-format" + std::to_string(*version) + ".db");
    if (!fs::exists(copy, code))
        if (auto copied = database.copyTo(copy); !copied) return copied;
    log::info("Upgrading " + folder.string() + " from format " + std::to_string(*version) + "; the old file is " + copy.string());
    return upgradeSchema(database);
}

} // namespace

ProjectStore::ProjectStore(std::unique_ptr<Database> database, fs::path folder) : m_database(std::move(database)), m_media(folder / "media") {
    m_project.folder = std::move(folder);
}

ProjectStore::~ProjectStore() {
    Owner::remove(m_project.folder);
    m_database.reset();
}

Result<std::unique_ptr<ProjectStore>> ProjectStore::create(const fs::path& folder, const NewProject& options) {
    const auto target = freeTarget(folder);
    if (!target) return fail(target.error());
    if (auto checked = checkOptions(options); !checked) return fail(checked.error());
    // Made whole under another name first: a crash leaves a project or none.
    PartFolder part(*target);
    if (auto made = part.make(); !made) return fail(made.error());
    {
        const fs::path real = fs::canonical(part.path());
        auto database = Database::open(real / "project.db", Database::Mode::create, !onNetworkShare(real));
        if (!database) return fail(database.error());
        if (auto filled = fillNew(**database, options, options.name.empty() ? target->stem().string() : options.name); !filled) return fail(filled.error());
        (*database)->checkpointOnClose();
    }
    if (auto kept = part.keepAs(*target); !kept) return fail(kept.error());
    return open(*target);
}

Result<std::unique_ptr<ProjectStore>> ProjectStore::open(const fs::path& given) {
    const auto folder = projectFolder(given);
    if (!folder) return fail(folder.error());
    const fs::path file = *folder / "project.db";
    if (auto checked = checkHeader(file); !checked) return fail(checked.error());
    if (auto checked = checkWritable(*folder); !checked) return fail(checked.error());
    const bool share = onNetworkShare(*folder);

    auto database = Database::open(file, Database::Mode::open, !share);
    if (!database) return fail(database.error().category == ErrorCategory::busy ? heldBy(*folder, database.error()) : database.error());
    if (auto sound = checkSound(**database, file); !sound) return fail(sound.error());
    if (auto upgraded = upgrade(**database, *folder); !upgraded) return fail(upgraded.error());
    if (auto shaped = checkSchema(**database); !shaped) return fail(shaped.error());

    std::unique_ptr<ProjectStore> store(new ProjectStore(std::move(*database), *folder));
    if (auto loaded = store->load(); !loaded) return fail(loaded.error());
    store->m_database->checkpointOnClose();
    if (share) store->m_warnings.push_back(folder->string() + " is on a network share: edits are slower, and its locks may not hold. A local disk is safer.");
    // Only a name for the next one who comes; a full disk must not keep the project closed.
    if (auto named = Owner::self().write(*folder); !named) log::warning(named.error().text());
    std::error_code ignored;
    fs::create_directory(store->m_media.path(), ignored);
    store->m_media.removeTemporaries();
    return store;
}

Result<void> ProjectStore::load() {
    Result<void> result;
    const auto load = [&](const auto&, auto& rows) {
        if (result) result = loadRows(*m_database, rows);
    };
    forEachKind(m_project, load);
    load(0, m_project.media);
    return result;
}

std::int64_t ProjectStore::generation() const { return m_database->integer("SELECT value FROM meta WHERE key = 'generation'").value_or(0); }

Result<MediaFile> ProjectStore::adoptMedia(const fs::path& file) {
    return m_media.import(file).and_then([&](const MediaFile& adopted) { return recordMedia(adopted); });
}

Result<MediaFile> ProjectStore::recordMedia(const MediaFile& file) {
    for (const auto& [id, known] : m_project.media)
        if (known.name == file.name) return known;
    MediaFile recorded = file;
    const auto done = m_database->transaction([&]() -> Result<void> {
        const auto id = insertRow(*m_database, file);
        if (!id) return fail(id.error());
        recorded.id = *id;
        return {};
    });
    if (!done) return fail(done.error());
    m_project.media.put(recorded);
    return recorded;
}

Result<ProjectCopy> ProjectStore::copy() const {
    auto image = m_database->image();
    if (!image) return fail(image.error());
    ProjectCopy copy;
    copy.database = std::move(*image);
    for (const auto& [id, file] : m_project.media) copy.media.push_back(m_media.pathOf(file.name));
    return copy;
}

} // namespace rushes::project
