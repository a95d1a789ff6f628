// SPDX-FileCopyrightText: 2026 The Rushes authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/edit/command_support.h"
#include "tests/unit/engine/edit/film.h"

using namespace rushes;
using namespace rushes::edit;
using namespace rushes::project;
using test::must;

TEST_CASE("Shot letters skip I and O and go on after Z", "[edit]") {
    CHECK(shotLetters(1) == "A");
    CHECK(shotLetters(8) == "H");
    CHECK(shotLetters(9) == "J");
    CHECK(shotLetters(14) == "P");
    CHECK(shotLetters(24) == "Z");
    CHECK(shotLetters(25) == "AA");
    CHECK(shotLetters(26) == "AB");
    CHECK(shotLetters(24 + 24 * 24) == "ZZ");
    CHECK(shotLetters(24 + 24 * 24 + 1) == "AAA");
}

TEST_CASE("Shots are added in place, moved and split; numbers stay", "[edit]") {
    test::Film t;
    const ShotId a = t.addShot("A quay");
    const ShotId b = t.addShot("A ferry");
    const ShotId c = t.addShot("A clerk", a);
    CHECK(t.numbers() == "A C B");
    must(moveShots(*t.editor, {a, c}, b));
    CHECK(t.numbers() == "B A C");
    must(moveShots(*t.editor, {c}, {}));
    CHECK(t.numbers() == "C B A");
    CHECK(moveShots(*t.editor, {c}, c).error().category == ErrorCategory::badInput);
    const ShotId d = must(splitShot(*t.editor, b, 20));
    CHECK(t.numbers() == "C B D A");
    CHECK(t.film().shots.find(b)->frames == 20);
    CHECK(t.film().shots.find(d)->frames == 28);
    CHECK(splitShot(*t.editor, b, 20).error().category == ErrorCategory::badInput);
    CHECK(splitShot(*t.editor, b, 0).error().category == ErrorCategory::badInput);
    must(removeShots(*t.editor, {c, d, c}));
    CHECK(t.numbers() == "B A");
    CHECK(t.film().shots.find(t.addShot("Again"))->number == "C"); // the highest left is B
}

TEST_CASE("Many insertions at one place never run out of room", "[edit]") {
    test::Film t;
    const ShotId a = t.addShot("first");
    t.addShot("last");
    std::string expected;
    for (int i = 0; i < 40; ++i) expected = " " + t.film().shots.find(t.addShot("between", a))->number + expected;
    CHECK(t.numbers() == "A" + expected + " B");
    t.reopen();
    CHECK(t.numbers() == "A" + expected + " B");
}

TEST_CASE("Fields are read as they are typed", "[edit]") {
    test::Film t;
    const ShotId id = t.addShot("A quay");
    for (const auto& [field, value] : std::vector<std::pair<std::string, std::string>>{{"size", "Close-Up"},
                                                                                      {"angle", "bird eye"},
                                                                                      {"lensMm", "35.5"},
                                                                                      {"move", "Dolly zoom in slow then pan left"},
                                                                                      {"frames", "96"},
                                                                                      {"seed", "42"},
                                                                                      {"settings", R"({"look": "board"})"},
                                                                                      {"characters", "MARA, TOM , mara"},
                                                                                      {"location", "HARBOUR"},
                                                                                      {"dialogue", "MARA: Hello | TOM: Hi: you"},
                                                                                      {"number", "7X"}})
        must(setShot(*t.editor, id, test::patchOf(field, value)));
    t.reopen();
    const Shot& shot = *t.film().shots.find(id);
    CHECK(shot.size == "close_up");
    CHECK(shot.angle == "bird_eye");
    CHECK(shot.lensMm == 35.5);
    CHECK(shot.move == "dolly_zoom in slow then pan left");
    CHECK(shot.frames == 96);
    CHECK(shot.seed == 42);
    CHECK(shot.characters.size() == 2);
    CHECK(t.film().locations.find(shot.location)->name == "HARBOUR");
    CHECK(shot.dialogue == std::vector<DialogueLine>{{"MARA", "Hello"}, {"TOM", "Hi: you"}});
    CHECK(shot.number == "7X");
    CHECK(shot.edited.empty()); // a user's own shot needs no marks

    for (const char* field : {"size", "angle", "lensMm", "move", "location", "characters", "dialogue"}) must(setShot(*t.editor, id, test::patchOf(field, "")));
    const Shot& cleared = *t.film().shots.find(id);
    CHECK_FALSE((cleared.size || cleared.angle || cleared.lensMm || cleared.move || cleared.location));
    CHECK((cleared.characters.empty() && cleared.dialogue.empty()));
}

