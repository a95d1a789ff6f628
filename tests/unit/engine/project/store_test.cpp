// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/project/schema.h"
#include "engine/project/tables.h"
#include "tests/unit/engine/project/temporary_folder.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace rushes;
using namespace rushes::project;
using test::must;

namespace {

/// A project with one shot and one recorded media file, closed again.
std::filesystem::path madeProject(const test::TemporaryFolder& folder) {
    const auto film = folder / "Film.rushes";
    auto store = must(ProjectStore::create(film, {.name = "The Last Ferry", .rate = time::rate25, .width = 640, .height = 360}));
    test::writeBytes(folder / "sketch.png", "not really a picture");
    must(store->adoptMedia(folder / "sketch.png"));
    return film;
}

ErrorCategory openError(const std::filesystem::path& film) {
    const auto store = ProjectStore::open(film);
    REQUIRE_FALSE(store.has_value());
    CHECK_FALSE(store.error().message.empty());
    CHECK_FALSE(store.error().hint.empty());
    return store.error().category;
}

/// Changes the file without the store's rules.
void runRaw(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    char* message = nullptr;
    const int code = sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message);
    INFO((message ? message : ""));
    CHECK(code == SQLITE_OK);
    sqlite3_free(message);
    sqlite3_close(db);
}

} // namespace

TEST_CASE("A new project opens again as it was", "[project]") {
    const test::TemporaryFolder folder;
    const auto film = madeProject(folder);
    const auto store = must(ProjectStore::open(film));
    const Sequence* sequence = mainSequence(store->project());
    REQUIRE(sequence);
    CHECK(sequence->name == "The Last Ferry");
    CHECK(sequence->rate == time::rate25);
    CHECK(sequence->width == 640);
    CHECK(store->project().tracks.of(sequence->id).size() == 1);
    CHECK(store->project().media.size() == 1);
    CHECK(must(store->verify()).empty());
    CHECK_FALSE(std::filesystem::exists(film / "project.db-shm"));
}

TEST_CASE("A project is named by its folder, its database or with a slash", "[project]") {
    const test::TemporaryFolder folder;
    const auto film = madeProject(folder);
    CHECK(ProjectStore::open(film / "").has_value());
    CHECK(ProjectStore::open(film / "project.db").has_value());
    CHECK(openError(folder / "Nothing.rushes") == ErrorCategory::notFound);
    CHECK(openError(folder / "sketch.png") == ErrorCategory::badInput);
    CHECK(openError(folder.path()) == ErrorCategory::badInput);
}

TEST_CASE("Making a project refuses bad wishes and leaves nothing behind", "[project]") {
    const test::TemporaryFolder folder;
    CHECK(ProjectStore::create(folder / "a", {.width = 641}).error().category == ErrorCategory::badInput);
    CHECK(ProjectStore::create(folder / "a", {.height = 0}).error().category == ErrorCategory::badInput);
    CHECK(ProjectStore::create(folder / "a", {.dropFrame = true}).error().category == ErrorCategory::badInput);
    CHECK(ProjectStore::create(folder / "no/such/a").error().category == ErrorCategory::denied);
    CHECK(std::filesystem::is_empty(folder.path()));
    const auto film = madeProject(folder);
    CHECK(ProjectStore::create(film).error().category == ErrorCategory::exists);
}

TEST_CASE("A second opener is told who holds the project", "[project]") {
    const test::TemporaryFolder folder;
    const auto film = madeProject(folder);
    auto first = must(ProjectStore::open(film));
    const auto second = ProjectStore::open(film);
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().category == ErrorCategory::busy);
    CHECK(second.error().message.find(std::to_string(::getpid())) != std::string::npos);

    // Another program, too.
    const pid_t child = ::fork();
    if (child == 0) ::_exit(ProjectStore::open(film).has_value() ? 1 : 0);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    first.reset();
    CHECK(ProjectStore::open(film).has_value());
}

TEST_CASE("A holder that died is forgotten", "[project]") {
    const test::TemporaryFolder folder;
    const auto film = madeProject(folder);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto store = ProjectStore::open(film);
        test::writeBytes(folder / "held", store ? "yes" : "no");
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(test::bytesOf(folder / "held") == "yes");
    CHECK(std::filesystem::exists(film / "owner.json"));
    CHECK(ProjectStore::open(film).has_value());
    CHECK_FALSE(std::filesystem::exists(film / "owner.json"));
}

