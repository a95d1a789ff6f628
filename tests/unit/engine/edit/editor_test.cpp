// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/changeset.h"
#include "engine/edit/transaction.h"
#include "engine/project/schema.h"
#include "tests/unit/engine/edit/film.h"

#include <sys/wait.h>
#include <unistd.h>

using namespace rushes;
using namespace rushes::edit;
using namespace rushes::project;
using test::must;

TEST_CASE("Undo and redo bring the film back and forth, also after a restart", "[edit]") {
    test::Film t;
    const Project empty = t.film();
    const ShotId shot = t.addShot("A quay at night");
    const Project added = t.film();
    must(setShot(*t.editor, shot, test::patchOf("prompt", "A quay at dawn")));
    const Project edited = t.film();
    CHECK(t.editor->undoLabel() == "Edit prompt of A");

    must(t.editor->undo());
    CHECK(t.film() == added);
    CHECK(t.editor->redoLabel() == "Edit prompt of A");
    t.reopen();
    CHECK(t.film() == added);
    must(t.editor->redo());
    CHECK(t.film() == edited);
    t.reopen();
    must(t.editor->undo());
    must(t.editor->undo());
    CHECK(t.film() == empty);
    CHECK(t.editor->undo().error().category == ErrorCategory::notFound);
    must(t.editor->redo());
    must(t.editor->redo());
    CHECK(t.film() == edited);
    CHECK(t.editor->redo().error().category == ErrorCategory::notFound);
    CHECK(must(t.store->verify()).empty());
}

TEST_CASE("A new edit after undo cuts off what was undone, and ids are never used again", "[edit]") {
    test::Film t;
    const ShotId first = t.addShot("One");
    must(t.editor->undo());
    const ShotId second = t.addShot("Two");
    CHECK(second.value > first.value);
    CHECK(t.editor->redoLabel().empty());
    CHECK(t.editor->history().size() == 1);
}

TEST_CASE("Edits in a row with one key are one step", "[edit]") {
    test::Film t;
    const ShotId shot = t.addShot("A");
    const Project before = t.film();
    for (const char* text : {"A q", "A qu", "A quay"}) must(setShot(*t.editor, shot, test::patchOf("prompt", text), "typing"));
    CHECK(t.editor->history().size() == 2);
    t.editor->endMerge();
    must(setShot(*t.editor, shot, test::patchOf("prompt", "A quay at night"), "typing"));
    CHECK(t.editor->history().size() == 3);
    must(t.editor->undo());
    CHECK(t.film().shots.find(shot)->prompt == "A quay");
    must(t.editor->undo());
    CHECK(t.film() == before);
    // Back to where it started: no step is left.
    must(setShot(*t.editor, shot, test::patchOf("prompt", "B"), "again"));
    must(setShot(*t.editor, shot, test::patchOf("prompt", "A"), "again"));
    CHECK(t.editor->history().size() == 1);
    CHECK(t.film() == before);
}

TEST_CASE("An edit that fails or changes nothing leaves no trace", "[edit]") {
    test::Film t;
    const ShotId shot = t.addShot("A quay");
    must(t.editor->undo());
    must(t.editor->redo());
    const Project before = t.film();
    const auto generation = t.store->generation();
    must(setShot(*t.editor, shot, test::patchOf("prompt", "A quay")));
    const auto failed = t.editor->edit({"Half"}, [&](Transaction& transaction) -> Result<void> {
        must(transaction.add(Character{{}, "MARA", ""}));
        return fail(ErrorCategory::badInput, "No");
    });
    CHECK(failed.error().message == "No");
    CHECK(t.film() == before);
    CHECK(t.store->generation() == generation);
    CHECK(t.editor->history().size() == 1);
    t.reopen();
    CHECK(t.film() == before);
}