TEST_CASE("Bad values are refused before anything happens, naming field and words", "[edit]") {
    test::Film t;
    const ShotId id = t.addShot("A quay");
    const Project before = t.film();
    const auto refused = [&](const std::string& field, const std::string& value, const std::string& hint) {
        INFO(field + "=" + value);
        ShotPatch patch;
        auto result = setField(patch, field, value);
        if (result) result = setShot(*t.editor, id, patch);
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().category == ErrorCategory::badInput);
        CHECK(result.error().text().find(field) != std::string::npos);
        CHECK(result.error().hint.find(hint) != std::string::npos);
        CHECK(t.film() == before);
    };
    refused("size", "huge", "medium_close_up");
    refused("angle", "sideways", "dutch");
    refused("move", "fly", "dolly");
    refused("move", "dolly sideways", "counterclockwise");
    refused("move", "dolly in out", "dolly");
    refused("move", "then", "dolly");
    refused("lensMm", "0", "4");
    refused("lensMm", "nan", "number");
    refused("lensMm", "wide", "number");
    refused("frames", "0", "1 to");
    refused("frames", "-5", "1 to");
    refused("frames", "12.5", "whole");
    refused("frames", "99999999999999999999", "whole");
    refused("settings", "[1]", "board");
    refused("settings", "{", "board");
    refused("generator", "", "name");
    refused("dialogue", "Hello", "MARA");
    refused("prompt", "\xff\xfe", "UTF-8");
    refused("prompt", std::string(200'000, 'x'), "100000");
    refused("colour", "red", "lensMm");
    CHECK(setShot(*t.editor, {99}, test::patchOf("prompt", "x")).error().category == ErrorCategory::notFound);
    const ShotId other = t.addShot("Another");
    CHECK(setShot(*t.editor, other, test::patchOf("number", "A")).error().category == ErrorCategory::exists);
}

TEST_CASE("The first take is circled with it; removing it circles the newest left", "[edit]") {
    test::Film t;
    const ShotId shot = t.addShot("A quay");
    const TakeId one = must(addTake(*t.editor, t.draft(shot, "one")));
    CHECK(t.film().shots.find(shot)->circled == one);
    const TakeId two = must(addTake(*t.editor, t.draft(shot, "two")));
    const TakeId three = must(addTake(*t.editor, t.draft(shot, "three")));
    CHECK(t.film().shots.find(shot)->circled == one);
    must(removeTake(*t.editor, one));
    CHECK(t.film().shots.find(shot)->circled == three);
    must(removeTake(*t.editor, three));
    CHECK(t.film().shots.find(shot)->circled == two);
    CHECK(t.film().takes.find(must(addTake(*t.editor, t.draft(shot, "four"))))->number == 4); // 3 is not given twice
    must(circleTake(*t.editor, shot, {}));
    CHECK_FALSE(t.film().shots.find(shot)->circled);
    CHECK(circleTake(*t.editor, t.addShot("Other"), two).error().category == ErrorCategory::badInput);
    CHECK(t.film().media.size() == 4);
    CHECK(must(t.store->verify()).empty());

    must(t.editor->undo()); // the other shot
    must(t.editor->undo()); // circle nothing
    must(t.editor->undo()); // take 4
    CHECK(t.film().takes.size() == 1);
    CHECK(t.film().media.size() == 4); // files stay
    must(t.editor->redo());
    CHECK(must(t.store->verify()).empty());
}

TEST_CASE("A film's own model takes the place of the one before, in one step", "[edit]") {
    test::Film t;
    test::writeBytes(t.folder / "a.model", "a");
    test::writeBytes(t.folder / "b.model", "b");
    const std::string a = must(t.store->adoptMedia(t.folder / "a.model")).name, b = must(t.store->adoptMedia(t.folder / "b.model")).name;
    const auto models = [&] { return t.film().references.of(ShotId{}); };
    must(addModel(*t.editor, {"prop_model", "chair", a}));
    must(addModel(*t.editor, {"figure_model", "chair", a})); // a person of that name is someone else
    must(addModel(*t.editor, {"prop_model", " Chair ", b}));
    REQUIRE(models().size() == 2);
    CHECK(models().back()->media == b);
    CHECK(models().back()->subject == "Chair");
    must(t.editor->undo());
    REQUIRE(models().size() == 2);
    CHECK(models().front()->media == a);
    CHECK(addModel(*t.editor, {"look", "chair", a}).error().category == ErrorCategory::badInput);
    CHECK(addModel(*t.editor, {"prop_model", "  ", a}).error().category == ErrorCategory::badInput);
    CHECK(addModel(*t.editor, {"prop_model", "chair", "none.model"}).error().category == ErrorCategory::notFound);
}

TEST_CASE("Panels, references and notes", "[edit]") {
    test::Film t;
    const ShotId shot = t.addShot("A quay");
    test::writeBytes(t.folder / "mara.png", "picture");
    const std::string media = must(t.store->adoptMedia(t.folder / "mara.png")).name;

    const PanelId p1 = must(addPanel(*t.editor, shot, {.media = media, .action = "She waits"}));
    const PanelId p2 = must(addPanel(*t.editor, shot, {}));
    must(movePanel(*t.editor, p2, {}));
    CHECK(t.film().panels.of(shot).front()->id == p2);
    must(setPanel(*t.editor, p1, {.frames = 12}));
    CHECK(setPanel(*t.editor, p1, {.frames = 0}).error().text().find("frames") != std::string::npos);
    CHECK(setPanel(*t.editor, p1, {.media = "nothing.png"}).error().category == ErrorCategory::notFound);

    const ReferenceId r = must(addReference(*t.editor, shot, {.role = "first", .media = media}));
    CHECK(setReference(*t.editor, r, {.role = "middle"}).error().hint.find("pose") != std::string::npos);
    CHECK(setReference(*t.editor, r, {.strength = 1.5}).error().text().find("strength") != std::string::npos);
    CHECK(addReference(*t.editor, shot, {.role = "frame", .media = media, .atFrame = 48}).error().text().find("atFrame") != std::string::npos);
    CHECK(addReference(*t.editor, shot, {.role = "look"}).error().category == ErrorCategory::badInput);
    CHECK(addReference(*t.editor, {}, {.role = "character", .media = media}).error().text().find("subject") != std::string::npos);
    must(addReference(*t.editor, {}, {.role = "character", .media = media, .subject = "MARA"}));
    must(setReference(*t.editor, r, {.strength = 0.5, .subject = "MARA"}));
    CHECK(setReference(*t.editor, r, {.painted = true}).error().category == ErrorCategory::badInput);

    // Two painted frames of a shot stand beside each other; the same frame painted again replaces the first, in one step.
    const auto steps = t.editor->history().size();
    const ReferenceId early = must(takePaintedFrame(*t.editor, shot, {media, 0, "Ana", "this film only"}));
    const ReferenceId late = must(takePaintedFrame(*t.editor, shot, {media, 24, {}, {}}));
    CHECK(early != late);
    CHECK(must(takePaintedFrame(*t.editor, shot, {media, 0, {}, {}})) == early); // nothing new
    CHECK(t.editor->history().size() == steps + 2);
    CHECK(must(takePaintedFrame(*t.editor, shot, {media, 0, "Ben", {}})) == early);
    CHECK(t.film().references.find(early)->artist == "Ben");
    CHECK(t.film().references.find(early)->consent == "this film only");
    must(t.editor->undo());
    CHECK(t.film().references.find(early)->artist == "Ana");
    CHECK(t.film().references.find(late)->atFrame == 24);
    CHECK(takePaintedFrame(*t.editor, shot, {media, 48, {}, {}}).error().category == ErrorCategory::badInput);

    const NoteId n = must(addNote(*t.editor, shot, {.atFrame = 3, .author = "Ana", .text = "Slower"}));
    CHECK(addNote(*t.editor, shot, {.text = " "}).error().text().find("text") != std::string::npos);
    must(setNote(*t.editor, n, {.done = true}));
    t.reopen();
    CHECK(t.film().notes.find(n)->done);
    CHECK(t.film().references.find(r)->strength == 0.5);
    must(removeNote(*t.editor, n));
    must(removeReference(*t.editor, r));
    must(removePanel(*t.editor, p1));
    const Project before = t.film();
    must(removeShots(*t.editor, {shot}));
    CHECK(t.film().panels.empty());
    must(t.editor->undo());
    CHECK(t.film() == before);
}

TEST_CASE("The cut follows the shots until it is cut by hand", "[edit]") {
    test::Film t;
    const ShotId a = t.addShot("A"), b = t.addShot("B"), c = t.addShot("C");
    const ClipId first = must(clipOf(*t.editor, a));
    CHECK(t.film().clips.size() == 3);
    CHECK(must(clipOf(*t.editor, a)) == first);
    must(trimClip(*t.editor, first, 4, 20));
    CHECK(trimClip(*t.editor, first, 0, 0).error().text().find("frames") != std::string::npos);
    CHECK(cutOf(t.film()).duration().value == 20 + 48 + 48);
    must(moveClip(*t.editor, first, must(clipOf(*t.editor, c))));
    CHECK(cutOf(t.film()).clips.back().shot == a);

    const ShotId d = t.addShot("D", b); // goes behind B's clip
    CHECK(cutOf(t.film()).clips[1].shot == d);
    const TakeId take = must(addTake(*t.editor, t.draft(d)));
    const ClipId clip = must(clipOf(*t.editor, d));
    must(placeTake(*t.editor, clip, take));
    CHECK(placeTake(*t.editor, first, take).error().category == ErrorCategory::badInput);
    must(removeTake(*t.editor, take));
    CHECK_FALSE(t.film().clips.find(clip)->take);
    must(removeClip(*t.editor, clip));
    CHECK(cutOf(t.film()).clips.size() == 3);
    CHECK(clipOf(*t.editor, d).error().category == ErrorCategory::notFound);
    must(resetCut(*t.editor));
    CHECK(cutOf(t.film()).clips.size() == 4);
}

TEST_CASE("A sequence's rate can change; lengths keep their time", "[edit]") {
    test::Film t;
    const ShotId shot = t.addShot("A");
    const SequenceId sequence = mainSequence(t.film())->id;
    must(setSequence(*t.editor, sequence, {.rate = time::rate48, .width = 1920, .height = 1080}));
    CHECK(t.film().shots.find(shot)->frames == 96);
    CHECK(setSequence(*t.editor, sequence, {.width = 333}).error().text().find("width") != std::string::npos);
    CHECK(setSequence(*t.editor, sequence, {.dropFrame = true}).error().category == ErrorCategory::badInput);
    must(t.editor->undo());
    CHECK(t.film().shots.find(shot)->frames == 48);
    const SequenceId second = must(addSequence(*t.editor, {.name = "Trailer", .rate = time::rate25}));
    CHECK(t.film().tracks.of(second).size() == 1);
    CHECK(mainSequence(t.film())->id == sequence);
}

TEST_CASE("A renamed character is renamed in rows, dialogue, references and prompts", "[edit]") {
    test::Film t;
    const ShotId shot = t.addShot("MARA waits. Mara's coat. Tamara and mara leave.");
    must(setShot(*t.editor, shot, test::patchOf("characters", "MARA, TOM")));
    must(setShot(*t.editor, shot, test::patchOf("dialogue", "MARA: No")));
    const CharacterId mara = findCharacter(t.film(), "mara")->id;
    must(setCharacter(*t.editor, mara, "JOAN", "a clerk"));
    CHECK(t.film().shots.find(shot)->prompt == "JOAN waits. Joan's coat. Tamara and joan leave.");
    CHECK(t.film().shots.find(shot)->dialogue[0].character == "JOAN");
    CHECK(t.film().characters.find(mara)->description == "a clerk");
    CHECK(setCharacter(*t.editor, mara, "tom", {}).error().category == ErrorCategory::exists);
    CHECK(setCharacter(*t.editor, mara, " ", {}).error().category == ErrorCategory::badInput);
    must(setShot(*t.editor, shot, test::patchOf("location", "QUAY")));
    must(setLocation(*t.editor, findLocation(t.film(), "quay")->id, "PIER", {}));
    CHECK(findLocation(t.film(), "PIER"));
}