TEST_CASE("A database that cannot be used is refused and left as it was", "[project]") {
    const test::TemporaryFolder folder;
    const auto film = madeProject(folder);
    const auto file = film / "project.db";
    const std::string good = test::bytesOf(file);
    REQUIRE(good.size() > 8192);

    const auto refused = [&](const std::string& bytes, ErrorCategory category) {
        test::writeBytes(file, bytes);
        CHECK(openError(film) == category);
        CHECK(test::bytesOf(file) == bytes);
    };
    SECTION("zero length") { refused("", ErrorCategory::damaged); }
    SECTION("not a database") { refused(std::string(5000, 'x'), ErrorCategory::damaged); }
    SECTION("a few bytes") { refused("SQLite format 3", ErrorCategory::damaged); }
    SECTION("cut off in the middle") { refused(good.substr(0, good.size() / 2), ErrorCategory::damaged); }
    SECTION("a page overwritten") {
        std::string bad = good;
        for (std::size_t i = 4096; i < 8192; ++i) bad[i] = char(i * 37);
        refused(bad, ErrorCategory::damaged);
    }
    SECTION("a newer schema") {
        std::string bad = good;
        bad[63] = 99;
        refused(bad, ErrorCategory::unsupported);
    }
    SECTION("someone else's database") {
        std::string bad = good;
        bad[68] = 0;
        refused(bad, ErrorCategory::badInput);
    }
    SECTION("a table that is not ours") {
        runRaw(file, "ALTER TABLE notes RENAME COLUMN text TO txt; PRAGMA wal_checkpoint(TRUNCATE)");
        refused(test::bytesOf(file), ErrorCategory::damaged);
    }
    SECTION("a value that makes no sense") {
        runRaw(file, "UPDATE sequences SET rate = 'fast'; PRAGMA wal_checkpoint(TRUNCATE)");
        refused(test::bytesOf(file), ErrorCategory::damaged);
    }
}