TEST_CASE("Numbers keep their kind through undo: whole lenses, big seeds", "[edit]") {
    test::Film t;
    const ShotId shot = t.addShot("A quay");
    ShotPatch patch;
    patch.lensMm.emplace(85.0);
    patch.seed = 0xffff'ffff'ffff'fff0;
    must(setShot(*t.editor, shot, patch));
    const Project before = t.film();
    must(setShot(*t.editor, shot, test::patchOf("lensMm", "35")));
    must(setShot(*t.editor, shot, test::patchOf("seed", "1")));
    must(t.editor->undo());
    must(t.editor->undo());
    CHECK(t.film() == before);
    t.reopen();
    CHECK(t.film() == before);
    CHECK(t.film().shots.find(shot)->seed == 0xffff'ffff'ffff'fff0);
}

TEST_CASE("Listeners hear what was added, changed and removed", "[edit]") {
    test::Film t;
    Changes last;
    const auto connection = t.editor->changed().connect([&](const Changes& changes) { last = changes; });
    const ShotId shot = t.addShot("A quay");
    CHECK(last.of<Shot>().added == std::vector{shot});
    CHECK_FALSE(last.of<Take>().any());
    must(setShot(*t.editor, shot, test::patchOf("characters", "MARA")));
    CHECK(last.of<Shot>().changed == std::vector{shot});
    CHECK(last.of<Character>().added.size() == 1);
    must(t.editor->undo());
    CHECK(last.of<Character>().removed.size() == 1);
    must(removeShots(*t.editor, {shot}));
    CHECK(last.of<Shot>().removed == std::vector{shot});
}

TEST_CASE("The history of a project of format 1 can still be undone", "[edit]") {
    test::TemporaryFolder folder;
    const auto film = folder / "Old.rushes";
    std::filesystem::create_directories(film / "media");
    {
        auto old = must(Database::open(film / "project.db", Database::Mode::create));
        must(old->transaction([&] { return createSchema(*old, 1); }));
        must(old->script("INSERT INTO sequences VALUES(1, 'Old', '24/1', 1280, 720, 0, 0);"
                         "INSERT INTO tracks VALUES(1, 1, 0, 'picture', 'Picture');"));
        const auto insert = "INSERT INTO shots VALUES(7, 1, NULL, 1, 'A', 'A quay', NULL, NULL, 35.0, NULL, 48, 'stage', 1, '{}', '', NULL, '[]',"
                            " 'user', 0, 0, NULL, '', '')";
        for (const std::string& sql : {std::string(insert), std::string("UPDATE shots SET prompt = 'A quay at night' WHERE id = 7")}) {
            const auto recorder = must(Recorder::create(*old));
            must(old->script(sql));
            must(old->run("INSERT INTO history(label, created_at, changeset) VALUES('Step', '', ?)", {Blob{must(recorder->changeset())}}));
        }
        old->checkpointOnClose();
    }
    auto store = must(ProjectStore::open(film));
    Editor editor(*store);
    CHECK(store->project().shots.find({7})->prompt == "A quay at night");
    must(editor.undo());
    CHECK(store->project().shots.find({7})->prompt == "A quay");
    must(editor.undo());
    CHECK(store->project().shots.empty());
    must(editor.redo());
    must(editor.redo());
    CHECK(store->project().shots.find({7})->prompt == "A quay at night");
    CHECK(must(store->verify()).empty());
}

TEST_CASE("A history that does not fit is refused and changes nothing", "[edit]") {
    test::Film t;
    t.addShot("A quay");
    must(t.store->database().run("UPDATE shots SET prompt = 'another hand'"));
    const Project before = t.film();
    CHECK(t.editor->undo().error().category == ErrorCategory::damaged);
    CHECK(t.film() == before);
    must(t.store->database().run("UPDATE history SET changeset = ?", {Blob{"rubbish"}}));
    CHECK(t.editor->undo().error().category == ErrorCategory::damaged);
}

TEST_CASE("No acknowledged edit is lost when the program is killed", "[edit]") {
    test::TemporaryFolder folder;
    const auto film = folder / "Film.rushes";
    must(ProjectStore::create(film)).reset();
    std::size_t expected = 0;
    for (int round = 0; round < 8; ++round) {
        int pipe[2];
        REQUIRE(::pipe(pipe) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            auto store = ProjectStore::open(film);
            if (!store) ::_exit(1);
            Editor editor(**store);
            for (;;) {
                NewShot shot;
                shot.fields.prompt = "A quay at night";
                if (!addShot(editor, shot)) ::_exit(2);
                if (::write(pipe[1], "+", 1) != 1) ::_exit(3);
            }
        }
        ::close(pipe[1]);
        // Some acknowledged edits, a different number each time, then death wherever it happens to be.
        char byte = 0;
        std::size_t acknowledged = 0;
        for (int i = 0; i < 5 + 7 * round && ::read(pipe[0], &byte, 1) == 1; ++i) ++acknowledged;
        ::kill(child, SIGKILL);
        while (::read(pipe[0], &byte, 1) == 1) ++acknowledged;
        ::close(pipe[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        REQUIRE(WIFSIGNALED(status));

        const auto store = must(ProjectStore::open(film));
        const std::size_t now = store->project().shots.size();
        CHECK(acknowledged > 0);
        CHECK(now >= expected + acknowledged);
        CHECK(now <= expected + acknowledged + 1); // written, killed before it could say so
        CHECK(must(store->verify()).empty());
        CHECK(std::size_t(must(store->database().integer("SELECT count(*) FROM history"))) == now);
        expected = now;
    }
}
