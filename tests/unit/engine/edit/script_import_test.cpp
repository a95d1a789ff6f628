// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/engine/edit/film.h"

using namespace rushes;
using namespace rushes::edit;
using namespace rushes::project;
using test::must;

namespace {

ScriptImport::Shot planned(int scene, const std::string& prompt, int line, std::vector<DialogueLine> dialogue = {}) {
    ScriptImport::Shot shot;
    shot.scene = scene;
    shot.prompt = prompt;
    shot.location = "HARBOUR";
    shot.characters = {"MARA"};
    shot.dialogue = std::move(dialogue);
    shot.lines = {line, line};
    return shot;
}

ScriptImport ferry() {
    ScriptImport script;
    script.fileName = "ferry.fountain";
    script.text = "EXT. HARBOUR - NIGHT\n…";
    script.title = "The Last Ferry";
    script.scenes = {{"1", "EXT. HARBOUR - NIGHT", "", "HARBOUR", "NIGHT", {1, 9}}, {"2", "INT. KIOSK - NIGHT", "", "KIOSK", "NIGHT", {10, 20}}};
    script.shots = {planned(0, "Harbour at night, empty, rain on the planks", 2), planned(0, "MARA walks to the edge of the quay", 4),
                    planned(0, "Close on MARA, she counts coins", 6, {{"MARA", "Two short."}}), planned(1, "TOM behind the glass of the kiosk, asleep", 11),
                    planned(1, "MARA knocks on the window", 13, {{"MARA", "Hello?"}})};
    script.shots[2].size = "close_up";
    script.characters = {{"MARA", "30s, red coat"}, {"TOM", ""}};
    script.locations = {{"HARBOUR", "exterior"}, {"KIOSK", "interior"}};
    return script;
}

const Shot& byNumber(const test::Film& t, const std::string& number) { return **findShot(t.film(), number); }

} // namespace

TEST_CASE("A first import makes scenes, shots, names and keeps the text, as one step", "[edit][script]") {
    test::Film t;
    const Project before = t.film();
    const ImportReport report = must(importScript(*t.editor, ferry()));
    CHECK(report.scenesAdded == 2);
    CHECK(report.shotsAdded == 5);
    CHECK(t.numbers() == "1A 1B 1C 2A 2B");
    CHECK(mainSequence(t.film())->name == "The Last Ferry");
    CHECK(t.film().scripts.begin()->second.text == ferry().text);
    CHECK(byNumber(t, "1C").size == "close_up");
    CHECK(byNumber(t, "1C").source == ShotSource::script);
    CHECK(byNumber(t, "2B").dialogue[0].text == "Hello?");
    CHECK(t.film().characters.size() == 2);
    CHECK(findCharacter(t.film(), "MARA")->description == "30s, red coat");
    CHECK(t.film().locations.size() == 2);
    CHECK(t.editor->history().size() == 1);
    must(t.editor->undo());
    CHECK(t.film() == before);
}

TEST_CASE("Importing the same script again changes nothing", "[edit][script]") {
    test::Film t;
    must(importScript(*t.editor, ferry()));
    const Project before = t.film();
    const ImportReport report = must(importScript(*t.editor, ferry()));
    CHECK(report.shotsUnchanged == 5);
    CHECK(report.shotsAdded + report.shotsReplanned + report.shotsRemoved == 0);
    CHECK(t.film() == before);
    CHECK(t.editor->history().size() == 1);
}

TEST_CASE("The user's shots and shots edited by hand are never touched by an import", "[edit][script]") {
    test::Film t;
    must(importScript(*t.editor, ferry()));
    const ShotId mine = t.addShot("My own insert of the rope", byNumber(t, "1A").id);
    must(setShot(*t.editor, byNumber(t, "1B").id, test::patchOf("prompt", "MARA runs to the edge of the quay, out of breath")));
    must(setShot(*t.editor, byNumber(t, "2A").id, test::patchOf("lensMm", "85")));
    const Shot own = *t.film().shots.find(mine), b = byNumber(t, "1B"), a2 = byNumber(t, "2A");
    CHECK(b.edited == std::vector<std::string>{"prompt"});

    ScriptImport changed = ferry();
    changed.shots[1].prompt = "MARA walks slowly to the edge of the quay"; // was edited: left alone
    changed.shots[2].dialogue[0].text = "Three short.";                    // was not: re-planned
    changed.shots.erase(changed.shots.begin() + 3);                        // 2A is gone from the script, but edited
    changed.shots.insert(changed.shots.begin() + 2, planned(0, "A gull on a bollard", 5));
    const ImportReport report = must(importScript(*t.editor, changed));
    CHECK(report.shotsAdded == 1);
    CHECK(report.shotsReplanned == 1);
    CHECK(report.shotsRemoved == 0);
    CHECK(report.shotsKept == 3);
    CHECK(report.warnings.size() == 1);
    const auto sameWork = [](const Shot& now, Shot before) {
        before.order = now.order, before.lines = now.lines, before.planned = now.planned;
        return now == before;
    };
    CHECK(sameWork(*t.film().shots.find(mine), own));
    CHECK(sameWork(byNumber(t, "1B"), b));
    CHECK(sameWork(byNumber(t, "2A"), a2));
    CHECK(byNumber(t, "1C").dialogue[0].text == "Three short.");
    CHECK(byNumber(t, "1E").prompt == "A gull on a bollard");
    CHECK(t.numbers() == "1A 1D 1B 1E 1C 2A 2B");
}