TEST_CASE("A read-only folder is refused with what to do", "[project]") {
    const test::TemporaryFolder folder;
    const auto film = madeProject(folder);
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    std::filesystem::permissions(film, std::filesystem::perms(0555));
    std::filesystem::permissions(film / "project.db", std::filesystem::perms(0444));
    const std::string before = test::bytesOf(film / "project.db");
    const pid_t child = ::fork();
    if (child == 0) {
        if (::getuid() == 0 && ::setuid(65534) != 0) ::_exit(2); // permissions do not hold root
        const auto store = ProjectStore::open(film);
        const auto made = ProjectStore::create(film / "New.rushes");
        ::_exit(!store && store.error().category == ErrorCategory::denied && !store.error().hint.empty() && !made &&
                        made.error().category == ErrorCategory::denied
                    ? 0
                    : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    CHECK(test::bytesOf(film / "project.db") == before);
    std::filesystem::permissions(film, std::filesystem::perms(0755));
}

TEST_CASE("A full database refuses the change and keeps what it had", "[project]") {
    const test::TemporaryFolder folder;
    const auto film = madeProject(folder);
    {
        auto store = must(ProjectStore::open(film));
        const auto pages = must(store->database().integer("PRAGMA page_count"));
        must(store->database().run("PRAGMA max_page_count = " + std::to_string(pages + 2)));
        const auto filled = store->database().transaction([&]() -> Result<void> {
            for (int i = 0; i < 1000; ++i)
                if (auto id = insertRow(store->database(), Character{{}, "MARA", std::string(4000, 'x')}); !id) return fail(id.error());
            return {};
        });
        REQUIRE_FALSE(filled.has_value());
        CHECK(filled.error().category == ErrorCategory::noSpace);
        must(store->database().transaction([&]() -> Result<void> { return {}; }));
    }
    const auto store = must(ProjectStore::open(film));
    CHECK(store->project().characters.empty());
    CHECK(store->project().media.size() == 1);
}

TEST_CASE("Media are named by their content and adopted whole", "[project]") {
    const test::TemporaryFolder folder;
    const auto film = madeProject(folder);
    auto store = must(ProjectStore::open(film));
    test::writeBytes(folder / "again.PNG", "not really a picture");
    const MediaFile again = must(store->adoptMedia(folder / "again.PNG"));
    CHECK(store->project().media.size() == 1);
    // XXH3-128 of the bytes, as `xxhsum -H128` prints it.
    CHECK(again.name == must(contentHash(folder / "again.PNG")) + ".png");
    CHECK(again.name.size() == 32 + 4);
    test::writeBytes(folder / "empty", "");
    CHECK(must(contentHash(folder / "empty")) == "99aa06d3014798d86001c324468d497f");

    CHECK(store->adoptMedia(folder / "missing.png").error().category == ErrorCategory::notFound);
    CHECK(store->adoptMedia(folder / "empty").error().category == ErrorCategory::badInput);
    CHECK(store->adoptMedia("/dev/zero.png").error().category == ErrorCategory::notFound);
    std::filesystem::create_directory(folder / "dir.png");
    CHECK(store->adoptMedia(folder / "dir.png").error().category == ErrorCategory::badInput);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(film / "media")) ++files;
    CHECK(files == 1);
}

TEST_CASE("Verify finds missing, changed and foreign media", "[project]") {
    const test::TemporaryFolder folder;
    const auto film = madeProject(folder);
    auto store = must(ProjectStore::open(film));
    const auto path = store->media().pathOf(store->project().media.begin()->second.name);
    test::writeBytes(film / "media/stray.mp4", "x");
    auto findings = must(store->verify());
    REQUIRE(findings.size() == 1);
    CHECK_FALSE(findings[0].damage);
    test::writeBytes(path, "not really a PICTURE");
    CHECK(must(store->verify()).size() == 2);
    std::filesystem::remove(path);
    findings = must(store->verify());
    CHECK(findings.size() == 2);
    CHECK(findings[0].text.find("missing") != std::string::npos);
}

TEST_CASE("Save as makes a whole, independent project", "[project]") {
    const test::TemporaryFolder folder;
    const auto film = madeProject(folder);
    auto store = must(ProjectStore::open(film));
    const ProjectCopy asItWas = must(store->copy());
    must(asItWas.write(folder / "Copy.rushes"));
    CHECK(asItWas.write(folder / "Copy.rushes").error().category == ErrorCategory::exists);
    auto copy = must(ProjectStore::open(folder / "Copy.rushes")); // while the first is open
    CHECK(must(copy->verify()).empty());
    Project same = copy->project();
    same.folder = store->folder();
    CHECK(same == store->project());
}

TEST_CASE("A project of format 1 is upgraded and its old file kept", "[project]") {
    const test::TemporaryFolder folder;
    const auto film = folder / "Old.rushes";
    std::filesystem::create_directories(film / "media");
    {
        auto old = must(Database::open(film / "project.db", Database::Mode::create));
        must(old->transaction([&]() -> Result<void> {
            must(createSchema(*old, 1));
            return old->script("INSERT INTO sequences VALUES(1, 'Old', '24/1', 1280, 720, 0, 0);"
                               "INSERT INTO tracks VALUES(1, 1, 0, 'picture', 'Picture');"
                               "INSERT INTO shots VALUES(7, 1, NULL, 1, 'A', 'A quay at night', NULL, NULL, 35.0, NULL, 48, 'stage', 1, '{}', '', NULL, '[]',"
                               " 'user', 0, 0, 3, '', '');"
                               "INSERT INTO refs VALUES(5, 7, 1, 'look', 'x.png', 12, 1.0, '');"
                               "INSERT INTO takes VALUES(3, 7, 2, 'stage', '1', 'x.mp4', 48, '24/1', 1280, 720, 1, 2.5, '{}', '2026-01-01T00:00:00Z');");
        }));
        old->checkpointOnClose();
    }
    const auto store = must(ProjectStore::open(film));
    CHECK(must(store->database().integer("PRAGMA user_version")) == schemaVersion);
    const Shot* shot = store->project().shots.find({7});
    REQUIRE(shot);
    CHECK(shot->takesMade == 2);
    REQUIRE(store->project().references.find({5}));
    CHECK(store->project().references.find({5})->atFrame == 12);
    CHECK_FALSE(store->project().references.find({5})->painted);
    CHECK(shot->lensMm == 35.0);
    CHECK(shot->circled == TakeId{3});
    CHECK_FALSE(store->project().takes.find({3})->job);
    CHECK(std::filesystem::exists(film / "backup/project-format1.db"));
}

TEST_CASE("Triggers and views of a hostile file do not run", "[project]") {
    const test::TemporaryFolder folder;
    const auto film = madeProject(folder);
    runRaw(film / "project.db", "CREATE TRIGGER bad AFTER INSERT ON characters BEGIN DELETE FROM sequences; END;");
    auto store = must(ProjectStore::open(film));
    must(store->database().transaction([&]() -> Result<void> {
        const auto id = insertRow(store->database(), Character{{}, "MARA", ""});
        return id ? Result<void>{} : fail(id.error());
    }));
    CHECK(must(store->database().integer("SELECT count(*) FROM sequences")) == 1);
}

TEST_CASE("Shots and takes are found by number and by id", "[project]") {
    Project film;
    film.sequences.put({.id = {1}});
    film.shots.put({.id = {31}, .sequence = {1}, .order = 1, .number = "12A"});
    film.takes.put({.id = {5}, .shot = {31}, .number = 3});
    CHECK((*findShot(film, "12a"))->id == ShotId{31});
    CHECK((*findShot(film, "#31"))->id == ShotId{31});
    CHECK((*findShot(film, "31"))->id == ShotId{31});
    CHECK(findShot(film, "12B").error().category == ErrorCategory::notFound);
    CHECK((*findTake(film, "12A-3"))->id == TakeId{5});
    CHECK((*findTake(film, "5"))->id == TakeId{5});
    CHECK_FALSE(findTake(film, "12A-4").has_value());
    CHECK(chosenTake(film, {31})->id == TakeId{5});
    CHECK(chosenTake(film, {99}) == nullptr);
}