TEST_CASE("Scenes are found again though they moved, were renumbered or renamed", "[edit][script]") {
    test::Film t;
    must(importScript(*t.editor, ferry()));
    const ScriptSceneId harbour = byNumber(t, "1A").scene, kiosk = byNumber(t, "2A").scene;
    const ShotId a = byNumber(t, "1A").id, knock = byNumber(t, "2B").id;
    must(addTake(*t.editor, t.draft(knock)));
    ScriptImport changed = ferry();
    changed.scenes.insert(changed.scenes.begin(), {"1", "EXT. HARBOUR - NIGHT", "a prologue", "HARBOUR", "NIGHT", {1, 3}});
    changed.scenes[1].number = "2";
    changed.scenes[2].number = "3";
    changed.scenes[2].heading = "INT. TICKET KIOSK - LATER";
    for (auto& shot : changed.shots) ++shot.scene, shot.lines.first += 10;
    changed.shots.insert(changed.shots.begin(), planned(0, "An old photograph of a ship", 2));
    const ImportReport report = must(importScript(*t.editor, changed));
    CHECK(report.scenesAdded == 1);
    CHECK(report.scenesKept == 2);
    CHECK(report.shotsUnchanged == 5);
    CHECK(t.film().scenes.find(harbour)->number == "2");
    CHECK(t.film().scenes.find(kiosk)->heading == "INT. TICKET KIOSK - LATER");
    CHECK(t.film().shots.find(a)->scene == harbour);
    CHECK(t.film().takes.of(knock).size() == 1);
    CHECK(t.film().shots.of(mainSequence(t.film())->id).front()->prompt == "An old photograph of a ship");
}

TEST_CASE("A scene cut from the script goes, unless there is work in it", "[edit][script]") {
    test::Film t;
    must(importScript(*t.editor, ferry()));
    ScriptImport shorter = ferry();
    shorter.scenes.pop_back();
    shorter.shots.resize(3);
    SECTION("no work") {
        const ImportReport report = must(importScript(*t.editor, shorter));
        CHECK(report.scenesRemoved == 1);
        CHECK(report.shotsRemoved == 2);
        CHECK(t.numbers() == "1A 1B 1C");
    }
    SECTION("a take") {
        must(addTake(*t.editor, t.draft(byNumber(t, "2B").id)));
        const ImportReport report = must(importScript(*t.editor, shorter));
        CHECK(report.scenesRemoved == 0);
        CHECK(report.shotsRemoved == 1);
        CHECK(report.warnings.size() == 2);
        CHECK(t.numbers() == "1A 1B 1C 2B");
    }
    const Project after = t.film();
    must(t.editor->undo());
    must(t.editor->redo());
    CHECK(t.film() == after);
    CHECK(must(t.store->verify()).empty());
}

TEST_CASE("Shots that the user moved stay where they are", "[edit][script]") {
    test::Film t;
    must(importScript(*t.editor, ferry()));
    must(moveShots(*t.editor, {byNumber(t, "2B").id}, {}));
    ScriptImport changed = ferry();
    changed.shots.push_back(planned(1, "TOM wakes and drops his cap", 15));
    must(importScript(*t.editor, changed));
    CHECK(t.numbers() == "2B 2C 1A 1B 1C 2A");
}

TEST_CASE("In a cut made by hand new shots of the script get clips", "[edit][script]") {
    test::Film t;
    must(importScript(*t.editor, ferry()));
    must(trimClip(*t.editor, must(clipOf(*t.editor, byNumber(t, "1A").id)), 0, 10));
    ScriptImport changed = ferry();
    changed.shots.insert(changed.shots.begin() + 1, planned(0, "A gull on a bollard", 3));
    changed.shots.erase(changed.shots.begin() + 3); // close on MARA
    must(importScript(*t.editor, changed));
    const Cut cut = cutOf(t.film());
    REQUIRE(cut.clips.size() == 5);
    CHECK(t.film().shots.find(cut.clips[1].shot)->prompt == "A gull on a bollard");
}

TEST_CASE("A script that cannot be used is refused whole", "[edit][script]") {
    test::Film t;
    const Project before = t.film();
    CHECK(importScript(*t.editor, {}).error().category == ErrorCategory::badInput);
    ScriptImport bad = ferry();
    bad.shots[3].frames = 0;
    CHECK(importScript(*t.editor, bad).error().text().find("frames") != std::string::npos);
    bad = ferry();
    bad.shots[4].size = "huge";
    CHECK(importScript(*t.editor, bad).error().text().find("Line 13") != std::string::npos);
    bad = ferry();
    bad.shots[0].scene = 7;
    CHECK_FALSE(importScript(*t.editor, bad).has_value());
    bad = ferry();
    bad.text = "\xff";
    CHECK_FALSE(importScript(*t.editor, bad).has_value());
    CHECK(t.film() == before);
}
